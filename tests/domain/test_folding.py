"""Names found in any spelling that folds alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uadesk.domain.folding import fold, signs_of


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Łukasz Wójcik", "lukasz wojcik"),
        ("Yılmaz", "yilmaz"),
        ("Weiß", "weiss"),
        ("Søren  Ægir", "soren aegir"),
        ("İnci Şahin", "inci sahin"),
        ("Đặng Thị Nhung", "dang thi nhung"),
    ],
)
def test_a_name_folds_to_what_people_type(name: str, typed: str) -> None:
    assert fold(name) == typed


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_signs_are_the_same_through_white_space_and_punctuation(text: str) -> None:
    assert signs_of(text) == signs_of(f" {text}\u00ad\n- ") == signs_of(signs_of(text))
