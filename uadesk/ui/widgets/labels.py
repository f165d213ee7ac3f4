"""Labels whose text stays text: what comes from files is never markup."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget


def plain_label(text: str = "", look: str = "", *, wraps: bool = False, parent: QWidget | None = None) -> QLabel:
    """A label in plain text; `look` is quiet, strong, heading, title, amber, red or chip (theme.py)."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    if look:
        label.setProperty("look", look)
    if wraps:
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return label


def set_tone(label: QWidget, tone: str, name: str = "tone") -> None:
    """Set a property that the style sheet looks at, and draw the widget by it."""
    if (label.property(name) or "") != tone:
        label.setProperty(name, tone)
        label.style().unpolish(label)
        label.style().polish(label)


def thin_line(parent: QWidget | None = None) -> QFrame:
    """A quiet line between two parts of a page."""
    line = QFrame(parent)
    line.setProperty("look", "line")
    return line
