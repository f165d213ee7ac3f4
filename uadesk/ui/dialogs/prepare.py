"""Preparing an evening: day and place, the cases on offer with what is new on them, and the sheets for the table."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from uadesk.base.language import _, ngettext
from uadesk.desk.evenings import set_on_offer, set_place
from uadesk.desk.preparing import News, Offer, Preparation, next_evening, preparation
from uadesk.desk.words import deadline, long_date, too_late_sentence, weekday_date
from uadesk.domain.people import first_names
from uadesk.ui.context import Context, What
from uadesk.ui.dialogs.table_sheets import show_case_sheet, show_evening_sheets, show_sign_in_sheet
from uadesk.ui.models.ticks import TickModel
from uadesk.ui.review.days import DateField
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import allow, button
from uadesk.ui.widgets.dialogs import fit, scrolled
from uadesk.ui.widgets.fields import labelled
from uadesk.ui.widgets.labels import plain_label
from uadesk.ui.widgets.tick_list import TickList

_NAMED = 6
"""So many writers are named; the others are counted."""


class PrepareDialog(QDialog):
    """Each change is kept as it is made, and is undone with Ctrl+Z like any other."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._day = next_evening(context.desk) or context.today
        self.preparation: Preparation | None = None
        self.setWindowTitle(_("Prepare an evening"))
        self.date = DateField(self._day, _("Day"))
        self.place = QLineEdit()
        self.place.setPlaceholderText(_("Where you meet"))
        self.heading = plain_label("", "strong", wraps=True)
        self.model = TickModel((), self)
        self.list = TickList(_("Cases on offer"))
        self.list.setModel(self.model)
        self.about = AboutOffer()
        self.case_button = button(_("Case sheet…"), self._show_case_sheet, icon="print")
        self.sign_in_button = button(_("Sign-in sheet…"), lambda: show_sign_in_sheet(context, self._day, self))
        self.all_button = button(
            _("Everything for the evening…"), lambda: show_evening_sheets(context, self._day, self)
        )
        self._lay_out()
        self.date.editingFinished.connect(self._take_day)
        self.place.editingFinished.connect(self._take_place)
        self.model.dataChanged.connect(self._take_ticks)
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self._show_offer())
        context.changed.connect(self._refresh)
        self.finished.connect(lambda: context.changed.disconnect(self._refresh))
        self._refresh()

    def _lay_out(self) -> None:
        when = QHBoxLayout()
        when.setSpacing(2 * GRID)
        when.addWidget(labelled(_("&Day"), self.date), 1)
        when.addWidget(labelled(_("&Place"), self.place), 2)
        beside = QHBoxLayout()
        beside.setSpacing(2 * GRID)
        beside.addWidget(self.list, 3)
        beside.addWidget(scrolled(self.about), 2)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(GRID)
        for made in (self.case_button, self.sign_in_button, self.all_button):
            self.foot.addWidget(made)
        self.foot.addStretch(1)
        self.foot.addWidget(button(_("Done"), self.accept, look="filled"))
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addLayout(when)
        column.addWidget(self.heading)
        column.addLayout(beside, 1)
        column.addLayout(self.foot)
        fit(self, (940, 620))

    # -- showing it

    def _refresh(self, _what: object = None) -> None:
        self.preparation = found = preparation(self._context.desk, self._day)
        if not self.place.hasFocus():
            self.place.setText(found.evening.place)
        lines = [(str(offer.case.ident), _line(offer, self._day)) for offer in found.offers]
        ticked = {str(offer.case.ident) for offer in found.offers if offer.is_offered}
        self.model.show(lines, ticked)
        words = _("On offer on {day}: {n} of {total}")
        self.heading.setText(words.format(day=weekday_date(self._day), n=len(ticked), total=len(lines)))
        if lines and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0))
        self._show_offer()

    def _show_offer(self) -> None:
        self.about.show_offer(self._offer, self._day, self.preparation.last if self.preparation else None)
        allow(self.case_button, "" if self._offer is not None else _("Choose a case in the list first."))
        no_case = "" if self.preparation and self.preparation.offers else _("No case is open. Read a bulletin first.")
        allow(self.all_button, no_case)

    @property
    def _offer(self) -> Offer | None:
        row, found = self.list.currentIndex().row(), self.preparation
        return found.offers[row] if found is not None and 0 <= row < len(found.offers) else None

    # -- what a person does

    def _show_case_sheet(self) -> None:
        if self._offer is not None:
            show_case_sheet(self._context, self._offer.case.ident, self)

    def _take_day(self) -> None:
        day = self.date.day
        if day is not None and day != self._day and day >= self._context.today:
            self._take_place()
            self._day = day
            self._refresh()
        else:
            self.date.setText(long_date(self._day))  # no date, or one that is gone

    def _take_place(self) -> None:
        found = self.preparation
        if found is not None and self.place.text().strip() != found.evening.place:
            with self._context.acting(What.EVENING):
                set_place(self._context.desk, self.place.text(), self._day)

    def _take_ticks(self, *_changes: object) -> None:
        """A tick was set or taken away: keep the one that differs."""
        found = self.preparation
        if found is None:
            return
        for offer in found.offers:
            wanted = str(offer.case.ident) in self.model.ticked
            if wanted != offer.is_offered:
                with self._context.acting(What.EVENING):
                    set_on_offer(self._context.desk, offer.case.ident, wanted, self._day)
                return


class AboutOffer(QFrame):
    """What a coordinator wants to know of one case before it is put on the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.title = plain_label("", "strong", wraps=True)
        self.deadline = plain_label("", wraps=True)
        self.late = plain_label("", "amber", wraps=True)
        self.news = plain_label("", wraps=True)
        self.wrote = plain_label("", wraps=True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        self.column.setSpacing(GRID)
        for each in (self.title, self.deadline, self.late, self.news, self.wrote):
            self.column.addWidget(each)
        self.column.addStretch(1)

    def show_offer(self, offer: Offer | None, day: date, last: date | None) -> None:
        """Tell of this case as it stands on the evening's day; `last` is the evening before it."""
        if offer is None:
            self.title.setText(_("No case is open. Read a bulletin first."))
            for each in (self.deadline, self.late, self.news, self.wrote):
                each.setText("")
            return
        case = offer.case
        self.title.setText(f"{case.name} {case.country}: {case.title}")
        self.deadline.setText(_("On that day: {deadline}").format(deadline=deadline(case, day)))
        self.late.setText(too_late_sentence(case.act_until, offer.targets, day))
        self.news.setText(_news_words(offer.news, last))
        self.wrote.setText(_wrote_words(offer.wrote))
        for each in (self.deadline, self.late, self.news, self.wrote):
            each.setVisible(bool(each.text()))


def _line(offer: Offer, day: date) -> str:
    case = offer.case
    parts = [f"{case.name} {case.country}", deadline(case, day)]
    if offer.news is not None:
        parts.append(_("new") if offer.news is News.NEW else _("update"))
    return " · ".join(parts)


def _news_words(news: News | None, last: date | None) -> str:
    if last is None:
        return ""
    when = long_date(last)
    if news is None:
        return _("Nothing new since the last evening on {date}.").format(date=when)
    if news is News.NEW:
        return _("New: it came after the last evening on {date}.").format(date=when)
    return _("A bulletin came after the last evening on {date}: tell what changed.").format(date=when)


def _wrote_words(names: Sequence[str]) -> str:
    if not names:
        return _("Nobody of the group has written on it yet.")
    shown = ", ".join(first_names(names)[:_NAMED])
    rest = len(names) - _NAMED
    if rest > 0:
        more = ngettext("{names} and {n} other", "{names} and {n} others", rest)
        shown = more.format(names=shown, n=rest)
    return _("Written on it already: {names}.").format(names=shown)
