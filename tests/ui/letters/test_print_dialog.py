"""Printing a batch: what will come out, the one warning, and the one question afterwards."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.kit import Gate, accept, answer
from tests.ui.letters.conftest import CASES, LATE, Evening, Watched
from uadesk.base.jobs import Job, Progress
from uadesk.desk import portions
from uadesk.desk.composing import LetterEdit
from uadesk.desk.desk import Desk
from uadesk.desk.drafting import draft_letters
from uadesk.desk.letters import list_letters
from uadesk.desk.members import add_member
from uadesk.desk.printing import PrintJob, confirming, print_letters
from uadesk.desk.runs import unanswered_runs
from uadesk.desk.steps import Marked, mark
from uadesk.desk.undoing import undo
from uadesk.desk.writing import letter_view, save_letter
from uadesk.domain.letters import Channel, LetterStatus
from uadesk.domain.people import Person
from uadesk.domain.rows import LetterFilter
from uadesk.printing.printer import PrinterRefusedError
from uadesk.store.errors import DiskFullError
from uadesk.ui.context import What
from uadesk.ui.dialogs import print_dialog
from uadesk.ui.dialogs.case_text import CaseTextDialog
from uadesk.ui.dialogs.print_dialog import PrintDialog
from uadesk.ui.dialogs.print_parts import NextPart, QuestionPart
from uadesk.ui.printer import PageJob, printer_choice

Opener = Callable[..., PrintDialog]


@pytest.fixture
def opened(qtbot: QtBot, watched: Watched) -> Opener:
    """Opens the print window and waits until the batch is made."""

    def open_on(idents: list[int], *, envelopes: bool = False, again: bool = False) -> PrintDialog:
        dialog = PrintDialog(watched.context, idents, envelopes=envelopes, again=again)
        qtbot.addWidget(dialog, before_close_func=lambda widget: widget.done(0))
        dialog.show()
        qtbot.waitUntil(lambda: dialog.stack.currentWidget() is not dialog.busy)
        return dialog

    return open_on


def idents_of(evening: Evening) -> list[int]:
    return sorted(row.ident for row in list_letters(evening.desk))


def status_count(evening: Evening, status: LetterStatus) -> int:
    return len(list_letters(evening.desk, LetterFilter(statuses=frozenset({status}))))


def save_to(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_values: (str(file), ""))


def press_in(part: QWidget, words: str) -> None:
    [found] = [each for each in part.findChildren(QPushButton) if each.text() == words]
    found.click()


def part_of(dialog: PrintDialog, kind: type[QWidget]) -> QWidget:
    part = dialog.stack.currentWidget()
    assert isinstance(part, kind)
    return part


def test_it_says_what_will_come_out_and_shows_the_pages(qtbot: QtBot, evening: Evening, opened: Opener) -> None:
    evening.draft()
    dialog = opened(idents_of(evening))
    assert dialog.ready.heading.text() == "3 letters on US Letter"
    assert dialog.ready.then.text().startswith("Then 3 envelopes:")
    qtbot.waitUntil(lambda: dialog.ready.pages.paper.page is not None)
    first = dialog.ready.pages.paper.page
    assert dialog.ready.pages.place.text() == "1 of 3"
    dialog.ready.pages.on.click()
    qtbot.waitUntil(lambda: dialog.ready.pages.paper.page != first)
    assert dialog.ready.pages.place.text() == "2 of 3"


def test_a_refused_piece_is_named_with_why(evening: Evening, opened: Opener) -> None:
    bad = evening.draft()[1]
    save_letter(evening.desk, bad.ident, LetterEdit("I live in [TOWN]."), bad_version(evening, bad.ident))
    dialog = opened(idents_of(evening))
    assert dialog.job is not None
    assert len(dialog.job.codes) == 2
    said = " ".join(label.text() for label in dialog.ready.findChildren(type(dialog.ready.heading)))
    assert "1 letter cannot be printed" in said
    assert f"{bad.code}, Bertha Nguyen to The Honourable Ana Núñez" in said


def test_letters_without_a_word_on_their_case_are_told_of_first(qtbot: QtBot, evening: Evening, opened: Opener) -> None:
    evening.draft()
    dialog = opened(idents_of(evening))
    said = " ".join(label.text() for label in dialog.ready.findChildren(type(dialog.ready.heading)))
    assert "nobody has looked at its paragraph" in said
    answer(CaseTextDialog, accept)
    press_in(dialog, "Look at it…")
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.ready)
    assert dialog.job is not None
    assert dialog.job.silent == ()
    text = dialog.job.pieces[0].text
    assert text is not None
    assert text.case == "Several people were taken from their homes on 2 March."


def bad_version(evening: Evening, ident: int) -> int:
    return letter_view(evening.desk, ident).version


def test_all_refused_says_so_and_offers_nothing_to_print(evening: Evening, opened: Opener) -> None:
    evening.draft()
    evening.close_case(CASES[0])
    dialog = opened(idents_of(evening))
    part = part_of(dialog, NextPart)
    assert isinstance(part, NextPart)
    assert part.heading.text() == "Nothing was printed."
    assert not dialog.print_button.isVisible()


def test_printing_asks_and_marks_what_came_out(qtbot: QtBot, evening: Evening, opened: Opener, tmp_path: Path) -> None:
    evening.draft()
    dialog = opened(idents_of(evening))
    out = tmp_path / "printed.pdf"

    def choose(printer: QPrinter, _parent: QWidget) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setResolution(100)
        printer.setOutputFileName(str(out))
        return True

    dialog.choose_printer = choose
    with qtbot.waitSignal(dialog.batch_confirmed) as confirmed:
        dialog.print_button.click()
        qtbot.waitUntil(lambda: isinstance(dialog.stack.currentWidget(), QuestionPart))
        assert status_count(evening, LetterStatus.PRINTED) == 0
        question = part_of(dialog, QuestionPart)
        assert isinstance(question, QuestionPart)
        assert question.heading.text() == "Did all 3 letters come out well?"
        question.fine.click()
    assert len(confirmed.args[0]) == 3
    assert status_count(evening, LetterStatus.PRINTED) == 3
    document = pypdfium2.PdfDocument(out)
    assert [round(page.get_width()) for page in document] == [612] * 3
    document.close()


def test_a_closed_print_dialog_prints_nothing(evening: Evening, opened: Opener) -> None:
    evening.draft()
    dialog = opened(idents_of(evening))
    dialog.choose_printer = lambda _printer, _parent: False
    dialog.print_button.click()
    assert dialog.stack.currentWidget() is dialog.ready
    assert status_count(evening, LetterStatus.DRAFT) == 3


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_refuses_is_said_and_nothing_is_lost(
    qtbot: QtBot, evening: Evening, opened: Opener, tmp_path: Path
) -> None:
    evening.draft()
    dialog = opened(idents_of(evening))

    def choose(printer: QPrinter, _parent: QWidget) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "no folder" / "out.pdf"))
        return True

    dialog.choose_printer = choose
    dialog.print_button.click()
    qtbot.waitUntil(lambda: bool(dialog.trouble.text()))
    assert dialog.stack.currentWidget() is dialog.ready
    assert status_count(evening, LetterStatus.DRAFT) == 3


def test_save_as_pdf_asks_the_same_question_and_goes_on_to_envelopes(
    qtbot: QtBot, evening: Evening, opened: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening.draft()
    dialog = opened(idents_of(evening))
    save_to(monkeypatch, tmp_path / "letters.pdf")
    dialog.pdf_button.click()
    question = part_of(dialog, QuestionPart)
    assert isinstance(question, QuestionPart)
    question.fine.click()
    assert status_count(evening, LetterStatus.PRINTED) == 3
    assert pages_of(tmp_path / "letters.pdf") == 3
    press_in(part_of(dialog, NextPart), "Now the envelopes")
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.ready)
    assert dialog.ready.heading.text().startswith("3 envelopes")
    assert dialog.job is not None
    codes = [row.code for row in sorted(list_letters(evening.desk), key=lambda row: row.ident)]
    assert list(dialog.job.codes) == codes


def pages_of(file: Path) -> int:
    document = pypdfium2.PdfDocument(file)
    try:
        return len(document)
    finally:
        document.close()


def test_some_that_came_out_badly_stay_drafts_and_print_again(
    qtbot: QtBot, evening: Evening, opened: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening.draft()
    dialog = opened(idents_of(evening))
    save_to(monkeypatch, tmp_path / "letters.pdf")
    dialog.pdf_button.click()
    question = part_of(dialog, QuestionPart)
    assert isinstance(question, QuestionPart)
    question.some.click()
    assert not question.done.isEnabled()
    question.list.setCurrentIndex(question.model.index(1))
    question.rest.click()
    question.done.click()
    assert status_count(evening, LetterStatus.PRINTED) == 1
    assert status_count(evening, LetterStatus.DRAFT) == 2
    press_in(part_of(dialog, NextPart), "Print those 2 again")
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.ready)
    assert dialog.ready.heading.text() == "2 letters on US Letter"


def test_a_folder_that_cannot_be_written_is_said_and_nothing_marked(
    evening: Evening, opened: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening.draft()
    dialog = opened(idents_of(evening))
    save_to(monkeypatch, tmp_path / "no folder" / "letters.pdf")
    dialog.pdf_button.click()
    assert "could not be written" in dialog.trouble.text()
    assert status_count(evening, LetterStatus.DRAFT) == 3


def test_past_its_date_it_asks_once_for_the_batch(qtbot: QtBot, evening: Evening, opened: Opener) -> None:
    evening.add_case(LATE)
    evening.draft(0)
    evening.draft(2, 2)
    dialog = opened(idents_of(evening))
    late = dialog.ready.late
    assert late is not None
    said = [label.text() for label in late.findChildren(type(dialog.ready.heading))]
    assert "81/25: the date was 22 May 2025; ask the office first. Print all the same?" in said
    assert not dialog.print_button.isEnabled()
    assert dialog.print_button.toolTip()
    press_in(late, "Print all the same")
    assert dialog.print_button.isEnabled()
    assert dialog.pdf_button.isEnabled()
    assert not late.isVisible()


def test_letters_past_their_date_can_be_left_out(qtbot: QtBot, evening: Evening, opened: Opener) -> None:
    evening.add_case(LATE)
    evening.draft(0)
    evening.draft(2, 2)
    dialog = opened(idents_of(evening))
    assert dialog.ready.late is not None
    press_in(dialog.ready.late, "Leave these out")
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.ready)
    assert dialog.job is not None
    assert len(dialog.job.codes) == 3
    assert dialog.print_button.isEnabled()


def test_envelopes_that_came_out_move_no_letter(
    evening: Evening, opened: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening.draft()
    dialog = opened(idents_of(evening), envelopes=True)
    save_to(monkeypatch, tmp_path / "envelopes.pdf")
    dialog.pdf_button.click()
    question = part_of(dialog, QuestionPart)
    assert isinstance(question, QuestionPart)
    question.fine.click()
    assert status_count(evening, LetterStatus.DRAFT) == 3


def test_letters_by_hand_join_at_the_envelopes(
    qtbot: QtBot, evening: Evening, opened: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening.draft(0, 2)
    by_hand = draft_letters(evening.desk, evening.cases[1], evening.people[2:], channel=Channel.HANDWRITTEN).done
    dialog = opened(idents_of(evening))
    assert dialog.ready.heading.text() == "2 letters on US Letter"
    save_to(monkeypatch, tmp_path / "letters.pdf")
    dialog.pdf_button.click()
    question = part_of(dialog, QuestionPart)
    assert isinstance(question, QuestionPart)
    question.fine.click()
    press_in(part_of(dialog, NextPart), "Now the envelopes")
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.ready)
    assert dialog.job is not None
    assert len(dialog.job.codes) == 3
    assert by_hand[0].code in dialog.job.codes


def test_where_all_is_written_by_hand_it_offers_the_envelopes(qtbot: QtBot, evening: Evening, opened: Opener) -> None:
    draft_letters(evening.desk, evening.cases[1], evening.people, channel=Channel.HANDWRITTEN)
    dialog = opened(idents_of(evening))
    press_in(part_of(dialog, NextPart), "Print envelopes")
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.ready)
    assert dialog.ready.heading.text().startswith("3 envelopes")


def asked(dialog: PrintDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> QuestionPart:
    """The batch was saved as a PDF, and the question stands."""
    save_to(monkeypatch, tmp_path / "letters.pdf")
    dialog.pdf_button.click()
    question = part_of(dialog, QuestionPart)
    assert isinstance(question, QuestionPart)
    return question


def test_the_question_is_neither_escaped_nor_closed_away(
    qtbot: QtBot, evening: Evening, opened: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening.draft()
    dialog = opened(idents_of(evening))
    question = asked(dialog, monkeypatch, tmp_path)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not dialog.close()
    assert dialog.isVisible()
    assert "Ask me later" in dialog.trouble.text()
    question.fine.click()
    assert status_count(evening, LetterStatus.PRINTED) == 3
    assert dialog.close()


def test_the_question_can_be_put_off_and_then_nothing_is_marked(
    evening: Evening, opened: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening.draft()
    dialog = opened(idents_of(evening))
    asked(dialog, monkeypatch, tmp_path).later.click()
    part = part_of(dialog, NextPart)
    assert isinstance(part, NextPart)
    assert "drafts stay drafts" in part.sentence.text()
    assert status_count(evening, LetterStatus.DRAFT) == 3
    press_in(part, "Answer now")
    question = part_of(dialog, QuestionPart)
    assert isinstance(question, QuestionPart)
    question.later.click()
    assert dialog.close()
    assert status_count(evening, LetterStatus.DRAFT) == 3
    [run] = unanswered_runs(evening.desk)
    assert list(run.letters) == idents_of(evening)


def test_where_none_came_out_all_stay_drafts(
    evening: Evening, opened: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening.draft()
    dialog = opened(idents_of(evening))
    asked(dialog, monkeypatch, tmp_path).none.click()
    assert status_count(evening, LetterStatus.DRAFT) == 3
    press_in(part_of(dialog, NextPart), "Print those 3 again")


def stopping_after(pages: int, error: Exception | None = None) -> Callable[[QPrinter, PageJob], Job[int]]:
    """A printer that takes so many pages; then it fails, or waits until it is called off."""

    def send(_printer: QPrinter, job: PageJob) -> Job[int]:
        for page in range(pages + 1):
            yield Progress(page, job.pages)
        if error is not None:
            raise error
        while True:
            time.sleep(0.01)
            yield Progress(pages, job.pages)

    return send


@pytest.mark.parametrize("pages", [1, 2])
def test_after_stop_the_same_question_is_asked(
    qtbot: QtBot, evening: Evening, opened: Opener, monkeypatch: pytest.MonkeyPatch, pages: int
) -> None:
    evening.draft()
    monkeypatch.setattr("uadesk.ui.dialogs.print_dialog.print_pages", stopping_after(pages))
    dialog = opened(idents_of(evening))
    dialog.choose_printer = lambda _printer, _parent: True
    dialog.print_button.click()
    qtbot.waitUntil(lambda: dialog.busy.bar.value() == pages)
    dialog.busy.cancel.click()
    qtbot.waitUntil(lambda: isinstance(dialog.stack.currentWidget(), QuestionPart))
    question = part_of(dialog, QuestionPart)
    assert isinstance(question, QuestionPart)
    assert question.before.text().startswith("Stopped.")
    question.some.click()
    question.list.setCurrentIndex(question.model.index(pages))
    question.rest.click()
    question.done.click()
    assert status_count(evening, LetterStatus.PRINTED) == pages


def test_closing_while_pages_are_sent_stops_and_asks(
    qtbot: QtBot, evening: Evening, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening.draft()
    monkeypatch.setattr("uadesk.ui.dialogs.print_dialog.print_pages", stopping_after(1))
    dialog = opened(idents_of(evening))
    dialog.choose_printer = lambda _printer, _parent: True
    dialog.print_button.click()
    qtbot.waitUntil(lambda: dialog.busy.bar.value() == 1)
    assert not dialog.close()
    qtbot.waitUntil(lambda: isinstance(dialog.stack.currentWidget(), QuestionPart))
    assert dialog.isVisible()


def test_a_printer_that_fails_in_the_middle_is_said_and_what_came_out_is_asked(
    qtbot: QtBot, evening: Evening, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening.draft()
    failing = stopping_after(1, PrinterRefusedError("Office printer"))
    monkeypatch.setattr("uadesk.ui.dialogs.print_dialog.print_pages", failing)
    dialog = opened(idents_of(evening))
    dialog.choose_printer = lambda _printer, _parent: True
    dialog.print_button.click()
    qtbot.waitUntil(lambda: isinstance(dialog.stack.currentWidget(), QuestionPart))
    question = part_of(dialog, QuestionPart)
    assert isinstance(question, QuestionPart)
    assert "Office printer" in question.before.text()


def test_stopped_before_the_first_page_nothing_is_asked(
    qtbot: QtBot, evening: Evening, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening.draft()
    monkeypatch.setattr("uadesk.ui.dialogs.print_dialog.print_pages", stopping_after(0))
    dialog = opened(idents_of(evening))
    dialog.choose_printer = lambda _printer, _parent: True
    dialog.print_button.click()
    qtbot.waitUntil(lambda: dialog.busy.bar.maximum() == 3)
    dialog.busy.cancel.click()
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.ready)
    assert "Nothing went to the printer" in dialog.trouble.text()


def test_the_print_dialog_offers_no_part_of_the_batch(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = printer_choice(QPrinter(), parent)
    assert not dialog.testOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.deleteLater()


def test_making_a_batch_can_be_cancelled(qtbot: QtBot, evening: Evening, watched: Watched) -> None:
    evening.draft()
    dialog = PrintDialog(watched.context, idents_of(evening))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(dialog.finished):
        dialog.busy.cancel.click()
        dialog.close_button.click()
    assert status_count(evening, LetterStatus.DRAFT) == 3


def test_a_large_batch_is_marked_with_progress_and_undone_as_one(
    qtbot: QtBot, evening: Evening, opened: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = [add_member(evening.desk, Person(f"Writer {number:03}")) for number in range(101)]
    draft_letters(evening.desk, evening.cases[0], people)
    dialog = opened(idents_of(evening))
    asked(dialog, monkeypatch, tmp_path).fine.click()
    assert dialog.stack.currentWidget() is dialog.busy
    qtbot.waitUntil(lambda: isinstance(dialog.stack.currentWidget(), NextPart), timeout=20_000)
    assert status_count(evening, LetterStatus.PRINTED) == 101
    undo(evening.desk)
    assert status_count(evening, LetterStatus.DRAFT) == 101


def asked_on(dialog: PrintDialog) -> QuestionPart:
    part = part_of(dialog, QuestionPart)
    assert isinstance(part, QuestionPart)
    return part


def words_in(part: QWidget) -> str:
    return " ".join(label.text() for label in part.findChildren(QLabel))


def holding_up(monkeypatch: pytest.MonkeyPatch, gate: Gate, error: Exception | None = None) -> None:
    """Let each letter be marked by itself, held up on the way; `error` comes then."""
    monkeypatch.setattr(print_dialog, "MANY", 0)
    monkeypatch.setattr(portions, "AT_ONCE", 1)

    def confirm(desk: Desk, job: PrintJob, codes: Sequence[str]) -> Job[Marked]:
        marked = yield from gate.through(_broken_off(confirming(desk, job, codes), error))
        return marked

    monkeypatch.setattr(print_dialog, "confirming", confirm)


def _broken_off(job: Job[Marked], error: Exception | None) -> Job[Marked]:
    """With an error, only what comes before the third step is done."""
    if error is None:
        return (yield from job)
    for _step in range(2):
        yield next(job)
    raise error


def test_what_is_being_marked_comes_to_its_end(
    qtbot: QtBot, evening: Evening, opened: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening.draft()
    dialog = opened(idents_of(evening))
    fine = asked(dialog, monkeypatch, tmp_path).fine
    gate = Gate(at=1)
    holding_up(monkeypatch, gate)
    fine.click()
    assert gate.reached.wait(20)
    assert not dialog.busy.cancel.isVisible()
    dialog.close()
    assert dialog.isVisible()
    gate.open.set()
    qtbot.waitUntil(lambda: isinstance(dialog.stack.currentWidget(), NextPart))
    assert status_count(evening, LetterStatus.PRINTED) == 3


def test_marking_that_fails_asks_again_and_what_is_bad_can_be_printed_again(
    qtbot: QtBot,
    evening: Evening,
    opened: Opener,
    watched: Watched,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    evening.draft()
    dialog = opened(idents_of(evening))
    question = asked(dialog, monkeypatch, tmp_path)
    heard: list[object] = []
    watched.context.changed.connect(heard.append)
    gate = Gate(at=99)
    with monkeypatch.context() as patch:
        holding_up(patch, gate, DiskFullError(evening.desk.home.database))
        question.fine.click()
        qtbot.waitUntil(lambda: dialog.stack.currentWidget() is question)
    assert "disk" in dialog.trouble.text()
    assert heard == [frozenset({What.LETTERS, What.EVENING})]
    assert status_count(evening, LetterStatus.PRINTED) == 1
    question.some.click()
    question.list.setCurrentIndex(question.model.index(0))
    qtbot.keyClick(question.list, Qt.Key.Key_Space)
    question.done.click()
    press_in(dialog, "Print it again")
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.ready)
    assert dialog.job is not None
    assert len(dialog.job.codes) == 1


def test_a_fault_in_marking_asks_again(
    qtbot: QtBot, evening: Evening, opened: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening.draft()
    dialog = opened(idents_of(evening))
    question = asked(dialog, monkeypatch, tmp_path)
    holding_up(monkeypatch, Gate(at=99), ZeroDivisionError())
    with qtbot.captureExceptions() as faults:
        question.fine.click()
        qtbot.waitUntil(lambda: faults != [])
    asked_on(dialog)


def test_letters_that_are_gone_are_said_and_the_batch_is_made_anew(
    qtbot: QtBot, evening: Evening, opened: Opener
) -> None:
    kept = evening.draft(0, 1)
    evening.draft(1, 2)
    dialog = opened(idents_of(evening))
    dialog.choose_printer = lambda _printer, _parent: True
    undo(evening.desk)
    dialog.print_button.click()
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.ready)
    assert "taken away" in dialog.trouble.text()
    assert dialog.job is not None
    assert dialog.job.codes == tuple(row.code for row in kept)
    dialog.close()
    assert not dialog.isVisible()


def test_letters_that_go_while_their_pages_are_made_are_left_out(
    qtbot: QtBot, evening: Evening, watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = evening.draft(0, 1)
    evening.draft(1, 2)
    gate = Gate(at=0)

    def make(*given: Any, **named: Any) -> Job[PrintJob]:
        return gate.through(print_letters(*given, **named))

    monkeypatch.setattr(print_dialog, "print_letters", make)
    dialog = PrintDialog(watched.context, idents_of(evening))
    qtbot.addWidget(dialog, before_close_func=lambda widget: widget.done(0))
    dialog.show()
    assert gate.reached.wait(20)
    undo(evening.desk)
    gate.open.set()
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.ready)
    assert dialog.job is not None
    assert dialog.job.codes == tuple(row.code for row in kept)
    assert "taken away" in dialog.trouble.text()


def test_what_is_gone_or_withdrawn_by_now_is_not_counted_as_printed(
    evening: Evening, opened: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, _third = evening.draft(0, 3)
    evening.draft(1, 1)
    dialog = opened(idents_of(evening))
    question = asked(dialog, monkeypatch, tmp_path)
    undo(evening.desk)
    mark(evening.desk, [first.ident], LetterStatus.WITHDRAWN)
    save_letter(evening.desk, second.ident, LetterEdit("Typed on."), bad_version(evening, second.ident))
    question.fine.click()
    said = words_in(part_of(dialog, NextPart))
    assert "2 letters are printed." in said
    assert "This letter is no longer there" in said
    assert f"Letter {first.code} is withdrawn" in said
    assert "What was typed is kept, but is not on this paper." in said
    assert status_count(evening, LetterStatus.PRINTED) == 2


def write(evening: Evening, ident: int, words: str) -> None:
    view = letter_view(evening.desk, ident)
    save_letter(evening.desk, ident, LetterEdit(words), view.version)


def test_pages_that_were_changed_are_made_anew_and_said(
    qtbot: QtBot, evening: Evening, opened: Opener, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    letter = evening.draft()[0]
    dialog = opened(idents_of(evening))
    write(evening, letter.ident, "I am a nurse.")
    save_to(monkeypatch, tmp_path / "letters.pdf")
    dialog.save_pdf()
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.ready)
    assert f"Letter {letter.code} was changed" in dialog.trouble.text()
    assert not (tmp_path / "letters.pdf").exists()
    assert unanswered_runs(evening.desk) == ()
    dialog.save_pdf()
    assert isinstance(dialog.stack.currentWidget(), QuestionPart)
    assert dialog.job is not None
    text = dialog.job.pieces[0].text
    assert text is not None
    assert text.own_words == ("I am a nurse.",)


def test_what_was_typed_after_its_page_was_made_is_named(
    evening: Evening, opened: Opener, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    letter = evening.draft()[0]
    dialog = opened(idents_of(evening))
    question = asked(dialog, monkeypatch, tmp_path)
    write(evening, letter.ident, "I am a nurse.")
    question.fine.click()
    said = " ".join(label.text() for label in part_of(dialog, NextPart).findChildren(type(dialog.ready.heading)))
    assert f"{letter.code}, " in said
    assert "What was typed is kept, but is not on this paper." in said
