import random
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from tests.store.making import add_case, add_letter, add_member, snapshot
from uadesk.store import sqlite
from uadesk.store.backup import copy_desk
from uadesk.store.errors import DeskDamagedError, NotADeskError, StoreError
from uadesk.store.integrity import findings_in
from uadesk.store.store import Store


@pytest.fixture
def filled(store: Store) -> Store:
    with store.writing("fill") as session:
        case = add_case(session)
        for place in range(50):
            add_letter(session, case, add_member(session, f"Member {place}"), own_words="words " * 50)
    return store


def test_a_backup_equals_the_desk_while_it_is_in_use(
    filled: Store, tmp_path: Path, open_store: Callable[..., Store]
) -> None:
    target = tmp_path / "copies" / "desk.sqlite"
    with filled.writing("more") as session:
        add_member(session, "not yet stored")
        session.flush()
        filled.back_up(target)
        stored = snapshot(filled)
    assert [file.name for file in target.parent.iterdir()] == ["desk.sqlite"]
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert snapshot(open_store(target)) == stored


def test_a_backup_can_be_copied_again_and_stays_as_it_is(filled: Store, tmp_path: Path) -> None:
    first, second = tmp_path / "1.sqlite", tmp_path / "2.sqlite"
    filled.back_up(first)
    content = first.read_bytes()
    copy_desk(first, second)
    assert first.read_bytes() == content
    assert findings_in(second) == ()


def test_a_backup_holds_no_memory_of_undo(filled: Store, tmp_path: Path) -> None:
    with filled.writing("add") as session:
        add_member(session, "Marker Name")
    filled.undo()
    filled.back_up(tmp_path / "copy.sqlite")
    assert b"Marker Name" not in (tmp_path / "copy.sqlite").read_bytes()


def test_a_backup_that_fails_leaves_the_last_one(
    filled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "desk.sqlite"
    target.write_bytes(b"the last one")

    def no_room(*_paths: object) -> None:
        error = driver.OperationalError("full")
        error.sqlite_errorcode = driver.SQLITE_FULL
        raise error

    monkeypatch.setattr(sqlite, "copy", no_room)
    with pytest.raises(StoreError):
        filled.back_up(target)
    assert target.read_bytes() == b"the last one"
    assert [file.name for file in tmp_path.iterdir() if file.suffix == ".part"] == []


@pytest.mark.parametrize("content", [b"", b"no database at all " * 100])
def test_what_is_no_desk_is_not_copied(content: bytes, tmp_path: Path) -> None:
    source, target = tmp_path / "source.sqlite", tmp_path / "target.sqlite"
    source.write_bytes(content)
    target.write_bytes(b"the last one")
    with pytest.raises(NotADeskError) as caught:
        copy_desk(source, target)
    assert caught.value.path == source
    assert target.read_bytes() == b"the last one"


def test_a_place_that_cannot_be_written(filled: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError):
        filled.back_up(tmp_path / "file" / "copy.sqlite")


def test_a_sound_desk_has_no_findings(filled: Store) -> None:
    assert filled.findings() == ()


def test_a_damaged_desk_is_noticed_and_not_copied_over_a_backup(filled: Store, path: Path, tmp_path: Path) -> None:
    filled.back_up(tmp_path / "copy.sqlite")
    good = (tmp_path / "copy.sqlite").read_bytes()
    filled.close()
    damage(path)
    assert findings_in(path)
    with pytest.raises(StoreError):
        copy_desk(path, tmp_path / "copy.sqlite")
    assert (tmp_path / "copy.sqlite").read_bytes() == good


def damage(path: Path) -> None:
    """Overwrite the middle of every page but the first."""
    content = bytearray(path.read_bytes())
    noise = random.Random(1)
    for start in range(4096, len(content), 4096):
        content[start : start + 64] = noise.randbytes(64)
    path.write_bytes(content)


def test_a_row_without_its_parent_is_found(filled: Store, path: Path) -> None:
    raw = sqlite.connect(path, foreign_keys=False)
    raw.execute("DELETE FROM bulletin")
    raw.close()
    assert {finding.check for finding in filled.findings()} == {"foreign_key"}
    assert all("words" not in finding.detail for finding in filled.findings())


def test_one_changed_byte_of_an_encrypted_desk_is_found(
    path: Path, open_store: Callable[..., Store], tmp_path: Path
) -> None:
    key = bytes(range(32))
    store = open_store(key=key)
    with store.writing("add") as session:
        add_member(session)
    store.close()
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    assert "cipher" in {finding.check for finding in findings_in(path, key)}
    with pytest.raises(DeskDamagedError):
        copy_desk(path, tmp_path / "copy.sqlite", key)
