"""What waits for the letter box, and that a letter counts on the day it went into it."""

from collections.abc import Callable
from datetime import date

from tests.desk.conftest import OUTCOME, TODAY
from uadesk.base.jobs import finish
from uadesk.desk.bulletins import import_draft
from uadesk.desk.desk import Desk
from uadesk.desk.drafting import draft_letters
from uadesk.desk.posting import stack_of, unposted_stacks
from uadesk.desk.printing import confirm_printed, print_letters
from uadesk.desk.reports import report
from uadesk.desk.steps import mark
from uadesk.domain.letters import Channel, LetterStatus

NEXT_WEEK = date(2025, 6, 8)


def evening(desk: Desk, case: int, people: tuple[int, ...]) -> list[int]:
    """Two printed letters and one by hand."""
    rows = draft_letters(desk, case, people[:2], evening=desk.today).done
    confirm_printed(desk, finish(print_letters(desk, [row.ident for row in rows])))
    by_hand = draft_letters(desk, case, people[2:], channel=Channel.HANDWRITTEN, evening=desk.today).done
    return [row.ident for row in (*rows, *by_hand)]


def test_printed_letters_and_those_by_hand_lie_on_the_stack(desk: Desk, case: int, people: tuple[int, ...]) -> None:
    idents = evening(desk, case, people)
    assert [row.ident for row in stack_of(desk, TODAY).letters] == idents
    assert unposted_stacks(desk) == ()


def test_an_earlier_evening_is_asked_about_until_it_is_answered(
    desk: Desk, case: int, people: tuple[int, ...], on_day: Callable[[date], Desk]
) -> None:
    idents = evening(desk, case, people)
    later = on_day(NEXT_WEEK)
    [stack] = unposted_stacks(later)
    assert (stack.evening, [row.ident for row in stack.letters]) == (TODAY, idents)
    mark(later, idents[:1], LetterStatus.POSTED, day=TODAY)
    assert [row.ident for row in unposted_stacks(later)[0].letters] == idents[1:]
    mark(later, idents[1:], LetterStatus.POSTED, day=TODAY)
    assert unposted_stacks(later) == ()
    assert report(later, TODAY, TODAY).total.posted == 3
    assert report(later, NEXT_WEEK, NEXT_WEEK).total.posted == 0


def test_a_stack_that_was_printed_after_its_evening_went_then_at_the_earliest(
    desk: Desk, case: int, people: tuple[int, ...], on_day: Callable[[date], Desk]
) -> None:
    rows = draft_letters(desk, case, people[:2], evening=desk.today).done
    mark(desk, [rows[0].ident], LetterStatus.PRINTED)
    later = on_day(NEXT_WEEK)
    assert unposted_stacks(later)[0].likely_day == TODAY
    mark(later, [rows[1].ident], LetterStatus.PRINTED)
    assert unposted_stacks(later)[0].likely_day == NEXT_WEEK


def test_letters_by_hand_alone_were_perhaps_never_written(
    desk: Desk, case: int, people: tuple[int, ...], on_day: Callable[[date], Desk]
) -> None:
    draft_letters(desk, case, people, channel=Channel.HANDWRITTEN, evening=TODAY)
    assert unposted_stacks(on_day(NEXT_WEEK)) == ()


def test_letters_of_a_closed_case_never_lie_on_the_stack(
    desk: Desk, case: int, people: tuple[int, ...], on_day: Callable[[date], Desk]
) -> None:
    evening(desk, case, people)
    import_draft(desk, OUTCOME)
    assert stack_of(desk, TODAY).letters == ()
    assert unposted_stacks(on_day(NEXT_WEEK)) == ()
