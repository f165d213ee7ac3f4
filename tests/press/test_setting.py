"""Paragraphs broken into lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uadesk.press.fonts import Face, lacking, settled, width
from uadesk.press.setting import wrap, wrap_address

SENTENCE = "Their families learned from lists in the newspapers where they had been taken last March."


@given(st.text(st.characters(min_codepoint=32, max_codepoint=0x17F), max_size=400), st.floats(60, 500))
def test_no_line_is_wider_than_the_measure_and_no_sign_is_lost(text: str, measure: float) -> None:
    lines = wrap(text, Face.SERIF, 11, measure)
    assert all(width(line, Face.SERIF, 11) <= measure + 0.01 for line in lines)
    assert "".join(lines).replace(" ", "") == settled(text).replace(" ", "")


def test_lines_are_filled() -> None:
    lines = wrap(SENTENCE * 3, Face.SERIF, 11, 300)
    assert all(width(line, Face.SERIF, 11) > 220 for line in lines[:-1])


def test_a_no_break_space_holds() -> None:
    narrow = width("aaaa bbbb", Face.SERIF, 10)
    assert wrap("aaaa bbbb cc", Face.SERIF, 10, narrow) == ("aaaa bbbb", "cc")
    assert wrap("aaaa bbbb\u00a0cc", Face.SERIF, 10, narrow) == ("aaaa", "bbbb\u00a0cc")


def test_a_last_line_of_one_short_word_gets_company() -> None:
    text = "to return all who were taken away and to end these flights now"
    measure = width(text.removesuffix(" now"), Face.SERIF, 10) + 1
    assert wrap(text, Face.SERIF, 10, measure)[-1] == "flights now"


def test_a_long_address_line_breaks_after_a_comma() -> None:
    line = "Building No. 8, Room 408, Government Secretariat"
    measure = width("Building No. 8, Room 408, Government", Face.SANS, 10)
    assert wrap_address(line, Face.SANS, 10, measure) == ("Building No. 8, Room 408,", "Government Secretariat")


@pytest.mark.parametrize("text", ["Łukasz Şahin", "Nguyễn Đặng", "Привет", "Αθήνα", "“…” – € • №", "Ƙofar"])
def test_what_the_fonts_have_is_not_lacking(text: str) -> None:
    assert lacking(text) == ()


def test_each_lacking_sign_is_named_once_in_its_order() -> None:
    assert lacking("अ 你 好 你 नमस्ते")[:3] == ("अ", "你", "好")
    assert lacking("سلام") == tuple(dict.fromkeys("سلام"))
    assert lacking("\ud800") == ("\ud800",)
