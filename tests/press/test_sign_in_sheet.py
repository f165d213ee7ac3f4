"""The sign-in sheet: names, room to sign, and empty rows to the end of the page."""

import pytest

from tests.press.paper import MM, open_sheets
from uadesk.domain.people import Paper
from uadesk.press.setting import Rule
from uadesk.press.sheets import sheets_pdf
from uadesk.press.sign_in_sheet import GUESTS, ROW, SignInSheet, sign_in_pages

NAMES = ("Adaeze", "Benoît", "Zoë")


def sheet(names: tuple[str, ...] = NAMES) -> SignInSheet:
    return SignInSheet("Letter evening, 1 June 2025", "Trinity Hall", "Group 9", names)


@pytest.mark.parametrize("paper", Paper)
def test_names_stand_under_their_heading_one_row_each(paper: Paper) -> None:
    [page] = open_sheets(sheets_pdf(sign_in_pages(sheet(), paper), paper))
    assert page.lines[:3] == ["Group 9", "Letter evening, 1 June 2025", "Trinity Hall"]
    assert page.lines[3] == "First name Signature Letters"
    assert page.lines[4:] == list(NAMES)
    assert abs(page.find("Benoît").bottom - page.find("Adaeze").bottom - ROW * MM) < 0.5
    assert abs(page.find("First").left - page.find("Zoë").left) < 0.6


def test_empty_rows_reach_to_the_end_of_the_page() -> None:
    [page] = sign_in_pages(sheet(), Paper.A4)
    rules = [mark for placed in page for mark in placed.part.marks if isinstance(mark, Rule) and mark.y == mark.to_y]
    assert len(rules) - 1 >= len(NAMES) + GUESTS
    lowest = max(rule.y for rule in rules) + page[0].top
    assert 297 - 14 - ROW * MM < lowest * MM <= 297 - 14


def test_many_names_go_on_below_the_same_heading_with_room_for_guests_at_the_end() -> None:
    names = tuple(f"Writer{n}" for n in range(45))
    pages = open_sheets(sheets_pdf(sign_in_pages(sheet(names), Paper.LETTER), Paper.LETTER))
    assert all("First name Signature Letters" in page.lines for page in pages)
    printed = [line for page in pages for line in page.lines if line.startswith("Writer")]
    assert printed == list(names)
    assert max(word.bottom for word in pages[-1].words) < pages[-1].height - 14 - GUESTS * ROW * MM


def test_a_very_long_name_stays_in_its_column() -> None:
    [page] = open_sheets(sheets_pdf(sign_in_pages(sheet(("Maximilianus" * 4,)), Paper.A4), Paper.A4))
    edge = page.find("Signature").left
    assert max(word.right for word in page.words if word.text.startswith(("Max", "mil", "anus"))) < edge
