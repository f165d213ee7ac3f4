"""The window that shows sheets: real pages, printed or saved, with what was refused named."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.kit import Heard, press
from uadesk.base.jobs import Job, Progress
from uadesk.desk.desk import Skipped
from uadesk.desk.sheets import NoOutcomeError, SheetStack, case_sheet, tonight_stack
from uadesk.ui.dialogs.sheet import SheetDialog
from uadesk.ui.dialogs.table_sheets import show_case_sheet, show_news_sheet

Opener = Callable[[Callable[[], Job[SheetStack]]], SheetDialog]


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    """A window whose sheets are closed in the end."""
    made = QWidget()
    qtbot.addWidget(made)
    yield made
    for dialog in made.findChildren(SheetDialog):
        dialog.reject()


@pytest.fixture
def opened(qtbot: QtBot, heard: Heard, window: QWidget) -> Opener:
    """Shows what a job makes, and waits for its page."""

    def show(make: Callable[[], Job[SheetStack]]) -> SheetDialog:
        dialog = SheetDialog.show_pages(heard.context, "Tonight's sheets", make, "sheets.pdf", window)
        qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.pages)
        return dialog

    return show


def test_the_stack_of_an_evening_can_be_leafed_through(qtbot: QtBot, heard: Heard, opened: Opener) -> None:
    desk = heard.context.desk
    dialog = opened(lambda: tonight_stack(desk, desk.today))
    qtbot.waitUntil(lambda: dialog.pages.place.text() == "1 of 2")
    dialog.pages.on.click()
    qtbot.waitUntil(lambda: dialog.pages.place.text() == "2 of 2")
    assert not dialog.refused.isVisible()


def test_what_was_refused_is_named_above_the_others(heard: Heard, opened: Opener) -> None:
    pdf = case_sheet(heard.context.desk, 1)

    def job() -> Job[SheetStack]:
        yield Progress(0, 1)
        return SheetStack(pdf, ("34/25",), (Skipped("35/25", NoOutcomeError("35/25")),))

    dialog = opened(job)
    assert dialog.refused.isVisible()
    assert any("35/25" in label.text() for label in dialog.refused.findChildren(QLabel))
    assert dialog.print_button.isEnabled()


def test_where_no_page_was_made_it_says_why(qtbot: QtBot, heard: Heard, window: QWidget) -> None:
    dialog = show_news_sheet(heard.context, 1, window)
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.pages)
    assert any("No outcome of 34/25" in label.text() for label in dialog.refused.findChildren(QLabel))
    assert not dialog.print_button.isEnabled()
    press(dialog, "Close")


def test_it_is_saved_where_the_person_says(
    qtbot: QtBot, heard: Heard, window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(_parent: QWidget, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        asked.append(Path(start).name)
        return str(tmp_path / "case.pdf"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    dialog = show_case_sheet(heard.context, 1, window)
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.pages)
    press(dialog, "Save as PDF…")
    assert asked == ["case.pdf"]
    assert (tmp_path / "case.pdf").read_bytes() == dialog.pdf == case_sheet(heard.context.desk, 1)
    assert "case.pdf" in dialog.said.text()


def test_a_folder_that_cannot_be_written_is_said(
    heard: Heard, opened: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_values: (str(tmp_path / "none" / "x.pdf"), ""))
    desk = heard.context.desk
    dialog = opened(lambda: tonight_stack(desk, desk.today))
    press(dialog, "Save as PDF…")
    assert "could not be written" in dialog.said.text()


def test_all_its_pages_go_to_the_printer(qtbot: QtBot, heard: Heard, opened: Opener, tmp_path: Path) -> None:
    out = tmp_path / "printed.pdf"

    def choose(printer: QPrinter, _parent: QWidget) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setResolution(100)
        printer.setOutputFileName(str(out))
        return True

    desk = heard.context.desk
    dialog = opened(lambda: tonight_stack(desk, desk.today))
    dialog.choose_printer = choose
    press(dialog, "Print…")
    qtbot.waitUntil(lambda: dialog.said.text() == "The pages went to the printer.")
    document = pypdfium2.PdfDocument(out)
    assert [round(page.get_width()) for page in document] == [612] * 2
    document.close()
