"""The report on paper: how many letters were written, by case, member, country, month and channel."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from uadesk.base.language import N_, _, spoken
from uadesk.domain.counts import Count
from uadesk.domain.paper import SHEETS
from uadesk.domain.people import Group, Paper
from uadesk.domain.rows import Report, ReportRow
from uadesk.press.dates import long_date, month_words
from uadesk.press.fonts import Face, lacking, settled, width
from uadesk.press.setting import BLACK, GREY, MM, Line, Mark, Page, Part, Placed, Rule, wrap
from uadesk.reference.countries import load_countries

LEFT, TOP, BOTTOM = 25 * MM, 22 * MM, 24 * MM
SIZE, LEADING = 9.5, 14.5
COLUMN = 21 * MM
"""Width of a column of figures."""

HEADINGS = {
    "ua": N_("Urgent action"),
    "member": N_("Member"),
    "country": N_("Country"),
    "month": N_("Month"),
    "channel": N_("Sent by"),
}
"""The tables in their order, by what their rows count."""

COLUMNS = (N_("posted"), N_("printed only"), N_("copies"), N_("solidarity"))
UNKNOWN = "?"

CHANNELS = {
    "post": N_("post, printed"),
    "handwritten": N_("post, by hand"),
    "email": N_("email"),
    "fax": N_("fax"),
}


@dataclass(frozen=True, slots=True)
class _Row:
    """What stands on one line of the report; `keep` holds it to the next one."""

    marks: tuple[Mark, ...]
    height: float
    keep: bool = False
    heads: bool = False
    """Whether this row stands again at the top of a page that its table runs on to."""


def report_pdf(report: Report, group: Group, paper: Paper, made: date, out: BinaryIO) -> None:
    """Write the report; tables without rows (a report without names) are left out. Raises OSError."""
    from uadesk.press.document import Document

    sheet = SHEETS[paper]
    room = sheet.height * MM - TOP - BOTTOM
    measure = sheet.width * MM - 2 * LEFT
    pages = _broken([*_opening(report, group, measure), *_tables(report, measure)], room)
    document = Document(sheet.width * MM, sheet.height * MM, "Report")
    for place, rows in enumerate(pages, 1):
        document.add((*_stacked(rows), _foot(group, made, place, len(pages), paper)))
    document.save(out)


def span_words(first: date | None, last: date | None, language: str, country: str) -> str:
    """The days a report covers, in words."""
    if first and last:
        return _("{first} to {last}").format(
            first=long_date(first, language, country), last=long_date(last, language, country)
        )
    if first:
        return _("since {first}").format(first=long_date(first, language, country))
    if last:
        return _("until {last}").format(last=long_date(last, language, country))
    return _("all letters so far")


def _opening(report: Report, group: Group, measure: float) -> Iterator[_Row]:
    for part in wrap(_printable(group.name) or _("Letter-writing group"), Face.SERIF, 20, measure):
        yield _Row((Line(LEFT, 20, part, Face.SERIF, 20),), 26, keep=True)
    words = _("Letters written, {span}").format(span=span_words(report.first, report.last, spoken(), group.country))
    yield _Row((Line(LEFT, 14, words, Face.ITALIC, 11.5),), 34, keep=True)
    yield _Row(tuple(_figures(report.total, measure)), 44)


def _figures(count: Count, measure: float) -> Iterator[Mark]:
    """The totals, large, each over its word."""
    for place, (number, word) in enumerate(zip(_numbers(count), COLUMNS, strict=True)):
        x = LEFT + place * measure / len(COLUMNS)
        yield Line(x, 20, str(number), Face.SERIF, 22)
        yield Line(x, 34, _(word), Face.SANS, 9, GREY)


def _tables(report: Report, measure: float) -> Iterator[_Row]:
    for what, heading in HEADINGS.items():
        rows = report.by(what)
        if rows:
            yield from _table(_(heading), rows, measure)


def _table(heading: str, rows: Sequence[ReportRow], measure: float) -> Iterator[_Row]:
    right = LEFT + measure
    yield _Row((), 20, keep=True)
    marks: list[Mark] = [Line(LEFT, 10, heading, Face.ITALIC, 11.5)]
    for place, column in enumerate(COLUMNS):
        marks.append(_right(_(column), right - (len(COLUMNS) - 1 - place) * COLUMN, 10, 8.5, GREY))
    marks.append(Rule(LEFT, 15, right, 15, 0.7))
    yield _Row(tuple(marks), 18, keep=True, heads=True)
    for row in rows:
        yield from _entry(row, measure)


def _entry(row: ReportRow, measure: float) -> Iterator[_Row]:
    right = LEFT + measure
    key = wrap(_printable(_shown(row)), Face.SANS, SIZE, measure - len(COLUMNS) * COLUMN + 4 * MM) or ("–",)
    for number, part in enumerate(key):
        marks: list[Mark] = [Line(LEFT, 10.5, part, Face.SANS, SIZE)]
        if number == 0:
            for place, figure in enumerate(_numbers(row.count)):
                x = right - (len(COLUMNS) - 1 - place) * COLUMN
                marks.append(_right(str(figure), x, 10.5, SIZE, BLACK if figure else GREY))
        last = number == len(key) - 1
        if last:
            marks.append(Rule(LEFT, LEADING, right, LEADING, 0.25, 0.8))
        yield _Row(tuple(marks), LEADING, keep=not last)


def _shown(row: ReportRow) -> str:
    """What a row counts, in words."""
    if row.by == "month":
        return month_words(row.key, spoken())
    if row.by == "channel":
        return _(CHANNELS[row.key]) if row.key in CHANNELS else row.key
    if row.by == "country" and row.key in load_countries().codes:
        return load_countries().name(row.key, spoken())
    return row.key


def _right(text: str, x: float, y: float, size: float, shade: float) -> Line:
    return Line(round(x - width(text, Face.SANS, size), 2), y, text, Face.SANS, size, shade)


def _numbers(count: Count) -> tuple[int, int, int, int]:
    return count.posted, count.printed, count.copies, count.solidarity


def _printable(text: str) -> str:
    """A name for a table: in a list a character that no font has is marked as such, and keeps nothing back."""
    bare = settled(text)
    return bare.translate({ord(sign): UNKNOWN for sign in lacking(bare)})


def _broken(rows: Sequence[_Row], room: float) -> list[list[_Row]]:
    """The rows of each page; a table that runs on has its heads again."""
    pages: list[list[_Row]] = [[]]
    heads: _Row | None = None
    for place, row in enumerate(rows):
        used = sum(each.height for each in pages[-1])
        if pages[-1] and used + _kept_height(rows, place) > room:
            runs_on = heads is not None and bool(row.marks) and not row.heads
            pages.append([heads] if runs_on and heads is not None else [])
        if row.marks or pages[-1]:
            pages[-1].append(row)
        if row.heads:
            heads = row
    return pages


def _kept_height(rows: Sequence[_Row], place: int) -> float:
    """The height of a row and of all that must stand with it."""
    height = rows[place].height
    while rows[place].keep and place + 1 < len(rows):
        place += 1
        height += rows[place].height
    return height


def _stacked(rows: Sequence[_Row]) -> Page:
    placed = []
    top = TOP
    for row in rows:
        placed.append(Placed(Part(row.marks), round(top, 2)))
        top += row.height
    return tuple(placed)


def _foot(group: Group, made: date, place: int, pages: int, paper: Paper) -> Placed:
    sheet = SHEETS[paper]
    y = sheet.height * MM - 13 * MM
    day = _("made on {day}").format(day=long_date(made, spoken(), group.country))
    page = _("page {page} of {pages}").format(page=place, pages=pages)
    right = _right(page, sheet.width * MM - LEFT, y, 8.5, GREY)
    return Placed(Part((Line(LEFT, y, day, Face.SANS, 8.5, GREY), right)), 0.0)
