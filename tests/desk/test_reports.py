"""What counts, when, and as what."""

import csv
from collections.abc import Callable
from datetime import date
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from tests.desk.conftest import TODAY
from tests.press.paper import open_sheets
from uadesk.base.jobs import finish
from uadesk.desk.desk import Desk
from uadesk.desk.drafting import draft_letters
from uadesk.desk.members import add_member
from uadesk.desk.printing import confirm_printed, print_letters
from uadesk.desk.replies import add_reply
from uadesk.desk.reports import evenings_held, harmless, report, report_csv, report_pdf, report_xlsx, with_postage
from uadesk.desk.steps import mark
from uadesk.domain.counts import Count
from uadesk.domain.letters import Channel, LetterStatus
from uadesk.domain.people import Person
from uadesk.domain.replies import Reply


@pytest.fixture
def posted(desk: Desk, case: int, people: tuple[int, ...], on_day: Callable[[date], Desk]) -> None:
    """Two letters and a copy posted in June, one by hand in July, one printed only, one draft, one withdrawn."""
    first = [row.ident for row in draft_letters(desk, case, people[:1], copies=True).done]
    second = [row.ident for row in draft_letters(desk, case, people[1:2]).done]
    confirm_printed(desk, finish(print_letters(desk, first + second)))
    mark(desk, first + second, LetterStatus.POSTED)
    third = [row.ident for row in draft_letters(desk, case, people[2:], channel=Channel.HANDWRITTEN).done]
    mark(on_day(date(2025, 7, 1)), third, LetterStatus.POSTED)
    more = [add_member(desk, Person(name)) for name in ("=cmd()", "Draft Only", "Pulled")]
    fourth, _draft, pulled = (row.ident for row in draft_letters(desk, case, more).done)
    confirm_printed(desk, finish(print_letters(desk, [fourth, pulled])))
    mark(desk, [pulled], LetterStatus.WITHDRAWN)


def test_a_letter_counts_on_the_day_it_was_posted(desk: Desk, posted: None) -> None:
    counted = report(desk)
    assert counted.total == Count(posted=3, printed=1, copies=1)
    assert [(row.key, row.count.posted) for row in counted.by("month")] == [("2025-06", 2), ("2025-07", 1)]
    assert [(row.key, row.count) for row in counted.by("ua")] == [("34/25", Count(3, 1, 1))]
    assert {row.key: row.count.posted for row in counted.by("channel")} == {"post": 2, "handwritten": 1}
    assert {row.key for row in counted.by("country")} == {"Costa Rica"}
    assert report(desk, date(2025, 7, 1), date(2025, 7, 31)).total.posted == 1
    assert report(desk, None, date(2025, 6, 30)).total.posted == 2


def test_names_can_be_left_out_and_the_count_stays(desk: Desk, posted: None) -> None:
    with_names, without = report(desk), report(desk, anonymous=True)
    assert {row.key for row in with_names.by("member")} >= {"Zoë Łukaszewska", "Amir Haddad", "Anna Brook"}
    assert without.by("member") == []
    assert without.total == with_names.total
    assert "Łukaszewska" not in report_csv(without)


def test_the_csv_opens_in_a_spreadsheet_and_holds_no_formula(desk: Desk, posted: None) -> None:
    text = report_csv(report(desk))
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(StringIO(text.removeprefix("\ufeff"))))
    assert list(rows[0]) == ["by", "key", "posted", "printed", "copies", "solidarity"]
    keys = {row["key"] for row in rows}
    assert "'=cmd()" in keys
    assert not any(key.startswith(("=", "+", "-", "@")) for key in keys)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "＝1"])
def test_a_live_formula_is_made_harmless(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"
    assert harmless("Zoë") == "Zoë"


def test_the_pdf_shows_the_counts(desk: Desk, posted: None) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(report_pdf(desk, report(desk)))
    text = "".join(page.get_textpage().get_text_range() for page in document)
    for word in ("Group 9", "34/25", "Zoë Łukaszewska", "June 2025", "by hand", "all letters so far", "1 June 2025"):
        assert word in text


def test_a_report_without_names_has_no_table_of_members(desk: Desk, posted: None) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(report_pdf(desk, report(desk, anonymous=True)))
    text = "".join(page.get_textpage().get_text_range() for page in document)
    assert "Member" not in text
    assert "Łukaszewska" not in text


def test_the_csv_has_the_agreed_ways_of_counting_only(desk: Desk, posted: None) -> None:
    rows = csv.DictReader(StringIO(report_csv(report(desk)).removeprefix("\ufeff")))
    assert {row["by"] for row in rows} == {"ua", "member", "country", "month", "channel"}


def test_letters_are_counted_by_kind_too(desk: Desk, posted: None) -> None:
    assert {row.key: row.count for row in report(desk).by("kind")} == {
        "appeal": Count(posted=3, printed=1),
        "copy": Count(copies=1),
    }


def test_an_evening_has_the_letters_written_at_it_whenever_they_went(
    desk: Desk, case: int, people: tuple[int, ...], on_day: Callable[[date], Desk]
) -> None:
    held = date(2025, 5, 6)
    evening = draft_letters(desk, case, people[:2], channel=Channel.HANDWRITTEN, evening=held).done
    other = draft_letters(desk, case, people[2:], channel=Channel.HANDWRITTEN).done
    mark(desk, [row.ident for row in (*evening, *other)], LetterStatus.POSTED)
    counted = report(desk, evening=held)
    assert counted.total == Count(posted=2)
    assert [(row.key, row.count.posted) for row in report(desk).by("evening")] == [("2025-05-06", 2), ("", 1)]
    assert evenings_held(desk) == (held,)
    assert evenings_held(on_day(date(2025, 5, 1))) == ()
    [sheet] = open_sheets(report_pdf(desk, counted))
    assert sheet.lines[1] == "Letters written, the evening of 6 May 2025"


def test_replies_and_postage_are_told_where_somebody_keeps_them(desk: Desk, posted: None) -> None:
    for sender in ("Ministry", "Embassy"):
        add_reply(desk, 1, Reply(TODAY, sender))
    counted = finish(with_postage(desk, report(desk)))
    assert counted.postage is not None
    [sheet, *_more] = open_sheets(report_pdf(desk, counted))
    assert "2 replies received" in sheet.lines
    assert f"Postage: {counted.postage}" in sheet.lines
    without = open_sheets(report_pdf(desk, report(desk)))[0]
    assert "Postage" not in without.text


def test_rates_that_cannot_be_read_are_said_beside_the_report(desk: Desk, posted: None) -> None:
    own = desk.home.folder / "postage" / "ca.toml"
    own.parent.mkdir(exist_ok=True)
    own.write_text("no rates = [")
    counted = finish(with_postage(desk, report(desk)))
    assert counted.postage is not None
    assert counted.postage.startswith("not known. The file of postage rates")
    assert counted.total == report(desk).total


def test_the_chart_shows_the_numbers_of_the_table_and_the_months_between(
    desk: Desk, case: int, people: tuple[int, ...], posted: None, on_day: Callable[[date], Desk]
) -> None:
    late = [add_member(desk, Person(f"Late {n}")) for n in range(5)]
    idents = [row.ident for row in draft_letters(desk, case, late, channel=Channel.HANDWRITTEN).done]
    mark(on_day(date(2025, 9, 2)), idents, LetterStatus.POSTED)
    sheet = open_sheets(report_pdf(desk, report(desk)))[0]
    lines = sheet.lines
    heading = sheet.find("Letters that went out, by month")
    for month, number in (("June", 2), ("July", 1), ("September", 5)):
        label = sheet.find(f"{month} 2025")
        middle = (label.left + label.right) / 2
        above = [word for word in sheet.words if heading.bottom < word.top and word.bottom < label.top]
        assert [word.text for word in above if abs((word.left + word.right) / 2 - middle) < 2] == [str(number)]
        assert f"{month} 2025 {number} " in " ".join(lines)
    assert sheet.find("August 2025").bottom == pytest.approx(sheet.find("June 2025").bottom, abs=1)


def test_a_single_month_has_no_chart(desk: Desk, posted: None) -> None:
    [sheet] = open_sheets(report_pdf(desk, report(desk, None, date(2025, 6, 30))))
    assert "by month" not in sheet.text


def test_the_spreadsheet_has_a_sheet_for_each_way_and_no_formula(desk: Desk, posted: None) -> None:
    book = CalamineWorkbook.from_filelike(BytesIO(report_xlsx(desk, report(desk))))
    assert book.sheet_names == ["Total", "Case", "Member", "Country", "Month", "How they went", "Kind", "Evening"]
    [heads, sums, *beside] = book.get_sheet_by_name("Total").to_python()
    assert heads == ["Group 9", "Went out", "Still to post", "Copies", "Solidarity"]
    assert sums[1:] == [3, 1, 1, 0]
    assert any("0 replies received" in map(str, row) for row in beside)
    members = {row[0]: row[1:] for row in book.get_sheet_by_name("Member").to_python()}
    assert members["Zoë Łukaszewska"] == [1, 0, 1, 0]
    assert members["=cmd()"] == [0, 1, 0, 0]


def test_no_cell_of_the_spreadsheet_is_live_and_its_heads_stay(desk: Desk, posted: None) -> None:
    with ZipFile(BytesIO(report_xlsx(desk, report(desk)))) as parts:
        sheets = [parts.read(name).decode() for name in parts.namelist() if "worksheets/sheet" in name]
    assert len(sheets) == 8
    assert not any("<f>" in sheet for sheet in sheets)
    assert all('state="frozen"' in sheet for sheet in sheets)


def test_the_spreadsheet_without_names_has_none(desk: Desk, posted: None) -> None:
    book = CalamineWorkbook.from_filelike(BytesIO(report_xlsx(desk, report(desk, anonymous=True))))
    assert "Member" not in book.sheet_names
