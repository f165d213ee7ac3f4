"""Sheets for the table, from the desk: what stands on them, and what is refused by name."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tests.desk.conftest import EMBASSY, FIRST, MINISTER, OUTCOME, TODAY
from tests.press.paper import Sheet, open_sheets
from uadesk.base.jobs import finish
from uadesk.desk.bulletins import import_draft
from uadesk.desk.cases import close_case, save_shared_text, shared_text
from uadesk.desk.desk import Desk
from uadesk.desk.drafting import CaseClosedError, NobodyToWriteToError, draft_letters
from uadesk.desk.evenings import add_guest, set_here, set_place
from uadesk.desk.groups import group, save_group
from uadesk.desk.members import add_member
from uadesk.desk.printing import confirm_printed, print_letters
from uadesk.desk.sheets import (
    NoOutcomeError,
    NothingOnTheTableError,
    case_sheet,
    news_sheet,
    sign_in_sheet,
    tonight_stack,
    what_was_done,
)
from uadesk.desk.steps import mark
from uadesk.desk.words import done_sentence, done_sentences, sentence
from uadesk.domain.counts import CaseDone
from uadesk.domain.letters import LetterStatus
from uadesk.domain.numbers import UANumber
from uadesk.domain.people import Paper, Person


def post(desk: Desk, case: int, people: tuple[int, ...]) -> None:
    idents = [row.ident for row in draft_letters(desk, case, people, copies=True).done]
    confirm_printed(desk, finish(print_letters(desk, idents)))
    mark(desk, idents, LetterStatus.POSTED)


def only(pdf: bytes) -> Sheet:
    [page] = open_sheets(pdf)
    return page


def flat(page: Sheet) -> str:
    return " ".join(page.text.split())


def test_a_case_sheet_says_all_that_a_writer_needs(desk: Desk, case: int) -> None:
    page = only(case_sheet(desk, case))
    assert page.lines[:2] == ["34/25 · Costa Rica", "Free the river guardians"]
    for line in (*MINISTER.lines, MINISTER.salutation, *EMBASSY.lines):
        assert str(line) in flat(page)
    assert page.lines[2] == "Write by 1 July 2025 30 days left"
    asked = "I urge the government to: • release the guardians at once. • return their boats."
    for words in (asked, str(FIRST.summary), "Be polite"):
        assert words in flat(page)


def test_the_paragraph_that_the_coordinator_looked_at_stands_instead_of_the_summary(desk: Desk, case: int) -> None:
    text = shared_text(desk, case)
    save_shared_text(desk, case, replace(text.shared, case="They guard the river for us all."), text.version)
    said = flat(only(case_sheet(desk, case)))
    assert "They guard the river for us all." in said
    assert "Nobody has charged them" not in said


def test_the_country_is_added_below_an_address_abroad_that_lacks_it(desk: Desk) -> None:
    bare = replace(MINISTER, lines=MINISTER.lines[:-1], address_lines=MINISTER.address_lines[:-1])
    ident = import_draft(desk, replace(FIRST, targets=(bare,))).case_id
    assert "San Rafael COSTA RICA" in flat(only(case_sheet(desk, ident)))


def test_it_is_on_the_groups_paper(desk: Desk, case: int) -> None:
    save_group(desk, replace(group(desk), paper=Paper.A4))
    page = only(case_sheet(desk, case))
    assert (round(page.width), round(page.height)) == (210, 297)


def test_no_sheet_is_made_for_a_closed_case_or_one_without_an_address(desk: Desk, case: int) -> None:
    close_case(desk, case, "the office phoned")
    with pytest.raises(CaseClosedError):
        case_sheet(desk, case)
    nobody = import_draft(desk, replace(FIRST, number=UANumber(25, 35), index="X", targets=(), copies=())).case_id
    with pytest.raises(NobodyToWriteToError):
        case_sheet(desk, nobody)


def test_the_sign_in_sheet_has_first_names_of_those_expected_and_nothing_else_of_them(
    desk: Desk, people: tuple[int, ...]
) -> None:
    page = only(sign_in_sheet(desk, TODAY))
    assert page.lines[-3:] == ["Amir", "Anna", "Zoë"]
    assert "Łukaszewska" not in page.text
    assert "Elm Road" not in page.text


def test_guests_who_came_stand_beside_the_members_and_two_of_one_name_are_told_apart(
    desk: Desk, people: tuple[int, ...]
) -> None:
    set_here(desk, people[0], here=True)
    add_guest(desk, "Noor Guest")
    set_place(desk, "Trinity Hall")
    add_member(desk, Person("Anna Berg"))
    page = only(sign_in_sheet(desk, TODAY))
    assert "Trinity Hall" in page.lines
    assert page.lines[-5:] == ["Amir", "Anna Be.", "Anna Br.", "Noor", "Zoë"]


def test_the_stack_is_the_sign_in_sheet_and_each_case_on_offer(desk: Desk, case: int, people: tuple[int, ...]) -> None:
    second = replace(FIRST, number=UANumber(25, 35), index="X", title="LET THEM GO")
    import_draft(desk, second)
    stack = finish(tonight_stack(desk, TODAY))
    pages = open_sheets(stack.pdf)
    assert stack.made == ("Sign-in sheet", "34/25", "35/25")
    assert [page.lines[0] for page in pages] == ["Group 9", "34/25 · Costa Rica", "35/25 · Costa Rica"]
    assert {(page.width, page.height) for page in pages} == {(pages[0].width, pages[0].height)}


def test_a_sheet_that_is_refused_is_named_and_the_others_are_made(desk: Desk, case: int) -> None:
    import_draft(desk, replace(FIRST, number=UANumber(25, 35), index="X", title="李"))
    stack = finish(tonight_stack(desk, TODAY))
    assert stack.made == ("Sign-in sheet", "34/25")
    [refused] = stack.refused
    assert refused.what == "35/25"
    assert "李" in sentence(refused.why)


def test_where_every_sheet_is_refused_there_is_no_stack(desk: Desk) -> None:
    save_group(desk, replace(group(desk), name="李"))
    with pytest.raises(NothingOnTheTableError) as refused:
        finish(tonight_stack(desk, TODAY))
    assert "李" in sentence(refused.value)


def test_what_was_done_counts_what_went_out(desk: Desk, case: int, people: tuple[int, ...]) -> None:
    draft_letters(desk, case, people[2:])
    assert what_was_done(desk, case) == CaseDone()
    post(desk, case, people[:2])
    assert what_was_done(desk, case) == CaseDone(letters=2, people=2, copies=2)


def test_the_news_says_what_the_outcome_says_and_what_we_did(
    desk: Desk, case: int, people: tuple[int, ...], on_day: Callable[[date], Desk]
) -> None:
    post(desk, case, people[:2])
    import_draft(desk, OUTCOME)
    page = only(news_sheet(desk, case))
    assert page.lines[1].casefold() == "river guardians are free"
    assert "The guardians came home." in page.lines
    assert page.lines[-3:] == [
        "2 letters by 2 people went out.",
        "With them went 2 copies.",
        "Thank you, all of you who wrote.",
    ]


def test_without_an_outcome_there_is_no_news_but_the_reason_for_closing_is(desk: Desk, case: int) -> None:
    with pytest.raises(NoOutcomeError) as none:
        news_sheet(desk, case)
    assert "34/25" in sentence(none.value)
    close_case(desk, case, "The office phoned: all are free.")
    assert "The office phoned: all are free." in only(news_sheet(desk, case)).lines
    import_draft(desk, replace(OUTCOME, summary=None))
    assert "The office phoned: all are free." in only(news_sheet(desk, case)).lines


def test_what_was_done_in_words() -> None:
    assert done_sentence(CaseDone(14, 9)) == "14 letters by 9 people went out"
    assert done_sentence(CaseDone(1, 1)) == "1 letter by 1 person went out"
    assert done_sentences(CaseDone(2, 1, 1, 3))[1] == "With them went 1 copy and 3 cards of solidarity."
    assert done_sentences(CaseDone()) == ("No letter of ours went out.",)
