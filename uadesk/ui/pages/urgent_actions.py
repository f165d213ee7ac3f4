"""The page of the cases: the list, and beside it all of the one that is chosen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from uadesk.base.language import N_, _, ngettext
from uadesk.domain.cases import CaseState
from uadesk.domain.letters import LetterStatus
from uadesk.domain.rows import CaseRow, CaseView, LetterFilter, LetterRow, Order, Pages
from uadesk.ui.context import Context, What
from uadesk.ui.dialogs.case_text import edit_case_text
from uadesk.ui.dialogs.draft_letters import DraftChoice, DraftDialog
from uadesk.ui.dialogs.pull import PullDialog
from uadesk.ui.dialogs.reason import ReasonDialog
from uadesk.ui.dialogs.table_sheets import show_case_sheet, show_news_sheet
from uadesk.ui.models.cases import CasesModel
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import allow, button
from uadesk.ui.widgets.case_list import CaseTable
from uadesk.ui.widgets.case_panel import CasePanel
from uadesk.ui.widgets.empty import EmptyState
from uadesk.ui.widgets.labels import plain_label
from uadesk.ui.widgets.page import Page, PageHeader
from uadesk.ui.widgets.search import SearchBox
from uadesk.ui.widgets.table import ListOrEmpty

_NARROW = 70
"""Characters across below which list and case do not stand side by side."""
_TALL = 520
"""The least height of both, one above the other, pixels."""


class UrgentActionsPage(Page):
    """Cases come in here, are looked at, and get their letters."""

    key = "cases"
    title = N_("Urgent actions")
    shows = frozenset({What.CASES, What.LETTERS, What.MEMBERS})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._text = ""
        self._view: CaseView | None = None
        self._to_pull: tuple[LetterRow, ...] = ()
        self.model = CasesModel(self._fetch, lambda: context.today, self)
        self.table = CaseTable(self.model)
        self.panel = CasePanel()
        self.search = SearchBox(_("Find a case"), self)
        self.letters = button(_("&Letters"), self.show_letters, icon="letters", key="Ctrl+L")
        self.closed = QCheckBox(_("&Closed ones too"))
        self.read = button(_("&Read bulletin…"), context.read_bulletins, icon="open", tip=_("Read bulletin (Ctrl+O)"))
        self.by_hand = button(_("&Enter by hand…"), lambda: context.review(None), icon="edit")
        self.draft = button(_("&Draft letters…"), self.draft_letters, icon="letters", look="filled", key="Ctrl+D")
        self._lay_out()
        self._join()

    @override
    def refresh(self) -> None:
        self.model.refresh()
        self._tell_count()

    @override
    def keys(self) -> list[tuple[str, str]]:
        return [("Ctrl+F", _("Find a case")), ("Return", _("Draft letters on the chosen case"))]

    def choose(self, ident: int) -> None:
        """Show this case, closed or not, whatever was searched for."""
        if self.table.choose(ident):
            return
        self.search.clear()
        self._text = ""
        self.closed.setChecked(True)
        self._narrow()
        self.table.choose(ident)

    def draft_letters(self) -> None:
        """Ask who writes and to whom, and make the drafts."""
        view = self._view
        if view is None or not self.draft.isEnabled():
            return
        from uadesk.desk.members import list_members

        choice = DraftDialog.ask(view, list(list_members(self.context.desk)), self)
        if choice is not None:
            self._draft(view.row, choice)

    def show_letters(self) -> None:
        """List the letters on the case."""
        if self._view is not None:
            self.context.open_letters(LetterFilter(case_id=self._view.row.ident))

    def edit_text(self) -> None:
        """Edit what all letters on the case say."""
        if self._view is not None:
            edit_case_text(self.context, self._view.row.ident, self._view.row.name, self)

    def close_case(self) -> None:
        """Stop writing on the case, with a reason."""
        if self._view is None:
            return
        from uadesk.desk.cases import close_case

        row = self._view.row
        reason = ReasonDialog.ask(
            _("Close {case}").format(case=row.name),
            _("No more letters are offered on a closed case, and what is not posted yet is listed to be pulled."),
            _("for example: the office phoned"),
            _("&Close the case"),
            self,
        )
        if reason is not None:
            self.closed.setChecked(True)
            said = _("{case} is closed.").format(case=row.name)
            with self.context.acting(What.CASES, What.EVENING, What.LETTERS, said=said):
                close_case(self.context.desk, row.ident, reason)

    def reopen_case(self) -> None:
        """Write on the case again, with a reason."""
        if self._view is None:
            return
        from uadesk.desk.cases import reopen_case

        row = self._view.row
        reason = ReasonDialog.ask(
            _("Reopen {case}").format(case=row.name),
            _("Letters can be written on the case again until it is closed anew."),
            _("for example: closed by mistake"),
            _("&Reopen the case"),
            self,
        )
        if reason is not None:
            said = _("{case} is open again.").format(case=row.name)
            with self.context.acting(What.CASES, What.EVENING, What.LETTERS, said=said):
                reopen_case(self.context.desk, row.ident, reason)

    def show_pull_list(self) -> None:
        """List the letters that must not be posted."""
        if self._view is not None and self._to_pull:
            PullDialog.show_letters(self.context, self._to_pull, self)

    def withdraw_pulled(self) -> None:
        """The letters were taken out of the pile."""
        from uadesk.desk.steps import mark

        idents = [row.ident for row in self._to_pull]
        with self.context.acting(What.LETTERS, What.CASES, What.EVENING):
            marked = mark(self.context.desk, idents, LetterStatus.WITHDRAWN)
            said = ngettext("{count} letter was withdrawn.", "{count} letters were withdrawn.", len(marked.done))
            self.context.notify(said.format(count=len(marked.done)), undoable=True)

    def _draft(self, row: CaseRow, choice: DraftChoice) -> None:
        from uadesk.desk.drafting import draft_letters
        from uadesk.desk.words import sentence

        with self.context.acting(What.LETTERS, What.CASES, What.EVENING):
            drafted = draft_letters(
                self.context.desk,
                row.ident,
                choice.members,
                addressee_ids=choice.addressees,
                copies=choice.copies,
                channel=choice.channel,
            )
            count = len(drafted.done)
            said = ngettext("{count} draft was made on {case}.", "{count} drafts were made on {case}.", count)
            text = said.format(count=count, case=row.name)
            if drafted.skipped:
                text += " " + sentence(drafted.skipped[0].why)
            if len(drafted.skipped) > 1:
                more = len(drafted.skipped) - 1
                text += " " + ngettext("{count} more was left out.", "{count} more were left out.", more).format(
                    count=more
                )
            self.context.notify(text, undoable=count > 0)

    def _fetch(self, order: Order) -> Pages[CaseRow]:
        from uadesk.desk.cases import list_cases

        return list_cases(self.context.desk, include_closed=self.closed.isChecked(), text=self._text, order=order)

    def _show(self, row: CaseRow | None) -> None:
        if row is None:
            self._view, self._to_pull = None, ()
            self.beside.setCurrentIndex(0)
        else:
            self._show_case(row)
        self._allow_buttons()

    def _show_case(self, row: CaseRow) -> None:
        from uadesk.desk.cases import case_view, shared_text
        from uadesk.desk.holding import to_pull
        from uadesk.desk.sheets import what_was_done
        from uadesk.desk.words import done_sentence

        desk = self.context.desk
        view = case_view(desk, row.ident)
        closed = view.row.state is CaseState.CLOSED
        self._to_pull = to_pull(desk, row.ident) if closed else ()
        looked_at = not view.targets or closed or shared_text(desk, row.ident).looked_at
        place = self.panel.verticalScrollBar().value() if self._view and self._view.row.ident == row.ident else 0
        self._view = view
        done = done_sentence(what_was_done(desk, row.ident)) if closed else ""
        self.panel.show_case(view, self.context.today, text_was_seen=looked_at, to_pull=self._to_pull, done=done)
        self.panel.verticalScrollBar().setValue(place)
        self.beside.setCurrentIndex(1)

    def _allow_buttons(self) -> None:
        view, why_not = self._view, ""
        if view is None:
            why_not = _("Choose a case in the list first.")
        elif view.row.state is CaseState.CLOSED:
            why_not = _("This case is closed: no more letters are to be written.")
        elif not view.targets:
            why_not = _("This case has nobody to write to yet. Look at its bulletin and add an addressee.")
        allow(self.draft, why_not)
        allow(self.letters, "" if view is not None else _("Choose a case in the list first."))

    def _tell_count(self) -> None:
        count = self.model.rowCount()
        said = ngettext("{count} case", "{count} cases", count).format(count=count)
        self.header.set_subtitle(said if count else "")

    def _search(self, text: str) -> None:
        self._text = text
        self._narrow()

    def _narrow(self) -> None:
        self.list.is_narrowed = bool(self._text)
        self.model.refresh()
        self._tell_count()

    def _choose_first(self) -> None:
        if self.table.current() is None and self.model.rowCount():
            self.table.selectRow(0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is narrow for its text, the case stands below the list."""
        super().resizeEvent(event)
        signs = self.width() // max(1, self.fontMetrics().averageCharWidth())
        narrow = signs < _NARROW
        self._split.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
        self._split.setMinimumHeight(_TALL if narrow else 0)

    def _join(self) -> None:
        self.search.searched.connect(self._search)
        self.closed.toggled.connect(lambda _on: self._narrow())
        self.model.modelReset.connect(self._choose_first)
        self.model.modelReset.connect(lambda: self.beside.setVisible(self.model.rowCount() > 0))
        self.table.row_chosen.connect(self._show)
        self.table.row_opened.connect(lambda _row: self.draft_letters())
        self.panel.text_asked.connect(self.edit_text)
        self.panel.bulletin_asked.connect(self.context.review)
        self.panel.close_asked.connect(self.close_case)
        self.panel.reopen_asked.connect(self.reopen_case)
        self.panel.pull_list_asked.connect(self.show_pull_list)
        self.panel.withdraw_asked.connect(self.withdraw_pulled)
        self.panel.sheet_asked.connect(lambda: self._view and show_case_sheet(self.context, self._view.row.ident, self))
        self.panel.news_asked.connect(lambda: self._view and show_news_sheet(self.context, self._view.row.ident, self))

    def _lay_out(self) -> None:
        self.header = PageHeader(_(self.title))
        for each in (self.by_hand, self.read, self.draft):
            self.header.add(each)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(GRID)
        column.addWidget(self.search)
        column.addWidget(self._lists(), 1)
        row = QHBoxLayout()
        row.addWidget(self.closed, 1)
        row.addWidget(self.letters)
        column.addLayout(row)
        self.beside = QStackedWidget()
        nothing = plain_label(_("Choose a case to see all of it here."), "quiet")
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.beside.addWidget(nothing)
        self.beside.addWidget(self.panel)
        split = self._split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(2 * GRID)
        split.addWidget(left)
        split.addWidget(self.beside)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 1)
        split.setSizes([500, 500])
        self.body.addWidget(self.header)
        self.body.addWidget(split, 1)

    def _lists(self) -> ListOrEmpty[CaseRow]:
        empty = EmptyState(
            "cases",
            _("No case is open"),
            _("Here stand the cases to write on. Read a bulletin from a file, paste it, or drop it on this window."),
            button(_("Read bulletin…"), self.context.read_bulletins, icon="open", look="filled"),
        )
        nothing = EmptyState("search", _("No case is found"), _("Look for a number, a country or a word of the title."))
        self.list: ListOrEmpty[CaseRow] = ListOrEmpty(self.table, empty, nothing)
        return self.list
