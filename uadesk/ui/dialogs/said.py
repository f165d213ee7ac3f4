"""A dialog that says several things, one a line."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from uadesk.base.language import _
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import button
from uadesk.ui.widgets.dialogs import fit
from uadesk.ui.widgets.fields import LinesEdit
from uadesk.ui.widgets.labels import plain_label


class SaidDialog(QDialog):
    """A heading, a sentence, and a list of sentences that can be copied; `row` takes further buttons."""

    def __init__(self, title: str, sentence: str, lines: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._said = "\n".join((title, sentence, "", *lines))
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(plain_label(title, "heading", wraps=True))
        column.addWidget(plain_label(sentence, wraps=True))
        self.lines = LinesEdit(title, [f"•  {line}" for line in lines], height=min(10, 2 * len(lines)))
        self.lines.setMaximumHeight(16_777_215)  # Qt's own "as high as you like"
        self.lines.setProperty("look", "list")
        self.lines.setReadOnly(True)
        column.addWidget(self.lines, 1)
        self.copy_button = button(_("Copy the list"), self._copy)
        self.row = QHBoxLayout()
        self.row.setSpacing(GRID)
        self.row.addWidget(self.copy_button)
        self.row.addStretch(1)
        self.row.addWidget(button(_("Close"), self.reject, look="filled"))
        column.addLayout(self.row)
        fit(self, (760, 480))

    @property
    def said(self) -> str:
        """All of it as text, to take elsewhere."""
        return self._said

    @classmethod
    def show_list(cls, title: str, sentence: str, lines: Sequence[str], parent: QWidget) -> "SaidDialog":
        """Show it beside whatever else goes on."""
        dialog = cls(title, sentence, lines, parent)
        dialog.open()
        return dialog

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.said)
