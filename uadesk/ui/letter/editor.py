"""One letter of several: what a writer may change on the left, the page as it will print on the right."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from uadesk.base.errors import UADeskError
from uadesk.base.language import _
from uadesk.desk.cases import save_shared_text, shared_text
from uadesk.desk.changes import changes_of, changes_seen
from uadesk.desk.letters import LetterGoneError
from uadesk.desk.proofs import letter_proof
from uadesk.desk.words import sentence
from uadesk.desk.writing import LetterView, letter_view
from uadesk.domain.letters import WAITING, Channel
from uadesk.letters.shared import SharedText
from uadesk.ui.context import Context, What
from uadesk.ui.dialogs.case_text import LetterTextDialog
from uadesk.ui.letter.conflict import ConflictDialog
from uadesk.ui.letter.form import LetterForm
from uadesk.ui.letter.page_side import PageSide
from uadesk.ui.letter.saving import LetterKeeper
from uadesk.ui.letter.unsaved import close_anyway, copy_words
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import allow, button, icon_button, set_text
from uadesk.ui.widgets.dialogs import scrolled
from uadesk.ui.widgets.labels import plain_label, set_tone

PAUSE = 300
"""Milliseconds without a key before the page is drawn anew."""


class LetterEditor(QWidget):
    """One letter of several; Alt+Left and Alt+Right go to its neighbours. What is typed saves itself.

    What is done with it besides writing is its subclasses'.
    """

    is_for_case = False
    """Whether what all letters on the case say, and their address, can be changed here."""
    closed = Signal()

    def __init__(self, context: Context, idents: Sequence[int], place: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._idents = tuple(idents)
        self._place = place
        self._touched = False
        self._refusals = 0
        self.keeper: LetterKeeper | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._lay_out()
        self._connect()

    # -- what stands where

    def _lay_out(self) -> None:
        self.heading = plain_label("", "heading", wraps=True)
        self.place_words = plain_label("", "quiet")
        self.back = icon_button("left", _("Previous letter"), lambda: self.go_to(self._place - 1), key="Alt+Left")
        self.on = icon_button("right", _("Next letter"), lambda: self.go_to(self._place + 1), key="Alt+Right")
        self._turning = (self.back, self.place_words, self.on)
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        for each in self._turning:
            top.addWidget(each)
        self.form = LetterForm(can_change_case=self.is_for_case)
        scroll = scrolled(self.form)
        self.page_side = PageSide()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(scroll)
        self.splitter.addWidget(self.page_side)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([430, 760])
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addLayout(top)
        column.addWidget(self.splitter, 1)
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        self.saved = plain_label("", "quiet", wraps=True)
        self.next_button = button(_("Next letter"), self._go_on, look="filled", key="Ctrl+Return")
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.saved, 1)
        for each in self._acts():
            row.addWidget(each)
        row.addWidget(self.next_button)
        return row

    def _connect(self) -> None:
        self.form.edited.connect(self._take_edit)
        self.form.left_field.connect(self._save)
        self.form.case_wanted.connect(self._use_for_case)
        self.form.reset_wanted.connect(self._use_cases)
        self.form.asked.text_wanted.connect(self._change_text)
        self.form.news.seen.connect(self._see_news)
        self._pause.timeout.connect(self._draw)
        self.page_side.wanted.connect(self._draw)
        self._context.changed.connect(self._hear_change)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Cancel), self, self.close)

    # -- going from letter to letter

    def go_to(self, place: int) -> None:
        """Save what was typed and show the letter at this place of the list."""
        if not 0 <= place < len(self._idents) or not self._save():
            return
        try:
            view = letter_view(self._context.desk, self._idents[place])
        except LetterGoneError as error:
            self._pass_over(place, error)
            return
        self._copy_unsaved()
        self._place = place
        self.page_side.turn_to_first()
        if self.keeper is not None:
            self.keeper.deleteLater()
        self.keeper = LetterKeeper(self._context.desk, view, self)
        self.keeper.state_changed.connect(self._show_state)
        self.keeper.went_along.connect(self._show_letter)
        self.keeper.went_stale.connect(self._resolve)
        self._show_letter()
        self.form.words.setFocus()

    def _pass_over(self, place: int, error: LetterGoneError) -> None:
        """A letter of the list is there no more: that is said, it leaves the list, and the one shown stays."""
        self._tell_trouble(error)
        self._idents = self._idents[:place] + self._idents[place + 1 :]
        if place < self._place:
            self._place -= 1
        if self.keeper is not None:
            self._show_letter()
        elif self._idents:
            self.go_to(min(place, len(self._idents) - 1))
        else:
            QTimer.singleShot(0, self, self.close)

    def _show_letter(self) -> None:
        assert self.keeper is not None
        view = self.keeper.view
        self.form.show_letter(view, self.keeper.edit, unsaved=self.keeper.unsaved)
        row = view.row
        self._show_news()
        title = _("{name} to {addressee} ({case})").format(name=row.member, addressee=row.addressee, case=row.case)
        self.heading.setText(title)
        self.setWindowTitle(title)
        self.place_words.setText(_("{n} of {all}").format(n=self._place + 1, all=len(self._idents)))
        for each in self._turning:
            each.setVisible(len(self._idents) > 1)
        allow(self.back, "" if self._place else _("This is the first letter."))
        last = self._is_last
        allow(self.on, _("This is the last letter.") if last else "")
        set_text(self.next_button, self._done_words if last else _("Next letter"))
        self._show_acts(view)
        self.page_side.show_kind(is_letter=row.channel is not Channel.HANDWRITTEN)
        self._show_state()
        self._draw()

    @property
    def _is_last(self) -> bool:
        return self._place == len(self._idents) - 1

    # -- what the subclasses say

    @property
    @abstractmethod
    def _done_words(self) -> str:
        """What is pressed after the last letter."""

    @abstractmethod
    def _acts(self) -> Sequence[QPushButton]:
        """What can be done with a letter besides; the buttons stand before the filled one."""

    @abstractmethod
    def _show_acts(self, view: LetterView) -> None:
        """Settle these buttons for the letter that is shown."""

    @abstractmethod
    def _tell(self, said: str) -> None:
        """Say what must be heard of a letter that is left."""

    @abstractmethod
    def _tell_trouble(self, error: UADeskError) -> None:
        """Say why a letter is there no more."""

    # -- what changed for it

    def _show_news(self) -> None:
        """Say what a later bulletin changed for this letter while it lies in the house."""
        assert self.keeper is not None
        row = self.keeper.view.row
        waits = row.status in WAITING and not row.case_closed
        changes = changes_of(self._context.desk, [row.ident]).get(row.ident) if waits else None
        can_be_seen = changes is not None and self.keeper.view.editable and not self.keeper.view.is_held
        self.form.news.show_changes(changes, can_be_seen=can_be_seen)

    def _see_news(self) -> None:
        if self.keeper is not None and self.keeper.save():
            with self._context.acting(What.LETTERS):
                changes_seen(self._context.desk, [self.keeper.ident])

    def _go_on(self) -> None:
        if self._is_last:
            self.close()
        else:
            self.go_to(self._place + 1)

    # -- typing and saving

    def _take_edit(self) -> None:
        if self.keeper is None or not self.keeper.view.editable:
            return
        self._touched = True
        self.keeper.type(self.form.edit)
        self._pause.start()

    def _save(self) -> bool:
        """Store what was typed; False where it could not be, and this letter is to be looked at once more."""
        if self.keeper is None:
            return True
        was_too_late = self.keeper.is_too_late
        return self.keeper.save() or self.keeper.is_gone or was_too_late

    def _copy_unsaved(self) -> None:
        """What was typed too late to be saved goes into the clipboard, and that is said."""
        if self.keeper is not None and self.keeper.unsaved:
            copy_words(self.keeper.unsaved)
            self._tell(_("What was typed last could not be saved; it is in the clipboard."))

    def _show_state(self) -> None:
        keeper = self.keeper
        if keeper is None:
            return
        set_tone(self.saved, "red" if keeper.trouble is not None else "quiet", "look")
        said = _("Saved") if keeper.is_saved else _("Saving…")
        if keeper.trouble is not None and keeper.is_saved:  # what was wanted besides could not be done
            said = sentence(keeper.trouble)
        elif keeper.trouble is not None:
            said = _("Not saved: {why}").format(why=sentence(keeper.trouble))
        self.saved.setText(said if keeper.view.editable or keeper.trouble is not None else "")

    def _change_text(self) -> None:
        """Change what this letter says besides the own words, or what all letters on its case say."""
        if self.keeper is None or not self._save():
            return
        view, desk = self.keeper.view, self._context.desk
        text = shared_text(desk, view.row.case_id)
        versions = [text.version]
        if view.is_held:  # its bulletin is an older one: what all letters say by now is not its text
            text = replace(text, shared=view.shared, looked_at=True)
        for_all: list[SharedText] = []

        def keep_for_all(shared: SharedText) -> None:
            save_shared_text(desk, view.row.case_id, shared, versions[-1])
            for_all.append(shared)

        def stored() -> SharedText:
            found = shared_text(desk, view.row.case_id)
            versions.append(found.version)
            return found.shared

        LetterTextDialog.ask_for(
            view.row.case,
            text,
            self.form.asked.own_text,
            self,
            keep=self.form.asked.take,
            keep_for_all=keep_for_all if self.is_for_case and not view.is_held else None,
            stored=stored,
        )
        if for_all:
            self._say_as_all()

    def _say_as_all(self) -> None:
        """What all letters say was changed here: this one says it too, and a text of its own goes."""
        assert self.keeper is not None
        self.keeper.type(replace(self.keeper.edit, own_text=None))
        if self.keeper.save():
            self.keeper.take_other(letter_view(self._context.desk, self.keeper.ident))
            self._show_letter()
        elif self.keeper.trouble is not None:
            self._tell_trouble(self.keeper.trouble)
        self._context.tell_change(What.LETTERS, What.CASES)

    def _use_for_case(self) -> None:
        if self.keeper is not None and self.keeper.save_for_case():
            self._touched = True
            self.form.show_letter(self.keeper.view, self.keeper.edit)
            self.form.answered()
            self._draw()
            self._context.tell_change(What.LETTERS, What.CASES, What.EVENING)

    def _use_cases(self) -> None:
        """Give the letter the case's own address again."""
        if self.keeper is None:
            return
        self.keeper.type(replace(self.form.edit, recipient=None, country_code=None, salutation=None))
        if self.keeper.save():
            self.keeper.take_other(self.keeper.view)
            self.form.show_letter(self.keeper.view, self.keeper.edit)
            self.form.answered()
            self._draw()

    def _resolve(self, other: LetterView) -> None:
        """Two versions: show both and do what the person chooses; what is on paper already leaves no choice."""
        assert self.keeper is not None
        if not other.editable:
            self.keeper.keep_typed(other)
            self._show_letter()
            return
        dialog = ConflictDialog(self.keeper.mine(other), other.shown, self)
        dialog.finished.connect(dialog.deleteLater)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.keeper.keep_mine(other)
        else:
            self.keeper.take_other(other)
        self._show_letter()

    def _hear_change(self, what: frozenset[What]) -> None:
        if self.keeper is None or not what & {What.LETTERS, What.CASES, What.MEMBERS, What.GROUP}:
            return
        try:
            changed = self.keeper.reload()
        except LetterGoneError as error:
            self._tell_trouble(error)
            self._copy_unsaved()
            self.keeper = None
            self.close()
            return
        if changed:
            self._show_letter()

    # -- the page

    def _draw(self) -> None:
        keeper = self.keeper
        if keeper is None:
            return
        desk, ident = self._context.desk, keeper.ident
        edit = keeper.edit if keeper.view.editable else None
        self.page_side.draw(lambda: letter_proof(desk, ident, edit))

    # -- leaving

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._save() and not self._give_up():
            event.ignore()
            return
        self._leave()
        super().closeEvent(event)
        self.closed.emit()

    def _give_up(self) -> bool:
        """It could not be saved. From the second time on, offer to close it all the same."""
        self._refusals += 1
        assert self.keeper is not None
        trouble = self.keeper.trouble
        return self._refusals > 1 and trouble is not None and close_anyway(self, sentence(trouble))

    def _leave(self) -> None:
        self._copy_unsaved()
        self._pause.stop()
        self.page_side.stop()
        self._context.changed.disconnect(self._hear_change)
        if self._touched:
            self._context.tell_change(What.LETTERS)
