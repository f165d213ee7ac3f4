"""The keyboard goes round: a list of first names, then one writer's letters alone, then the names again.

While it is handed over every other window is hidden, so that nobody sees addresses and lists that are not theirs.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from uadesk.base.language import _, ngettext
from uadesk.desk.desk import Desk
from uadesk.desk.letters import list_letters
from uadesk.domain.folding import fold
from uadesk.domain.letters import Channel, LetterStatus, PieceKind
from uadesk.domain.people import first_names
from uadesk.domain.rows import LetterFilter, Order
from uadesk.ui.context import Context, What
from uadesk.ui.letter.window import LetterWindow
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import button
from uadesk.ui.widgets.dialogs import scrolled
from uadesk.ui.widgets.flow import FlowLayout
from uadesk.ui.widgets.labels import plain_label


@dataclass(frozen=True, slots=True)
class Writer:
    """Somebody with drafts tonight: the name to press, and the letters (ids) in their order."""

    name: str
    letters: tuple[int, ...]


def writers_tonight(desk: Desk) -> tuple[Writer, ...]:
    """Who has letters to write this evening, by first name; copies and letters by hand have nothing to type."""
    wanted = LetterFilter(
        evening=desk.today,
        statuses=frozenset({LetterStatus.DRAFT}),
        kinds=frozenset({PieceKind.APPEAL, PieceKind.SOLIDARITY}),
    )
    letters: dict[int, list[int]] = {}
    names: dict[int, str] = {}
    for row in list_letters(desk, wanted, Order("id")):
        if row.member_id is not None and row.channel is not Channel.HANDWRITTEN and not row.case_closed:
            letters.setdefault(row.member_id, []).append(row.ident)
            names[row.member_id] = row.member
    shown = dict(zip(names, first_names(list(names.values())), strict=True))
    return tuple(
        Writer(shown[ident], tuple(letters[ident])) for ident in sorted(letters, key=lambda each: fold(shown[each]))
    )


class HandOver(QWidget):
    """A window over everything, for those who write; closing it brings the evening back."""

    def __init__(self, context: Context) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Letters"))
        self._context = context
        self._others: list[QWidget] = []
        self.letters: LetterWindow | None = None
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
        self.letters = LetterWindow(self._context, writer.letters, parent=self, for_writer=True)
        self.letters.closed.connect(self._leave_letters)
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
        self.leave = button(_("Back to the evening"), leaves, look="flat")
        names = QWidget()
        self._flow = FlowLayout(names)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * GRID, 5 * GRID, 6 * GRID, 3 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(self.heading)
        column.addWidget(self.sentence)
        column.addWidget(scrolled(names), 1)
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

    def _button(self, writer: Writer) -> QPushButton:
        number = len(writer.letters)
        made = button("", lambda: self._opens(writer), look="name")
        letters = ngettext("{n} letter", "{n} letters", number).format(n=number)
        made.setText(f"{writer.name.replace('&', '&&')}\n{letters}")
        made.setAccessibleName(f"{writer.name}, {letters}")
        return made
