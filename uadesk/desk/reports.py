"""What the group did: counts by case, member, country, month, channel, kind and evening."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from uadesk.base.errors import UADeskError
from uadesk.base.jobs import Job
from uadesk.base.language import _
from uadesk.desk.desk import Desk
from uadesk.desk.groups import group
from uadesk.desk.rates import NoHomeCountryError
from uadesk.desk.replies import replies_in
from uadesk.domain.rows import Report, ReportRow

if TYPE_CHECKING:
    from uadesk.press.chart import Chart
    from uadesk.press.reports import ReportSheet

COLUMNS = ("by", "key", "posted", "printed", "copies", "solidarity")
WAYS = ("ua", "member", "country", "month", "channel")
"""What the rows of the command line and of the CSV count by; window, PDF and spreadsheet know more ways."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def report(
    desk: Desk,
    first: date | None = None,
    last: date | None = None,
    *,
    evening: date | None = None,
    anonymous: bool = False,
) -> Report:
    """Letters that went out between these days, both included; `anonymous` leaves the members out.

    With an `evening` those that were written at it, whenever they went. What they cost is worked out by
    `with_postage`.
    """
    from uadesk.store.queries.reports import report as counted

    with desk.store.reading() as session:
        found = counted(session, first, last, evening)
    if anonymous:
        found = replace(found, rows=tuple(row for row in found.rows if row.by != "member"))
    return replace(
        found,
        replies=replies_in(desk, first, last, evening),
    )


def with_postage(desk: Desk, counted: Report) -> Job[Report]:
    """The report with what its letters cost, or why that cannot be said.

    It stays as it is where nobody knows the group's country, or no rate of it.
    """
    from uadesk.desk import words
    from uadesk.desk.stamps import postage_of

    try:
        found = yield from postage_of(desk, counted.first, counted.last, counted.evening)
    except NoHomeCountryError:
        return counted
    except UADeskError as error:
        return replace(counted, postage=_("not known. {why}").format(why=words.sentence(error)))
    if found.unrated == found.pieces:
        return counted
    return replace(counted, postage=words.postage_words(found, group(desk).country))


def evenings_held(desk: Desk) -> tuple[date, ...]:
    """The days of all evenings up to today, the last first."""
    from uadesk.store.queries.evenings import evening_days

    with desk.store.reading() as session:
        return tuple(day for day in evening_days(session) if day <= desk.today)


def contract_rows(counted: Report) -> list[ReportRow]:
    """The rows that the command line and the CSV give."""
    return [row for row in counted.rows if row.by in WAYS]


def report_csv(counted: Report) -> str:
    """The report as CSV (UTF-8 with a mark, so that spreadsheets show its accents); no cell is a live formula."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for row in contract_rows(counted):
        count = row.count
        writer.writerow(
            (row.by, harmless(row.key), count.posted, count.printed, count.copies, count.solidarity),
        )
    return "\ufeff" + out.getvalue()


def harmless(cell: str) -> str:
    """A cell that a spreadsheet takes as text (OWASP, CSV injection)."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def report_pdf(desk: Desk, counted: Report) -> bytes:
    """The report as a PDF on the group's paper; a table without rows (a report without names) is left out."""
    from uadesk.press.reports import report_pdf as press

    out = BytesIO()
    press(_in_words(desk, counted), group(desk).usual_paper, out)
    return out.getvalue()


def report_xlsx(desk: Desk, counted: Report) -> bytes:
    """The report for a spreadsheet, a sheet for each way of counting; no cell is a formula."""
    from uadesk.press.workbook import report_workbook

    return report_workbook(_in_words(desk, counted))


def _in_words(desk: Desk, counted: Report) -> "ReportSheet":
    from uadesk.desk import words
    from uadesk.press.reports import ReportSheet, Table

    tables = ((words.report_word(by), counted.by(by)) for by in words.REPORT_KINDS)
    return ReportSheet(
        title=group(desk).name or _("Letter-writing group"),
        subtitle=_("Letters written, {span}").format(span=words.report_span(counted)),
        columns=words.report_columns(),
        total=counted.total,
        tables=tuple(
            Table(heading, tuple((words.report_key(row), row.count) for row in rows))
            for heading, rows in tables
            if rows
        ),
        foot=_("made on {day}").format(day=words.long_date(desk.today)),
        beside=words.report_beside(counted),
        chart=_chart(counted),
    )


def _chart(counted: Report) -> "Chart | None":
    """The letters that went out month by month; none where they all went in one."""
    from uadesk.desk import words
    from uadesk.press.chart import Chart

    posted = {row.key: row.count.posted for row in counted.by("month")}
    months = list(_months(min(posted), max(posted))) if posted else []
    if len(months) < 2 or not any(posted.values()):
        return None
    bars = ((words.report_key(ReportRow("month", month, counted.total)), posted.get(month, 0)) for month in months)
    return Chart(_("Letters that went out, by month"), tuple(bars))


def _months(first: str, last: str) -> Iterator[str]:
    """All months from the first to the last ("2025-06"), those without a letter too."""
    year, month = map(int, first.split("-"))
    while f"{year:04}-{month:02}" <= last:
        yield f"{year:04}-{month:02}"
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
