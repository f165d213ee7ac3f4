"""A card above a letter: what a later bulletin changed since the letter was begun."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from uadesk.base.language import _
from uadesk.desk.changes import Changes
from uadesk.desk.words import change_heading, change_sentences
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import button
from uadesk.ui.widgets.labels import plain_label


class NewsCard(QFrame):
    """Hidden where nothing changed."""

    seen = Signal()
    """Somebody has read it: it need not be shown any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "doubt")
        self.heading = plain_label("", "strong", wraps=True)
        self.words = plain_label("", wraps=True)
        self.seen_button = button(_("I have seen it"), self.seen.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.addWidget(self.heading)
        column.addWidget(self.words)
        column.addWidget(self.seen_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_changes(self, changes: Changes | None, *, can_be_seen: bool) -> None:
        """Say what changed; a letter that is not on the later bulletin yet keeps being told of it."""
        if changes is not None:
            self.heading.setText(_("New since this letter was begun: {what}").format(what=change_heading(changes)))
            self.words.setText("\n".join(change_sentences(changes)))
        self.seen_button.setVisible(can_be_seen)
        self.setVisible(changes is not None)
