"""What became of letters: each step with its time, and how much was written."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tests.desk.conftest import MINISTER, TODAY
from uadesk.desk.cases import close_case
from uadesk.desk.desk import Desk
from uadesk.desk.drafting import draft_letters
from uadesk.desk.history import addressees, cases_by_name, letter_history, tally, writers_by_name
from uadesk.desk.letters import LetterGoneError, list_letters
from uadesk.desk.members import remove_member
from uadesk.desk.steps import mark, take_back
from uadesk.desk.undoing import undo
from uadesk.desk.words import step_word, tally_words
from uadesk.domain.letters import LetterStatus
from uadesk.domain.rows import LetterFilter, Tally


@pytest.fixture
def letters(desk: Desk, case: int, people: tuple[int, ...]) -> list[int]:
    """A letter by each of three people, with a copy each, drafted at an evening."""
    return [row.ident for row in draft_letters(desk, case, people, copies=True, evening=TODAY).done]


def test_every_step_stands_with_its_day_and_those_taken_back_too(
    desk: Desk, letters: list[int], on_day: Callable[[date], Desk]
) -> None:
    later = on_day(TODAY + timedelta(2))
    mark(desk, letters[:1], LetterStatus.PRINTED)
    mark(later, letters[:1], LetterStatus.POSTED)
    take_back(later, letters[:1])
    steps = letter_history(desk, letters[0])
    assert [step_word(step) for step in steps] == [
        "drafted",
        "printed",
        "put in the box",
        "step taken back: printed, not yet posted",
    ]
    assert [step.day for step in steps] == [TODAY, TODAY, TODAY + timedelta(2), TODAY]
    assert all(step.at.utcoffset() == timedelta(0) for step in steps)
    undo(desk)
    assert len(letter_history(desk, letters[0])) == 3


def test_a_letter_that_is_gone_has_no_history(desk: Desk, letters: list[int]) -> None:
    undo(desk)
    with pytest.raises(LetterGoneError):
        letter_history(desk, letters[0])


def test_how_much_was_written_by_whom_to_whom_and_when(
    desk: Desk, case: int, letters: list[int], people: tuple[int, ...], on_day: Callable[[date], Desk]
) -> None:
    mark(desk, letters, LetterStatus.PRINTED)
    mark(on_day(TODAY + timedelta(3)), letters[:2], LetterStatus.POSTED)
    mark(desk, letters[-1:], LetterStatus.WITHDRAWN)
    assert tally(desk, LetterFilter(case_id=case)) == Tally(5, 2, TODAY + timedelta(3))
    assert tally(desk, LetterFilter(member_id=people[1])).gone == 0
    assert tally(desk, LetterFilter(evening=TODAY)).letters == 5
    assert tally(desk, LetterFilter(evening=TODAY + timedelta(1))) == Tally(0, 0, None)
    assert tally(desk, LetterFilter(addressee=MINISTER.name)).letters == 3
    assert tally_words(tally(desk, LetterFilter(case_id=case))) == "5 letters, 2 went out, the last on 4 June 2025"
    assert tally_words(Tally(1, 0, None)) == "1 letter, none went out yet"


def test_addressees_are_named_once_and_narrow_the_list(desk: Desk, letters: list[int]) -> None:
    assert addressees(desk) == ["Mr. Luis Mora", "The Honourable Ana Peña"]
    wanted = LetterFilter(addressee="Mr. Luis Mora")
    assert {row.addressee for row in list_letters(desk, wanted)} == {"Mr. Luis Mora"}
    mark(desk, letters, LetterStatus.PRINTED)
    assert len(list_letters(desk, wanted)) == 3


def test_letters_of_open_and_of_closed_cases(desk: Desk, case: int, letters: list[int]) -> None:
    assert len(list_letters(desk, LetterFilter(case_closed=False))) == 6
    close_case(desk, case, "the office phoned")
    assert len(list_letters(desk, LetterFilter(case_closed=False))) == 0
    assert len(list_letters(desk, LetterFilter(case_closed=True))) == 6


def test_cases_that_closed_and_people_who_left_can_still_be_asked_for(
    desk: Desk, case: int, letters: list[int], people: tuple[int, ...]
) -> None:
    mark(desk, letters, LetterStatus.PRINTED)
    close_case(desk, case, "the office phoned")
    remove_member(desk, people[0])
    assert [ident for _name, ident in cases_by_name(desk)] == [case]
    assert {ident for _name, ident in writers_by_name(desk)} == set(people)
    assert [name for name, _ident in writers_by_name(desk)] == sorted(name for name, _ident in writers_by_name(desk))
