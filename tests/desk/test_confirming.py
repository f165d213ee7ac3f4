"""What changes between a page and its answer is neither lost nor posted unseen."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.desk.conftest import UPDATE as LATER
from tests.desk.test_blocks import MOVED, NEW_LINES, UPDATE, corrected_to, held, typed
from uadesk.base.jobs import finish
from uadesk.desk.batches import BatchChangedError, PaperGivenUpError
from uadesk.desk.bulletins import import_draft
from uadesk.desk.cases import close_case
from uadesk.desk.changes import held_letters
from uadesk.desk.desk import Desk
from uadesk.desk.drafting import draft_letters
from uadesk.desk.holding import renew
from uadesk.desk.letters import LetterGoneError, list_letters
from uadesk.desk.printing import confirm_printed, print_envelopes, print_letters
from uadesk.desk.runs import note_sent, sent_job, unanswered_runs
from uadesk.desk.steps import mark
from uadesk.desk.undoing import undo
from uadesk.desk.writing import letter_view, save_letter
from uadesk.domain.letters import LetterStatus
from uadesk.domain.people import ReturnAddress
from uadesk.store.errors import WrongStepError


@pytest.fixture
def letters(desk: Desk, case: int, people: tuple[int, ...]) -> tuple[int, int]:
    """A letter by each of two people."""
    first, second = (row.ident for row in draft_letters(desk, case, people[:2]).done)
    return first, second


def corrected(desk: Desk) -> None:
    corrected_to(desk, 1, MOVED)


def updated(desk: Desk) -> None:
    import_draft(desk, UPDATE)


def closed(desk: Desk) -> None:
    close_case(desk, 1, "the office phoned")


def written(desk: Desk) -> None:
    view = letter_view(desk, 1)
    save_letter(desk, 1, replace(view.shown, own_words="I am a nurse."), view.version, view.shown)


def withdrawn(desk: Desk) -> None:
    mark(desk, [1], LetterStatus.WITHDRAWN)


def gone(desk: Desk) -> None:
    undo(desk)


@pytest.mark.parametrize("change", [corrected, updated, closed, written, withdrawn, gone])
def test_pages_that_hold_no_more_do_not_go(
    desk: Desk, letters: tuple[int, int], change: Callable[[Desk], None]
) -> None:
    job = finish(print_letters(desk, letters[:1]))
    change(desk)
    with pytest.raises(BatchChangedError) as error:
        note_sent(desk, job)
    assert error.value.codes == job.codes
    assert unanswered_runs(desk) == ()


def test_envelopes_that_hold_no_more_do_not_go_and_words_change_none(desk: Desk, letters: tuple[int, int]) -> None:
    job = finish(print_envelopes(desk, letters[:1]))
    written(desk)
    note_sent(desk, job)
    corrected(desk)
    with pytest.raises(BatchChangedError):
        note_sent(desk, job)


@pytest.mark.parametrize("change", [corrected, updated])
def test_a_letter_printed_with_an_address_that_holds_no_more_is_held(
    desk: Desk, letters: tuple[int, int], change: Callable[[Desk], None]
) -> None:
    job = finish(print_letters(desk, letters[:1]))
    change(desk)
    assert confirm_printed(desk, job).behind == job.codes
    assert held(desk) == [letters[0]]
    assert letter_view(desk, letters[0]).recipient[2] == "12 Palace Square"


def test_an_envelope_printed_with_an_address_that_holds_no_more_is_held(desk: Desk, letters: tuple[int, int]) -> None:
    job = finish(print_envelopes(desk, letters[:1]))
    corrected(desk)
    confirm_printed(desk, job)
    assert held(desk) == [letters[0]]


def test_a_letter_is_on_the_bulletin_that_its_paper_is_on(desk: Desk, letters: tuple[int, int]) -> None:
    job = finish(print_letters(desk, letters))
    import_draft(desk, LATER)
    assert held(desk) == []
    confirm_printed(desk, job)
    assert held(desk) == list(letters)
    assert held_letters(desk)[0].changes.added == ("let a doctor see them.",)
    renew(desk, letters)
    assert {row.status for row in list_letters(desk)} == {LetterStatus.DRAFT}


def test_an_address_typed_while_the_page_is_out_is_kept_and_holds_it(desk: Desk, letters: tuple[int, int]) -> None:
    job = finish(print_letters(desk, letters[:1]))
    note_sent(desk, job)
    view = letter_view(desk, letters[0])
    edit = replace(view.shown, recipient=NEW_LINES, salutation="Dear Madam,")
    save_letter(desk, letters[0], edit, view.version, view.shown)
    assert confirm_printed(desk, sent_job(desk, job.run_id)).behind == job.codes
    assert held(desk) == [letters[0]]
    view = letter_view(desk, letters[0])
    assert (view.recipient[2], view.salutation) == ("12 Palace Square", "Dear Minister Peña,")
    assert "77 New Street" in view.typed_since
    assert "Dear Madam," in view.typed_since
    renew(desk, letters[:1])
    assert finish(print_letters(desk, letters[:1])).pieces[0].recipient[2] == "77 New Street"


def test_a_text_and_a_return_address_chosen_while_the_page_is_out_are_named(
    desk: Desk, letters: tuple[int, int]
) -> None:
    job = finish(print_letters(desk, letters))
    note_sent(desk, job)
    view = letter_view(desk, letters[0])
    own = replace(view.shared, demands=view.shared.demands[:1])
    save_letter(desk, letters[0], replace(view.shown, own_text=own), view.version, view.shown)
    view = letter_view(desk, letters[1])
    save_letter(desk, letters[1], replace(view.shown, return_address=ReturnAddress.NONE), view.version, view.shown)
    assert confirm_printed(desk, job).behind == job.codes
    assert held(desk) == []
    assert own.demands[0] in letter_view(desk, letters[0]).typed_since


def test_what_did_not_come_out_is_free_again(desk: Desk, letters: tuple[int, int]) -> None:
    job = finish(print_letters(desk, letters))
    note_sent(desk, job)
    updated(desk)
    assert held(desk) == list(letters)
    confirm_printed(desk, job, job.codes[:1])
    assert held(desk) == [letters[0]]
    assert finish(print_letters(desk, letters[1:])).pieces[0].recipient[2] == "77 New Street"


def test_a_page_that_was_given_up_is_not_taken_for_the_letter(desk: Desk, letters: tuple[int, int]) -> None:
    job = finish(print_letters(desk, letters[:1]))
    note_sent(desk, job)
    updated(desk)
    renew(desk, letters[:1])
    marked = confirm_printed(desk, job)
    assert [type(each.why) for each in marked.skipped] == [PaperGivenUpError]
    assert marked.done == ()
    assert finish(print_letters(desk, letters[:1])).pieces[0].recipient[2] == "77 New Street"


def test_a_letter_that_is_gone_or_withdrawn_is_not_counted_as_printed(desk: Desk, letters: tuple[int, int]) -> None:
    job = finish(print_letters(desk, letters))
    withdrawn(desk)
    marked = confirm_printed(desk, job)
    assert [type(each.why) for each in marked.skipped] == [WrongStepError]
    assert [row.ident for row in marked.done] == [letters[1]]
    undo(desk)
    undo(desk)
    undo(desk)
    assert {type(each.why) for each in confirm_printed(desk, job).skipped} == {LetterGoneError}


def test_one_that_is_gone_while_pages_are_made_is_named_and_left_out_of_the_next(
    desk: Desk, case: int, letters: tuple[int, int], people: tuple[int, ...]
) -> None:
    [(third, gone)] = ((row.ident, row.code) for row in draft_letters(desk, case, people[2:]).done)
    making = print_letters(desk, (letters[0], third))
    next(making)
    undo(desk)
    with pytest.raises(BatchChangedError) as error:
        finish(making)
    assert error.value.codes == (gone,)
    assert len(finish(print_letters(desk, (letters[0], third))).codes) == 1


def test_an_address_typed_over_the_old_one_does_not_loosen_a_run(desk: Desk, letters: tuple[int, int]) -> None:
    note_sent(desk, finish(print_letters(desk, letters[:1])))
    typed(desk, letters[0], NEW_LINES)
    assert held(desk) == [letters[0]]
    typed(desk, letters[0], (*NEW_LINES[:2], "12 Palace Square", *NEW_LINES[3:]))
    assert held(desk) == []
