"""The bar below the page that says what happened and offers Undo until the next thing happens."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from uadesk.base.language import _
from uadesk.ui.icons import pixmap
from uadesk.ui.theme import GRID, colours
from uadesk.ui.widgets.buttons import button, icon_button
from uadesk.ui.widgets.labels import plain_label


class NoticeBar(QFrame):
    """One sentence, perhaps with Undo. Hidden while there is nothing to say."""

    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "bar")
        self.setAccessibleName(_("Notice"))
        self._sign = QLabel()
        self.text = plain_label(wraps=True)
        self.undo = button(_("Undo"), self.undo_asked.emit, icon="undo", look="flat")
        self.dismiss = icon_button("close", _("Close this notice"), self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID)
        row.addWidget(self._sign)
        row.addWidget(self.text, 1)
        row.addWidget(self.undo)
        row.addWidget(self.dismiss)
        self.hide()

    def say(self, text: str, *, undoable: bool = False, trouble: bool = False) -> None:
        """Show a sentence; `trouble` marks it with a warning sign."""
        found = colours()
        name, tint = ("warning", found.amber) if trouble else ("check", found.green)
        self._sign.setPixmap(pixmap(name, 24, tint, self.devicePixelRatioF()))
        self._sign.setAccessibleName(_("Warning") if trouble else _("Done"))
        self.text.setText(text)
        self.text.setAccessibleName(text)
        self.undo.setVisible(undoable)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self.text, QAccessible.Event.Alert))

    def hear_change(self, *, can_undo: bool) -> None:
        """Something was done: Undo is offered only while it takes back what the sentence tells of."""
        self.undo.setVisible(can_undo and not self.undo.isHidden())

    def clear(self) -> None:
        """Take the notice away."""
        self.text.clear()
        self.hide()
