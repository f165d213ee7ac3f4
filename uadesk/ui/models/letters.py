"""Who wrote what: the letters that a query finds, each state with its shape."""

from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import Any

from PySide6.QtCore import QDate, QLocale, QObject, Qt
from PySide6.QtGui import QColor, QIcon
from typing_extensions import override

from uadesk.base.language import N_, _
from uadesk.desk.words import channel_word, kind_word, status_word
from uadesk.domain.letters import Channel, LetterStatus, PieceKind
from uadesk.domain.rows import LetterRow, Order, Pages
from uadesk.ui.models.rows import Column, Index, RowsModel
from uadesk.ui.theme import colours
from uadesk.ui.widgets.state_marks import mark_icon

STATE = 4
"""The column that shows a letter's state."""
SINCE = 5
"""The column that gives way where there is little room."""


def local_day(moment: datetime) -> str:
    """A moment as the date it was here, short."""
    day = moment.astimezone().date()
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


def to_words(row: LetterRow) -> str:
    """To whom a piece goes, and what it is where it is no letter to an authority."""
    if row.kind is PieceKind.APPEAL:
        return row.addressee
    return _("{kind}: {addressee}").format(kind=kind_word(row.kind), addressee=row.addressee)


def state_words(row: LetterRow) -> str:
    """How far a piece is, and how it goes where that is not by post."""
    state = status_word(row.status)
    return state if row.channel is Channel.POST else f"{state}, {channel_word(row.channel)}"


COLUMNS: tuple[Column[LetterRow], ...] = (
    Column(N_("Code"), lambda row: row.code, "code"),
    Column(N_("Writer"), lambda row: row.member, "member"),
    Column(N_("To"), to_words, "addressee"),
    Column(N_("Case"), lambda row: row.case, "case", tip=lambda row: row.case_title),
    Column(N_("State"), state_words, "status"),
    Column(N_("Since"), lambda row: local_day(row.changed), "changed"),
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
