import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.store.making import add_case, add_member, snapshot
from uadesk.base.clock import Clock
from uadesk.store import sqlite
from uadesk.store.errors import DeskLockedError, NewerDeskError, NotADeskError
from uadesk.store.replacing import put_back
from uadesk.store.store import Store


@pytest.fixture
def backup(store: Store, tmp_path: Path) -> Path:
    """A backup of a desk that was changed since and is closed."""
    with store.writing("fill") as session:
        add_case(session)
    store.back_up(tmp_path / "backup.sqlite")
    with store.writing("more") as session:
        add_member(session)
    store.close()
    return tmp_path / "backup.sqlite"


def content_of(file: Path, clock: Clock) -> dict[str, list[dict[str, Any]]]:
    """What a desk holds that is opened only for this."""
    store = Store.open(file, clock)
    content = snapshot(store)
    store.close()
    return content


def test_a_backup_takes_the_desks_place_and_the_old_one_is_kept(
    backup: Path, path: Path, tmp_path: Path, clock: Clock
) -> None:
    then, now = content_of(backup, clock), content_of(path, clock)
    assert then != now
    kept = tmp_path / "kept.sqlite"
    assert put_back(backup, path, kept, clock) == kept
    assert content_of(path, clock) == then
    assert content_of(kept, clock) == now


def test_a_desk_that_is_open_is_not_replaced(
    backup: Path, path: Path, tmp_path: Path, clock: Clock, open_store: Callable[..., Store]
) -> None:
    store = open_store()
    before = snapshot(store)
    with pytest.raises(DeskLockedError):
        put_back(backup, path, tmp_path / "kept.sqlite", clock)
    with store.writing("add") as session:
        add_member(session, "Later")
    store.close()
    assert len(content_of(path, clock)["member"]) == len(before["member"]) + 1
    assert put_back(backup, path, tmp_path / "kept.sqlite", clock) is not None


class Killed(BaseException):
    """Stands for the end of the process."""


@pytest.mark.parametrize("step", ["copy_files", "remove_side_files", "replace"])
@pytest.mark.parametrize("damaged", [False, True])
def test_whenever_it_is_broken_off_a_desk_is_there(
    step: str, damaged: bool, backup: Path, path: Path, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    if damaged:
        path.write_bytes(b"damaged " * 1000)
    content = path.read_bytes()

    def killed(*_values: object) -> None:
        raise Killed

    if step == "replace":
        replace = os.replace
        monkeypatch.setattr(Path, "replace", lambda old, new: killed() if new == path else replace(old, new))
    else:
        monkeypatch.setattr(sqlite, step, killed)
    with suppress(Killed):
        put_back(backup, path, tmp_path / "kept.sqlite", clock)
    monkeypatch.undo()
    assert path.read_bytes() in (content, backup.read_bytes())


def test_where_there_was_no_desk_none_is_kept(
    backup: Path, path: Path, tmp_path: Path, clock: Clock, open_store: Callable[..., Store]
) -> None:
    sqlite.remove_file(path)
    assert put_back(backup, path, tmp_path / "kept.sqlite", clock) is None
    assert len(snapshot(open_store())["case"]) == 1


def test_a_damaged_desk_is_kept_as_it_is(backup: Path, path: Path, tmp_path: Path, clock: Clock) -> None:
    path.write_bytes(b"damaged " * 1000)
    kept = tmp_path / "kept.sqlite"
    assert put_back(backup, path, kept, clock) == kept
    assert kept.read_bytes() == b"damaged " * 1000


def test_a_newer_desk_is_kept_with_what_was_not_yet_in_its_file(
    backup: Path, path: Path, tmp_path: Path, clock: Clock, open_store: Callable[..., Store]
) -> None:
    raw = sqlite.connect(path)
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    unwritten = path.with_name(path.name + "-wal").read_bytes()
    assert unwritten
    for part in ("", "-wal"):  # as a crash leaves them
        shutil.copy(path.with_name(path.name + part), tmp_path / f"crashed{part}")
    raw.close()
    for part in ("", "-wal"):
        shutil.copy(tmp_path / f"crashed{part}", path.with_name(path.name + part))
    kept = tmp_path / "kept.sqlite"
    put_back(backup, path, kept, clock)
    assert (tmp_path / "kept.sqlite-wal").read_bytes() == unwritten
    assert len(snapshot(open_store())["member"]) == 0


def test_what_is_no_backup_changes_nothing(backup: Path, path: Path, tmp_path: Path, clock: Clock) -> None:
    content = path.read_bytes()
    (tmp_path / "letter.txt").write_text("Dear Minister,")
    with pytest.raises(NotADeskError) as caught:
        put_back(tmp_path / "letter.txt", path, tmp_path / "kept.sqlite", clock)
    assert caught.value.path == tmp_path / "letter.txt"
    assert path.read_bytes() == content
    assert not (tmp_path / "kept.sqlite").exists()


def test_a_backup_of_a_newer_version_changes_nothing(backup: Path, path: Path, tmp_path: Path, clock: Clock) -> None:
    raw = sqlite.connect(backup)
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    content = path.read_bytes()
    with pytest.raises(NewerDeskError):
        put_back(backup, path, tmp_path / "kept.sqlite", clock)
    assert path.read_bytes() == content
