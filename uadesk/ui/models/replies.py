"""The replies as a table; what the office still waits for says itself in words and carries a shape."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from uadesk.base.language import N_, _
from uadesk.desk.words import long_date, report_words
from uadesk.domain.rows import Order, Pages, ReplyRow
from uadesk.ui.icons import icon
from uadesk.ui.models.rows import Column, Index, RowsModel
from uadesk.ui.theme import colours

OFFICE = 5
"""The column that says how it stands with the office."""


def letter_words(row: ReplyRow) -> str:
    """Which letter a reply answers: its code and who wrote it."""
    return _("{code}, {member}").format(code=row.code, member=row.member) if row.code else ""


class RepliesModel(RowsModel[ReplyRow]):
    """The replies that came."""

    def __init__(
        self, fetch: Callable[[Order], Pages[ReplyRow]], today: Callable[[], date], parent: QObject | None = None
    ) -> None:
        columns = (
            Column[ReplyRow](N_("Came"), lambda row: long_date(row.reply.received), "received"),
            Column[ReplyRow](N_("From"), lambda row: row.reply.sender, "sender"),
            Column[ReplyRow](N_("Case"), lambda row: row.case, "case"),
            Column[ReplyRow](N_("Letter"), letter_words, "code"),
            Column[ReplyRow](
                N_("It said"), lambda row: " ".join(row.reply.says.split()), "says", tip=lambda row: row.reply.says
            ),
            Column[ReplyRow](N_("Office"), lambda row: report_words(row.reply, today()), "report_by"),
        )
        super().__init__(columns, fetch, Order("received", descending=True), parent)
        self._today = today

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid() and index.column() == OFFICE:
            reply = self.row(index.row()).reply
            overdue = reply.is_to_report and reply.report_by is not None and reply.report_by < self._today()
            if role == Qt.ItemDataRole.DecorationRole and overdue:
                return icon("warning", colours().amber)
            if role == Qt.ItemDataRole.DecorationRole and reply.reported_on is not None:
                return icon("check", colours().green)
            if role == Qt.ItemDataRole.ForegroundRole and overdue:
                return QColor(colours().amber)
        return super().data(index, role)
