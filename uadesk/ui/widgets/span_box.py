"""Chooses of which days a report is: an evening, a month, a year, all, or from one day to another."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QDate, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QWidget

from uadesk.base.language import N_, _
from uadesk.desk.desk import Desk
from uadesk.desk.reports import evenings_held, report
from uadesk.desk.words import long_date
from uadesk.domain.rows import Report
from uadesk.ui.context import Context
from uadesk.ui.theme import GRID


class SpanKind(StrEnum):
    """The ways to say of which days."""

    TONIGHT = "tonight"
    LAST_EVENING = "last_evening"
    MONTH = "month"
    YEAR = "year"
    ALL = "all"
    DAYS = "days"
    EVENING = "evening"


_WORDS = {
    SpanKind.TONIGHT: N_("This evening"),
    SpanKind.LAST_EVENING: N_("Last evening"),
    SpanKind.MONTH: N_("This month"),
    SpanKind.YEAR: N_("This year"),
    SpanKind.ALL: N_("Since the beginning"),
    SpanKind.DAYS: N_("From … to …"),
    SpanKind.EVENING: N_("The evening of …"),
}


@dataclass(frozen=True, slots=True)
class Span:
    """The days of a report, None where an end is open; or one evening."""

    first: date | None = None
    last: date | None = None
    evening: date | None = None

    def report(self, desk: Desk, *, anonymous: bool = False) -> Report:
        """What was done in these days, or at this evening."""
        return report(desk, self.first, self.last, evening=self.evening, anonymous=anonymous)


class SpanBox(QWidget):
    """A list of spans; two days, or the evenings that were held, beside it where the span needs them."""

    changed = Signal()

    def __init__(self, context: Context, kind: SpanKind = SpanKind.YEAR, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._held: tuple[date, ...] = ()
        self.kinds, self.evenings = QComboBox(), QComboBox()
        self.kinds.setAccessibleName(_("Which days"))
        self.evenings.setAccessibleName(_("Which evening"))
        self.first, self.last = _day_field(_("First day")), _day_field(_("Last day"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for each in (self.kinds, self.first, self.last, self.evenings):
            row.addWidget(each)
        row.addStretch(1)
        for kind_of, words in _WORDS.items():
            self.kinds.addItem(_(words), kind_of.value)
        self._begin(kind)

    def _begin(self, kind: SpanKind) -> None:
        today = self._context.today
        for field in (self.first, self.last):
            field.setDate(QDate(today.year, today.month, today.day))
            field.dateChanged.connect(lambda _day: self.changed.emit())
        self.kinds.setCurrentIndex(list(SpanKind).index(kind))
        self.refresh()
        self._show_fields()
        self.kinds.currentIndexChanged.connect(lambda _place: self._choose())
        self.evenings.currentIndexChanged.connect(lambda _place: self.changed.emit())

    @property
    def kind(self) -> SpanKind:
        return SpanKind(self.kinds.currentData())

    @property
    def chosen(self) -> Span:
        """The days that are chosen. Where no evening was held yet, the evening is today's."""
        today = self._context.today
        match self.kind:
            case SpanKind.TONIGHT:
                return Span(evening=today)
            case SpanKind.LAST_EVENING:
                return Span(evening=next((day for day in self._held if day < today), today))
            case SpanKind.MONTH:
                return Span(today.replace(day=1), today.replace(day=monthrange(today.year, today.month)[1]))
            case SpanKind.YEAR:
                return Span(date(today.year, 1, 1), date(today.year, 12, 31))
            case SpanKind.ALL:
                return Span()
            case SpanKind.DAYS:
                return Span(_day(self.first), _day(self.last))
            case SpanKind.EVENING:
                return Span(evening=self._held[self.evenings.currentIndex()] if self._held else today)

    def refresh(self) -> None:
        """List the evenings that were held by now; the chosen one stays chosen."""
        held = evenings_held(self._context.desk)
        if held == self._held:
            return
        before = self.evenings.currentText()
        with QSignalBlocker(self.evenings):
            self.evenings.clear()
            self.evenings.addItems([long_date(day) for day in held])
            self.evenings.setCurrentIndex(max(0, self.evenings.findText(before)))
        self._held = held

    def choose(self, other: "SpanBox") -> None:
        """Choose what another box has chosen."""
        with QSignalBlocker(self):
            for mine, theirs in ((self.first, other.first), (self.last, other.last)):
                mine.setDate(theirs.date())
            self.evenings.setCurrentIndex(other.evenings.currentIndex())
            self.kinds.setCurrentIndex(other.kinds.currentIndex())

    def _choose(self) -> None:
        self._show_fields()
        self.changed.emit()

    def _show_fields(self) -> None:
        for field in (self.first, self.last):
            field.setVisible(self.kind is SpanKind.DAYS)
        self.evenings.setVisible(self.kind is SpanKind.EVENING and self.evenings.count() > 0)


def _day_field(name: str) -> QDateEdit:
    field = QDateEdit()
    field.setCalendarPopup(True)
    field.setAccessibleName(name)
    return field


def _day(field: QDateEdit) -> date:
    shown = field.date()
    return date(shown.year(), shown.month(), shown.day())
