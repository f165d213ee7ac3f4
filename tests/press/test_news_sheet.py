"""The news sheet: one page in large type."""

from dataclasses import replace

import pytest

from tests.press.paper import Sheet, open_sheets
from uadesk.domain.people import Paper
from uadesk.press.news_sheet import NewsSheet, news_page
from uadesk.press.setting import Line
from uadesk.press.sheets import sheets_pdf
from uadesk.press.table_rows import SheetTooFullError

SHEET = NewsSheet(
    "34/25",
    "Costa Rica",
    "River Guardians Are Free",
    ("The guardians came home.", "Their boats were returned."),
    ("14 letters by 9 people went out.", "With them went 3 copies."),
    "Thank you, all of you who wrote.",
)


def press(sheet: NewsSheet) -> Sheet:
    [page] = open_sheets(sheets_pdf([news_page(sheet, Paper.LETTER)], Paper.LETTER))
    return page


def test_the_news_what_we_did_and_the_thanks_in_this_order() -> None:
    assert press(SHEET).lines == [
        "34/25 · Costa Rica",
        "River Guardians Are Free",
        "The news",
        "The guardians came home. Their boats were returned.",
        "What we did",
        "14 letters by 9 people went out.",
        "With them went 3 copies.",
        "Thank you, all of you who wrote.",
    ]


def test_it_is_large_enough_to_read_aloud() -> None:
    marks = [mark for placed in news_page(SHEET, Paper.A4) for mark in placed.part.marks]
    assert min(mark.size for mark in marks if isinstance(mark, Line)) >= 14


def test_long_news_end_at_a_sentence_on_the_one_page() -> None:
    page = press(replace(SHEET, says=("They sang all the way home along the river.",) * 90))
    assert "along the river. …" in " ".join(page.text.split())
    assert page.lines[-1] == "Thank you, all of you who wrote."
    assert max(word.bottom for word in page.words) < page.height - 14


def test_a_headline_that_fills_the_page_is_refused() -> None:
    with pytest.raises(SheetTooFullError):
        news_page(replace(SHEET, headline="Free at last " * 200), Paper.LETTER)
