"""Before an evening: which cases to offer, what is new on them, and who has written on them already."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from uadesk.desk.cases import list_cases
from uadesk.desk.desk import Desk
from uadesk.desk.evenings import offered_at_first, stored_evening
from uadesk.domain.addresses import Addressee, Role
from uadesk.domain.rows import CaseRow, EveningRow


class News(StrEnum):
    """What came on a case since the last evening."""

    NEW = "new"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Offer:
    """One case that could be on the table; its state and deadline are those of the evening's day."""

    case: CaseRow
    is_offered: bool
    news: News | None
    wrote: tuple[str, ...]
    """Names of those who have written on it, by the letters that went."""
    targets: tuple[Addressee, ...]


@dataclass(frozen=True, slots=True)
class Preparation:
    """An evening to come. `last` is the evening before it to which somebody came."""

    evening: EveningRow
    last: date | None
    offers: tuple[Offer, ...]


def preparation(desk: Desk, day: date) -> Preparation:
    """What can be offered on this day, by the last day to write."""
    from uadesk.store.queries.cases import addressees_on, case_rows
    from uadesk.store.queries.evenings import came_since, held_before, writers_on

    idents = [row.ident for row in list_cases(desk)]
    with desk.store.reading() as session:
        cases = case_rows(session, idents, day)
        last = held_before(session, day)
        fresh = came_since(session, idents, last) if last is not None else {}
        writers = writers_on(session, idents)
        named = addressees_on(session, idents)
    evening = stored_evening(desk, day) or EveningRow(0, day, "", (), offered_at_first(cases))
    offers = tuple(
        Offer(
            case=case,
            is_offered=case.ident in evening.cases,
            news=None if case.ident not in fresh else News.NEW if fresh[case.ident] else News.MORE,
            wrote=writers.get(case.ident, ()),
            targets=tuple(each for each in named[case.ident] if each.role is Role.TARGET),
        )
        for case in cases
    )
    return Preparation(evening, last, offers)


def next_evening(desk: Desk) -> date | None:
    """The next day after today for which an evening was prepared."""
    from uadesk.store.queries.evenings import planned_after

    with desk.store.reading() as session:
        return planned_after(session, desk.today)
