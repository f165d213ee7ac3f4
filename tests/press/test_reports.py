"""The report on paper."""

import io

from tests.press.paper import Sheet, open_sheets
from uadesk.domain.counts import Count
from uadesk.domain.people import Paper
from uadesk.press.reports import ReportSheet, Table, report_pdf

COLUMNS = ("posted", "printed only", "copies", "solidarity")
TABLES = (
    Table("Urgent action", (("901/25 Nobody Should Vanish", Count(7, 2, 1, 3)),)),
    Table("Member", (("Łukasz Şahin", Count(5, 1, 0, 0)), ("Ada Example", Count(2, 1, 1, 3)))),
)


def press(*tables: Table) -> list[Sheet]:
    out = io.BytesIO()
    sheet = ReportSheet(
        "Guelph Writers", "Letters written, this year", COLUMNS, Count(7, 2, 1, 3), tables or TABLES, "made today"
    )
    report_pdf(sheet, Paper.LETTER, out)
    return open_sheets(out.getvalue())


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
    printed = " ".join(line for sheet in sheets for line in sheet.lines)
    assert all(f"Writer {n} {n} 0 0 0" in printed for n in range(1, 131))


def test_a_head_never_stands_alone_at_the_end_of_a_page() -> None:
    for count in range(32, 42):
        cases = Table("Urgent action", tuple((f"{n}/25", Count(n)) for n in range(count)))
        for sheet in press(cases, Table("Month", (("June 2025", Count(1)),))):
            assert not sheet.lines[-2].startswith(("Month", "Urgent"))


def test_a_sign_that_no_font_has_does_not_keep_the_report_back() -> None:
    [sheet] = press(Table("Member", (("Li 李", Count(1)),)))
    assert "Li ? 1 0 0 0" in sheet.lines
