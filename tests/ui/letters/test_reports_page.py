"""The reports page: spans of days, names on and off, and what is saved."""

from datetime import date, timedelta
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QFileDialog
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from tests.ui.letters.conftest import TODAY, Evening, Watched
from uadesk.desk.drafting import draft_letters
from uadesk.desk.steps import mark
from uadesk.domain.letters import Channel, LetterStatus
from uadesk.ui.context import What
from uadesk.ui.pages.reports import ReportsPage


@pytest.fixture
def page(qtbot: QtBot, evening: Evening, watched: Watched) -> ReportsPage:
    idents = [row.ident for row in evening.draft(0)]
    mark(evening.desk, idents, LetterStatus.PRINTED)
    mark(evening.desk, idents[:2], LetterStatus.POSTED)
    made = ReportsPage(watched.context)
    qtbot.addWidget(made)
    made.resize(860, 640)
    made.show()
    return made


def cells(page: ReportsPage) -> list[list[str]]:
    return [
        [page.model.index(row, column).data() for column in range(page.model.columnCount())]
        for row in range(page.model.rowCount())
    ]


def hold(evening: Evening, day: date) -> None:
    """An evening at which one letter was written by hand, and went."""
    [row] = draft_letters(
        evening.desk, evening.cases[1], evening.people[:1], channel=Channel.HANDWRITTEN, evening=day
    ).done
    mark(evening.desk, [row.ident], LetterStatus.POSTED)


def choose_tab(page: ReportsPage, words: str) -> None:
    [place] = [place for place in range(page.tabs.count()) if page.tabs.tabText(place) == words]
    page.tabs.setCurrentIndex(place)


def test_the_model_keeps_qts_rules(page: ReportsPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.model)


def test_letters_count_when_posted(page: ReportsPage) -> None:
    assert page.total.text() == "2 letters went out"
    assert page.beside.text().startswith("1 printed but not posted")
    assert cells(page) == [["34/25  USA, Stop the removals", "2", "1", "–", "–"]]


def test_members_are_a_tab_of_their_own_until_names_are_off(page: ReportsPage) -> None:
    choose_tab(page, "Members")
    assert ["Amir Haddad", "1", "–", "–", "–"] in cells(page)
    page.names.setChecked(False)
    assert "Members" not in [page.tabs.tabText(place) for place in range(page.tabs.count())]
    assert not any("Amir" in cell for row in cells(page) for cell in row)


def test_channels_are_in_words(page: ReportsPage) -> None:
    choose_tab(page, "How they went")
    assert cells(page)[0][0] == "by post"


def test_months_are_in_words(page: ReportsPage) -> None:
    choose_tab(page, "Months")
    assert cells(page)[0][0] == "June 2025"


def test_days_of_ones_own_choice(page: ReportsPage) -> None:
    assert not page.span.first.isVisible()
    page.span.kinds.setCurrentText("From … to …")
    assert page.span.first.isVisible()
    assert page.total.text() == "2 letters went out"
    page.span.first.setDate(QDate(2025, 5, 1))
    page.span.last.setDate(QDate(2025, 5, 31))
    assert page.total.text() == "0 letters went out"
    assert page.stack.currentWidget() is not page.table
    assert not page.pdf_button.isEnabled()


@pytest.mark.parametrize("span", ["This evening", "This month", "This year", "Since the beginning"])
def test_every_span_holds_today(page: ReportsPage, span: str) -> None:
    page.span.kinds.setCurrentText(span)
    assert page.total.text() == "2 letters went out"


def test_the_last_evening_is_the_one_before_today(page: ReportsPage, evening: Evening) -> None:
    page.span.kinds.setCurrentText("Last evening")
    assert page.total.text() == "2 letters went out"  # there was none before
    hold(evening, TODAY - timedelta(30))
    page.refresh()
    assert page.total.text() == "1 letter went out"


def test_an_evening_is_chosen_by_its_date(page: ReportsPage, evening: Evening) -> None:
    hold(evening, TODAY - timedelta(30))
    assert not page.span.evenings.isVisible()
    page.span.kinds.setCurrentText("The evening of …")
    assert page.span.evenings.isVisible()
    assert page.total.text() == "2 letters went out"
    page.span.evenings.setCurrentIndex(1)
    assert page.total.text() == "1 letter went out"
    choose_tab(page, "Evenings")
    assert cells(page) == [[page.span.evenings.currentText(), "1", "–", "–", "–"]]


def test_kinds_are_in_words(page: ReportsPage) -> None:
    choose_tab(page, "Kinds")
    assert cells(page) == [["letter", "2", "1", "–", "–"]]


def test_it_follows_what_happens(page: ReportsPage, evening: Evening, watched: Watched) -> None:
    rows = evening.draft(1)
    mark(evening.desk, [row.ident for row in rows], LetterStatus.PRINTED)
    mark(evening.desk, [row.ident for row in rows], LetterStatus.POSTED)
    watched.context.tell_change(What.LETTERS)
    assert page.total.text() == "5 letters went out"


def test_it_is_saved_as_csv(
    qtbot: QtBot, page: ReportsPage, watched: Watched, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "report.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_values: (str(file), ""))
    page.csv_button.click()
    qtbot.waitUntil(lambda: bool(watched.told.notices))
    text = file.read_text(encoding="utf-8-sig")
    assert text.splitlines()[0] == "by,key,posted,printed,copies,solidarity"
    assert "ua,34/25,2,1,0,0" in text


def test_it_is_saved_for_a_spreadsheet(
    qtbot: QtBot, page: ReportsPage, watched: Watched, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "report.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_values: (str(file), ""))
    page.xlsx_button.click()
    qtbot.waitUntil(lambda: bool(watched.told.notices))
    [_heads, row] = CalamineWorkbook.from_path(file).get_sheet_by_name("Case").to_python()
    assert row == ["34/25", 2, 1, 0, 0]


def test_it_is_saved_as_a_pdf_without_names_if_wished(
    qtbot: QtBot, page: ReportsPage, watched: Watched, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "report.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_values: (str(file), ""))
    page.names.setChecked(False)
    page.pdf_button.click()
    qtbot.waitUntil(lambda: bool(watched.told.notices))
    document = pypdfium2.PdfDocument(file)
    text = document[0].get_textpage().get_text_range()
    document.close()
    assert "34/25" in text
    assert "Amir" not in text


def test_a_folder_that_cannot_be_written_is_said(
    qtbot: QtBot, page: ReportsPage, watched: Watched, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "no folder" / "report.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_values: (str(file), ""))
    page.csv_button.click()
    qtbot.waitUntil(lambda: bool(watched.told.notices))
    assert "could not be written" in watched.told.notices[0][0]
