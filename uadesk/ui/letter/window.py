"""The letter's window, with all that a coordinator does: printing, sending, the same for others, the whole case."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from uadesk.base.errors import UADeskError
from uadesk.base.language import _
from uadesk.desk.same_again import same_again
from uadesk.desk.words import sentence
from uadesk.desk.writing import LetterView
from uadesk.domain.letters import WAITING, Channel
from uadesk.ui.context import Context, What
from uadesk.ui.dialogs import print_words
from uadesk.ui.dialogs.held import HeldDialog
from uadesk.ui.dialogs.print_dialog import PrintDialog
from uadesk.ui.dialogs.send import SendDialog
from uadesk.ui.icons import set_icon
from uadesk.ui.letter.editor import LetterEditor
from uadesk.ui.letter.others import OthersMenu
from uadesk.ui.widgets.buttons import allow, button, set_text
from uadesk.ui.widgets.dialogs import fit


class LetterWindow(LetterEditor):
    """A window of its own; what must be heard of its letters is told in the notice bar."""

    is_for_case = True

    def __init__(self, context: Context, idents: Sequence[int], place: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(context, idents, place, parent)
        self.setWindowFlag(Qt.WindowType.Window)
        fit(self, (1280, 860))
        self.go_to(place)

    @override
    def _acts(self) -> Sequence[QPushButton]:
        self.again_button = button(_("Same again for…"), self.show_others, key="Ctrl+Shift+D")
        self.again_button.setToolTip(_("The same letter for another person, without the own words (Ctrl+Shift+D)"))
        self.print_button = button(_("Print…"), self.print_letter, icon="print", key="Ctrl+P")
        return self.again_button, self.print_button

    @property
    @override
    def _done_words(self) -> str:
        return _("Done")

    @override
    def _tell(self, said: str) -> None:
        self._context.notify(said)

    @override
    def _tell_trouble(self, error: UADeskError) -> None:
        self._context.tell_trouble(error)

    @override
    def _show_acts(self, view: LetterView) -> None:
        """What takes the letter out of the house: the printer, or a mail or fax that a person sends."""
        if self._is_to_decide(view):
            set_text(self.print_button, _("It is held: decide…"))
            allow(self.print_button)
        elif view.row.channel.needs_envelope:
            set_text(self.print_button, _("Print…") if view.editable else _("Print again…"))
            allow(self.print_button, print_words.why_not(view.row))
        else:
            set_text(self.print_button, _("Send…"))
            allow(self.print_button)
        set_icon(self.print_button, "print" if view.row.channel.needs_envelope else "letters")

    @staticmethod
    def _is_to_decide(view: LetterView) -> bool:
        """Whether the letter goes nowhere before somebody decided on it."""
        return view.is_held and view.row.status in WAITING and not view.row.case_closed

    def show_others(self) -> None:
        """Offer the people who are here tonight, else everybody, to write the same letter."""
        if self.keeper is None or not self._save():
            return
        menu = OthersMenu(self._context.desk, self.keeper.view.row.member_id, self)
        menu.person_chosen.connect(self._same_again)
        menu.popup(self.again_button.mapToGlobal(self.again_button.rect().topLeft()))

    def _same_again(self, member_id: int, name: str) -> None:
        """Draft the same for another person; it comes next here."""
        assert self.keeper is not None
        with self._context.acting(What.LETTERS, What.EVENING):
            desk = self._context.desk
            drafted = same_again(desk, self.keeper.ident, member_id, evening=self._context.today)
            made = tuple(row.ident for row in drafted.done)
            self._idents = (*self._idents[: self._place + 1], *made, *self._idents[self._place + 1 :])
            self._show_letter()
            said = _("{name} has the same letter now, without your words.").format(name=name)
            said = " ".join((*([said] if made else []), *(sentence(each.why) for each in drafted.skipped[:2])))
            self._context.notify(said, undoable=bool(made))

    def print_letter(self) -> None:
        """Print this letter alone; one by email or fax is shown to be sent."""
        if self.keeper is None or not self._save():
            return
        if self._is_to_decide(self.keeper.view):
            HeldDialog(self._context, self).open()
            return
        if not self.keeper.view.row.channel.needs_envelope:
            SendDialog.open_for(self._context, [self.keeper.ident], self)
            return
        again = not self.keeper.view.editable
        by_hand = self.keeper.view.row.channel is Channel.HANDWRITTEN
        PrintDialog(self._context, [self.keeper.ident], envelopes=by_hand, again=again, parent=self).open()
