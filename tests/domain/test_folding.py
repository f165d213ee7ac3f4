"""Names found in any spelling that folds alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uadesk.domain.folding import fold


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
