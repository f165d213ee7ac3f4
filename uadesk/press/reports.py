"""The report on paper: how many letters were written, a table each for what they are counted by."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from uadesk.base.language import _
from uadesk.domain.counts import Count
from uadesk.domain.paper import SHEETS
from uadesk.domain.people import Paper
from uadesk.press.chart import Chart, chart_row
from uadesk.press.flow import Row, Section, flow
from uadesk.press.fonts import Face, lacking, settled, width
from uadesk.press.setting import BLACK, GREY, MM, Line, Mark, Part, Placed, Rule, wrap

LEFT, TOP, BOTTOM = 25 * MM, 22 * MM, 24 * MM
SIZE, LEADING = 9.5, 14.5
COLUMN = 21 * MM
"""Width of a column of figures."""

UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Table:
    """One table: what its rows count, and each row's key with its figures."""

    heading: str
    rows: tuple[tuple[str, Count], ...]


@dataclass(frozen=True, slots=True)
class ReportSheet:
    """A report in the person's words, as it goes to paper. `columns` are the headings of a count's four figures."""

    title: str
    subtitle: str
    columns: tuple[str, ...]
    total: Count
    tables: tuple[Table, ...]
    foot: str
    beside: tuple[str, ...] = ()
    """What is known beside the letters, a line each."""
    chart: Chart | None = None


def report_pdf(report: ReportSheet, paper: Paper, out: BinaryIO) -> int:
    """Write the report, and tell how many pages it has. Raises OSError."""
    from uadesk.press.document import Document

    sheet = SHEETS[paper]
    room = sheet.height * MM - TOP - BOTTOM
    measure = sheet.width * MM - 2 * LEFT
    tables = (_table(table, report.columns, measure) for table in report.tables)
    chart = [Section([chart_row(report.chart, LEFT, measure)])] if report.chart else []
    pages = flow([Section(tuple(_opening(report, measure))), *chart, *tables], TOP, room)
    document = Document(sheet.width * MM, sheet.height * MM, "Report")
    for place, page in enumerate(pages, 1):
        document.add((*page, _foot(report.foot, place, len(pages), paper)))
    document.save(out)
    return len(pages)


def _opening(report: ReportSheet, measure: float) -> Iterator[Row]:
    for part in wrap(_printable(report.title), Face.SERIF, 20, measure):
        yield Row((Line(LEFT, 20, part, Face.SERIF, 20),), 26, keep=True)
    yield Row((Line(LEFT, 14, report.subtitle, Face.ITALIC, 11.5),), 34, keep=True)
    yield Row(tuple(_figures(report, measure)), 44)
    for said in report.beside:
        yield Row((Line(LEFT, 10.5, _printable(said), Face.SANS, SIZE),), LEADING)


def _figures(report: ReportSheet, measure: float) -> Iterator[Mark]:
    """The totals, large, each over its word."""
    for place, (number, word) in enumerate(zip(_numbers(report.total), report.columns, strict=True)):
        x = LEFT + place * measure / len(report.columns)
        yield Line(x, 20, str(number), Face.SERIF, 22)
        yield Line(x, 34, word, Face.SANS, 9, GREY)


def _table(table: Table, columns: tuple[str, ...], measure: float) -> Section:
    right = LEFT + measure
    marks: list[Mark] = [Line(LEFT, 10, table.heading, Face.ITALIC, 11.5)]
    for place, column in enumerate(columns):
        marks.append(_right(column, right - (len(columns) - 1 - place) * COLUMN, 10, 8.5, GREY))
    marks.append(Rule(LEFT, 15, right, 15, 0.7))
    head = Row(tuple(marks), 18, above=20, keep=True)
    return Section((head, *(row for key, count in table.rows for row in _entry(key, count, measure))), head=head)


def _entry(key: str, count: Count, measure: float) -> Iterator[Row]:
    right = LEFT + measure
    figures = _numbers(count)
    parts = wrap(_printable(key), Face.SANS, SIZE, measure - len(figures) * COLUMN + 4 * MM) or ("–",)
    for number, part in enumerate(parts):
        marks: list[Mark] = [Line(LEFT, 10.5, part, Face.SANS, SIZE)]
        if number == 0:
            for place, figure in enumerate(figures):
                x = right - (len(figures) - 1 - place) * COLUMN
                marks.append(_right(str(figure), x, 10.5, SIZE, BLACK if figure else GREY))
        last = number == len(parts) - 1
        if last:
            marks.append(Rule(LEFT, LEADING, right, LEADING, 0.25, 0.8))
        yield Row(tuple(marks), LEADING, keep=not last)


def _right(text: str, x: float, y: float, size: float, shade: float) -> Line:
    return Line(round(x - width(text, Face.SANS, size), 2), y, text, Face.SANS, size, shade)


def _numbers(count: Count) -> tuple[int, int, int, int]:
    return count.posted, count.printed, count.copies, count.solidarity


def _printable(text: str) -> str:
    """A name for a table: in a list a character that no font has is marked as such, and keeps nothing back."""
    bare = settled(text)
    return bare.translate({ord(sign): UNKNOWN for sign in lacking(bare)})


def _foot(made: str, place: int, pages: int, paper: Paper) -> Placed:
    sheet = SHEETS[paper]
    y = sheet.height * MM - 13 * MM
    page = _("page {page} of {pages}").format(page=place, pages=pages)
    right = _right(page, sheet.width * MM - LEFT, y, 8.5, GREY)
    return Placed(Part((Line(LEFT, y, made, Face.SANS, 8.5, GREY), right)), 0.0)
