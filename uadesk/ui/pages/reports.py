"""Reports: how many letters went out, by case, member, country, month and channel."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTabBar,
    QTableView,
    QWidget,
)
from typing_extensions import override

from uadesk.base.files import write_whole
from uadesk.base.jobs import Job, Progress
from uadesk.base.language import N_, _, ngettext
from uadesk.desk.cases import list_cases
from uadesk.desk.reports import report, report_csv, report_pdf
from uadesk.domain.counts import Count
from uadesk.domain.rows import Report
from uadesk.ui.context import Context, What
from uadesk.ui.models.report import ReportModel
from uadesk.ui.theme import GRID, target_height
from uadesk.ui.widgets.buttons import allow, button
from uadesk.ui.widgets.empty import EmptyState
from uadesk.ui.widgets.labels import plain_label
from uadesk.ui.widgets.page import Page, PageHeader

KINDS = (
    ("ua", N_("Cases")),
    ("member", N_("Members")),
    ("country", N_("Countries")),
    ("month", N_("Months")),
    ("channel", N_("How they went")),
)
_YEAR, _CUSTOM = 2, 4
SPANS = (N_("This evening"), N_("This month"), N_("This year"), N_("Since the beginning"), N_("From … to …"))


class ReportsPage(Page):
    """Counts over a span of days, to read and to save for the office or the newsletter."""

    key = "reports"
    title = N_("Reports")
    shows = frozenset({What.LETTERS, What.CASES, What.MEMBERS, What.EVENING})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.report = Report(None, None, Count())
        self._lay_out()

    def _lay_out(self) -> None:
        self.header = PageHeader(_("Reports"))
        self.csv_button = button(_("Save as CSV…"), self.save_csv, key="Ctrl+Shift+S")
        self.pdf_button = button(_("Save as PDF…"), self.save_pdf, icon="save", look="filled", key="Ctrl+S")
        self.header.add(self.csv_button)
        self.header.add(self.pdf_button)
        self.body.addWidget(self.header)
        self.body.addLayout(self._span_row())
        self.total = plain_label("", "heading", wraps=True)
        self.beside = plain_label("", "quiet", wraps=True)
        self.body.addWidget(self.total)
        self.body.addWidget(self.beside)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(_("Count by"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.currentChanged.connect(lambda _place: self._show_rows())
        self.model = ReportModel(self)
        self.table = self._table()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(
            EmptyState(
                "reports",
                _("No letter in these days"),
                _("A letter counts on the day it was posted or sent. Mark letters posted, or choose a longer time."),
                button(_("Go to the letters"), lambda: self.context.open_page("letters")),
            )
        )
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.stack, 1)

    def _span_row(self) -> QHBoxLayout:
        self.span = QComboBox()
        self.span.setAccessibleName(_("Which days"))
        for words in SPANS:
            self.span.addItem(_(words))
        self.span.setCurrentIndex(_YEAR)
        self.first, self.last = _day_field(_("First day")), _day_field(_("Last day"))
        self.names = QCheckBox(_("With the names of members"))
        self.names.setChecked(True)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for each in (self.span, self.first, self.last):
            row.addWidget(each)
        row.addSpacing(2 * GRID)
        row.addWidget(self.names)
        row.addStretch(1)
        today = self.context.today
        for field in (self.first, self.last):
            field.setDate(QDate(today.year, today.month, today.day))
            field.dateChanged.connect(lambda _day: self.refresh())
            field.hide()
        self.span.currentIndexChanged.connect(self._choose_span)
        self.names.toggled.connect(lambda _on: self.refresh())
        return row

    def _table(self) -> QTableView:
        table = QTableView()
        table.setAccessibleName(_("Counts"))
        table.setModel(self.model)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(target_height(table))
        head = table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, self.model.columnCount()):
            head.resizeSection(column, table.fontMetrics().averageCharWidth() * 14 + 2 * GRID)
        return table

    @property
    def days(self) -> tuple[date | None, date | None]:
        """First and last day of the span; None where it is open."""
        today = self.context.today
        match self.span.currentIndex():
            case 0:
                return today, today
            case 1:
                return today.replace(day=1), today.replace(day=monthrange(today.year, today.month)[1])
            case 2:
                return date(today.year, 1, 1), date(today.year, 12, 31)
            case 3:
                return None, None
        return _day(self.first), _day(self.last)

    @override
    def refresh(self) -> None:
        first, last = self.days
        self.report = report(self.context.desk, first, last, anonymous=not self.names.isChecked())
        count = self.report.total
        said = ngettext("{n} letter went out", "{n} letters went out", count.posted).format(n=count.posted)
        self.total.setText(said)
        self.beside.setText(
            _("{printed} printed but not posted · {copies} copies · {cards} solidarity cards").format(
                printed=count.printed, copies=count.copies, cards=count.solidarity
            )
        )
        self._show_tabs()
        nothing = "" if self.report.rows else _("There is nothing to save in these days.")
        allow(self.csv_button, nothing)
        allow(self.pdf_button, nothing)

    def _show_tabs(self) -> None:
        wanted = [(kind, words) for kind, words in KINDS if self.names.isChecked() or kind != "member"]
        shown = [self.tabs.tabData(place) for place in range(self.tabs.count())]
        if shown != [kind for kind, _words in wanted]:
            while self.tabs.count():
                self.tabs.removeTab(0)
            for kind, words in wanted:
                self.tabs.setTabData(self.tabs.addTab(_(words)), kind)
        self._show_rows()

    def _show_rows(self) -> None:
        kind = self.tabs.tabData(self.tabs.currentIndex())
        self.model.show(str(kind), self.report.by(str(kind)), self._cases() if kind == "ua" else {})
        self.tabs.setVisible(bool(self.report.rows))
        self.stack.setCurrentIndex(0 if self.report.rows else 1)

    def _cases(self) -> dict[str, str]:
        """The country and title of each case, by its number."""
        cases = list_cases(self.context.desk, include_closed=True)
        return {row.name: ", ".join(part for part in (row.country, row.title) if part) for row in cases}

    def _choose_span(self, place: int) -> None:
        for field in (self.first, self.last):
            field.setVisible(place == _CUSTOM)
        self.refresh()

    # -- saving

    def save_csv(self) -> None:
        """Ask for a place and write the counts there, for a spreadsheet."""
        counted = self.report
        self._save(_("report.csv"), "CSV (*.csv)", lambda: report_csv(counted).encode())

    def save_pdf(self) -> None:
        """Ask for a place and write the report there, on the group's paper."""
        desk, counted = self.context.desk, self.report
        self._save(_("report.pdf"), "PDF (*.pdf)", lambda: report_pdf(desk, counted))

    def _save(self, name: str, kinds: str, make: Callable[[], bytes]) -> None:
        given, _kind = QFileDialog.getSaveFileName(self, _("Save the report"), str(Path.home() / name), kinds)
        if given:
            path = Path(given)
            self.context.run(lambda: _writing(path, make), self._tell_saved, title=_("Writing the report"))

    def _tell_saved(self, outcome: tuple[Path, str]) -> None:
        path, trouble = outcome
        if trouble:
            words = _("{file} could not be written ({why}). Choose another folder.").format(file=path, why=trouble)
        else:
            words = _("The report is in {file}.").format(file=path)
        self.context.notify(words)


def _writing(path: Path, make: Callable[[], bytes]) -> Job[tuple[Path, str]]:
    """Write a file; gives the path, and why it could not be written, empty where it was."""
    yield Progress(0, 1, path.name)
    content = make()
    try:
        write_whole(path, content)
    except OSError as error:
        return path, error.strerror or str(error)
    return path, ""


def _day_field(name: str) -> QDateEdit:
    field = QDateEdit()
    field.setCalendarPopup(True)
    field.setAccessibleName(name)
    return field


def _day(field: QDateEdit) -> date:
    shown = field.date()
    return date(shown.year(), shown.month(), shown.day())
