"""Asks why: a reason that is kept with what a person decides."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from uadesk.base.language import _
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import allow
from uadesk.ui.widgets.dialogs import dress, ok_cancel
from uadesk.ui.widgets.fields import labelled
from uadesk.ui.widgets.labels import plain_label


class ReasonDialog(QDialog):
    """A sentence and a line for the reason; OK waits for it."""

    def __init__(self, title: str, sentence: str, hint: str, ok: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.line = QLineEdit()
        self.line.setPlaceholderText(hint)
        self.buttons = ok_cancel(self, ok)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(plain_label(sentence, wraps=True))
        column.addWidget(labelled(_("&Reason"), self.line))
        column.addStretch(1)
        dress(self, content, self.buttons, (480, 220))
        self.line.textChanged.connect(self._allow_ok)
        self._allow_ok()
        self.line.setFocus()

    @property
    def reason(self) -> str:
        return self.line.text().strip()

    @classmethod
    def ask(cls, title: str, sentence: str, hint: str, ok: str, parent: QWidget) -> str | None:
        """The reason, None where the dialog was left."""
        dialog = cls(title, sentence, hint, ok, parent)
        dialog.finished.connect(dialog.deleteLater)
        return dialog.reason if dialog.exec() else None

    def _allow_ok(self) -> None:
        allow(
            self.buttons.button(QDialogButtonBox.StandardButton.Ok),
            "" if self.reason else _("Say in a word why; the record keeps it."),
        )
