"""What stands where a list has nothing to show: what it will hold, and the first step."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from uadesk.ui.icons import pixmap
from uadesk.ui.theme import GRID, colours
from uadesk.ui.widgets.labels import plain_label

_PICTURE = 56
_WIDTH = 460


class EmptyState(QWidget):
    """A picture, a line that says what will stand here, a sentence, and buttons for the first step."""

    def __init__(
        self, icon: str, heading: str, sentence: str, *steps: QPushButton, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._picture = QLabel()
        self.heading = plain_label(heading, "heading", wraps=True)
        self.sentence = plain_label(sentence, "quiet", wraps=True)
        column = QVBoxLayout(self)
        column.setSpacing(GRID)
        column.addStretch(2)
        for label in (self._picture, self.heading, self.sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setMinimumWidth(min(_WIDTH, 320))
            label.setMaximumWidth(_WIDTH)
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(label, 20)
            row.addStretch(1)
            column.addLayout(row)
        row = QHBoxLayout()
        row.addStretch(1)
        for step in steps:
            row.addWidget(step)
        row.addStretch(1)
        column.addSpacing(GRID)
        column.addLayout(row)
        column.addStretch(3)

    def say(self, heading: str, sentence: str) -> None:
        """Say something else here."""
        self.heading.setText(heading)
        self.sentence.setText(sentence)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._picture.setPixmap(pixmap(self._icon, _PICTURE, colours().quiet, self.devicePixelRatioF()))
