"""The review of a bulletin: its text on the left, what was read from it on the right; only Save stores it."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMessageBox, QVBoxLayout, QWidget
from typing_extensions import override

from uadesk.base.errors import UADeskError
from uadesk.base.language import _, ngettext
from uadesk.domain.bulletins import BulletinDraft
from uadesk.ui.review.all_right import AllRight
from uadesk.ui.review.among import Among
from uadesk.ui.review.doubts import Doubts
from uadesk.ui.review.form import DraftForm
from uadesk.ui.review.leaving import ask_leaving
from uadesk.ui.review.page_pane import PagePane, Pages
from uadesk.ui.review.same_case import SameCase
from uadesk.ui.review.selection import SelectionUse
from uadesk.ui.review.sides import Sides
from uadesk.ui.review.source_side import SourceSide
from uadesk.ui.review.text_pane import BulletinText
from uadesk.ui.review.titles import title_of
from uadesk.ui.theme import GRID, TARGET
from uadesk.ui.widgets.buttons import allow, button
from uadesk.ui.widgets.dialogs import fit
from uadesk.ui.widgets.labels import plain_label, set_tone
from uadesk.ui.widgets.notice import NoticeBar
from uadesk.ui.widgets.page import PageHeader
from uadesk.ui.widgets.tab_order import tab_through

_SIZE = (1160, 720)
_BY_HAND_SIZE = (720, 720)


class ReviewWindow(QDialog):
    """Shows a draft, takes corrections, and hands the draft to `store` when Save is chosen."""

    def __init__(
        self,
        draft: BulletinDraft,
        store: Callable[[BulletinDraft], None],
        *,
        pages: Pages | None = None,
        among: Among | None = None,
        same_case: SameCase | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`store` raises UADeskError when it could not: the window then stays open with all that was typed.

        `pages` draws the file where it has pages; `same_case` tells of the case it is about; `among` says which of
        several bulletins this is.
        """
        super().__init__(parent)
        self._draft = draft
        self._store = store
        self._touched = False
        self._among = among
        self.same_case = same_case
        if same_case is not None:
            same_case.setParent(self)
        self._make_parts(draft, pages)
        self._make_frame(title_of(draft))
        self.setWindowTitle(title_of(draft))
        self._lay_out()
        self._join()
        if same_case is not None:
            same_case.look(draft)
        else:
            self._settle()
        self._focus_first()

    def _make_parts(self, draft: BulletinDraft, pages: Pages | None) -> None:
        """The bulletin as it came, what was read from it, and what leads from one to the other."""
        self._sides = Sides(self)
        self.text = BulletinText(draft.text, draft.spans)
        self.form = DraftForm(draft, self._sides.fields)
        self.doubts = Doubts(draft.checks, self.form.country_at, self.form.name_at, self._sides.fields)
        self.all_right = AllRight(self.save, self._sides.fields)
        self.selection = SelectionUse(self.text, self.form, self.doubts, self)
        pane = PagePane(pages, draft.text.origins) if pages is not None else None
        self.source = SourceSide(self.text, pane, self.selection.button)

    def _make_frame(self, title: str) -> None:
        """What stands above and below: the title, how many doubts there are, notices and the buttons."""
        among = self._among
        self.header = PageHeader(title)
        self.header.set_subtitle(among.words if among is not None else "")
        self.count = plain_label("", "strong")
        self.count.setToolTip(_("F8 leads to the next one, Shift+F8 to the one before"))
        self.notice = NoticeBar()
        self.save_button = button(
            _("&Save the case"), self.save, icon="save", look="filled", key=QKeySequence("Ctrl+S").toString()
        )
        self.why_not = plain_label("", "amber", wraps=True)
        self.leave_button = button(_("&Leave without saving"), self.reject)
        if among is not None:
            tip = _("Nothing is lost: File, “Bulletins still to look at” leads back here")
            self.leave_button = button(_("S&top for now"), self.reject, tip=tip)
        self.skip_button = button(_("S&kip this one"), self.skip)

    @property
    def draft(self) -> BulletinDraft:
        """What is to be stored: the form, with what of it the case takes over."""
        return self._filled if self.same_case is None else self.same_case.taken(self._filled)

    @property
    def _filled(self) -> BulletinDraft:
        """The draft as it stands in the form."""
        return self.form.draft_with(self.doubts.open)

    @property
    def trouble(self) -> str:
        """Why it cannot be saved as it stands, "" when it can."""
        return self.form.trouble or (self.same_case.trouble if self.same_case is not None else "")

    def save(self) -> None:
        """Hand the draft over to be stored; where that fails, say why and stay."""
        if self.same_case is not None:
            self.same_case.look(self._filled)
        trouble = self.trouble
        if trouble:
            self.notice.say(trouble, trouble=True)
            return
        try:
            self._store(self.draft)
        except UADeskError as error:
            from uadesk.desk.words import sentence

            self.notice.say(sentence(error), trouble=True)
            return
        self._touched = False
        self.accept()

    def skip(self) -> None:
        """Do not save this one; the others come next."""
        assert self._among is not None, "only offered among others"
        self._touched = False
        self._among.skip()
        super().reject()

    def go(self, step: int) -> None:
        """To another one that waits; this one is kept as it stands in the form, and waits on."""
        assert self._among is not None, "only offered among others"
        trouble = self.form.trouble
        if trouble:
            self.notice.say(trouble, trouble=True)
            return
        if self._touched and self._among.keep(self._filled):
            self._touched = False
        if not self._touched:
            self._among.go(step)
            super().reject()

    @override
    def reject(self) -> None:
        if self._may_leave():
            super().reject()

    @override
    def done(self, result: int) -> None:
        self.source.stop()
        super().done(result)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.isVisible() and not self._may_leave() and self.isVisible():  # saving has closed it already
            event.ignore()
            return
        self._touched = False
        super().closeEvent(event)

    def _may_leave(self) -> bool:
        """Ask what to do with changes, where there are any."""
        if not self._touched or self._is_kept():
            return True
        chosen = ask_leaving(self)
        if chosen is QMessageBox.ButtonRole.AcceptRole:
            self.save()
            return False
        if chosen is QMessageBox.ButtonRole.DestructiveRole:
            self._touched = False
            return True
        return False

    def _is_kept(self) -> bool:
        """Whether what was changed waits for the person to come back, and nothing need be asked."""
        return self._among is not None and not self.form.trouble and self._among.keep(self._filled)

    def _note_edit(self, path: str) -> None:
        self._touched = True
        self.doubts.settle_field(path)
        if self.same_case is not None:
            self.same_case.note_edit(self._filled)
        self._settle()

    def _note_settled(self) -> None:
        self._touched = True
        self._settle()

    def _settle(self) -> None:
        open_doubts = self.doubts.open
        asks = self.same_case is not None and bool(self.same_case.trouble)
        count = len(self.doubts.cards) + int(asks)
        if count:
            said = ngettext("{count} thing to look at", "{count} things to look at", count).format(count=count)
        else:
            said = _("Nothing is in doubt") if self._draft.text.content else ""
        self.count.setText(said)
        set_tone(self.count, "amber" if count else "strong", "look")
        self.form.show_doubts(open_doubts)
        self.all_right.setVisible(not count and bool(self._draft.text.content))
        for each in (self.all_right.button, self.save_button):
            allow(each, self.trouble)
        self.why_not.setText(self.trouble)
        tab_through(self._sides.fields, *self._foot, self.header, self.source)

    def _focus_first(self) -> None:
        """Begin with the first doubt; where nothing is in doubt, with what is left to do."""
        question = self.same_case.card.question if self.same_case is not None else None
        if question is not None:
            question.focus_first()
        elif self.doubts.cards:
            self.doubts.cards[0].confirm.setFocus()
        elif self._draft.text.content:
            self.save_button.setFocus()
        else:
            self.form.case_title.setFocus()

    def _join(self) -> None:
        self.form.edited.connect(self._note_edit)
        self.form.focused.connect(self._show_place)
        self.doubts.changed.connect(self._note_settled)
        self.doubts.show_asked.connect(self._go_to)
        self.doubts.chosen.connect(self._show_place)
        self.doubts.answered.connect(self.save_button.setFocus)
        self.selection.taken.connect(lambda path: self._sides.bring_up(self.form.field_at(path)))
        self.selection.used.connect(lambda said: self.notice.say(said, undoable=True))
        self.selection.refused.connect(lambda said: self.notice.say(said, trouble=True))
        self.selection.taken_back.connect(lambda said: self.notice.say(said, undoable=self.selection.can_undo))
        self.notice.undo_asked.connect(self.selection.undo)
        if self.same_case is not None:
            self.same_case.changed.connect(self._settle)
            self.same_case.touched.connect(self._note_settled)
            self.same_case.left_out.connect(self.doubts.settle_field)
        self._bind_keys()

    def _bind_keys(self) -> None:
        for key, act in (
            ("F8", lambda: self.doubts.walk(1)),
            ("Shift+F8", lambda: self.doubts.walk(-1)),
            ("Alt+Down", lambda: self.doubts.walk_or_open(1)),
            ("Alt+Up", lambda: self.doubts.walk_or_open(-1)),
            ("Ctrl+Z", self.selection.undo),
            ("F6", self.source.switch),
        ):
            QShortcut(QKeySequence(key), self, act)

    def _go_to(self, path: str) -> None:
        self.form.go_to(path)
        self._sides.bring_up(self.focusWidget())

    def _show_place(self, path: str) -> None:
        self.source.mark(path)
        field = self.focusWidget()
        if self.form.isAncestorOf(field) or self.doubts.isAncestorOf(field):
            self._sides.show_field(field)

    def _cards(self) -> list[QWidget]:
        """What stands above the form: the case, what is in doubt, what changes, and that all is right."""
        if self.same_case is None:
            return [self.doubts, self.all_right]
        return [self.same_case.card, self.doubts, self.same_case.changes, self.all_right]

    def _lay_out(self) -> None:
        self.header.add(self.count)
        if self._among is not None:
            self.count.setMinimumHeight(TARGET)
            for way in self._among.ways(self.go):
                self.header.add(way)
        self._sides.put(self.source, (*self._cards(), self.form))
        has_text = bool(self._draft.text.content)
        self.source.setVisible(has_text)
        self._foot = (self.leave_button, *((self.skip_button,) if self._among is not None else ()), self.save_button)
        foot = QHBoxLayout()
        for each in self._foot[:-1]:
            foot.addWidget(each)
        foot.addWidget(self.why_not, 1)
        foot.addWidget(self.save_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        whole.setSpacing(2 * GRID)
        whole.addWidget(self.header)
        whole.addWidget(self._sides, 1)
        whole.addWidget(self.notice)
        whole.addLayout(foot)
        fit(self, _SIZE if has_text else _BY_HAND_SIZE)
        self.setMinimumSize(QSize(640, 480))
