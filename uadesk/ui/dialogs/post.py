"""Into the box: a whole stack is marked posted, any piece can be taken out of it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from uadesk.base.language import _, ngettext
from uadesk.desk.posting import Stack
from uadesk.desk.words import long_date, status_word, weekday_word
from uadesk.domain.letters import Channel
from uadesk.domain.rows import LetterRow
from uadesk.ui.models.ticks import TickModel
from uadesk.ui.review.days import DateField
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import allow, set_text
from uadesk.ui.widgets.dialogs import dress, ok_cancel
from uadesk.ui.widgets.fields import labelled
from uadesk.ui.widgets.labels import plain_label
from uadesk.ui.widgets.tick_list import TickList

_WEEK = 7
"""Days within which the name of a weekday says which one is meant."""


class PostDialog(QDialog):
    """Asks which of a stack went into the letter box, and when; all of them, until a tick is taken away."""

    def __init__(self, stack: Stack, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stack, self._today = stack, today
        self.setWindowTitle(_("Into the box"))
        self.model = TickModel([(str(row.ident), _line(row)) for row in stack.letters], self)
        self.model.tick_from(0)
        self.list = TickList(_("Which went into the box"))
        self.list.setModel(self.model)
        self.day = DateField(min(stack.likely_day, today), _("Posted on"))
        self.buttons = ok_cancel(self, "")
        self._lay_out()
        self.model.dataChanged.connect(self._allow)
        self.day.textChanged.connect(self._allow)
        self._allow()

    @property
    def posted(self) -> tuple[int, ...]:
        """The letters (ids) that went."""
        return tuple(int(key) for key in self.model.ticked)

    @classmethod
    def ask(cls, stack: Stack, today: date, parent: QWidget) -> tuple[tuple[int, ...], date] | None:
        """Which letters went into the box on which day; None where the dialog was left."""
        dialog = cls(stack, today, parent)
        dialog.finished.connect(dialog.deleteLater)
        if not dialog.exec() or dialog.day.day is None:
            return None
        return dialog.posted, dialog.day.day

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(plain_label(_("Did all of these go into the box?"), "heading", wraps=True))
        hint = _("Take the tick away from any that stayed behind; it waits for the next time.")
        column.addWidget(plain_label(hint, "quiet", wraps=True))
        column.addWidget(self.list, 1)
        column.addWidget(labelled(_("&Posted on"), self.day))
        dress(self, content, self.buttons, (620, 560))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setFocus()

    def _allow(self, *_values: object) -> None:
        number, total = len(self.posted), len(self._stack.letters)
        made = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        if number == total:
            words = ngettext("It went into the box", "All {n} went into the box", number).format(n=number)
        else:
            words = _("{n} of {total} went into the box").format(n=number, total=total)
        set_text(made, words)
        allow(made, self._why_not(number))

    def _why_not(self, number: int) -> str:
        if not number:
            return _("Tick at least one, or choose Cancel.")
        if self.day.day is None:
            return _("Say on which day, as 1 July 2025.")
        return _("This day is still to come.") if self.day.day > self._today else ""


def stack_question(stacks: Sequence[Stack], today: date) -> str:
    """What is asked of the latest evening that nobody answered for: "Tuesday's 24 letters: did they go …?"."""
    if not stacks:
        return ""
    number, evening = len(stacks[0].letters), stacks[0].evening
    if (today - evening).days < _WEEK:
        words = ngettext(
            "{when}’s letter: did it go into the box?", "{when}’s {n} letters: did they go into the box?", number
        )
        return words.format(n=number, when=weekday_word(evening))
    words = ngettext(
        "The letter of {when}: did it go into the box?", "The {n} letters of {when}: did they go into the box?", number
    )
    return words.format(n=number, when=long_date(evening))


def _line(row: LetterRow) -> str:
    how = _("by hand") if row.channel is Channel.HANDWRITTEN else status_word(row.status)
    words = _("{code}  {case}, {state}: {name} to {addressee}")
    return words.format(code=row.code, case=row.case, state=how, name=row.member, addressee=row.addressee)
