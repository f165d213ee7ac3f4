"""Copies of the desk, and what puts one back."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from tests.desk.conftest import FIRST, TODAY
from uadesk.base.clock import fixed_clock
from uadesk.base.folders import Home
from uadesk.desk.backups import (
    BackupFolderMissingError,
    BackupMissingError,
    BackupNotWrittenError,
    NoDeskYetError,
    back_up,
    check_file,
    daily_backup,
    last_backup,
    newest_backup,
    restore,
)
from uadesk.desk.bulletins import import_draft
from uadesk.desk.cases import find_case, list_cases
from uadesk.desk.desk import DamagedDeskError, Desk, open_desk
from uadesk.desk.words import sentence
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
    copy = back_up(desk, tmp_path / "copy.sqlite")
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


def test_a_folder_that_is_missing_is_not_made(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(BackupFolderMissingError) as missing:
        back_up(desk, tmp_path / "stick" / "deep" / "copy.sqlite")
    assert missing.value.folder == str(tmp_path / "stick" / "deep")
    assert not (tmp_path / "stick").exists()
    desk.home.backups.rmdir()
    assert back_up(desk).parent == desk.home.backups


def test_a_sound_desk_has_no_findings(desk: Desk, home: Home) -> None:
    import_draft(desk, FIRST)
    assert check_file(home) == ()


def damage(home: Home) -> None:
    """Overwrite pages in the middle of the desk's file."""
    with home.database.open("r+b") as file:
        file.seek(8192)
        file.write(b"\xff" * 40_000)


def test_a_damaged_desk_is_looked_at_and_not_touched(desk: Desk, home: Home) -> None:
    back_up(desk)
    desk.close()
    damage(home)
    before = home.database.read_bytes()
    assert check_file(home)
    assert home.database.read_bytes() == before


def test_a_newer_desk_is_looked_at(desk: Desk, home: Home) -> None:
    desk.close()
    with closing(sqlite3.connect(home.database)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = 'r9999'")
        raw.commit()
    assert check_file(home) == ()


def test_what_is_no_desk_is_told_from_a_damaged_one(home: Home) -> None:
    with pytest.raises(NoDeskYetError):
        check_file(home)
    home.make()
    with closing(sqlite3.connect(home.database)) as raw:
        raw.execute("CREATE TABLE shopping (thing)")
    with pytest.raises(NotADeskError):
        check_file(home)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_desk_that_cannot_be_written_is_looked_at(desk: Desk, home: Home) -> None:
    desk.close()
    home.database.chmod(0o400)
    home.folder.chmod(0o500)
    try:
        assert check_file(home) == ()
    finally:
        home.folder.chmod(0o700)


def test_a_damaged_desk_names_its_newest_backup(desk: Desk, home: Home, on_day: Callable[[date], Desk]) -> None:
    back_up(desk)
    newest = back_up(on_day(date(2025, 6, 2)))
    (home.backups / "desk-before-r0002-20250603-100000.sqlite").write_bytes(b"from before new tables")
    assert newest_backup(home) == newest
    desk.close()
    home.database.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    with pytest.raises(DamagedDeskError) as damaged:
        open_desk(home, fixed_clock(TODAY))
    assert str(newest) in sentence(damaged.value)
    newest.unlink()
    for each in home.backups.iterdir():
        each.unlink()
    with pytest.raises(NotADeskError):
        open_desk(home, fixed_clock(TODAY))
