"""A case goes on: drafts follow it, printed letters are held until somebody decides, each with what changed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tests.desk.conftest import EMBASSY, FIRST, MINISTER, OUTCOME
from tests.desk.conftest import UPDATE as LATER
from uadesk.base.jobs import finish
from uadesk.desk.addressees import NoLongerAddressedError
from uadesk.desk.bulletins import correct, import_draft, stored_draft
from uadesk.desk.cases import close_case, reopen_case
from uadesk.desk.changes import changes_of, changes_seen, held_letters
from uadesk.desk.composing import LetterEdit
from uadesk.desk.desk import Desk
from uadesk.desk.drafting import draft_letters
from uadesk.desk.holding import AddressChangedError, HeldBackError, keep_as_is, renew, to_pull
from uadesk.desk.letters import list_letters, waiting_among
from uadesk.desk.posting import stack_of
from uadesk.desk.printing import NothingToPrintError, confirm_printed, print_envelopes, print_letters
from uadesk.desk.runs import note_sent, unanswered_runs
from uadesk.desk.same_again import same_again
from uadesk.desk.steps import mark, take_back
from uadesk.desk.undoing import undo
from uadesk.desk.words import change_heading, change_sentences
from uadesk.desk.writing import correct_addressee, letter_view, save_letter
from uadesk.domain.addresses import Addressee, successor
from uadesk.domain.letters import Channel, LetterStatus
from uadesk.domain.rows import LetterFilter
from uadesk.domain.texts import Text
from uadesk.letters.shared import SharedText

MOVED = replace(
    MINISTER,
    lines=("The Honourable Ana Peña", "Minister of Justice", "77 New Street", "San Rafael", "Costa Rica"),
    address_lines=("77 New Street", "San Rafael", "Costa Rica"),
)
UPDATE = replace(LATER, targets=(MOVED,))
JUDGE = replace(
    MINISTER,
    name="Judge Luz Vega",
    title="President of the Court",
    lines=("Judge Luz Vega", "9 Law Street", "San Rafael"),
)


@pytest.fixture
def drafts(desk: Desk, case: int, people: tuple[int, ...]) -> tuple[int, ...]:
    """A letter and its copy."""
    return tuple(row.ident for row in draft_letters(desk, case, people[:1], copies=True).done)


def printed(desk: Desk, idents: tuple[int, ...]) -> None:
    confirm_printed(desk, finish(print_letters(desk, idents)))


def test_a_draft_follows_to_the_new_address_and_demands_with_its_writers_words(
    desk: Desk, drafts: tuple[int, ...]
) -> None:
    view = letter_view(desk, drafts[0])
    save_letter(desk, drafts[0], LetterEdit("I am a nurse."), view.version)
    imported = import_draft(desk, UPDATE)
    assert set(imported.followed) == {row.code for row in list_letters(desk)}
    piece = finish(print_letters(desk, drafts)).pieces[0]
    assert piece.recipient == (*MOVED.lines[:-1], "COSTA RICA")
    assert piece.text is not None
    assert piece.text.demands == ("release the guardians at once.", "let a doctor see them.")
    assert piece.text.own_words == ("I am a nurse.",)


def test_its_letter_says_what_changed_until_somebody_saw_it(desk: Desk, drafts: tuple[int, ...]) -> None:
    assert changes_of(desk, drafts) == {}
    import_draft(desk, UPDATE)
    said = change_sentences(changes_of(desk, drafts)[drafts[0]])
    assert any("77 New Street" in each and "12 Palace Square" in each for each in said)
    assert "No longer asked: return their boats." in said
    assert "Asked now: let a doctor see them." in said
    changes_seen(desk, drafts)
    assert changes_of(desk, drafts) == {}


def test_an_undone_import_leaves_the_drafts_as_they_were(desk: Desk, drafts: tuple[int, ...]) -> None:
    before = finish(print_letters(desk, drafts)).pieces
    import_draft(desk, UPDATE)
    undo(desk)
    assert finish(print_letters(desk, drafts)).pieces == before


def test_an_address_that_a_person_typed_is_held_until_somebody_decides(desk: Desk, drafts: tuple[int, ...]) -> None:
    view = letter_view(desk, drafts[0])
    typed = ("Ana Peña", "Cell 4", "San Rafael")
    save_letter(desk, drafts[0], LetterEdit(recipient=typed), view.version)
    import_draft(desk, UPDATE)
    assert letter_view(desk, drafts[0]).recipient == typed
    assert [each.row.ident for each in held_letters(desk)] == [drafts[0]]
    assert refusals(desk, drafts[:1]) == [AddressChangedError]
    renew(desk, drafts[:1])
    assert letter_view(desk, drafts[0]).recipient == MOVED.lines


def test_a_text_of_its_own_is_held_where_the_demands_changed(desk: Desk, drafts: tuple[int, ...]) -> None:
    view = letter_view(desk, drafts[1])
    own = replace(view.edit, own_text=SharedText("On the guardians", "", "I ask you to", ("return their boats.",)))
    save_letter(desk, drafts[1], own, view.version)
    assert [row.ident for row in list_letters(desk, LetterFilter(text="boats"))] == [drafts[1]]
    import_draft(desk, UPDATE)
    assert refusals(desk, drafts[1:]) == [HeldBackError]
    keep_as_is(desk, drafts[1:])
    assert refusals(desk, drafts[1:]) == []


def test_a_copy_waits_for_its_letter_that_is_held(desk: Desk, drafts: tuple[int, ...]) -> None:
    view = letter_view(desk, drafts[0])
    own = SharedText("On the guardians", "", "I ask you to", ("return their boats.",))
    save_letter(desk, drafts[0], replace(view.edit, own_text=own), view.version)
    import_draft(desk, replace(UPDATE, targets=FIRST.targets))
    assert [each.row.ident for each in held_letters(desk)] == [drafts[0]]
    assert refusals(desk, drafts) == [HeldBackError, HeldBackError]
    keep_as_is(desk, drafts[:1])
    assert refusals(desk, drafts) == []


def test_a_bulletin_in_another_language_takes_no_draft_along(desk: Desk, drafts: tuple[int, ...]) -> None:
    assert import_draft(desk, replace(UPDATE, language="fr")).followed == ()
    renew(desk, drafts)
    assert {piece.language for piece in finish(print_letters(desk, drafts)).pieces} == {"fr"}


def test_what_stands_on_paper_already_does_not_follow(desk: Desk, drafts: tuple[int, ...]) -> None:
    job = finish(print_letters(desk, drafts))
    note_sent(desk, job)
    import_draft(desk, UPDATE)
    confirm_printed(desk, job)
    assert {each.row.ident for each in held_letters(desk)} == set(drafts)


def test_a_letter_by_hand_is_held_once_its_envelope_is_printed(desk: Desk, case: int, people: tuple[int, ...]) -> None:
    letters = [row.ident for row in draft_letters(desk, case, people[:1], channel=Channel.HANDWRITTEN).done]
    confirm_printed(desk, finish(print_envelopes(desk, letters)))
    import_draft(desk, UPDATE)
    assert [each.row.ident for each in held_letters(desk)] == letters


def test_a_letter_taken_back_to_a_draft_goes_where_its_case_is_now(desk: Desk, drafts: tuple[int, ...]) -> None:
    printed(desk, drafts)
    import_draft(desk, UPDATE)
    keep_as_is(desk, drafts)
    take_back(desk, drafts)
    assert finish(print_letters(desk, drafts)).pieces[0].recipient[2] == "77 New Street"


def test_drafts_of_a_case_that_is_opened_again_go_where_it_is_now(
    desk: Desk, case: int, drafts: tuple[int, ...]
) -> None:
    close_case(desk, case, "the office phoned")
    import_draft(desk, UPDATE)
    reopen_case(desk, case, "it goes on")
    assert finish(print_letters(desk, drafts)).pieces[0].recipient[2] == "77 New Street"


def test_the_same_again_is_written_to_where_the_case_is_now(
    desk: Desk, drafts: tuple[int, ...], people: tuple[int, ...]
) -> None:
    printed(desk, drafts)
    import_draft(desk, UPDATE)
    made = [row.ident for row in same_again(desk, drafts[0], people[1]).done]
    assert finish(print_letters(desk, made)).pieces[0].recipient[2] == "77 New Street"


def test_the_same_again_corrects_no_copy_with_the_letters_address(
    desk: Desk, case: int, drafts: tuple[int, ...], people: tuple[int, ...]
) -> None:
    view = letter_view(desk, drafts[0])
    save_letter(desk, drafts[0], LetterEdit(recipient=("Somebody Else", "1 Road")), view.version)
    draft_letters(desk, case, people[1:2])
    [copy] = same_again(desk, drafts[0], people[1]).done
    assert letter_view(desk, copy.ident).recipient == EMBASSY.lines


def test_what_is_held_is_not_asked_for_at_the_box(desk: Desk, case: int, people: tuple[int, ...]) -> None:
    letters = tuple(row.ident for row in draft_letters(desk, case, people, evening=desk.today).done)
    printed(desk, letters)
    assert {row.ident for row in stack_of(desk, desk.today).letters} == set(letters)
    import_draft(desk, UPDATE)
    assert stack_of(desk, desk.today).letters == ()


def refusals(desk: Desk, idents: tuple[int, ...]) -> list[type]:
    """Why these letters are not printed."""
    try:
        job = finish(print_letters(desk, idents))
    except NothingToPrintError as error:
        return [type(each.why) for each in error.refused]
    return [type(each.why) for each in job.refused]


def test_a_printed_letter_is_held_and_its_envelope_refused(desk: Desk, drafts: tuple[int, ...]) -> None:
    printed(desk, drafts)
    assert held_letters(desk) == ()
    import_draft(desk, UPDATE)
    held = {each.row.ident: each for each in held_letters(desk)}
    assert set(held) == set(drafts)
    assert held[drafts[0]].changes.is_elsewhere
    assert not held[drafts[1]].changes.is_elsewhere  # the embassy's address is what it was
    job = finish(print_envelopes(desk, drafts))
    assert [type(each.why) for each in job.refused] == [AddressChangedError]
    assert len(job.codes) == 1


CORRECTED = replace(MINISTER, lines=(*MINISTER.lines[:2], "9 Right Road", *MINISTER.lines[3:]))


def on_envelope(addressee: Addressee) -> tuple[str, ...]:
    """The block as the post wants it."""
    return (*addressee.lines[:-1], "COSTA RICA")


def corrected_from(desk: Desk, ident: int) -> None:
    """Somebody corrects the minister's address in this draft, and says that it is for the case."""
    view = letter_view(desk, ident)
    correct_addressee(desk, ident, replace(view.edit, recipient=CORRECTED.lines), view.version)


def corrected_in_the_bulletin(desk: Desk, ident: int) -> None:
    """Somebody corrects the minister's address in the bulletin."""
    bulletin = 1
    correct(desk, bulletin, replace(FIRST, targets=(CORRECTED,)), stored_draft(desk, bulletin).version)


@pytest.mark.parametrize("correction", [corrected_from, corrected_in_the_bulletin])
def test_a_letter_printed_before_its_address_was_corrected_is_held(
    desk: Desk, case: int, people: tuple[int, ...], correction: Callable[[Desk, int], None]
) -> None:
    first, second = (row.ident for row in draft_letters(desk, case, people[:2], evening=desk.today).done)
    printed(desk, (first,))
    correction(desk, second)
    [held] = held_letters(desk)
    assert held.row.ident == first
    assert change_heading(held.changes) == "The address was corrected meanwhile"
    assert change_sentences(held.changes)[0] == (
        f"The address is now: {', '.join(on_envelope(CORRECTED))}. Before: {', '.join(on_envelope(MINISTER))}."
    )
    assert stack_of(desk, desk.today).letters == ()
    job = finish(print_envelopes(desk, (first, second)))
    assert [type(each.why) for each in job.refused] == [AddressChangedError]
    assert [piece.recipient[2] for piece in job.pieces] == ["9 Right Road"]
    renew(desk, (first,))
    assert held_letters(desk) == ()
    assert finish(print_letters(desk, (first,))).pieces[0].recipient[2] == "9 Right Road"


def test_a_correction_that_is_taken_back_by_hand_holds_nothing(desk: Desk, case: int, people: tuple[int, ...]) -> None:
    first, second = (row.ident for row in draft_letters(desk, case, people[:2]).done)
    printed(desk, (first,))
    corrected_from(desk, second)
    view = letter_view(desk, second)
    correct_addressee(desk, second, replace(view.edit, recipient=MINISTER.lines), view.version)
    assert held_letters(desk) == ()


def test_a_letter_kept_with_the_address_on_its_paper_is_held_no_more(
    desk: Desk, case: int, people: tuple[int, ...]
) -> None:
    first, second = (row.ident for row in draft_letters(desk, case, people[:2], evening=desk.today).done)
    printed(desk, (first,))
    corrected_from(desk, second)
    keep_as_is(desk, (first,))
    assert [row.ident for row in stack_of(desk, desk.today).letters] == [first]
    undo(desk)
    assert [each.row.ident for each in held_letters(desk)] == [first]


def test_drafts_to_somebody_whom_the_corrected_bulletin_names_no_more_are_held(
    desk: Desk, drafts: tuple[int, ...]
) -> None:
    correct(desk, 1, replace(FIRST, copies=()), stored_draft(desk, 1).version)
    assert [each.row.ident for each in held_letters(desk)] == [drafts[1]]
    assert refusals(desk, drafts[1:]) == [NoLongerAddressedError]


def test_the_whole_case_is_corrected_where_it_is_now(desk: Desk, case: int, people: tuple[int, ...]) -> None:
    first, second = (row.ident for row in draft_letters(desk, case, people[:2]).done)
    view = letter_view(desk, first)
    typed = LetterEdit("I am a nurse.", recipient=("The Minister", "4 Old Gate", "San Rafael"))
    version = save_letter(desk, first, typed, view.version)
    import_draft(desk, UPDATE)
    view = letter_view(desk, first)
    correct_addressee(desk, first, replace(view.edit, recipient=CORRECTED.lines), view.version)
    for ident in (first, second):
        assert finish(print_letters(desk, (ident,))).pieces[0].recipient[2] == "9 Right Road"
    assert letter_view(desk, first).own_words == "I am a nurse."
    assert version


def test_an_envelope_on_paper_keeps_its_draft_where_it_is(desk: Desk, case: int, people: tuple[int, ...]) -> None:
    letters = tuple(row.ident for row in draft_letters(desk, case, people[:2]).done)
    job = finish(print_envelopes(desk, letters))
    note_sent(desk, job)
    import_draft(desk, UPDATE)
    assert {each.row.ident for each in held_letters(desk)} == set(letters)
    assert unanswered_runs(desk) == ()
    renew(desk, letters)
    third = replace(UPDATE, index="AMR 29/0004/2025", stage_ordinal=3, issued=date(2025, 5, 12), text=Text("Third"))
    assert len(import_draft(desk, third).followed) == 2  # the envelopes are waste paper since they were renewed


def test_an_envelope_that_did_not_come_out_is_on_no_paper(desk: Desk, case: int, people: tuple[int, ...]) -> None:
    letters = tuple(row.ident for row in draft_letters(desk, case, people[:2]).done)
    job = finish(print_envelopes(desk, letters))
    note_sent(desk, job)
    confirm_printed(desk, job, job.codes[:1])
    import_draft(desk, UPDATE)
    assert [each.row.code for each in held_letters(desk)] == list(job.codes[:1])


def test_a_letter_taken_back_while_its_envelope_lies_there_does_not_go_elsewhere(
    desk: Desk, drafts: tuple[int, ...]
) -> None:
    printed(desk, drafts[:1])
    confirm_printed(desk, finish(print_envelopes(desk, drafts[:1])))
    import_draft(desk, UPDATE)
    take_back(desk, drafts[:1])
    assert [each.row.ident for each in held_letters(desk)] == list(drafts[:1])
    assert refusals(desk, drafts[:1]) == [AddressChangedError]


def test_held_letters_wait_for_no_step(desk: Desk, drafts: tuple[int, ...]) -> None:
    printed(desk, drafts)
    assert waiting_among(desk, drafts)[LetterStatus.POSTED] == list(drafts)
    import_draft(desk, UPDATE)
    assert not any(waiting_among(desk, drafts).values())


def test_a_held_letter_is_printed_anew_with_the_new_address(desk: Desk, drafts: tuple[int, ...]) -> None:
    printed(desk, drafts)
    import_draft(desk, UPDATE)
    done = renew(desk, drafts).done
    assert {row.status for row in done} == {LetterStatus.DRAFT}
    assert held_letters(desk) == ()
    piece = finish(print_letters(desk, drafts)).pieces[0]
    assert "77 New Street" in piece.recipient
    undo(desk)
    assert len(held_letters(desk)) == 2


def test_a_held_letter_that_goes_as_it_is_is_held_no_more_until_the_next_update(
    desk: Desk, drafts: tuple[int, ...]
) -> None:
    printed(desk, drafts)
    import_draft(desk, UPDATE)
    keep_as_is(desk, drafts)
    assert held_letters(desk) == ()
    assert finish(print_envelopes(desk, drafts)).refused == ()
    third = replace(UPDATE, index="AMR 29/0004/2025", stage_ordinal=3, issued=date(2025, 5, 12), text=Text("Third"))
    import_draft(desk, third)
    assert len(held_letters(desk)) == 2


def test_an_addressee_who_is_named_no_more_stops_a_draft(desk: Desk, drafts: tuple[int, ...]) -> None:
    import_draft(desk, replace(UPDATE, targets=(MOVED, JUDGE), copies=()))
    [held] = held_letters(desk)
    assert held.row.ident == drafts[1]
    assert "Mr. Luis Mora is no longer written to." in change_sentences(held.changes)
    job = finish(print_letters(desk, drafts))
    assert [type(each.why) for each in job.refused] == [NoLongerAddressedError]
    assert [type(each.why) for each in renew(desk, drafts[1:]).skipped] == [NoLongerAddressedError]


def test_an_older_bulletin_that_comes_late_moves_nothing(desk: Desk, drafts: tuple[int, ...]) -> None:
    older = replace(FIRST, index="AMR 29/0000/2025", issued=date(2025, 1, 1), text=Text("Older"), targets=(JUDGE,))
    assert import_draft(desk, older).followed == ()
    assert letter_view(desk, drafts[0]).recipient == MINISTER.lines


def test_letters_that_went_are_never_moved_or_held(desk: Desk, drafts: tuple[int, ...]) -> None:
    printed(desk, drafts)
    mark(desk, drafts, LetterStatus.POSTED)
    assert import_draft(desk, UPDATE).followed == ()
    assert held_letters(desk) == ()
    assert letter_view(desk, drafts[0]).recipient == (*MINISTER.lines[:-1], "COSTA RICA")


def test_what_is_left_of_a_closed_case_is_to_be_pulled_not_held(desk: Desk, case: int, drafts: tuple[int, ...]) -> None:
    import_draft(desk, UPDATE)
    import_draft(desk, OUTCOME)
    assert {row.ident for row in to_pull(desk, case)} == set(drafts)
    assert held_letters(desk) == ()
    with pytest.raises(NothingToPrintError):
        finish(print_letters(desk, drafts))


@pytest.mark.parametrize(
    ("before", "beside", "now", "place"),
    [
        (MINISTER, (), (JUDGE, MINISTER), 1),
        (MINISTER, (), (JUDGE, MOVED), 1),
        (MINISTER, (JUDGE,), (JUDGE, replace(MOVED, name="Dr. Eva Sol")), 1),
        (MINISTER, (), (JUDGE,), 0),
        (MINISTER, (JUDGE,), (JUDGE,), None),
        (EMBASSY, (), (MINISTER,), None),
        (MINISTER, (replace(MINISTER, name="Dr. Ida Sol", lines=("x",)),), (replace(MOVED, name="Dr. Eva Sol"),), None),
        (MINISTER, (), (replace(MOVED, lines=("a",)), replace(MOVED, lines=("b",))), None),
    ],
)
def test_who_is_who_after_an_update(
    before: Addressee, beside: tuple[Addressee, ...], now: tuple[Addressee, ...], place: int | None
) -> None:
    assert successor(before, (before, *beside), now) == place
