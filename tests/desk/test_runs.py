"""What went to paper is asked about until somebody says how it came out, and is marked as it stands on the paper."""

import pytest

from uadesk.base.jobs import finish
from uadesk.desk.batches import BatchChangedError
from uadesk.desk.composing import LetterEdit
from uadesk.desk.desk import Desk
from uadesk.desk.drafting import draft_letters
from uadesk.desk.letters import LetterGoneError, list_letters
from uadesk.desk.printing import PrintJob, confirm_printed, print_envelopes, print_letters
from uadesk.desk.runs import note_not_sent, note_sent, sent_job, unanswered_runs
from uadesk.desk.steps import mark, take_back
from uadesk.desk.undoing import undo
from uadesk.desk.writing import letter_view, save_letter
from uadesk.domain.letters import LetterStatus
from uadesk.domain.rows import LetterFilter


@pytest.fixture
def drafts(desk: Desk, case: int, people: tuple[int, ...]) -> tuple[int, ...]:
    """Two letters."""
    return tuple(row.ident for row in draft_letters(desk, case, people[:2]).done)


@pytest.fixture
def sent(desk: Desk, drafts: tuple[int, ...]) -> PrintJob:
    """Both went to the printer, and nobody said how they came out."""
    job = finish(print_letters(desk, drafts))
    note_sent(desk, job)
    return job


def test_a_batch_that_was_only_made_is_not_asked_about(desk: Desk, drafts: tuple[int, ...]) -> None:
    finish(print_letters(desk, drafts))
    assert unanswered_runs(desk) == ()


def test_a_batch_that_went_to_paper_is_asked_about(desk: Desk, sent: PrintJob, drafts: tuple[int, ...]) -> None:
    [run] = unanswered_runs(desk)
    assert (run.ident, run.letters, run.sent.date()) == (sent.run_id, drafts, desk.today)


def test_what_is_confirmed_later_is_what_stands_on_the_paper(
    desk: Desk, sent: PrintJob, drafts: tuple[int, ...]
) -> None:
    view = letter_view(desk, drafts[0])
    save_letter(desk, drafts[0], LetterEdit("Written after the page was out."), view.version)
    marked = confirm_printed(desk, sent_job(desk, sent.run_id))
    assert marked.behind == sent.codes[:1]
    assert letter_view(desk, drafts[0]).typed_since == "Written after the page was out."
    assert letter_view(desk, drafts[1]).typed_since == ""
    assert unanswered_runs(desk) == ()
    assert {row.status for row in list_letters(desk)} == {LetterStatus.PRINTED}
    assert finish(print_letters(desk, drafts, again=True)).pieces == sent.pieces
    assert letter_view(desk, drafts[0]).own_words == ""
    assert not list_letters(desk, LetterFilter(text="written after the page"))
    take_back(desk, drafts[:1])
    assert letter_view(desk, drafts[0]).own_words == "Written after the page was out."
    assert len(list_letters(desk, LetterFilter(text="written after the page"))) == 1


def test_an_undone_answer_is_asked_for_again(desk: Desk, sent: PrintJob) -> None:
    confirm_printed(desk, sent_job(desk, sent.run_id))
    undo(desk)
    [run] = unanswered_runs(desk)
    assert sent_job(desk, run.ident).pieces == sent.pieces


def test_what_did_not_come_out_stays_a_draft_and_is_asked_about_no_more(desk: Desk, sent: PrintJob) -> None:
    confirm_printed(desk, sent_job(desk, sent.run_id), sent.codes[:1])
    assert unanswered_runs(desk) == ()
    drafts = list_letters(desk, LetterFilter(statuses=frozenset({LetterStatus.DRAFT})))
    assert [row.code for row in drafts] == list(sent.codes[1:])


def test_letters_that_took_another_way_are_left_out(desk: Desk, sent: PrintJob, drafts: tuple[int, ...]) -> None:
    mark(desk, drafts[:1], LetterStatus.WITHDRAWN)
    [run] = unanswered_runs(desk)
    assert run.letters == drafts[1:]
    assert sent_job(desk, run.ident).codes == sent.codes[1:]
    mark(desk, drafts[1:], LetterStatus.PRINTED)
    assert unanswered_runs(desk) == ()


def test_an_undo_of_the_drafting_takes_the_question_with_it(desk: Desk, sent: PrintJob) -> None:
    assert undo(desk) == "Draft letters"
    assert unanswered_runs(desk) == ()


def test_nothing_goes_to_paper_of_letters_that_are_gone(desk: Desk, drafts: tuple[int, ...]) -> None:
    job = finish(print_letters(desk, drafts))
    making = print_letters(desk, drafts)
    next(making)
    undo(desk)
    with pytest.raises(BatchChangedError):
        note_sent(desk, job)
    with pytest.raises(BatchChangedError):
        finish(making)
    assert unanswered_runs(desk) == ()
    marked = confirm_printed(desk, job)
    assert marked.done == ()
    assert [(each.what, type(each.why)) for each in marked.skipped] == [(code, LetterGoneError) for code in job.codes]


def test_nothing_is_asked_where_no_page_went(desk: Desk, sent: PrintJob) -> None:
    note_not_sent(desk, sent)
    assert unanswered_runs(desk) == ()


def test_envelopes_are_not_asked_about(desk: Desk, drafts: tuple[int, ...]) -> None:
    note_sent(desk, finish(print_envelopes(desk, drafts)))
    assert unanswered_runs(desk) == ()
