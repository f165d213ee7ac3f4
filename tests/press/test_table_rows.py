"""The rows of a sheet: texts that end early, addresses side by side."""

import pytest

from uadesk.press.setting import Line
from uadesk.press.table_rows import Block, Size, blocks, shortened

SIZE = Size(10.0, 12.0, 3.0, 8.0)
MEASURE = 300.0
SENTENCES = ("The river runs here.", "It has run for many years and it will run for many more.", "Nobody stops it.")


def test_a_text_that_fits_is_whole() -> None:
    assert shortened(SENTENCES, SIZE, MEASURE, 3) == " ".join(SENTENCES)


def test_a_text_that_does_not_fit_ends_with_a_sentence() -> None:
    assert shortened(SENTENCES, SIZE, MEASURE, 1) == "The river runs here. …"


def test_a_first_sentence_that_is_too_long_ends_after_a_word() -> None:
    said = shortened(("river " * 200 + "end.",), SIZE, MEASURE, 2)
    assert said.endswith("river …")
    assert 60 < len(said) < 200


@pytest.mark.parametrize("lines", [0, 1, 3])
def test_nothing_stays_nothing(lines: int) -> None:
    assert shortened((), SIZE, MEASURE, lines) == ""


def test_addresses_stand_side_by_side_and_each_line_is_there() -> None:
    these = [Block((f"Name {n}", "1 Long Street, " * 4, "Town"), "Dear all,", ("Fax: 1",)) for n in range(3)]
    marks = [mark for row in blocks(these, SIZE, MEASURE) for mark in row.marks if isinstance(mark, Line)]
    assert sorted(mark.text for mark in marks if mark.text.startswith("Name")) == ["Name 0", "Name 1", "Name 2"]
    first, second = (next(mark.x for mark in marks if mark.text == f"Name {n}") for n in (0, 1))
    assert second > first + MEASURE / 2 - 10
    assert sum(mark.text == "Dear all," for mark in marks) == 3
    assert " ".join(mark.text for mark in marks).count("1 Long Street,") == 12
