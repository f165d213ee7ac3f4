"""What counts, when, and as what."""

import csv
from collections.abc import Callable
from datetime import date
from io import StringIO

import pytest

from uadesk.base.jobs import finish
from uadesk.desk.desk import Desk
from uadesk.desk.drafting import draft_letters
from uadesk.desk.letters import mark
from uadesk.desk.members import add_member
from uadesk.desk.printing import confirm_printed, print_letters
from uadesk.desk.reports import harmless, report, report_csv, report_pdf
from uadesk.domain.counts import Count
from uadesk.domain.letters import Channel, LetterStatus
from uadesk.domain.people import Person


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
