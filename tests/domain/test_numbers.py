"""Numbers and handles of cases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uadesk.domain.numbers import UANumber, handle_of, parse_handle, parse_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("34/25", UANumber(25, 34)),
        ("57.22", UANumber(22, 57)),
        ("165/2012", UANumber(12, 165)),
        (" EXTRA 19/92 ", UANumber(92, 19, extra=True)),
        ("extra 19/92", UANumber(92, 19, extra=True)),
        ("34", None),
        ("34/25/1", None),
        ("AMR 51/9206/2025", None),
        ("", None),
    ],
)
def test_a_number_is_read_in_every_form(text: str, number: UANumber | None) -> None:
    assert parse_number(text) == number


@given(st.integers(1, 9999), st.integers(0, 99), st.booleans())
def test_a_number_reads_back_as_written(sequence: int, year: int, extra: bool) -> None:
    number = UANumber(year, sequence, extra)
    assert parse_number(str(number)) == number


def test_extra_is_another_case() -> None:
    assert parse_number("EXTRA 19/92") != parse_number("19/92")


def test_a_handle_reads_back() -> None:
    assert parse_handle(handle_of(3)) == 3
    assert parse_handle("3") is None
