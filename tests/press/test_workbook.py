"""The report as a spreadsheet."""

from io import BytesIO

from python_calamine import CalamineWorkbook

from uadesk.domain.counts import Count
from uadesk.press.reports import ReportSheet, Table
from uadesk.press.workbook import report_workbook

COLUMNS = ("posted", "printed only", "copies", "solidarity")


def book(*tables: Table, beside: tuple[str, ...] = ()) -> CalamineWorkbook:
    sheet = ReportSheet("Writers", "this year", COLUMNS, Count(7, 2, 1, 3), tables, "made today", beside)
    return CalamineWorkbook.from_filelike(BytesIO(report_workbook(sheet)))


def test_what_would_be_a_formula_a_number_or_a_link_elsewhere_is_text_here() -> None:
    keys = ("=1+1", "@SUM(A1)", "34", "https://example.org", "Zoë\u0007")
    rows = book(Table("Case", tuple((key, Count(1)) for key in keys))).get_sheet_by_name("Case").to_python()
    assert [row[0] for row in rows[1:5]] == list(keys[:4])
    assert [row[1:] for row in rows[1:]] == [[1, 0, 0, 0]] * 5


def test_the_name_of_a_sheet_is_one_that_spreadsheets_take() -> None:
    assert (
        book(Table("How: [they] went/out? And a very long word", ())).sheet_names[1]
        == "How   they  went out  And a ver"
    )


def test_what_is_known_beside_the_letters_stands_below_the_total() -> None:
    rows = book(beside=("3 replies received",)).get_sheet_by_name("Total").to_python()
    assert rows[1] == ["this year", 7, 2, 1, 3]
    assert rows[-1][0] == "3 replies received"
