"""Dates as people type them."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from uadesk.ui.review.days import DateField, parse_day


@pytest.mark.parametrize(
    "text", ["1 July 2025", "July 1, 2025", "1 jul 2025", "2025-07-01", "1. July 2025", " 1  JULY 2025 "]
)
def test_usual_ways_to_write_a_date(text: str) -> None:
    assert parse_day(text) == date(2025, 7, 1)


@pytest.mark.parametrize("text", ["", "07/01/2025", "31 June 2025", "soon", "1 Foo 2025", "July 2025"])
def test_what_is_no_date_or_could_be_two(text: str) -> None:
    assert parse_day(text) is None


def test_a_wrong_date_says_how_to_write_it(qtbot: QtBot) -> None:
    field = DateField(date(2025, 7, 1), "Issued")
    qtbot.addWidget(field)
    assert (field.text(), field.day) == ("1 July 2025", date(2025, 7, 1))
    field.setText("7/1/25")
    assert (field.is_wrong, "1 July 2025" in field.toolTip()) == (True, True)
    field.clear()
    assert (field.is_wrong, field.day) == (False, None)
