"""A letter for which another address was put down than its case has now waits until somebody decides."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.desk.conftest import EMBASSY, FIRST, MINISTER, TODAY
from tests.desk.conftest import UPDATE as LATER
from uadesk.base.jobs import finish
from uadesk.desk.addressees import NoLongerAddressedError
from uadesk.desk.bulletins import correct, import_draft, stored_draft
from uadesk.desk.cases import case_view
from uadesk.desk.changes import held_letters
from uadesk.desk.desk import Desk
from uadesk.desk.drafting import draft_letters
from uadesk.desk.evenings import tonight
from uadesk.desk.holding import AddressChangedError, keep_as_is, renew
from uadesk.desk.letters import list_letters, waiting_among
from uadesk.desk.posting import stack_of
from uadesk.desk.printing import NothingToPrintError, confirm_printed, print_envelopes, print_letters
from uadesk.desk.runs import note_sent
from uadesk.desk.same_again import same_again
from uadesk.desk.steps import mark, take_back
from uadesk.desk.words import change_sentences
from uadesk.desk.writing import correct_addressee, letter_view, save_letter
from uadesk.domain.addresses import Addressee
from uadesk.domain.letters import Channel, LetterStatus
from uadesk.letters.shared import SharedText

NEW_LINES = ("The Honourable Ana Peña", "Minister of Justice", "77 New Street", "San Rafael", "Costa Rica")
MOVED = replace(MINISTER, lines=NEW_LINES, address_lines=NEW_LINES[2:])
UPDATE = replace(LATER, targets=(MOVED,))


@pytest.fixture
def letters(desk: Desk, case: int, people: tuple[int, ...]) -> tuple[int, int]:
    """A letter by each of two people."""
    first, second = (row.ident for row in draft_letters(desk, case, people[:2], evening=desk.today).done)
    return first, second


def come_out(desk: Desk, *idents: int) -> None:
    confirm_printed(desk, finish(print_letters(desk, idents)))


def corrected_to(desk: Desk, bulletin: int, *targets: Addressee) -> None:
    """Somebody corrects whom this bulletin names."""
    stored = stored_draft(desk, bulletin)
    correct(desk, bulletin, replace(stored.draft, targets=targets), stored.version)


def typed(desk: Desk, ident: int, lines: tuple[str, ...], *, for_case: bool = False) -> None:
    view = letter_view(desk, ident)
    if for_case:
        correct_addressee(desk, ident, replace(view.shown, recipient=lines), view.version)
    else:
        save_letter(desk, ident, replace(view.shown, recipient=lines), view.version, view.shown)


def held(desk: Desk) -> list[int]:
    return sorted(each.row.ident for each in held_letters(desk))


def refused(desk: Desk, ident: int, *, envelope: bool = False) -> list[type]:
    """Why this letter, or its envelope, is not printed."""
    try:
        finish((print_envelopes if envelope else print_letters)(desk, [ident]))
    except NothingToPrintError as error:
        return [type(each.why) for each in error.refused]
    return []


def test_a_letter_let_go_as_it_is_is_held_again_once_that_address_is_corrected(
    desk: Desk, letters: tuple[int, int]
) -> None:
    come_out(desk, letters[0])
    import_draft(desk, LATER)
    keep_as_is(desk, letters[:1])
    typed(desk, letters[1], NEW_LINES, for_case=True)
    assert held(desk) == [letters[0]]
    assert refused(desk, letters[0], envelope=True) == [AddressChangedError]
    keep_as_is(desk, letters[:1])
    corrected_to(desk, 2, replace(MOVED, salutation="Dear Ms Peña,"))
    assert held(desk) == []


def test_a_draft_let_go_as_it_is_is_held_again_too(desk: Desk, letters: tuple[int, int]) -> None:
    view = letter_view(desk, letters[0])
    own = SharedText("Mine", "", "I ask you to", ("return their boats.",))
    save_letter(desk, letters[0], replace(view.shown, own_text=own), view.version, view.shown)
    import_draft(desk, LATER)
    keep_as_is(desk, letters[:1])
    assert refused(desk, letters[0]) == []
    corrected_to(desk, 2, MOVED)
    assert refused(desk, letters[0]) == [AddressChangedError]


@pytest.mark.parametrize("by_hand", [True, False])
def test_a_corrected_country_alone_holds(desk: Desk, people: tuple[int, ...], by_hand: bool) -> None:
    bare = replace(MINISTER, lines=NEW_LINES[:4], address_lines=NEW_LINES[2:4], country_code="PA")
    case = import_draft(desk, replace(FIRST, targets=(bare,), copies=())).case_id
    first, second = (row.ident for row in draft_letters(desk, case, people[:2]).done)
    come_out(desk, first)
    if by_hand:
        view = letter_view(desk, second)
        correct_addressee(desk, second, replace(view.shown, country_code="CR"), view.version)
    else:
        corrected_to(desk, 1, replace(bare, country_code="CR"))
    assert held(desk) == [first]
    [only] = held_letters(desk)
    assert only.changes.is_elsewhere
    assert "COSTA RICA. Before: " in change_sentences(only.changes)[0]
    assert refused(desk, first, envelope=True) == [AddressChangedError]


def test_an_update_with_another_country_takes_no_country_typed_before_along(
    desk: Desk, letters: tuple[int, int]
) -> None:
    view = letter_view(desk, letters[0])
    save_letter(desk, letters[0], replace(view.shown, country_code="PA"), view.version, view.shown)
    import_draft(desk, UPDATE)
    assert held(desk) == [letters[0]]


@pytest.mark.parametrize("status", [LetterStatus.POSTED, LetterStatus.WITHDRAWN])
def test_what_was_out_of_the_way_when_it_was_corrected_is_held_once_it_is_back(
    desk: Desk, letters: tuple[int, int], status: LetterStatus
) -> None:
    come_out(desk, letters[0])
    mark(desk, letters[:1], status)
    typed(desk, letters[1], NEW_LINES, for_case=True)
    assert held(desk) == []
    take_back(desk, letters[:1])
    assert held(desk) == [letters[0]]
    assert refused(desk, letters[0], envelope=True) == [AddressChangedError]
    take_back(desk, letters[:1])
    assert held(desk) == []
    assert finish(print_letters(desk, letters[:1])).pieces[0].recipient[2] == "77 New Street"


def test_one_to_nobody_is_held_once_it_is_taken_back(desk: Desk, people: tuple[int, ...]) -> None:
    judge = replace(MINISTER, name="Judge Vega", title=None, lines=("Judge Vega", "9 Law Street", "San Rafael"))
    case = import_draft(desk, replace(FIRST, targets=(MINISTER, judge))).case_id
    [to_judge] = [row.ident for row in draft_letters(desk, case, people[:1]).done if row.addressee == "Judge Vega"]
    come_out(desk, to_judge)
    mark(desk, [to_judge], LetterStatus.POSTED)
    corrected_to(desk, 1, MINISTER)
    take_back(desk, [to_judge])
    assert held(desk) == [to_judge]
    take_back(desk, [to_judge])
    assert refused(desk, to_judge) == [NoLongerAddressedError]
    keep_as_is(desk, [to_judge])
    assert refused(desk, to_judge) == []


def test_a_draft_with_an_address_of_its_own_is_held_once_the_one_beneath_is_corrected(
    desk: Desk, letters: tuple[int, int]
) -> None:
    typed(desk, letters[0], ("Ms Ana Peña", *MINISTER.lines[1:]))
    corrected_to(desk, 1, MOVED)
    assert refused(desk, letters[0]) == [AddressChangedError]
    view = letter_view(desk, letters[0])
    save_letter(desk, letters[0], replace(view.shown, own_words="I am a nurse."), view.version, view.shown)
    assert refused(desk, letters[0]) == [AddressChangedError]
    renew(desk, letters[:1])
    assert finish(print_letters(desk, letters[:1])).pieces[0].recipient[2] == "77 New Street"


def test_an_address_typed_over_a_correction_is_not_held(desk: Desk, letters: tuple[int, int]) -> None:
    typed(desk, letters[0], ("Ms Ana Peña", *MINISTER.lines[1:]))
    corrected_to(desk, 1, MOVED)
    typed(desk, letters[0], ("Ms Ana Peña", *NEW_LINES[1:]))
    assert held(desk) == []


def test_an_address_typed_on_a_draft_whose_envelope_is_printed_holds_it(desk: Desk, letters: tuple[int, int]) -> None:
    confirm_printed(desk, finish(print_envelopes(desk, letters[:1])))
    typed(desk, letters[0], NEW_LINES)
    [only] = held_letters(desk)
    assert only.row.ident == letters[0]
    assert change_sentences(only.changes)[0].startswith("The address is now: The Honourable Ana Peña")
    assert "77 New Street" in change_sentences(only.changes)[0].partition("Before")[0]
    typed(desk, letters[0], MINISTER.lines)
    assert held(desk) == []


def test_the_whole_case_moves_no_draft_whose_envelope_is_printed(desk: Desk, letters: tuple[int, int]) -> None:
    confirm_printed(desk, finish(print_envelopes(desk, letters[:1])))
    import_draft(desk, LATER)
    typed(desk, letters[0], NEW_LINES, for_case=True)
    assert refused(desk, letters[0]) == [AddressChangedError]
    assert finish(print_letters(desk, letters[1:])).pieces[0].recipient[2] == "77 New Street"
    renew(desk, letters[:1])
    assert finish(print_letters(desk, letters[:1])).pieces[0].recipient[2] == "77 New Street"


def test_the_whole_case_changes_what_was_typed_and_nothing_else(desk: Desk, people: tuple[int, ...]) -> None:
    case = import_draft(desk, replace(FIRST, targets=(replace(MINISTER, email=("old@example.org",)),))).case_id
    [draft] = (row.ident for row in draft_letters(desk, case, people[:1]).done)
    typed(desk, draft, ("The Honourable Ana Peña", "Cell 4", "San Rafael"))
    now = replace(MOVED, email=("new@example.org",), salutation="Dear Madam,")
    import_draft(desk, replace(LATER, targets=(now,)))
    view = letter_view(desk, draft)
    correct_addressee(desk, draft, view.shown, view.version)
    [target] = case_view(desk, case).targets
    assert target.addressee.lines == ("The Honourable Ana Peña", "Cell 4", "San Rafael")
    assert (target.addressee.email, target.addressee.salutation) == (("new@example.org",), "Dear Madam,")
    assert letter_view(desk, draft).salutation == "Dear Madam,"
    assert letter_view(desk, draft).edit.salutation is None


@pytest.fixture
def with_copy(desk: Desk, case: int, people: tuple[int, ...]) -> tuple[int, int]:
    """A letter and its copy, both printed."""
    letter, copy = (row.ident for row in draft_letters(desk, case, people[:1], copies=True, evening=desk.today).done)
    come_out(desk, letter, copy)
    return letter, copy


def test_a_printed_copy_waits_for_its_letter_and_is_brought_up_to_date_with_it(
    desk: Desk, with_copy: tuple[int, int]
) -> None:
    corrected_to(desk, 1, MOVED)
    assert held(desk) == [with_copy[0]]
    assert stack_of(desk, desk.today).letters == ()
    assert tonight(desk).to_post == ()
    assert {row.ident for row in renew(desk, with_copy[:1]).done} == set(with_copy)
    copy = finish(print_letters(desk, with_copy)).pieces[1]
    assert copy.text is not None
    assert "77 New Street" in copy.text.copy_of


def test_a_printed_copy_goes_with_a_letter_that_goes_as_it_is(desk: Desk, with_copy: tuple[int, int]) -> None:
    corrected_to(desk, 1, MOVED)
    keep_as_is(desk, with_copy[:1])
    assert [row.ident for row in stack_of(desk, desk.today).letters] == list(with_copy)


def test_a_printed_copy_of_a_letter_that_is_a_draft_to_elsewhere_again_is_held(
    desk: Desk, with_copy: tuple[int, int]
) -> None:
    corrected_to(desk, 1, MOVED)
    take_back(desk, with_copy[:1])
    [only] = held_letters(desk)
    assert only.row.ident == with_copy[1]
    assert "77 New Street" in change_sentences(only.changes)[0]
    assert EMBASSY.lines[2] not in change_sentences(only.changes)[0]


def test_a_copy_of_a_letter_that_was_withdrawn_is_no_step_of_the_evening(
    desk: Desk, case: int, people: tuple[int, ...]
) -> None:
    letter, copy = (row.ident for row in draft_letters(desk, case, people[:1], copies=True, evening=desk.today).done)
    mark(desk, [letter], LetterStatus.WITHDRAWN)
    assert tonight(desk).drafts == ()
    assert not any(waiting_among(desk, [letter, copy]).values())


def by_hand(desk: Desk, case: int, people: tuple[int, ...], evening: date) -> int:
    [row] = draft_letters(desk, case, people[:1], channel=Channel.HANDWRITTEN, evening=evening).done
    return row.ident


def an_update(desk: Desk) -> None:
    import_draft(desk, UPDATE)


def a_correction(desk: Desk) -> None:
    corrected_to(desk, 1, MOVED)


@pytest.mark.parametrize("change", [an_update, a_correction])
def test_a_letter_that_may_be_written_by_hand_already_is_held(
    desk: Desk, case: int, people: tuple[int, ...], change: Callable[[Desk], None]
) -> None:
    letter = by_hand(desk, case, people, TODAY)
    change(desk)
    assert held(desk) == [letter]
    assert stack_of(desk, TODAY).letters == ()
    renew(desk, [letter])
    assert held(desk) == []
    assert finish(print_envelopes(desk, [letter])).pieces[0].recipient[2] == "77 New Street"


@pytest.mark.parametrize("change", [an_update, a_correction])
def test_a_letter_by_hand_for_an_evening_to_come_goes_where_its_case_is(
    desk: Desk, case: int, people: tuple[int, ...], change: Callable[[Desk], None]
) -> None:
    letter = by_hand(desk, case, people, TODAY + timedelta(7))
    change(desk)
    assert held(desk) == []
    assert finish(print_envelopes(desk, [letter])).pieces[0].recipient[2] == "77 New Street"


def test_what_went_meanwhile_is_neither_brought_up_to_date_nor_decided_on(desk: Desk, letters: tuple[int, int]) -> None:
    come_out(desk, *letters)
    import_draft(desk, UPDATE)
    mark(desk, letters[:1], LetterStatus.POSTED)
    assert [row.ident for row in renew(desk, letters).done] == [letters[1]]
    statuses = {row.ident: row.status for row in list_letters(desk)}
    assert statuses == {letters[0]: LetterStatus.POSTED, letters[1]: LetterStatus.DRAFT}


def test_a_letter_whose_bulletin_is_the_newest_no_more_is_shown_with_what_changed(
    desk: Desk, letters: tuple[int, int]
) -> None:
    bulletin = import_draft(desk, LATER).bulletin_id
    come_out(desk, letters[0])
    stored = stored_draft(desk, bulletin)
    correct(desk, bulletin, replace(stored.draft, issued=date(2025, 3, 10)), stored.version)
    [only] = held_letters(desk)
    assert only.row.ident == letters[0]
    assert only.changes.added == ("return their boats.",)


def test_a_held_letter_of_a_case_on_which_no_bulletin_asks_any_more_is_shown(
    desk: Desk, case: int, letters: tuple[int, int]
) -> None:
    from uadesk.desk.cases import reopen_case
    from uadesk.domain.bulletins import Stage

    come_out(desk, letters[0])
    corrected_to(desk, 1, MOVED)
    stored = stored_draft(desk, 1)
    ended = replace(stored.draft, stage=Stage.OUTCOME, further_action=False)
    correct(desk, 1, ended, stored.version)
    reopen_case(desk, case, "it goes on")
    [only] = [each for each in held_letters(desk) if each.row.ident == letters[0]]
    assert only.changes.is_correction
    assert only.changes.now is None


def test_a_batch_under_way_is_not_printed_a_second_time(desk: Desk, letters: tuple[int, int]) -> None:
    note_sent(desk, finish(print_letters(desk, letters[:1])))
    assert waiting_among(desk, letters)[LetterStatus.PRINTED] == [letters[1]]


def test_the_same_again_takes_no_address_along_that_was_typed_over_another(
    desk: Desk, letters: tuple[int, int], people: tuple[int, ...]
) -> None:
    typed(desk, letters[0], ("Ms Ana Peña", *MINISTER.lines[1:]))
    corrected_to(desk, 1, MOVED)
    [again] = same_again(desk, letters[0], people[2]).done
    assert letter_view(desk, again.ident).recipient == NEW_LINES


def test_what_was_let_go_as_it_is_and_came_out_badly_is_printed_again_as_it_was(
    desk: Desk, letters: tuple[int, int]
) -> None:
    job = finish(print_letters(desk, letters[:1]))
    note_sent(desk, job)
    import_draft(desk, UPDATE)
    keep_as_is(desk, letters[:1])
    confirm_printed(desk, job, [])
    assert held(desk) == []
    assert finish(print_letters(desk, letters[:1])).pieces[0].recipient[2] == "12 Palace Square"
