"""The report on paper."""

import io
from dataclasses import replace

from tests.press.paper import Sheet, open_sheets
from uadesk.domain.counts import Count
from uadesk.domain.people import Paper
from uadesk.press.chart import Chart
from uadesk.press.reports import ReportSheet, Table, report_pdf

COLUMNS = ("posted", "printed only", "copies", "solidarity")
TABLES = (
    Table("Urgent action", (("901/25 Nobody Should Vanish", Count(7, 2, 1, 3)),)),
    Table("Member", (("Łukasz Şahin", Count(5, 1, 0, 0)), ("Ada Example", Count(2, 1, 1, 3)))),
)


def report_sheet(*tables: Table) -> ReportSheet:
    return ReportSheet(
        "Guelph Writers", "Letters written, this year", COLUMNS, Count(7, 2, 1, 3), tables or TABLES, "made today"
    )


def printed(sheet: ReportSheet) -> list[Sheet]:
    out = io.BytesIO()
    report_pdf(sheet, Paper.LETTER, out)
    return open_sheets(out.getvalue())


def press(*tables: Table) -> list[Sheet]:
    return printed(report_sheet(*tables))


def test_title_span_and_totals_stand_on_top() -> None:
    [sheet] = press()
    assert sheet.lines[0] == "Guelph Writers"
    assert sheet.lines[1] == "Letters written, this year"
    assert sheet.lines[2] == "7 2 1 3"
    assert sheet.lines[3] == "posted printed only copies solidarity"
    assert sheet.lines[-1] == "made today page 1 of 1"


def test_each_table_has_its_rows_with_their_figures_under_their_heads() -> None:
    [sheet] = press()
    assert "901/25 Nobody Should Vanish 7 2 1 3" in sheet.lines
    assert "Łukasz Şahin 5 1 0 0" in sheet.lines
    head = [word for word in sheet.words if word.text == "solidarity"][1]
    figure = next(word for word in sheet.words if word.top > head.bottom and word.left > head.left)
    assert abs(head.right - figure.right) < 0.6


def test_a_long_table_goes_on_under_its_heads_and_pages_are_numbered() -> None:
    sheets = press(Table("Member", tuple((f"Writer {n}", Count(n)) for n in range(1, 131))))
    assert len(sheets) == 4
    for n, sheet in enumerate(sheets, 1):
        assert sheet.lines[-1].endswith(f"page {n} of 4")
        assert any(line.startswith("Member posted") for line in sheet.lines)
        assert max(word.bottom for word in sheet.words) < sheet.height - 10
    said = " ".join(line for sheet in sheets for line in sheet.lines)
    assert all(f"Writer {n} {n} 0 0 0" in said for n in range(1, 131))


def test_a_head_never_stands_alone_at_the_end_of_a_page() -> None:
    for count in range(32, 42):
        cases = Table("Urgent action", tuple((f"{n}/25", Count(n)) for n in range(count)))
        for sheet in press(cases, Table("Month", (("June 2025", Count(1)),))):
            assert not sheet.lines[-2].startswith(("Month", "Urgent"))


def test_a_sign_that_no_font_has_does_not_keep_the_report_back() -> None:
    [sheet] = press(Table("Member", (("Li 李", Count(1)),)))
    assert "Li ? 1 0 0 0" in sheet.lines


def test_what_is_known_beside_the_letters_stands_below_the_totals() -> None:
    [sheet] = printed(replace(report_sheet(), beside=("3 replies received", "Postage: CA$12.60")))
    assert sheet.lines[4:6] == ["3 replies received", "Postage: CA$12.60"]


def test_the_chart_stands_between_the_totals_and_the_tables() -> None:
    chart = Chart("Letters by month", (("May 2025", 4), ("June 2025", 3)))
    [sheet] = printed(replace(report_sheet(), chart=chart))
    assert sheet.find("solidarity").bottom < sheet.find("Letters by month").top
    assert sheet.find("June 2025").bottom < sheet.find("Urgent action").top
