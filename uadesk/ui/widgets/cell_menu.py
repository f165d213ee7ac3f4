"""What else can be done at a place on the board: by hand, by email, by fax, and the steps of the letters there."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from uadesk.base.language import N_, _
from uadesk.domain.letters import Channel, LetterStatus, may_follow
from uadesk.domain.rows import LetterRow
from uadesk.ui.models.board import Cell

_STEPS = (
    (LetterStatus.SIGNED, N_("Mark signed")),
    (LetterStatus.POSTED, N_("Mark posted")),
    (LetterStatus.SENT, N_("Mark sent")),
    (LetterStatus.WITHDRAWN, N_("Withdraw")),
)

_WAYS = (
    (Channel.POST, N_("Draft it by post")),
    (Channel.HANDWRITTEN, N_("Draft it by hand: envelope only")),
    (Channel.EMAIL, N_("Draft it by email")),
    (Channel.FAX, N_("Draft it by fax")),
)


class CellMenu(QMenu):
    """The menu of one place; only what is possible there stands in it."""

    letter_wanted = Signal(object)
    """The `Cell`: its letter is to be drafted, or opened."""
    way_wanted = Signal(object)
    """The `Channel` by which its letter is to be drafted, other than the post."""
    step_wanted = Signal(object, object)
    """Letters (a tuple of ids), and the step that they take."""

    def __init__(self, cell: Cell, letters: Sequence[LetterRow], parent: QWidget) -> None:
        super().__init__(parent)
        self.aboutToHide.connect(self.deleteLater)
        self._letters = tuple(letters)
        words = _("Open the letter") if letters else _("Draft a letter")
        self.addAction(words, lambda: self.letter_wanted.emit(cell))
        if letters:
            self._add_steps()
        else:
            for channel, words in _WAYS:
                self.addAction(_(words), partial(self.way_wanted.emit, channel))

    def _add_steps(self) -> None:
        self.addSeparator()
        for status, words in _STEPS:
            idents = tuple(row.ident for row in self._letters if may_follow(row.status, status, row.channel))
            if idents:
                self.addAction(_(words), partial(self.step_wanted.emit, idents, status))
