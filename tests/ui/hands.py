"""A person at the window: clicks, key chords, fields filled and files dropped, each counted as one action."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

PUSHED = 150
"""Milliseconds that Qt shows a button pushed in by its key before it acts, and some more."""

W = TypeVar("W", bound=QWidget)


class Hands:
    """What they do, and how many actions that took."""

    def __init__(self, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        self.actions = 0
        self._qtbot = qtbot
        self._files: list[Path] = []
        monkeypatch.setattr(QFileDialog, "getSaveFileName", self._answer_file)

    def click(self, where: QWidget, words: str) -> None:
        """Click the button with these words that can be seen in a window."""
        self._count()
        button = self.button(where, words)
        assert button.isEnabled(), f"{words!r}: {button.toolTip()}"
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def button(self, where: QWidget, words: str) -> QAbstractButton:
        """The button that begins with these words, of those that can be seen."""
        seen = [each for each in where.findChildren(QAbstractButton) if each.isVisible()]
        found = [each for each in seen if each.text().replace("&", "").startswith(words)]
        assert found, f"no {words!r} among {[each.text() for each in seen]}"
        return found[0]

    def press(self, where: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key, or a chord."""
        self._count()
        window = where.window()
        window.activateWindow()
        self._qtbot.waitUntil(window.isActiveWindow)
        self._qtbot.keyClick(where, key, held)
        self._qtbot.wait(PUSHED)

    def fill(self, field: QLineEdit | QPlainTextEdit, text: str) -> None:
        """Fill a field, whatever stood in it."""
        self._count()
        field.setFocus()
        field.clear()
        self._qtbot.keyClicks(field, text)

    def click_at(self, where: QWidget, place: QPoint) -> None:
        """Click somewhere in a widget."""
        self._count()
        self._qtbot.mouseClick(where, Qt.MouseButton.LeftButton, pos=place)

    def drop(self, window: QWidget, *files: Path) -> None:
        """Drop files on a window."""
        self._count()
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        held, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
        window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, held))

    def save_to(self, *files: Path) -> None:
        """What will be typed into the next windows that ask for a file; each counts when it is asked."""
        self._files += files

    def window(self, kind: type[W], ready: Callable[[W], bool] = lambda _window: True) -> W:
        """The window of this kind in front, once it is ready."""

        def found() -> list[W]:
            shown = [each for each in QApplication.allWidgets() if isinstance(each, kind) and each.isVisible()]
            return [each for each in shown if ready(each)]

        self._qtbot.waitUntil(lambda: bool(found()), timeout=30_000)
        return found()[-1]

    def _answer_file(self, *_values: object) -> tuple[str, str]:
        self._count()
        return str(self._files.pop(0)), ""

    def _count(self) -> None:
        self.actions += 1
