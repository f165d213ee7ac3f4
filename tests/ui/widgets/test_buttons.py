"""Buttons and their keys."""

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
