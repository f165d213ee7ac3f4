"""From a bulletin that came today to the letters, copies and envelopes of twelve people: at most twelve actions."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.press.paper import open_sheets
from tests.ui.hands import Hands
from tests.ui.kit import group
from uadesk.base.clock import fixed_clock
from uadesk.base.folders import Home
from uadesk.base.settings import Settings
from uadesk.desk.desk import Desk, open_desk
from uadesk.desk.groups import save_group
from uadesk.desk.members import add_member
from uadesk.domain.people import Person
from uadesk.ui.dialogs.print_dialog import PrintDialog
from uadesk.ui.main_window import MainWindow
from uadesk.ui.review.window import ReviewWindow

MOST = 12
BULLETIN = Path(__file__).parents[1] / "reading" / "bulletins" / "first_header_over_lines.txt"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(home: Home) -> Iterator[Desk]:
    """A desk with twelve people, and no case."""
    made = open_desk(home, fixed_clock(date(2025, 6, 3)))
    save_group(made, group())
    for number in range(12):
        add_member(made, Person(f"Writer {number:02}", (f"{number + 1} Elm Road", "Ottawa ON  K2B 1A1")))
    yield made
    made.close()


@pytest.mark.slow
def test_twelve_peoples_letters_copies_and_envelopes_take_twelve_actions(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, desk: Desk, home: Home, tmp_path: Path
) -> None:
    window = MainWindow(lambda: desk, home, Settings(), fixed_clock(desk.today))
    qtbot.addWidget(window)
    window.furnish()
    window.show()
    window.attach(desk)
    hands = Hands(qtbot, monkeypatch)
    letters, envelopes = tmp_path / "letters.pdf", tmp_path / "envelopes.pdf"
    hands.save_to(letters, envelopes)

    hands.drop(window, BULLETIN)
    review = hands.window(ReviewWindow)
    hands.click(review, "Yes")  # the embassy's country, which its address does not name
    hands.click(review, "Save the case")
    hands.click(window, "Everybody")
    hands.press(window, Qt.Key.Key_Return, CTRL)  # draft them all
    hands.press(window, Qt.Key.Key_Return, CTRL)  # print them
    printing = hands.window(PrintDialog, lambda dialog: dialog.pdf_button.isVisible())
    hands.press(printing, Qt.Key.Key_S, CTRL)  # and a place for the file
    hands.click(printing, "All fine")
    hands.click(printing, "Now the envelopes")
    qtbot.waitUntil(printing.pdf_button.isVisible)
    hands.press(printing, Qt.Key.Key_S, CTRL)  # and a place for the file

    assert hands.actions <= MOST
    assert len(open_sheets(letters.read_bytes())) == len(open_sheets(envelopes.read_bytes())) == 24
    printing.done(0)
