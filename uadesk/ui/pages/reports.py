"""Reports: how many letters went out, by case, member, country, month, channel, kind and evening."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTabBar,
    QTableView,
    QWidget,
)
from typing_extensions import override

from uadesk.base.files import write_whole
from uadesk.base.jobs import Job, Progress, still
from uadesk.base.language import N_, _, ngettext
from uadesk.desk.cases import list_cases
from uadesk.desk.reports import report_csv, report_pdf, report_xlsx, with_postage
from uadesk.desk.words import report_beside
from uadesk.domain.counts import Count
from uadesk.domain.rows import Report
from uadesk.ui.context import Context, What
from uadesk.ui.models.report import ReportModel
from uadesk.ui.save_as import ask_place
from uadesk.ui.theme import GRID, target_height
from uadesk.ui.widgets.buttons import allow, button
from uadesk.ui.widgets.empty import EmptyState
from uadesk.ui.widgets.labels import plain_label
from uadesk.ui.widgets.page import Page, PageHeader
from uadesk.ui.widgets.span_box import SpanBox

KINDS = (
    ("ua", N_("Cases")),
    ("member", N_("Members")),
    ("country", N_("Countries")),
    ("month", N_("Months")),
    ("channel", N_("How they went")),
    ("kind", N_("Kinds")),
    ("evening", N_("Evenings")),
)


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
        self.body.addWidget(self._head())
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
        self.stack.addWidget(self._nothing())
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.stack, 1)

    def _head(self) -> PageHeader:
        self.office_button = button(_("Report for the office…"), self.open_office_report, icon="letters", key="Ctrl+M")
        self.csv_button = button(_("Save as CSV…"), self.save_csv, key="Ctrl+Shift+S")
        self.xlsx_button = button(_("Spreadsheet…"), self.save_xlsx, key="Ctrl+Alt+S")
        self.pdf_button = button(_("Save as PDF…"), self.save_pdf, icon="save", look="filled", key="Ctrl+S")
        header = PageHeader(_("Reports"))
        for each in (self.office_button, self.csv_button, self.xlsx_button, self.pdf_button):
            header.add(each)
        return header

    def _nothing(self) -> EmptyState:
        return EmptyState(
            "reports",
            _("No letter in these days"),
            _("A letter counts on the day it was posted or sent. Mark letters posted, or choose a longer time."),
            button(_("Go to the letters"), lambda: self.context.open_page("letters")),
        )

    def _span_row(self) -> QHBoxLayout:
        self.span = SpanBox(self.context)
        self.span.changed.connect(self.refresh)
        self.names = QCheckBox(_("With the names of members"))
        self.names.setChecked(True)
        self.names.toggled.connect(lambda _on: self.refresh())
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.span)
        row.addSpacing(2 * GRID)
        row.addWidget(self.names)
        row.addStretch(1)
        return row

    def _table(self) -> QTableView:
        table = QTableView()
        table.setAccessibleName(_("Counts"))
        table.setModel(self.model)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)  # a long title is cut as late as can be
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(target_height(table))
        head = table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, self.model.columnCount()):
            head.resizeSection(column, table.fontMetrics().averageCharWidth() * 14 + 2 * GRID)
        return table

    @override
    def refresh(self) -> None:
        self.span.refresh()
        desk = self.context.desk
        self.report = counted = self.span.chosen.report(desk, anonymous=not self.names.isChecked())
        self._show_counts()
        if counted.total.posted or counted.total.copies:
            self.context.run(
                lambda: with_postage(desk, counted) if counted is self.report else still(counted),
                self._take_postage,
                title=_("Adding up the stamps"),
            )

    def _take_postage(self, counted: Report) -> None:
        """The stamps are added up; if other days were chosen meanwhile, theirs are still to come."""
        if replace(counted, postage=None) == self.report:
            self.report = counted
            self._show_counts()

    def _show_counts(self) -> None:
        count = self.report.total
        said = ngettext("{n} letter went out", "{n} letters went out", count.posted).format(n=count.posted)
        self.total.setText(said)
        beside = (
            _("{n} printed but not posted").format(n=count.printed),
            ngettext("{n} copy", "{n} copies", count.copies).format(n=count.copies),
            ngettext("{n} solidarity card", "{n} solidarity cards", count.solidarity).format(n=count.solidarity),
            *report_beside(self.report),
        )
        self.beside.setText(" · ".join(beside))
        self._show_tabs()
        nothing = "" if self.report.rows else _("There is nothing to save in these days.")
        for each in (self.csv_button, self.xlsx_button, self.pdf_button):
            allow(each, nothing)

    def _show_tabs(self) -> None:
        wanted = [(kind, words) for kind, words in KINDS if self.names.isChecked() or kind != "member"]
        shown = [self.tabs.tabData(place) for place in range(self.tabs.count())]
        if shown != [kind for kind, _words in wanted]:
            with QSignalBlocker(self.tabs):  # a tab is shown once it is known what it counts by
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

    def open_office_report(self) -> None:
        """Show the page for the office, of the days chosen here."""
        from uadesk.ui.dialogs.office_report import OfficeReportDialog

        OfficeReportDialog.open_for(self.context, self.span, names=self.names.isChecked(), parent=self)

    # -- saving

    def save_csv(self) -> None:
        """Ask for a place and write the counts there, for a spreadsheet."""
        counted = self.report
        self._save(_("report.csv"), "CSV (*.csv)", lambda: report_csv(counted).encode())

    def save_xlsx(self) -> None:
        """Ask for a place and write the counts there, a sheet for each way of counting."""
        desk, counted = self.context.desk, self.report
        self._save(_("report.xlsx"), "XLSX (*.xlsx)", lambda: report_xlsx(desk, counted))

    def save_pdf(self) -> None:
        """Ask for a place and write the report there, on the group's paper."""
        desk, counted = self.context.desk, self.report
        self._save(_("report.pdf"), "PDF (*.pdf)", lambda: report_pdf(desk, counted))

    def _save(self, name: str, kinds: str, make: Callable[[], bytes]) -> None:
        path = ask_place(self, _("Save the report"), name, kinds)
        if path is not None:
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
