"""All replies: what they said, which the office has still to hear of, and their scans."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from uadesk.base.errors import UADeskError
from uadesk.base.language import _, ngettext
from uadesk.desk.cases import list_cases
from uadesk.desk.replies import add_reply, delete_reply, edit_reply, list_replies, mark_reported, reply_row, save_scan
from uadesk.desk.words import sentence
from uadesk.domain.replies import Reply
from uadesk.domain.rows import Order, ReplyFilter, ReplyRow
from uadesk.ui.context import Context, What
from uadesk.ui.dialogs.reply import ReplyChoice, ReplyDialog, new_reply
from uadesk.ui.models.replies import RepliesModel
from uadesk.ui.save_as import ask_place
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import allow, button
from uadesk.ui.widgets.dialogs import fit
from uadesk.ui.widgets.empty import EmptyState
from uadesk.ui.widgets.labels import plain_label
from uadesk.ui.widgets.notice import NoticeBar
from uadesk.ui.widgets.search import SearchBox
from uadesk.ui.widgets.table import ListOrEmpty, RowsTable


class RepliesDialog(QDialog):
    """The list of replies; what is done here is said below it, with Undo."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._text = ""
        self.setWindowTitle(_("Replies"))
        self.model = RepliesModel(self._fetch, lambda: context.today, self)
        self.table = RowsTable(self.model, _("Replies"), several=True)
        self.table.set_widths((13, 20, 7, 15, 0, 26))
        self.search = SearchBox(_("Find a reply"), self)
        self.waiting = QCheckBox(_("Only those &still to report"))
        self.count = plain_label("", "quiet", wraps=True)
        self.notice = NoticeBar(self)
        self._make_buttons()
        self._lay_out()
        self._join()
        self.refresh()

    def refresh(self) -> None:
        """Show what the desk holds now."""
        self.list.is_narrowed = bool(self._text) or self.waiting.isChecked()
        self.model.refresh()
        self.list.settle()
        self._tell_count()
        self._allow_buttons()

    def log_on_case(self) -> None:
        """Log a reply that answers no letter one knows of."""
        cases = [(f"{row.name}  {row.title}", row.ident) for row in list_cases(self.context.desk, include_closed=True)]

        def keep(choice: ReplyChoice) -> None:
            if choice.case_id is not None:
                self.context.noting(add_reply)(self.context.desk, choice.case_id, choice.reply, scan=choice.scan)

        if ReplyDialog.ask(_("Log a reply on a case"), new_reply(self.context.today), self, keep, cases=cases):
            self.context.tell_kept(What.LETTERS, said=_("The reply was logged."))

    def change(self) -> None:
        """Change what was noted on the current reply."""
        row: ReplyRow | None = self.table.current()
        if row is None:
            return
        title = _("Reply from {sender}").format(sender=row.reply.sender)

        seen = [row]
        edit = self.context.noting(edit_reply)

        def keep(choice: ReplyChoice) -> None:
            if choice.scan is not None or choice.reply != seen[-1].reply:
                edit(self.context.desk, row.ident, choice.reply, seen[-1].version, scan=choice.scan)

        def stored() -> Reply:
            seen.append(reply_row(self.context.desk, row.ident))
            return seen[-1].reply

        if ReplyDialog.ask_changes(title, row, self, keep, stored):
            self.context.tell_kept(What.LETTERS, said=_("The reply was changed."))

    def mark_reported(self) -> None:
        """The office was told of the chosen replies today."""
        idents = [row.ident for row in self.table.chosen()]
        with self.context.acting(What.LETTERS):
            number = mark_reported(self.context.desk, idents)
            said = ngettext("{n} reply was reported today.", "{n} replies were reported today.", number)
            self.context.notify(said.format(n=number), undoable=bool(number))

    def delete(self) -> None:
        """Take the current reply away; Undo brings it back."""
        row: ReplyRow | None = self.table.current()
        if row is not None:
            said = _("The reply from {sender} was deleted.").format(sender=row.reply.sender)
            with self.context.acting(What.LETTERS, What.EVENING, said=said):
                delete_reply(self.context.desk, row.ident)

    def ask_scan_place(self) -> None:
        """Ask where the scan of the current reply is to be put."""
        row: ReplyRow | None = self.table.current()
        if row is None or row.scan is None:
            return
        path = ask_place(self, _("Save the scan"), row.scan, "")
        if path is not None:
            self.save_scan(row, path)

    def save_scan(self, row: ReplyRow, path: Path) -> None:
        """Write the scan of a reply to this file."""
        with self.context.acting(said="", undoable=False):
            save_scan(self.context.desk, row.ident, path)
            self.context.notify(_("The scan was saved as {path}.").format(path=path))

    def _fetch(self, order: Order) -> Sequence[ReplyRow]:
        return list_replies(self.context.desk, ReplyFilter(self.waiting.isChecked(), self._text), order)

    def _search(self, text: str) -> None:
        self._text = text
        self.refresh()

    def _only_waiting(self, *, on: bool) -> None:
        """What waits is wanted by its day, what is due first on top."""
        self.model.order = Order("report_by") if on else Order("received", descending=True)
        self.refresh()

    def _tell_count(self) -> None:
        number = self.model.rowCount()
        said = ngettext("{n} reply", "{n} replies", number).format(n=number)
        rows = [self.model.row(place).reply for place in range(number)]
        late = sum(1 for each in rows if each.is_to_report and each.report_by and each.report_by < self.context.today)
        if late:
            overdue = ngettext("{n} is overdue for the office", "{n} are overdue for the office", late).format(n=late)
            said = _("{replies}; {overdue}").format(replies=said, overdue=overdue)
        self.count.setText(said)

    def _allow_buttons(self) -> None:
        chosen: list[ReplyRow] = self.table.chosen()
        none = "" if chosen else _("Choose a reply in the list first.")
        for each in (self.change_button, self.delete_button):
            allow(each, none)
        told = none or ("" if any(row.reply.reported_on is None for row in chosen) else _("The office knows already."))
        allow(self.report_button, told)
        current: ReplyRow | None = self.table.current()
        has_scan = current is not None and current.scan is not None
        allow(self.scan_button, none or ("" if has_scan else _("This reply has no scan; attach one with “Change…”.")))

    def _make_buttons(self) -> None:
        self.log_button = button(_("Log one on a case…"), self.log_on_case, icon="add", key="Ctrl+N")
        self.change_button = button(_("Change…"), self.change, icon="edit", tip=_("Change the reply (Enter)"))
        self.scan_button = button(_("Save the scan…"), self.ask_scan_place, icon="save", key="Ctrl+S")
        self.delete_button = button(_("Delete"), self.delete, icon="remove", key="Del")
        self.report_button = button(_("Mark reported"), self.mark_reported, icon="check", key="Ctrl+M")
        self.close_button = button(_("Close"), self.reject, look="filled")

    def _lay_out(self) -> None:
        nothing = EmptyState("search", _("No reply fits"), _("Nothing is lost: the search or the tick hides it."))
        empty = EmptyState(
            "post",
            _("Replies will stand here"),
            _("What comes back on a letter: choose the letter in the list of letters and press “Log a reply…”."),
        )
        self.list: ListOrEmpty[ReplyRow] = ListOrEmpty(self.table, empty, nothing)
        tools, foot = QHBoxLayout(), QHBoxLayout()
        for row in (tools, foot):
            row.setSpacing(GRID)
        tools.addWidget(self.search, 1)
        tools.addWidget(self.waiting)
        tools.addWidget(self.log_button)
        foot.addWidget(self.count, 1)
        buttons = (self.change_button, self.scan_button, self.delete_button, self.report_button, self.close_button)
        for each in buttons:
            foot.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addLayout(tools)
        column.addWidget(self.list, 1)
        column.addWidget(self.notice)
        column.addLayout(foot)
        fit(self, (980, 600))

    def _join(self) -> None:
        self.search.searched.connect(self._search)
        self.waiting.toggled.connect(lambda on: self._only_waiting(on=on))
        self.table.row_opened.connect(lambda _row: self.change())
        self.table.chosen_changed.connect(self._allow_buttons)
        self.notice.undo_asked.connect(self.context.undo_noticed)
        self.context.changed.connect(self._hear_change)
        self.context.begun.connect(self.notice.clear)
        self.context.noticed.connect(self._hear_notice)
        self.context.troubled.connect(self._hear_trouble)
        self.finished.connect(self._stop_hearing)

    def _hear_change(self, _what: object) -> None:
        self.refresh()

    def _hear_notice(self, text: str, undoable: bool) -> None:  # noqa: FBT001  a signal's arguments come by place
        self.notice.say(text, undoable=undoable)

    def _hear_trouble(self, error: UADeskError) -> None:
        self.notice.say(sentence(error), trouble=True)

    def _stop_hearing(self) -> None:
        """The window goes, and what is said to the context is for others."""
        self.context.changed.disconnect(self._hear_change)
        self.context.begun.disconnect(self.notice.clear)
        self.context.noticed.disconnect(self._hear_notice)
        self.context.troubled.disconnect(self._hear_trouble)
