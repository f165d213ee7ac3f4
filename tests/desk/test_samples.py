"""The sample desk: on any day one case with time, one with two days, one past its date, one closed."""

from datetime import date
from pathlib import Path

import pytest

from uadesk.base.clock import fixed_clock
from uadesk.base.folders import Home
from uadesk.base.jobs import finish
from uadesk.desk.cases import list_cases
from uadesk.desk.desk import open_desk
from uadesk.desk.evenings import NextStep, tonight
from uadesk.desk.groups import is_sample
from uadesk.desk.members import add_member, list_members
from uadesk.desk.samples import NotASampleError, demo, sample_desk
from uadesk.desk.undoing import next_undo
from uadesk.domain.cases import CaseState, days_left
from uadesk.domain.people import Person
from uadesk.press.preview import page_count


@pytest.mark.parametrize("today", [date(2026, 11, 22), date(2027, 1, 1), date(2028, 2, 29)])
def test_on_any_day_it_shows_the_four_states(home_of: Home, today: date) -> None:
    desk = sample_desk(home_of, fixed_clock(today))
    try:
        rows = list(list_cases(desk, include_closed=True))
        states = [row.state for row in rows]
        assert states.count(CaseState.CLOSED) == 1
        assert states.count(CaseState.PAST) == 1
        left = [days_left(row.act_until, today) for row in rows if row.state is CaseState.ACTIVE and row.act_until]
        assert 2 in left
        assert max(left) > 14
        assert len(list_members(desk)) >= 12
        assert is_sample(desk)
        assert next_undo(desk) is None
        assert tonight(desk).step is NextStep.TICK
    finally:
        desk.close()


@pytest.fixture
def home_of(tmp_path: Path) -> Home:
    return Home(tmp_path / "uadesk")


def test_it_is_never_mixed_with_the_real_desk(home_of: Home) -> None:
    clock = fixed_clock(date(2026, 11, 22))
    sample_desk(home_of, clock).close()
    real = open_desk(home_of, clock)
    try:
        assert len(list_cases(real, include_closed=True)) == 0
        assert not is_sample(real)
    finally:
        real.close()


def test_what_was_done_on_it_today_is_still_there(home_of: Home) -> None:
    clock = fixed_clock(date(2026, 11, 22))
    desk = sample_desk(home_of, clock)
    add_member(desk, Person("A Visitor"))
    desk.close()
    again = sample_desk(home_of, clock)
    assert any(row.person.name == "A Visitor" for row in list_members(again))
    again.close()
    tomorrow = sample_desk(home_of, fixed_clock(date(2026, 11, 23)))
    assert not any(row.person.name == "A Visitor" for row in list_members(tomorrow))
    tomorrow.close()


@pytest.mark.slow
def test_a_whole_evening_in_a_folder(tmp_path: Path) -> None:
    made = finish(demo(tmp_path / "evening", fixed_clock(date(2026, 11, 22))))
    assert {path.name for path in made.files} == {"letters.pdf", "envelopes.pdf", "report.pdf"}
    assert made.posted == made.letters == made.envelopes > 20
    assert page_count((tmp_path / "evening" / "letters.pdf").read_bytes()) == made.letters
    again = finish(demo(tmp_path / "evening", fixed_clock(date(2026, 11, 22))))
    assert again.posted == made.posted


def test_a_real_desk_in_the_way_is_never_touched(tmp_path: Path) -> None:
    clock = fixed_clock(date(2026, 11, 22))
    home = Home(tmp_path / "evening" / "desk")
    desk = open_desk(home, clock)
    add_member(desk, Person("A Real Person"))
    desk.close()
    with pytest.raises(NotASampleError):
        finish(demo(tmp_path / "evening", clock))
    again = open_desk(home, clock)
    assert [row.person.name for row in list_members(again)] == ["A Real Person"]
    again.close()
