"""A bar above a page that says one thing that waits for an answer, with its buttons."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from uadesk.ui.theme import GRID
from uadesk.ui.widgets.labels import plain_label


class AskBar(QFrame):
    """Words on the left, what can be answered on the right; hidden while there is nothing to ask."""

    def __init__(
        self, *buttons: QPushButton, urgent: bool = False, quiet: bool = False, parent: QWidget | None = None
    ) -> None:
        """`urgent` says it in amber, `quiet` without stress."""
        super().__init__(parent)
        self.setProperty("look", "doubt" if urgent else "card")
        self.words = plain_label("", "amber" if urgent else "" if quiet else "strong", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID)
        row.addWidget(self.words, 1)
        for each in buttons:
            row.addWidget(each)
        self.hide()

    def ask(self, words: str) -> None:
        """Say this; nothing to say hides the bar."""
        self.words.setText(words)
        self.setVisible(bool(words))
