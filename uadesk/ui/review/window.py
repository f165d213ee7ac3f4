"""The review of a bulletin: its text on the left, what was read from it on the right; only Save stores it."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from uadesk.base.errors import UADeskError
from uadesk.base.language import _, ngettext
from uadesk.domain.bulletins import BulletinDraft
from uadesk.ui.review.doubts import Doubts
from uadesk.ui.review.form import DraftForm
from uadesk.ui.review.same_case import SameCase
from uadesk.ui.review.text_pane import BulletinText
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import allow, button
from uadesk.ui.widgets.dialogs import fit, scrolled
from uadesk.ui.widgets.labels import plain_label, set_tone
from uadesk.ui.widgets.notice import NoticeBar
from uadesk.ui.widgets.page import PageHeader

_SIZE = (1160, 720)
_BY_HAND_SIZE = (720, 720)
_NARROW = 80
"""Characters across below which the text stands above the fields, not beside them."""


class ReviewWindow(QDialog):
    """Shows a draft, takes corrections, and hands the draft to `store` when Save is chosen."""

    def __init__(
        self,
        draft: BulletinDraft,
        store: Callable[[BulletinDraft], None],
        *,
        place: str = "",
        same_case: SameCase | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`store` raises UADeskError when it could not: the window then stays open with all that was typed.

        `place` says which of several bulletins this is ("2 of 4"); `same_case` tells of the case it is about.
        """
        super().__init__(parent)
        self._draft = draft
        self._store = store
        self._touched = False
        self.text = BulletinText(draft.text, draft.spans)
        self.form = DraftForm(draft)
        self.doubts = Doubts(draft.checks, self._country_at)
        self.same_case = same_case
        if same_case is not None:
            same_case.setParent(self)
        self.header = PageHeader(title_of(draft))
        self.header.set_subtitle(_("Bulletin {place}").format(place=place) if place else "")
        self.count = plain_label("", "strong")
        self.notice = NoticeBar()
        self.save_button = button(
            _("&Save the case"), self.save, icon="save", look="filled", key=QKeySequence("Ctrl+S").toString()
        )
        self.why_not = plain_label("", "amber", wraps=True)
        self.leave_button = button(_("&Leave without saving"), self.reject)
        self.setWindowTitle(title_of(draft))
        self._lay_out()
        self._join()
        self._settle()
        if same_case is not None:
            same_case.look(draft)
        self._focus_first()

    @property
    def draft(self) -> BulletinDraft:
        """The draft as it stands in the form, with what of it the case takes over."""
        draft = self.form.draft_with(self.doubts.open)
        return draft if self.same_case is None else self.same_case.taken(draft)

    @property
    def trouble(self) -> str:
        """Why it cannot be saved as it stands, "" when it can."""
        return self.form.trouble or (self.same_case.trouble if self.same_case is not None else "")

    def save(self) -> None:
        """Hand the draft over to be stored; where that fails, say why and stay."""
        if self.same_case is not None:
            self.same_case.look(self.form.draft_with(self.doubts.open))
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

    @override
    def reject(self) -> None:
        if self._may_leave():
            super().reject()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW * self.fontMetrics().averageCharWidth()
        self._split.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.isVisible() and not self._may_leave() and self.isVisible():  # saving has closed it already
            event.ignore()
            return
        self._touched = False
        super().closeEvent(event)

    def _may_leave(self) -> bool:
        """Ask what to do with changes, where there are any."""
        if not self._touched:
            return True
        box = leaving_box(self)
        box.exec()
        chosen = box.buttonRole(box.clickedButton())
        box.deleteLater()
        if chosen is QMessageBox.ButtonRole.AcceptRole:
            self.save()
            return False
        if chosen is QMessageBox.ButtonRole.DestructiveRole:
            self._touched = False
            return True
        return False

    def _country_at(self, path: str) -> str:
        """The name of the country that the field at this path proposes."""
        from uadesk.reference.countries import load_countries

        if "[" not in path:
            code = self.form.country_code.code
        else:
            addressee = self.form.addressee_at(path)
            code = addressee.country_code if addressee is not None else None
        return load_countries().name(code, "en") if code else ""

    def _note_edit(self, path: str) -> None:
        self._touched = True
        self.doubts.settle_field(path)
        if self.same_case is not None:
            self.same_case.note_edit(self.form.draft_with(self.doubts.open))
        self._settle()

    def _note_settled(self) -> None:
        self._touched = True
        self._settle()

    def _settle(self) -> None:
        open_doubts = self.doubts.open
        asks = self.same_case is not None and bool(self.same_case.trouble)
        count = len(open_doubts) + int(asks)
        if count:
            said = ngettext("{count} thing to look at", "{count} things to look at", count).format(count=count)
        else:
            said = _("Nothing is in doubt") if self._draft.text.content else ""
        self.count.setText(said)
        set_tone(self.count, "amber" if count else "strong", "look")
        self.form.show_doubts(open_doubts)
        allow(self.save_button, self.trouble)
        self.why_not.setText(self.trouble)

    def _focus_first(self) -> None:
        """Begin with the first doubt; where nothing is in doubt, with what is left to do."""
        answers = self.doubts.findChildren(QPushButton)
        question = self.same_case.card.question if self.same_case is not None else None
        if question is not None:
            question.focus_first()
        elif answers:
            answers[0].setFocus()
        elif self._draft.text.content:
            self.save_button.setFocus()
        else:
            self.form.case_title.setFocus()

    def _join(self) -> None:
        self.form.edited.connect(self._note_edit)
        self.form.focused.connect(self._show_place)
        self.doubts.changed.connect(self._note_settled)
        self.doubts.show_asked.connect(self.form.go_to)
        if self.same_case is not None:
            self.same_case.changed.connect(self._settle)
            self.same_case.touched.connect(self._note_settled)
            self.same_case.left_out.connect(self.doubts.settle_field)

    def _show_place(self, path: str) -> None:
        self.text.mark(path)
        field = self.focusWidget()
        if self.form.isAncestorOf(field):
            self._area.ensureWidgetVisible(field, 0, 6 * GRID)

    def _cards(self) -> list[QWidget]:
        """What stands above the form: the case, what is in doubt, what changes."""
        if self.same_case is None:
            return [self.doubts]
        return [self.same_case.card, self.doubts, self.same_case.changes]

    def _lay_out(self) -> None:
        self.header.add(self.count)
        fields = QWidget()
        column = QVBoxLayout(fields)
        column.setContentsMargins(GRID, 0, 2 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        for each in self._cards():
            column.addWidget(each)
        column.addWidget(self.form)
        column.addStretch(1)
        self._area: QScrollArea = scrolled(fields)
        split = self._split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(2 * GRID)
        split.addWidget(self.text)
        split.addWidget(self._area)
        split.setSizes([520, 600])
        has_text = bool(self._draft.text.content)
        self.text.setVisible(has_text)
        foot = QHBoxLayout()
        foot.addWidget(self.leave_button)
        foot.addWidget(self.why_not, 1)
        foot.addWidget(self.save_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        whole.setSpacing(2 * GRID)
        whole.addWidget(self.header)
        whole.addWidget(split, 1)
        whole.addWidget(self.notice)
        whole.addLayout(foot)
        fit(self, _SIZE if has_text else _BY_HAND_SIZE)
        self.setMinimumSize(QSize(640, 480))


def title_of(draft: BulletinDraft) -> str:
    """What a review is called: "First bulletin on 34/25, USA"."""
    if not draft.text.content and draft.number is None and not draft.title:
        return _("A case entered by hand")
    from uadesk.desk.words import stage_word

    stage = stage_word(draft.stage, draft.stage_ordinal)
    about = ", ".join(part for part in (str(draft.number or ""), draft.country or "") if part)
    return _("{stage} on {case}").format(stage=stage, case=about) if about else stage


def leaving_box(parent: QWidget) -> QMessageBox:
    """Asks what to do with what was changed and not saved."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(_("Not saved yet"))
    box.setText(_("You changed something here that is not saved yet."))
    box.addButton(_("&Save the case"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(_("&Throw the changes away"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(_("&Go on here"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    return box
