"""What the group did: counts by case, member, country, month and channel."""

import csv
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from uadesk.base.language import _
from uadesk.desk.desk import Desk
from uadesk.desk.groups import group
from uadesk.domain.rows import Report

if TYPE_CHECKING:
    from uadesk.press.reports import ReportSheet

COLUMNS = ("by", "key", "posted", "printed", "copies", "solidarity")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def report(desk: Desk, first: date | None = None, last: date | None = None, *, anonymous: bool = False) -> Report:
    """Letters that went out between these days, both included; `anonymous` leaves the members out."""
    from uadesk.store.queries.reports import report as counted

    with desk.store.reading() as session:
        found = counted(session, first, last)
    return replace(found, rows=tuple(row for row in found.rows if row.by != "member")) if anonymous else found


def report_csv(counted: Report) -> str:
    """The report as CSV (UTF-8 with a mark, so that spreadsheets show its accents); no cell is a live formula."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for row in counted.rows:
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


def _in_words(desk: Desk, counted: Report) -> "ReportSheet":
    from uadesk.desk import words
    from uadesk.press.reports import ReportSheet, Table

    tables = ((words.report_word(by), counted.by(by)) for by in words.REPORT_KINDS)
    return ReportSheet(
        title=group(desk).name or _("Letter-writing group"),
        subtitle=_("Letters written, {span}").format(span=words.span_words(counted.first, counted.last)),
        columns=words.report_columns(),
        total=counted.total,
        tables=tuple(
            Table(heading, tuple((words.report_key(row), row.count) for row in rows))
            for heading, rows in tables
            if rows
        ),
        foot=_("made on {day}").format(day=words.long_date(desk.today)),
    )
