"""The clock's day can be set from outside."""

from datetime import date

import pytest

from uadesk.base.clock import WrongTodayError, system_clock


def test_the_day_is_set_from_outside() -> None:
    clock = system_clock({"UADESK_TODAY": "2025-06-01"})
    assert clock.today() == date(2025, 6, 1)
    assert clock.now().date() == date(2025, 6, 1)
    assert clock.now().utcoffset() is not None


def test_a_day_that_is_none_is_said() -> None:
    with pytest.raises(WrongTodayError) as wrong:
        system_clock({"UADESK_TODAY": "tomorrow"})
    assert wrong.value.given == "tomorrow"


def test_without_it_the_machine_tells_the_day() -> None:
    assert system_clock({}).today() >= date(2025, 1, 1)
