"""What goes to paper, what is refused, and that only a confirmed piece is marked printed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.desk.conftest import EMBASSY, FIRST, MINISTER, OUTCOME
from uadesk.base.jobs import finish
from uadesk.desk.bulletins import correct, import_draft, stored_draft
from uadesk.desk.cases import case_view, save_shared_text, shared_text
from uadesk.desk.desk import Desk
from uadesk.desk.drafting import CaseClosedError, draft_letters
from uadesk.desk.going import OriginalWithdrawnError
from uadesk.desk.letters import list_letters
from uadesk.desk.members import add_member
from uadesk.desk.printing import (
    NothingToPrintError,
    PrintJob,
    UnknownStationeryError,
    confirm_printed,
    print_envelopes,
    print_letters,
)
from uadesk.desk.steps import mark
from uadesk.desk.undoing import redo, undo
from uadesk.desk.writing import letter_view, save_letter
from uadesk.domain.letters import Channel, LetterStatus
from uadesk.domain.numbers import UANumber
from uadesk.domain.people import Paper, Person
from uadesk.domain.rows import LetterFilter
from uadesk.domain.texts import Text
from uadesk.letters.checks import NoPostalAddressError, UnfilledFieldError
from uadesk.press.fonts import LackingCharacterError


@pytest.fixture
def drafts(desk: Desk, case: int, people: tuple[int, ...]) -> tuple[int, ...]:
    """Two letters and their copies."""
    return tuple(row.ident for row in draft_letters(desk, case, people[:2], copies=True).done)


def letters(desk: Desk, idents: tuple[int, ...], *, again: bool = False) -> PrintJob:
    return finish(print_letters(desk, idents, again=again))


def codes(desk: Desk) -> list[str]:
    return [row.code for row in list_letters(desk)]


def test_letters_come_in_the_order_of_their_drafting(desk: Desk, drafts: tuple[int, ...]) -> None:
    job = letters(desk, tuple(reversed(drafts)))
    made = [letter_view(desk, ident).row.code for ident in drafts]
    assert list(job.codes) == made
    assert job.pages == 4


def test_nothing_is_printed_before_it_is_confirmed(desk: Desk, drafts: tuple[int, ...]) -> None:
    job = letters(desk, drafts)
    assert {row.status for row in list_letters(desk)} == {LetterStatus.DRAFT}
    confirm_printed(desk, job, job.codes[:1])
    assert [row.code for row in list_letters(desk, LetterFilter(statuses=frozenset({LetterStatus.PRINTED})))] == [
        job.codes[0]
    ]
    confirm_printed(desk, job)
    assert {row.status for row in list_letters(desk)} == {LetterStatus.PRINTED}


def test_again_prints_the_same_words_though_everything_changed(desk: Desk, drafts: tuple[int, ...], case: int) -> None:
    first = letters(desk, drafts)
    confirm_printed(desk, first)
    text = shared_text(desk, case)
    save_shared_text(desk, case, replace(text.shared, subject="Another subject"), text.version)
    with pytest.raises(NothingToPrintError):
        letters(desk, drafts)
    assert letters(desk, drafts, again=True).pieces == first.pieces


def test_posted_letters_are_never_printed_again(desk: Desk, drafts: tuple[int, ...]) -> None:
    confirm_printed(desk, letters(desk, drafts))
    mark(desk, drafts, LetterStatus.POSTED)
    with pytest.raises(NothingToPrintError):
        letters(desk, drafts, again=True)


def test_no_letter_prints_for_a_closed_case(desk: Desk, drafts: tuple[int, ...]) -> None:
    import_draft(desk, OUTCOME)
    with pytest.raises(NothingToPrintError) as nothing:
        letters(desk, drafts)
    assert all(isinstance(refused.why, CaseClosedError) for refused in nothing.value.refused)
    with pytest.raises(NothingToPrintError):
        finish(print_envelopes(desk, drafts))


def test_after_the_last_day_it_warns_and_goes_on(
    desk: Desk, drafts: tuple[int, ...], on_day: Callable[[date], Desk]
) -> None:
    assert letters(desk, drafts).late == ()
    late = letters(on_day(date(2025, 7, 2)), drafts)
    assert [row.name for row in late.late] == ["34/25"]
    assert late.pages == 4


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"lines": ("Somebody",), "address_lines": ()}, NoPostalAddressError),
        ({"salutation": None}, UnfilledFieldError),
        ({"salutation": "Dear [NAME],"}, UnfilledFieldError),
        ({"lines": ("Minister 部長", "12 Palace Square", "San Rafael")}, LackingCharacterError),
    ],
)
def test_a_piece_that_would_be_wrong_is_named_and_the_rest_printed(
    desk: Desk,
    drafts: tuple[int, ...],
    people: tuple[int, ...],
    change: dict[str, Any],
    refusal: type[Exception],
) -> None:
    wrong = replace(
        FIRST,
        number=UANumber(25, 35),
        index="AMR 29/0009/2025",
        text=Text("another"),
        targets=(replace(MINISTER, **change),),
    )
    other = import_draft(desk, wrong)
    bad = draft_letters(desk, other.case_id, people[:1]).done[0]
    job = letters(desk, (*drafts, bad.ident))
    assert job.pages == 4
    [refused] = job.refused
    assert refused.what == bad.code
    assert isinstance(refused.why, refusal)


def test_envelopes_follow_the_letters_and_those_by_hand_have_one_too(
    desk: Desk, case: int, people: tuple[int, ...]
) -> None:
    by_post = draft_letters(desk, case, people[:1]).done
    by_hand = draft_letters(desk, case, people[1:2], channel=Channel.HANDWRITTEN).done
    idents = [row.ident for row in by_post + by_hand]
    envelopes = finish(print_envelopes(desk, idents))
    assert envelopes.codes == tuple(row.code for row in by_post + by_hand)
    assert letters(desk, tuple(idents)).codes == (by_post[0].code,)


def test_an_unknown_envelope_is_said_with_the_known_ones(desk: Desk, drafts: tuple[int, ...]) -> None:
    with pytest.raises(UnknownStationeryError) as unknown:
        finish(print_envelopes(desk, drafts, stationery="us-99"))
    assert {"us-10", "iso-dl"} <= set(unknown.value.known)


def test_the_country_line_is_the_destinations_and_never_ones_own(desk: Desk, drafts: tuple[int, ...]) -> None:
    appeal, copy = letters(desk, drafts[:2]).pieces
    assert appeal.recipient[-1] == "COSTA RICA"
    assert copy.recipient[-1] == "Ottawa, ON K1R 7S8"


def test_a_copy_carries_the_letter_it_is_a_copy_of(desk: Desk, drafts: tuple[int, ...]) -> None:
    view = letter_view(desk, drafts[0])
    save_letter(desk, drafts[0], replace(view.edit, own_words="I fish in a river myself."), view.version)
    appeal, copy = letters(desk, drafts[:2]).pieces
    assert appeal.text is not None
    assert copy.text is not None
    assert copy.text.own_words == appeal.text.own_words == ("I fish in a river myself.",)
    assert copy.text.copy_of[1:] == appeal.recipient
    assert copy.text.salutation == "Dear Minister Peña,"
    assert any("Luis Mora" in entry for entry in appeal.text.cc)


def test_the_copy_line_names_an_office_and_never_a_street(desk: Desk, people: tuple[int, ...]) -> None:
    ambassador = replace(
        EMBASSY,
        lines=("Mr. Luis Mora", "Ambassador of Costa Rica", "350 Sparks Street", "Ottawa, ON K1R 7S8"),
        title="Ambassador of Costa Rica",
        address_lines=("350 Sparks Street", "Ottawa, ON K1R 7S8"),
    )
    case = import_draft(desk, replace(FIRST, copies=(ambassador,))).case_id
    drafted = draft_letters(desk, case, people[:1], copies=True).done
    text = letters(desk, tuple(row.ident for row in drafted)).pieces[0].text
    assert text is not None
    assert "Mr. Luis Mora, Ambassador of Costa Rica" in text.cc[0]


def test_the_copy_line_names_whom_the_copy_goes_to(desk: Desk, drafts: tuple[int, ...]) -> None:
    view = letter_view(desk, drafts[1])
    typed = ("Ms. Eva Soto", "Consulate of Costa Rica", "9 Bank Street", "Ottawa, ON K1P 1A1")
    save_letter(desk, drafts[1], replace(view.edit, recipient=typed), view.version)
    assert copied_to(desk, drafts[0]) == "Ms. Eva Soto, Consulate of Costa Rica"
    confirm_printed(desk, letters(desk, drafts[1:2]))
    assert copied_to(desk, drafts[0]) == "Ms. Eva Soto, Consulate of Costa Rica"


def copied_to(desk: Desk, letter: int) -> str:
    """Who gets the one copy of a letter, as it says itself."""
    text = letters(desk, (letter,)).pieces[0].text
    assert text is not None
    [line] = text.cc
    return line


def test_nothing_of_one_letter_reaches_another(desk: Desk, case: int) -> None:
    """Each writer's name, street and words stand on this writer's pieces and on no other."""
    marks = [f"Writer{place}" for place in range(40)]
    idents = [add_member(desk, Person(f"{mark} Name", (f"{mark} Street", f"{mark} Town"))) for mark in marks]
    drafted = draft_letters(desk, case, idents).done
    for mark_, row in zip(marks, drafted, strict=True):
        view = letter_view(desk, row.ident)
        save_letter(desk, row.ident, replace(view.edit, own_words=f"{mark_} words"), view.version)
    for mark_, piece in zip(marks, letters(desk, tuple(row.ident for row in drafted)).pieces, strict=True):
        text = repr(piece)
        assert text.count(f"{mark_} ") == 4
        assert not any(f"{other} " in text for other in marks if other != mark_)


def test_the_case_paragraph_is_left_out_until_somebody_looked_at_it(
    desk: Desk, case: int, drafts: tuple[int, ...]
) -> None:
    text = shared_text(desk, case)
    before = letters(desk, drafts[:1]).pieces[0].text
    assert letters(desk, drafts[:1]).silent == ("34/25",)
    save_shared_text(desk, case, replace(text.shared, case=text.proposal), text.version)
    after = letters(desk, drafts[:1]).pieces[0].text
    assert letters(desk, drafts[:1]).silent == ()
    assert before is not None
    assert after is not None
    assert before.case == ""
    assert after.case.startswith("Three river guardians")


def test_paper_follows_the_group_until_it_is_named(desk: Desk, drafts: tuple[int, ...]) -> None:
    from uadesk.press.preview import render

    usual = render(letters(desk, drafts[:1]).pdf, 0, 850)
    a4 = render(finish(print_letters(desk, drafts[:1], paper=Paper.A4)).pdf, 0, 850)
    assert round(usual.height / usual.width, 2) == 1.29
    assert round(a4.height / a4.width, 2) == 1.41


def test_a_copy_made_later_is_a_copy_of_what_was_sent(desk: Desk, case: int, people: tuple[int, ...]) -> None:
    [appeal] = draft_letters(desk, case, people[:1]).done
    sent = letters(desk, (appeal.ident,))
    confirm_printed(desk, sent)
    mark(desk, [appeal.ident], LetterStatus.POSTED)
    bulletin = case_view(desk, case).bulletins[0].ident
    changed = replace(FIRST, demands=("Something else.",), targets=(replace(MINISTER, salutation="Dear Other,"),))
    correct(desk, bulletin, changed, stored_draft(desk, bulletin).version)
    [copy] = draft_letters(desk, case, people[:1], copies=True).done
    text, original = letters(desk, (copy.ident,)).pieces[0].text, sent.pieces[0].text
    assert text is not None
    assert original is not None
    assert (text.salutation, text.demands) == (original.salutation, original.demands)
    assert text.copy_of[1:] == sent.pieces[0].recipient


def test_a_copy_of_a_withdrawn_letter_is_refused_and_a_withdrawn_copy_is_not_told(
    desk: Desk, drafts: tuple[int, ...]
) -> None:
    mark(desk, drafts[:1], LetterStatus.WITHDRAWN)
    with pytest.raises(NothingToPrintError) as nothing:
        letters(desk, drafts[1:2])
    assert isinstance(nothing.value.refused[0].why, OriginalWithdrawnError)
    mark(desk, drafts[3:4], LetterStatus.WITHDRAWN)
    text = letters(desk, drafts[2:3]).pieces[0].text
    assert text is not None
    assert text.cc == ()


def test_what_was_printed_can_be_taken_back_step_by_step(desk: Desk, drafts: tuple[int, ...]) -> None:
    job = letters(desk, drafts)
    confirm_printed(desk, job)
    finish(print_envelopes(desk, drafts))
    mark(desk, drafts, LetterStatus.POSTED)
    assert [undo(desk) for _step in range(3)] == ["Mark letters", "Print letters", "Draft letters"]
    assert len(list_letters(desk)) == 0
    assert [redo(desk) for _step in range(3)] == ["Draft letters", "Print letters", "Mark letters"]
    assert {row.status for row in list_letters(desk)} == {LetterStatus.POSTED}


def test_a_file_that_was_only_looked_at_keeps_the_drafts_undo(desk: Desk, drafts: tuple[int, ...]) -> None:
    letters(desk, drafts)
    assert undo(desk) == "Draft letters"
    assert undo(desk) is not None
