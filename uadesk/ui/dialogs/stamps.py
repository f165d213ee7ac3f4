"""The stamps that letters need: how many of which, what they cost, and what is to be known before buying them."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QHeaderView, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from uadesk.base.errors import UADeskError
from uadesk.base.language import _, ngettext
from uadesk.desk.rates import change_rate, postage_table, put_back, set_weights
from uadesk.desk.stamps import StampList, stamp_list
from uadesk.desk.words import long_date, money_words, sentence, stamp_notes
from uadesk.domain.postage import HOME, PostageTable
from uadesk.ui.context import Context
from uadesk.ui.dialogs.job_dialog import JobDialog
from uadesk.ui.dialogs.rate import RateDialog
from uadesk.ui.models.stamps import StampLine, StampsModel, lines_of
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import allow, button
from uadesk.ui.widgets.dialogs import fit
from uadesk.ui.widgets.empty import EmptyState
from uadesk.ui.widgets.fields import labelled
from uadesk.ui.widgets.labels import plain_label
from uadesk.ui.widgets.table import ListOrEmpty, RowsTable

PAPERS = (75, 80, 90, 100, 120, 160)
"""Papers that are sold for letters, g/m²."""
ENCLOSED = (0, 5, 10, 20)
"""What may go into each letter besides, g: a card weighs about 5, a few sheets 20."""


class StampsDialog(JobDialog):
    """Stamps for some letters; a rate can be changed, and what the paper weighs. Stays open beside its window."""

    def __init__(self, context: Context, idents: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._idents = tuple(idents)
        self._before: PostageTable | None = None
        self.stamps: StampList | None = None
        self._make_parts()
        self._lay_out()
        for box in (self.paper, self.enclosed):
            box.activated.connect(self._keep_weights)
        self._begin()

    @property
    def as_text(self) -> str:
        """All of it as text, to take to the post office."""
        lines = [] if self.stamps is None else [line.as_text for line in lines_of(self.stamps)]
        return "\n".join((self.heading.text(), self.day.text(), "", *lines, "", self.notes.text())).strip()

    def _make_parts(self) -> None:
        self.setWindowTitle(_("Stamps"))
        self.heading, self.day = plain_label("", "heading", wraps=True), plain_label("", "quiet", wraps=True)
        self.notes = plain_label("", "amber", wraps=True)
        self.model = StampsModel(self)
        self.table = RowsTable(self.model, _("Stamps"))
        self.table.setSortingEnabled(False)
        self.table.setWordWrap(True)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.set_widths((17, 12, 13, 12, 40))
        self.table.horizontalHeader().setStretchLastSection(True)
        self.empty = EmptyState("post", "", "")
        self.list: ListOrEmpty[StampLine] = ListOrEmpty(self.table, self.empty)
        self.trouble = EmptyState("warning", "", "", button(_("Try again"), self._begin))
        self.paper, self.enclosed = QComboBox(), QComboBox()
        self.stack = QStackedWidget()
        self.undo = button(_("Take the new price back"), self._put_back, icon="undo", look="flat")
        self.copy_button = button(_("Copy the list"), self._copy)
        self.change_button = button(_("Change a rate…"), self._change, icon="edit")

    def _lay_out(self) -> None:
        ready = QWidget()
        inner = QVBoxLayout(ready)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(GRID)
        inner.addWidget(self.heading)
        inner.addWidget(self.day)
        inner.addWidget(self.list, 1)
        inner.addWidget(self.notes)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(labelled(_("&Paper of letters"), self.paper), 1)
        row.addWidget(labelled(_("&Enclosed in each letter"), self.enclosed), 1)
        inner.addLayout(row)
        for part in (ready, self.busy, self.trouble):
            self.stack.addWidget(part)
        self._ready = ready
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(self.stack, 1)
        column.addLayout(self._foot())
        fit(self, (940, 600))

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for each in (self.copy_button, self.change_button, self.undo):
            row.addWidget(each)
        row.addStretch(1)
        row.addWidget(button(_("Close"), self.reject, look="filled"))
        self.undo.hide()
        return row

    # -- counting

    def _begin(self) -> None:
        """Show what the paper weighs, and count."""
        self._try(self._show_weights)

    def _count(self) -> None:
        desk, idents = self._context.desk, self._idents
        self.busy.begin(_("Counting the stamps…"))
        self.stack.setCurrentWidget(self.busy)
        self._run(lambda: stamp_list(desk, idents), self._take, self.reject)

    def _take(self, stamps: StampList) -> None:
        self.stamps = stamps
        self.model.show(lines_of(stamps))
        self.empty.say(*_nothing(stamps))
        self.heading.setText(_heading(stamps))
        words = _("By the prices of {day}, in the envelope {envelope}.")
        self.day.setText(words.format(day=long_date(stamps.day), envelope=stamps.envelope.name))
        for each in (self.heading, self.day):
            each.setVisible(bool(stamps.rows))
        self.notes.setText("\n".join(stamp_notes(stamps)))
        self.notes.setVisible(bool(self.notes.text()))
        allow(self.copy_button, "" if stamps.rows else _("There is nothing to copy yet."))
        allow(self.change_button)
        self.stack.setCurrentWidget(self._ready)

    @override
    def _fail(self, error: UADeskError) -> None:
        self._tell_not_counted(sentence(error))

    @override
    def _leave_busy(self) -> None:
        self._tell_not_counted("")

    def _tell_not_counted(self, why: str) -> None:
        words = _("The stamps could not be counted")
        self.trouble.say(words, why)
        for each in (self.copy_button, self.change_button):
            allow(each, why or words)
        self.stack.setCurrentWidget(self.trouble)

    # -- prices and paper

    def _change(self) -> None:
        self._try(self._ask_and_keep)

    def _ask_and_keep(self) -> None:
        desk = self._context.desk
        rate = RateDialog.ask(postage_table(desk), self._context.today, self._zone, self)
        if rate is not None and rate.held_from is not None:
            self._before = change_rate(desk, rate.of, rate.price, rate.held_from)
            self.undo.show()
            self._count()

    @property
    def _zone(self) -> str:
        """The zone that most likely wants a price: one without any, else the first."""
        rows = self.stamps.rows if self.stamps is not None else ()
        return next((row.zone for row in rows if row.rate is None), rows[0].zone if rows else HOME)

    def _put_back(self) -> None:
        self._try(self._keep_before)

    def _keep_before(self) -> None:
        assert self._before is not None, "the button shows once there is something to put back"
        put_back(self._context.desk, self._before)
        self.undo.hide()
        self._count()

    def _show_weights(self) -> None:
        weights = postage_table(self._context.desk).weights
        _fill(self.paper, PAPERS, weights.paper, _("{n} g/m²"))
        _fill(self.enclosed, ENCLOSED, weights.more, _("{n} g"))
        self.enclosed.setItemText(0, _("nothing"))
        self._count()

    def _keep_weights(self) -> None:
        self._try(self._set_weights)

    def _set_weights(self) -> None:
        desk = self._context.desk
        weights = replace(postage_table(desk).weights, paper=self.paper.currentData(), more=self.enclosed.currentData())
        set_weights(desk, weights)
        self._count()

    def _try(self, act: Callable[[], None]) -> None:
        """Do it, or say in this window why it could not be done."""
        try:
            act()
        except UADeskError as error:
            self._fail(error)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.as_text)


def _heading(stamps: StampList) -> str:
    total = money_words(stamps.total, stamps.currency, stamps.country)
    words = ngettext("{count} stamp, {total}", "{count} stamps, {total} together", stamps.count)
    said = [words.format(count=stamps.count, total=total)] if stamps.count else []
    missing = sum(row.count for row in stamps.rows if row.rate is None)
    if missing:
        words = ngettext("{n} letter without a known price", "{n} letters without a known price", missing)
        said.append(words.format(n=missing))
    return "; ".join(said)


def _nothing(stamps: StampList) -> tuple[str, str]:
    """Why there is no row: a line and what to do."""
    if stamps.unplaced:
        return _("No stamp can be named yet"), _("It depends on the country to which a letter goes.")
    words = _("Letters by post, and those written by hand, need stamps. Draft some; then they are counted here.")
    return _("No letter waits for a stamp"), words


def _fill(box: QComboBox, usual: Sequence[int], now: float, words: str) -> None:
    """Offer the usual values and the present one, which is chosen."""
    box.clear()
    for value in sorted({*map(float, usual), now}):
        box.addItem(words.format(n=f"{value:g}"), value)
    box.setCurrentIndex(box.findData(now))
