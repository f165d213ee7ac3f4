"""Copies of the desk, and what puts one back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.desk.conftest import FIRST, TODAY
from uadesk.base.clock import fixed_clock
from uadesk.base.folders import Home
from uadesk.desk.backups import (
    BackupMissingError,
    BackupNotWrittenError,
    back_up,
    check,
    daily_backup,
    last_backup,
    restore,
)
from uadesk.desk.bulletins import import_draft
from uadesk.desk.cases import find_case, list_cases
from uadesk.desk.desk import Desk, open_desk
from uadesk.store.errors import NotADeskError


def test_once_each_day_of_use(desk: Desk, on_day: Callable[[date], Desk]) -> None:
    assert daily_backup(desk) is not None
    assert daily_backup(desk) is None
    assert daily_backup(on_day(date(2025, 6, 2))) is not None
    assert last_backup(desk) is not None


def test_a_backup_put_back_brings_the_desk_as_it_was_and_keeps_the_other(
    desk: Desk, home: Home, tmp_path: Path
) -> None:
    import_draft(desk, FIRST)
    copy = back_up(desk, tmp_path / "stick" / "copy.sqlite")
    assert copy.stat().st_mode & 0o777 == 0o600
    from dataclasses import replace

    from uadesk.domain.numbers import UANumber
    from uadesk.domain.texts import Text

    import_draft(desk, replace(FIRST, number=UANumber(25, 99), text=Text("later"), index="L"))
    desk.close()
    kept = restore(home, fixed_clock(TODAY), copy)
    again = open_desk(home, fixed_clock(TODAY))
    assert [row.number for row in list_cases(again)] == ["34/25"]
    again.close()
    assert kept is not None
    assert restore(home, fixed_clock(TODAY), kept) is not None
    after = open_desk(home, fixed_clock(TODAY))
    assert find_case(after, "99/25")
    after.close()


def test_what_is_no_backup_replaces_nothing(desk: Desk, home: Home, tmp_path: Path) -> None:
    import_draft(desk, FIRST)
    desk.close()
    rubbish = tmp_path / "rubbish.sqlite"
    rubbish.write_bytes(b"not a desk" * 500)
    with pytest.raises(NotADeskError):
        restore(home, fixed_clock(TODAY), rubbish)
    with pytest.raises(BackupMissingError):
        restore(home, fixed_clock(TODAY), tmp_path / "gone.sqlite")
    again = open_desk(home, fixed_clock(TODAY))
    assert [row.number for row in list_cases(again)] == ["34/25"]
    again.close()


def test_a_place_that_cannot_be_written_is_said(desk: Desk, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(BackupNotWrittenError):
        back_up(desk, blocked / "copy.sqlite")


def test_a_sound_desk_has_no_findings(desk: Desk) -> None:
    import_draft(desk, FIRST)
    assert check(desk) == ()
