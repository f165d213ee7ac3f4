"""What all dialogs share."""

import shiboken6
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from uadesk.ui.widgets.dialogs import fit


def test_a_dialog_that_takes_its_size_does_not_take_the_screen_with_it(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    screen = QGuiApplication.primaryScreen()
    fit(dialog, (5000, 300))
    assert dialog.width() < screen.availableSize().width()
    assert "QDialog" not in shiboken6.dump(screen)
