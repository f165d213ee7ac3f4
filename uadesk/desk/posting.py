"""Stacks that wait for the letter box: tonight's, and those of earlier evenings that nobody answered for."""

from dataclasses import dataclass
from datetime import date

from uadesk.desk.desk import Desk
from uadesk.domain.letters import LetterStatus
from uadesk.domain.rows import LetterFilter, LetterRow, Order


@dataclass(frozen=True, slots=True)
class Stack:
    """The letters of one evening that could go into the box, in the order of their making."""

    evening: date
    letters: tuple[LetterRow, ...]

    @property
    def likely_day(self) -> date:
        """When it most likely went: at its evening, or on the later day on which the last of it came to paper."""
        ready = [row.changed.astimezone().date() for row in self.letters if row.status is not LetterStatus.DRAFT]
        return max(self.evening, *ready) if ready else self.evening


def stack_of(desk: Desk, evening: date) -> Stack:
    """What waits for the box of this evening's letters."""
    return Stack(evening, _ready(desk, LetterFilter(evening=evening, to_box=True)))


def unposted_stacks(desk: Desk) -> tuple[Stack, ...]:
    """The stacks of earlier evenings of which nobody said that they went into the box, the latest first.

    A letter by hand that was begun on an evening before counts only beside printed ones: alone it was never on paper.
    """
    by_day: dict[date, list[LetterRow]] = {}
    for row in _ready(desk, LetterFilter(evening_before=desk.today, to_box=True)):
        if row.evening is not None:
            by_day.setdefault(row.evening, []).append(row)
    stacks = (Stack(day, tuple(rows)) for day, rows in sorted(by_day.items(), reverse=True))
    return tuple(stack for stack in stacks if any(row.status is not LetterStatus.DRAFT for row in stack.letters))


def _ready(desk: Desk, wanted: LetterFilter) -> tuple[LetterRow, ...]:
    from uadesk.desk.letters import list_letters

    return tuple(list_letters(desk, wanted, Order("id")))
