"""How a case stands: what follows from its bulletins and from what people decided."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum


class CaseState(StrEnum):
    """Whether letters are written on a case today."""

    ACTIVE = "active"
    PAST = "past"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Notice:
    """What one bulletin means for the standing of its case."""

    issued: date | None
    imported: datetime
    asks_for_letters: bool
    ends_writing: bool
    act_until: date | None
    ident: int = 0
    has_targets: bool = True
    has_demands: bool = True
    index: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """A person closed or reopened a case by hand, with a reason and a day."""

    closes: bool
    day: date
    made: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How a case stands: until when to write, and since when and why it is closed.

    `current` is the last bulletin that asks for letters; `addressed` and `demanding` are those whose addressees
    and demands hold, the same one unless it brought none.
    """

    act_until: date | None = None
    closed_on: date | None = None
    closed_reason: str | None = None
    current: int | None = None
    addressed: int | None = None
    demanding: int | None = None

    def state(self, today: date) -> CaseState:
        """The state of the case on this day."""
        if self.closed_on is not None:
            return CaseState.CLOSED
        if self.act_until is not None and self.act_until < today:
            return CaseState.PAST
        return CaseState.ACTIVE


def in_order(notices: Iterable[Notice]) -> list[Notice]:
    """Bulletins by issue date; one without a date counts as issued on the day of its import."""
    return sorted(notices, key=lambda notice: (notice.issued or notice.imported.date(), notice.imported, notice.ident))


def standing(notices: Sequence[Notice], decisions: Sequence[Decision] = ()) -> Standing:
    """How a case stands after all its bulletins, in the order of their issue and never of their import.

    A later bulletin that asks for letters reopens a closed case and replaces what it brings; an older one that
    comes late changes nothing. The same document in another language is a translation and no step of its own.
    A person's decision holds until a bulletin that is issued after it, or on its day and imported after it.
    """
    now = Standing()
    spoken = first_languages(notices)
    steps: list[tuple[date, datetime, Notice | Decision]] = [
        (notice.issued or notice.imported.date(), notice.imported, notice) for notice in in_order(notices)
    ]
    steps += [(decision.day, decision.made, decision) for decision in decisions]
    for day, _moment, step in sorted(steps, key=lambda each: each[:2]):
        if isinstance(step, Notice) and is_translation(step, spoken):
            continue
        if isinstance(step, Decision):
            closed = (day, step.reason) if step.closes else (None, None)
            now = replace(now, closed_on=closed[0], closed_reason=closed[1])
        elif step.ends_writing:
            now = replace(now, closed_on=day, closed_reason=None)
        elif step.asks_for_letters:
            now = _after(now, step)
    return now


def first_languages(notices: Iterable[Notice]) -> dict[str, str | None]:
    """The language in which each document came first: what came in another is its translation."""
    spoken: dict[str, str | None] = {}
    for notice in sorted(notices, key=lambda each: (each.imported, each.ident)):
        if notice.index:
            spoken.setdefault(notice.index, notice.language)
    return spoken


def is_translation(notice: Notice, spoken: Mapping[str, str | None]) -> bool:
    """Whether a bulletin is a document that came in another language; one that nobody knows is no other."""
    first = spoken.get(notice.index or "")
    return None not in (first, notice.language) and notice.language != first


def _after(before: Standing, notice: Notice) -> Standing:
    """How a case stands after a bulletin that asks for letters: what it does not bring stays as it was."""
    return Standing(
        act_until=notice.act_until or before.act_until,
        current=notice.ident,
        addressed=notice.ident if notice.has_targets else before.addressed,
        demanding=notice.ident if notice.has_demands else before.demanding,
    )


def days_left(act_until: date, today: date) -> int:
    """Days until the last day to write: 0 on that day itself, negative once it is gone."""
    return (act_until - today).days


POST_TAKES = 7
"""Days that a letter on paper needs; with fewer left, guides for groups write by email or fax (Madison's group 139:
a week or more, paper; less, email or fax)."""


def post_is_late(act_until: date | None, today: date) -> bool:
    """Whether a letter posted today comes too late, though there is time to write still.

    >>> post_is_late(date(2025, 7, 1), date(2025, 6, 25)), post_is_late(date(2025, 7, 1), date(2025, 6, 24))
    (True, False)
    """
    return act_until is not None and 0 <= days_left(act_until, today) < POST_TAKES
