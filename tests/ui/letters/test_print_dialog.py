"""Printing a batch: what will come out, the one warning, and the one question afterwards."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.letters.conftest import CASES, LATE, Evening, Watched
from uadesk.desk.drafting import draft_letters
from uadesk.desk.letters import LetterEdit, letter_view, list_letters, save_letter
from uadesk.domain.letters import Channel, LetterStatus
from uadesk.domain.rows import LetterFilter
from uadesk.ui.dialogs.print_dialog import PrintDialog
from uadesk.ui.dialogs.print_parts import NextPart, QuestionPart

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


def press(part: QWidget, words: str) -> None:
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
        assert question.heading.text() == "Did all 3 come out well?"
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
    press(part_of(dialog, NextPart), "Now the envelopes")
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
    press(part_of(dialog, NextPart), "Print those 2 again")
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
    press(late, "Print all the same")
    assert dialog.print_button.isEnabled()
    assert dialog.pdf_button.isEnabled()
    assert not late.isVisible()


def test_letters_past_their_date_can_be_left_out(qtbot: QtBot, evening: Evening, opened: Opener) -> None:
    evening.add_case(LATE)
    evening.draft(0)
    evening.draft(2, 2)
    dialog = opened(idents_of(evening))
    assert dialog.ready.late is not None
    press(dialog.ready.late, "Leave these out")
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
    press(part_of(dialog, NextPart), "Now the envelopes")
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.ready)
    assert dialog.job is not None
    assert len(dialog.job.codes) == 3
    assert by_hand[0].code in dialog.job.codes


def test_where_all_is_written_by_hand_it_offers_the_envelopes(qtbot: QtBot, evening: Evening, opened: Opener) -> None:
    draft_letters(evening.desk, evening.cases[1], evening.people, channel=Channel.HANDWRITTEN)
    dialog = opened(idents_of(evening))
    press(part_of(dialog, NextPart), "Print envelopes")
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.ready)
    assert dialog.ready.heading.text().startswith("3 envelopes")


def test_the_question_is_not_lost_to_escape(
    qtbot: QtBot, evening: Evening, opened: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening.draft()
    dialog = opened(idents_of(evening))
    save_to(monkeypatch, tmp_path / "letters.pdf")
    dialog.pdf_button.click()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()


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
