"""The clock, as a value that is handed on: no rule asks the system what day it is."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from uadesk.base.errors import UADeskError

TODAY = "UADESK_TODAY"
"""The environment's name for the day that is set from outside."""


class WrongTodayError(UADeskError):
    """UADESK_TODAY holds something that is no date."""

    def __init__(self, given: str) -> None:
        super().__init__(given)
        self.given = given


@dataclass(frozen=True, slots=True)
class Clock:
    """Tells today's date, as the person sees it, and the present moment in UTC."""

    today: Callable[[], date]
    now: Callable[[], datetime]


def fixed_clock(day: date) -> Clock:
    """A clock whose day stands still; its moments run on at the real time of day."""

    def now() -> datetime:
        return datetime.combine(day, datetime.now(UTC).timetz())

    return Clock(lambda: day, now)


def system_clock(environment: Mapping[str, str] = os.environ) -> Clock:
    """The machine's clock, or the day that UADESK_TODAY sets (ISO, as 2025-06-01).

    Raises WrongTodayError when UADESK_TODAY is no date.
    """
    given = environment.get(TODAY, "").strip()
    if given:
        try:
            return fixed_clock(date.fromisoformat(given))
        except ValueError as error:
            raise WrongTodayError(given) from error
    return Clock(lambda: datetime.now().astimezone().date(), lambda: datetime.now(UTC))
