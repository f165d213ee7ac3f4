"""Who wrote what: the letters that a query finds, each state with its shape."""

from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QIcon
from typing_extensions import override

from uadesk.base.language import N_
from uadesk.desk.words import channel_word, kind_word, long_date, status_word
from uadesk.domain.letters import Channel, LetterStatus
from uadesk.domain.rows import LetterRow, Order, Pages
from uadesk.ui.models.rows import Column, Index, RowsModel
from uadesk.ui.theme import colours
from uadesk.ui.widgets.state_marks import mark_icon

STATE = 5
"""The column that shows a letter's state."""


def local_day(moment: datetime) -> str:
    """A moment as the date it was here."""
    return long_date(moment.astimezone().date())


def what_words(row: LetterRow) -> str:
    """What a piece is, and how it goes where that is not by post."""
    kind = kind_word(row.kind)
    return kind if row.channel is Channel.POST else f"{kind}, {channel_word(row.channel)}"


COLUMNS = (
    Column[LetterRow](N_("Code"), lambda row: row.code, "code"),
    Column[LetterRow](N_("Writer"), lambda row: row.member, "member"),
    Column[LetterRow](N_("To"), lambda row: row.addressee, "addressee"),
    Column[LetterRow](N_("Case"), lambda row: row.case, "case", tip=lambda row: row.case_title),
    Column[LetterRow](N_("What"), what_words),
    Column[LetterRow](N_("State"), lambda row: status_word(row.status), "status"),
    Column[LetterRow](N_("Since"), lambda row: local_day(row.changed), "changed"),
    Column[LetterRow](N_("Evening"), lambda row: long_date(row.evening) if row.evening else "", "evening"),
)


class LettersModel(RowsModel[LetterRow]):
    """The letters of a list, fetched a page at a time when seen."""

    def __init__(self, fetch: Callable[[Order], Pages[LetterRow]], parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, fetch, Order("changed", descending=True), parent)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DecorationRole and index.isValid() and index.column() == STATE:
            return _icon(self.row(index.row()).status, colours().text)
        return super().data(index, role)


@cache
def _icon(status: LetterStatus, colour: str) -> QIcon:
    return mark_icon(status, QColor(colour))
