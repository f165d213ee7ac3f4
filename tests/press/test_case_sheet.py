"""The sheet of a case: one page always, and nothing that a writer needs is ever lost."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.press.paper import Sheet, open_sheets
from uadesk.domain.people import Paper
from uadesk.press.case_sheet import DATE, CaseSheet, case_page
from uadesk.press.fonts import LackingCharacterError
from uadesk.press.setting import Line
from uadesk.press.sheets import sheets_pdf
from uadesk.press.table_rows import Block, SheetTooFullError

MINISTER = Block(
    ("The Honourable Ana Peña", "Minister of Justice", "12 Palace Square", "San Rafael", "Costa Rica"),
    "Dear Minister Peña,",
    ("Email: justice@example.org", "Fax: 555 0100"),
)
JUDGE = Block(("Judge Bo Tan", "Supreme Court", "1 Court Road", "San Rafael", "Costa Rica"), "Your Honour,")
EMBASSY = Block(("Mr. Luis Mora", "Embassy of Costa Rica", "350 Sparks Street", "Ottawa, ON K1R 7S8"))
SHEET = CaseSheet(
    name="34/25",
    country="Costa Rica",
    headline="Free the River Guardians",
    happened=("Three river guardians were arrested in March.", "Nobody has charged them."),
    lead="I urge the government to:",
    demands=("release the guardians at once;", "return their boats."),
    targets=(MINISTER, JUDGE),
    copies=(EMBASSY,),
    tips=("Be polite.", "Ask for an answer."),
    until="1 July 2025",
    left="30 days left",
)


def press(sheet: CaseSheet, paper: Paper = Paper.LETTER) -> Sheet:
    [page] = open_sheets(sheets_pdf([case_page(sheet, paper)], paper))
    return page


def flat(page: Sheet) -> str:
    return " ".join(page.text.split())


def smallest(sheet: CaseSheet, paper: Paper = Paper.LETTER) -> float:
    marks = [mark for placed in case_page(sheet, paper) for mark in placed.part.marks]
    return min(mark.size for mark in marks if isinstance(mark, Line))


@pytest.mark.parametrize("paper", Paper)
def test_all_of_a_case_stands_on_its_page(paper: Paper) -> None:
    page = press(SHEET, paper)
    assert page.lines[0] == "34/25 · Costa Rica"
    assert page.lines[1] == "Free the River Guardians"
    for block in (MINISTER, JUDGE, EMBASSY):
        for line in (*block.lines, *block.contacts, block.salutation):
            assert line in flat(page)
    for words in (*SHEET.happened, SHEET.lead, *SHEET.demands, *SHEET.tips):
        assert words in flat(page)


def test_the_last_day_is_read_across_a_table() -> None:
    page = press(SHEET)
    [line] = [line for line in page.lines if line.startswith("Write by")]
    assert line == "Write by 1 July 2025 30 days left"
    place = page.find("Write by 1 July")
    assert place.bottom - place.top > DATE * 0.2
    assert page.find("days left").left > page.width / 2


def test_the_two_addresses_stand_side_by_side_within_the_margins() -> None:
    page = press(SHEET)
    minister, judge = page.find("The Honourable"), page.find("Judge Bo")
    assert abs(minister.bottom - judge.bottom) < 1
    assert abs(minister.left - 18) < 0.6
    assert judge.left > page.width / 2
    assert page.find("Dear Minister").top > page.find("San Rafael").bottom
    assert max(word.bottom for word in page.words) < page.height - 14
    assert max(word.right for word in page.words) < page.width - 17


def test_text_gets_smaller_before_anything_is_shortened() -> None:
    longer = replace(SHEET, happened=("The river has run here for many years and still does.",) * 32)
    assert smallest(longer) < smallest(SHEET)
    assert smallest(longer) >= 10
    assert "…" not in press(longer).text


def test_then_what_happened_ends_at_a_sentence_and_the_tips_stay() -> None:
    page = press(replace(SHEET, happened=("The river has run here for many years and still does.",) * 200))
    assert "still does. …" in flat(page)
    assert "Ask for an answer." in flat(page)
    assert max(word.bottom for word in page.words) < page.height - 14


def test_then_the_tips_go_and_never_a_demand() -> None:
    demands = tuple(
        f"demand {n}, which is said in so many words that it takes a whole line or more." for n in range(25)
    )
    page = press(replace(SHEET, demands=demands, tips=tuple(f"Tip {n}." for n in range(6))))
    assert all(demand in flat(page) for demand in demands)
    assert "Tip 5." not in page.text
    assert "Dear Minister Peña," in page.text


def test_a_case_that_no_page_holds_is_refused_by_name() -> None:
    with pytest.raises(SheetTooFullError) as refused:
        case_page(replace(SHEET, targets=(MINISTER,) * 40), Paper.LETTER)
    assert refused.value.case == "34/25"


def test_a_sign_that_no_font_has_is_refused() -> None:
    with pytest.raises(LackingCharacterError):
        case_page(replace(SHEET, copies=(Block(("李",)),)), Paper.A4)


WORDS = st.text("abcdefghij ÉŁ", min_size=1, max_size=300).filter(str.strip)


@settings(max_examples=25, deadline=None)
@given(
    happened=st.lists(WORDS, max_size=30).map(tuple),
    demands=st.lists(WORDS, max_size=8).map(tuple),
    targets=st.integers(1, 5),
    paper=st.sampled_from(Paper),
)
def test_it_is_one_page_with_every_address_and_demand(
    happened: tuple[str, ...], demands: tuple[str, ...], targets: int, paper: Paper
) -> None:
    page = press(replace(SHEET, happened=happened, demands=demands, targets=(MINISTER,) * targets), paper)
    bare = "".join(page.text.split())
    assert bare.count("DearMinisterPeña,") == targets
    assert all("".join(demand.split()) in bare for demand in demands)
    assert smallest(replace(SHEET, happened=happened, demands=demands), paper) >= 10
    assert max(word.bottom for word in page.words) < page.height - 13
