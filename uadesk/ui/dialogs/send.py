"""Letters by email and fax, one after the other: a person sends each and says so."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from uadesk.base.errors import UADeskError
from uadesk.base.language import _
from uadesk.desk.sending import OutgoingEmail, OutgoingFax, confirm_sent, email_of, fax_of
from uadesk.desk.steps import take_back
from uadesk.desk.words import channel_word, late_sentence, sentence, silent_sentence, status_word
from uadesk.desk.writing import letter_view
from uadesk.domain.letters import Channel, LetterStatus
from uadesk.domain.rows import LetterRow
from uadesk.ui.context import Context, What
from uadesk.ui.dialogs.send_parts import EmailPart, FaxPart
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import allow, button, icon_button, set_text
from uadesk.ui.widgets.dialogs import fit
from uadesk.ui.widgets.empty import EmptyState
from uadesk.ui.widgets.labels import plain_label, set_tone


class SendDialog(QDialog):
    """One letter at a time: what it says, how to take it to where it is sent, and "I have sent it".

    A letter that may not go says why in its place.
    """

    def __init__(self, context: Context, idents: Sequence[int], parent: QWidget | None = None) -> None:
        """`idents` are letters by email or fax, in their order; at least one."""
        super().__init__(parent)
        self._context = context
        self._idents = tuple(idents)
        self._place = 0
        self._answered: set[int] = set()
        self.row: LetterRow | None = None
        self._shown: OutgoingEmail | OutgoingFax | None = None
        self._lay_out()
        self._connect()
        fit(self, (760, 800))
        self.go_to(0)

    @classmethod
    def open_for(cls, context: Context, idents: Sequence[int], parent: QWidget) -> "SendDialog":
        """Show it until each letter is answered for, or the person closes it."""
        dialog = cls(context, idents, parent)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()
        return dialog

    def _lay_out(self) -> None:
        self.setWindowTitle(_("Send letters"))
        self.warning = plain_label("", "amber", wraps=True)
        self.email, self.fax = EmailPart(), FaxPart(self._context)
        look = button(_("Open the letter"), self._open_letter, icon="open")
        self.refused = EmptyState("warning", _("This letter cannot be sent"), "", look)
        self.stack = QStackedWidget()
        for each in (self.email, self.fax, self.refused):
            self.stack.addWidget(each)
        self.said = plain_label("", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addLayout(self._head())
        column.addWidget(self.warning)
        column.addWidget(self.stack, 1)
        column.addWidget(self.said)
        column.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        self.who = plain_label("", "heading", wraps=True)
        self.about = plain_label("", "quiet", wraps=True)
        self.place = plain_label("", "quiet")
        self.back = icon_button("left", _("Previous letter"), lambda: self.go_to(self._place - 1), key="Ctrl+PgUp")
        self.on = icon_button("right", _("Next letter"), lambda: self.go_to(self._place + 1), key="Ctrl+PgDown")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.who)
        words.addWidget(self.about)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addLayout(words, 1)
        for each in (self.back, self.place, self.on):
            row.addWidget(each)
            each.setVisible(len(self._idents) > 1)
        return row

    def _foot(self) -> QHBoxLayout:
        self.close_button = button(_("Close"), self.reject)
        self.later_button = button(_("Not yet"), self._go_on)
        self.sent_button = button("", self._answer, key="Ctrl+Return")
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.close_button)
        row.addStretch(1)
        row.addWidget(self.later_button)
        row.addWidget(self.sent_button)
        return row

    def _connect(self) -> None:
        for part in (self.email, self.fax):
            part.acted.connect(self._tell_acted)
            part.failed.connect(self._tell_failed)
        self.finished.connect(self._stop)

    # -- going from letter to letter

    def go_to(self, place: int) -> None:
        """Show the letter at this place of the list."""
        if not 0 <= place < len(self._idents):
            return
        self._place, self.row, self._shown = place, None, None
        self.who.setText("")
        self.about.setText("")
        self.place.setText(_("{n} of {all}").format(n=place + 1, all=len(self._idents)))
        allow(self.back, "" if place else _("This is the first letter."))
        allow(self.on, "" if place < len(self._idents) - 1 else _("This is the last letter."))
        self.said.setText("")
        try:
            self.row = letter_view(self._context.desk, self._idents[place]).row
            self._show_letter(self.row)
        except UADeskError as error:
            self._show_refusal(error)
        self._settle()

    def _show_letter(self, row: LetterRow) -> None:
        """Raises what forbids sending it."""
        self.who.setText(_("{name} to {addressee}").format(name=row.member, addressee=row.addressee))
        about = (row.case, channel_word(row.channel), status_word(row.status), row.code)
        self.about.setText(" · ".join(about))
        if row.channel is Channel.FAX:
            fax = fax_of(self._context.desk, row.ident)
            self.stack.setCurrentWidget(self.fax)
            self.fax.show_fax(fax, row.code)
            self._shown = fax
        else:
            mail = email_of(self._context.desk, row.ident)
            self.stack.setCurrentWidget(self.email)
            self.email.show_mail(mail, row.code)
            self._shown = mail
        self._warn(row, self._shown)

    def _warn(self, row: LetterRow, shown: OutgoingEmail | OutgoingFax) -> None:
        """Say what one should know before a draft goes: its date is gone, or it says nothing on its case."""
        text = shown.piece.text
        is_silent = row.status is LetterStatus.DRAFT and text is not None and text.is_silent
        said = [late_sentence(shown.late)] if shown.late is not None else []
        said += [silent_sentence([row.case])] if is_silent else []
        self.warning.setText("\n".join(said))
        self.warning.setVisible(bool(said))

    def _show_refusal(self, error: UADeskError) -> None:
        self.refused.say(_("This letter cannot be sent"), sentence(error))
        self.stack.setCurrentWidget(self.refused)
        self.warning.hide()

    def _settle(self) -> None:
        """What can be said of the letter in hand: that it was sent, or that it was not after all."""
        status = self.row.status if self.row is not None else None
        is_sent = status is LetterStatus.SENT
        set_text(self.sent_button, _("It was not sent after all") if is_sent else _("I have sent it"))
        why_not = ""
        if self.stack.currentWidget() is self.refused:
            why_not = _("This letter cannot be sent.")
        elif not is_sent and status is not LetterStatus.DRAFT:
            why_not = _("This letter has gone.")
        allow(self.sent_button, why_not)
        set_text(self.later_button, _("Next") if is_sent else _("Not yet"))
        self._point_to_sending()

    def _point_to_sending(self, *, is_next: bool = False) -> None:
        """The one filled button: first what takes the letter out, then what says that it went."""
        set_tone(self.sent_button, "filled" if is_next else "", "look")
        for each in (self.email.open_button, self.fax.print_button):
            set_tone(each, "" if is_next else "filled", "look")

    def _tell_acted(self, said: str) -> None:
        self.said.setText(said)
        self._point_to_sending(is_next=self.row is not None and self.row.status is LetterStatus.DRAFT)

    def _tell_failed(self, said: str) -> None:
        self.said.setText(said)

    # -- what a person says

    def _answer(self) -> None:
        if self.row is not None and self.row.status is LetterStatus.SENT:
            self._take_back(self.row)
        elif self.row is not None and self._shown is not None:
            self._mark(self.row, self._shown)

    def _mark(self, row: LetterRow, shown: OutgoingEmail | OutgoingFax) -> None:
        with self._context.acting(What.LETTERS, What.EVENING):
            is_whole = confirm_sent(self._context.desk, row.ident, shown)
            said = _("The letter to {addressee} is sent now.").format(addressee=row.addressee)
            if not is_whole:
                said = f"{said} {_('What was changed since you saw it here did not go along.')}"
            self._context.notify(said, undoable=True)
            self._go_on()

    def _take_back(self, row: LetterRow) -> None:
        with self._context.acting(What.LETTERS, What.EVENING):
            take_back(self._context.desk, [row.ident])
            self._answered.discard(row.ident)
            self.go_to(self._place)
            self.said.setText(_("It is a draft again."))

    def _go_on(self) -> None:
        """To the next letter that nobody has answered for; where there is none, all is done."""
        self._answered.add(self._idents[self._place])
        order = (*range(self._place + 1, len(self._idents)), *range(self._place))
        following = next((place for place in order if self._idents[place] not in self._answered), None)
        if following is None:
            self.accept()
        else:
            self.go_to(following)

    def _open_letter(self) -> None:
        """Where what keeps it from going can be put right."""
        idents, place = self._idents, self._place
        self.accept()
        self._context.open_letter(idents, place)

    def _stop(self) -> None:
        self.fax.stop()
        self.deleteLater()
