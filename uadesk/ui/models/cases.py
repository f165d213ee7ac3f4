"""The urgent actions as a table; the deadline says itself in words and carries a shape."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from uadesk.base.language import N_
from uadesk.domain.rows import CaseRow, Order, Pages
from uadesk.ui.icons import icon
from uadesk.ui.models.rows import Column, Index, RowsModel
from uadesk.ui.theme import colours
from uadesk.ui.widgets.chips import deadline_tone, deadline_words

TITLE, DEADLINE = 2, 3
SHAPES = {"amber": "warning", "green": "check", "quiet": "close"}
"""The icon that goes with each tone, so that it is not said by colour alone."""


class CasesModel(RowsModel[CaseRow]):
    """The cases a person may write on, the one with least time first."""

    def __init__(
        self, fetch: Callable[[Order], Pages[CaseRow]], today: Callable[[], date], parent: QObject | None = None
    ) -> None:
        columns = (
            Column[CaseRow](N_("Number"), lambda row: row.name, "number"),
            Column[CaseRow](N_("Country"), lambda row: row.country, "country"),
            Column[CaseRow](N_("Title"), lambda row: row.title, "title"),
            Column[CaseRow](N_("Time left"), lambda row: deadline_words(row, today()), "act_until"),
            Column[CaseRow](N_("Letters"), lambda row: str(row.letters), "letters", right=True),
        )
        super().__init__(columns, fetch, Order("act_until"), parent)
        self._today = today

    @property
    def today(self) -> date:
        """The day on which time left is counted."""
        return self._today()

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid() and index.column() == TITLE and role == Qt.ItemDataRole.AccessibleTextRole:
            row = self.row(index.row())
            return ", ".join((row.name, row.country, row.title, deadline_words(row, self._today())))
        if index.isValid() and index.column() == DEADLINE:
            if role == Qt.ItemDataRole.DecorationRole:
                tone, tint = self._tone(index)
                return icon(SHAPES[tone], tint)
            if role == Qt.ItemDataRole.ForegroundRole:
                return QColor(self._tone(index)[1])
        return super().data(index, role)

    def _tone(self, index: Index) -> tuple[str, str]:
        row = self.row(index.row())
        tone = deadline_tone(row.state, row.act_until, self._today())
        tint: str = getattr(colours(), tone)
        return tone, tint
