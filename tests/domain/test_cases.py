"""How a case stands follows from its bulletins in the order of their issue."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import permutations

import pytest

from uadesk.domain.bulletins import Stage, asks_for_letters
from uadesk.domain.cases import CaseState, Decision, Notice, Standing, days_left, post_is_late, standing

IMPORTED = datetime(2025, 9, 1, 18, tzinfo=UTC)
APRIL, JULY, AUGUST = date(2025, 4, 1), date(2025, 7, 22), date(2025, 8, 3)


def asks(issued: date | None, until: date | None = date(2025, 7, 1), ident: int = 1, targets: bool = True) -> Notice:
    return Notice(issued, IMPORTED, True, False, until, ident, has_targets=targets, has_demands=targets)


def ends(issued: date | None, ident: int = 2) -> Notice:
    return Notice(issued, IMPORTED, False, True, None, ident, has_targets=False, has_demands=False)


@pytest.mark.parametrize("notices", list(permutations([asks(APRIL), ends(JULY)])))
def test_an_outcome_closes_in_whatever_order_it_was_imported(notices: tuple[Notice, ...]) -> None:
    now = standing(notices)
    assert now.closed_on == JULY
    assert now.state(AUGUST) is CaseState.CLOSED
    assert now.current == 1


@pytest.mark.parametrize("notices", list(permutations([asks(APRIL), ends(JULY), asks(AUGUST, date(2025, 9, 9), 3)])))
def test_a_later_call_for_letters_reopens(notices: tuple[Notice, ...]) -> None:
    now = standing(notices)
    assert now.closed_on is None
    assert (now.current, now.act_until) == (3, date(2025, 9, 9))


def test_an_update_without_addresses_or_date_leaves_those_before() -> None:
    now = standing([asks(APRIL), asks(JULY, None, 2, targets=False)])
    assert (now.current, now.addressed, now.demanding, now.act_until) == (2, 1, 1, date(2025, 7, 1))


def test_a_bulletin_without_a_date_counts_from_its_import() -> None:
    assert standing([ends(JULY), asks(None, ident=3)]).current == 3


def test_a_decision_holds_until_a_later_bulletin() -> None:
    closed = Decision(closes=True, day=date(2025, 5, 1), made=IMPORTED, reason="the office phoned")
    assert standing([asks(APRIL)], [closed]).closed_reason == "the office phoned"
    assert standing([asks(APRIL), asks(JULY, ident=2)], [closed]).closed_on is None


def test_reopened_by_hand_after_an_outcome() -> None:
    again = Decision(closes=False, day=JULY, made=IMPORTED, reason="the office asked us to go on")
    assert standing([asks(APRIL), ends(JULY)], [again]).closed_on is None


@pytest.mark.parametrize(
    ("today", "state", "left"),
    [
        (date(2025, 6, 30), CaseState.ACTIVE, 1),
        (date(2025, 7, 1), CaseState.ACTIVE, 0),
        (date(2025, 7, 2), CaseState.PAST, -1),
    ],
)
def test_the_last_day_to_write_is_a_day_to_write(today: date, state: CaseState, left: int) -> None:
    assert Standing(act_until=date(2025, 7, 1)).state(today) is state
    assert days_left(date(2025, 7, 1), today) == left


def test_a_translation_is_no_step_of_its_own() -> None:
    english = Notice(APRIL, IMPORTED, True, False, date(2025, 7, 1), 1, index="AMR 1/2025", language="en")
    french = Notice(APRIL, IMPORTED, True, False, date(2025, 8, 8), 2, index="AMR 1/2025", language="fr")
    update = Notice(JULY, IMPORTED, True, False, date(2025, 9, 9), 3, index="AMR 2/2025", language="en")
    assert (standing([english, french]).current, standing([english, french]).act_until) == (1, date(2025, 7, 1))
    assert standing([english, french, update]).current == 3


def test_an_update_that_came_in_after_a_decision_of_the_same_day_holds() -> None:
    day = date(2025, 5, 1)
    early, late = datetime(2025, 5, 1, 9, tzinfo=UTC), datetime(2025, 5, 1, 19, tzinfo=UTC)
    closed = Decision(closes=True, day=day, made=early, reason="the office phoned")
    update = Notice(day, late, True, False, None, 2)
    assert standing([asks(APRIL), update], [closed]).closed_on is None
    assert standing([asks(APRIL), update], [Decision(True, day, datetime(2025, 5, 1, 21, tzinfo=UTC), "x")]).closed_on


@pytest.mark.parametrize(
    ("stage", "further", "targets", "demands", "asks_"),
    [
        (Stage.FIRST, None, False, False, True),
        (None, None, False, False, True),
        (Stage.UPDATE, None, False, False, False),
        (Stage.UPDATE, None, False, True, True),
        (Stage.UPDATE, True, False, False, True),
        (Stage.UPDATE, False, True, True, False),
        (Stage.OUTCOME, None, False, False, False),
        (Stage.OUTCOME, True, True, True, True),
    ],
)
def test_news_alone_asks_for_nothing(
    stage: Stage | None, further: bool | None, targets: bool, demands: bool, asks_: bool
) -> None:
    assert asks_for_letters(stage, further_action=further, has_targets=targets, has_demands=demands) is asks_


@pytest.mark.parametrize(
    ("until", "late"),
    [
        (date(2025, 6, 8), False),
        (date(2025, 6, 7), True),
        (date(2025, 6, 1), True),
        (date(2025, 5, 31), False),
        (None, False),
    ],
)
def test_with_less_than_a_week_left_post_comes_too_late(until: date | None, late: bool) -> None:
    assert post_is_late(until, date(2025, 6, 1)) is late


def test_what_came_first_is_the_document_and_what_came_later_its_translation() -> None:
    english = replace(asks(JULY), index="AMR 1", language="en")
    french = replace(asks(APRIL, date(2025, 9, 9), 2), index="AMR 1", language="fr")
    assert standing([french, english]).current == 1
    assert standing([replace(french, imported=IMPORTED - timedelta(days=1)), english]).current == 2


def test_a_language_that_nobody_knows_is_no_other() -> None:
    first = replace(asks(APRIL), index="AMR 1", language="en")
    assert standing([first, replace(asks(JULY, ident=2), index="AMR 1", language=None)]).current == 2
