"""A disk without room: said as that, and nothing is lost."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlcipher3 import dbapi2 as driver

from uadesk.store import sqlite
from uadesk.store.errors import DeskUnreachableError, DiskFullError, NotADeskError


@pytest.mark.parametrize(
    ("words", "kind"),
    [("database or disk is full", DiskFullError), ("file is not a database", NotADeskError)],
)
def test_an_error_of_the_backup_is_known_by_its_words(tmp_path: Path, words: str, kind: type[Exception]) -> None:
    with pytest.raises(kind), sqlite.told_by_data(tmp_path / "desk.sqlite"):
        raise driver.OperationalError(words)


@pytest.mark.parametrize(("free", "kind"), [(4096, DiskFullError), (1 << 30, DeskUnreachableError)])
def test_an_io_error_on_a_full_disk_is_a_full_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, kind: type[Exception]
) -> None:
    (tmp_path / "desk.sqlite").touch()
    monkeypatch.setattr("uadesk.store.sqlite.shutil.disk_usage", lambda _path: SimpleNamespace(free=free))
    with pytest.raises(kind), sqlite.told_by_data(tmp_path / "desk.sqlite"):
        raise driver.OperationalError("disk I/O error")
