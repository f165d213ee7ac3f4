import os
import stat
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2 as driver

from tests.store.making import add_case, add_member, snapshot
from uadesk.base.clock import Clock
from uadesk.store import sqlite
from uadesk.store.errors import (
    DeskClosedError,
    DeskDamagedError,
    DeskLockedError,
    DeskReadOnlyError,
    DeskUnreachableError,
    DiskFullError,
    NewerDeskError,
    NotADeskError,
    StoreError,
)
from uadesk.store.people import MemberRecord
from uadesk.store.store import Store

KEY = bytes(range(32))


def test_a_new_desk_is_made_with_its_folder_for_its_owner_only(open_store: Callable[..., Store], path: Path) -> None:
    open_store()
    assert [file.name for file in path.parent.iterdir() if ".new" in file.name] == []
    for file in path.parent.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file.name
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_what_an_earlier_desk_left_beside_it_never_meets_a_new_one(
    open_store: Callable[..., Store], path: Path, tmp_path: Path
) -> None:
    earlier = open_store()
    with earlier.writing("add") as session:
        add_member(session, "From another desk")
    left = path.with_name(path.name + "-wal").read_bytes()
    earlier.close()
    sqlite.remove_file(path)
    path.with_name(path.name + "-wal").write_bytes(left)
    with open_store().reading() as session:
        assert session.scalars(select(MemberRecord)).all() == []


def test_what_was_written_is_there_when_the_desk_is_opened_again(open_store: Callable[..., Store]) -> None:
    first = open_store()
    with first.writing("add") as session:
        add_case(session)
        add_member(session, "Łukasz")
    first.close()
    with open_store().reading() as session:
        assert session.scalars(select(MemberRecord.name)).all() == ["Łukasz"]


@pytest.mark.parametrize("content", [b"", b"UA 12/25 is no database" * 100, b"SQLite format 3\0" + b"x" * 500])
def test_a_file_that_is_no_desk_is_refused_and_left_alone(
    content: bytes, path: Path, open_store: Callable[..., Store]
) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(NotADeskError) as caught:
        open_store()
    assert caught.value.path == path
    assert path.read_bytes() == content


def test_a_folder_is_no_desk(path: Path, open_store: Callable[..., Store]) -> None:
    path.mkdir(parents=True)
    with pytest.raises(NotADeskError):
        open_store()


def test_another_programs_database_is_refused(path: Path, open_store: Callable[..., Store]) -> None:
    path.parent.mkdir()
    other = driver.connect(str(path))
    other.execute("CREATE TABLE songs (title)")
    other.close()
    content = path.read_bytes()
    with pytest.raises(NotADeskError):
        open_store()
    assert path.read_bytes() == content


def test_a_newer_desk_is_refused_and_not_touched(path: Path, open_store: Callable[..., Store]) -> None:
    open_store().close()
    raw = sqlite.connect(path)
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    content, changed = path.read_bytes(), path.stat().st_mtime_ns
    with pytest.raises(NewerDeskError) as caught:
        open_store()
    assert caught.value.revision == "9999"
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (content, changed)


def test_a_folder_that_cannot_be_made(tmp_path: Path, open_store: Callable[..., Store]) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError):
        open_store(tmp_path / "file" / "desk.sqlite")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(path: Path, open_store: Callable[..., Store]) -> None:
    open_store().close()
    path.parent.chmod(0o500)
    try:
        with pytest.raises(DeskReadOnlyError):
            open_store()
    finally:
        path.parent.chmod(0o700)


def test_every_connection_is_set_up_alike(store: Store) -> None:
    for session_of in (store.reading, lambda: store.writing("look")):
        with session_of() as session:
            found = {name: session.scalar(text(f"PRAGMA {name}")) for name in EXPECTED}
        assert found == EXPECTED


EXPECTED = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "secure_delete": 1,
    "busy_timeout": 5000,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "recursive_triggers": 1,
}


def test_reading_sees_one_state_while_another_writes(store: Store) -> None:
    with store.writing("") as session:
        add_member(session)
    count = select(func.count()).select_from(MemberRecord)
    with store.reading() as reader:
        assert reader.scalar(count) == 1
        with store.writing("add") as session:
            add_member(session)
        assert reader.scalar(count) == 1
    with store.reading() as reader:
        assert reader.scalar(count) == 2


def test_writers_of_two_threads_take_turns(store: Store) -> None:
    with store.writing("") as session:
        ident = add_member(session, about="").id

    def count_up() -> None:
        for _turn in range(20):
            with store.writing("count") as session:
                member = session.get_one(MemberRecord, ident)
                member.about = str(int(member.about or 0) + 1)

    threads = [threading.Thread(target=count_up) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.reading() as session:
        member = session.get_one(MemberRecord, ident)
        assert (member.about, member.version) == ("60", 61)


def test_a_write_inside_a_write_is_a_fault_and_not_a_standstill(store: Store) -> None:
    with pytest.raises(RuntimeError), store.writing("outer"), store.writing("inner"):
        pass
    with store.writing("after") as session:
        add_member(session)


def test_a_desk_that_was_let_go_of_is_neither_read_nor_written(store: Store) -> None:
    store.close()
    store.close()
    for session_of in (store.reading, lambda: store.writing("look")):
        with pytest.raises(DeskClosedError), session_of():
            pass


def test_another_programs_lock_is_waited_for_and_then_told(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch, open_store: Callable[..., Store]
) -> None:
    monkeypatch.setattr(sqlite, "BUSY_MS", 50)
    impatient = open_store()
    with holding(path):
        with pytest.raises(DeskLockedError) as caught, impatient.writing("add") as session:
            add_member(session)
        with impatient.reading() as session:
            assert session.scalars(select(MemberRecord)).all() == []
    assert caught.value.path == path
    with impatient.writing("add") as session:
        add_member(session)


@contextmanager
def holding(path: Path) -> Iterator[None]:
    """Another program that writes."""
    other = sqlite.connect(path)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


def fill_up(session: Session) -> None:
    """Write until there is no room, which SQLite tells as it tells of a full disk."""
    pages = session.scalar(text("PRAGMA page_count"))
    session.execute(text(f"PRAGMA max_page_count = {pages}"))
    for _row in range(200):
        add_member(session, "Bo " * 100)


def test_a_full_disk_stores_nothing_by_half(store: Store) -> None:
    with store.writing("") as session:
        add_member(session, "Ana")
    before = snapshot(store)
    with pytest.raises(DiskFullError), store.writing("add") as session:
        fill_up(session)
    assert snapshot(store) == before
    assert store.findings() == ()


def write_where_one_may_not(session: Session) -> None:
    session.execute(text("PRAGMA query_only = ON"))
    add_member(session)


def test_a_read_only_desk_is_told(store: Store) -> None:
    with pytest.raises(DeskReadOnlyError), store.writing("add") as session:
        write_where_one_may_not(session)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (driver.SQLITE_BUSY, DeskLockedError),
        (driver.SQLITE_FULL, DiskFullError),
        (driver.SQLITE_READONLY, DeskReadOnlyError),
        (driver.SQLITE_IOERR | (2 << 8), DeskUnreachableError),
        (driver.SQLITE_CORRUPT, DeskDamagedError),
        (driver.SQLITE_NOTADB, NotADeskError),
    ],
)
def test_each_code_of_the_database_has_its_error(code: int, kind: type[StoreError], store: Store, path: Path) -> None:
    error = driver.OperationalError("trouble")
    error.sqlite_errorcode = code
    with pytest.raises(kind), sqlite.told_by_data(path):
        raise error


def test_other_errors_go_on_as_they_are(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.reading():
        raise ZeroDivisionError
    with pytest.raises(driver.OperationalError), sqlite.told_by_data(store.path):
        raise driver.OperationalError("no such table")


def test_values_never_stand_in_error_messages(store: Store) -> None:
    with pytest.raises(Exception, match="hide_parameters") as caught, store.reading() as session:
        session.execute(text("SELECT * FROM nowhere WHERE name = :name"), {"name": "Łukasz"})
    assert "Łukasz" not in str(caught.value)


def test_an_encrypted_desk(path: Path, open_store: Callable[..., Store], tmp_path: Path) -> None:
    store = open_store(key=KEY)
    with store.writing("add") as session:
        add_member(session, "Marker Name")
    store.back_up(tmp_path / "copy.sqlite")
    assert store.findings() == ()
    store.close()
    for file in (path, tmp_path / "copy.sqlite"):
        content = file.read_bytes()
        assert not content.startswith(b"SQLite format 3")
        assert b"Marker Name" not in content
    for key in (None, bytes(32)):
        with pytest.raises(NotADeskError):
            open_store(key=key)
    with open_store(tmp_path / "copy.sqlite", KEY).reading() as session:
        assert session.scalars(select(MemberRecord.name)).all() == ["Marker Name"]


def test_nothing_of_the_database_is_imported_with_the_package(clock: Clock) -> None:
    import subprocess
    import sys

    code = (
        "import sys, uadesk.store, uadesk.store.errors, uadesk.store.queries.paging; print('sqlalchemy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
