"""A round button whose words may take several lines."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget
from typing_extensions import override

from uadesk.ui.theme import GRID, TARGET
from uadesk.ui.widgets.labels import plain_label


class WordyChoice(QWidget):
    """A round button, what it chooses, and quietly why; a click on the words chooses it too."""

    def __init__(self, words: str, why: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QRadioButton()
        self.button.setAccessibleName(". ".join(filter(None, (words, why))))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(_beside_button(plain_label(words, wraps=True)))
        if why:
            column.addWidget(plain_label(why, "quiet", wraps=True))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GRID // 2)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column, 1)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.button.setChecked(True)
        self.button.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)


def _beside_button(label: QLabel) -> QLabel:
    """The first line at the height of a round button's middle, however many follow."""
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.ensurePolished()  # only then its font is that of the text size
    label.setContentsMargins(0, max(0, (TARGET - label.fontMetrics().height()) // 2), 0, 0)
    return label
