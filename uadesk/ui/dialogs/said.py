"""A dialog that says several things, one a line."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from uadesk.ui.theme import GRID
from uadesk.ui.widgets.fields import LinesEdit
from uadesk.ui.widgets.labels import plain_label


class SaidDialog(QDialog):
    """A heading, a sentence, and a list of sentences that can be copied."""

    def __init__(self, title: str, sentence: str, lines: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(plain_label(title, "heading"))
        column.addWidget(plain_label(sentence, wraps=True))
        self.lines = LinesEdit(title, [f"•  {line}" for line in lines], height=min(10, 2 * len(lines)))
        self.lines.setReadOnly(True)
        column.addWidget(self.lines, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.resize(620, 320)

    @classmethod
    def show_list(cls, title: str, sentence: str, lines: Sequence[str], parent: QWidget) -> "SaidDialog":
        """Show it beside whatever else goes on."""
        dialog = cls(title, sentence, lines, parent)
        dialog.open()
        return dialog
