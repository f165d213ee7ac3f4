"""Before an evening: what is on offer on that day, what is new, who has written already."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tests.desk.conftest import FIRST, TODAY
from uadesk.desk.bulletins import import_draft
from uadesk.desk.desk import Desk
from uadesk.desk.drafting import draft_letters
from uadesk.desk.evenings import set_here, set_on_offer, set_place, tonight
from uadesk.desk.preparing import News, next_evening, preparation
from uadesk.desk.steps import mark
from uadesk.desk.undoing import undo
from uadesk.domain.bulletins import Stage
from uadesk.domain.cases import CaseState
from uadesk.domain.letters import LetterStatus
from uadesk.domain.numbers import UANumber
from uadesk.domain.texts import Text

LATER = date(2025, 6, 10)


def test_a_later_evening_is_prepared_and_found_on_its_day(
    desk: Desk, case: int, people: tuple[int, ...], on_day: Callable[[date], Desk]
) -> None:
    other = import_draft(desk, replace(FIRST, number=UANumber(25, 77), index="X", text=Text("Other"))).case_id
    assert next_evening(desk) is None
    set_on_offer(desk, other, False, LATER)
    set_place(desk, "Trinity Hall", LATER)
    assert next_evening(desk) == LATER
    assert {row.ident for row in tonight(desk).cases} == {case, other}
    evening = tonight(on_day(LATER))
    assert (evening.evening.place, [row.ident for row in evening.cases]) == ("Trinity Hall", [case])
    undo(desk)
    assert tonight(on_day(LATER)).evening.place == ""


def test_a_case_stands_as_it_will_on_that_day(desk: Desk, case: int) -> None:
    [offer] = preparation(desk, date(2025, 7, 2)).offers
    assert offer.case.state is CaseState.PAST
    assert not offer.is_offered
    assert preparation(desk, LATER).offers[0].is_offered


def test_what_came_since_the_last_evening_is_told(
    desk: Desk, case: int, people: tuple[int, ...], on_day: Callable[[date], Desk]
) -> None:
    assert preparation(desk, LATER).last is None
    set_here(desk, people[0], here=True)
    assert [offer.news for offer in preparation(desk, LATER).offers] == [None]
    between = on_day(date(2025, 6, 5))
    import_draft(between, replace(FIRST, number=UANumber(25, 77), index="X", text=Text("Other")))
    update = replace(FIRST, stage=Stage.UPDATE, index="Y", issued=date(2025, 6, 4), text=Text("More"))
    found = preparation(between, LATER)
    assert found.last == TODAY
    assert {offer.case.name: offer.news for offer in found.offers} == {"34/25": None, "77/25": News.NEW}
    import_draft(between, update)
    assert {offer.case.name: offer.news for offer in preparation(between, LATER).offers} == {
        "34/25": News.MORE,
        "77/25": News.NEW,
    }


def test_who_wrote_is_told_by_the_letters_that_went(desk: Desk, case: int, people: tuple[int, ...]) -> None:
    idents = [row.ident for row in draft_letters(desk, case, people[:2], copies=True).done]
    assert preparation(desk, LATER).offers[0].wrote == ()
    mark(desk, idents, LetterStatus.PRINTED)
    mark(desk, idents[:2], LetterStatus.POSTED)
    [offer] = preparation(desk, LATER).offers
    assert offer.wrote == ("Zoë Łukaszewska",)
    assert [each.name for each in offer.targets] == ["The Honourable Ana Peña"]
