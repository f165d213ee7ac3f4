"""Two versions of one letter: a person sees both and chooses."""

from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from uadesk.base.language import _
from uadesk.desk.composing import LetterEdit
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import button
from uadesk.ui.widgets.dialogs import fit
from uadesk.ui.widgets.labels import plain_label


class ConflictDialog(QDialog):
    """Shows what was typed here and what was saved elsewhere; accepted means: keep what was typed here."""

    def __init__(self, mine: LetterEdit, other: LetterEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Two versions of this letter"))
        fit(self, (820, 440))
        self.mine = _version(_("Here, on the screen"), mine)
        self.other = _version(_("Saved elsewhere meanwhile"), other)
        self.keep_mine = button(_("Keep what is on the screen"), self.accept, look="filled")
        self.take_other = button(_("Take the other one"), self.reject)
        grid = QGridLayout()
        grid.setSpacing(GRID)
        for place, (words, text) in enumerate(
            ((_("Here, on the screen"), self.mine), (_("Saved elsewhere meanwhile"), self.other))
        ):
            grid.addWidget(plain_label(words, "strong"), 0, place)
            grid.addWidget(text, 1, place)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.take_other)
        row.addWidget(self.keep_mine)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        said = _("Somebody saved this letter while you were typing. Nothing is lost yet: choose which one to keep.")
        column.addWidget(plain_label(said, wraps=True))
        column.addLayout(grid, 1)
        column.addLayout(row)


def _version(name: str, edit: LetterEdit) -> QPlainTextEdit:
    text = QPlainTextEdit()
    text.setAccessibleName(name)
    text.setReadOnly(True)
    text.setPlainText(edit.as_text)
    return text
