"""The keyboard goes round: a list of first names, then one writer's letters alone, then the names again.

While it is handed over every other window is hidden, so that nobody sees addresses and lists that are not theirs.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from uadesk.base.language import _, ngettext
from uadesk.desk.writers import Writer, writers_tonight
from uadesk.ui.context import Context, What
from uadesk.ui.letter.writer import WriterLetters
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import button
from uadesk.ui.widgets.dialogs import scrolled
from uadesk.ui.widgets.flow import FlowLayout
from uadesk.ui.widgets.labels import plain_label
from uadesk.ui.widgets.notice import NoticeBar


class HandOver(QWidget):
    """A window over everything, for those who write; closing it brings the evening back."""

    def __init__(self, context: Context) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Letters"))
        self._context = context
        self._others: list[QWidget] = []
        self.letters: WriterLetters | None = None
        self.stack = QStackedWidget()
        self.names = NamesPart(self._open, self.close)
        self.stack.addWidget(self.names)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)

    def start(self) -> None:
        """Show the names, and hide every other window: lists, and letters that are open."""
        self._show_names()
        self.showMaximized()
        self._others = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not self]
        for each in self._others:
            each.hide()

    def _show_names(self) -> None:
        self.names.show_writers(writers_tonight(self._context.desk))
        self.stack.setCurrentWidget(self.names)
        self.names.setFocus()

    def _open(self, writer: Writer) -> None:
        self.names.tell("")
        self.letters = WriterLetters(self._context, writer.letters, self)
        self.letters.closed.connect(self._leave_letters)
        self.letters.said.connect(self.names.tell)
        self.stack.addWidget(self.letters)
        self.stack.setCurrentWidget(self.letters)
        self.letters.form.words.setFocus()

    def _leave_letters(self) -> None:
        letters, self.letters = self.letters, None
        if letters is not None:
            self.stack.removeWidget(letters)
        self._show_names()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.letters is not None and not self.letters.close():
            event.ignore()
            return
        for each in self._others:
            if isValid(each):
                each.show()
        self._context.tell_change(What.LETTERS, What.EVENING)
        super().closeEvent(event)


class NamesPart(QWidget):
    """Who writes now? One large button for each first name."""

    def __init__(self, opens: Callable[[Writer], None], leaves: Callable[[], object]) -> None:
        super().__init__()
        self._opens = opens
        self.buttons: list[QPushButton] = []
        self.heading = plain_label(_("Who writes now?"), "title", wraps=True)
        self.sentence = plain_label("", "quiet", wraps=True)
        self.notice = NoticeBar()
        self.leave = button(_("Back to the evening"), leaves, look="flat")
        names = QWidget()
        self._flow = FlowLayout(names)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * GRID, 5 * GRID, 6 * GRID, 3 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(self.heading)
        column.addWidget(self.sentence)
        column.addWidget(scrolled(names), 1)
        column.addWidget(self.notice)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.leave)
        column.addLayout(row)

    def show_writers(self, writers: Sequence[Writer]) -> None:
        """One button each; where nobody has a letter to write, that is said."""
        for old in self.buttons:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = [self._button(writer) for writer in writers]
        for each in self.buttons:
            self._flow.addWidget(each)
        said = _("Press your name. You see your own letters and nobody else’s.")
        nobody = _("Nobody has a letter to write. Draft letters on Tonight, then hand over the keyboard.")
        self.sentence.setText(said if writers else nobody)
        self.setFocusProxy(self.buttons[0] if self.buttons else self.leave)

    def tell(self, trouble: str) -> None:
        """Say what the writer before must hear; nothing once somebody else writes."""
        if trouble:
            self.notice.say(trouble, trouble=True)
        else:
            self.notice.clear()

    def _button(self, writer: Writer) -> QPushButton:
        made = button("", lambda: self._opens(writer), look="name")
        state = _state(writer)
        made.setText(f"{writer.name.replace('&', '&&')}\n{state}")
        made.setAccessibleName(f"{writer.name}, {state}")
        return made


def _state(writer: Writer) -> str:
    """How far somebody is: "3 letters", "3 letters, 1 written", "3 letters, all written"."""
    number, written = len(writer.letters), writer.written
    letters = ngettext("{n} letter", "{n} letters", number).format(n=number)
    if not written:
        return letters
    if written == number:
        return ngettext("{letters}, written", "{letters}, all written", number).format(letters=letters)
    return _("{letters}, {n} written").format(letters=letters, n=written)
