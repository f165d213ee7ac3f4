"""Preparing an evening, driven as a person does."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.letters.conftest import TODAY, Evening, Watched
from uadesk.desk.preparing import preparation
from uadesk.desk.steps import mark
from uadesk.domain.letters import LetterStatus
from uadesk.press.preview import page_count
from uadesk.ui.dialogs.prepare import PrepareDialog
from uadesk.ui.dialogs.sheet import SheetDialog
from uadesk.ui.pages.tonight import TonightPage

NEXT = TODAY + timedelta(25)


@pytest.fixture
def dialog(qtbot: QtBot, watched: Watched) -> PrepareDialog:
    made = PrepareDialog(watched.context)
    qtbot.addWidget(made)
    made.show()
    return made


def type_into(qtbot: QtBot, field: object, text: str) -> None:
    field.clear()  # type: ignore[attr-defined]  # a line to type in
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_tonight_opens_it_on_todays_evening(qtbot: QtBot, watched: Watched) -> None:
    page = TonightPage(watched.context)
    qtbot.addWidget(page)
    page.show()
    page.prepare.click()
    found = page.window().findChild(PrepareDialog)
    assert found is not None
    assert found.heading.text() == "On offer on Tuesday 3 June 2025: 2 of 2"
    found.accept()


def test_a_later_day_has_its_own_place_and_cases(qtbot: QtBot, dialog: PrepareDialog, evening: Evening) -> None:
    type_into(qtbot, dialog.date, "28 June 2025")
    assert dialog.heading.text() == "On offer on Saturday 28 June 2025: 1 of 2"
    type_into(qtbot, dialog.place, "Trinity Hall")
    dialog.list.setCurrentIndex(dialog.model.index(1))
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.heading.text() == "On offer on Saturday 28 June 2025: 0 of 2"
    stored = preparation(evening.desk, NEXT).evening
    assert (stored.place, stored.cases) == ("Trinity Hall", ())
    assert preparation(evening.desk, TODAY).evening.place == ""


def test_no_evening_is_prepared_for_a_day_that_is_gone(qtbot: QtBot, dialog: PrepareDialog) -> None:
    type_into(qtbot, dialog.date, "1 May 2025")
    assert dialog.date.day == date(2025, 6, 3)


def test_it_tells_the_deadline_what_is_new_and_who_wrote(
    qtbot: QtBot, dialog: PrepareDialog, evening: Evening, watched: Watched
) -> None:
    mark(evening.desk, [row.ident for row in evening.draft(0, 2)], LetterStatus.PRINTED)
    mark(evening.desk, [1, 2], LetterStatus.POSTED)
    dialog._refresh()
    dialog.list.setCurrentIndex(dialog.model.index(1))
    assert dialog.about.title.text() == "34/25 USA: Stop the removals"
    assert dialog.about.deadline.text() == "On that day: 28 days left"
    assert dialog.about.wrote.text() == "Written on it already: Amir, Bertha."
    dialog.list.setCurrentIndex(dialog.model.index(0))
    assert dialog.about.wrote.text() == "Nobody of the group has written on it yet."


@pytest.mark.parametrize(
    ("button", "title", "pages"),
    [
        ("case_button", "Case sheet", 1),
        ("sign_in_button", "Sign-in sheet", 1),
        ("all_button", "Everything for the evening", 3),
    ],
)
def test_its_sheets_are_shown_as_they_print(
    qtbot: QtBot, dialog: PrepareDialog, button: str, title: str, pages: int
) -> None:
    getattr(dialog, button).click()
    [sheet] = dialog.findChildren(SheetDialog)
    qtbot.waitUntil(lambda: bool(sheet.pdf))
    assert sheet.windowTitle() == title
    assert page_count(sheet.pdf) == pages
    sheet.close()
