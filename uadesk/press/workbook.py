"""A report for a spreadsheet (XLSX): a sheet for each way of counting."""

import re
from io import BytesIO
from typing import TYPE_CHECKING

from uadesk.base.language import _

if TYPE_CHECKING:
    from xlsxwriter.format import Format  # it has no stubs
    from xlsxwriter.workbook import Workbook

    from uadesk.domain.counts import Count
    from uadesk.press.reports import ReportSheet

_NAME_LENGTH = 31
"""Characters that the name of a sheet may have (ECMA-376, and what Excel takes)."""

_WIDEST = 60
_AS_TEXT = {
    "in_memory": True,  # nothing about people in temporary files
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def report_workbook(report: "ReportSheet") -> bytes:
    """The report as XLSX: the totals first, then a sheet a table. Names are written as text, never as formulas."""
    from xlsxwriter.workbook import Workbook

    out = BytesIO()
    book = Workbook(out, _AS_TEXT)
    strong = book.add_format({"bold": True, "bottom": 1})
    _sheet(book, _("Total"), (report.title, *report.columns), [(report.subtitle, report.total)], strong, report.beside)
    for table in report.tables:
        _sheet(book, table.heading, (table.heading, *report.columns), table.rows, strong)
    book.close()
    return out.getvalue()


def _sheet(
    book: "Workbook",
    name: str,
    headings: tuple[str, ...],
    rows: "list[tuple[str, Count]] | tuple[tuple[str, Count], ...]",
    strong: "Format",
    below: tuple[str, ...] = (),
) -> None:
    sheet = book.add_worksheet(re.sub(r"[\[\]:*?/\\]", " ", name)[:_NAME_LENGTH])
    for column, word in enumerate(headings):
        sheet.write_string(0, column, word, strong)
        sheet.set_column(column, column, max(12, len(word) + 2))
    for place, (key, count) in enumerate(rows, 1):
        sheet.write_string(place, 0, key)
        for column, number in enumerate((count.posted, count.printed, count.copies, count.solidarity), 1):
            sheet.write_number(place, column, number)
    for place, said in enumerate(below, len(rows) + 2):
        sheet.write_string(place, 0, said)
    longest = max((len(text) for text in (headings[0], *below, *(key for key, _count in rows))), default=0)
    sheet.set_column(0, 0, min(_WIDEST, longest + 2))
    sheet.freeze_panes(1, 0)
