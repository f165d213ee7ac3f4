"""Narrows the list of letters: by words, case, writer, addressee, state, channel and evening."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QDateEdit, QGridLayout, QWidget
from typing_extensions import override

from uadesk.base.language import N_, _
from uadesk.desk.desk import Desk
from uadesk.desk.history import addressees, cases_by_name, writers_by_name
from uadesk.desk.words import channel_word
from uadesk.domain.letters import Channel, LetterStatus
from uadesk.domain.rows import HELD, TO_PULL, LetterFilter
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.search import SearchBox

_STATES: tuple[tuple[str, LetterFilter], ...] = (
    (N_("All states"), LetterFilter()),
    (N_("Drafts"), LetterFilter(statuses=frozenset({LetterStatus.DRAFT}))),
    (N_("Letters to post"), LetterFilter(to_box=True)),
    (N_("Posted or sent"), LetterFilter(statuses=frozenset({LetterStatus.POSTED, LetterStatus.SENT}))),
    (N_("Answered"), LetterFilter(statuses=frozenset({LetterStatus.REPLIED}))),
    (N_("Came back"), LetterFilter(statuses=frozenset({LetterStatus.RETURNED}))),
    (N_("Withdrawn"), LetterFilter(statuses=frozenset({LetterStatus.WITHDRAWN}))),
    (N_("Letters that are held"), HELD),
    (N_("Letters to pull"), TO_PULL),
)
_TONIGHT, _DAY = 1, 2
_TWO_ROWS = 75
"""From this width on (characters) all stands in two rows, else in three."""


class LetterFilters(QWidget):
    """The choices above the list."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.search = SearchBox(_("Code, name, case, words"), parent)
        self.case = _choice(_("Case"))
        self.member = _choice(_("Writer"))
        self.state = _choice(_("State"))
        for words, _wanted in _STATES:
            self.state.addItem(_(words))
        self.addressee = _choice(_("Addressee"))
        self.channel = _choice(_("How it goes"))
        self.channel.addItem(_("All ways"), frozenset[Channel]())
        for way in Channel:
            self.channel.addItem(channel_word(way), frozenset({way}))
        self.evening = _choice(_("Evening"))
        for words in (_("Any evening"), _("Tonight"), _("On a day…")):
            self.evening.addItem(words)
        self.day = QDateEdit(QDate(desk.today.year, desk.today.month, desk.today.day))
        self.day.setCalendarPopup(True)
        self.day.setAccessibleName(_("Day of the evening"))
        self.day.hide()
        for box in self._boxes():
            box.currentIndexChanged.connect(self._tell)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GRID)
        self._is_narrow: bool | None = None
        self._arrange(narrow=False)
        self.search.searched.connect(lambda _text: self.changed.emit())
        self.day.dateChanged.connect(lambda _day: self.changed.emit())

    @property
    def wanted(self) -> LetterFilter:
        """The filter that is chosen."""
        _words, of_state = _STATES[max(0, self.state.currentIndex())]
        return replace(
            of_state,
            case_id=self.case.currentData(),
            member_id=self.member.currentData(),
            channels=self.channel.currentData(),
            addressee=self.addressee.currentData() or "",
            evening=self._evening(),
            text=self.search.text().strip(),
        )

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is hidden."""
        return self.wanted != LetterFilter()

    def clear(self) -> None:
        """Hide nothing any more."""
        blockers = [QSignalBlocker(each) for each in (self.search, *self._boxes())]
        self.search.clear()
        for box in self._boxes():
            box.setCurrentIndex(0)
        del blockers
        self._tell()

    def narrow_to(self, wanted: LetterFilter) -> None:
        """Show the letters of a case, a writer, an addressee or an evening, and only those."""
        blockers = [QSignalBlocker(each) for each in (self.search, self.day, *self._boxes())]
        self.clear()
        self.refresh()
        for box, value in (
            (self.case, wanted.case_id),
            (self.member, wanted.member_id),
            (self.addressee, wanted.addressee),
        ):
            box.setCurrentIndex(max(0, box.findData(value)) if value else 0)
        if wanted.evening is not None:
            self.day.setDate(QDate(wanted.evening.year, wanted.evening.month, wanted.evening.day))
            self.evening.setCurrentIndex(_DAY)
        self.search.settle()
        del blockers
        self._tell()

    def show_to_pull(self) -> None:
        """Show the letters that must be pulled, and only those."""
        self.clear()
        self.state.setCurrentIndex([wanted for _words, wanted in _STATES].index(TO_PULL))

    def refresh(self) -> None:
        """Offer the cases and people there are now; what is chosen stays chosen."""
        names = [(name, name) for name in addressees(self._desk)]
        _fill(self.case, _("All cases"), cases_by_name(self._desk))
        _fill(self.member, _("All writers"), writers_by_name(self._desk))
        _fill(self.addressee, _("All addressees"), names)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(narrow=event.size().width() < _TWO_ROWS * self.fontMetrics().averageCharWidth())

    def _arrange(self, *, narrow: bool) -> None:
        """In two rows, or in three where there is little room."""
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        fields = (
            *(self.search, self.case, self.member, self.addressee),
            *(self.state, self.channel, self.evening, self.day),
        )
        across = 3 if narrow else 4
        for place, each in enumerate(fields):
            self._grid.addWidget(each, place // across, place % across)
        for place in range(4):
            self._grid.setColumnStretch(place, 2 if place < across else 0)

    def _boxes(self) -> tuple[QComboBox, ...]:
        return self.case, self.member, self.addressee, self.state, self.channel, self.evening

    def _evening(self) -> date | None:
        place = self.evening.currentIndex()
        if place == _DAY:
            shown = self.day.date()
            return date(shown.year(), shown.month(), shown.day())
        return self._desk.today if place == _TONIGHT else None

    def _tell(self) -> None:
        self.day.setVisible(self.evening.currentIndex() == _DAY)
        self.changed.emit()


def _choice(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(7)
    box.setMaxVisibleItems(16)
    return box


def _fill(box: QComboBox, first: str, found: Sequence[tuple[str, int | str]]) -> None:
    chosen = box.currentData()
    blocker = QSignalBlocker(box)
    box.clear()
    box.addItem(first, None)
    for words, ident in found:
        box.addItem(words, ident)
    box.setCurrentIndex(max(0, box.findData(chosen)) if chosen is not None else 0)
    blocker.unblock()
