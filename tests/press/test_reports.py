"""The report on paper."""

import io
from collections.abc import Sequence
from datetime import date

from tests.press.paper import Sheet, open_sheets
from uadesk.domain.counts import Count
from uadesk.domain.people import Group, Paper
from uadesk.domain.rows import Report, ReportRow
from uadesk.press.reports import report_pdf

ROWS = (
    ReportRow("ua", "901/25 Nobody Should Vanish", Count(7, 2, 1, 3)),
    ReportRow("member", "Łukasz Şahin", Count(5, 1, 0, 0)),
    ReportRow("member", "Ada Example", Count(2, 1, 1, 3)),
    ReportRow("country", "KE", Count(7, 2, 1, 3)),
    ReportRow("month", "2025-06", Count(7, 2, 1, 3)),
    ReportRow("channel", "handwritten", Count(7, 2, 1, 3)),
)


def press(
    rows: Sequence[ReportRow] = ROWS, first: date | None = date(2025, 1, 1), last: date | None = date(2025, 6, 30)
) -> list[Sheet]:
    out = io.BytesIO()
    report = Report(first, last, Count(7, 2, 1, 3), rows)
    report_pdf(report, Group("Guelph Writers", country="CA"), Paper.LETTER, date(2025, 7, 1), out)
    return open_sheets(out.getvalue())


def test_group_span_and_totals_stand_on_top() -> None:
    [sheet] = press()
    assert sheet.lines[0] == "Guelph Writers"
    assert sheet.lines[1] == "Letters written, January 1, 2025 to June 30, 2025"
    assert sheet.lines[2] == "7 2 1 3"
    assert sheet.lines[3] == "posted printed only copies solidarity"


def test_each_table_has_its_rows_with_their_figures_under_their_heads() -> None:
    [sheet] = press()
    assert "901/25 Nobody Should Vanish 7 2 1 3" in sheet.lines
    assert "Łukasz Şahin 5 1 0 0" in sheet.lines
    assert "Kenya 7 2 1 3" in sheet.lines
    assert "June 2025 7 2 1 3" in sheet.lines
    assert "post, by hand 7 2 1 3" in sheet.lines
    head = [word for word in sheet.words if word.text == "solidarity"][1]
    figure = next(word for word in sheet.words if word.top > head.bottom and word.left > head.left)
    assert abs(head.right - figure.right) < 0.6


def test_a_report_without_names_has_no_table_of_members() -> None:
    [sheet] = press([row for row in ROWS if row.by != "member"])
    assert "Member" not in sheet.text
    assert "Łukasz" not in sheet.text


def test_a_long_table_goes_on_under_its_heads_and_pages_are_numbered() -> None:
    rows = [ReportRow("member", f"Writer {n}", Count(n)) for n in range(1, 131)]
    sheets = press(rows)
    assert len(sheets) == 4
    for n, sheet in enumerate(sheets, 1):
        assert sheet.lines[-1].endswith(f"page {n} of 4")
        assert any(line.startswith("Member posted") for line in sheet.lines)
        assert max(word.bottom for word in sheet.words) < sheet.height - 10
    printed = " ".join(line for sheet in sheets for line in sheet.lines)
    assert all(f"Writer {n} {n} 0 0 0" in printed for n in range(1, 131))


def test_a_head_never_stands_alone_at_the_end_of_a_page() -> None:
    for count in range(32, 42):
        rows = [ReportRow("ua", f"{n}/25", Count(n)) for n in range(count)] + [ReportRow("month", "2025-06", Count(1))]
        for sheet in press(rows):
            assert not sheet.lines[-2].startswith(("Month", "Urgent"))


def test_an_open_span_is_said_in_words() -> None:
    assert press(first=None)[0].lines[1] == "Letters written, until June 30, 2025"
    assert press(first=None, last=None)[0].lines[1] == "Letters written, all letters so far"


def test_a_sign_that_no_font_has_does_not_keep_the_report_back() -> None:
    [sheet] = press([ReportRow("member", "Li 李", Count(1))])
    assert "Li ? 1 0 0 0" in sheet.lines
