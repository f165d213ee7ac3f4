"""A box to search a list in: it waits until the typing pauses."""

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QStyle, QWidget
from typing_extensions import override

from uadesk.base.language import _
from uadesk.ui.icons import icon
from uadesk.ui.theme import GRID, colours

PAUSE = 200
"""Milliseconds without a key before the search begins."""


class SearchBox(QLineEdit):
    """Where to type what to look for; Ctrl+F comes here, Esc empties it."""

    searched = Signal(str)

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setToolTip(_("{what}  (Ctrl+F)").format(what=hint))
        self.setClearButtonEnabled(True)
        self._sign = QAction(icon("search", colours().quiet), "", self)
        self.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(lambda: self.searched.emit(self.text().strip()))
        self.textChanged.connect(lambda _text: self._pause.start())
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), parent or self)
        shortcut.activated.connect(self._take_focus)

    @override
    def minimumSizeHint(self) -> QSize:
        """Room for the hint between the glass and the cross."""
        hint = self.fontMetrics().horizontalAdvance(self.placeholderText())
        signs = 2 * (self.style().pixelMetric(QStyle.PixelMetric.PM_LineEditIconSize, None, self) + GRID)
        return QSize(hint + signs + GRID, super().minimumSizeHint().height())

    def settle(self) -> None:
        """What stands here now was taken: nothing more is searched for by itself."""
        self._pause.stop()

    def _take_focus(self) -> None:
        self.setFocus()
        self.selectAll()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Cancel) and self.text():
            self.clear()
            return
        super().keyPressEvent(event)
