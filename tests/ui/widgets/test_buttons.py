"""Buttons and their keys."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from uadesk.ui.widgets.buttons import button


def test_a_button_with_a_key_of_its_own_underlines_no_letter(qtbot: QtBot) -> None:
    made = button("&Save the case", lambda: None, key="Ctrl+S")
    qtbot.addWidget(made)
    assert made.text() == "Save the case"
    assert made.shortcut().toString() == "Ctrl+S"
    plain = button("&Leave", lambda: None)
    qtbot.addWidget(plain)
    assert plain.shortcut().toString() == "Alt+L"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press_a_button_that_has_the_focus(qtbot: QtBot, key: Qt.Key) -> None:
    pressed: list[int] = []
    made = button("Close", lambda: pressed.append(1))
    qtbot.addWidget(made)
    made.show()
    qtbot.keyClick(made, key)
    assert pressed == [1]


def test_a_key_outlives_a_change_of_words(qtbot: QtBot) -> None:
    made = button("Draft 6 letters", lambda: None, key="Ctrl+Return")
    qtbot.addWidget(made)
    made.setText("Print 6 letters")
    assert made.shortcut().toString() == "Ctrl+Return"
