"""SQLite's own ways, all in one place: files, connections, pragmas, error codes, triggers, integrity.

Settings of a connection: SQLite documentation (pragma.html), SQLCipher API documentation for the key.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import StaleDataError
from sqlcipher3 import dbapi2 as driver

from uadesk.base.folders import PRIVATE_FILE, PRIVATE_FOLDER
from uadesk.store.errors import (
    DeskDamagedError,
    DeskLockedError,
    DeskReadOnlyError,
    DeskUnreachableError,
    DiskFullError,
    NotADeskError,
    StaleSaveError,
    StoreError,
)

BUSY_MS = 5000
"""How long a connection waits for another program's lock, milliseconds."""

_PARTS = ("", "-wal", "-shm", "-journal")
"""What belongs to a database: its file, and what SQLite keeps beside it."""

_SHARED_MEMORY = 32_768
"""What SQLite needs beside a database before it reads the first row of it (WAL mode), bytes."""

_CODES = {
    "database is locked": 5,
    "attempt to write a readonly database": 8,
    "disk I/O error": 10,
    "database disk image is malformed": 11,
    "database or disk is full": 13,
    "unable to open database file": 14,
    "file is not a database": 26,
}
"""SQLite's own words for its codes."""

UNJOURNALED = frozenset(
    {"journal_entry", "journal_row", "journal_state", "code_counter", "alembic_version", "sqlite_sequence"}
)
"""Tables that no undo touches: the journal's own, and what only ever counts on."""

FOLLOWING = ("print_run_piece",)
"""Tables whose rows are no act of a person: an undo takes them away, and brings them back, with what they refer to."""

LETTER_SEARCH = "letter_search"
"""The full-text index of the letters (`uadesk.store.search`)."""

SETTLE_SEARCH = f"INSERT INTO {LETTER_SEARCH} ({LETTER_SEARCH}) VALUES ('optimize')"  # noqa: S608  our own names
"""Rewrites the index without what was deleted: FTS5 cannot wipe it at once where it keeps no text (fts5.html)."""

_ERRORS: dict[int, type[StoreError]] = {
    5: DeskLockedError,  # SQLITE_BUSY
    6: DeskLockedError,  # SQLITE_LOCKED
    8: DeskReadOnlyError,  # SQLITE_READONLY
    10: DeskUnreachableError,  # SQLITE_IOERR
    11: DeskDamagedError,  # SQLITE_CORRUPT
    13: DiskFullError,  # SQLITE_FULL
    14: DeskUnreachableError,  # SQLITE_CANTOPEN
    26: NotADeskError,  # SQLITE_NOTADB
}


def connect(path: Path, key: bytes | None = None, *, foreign_keys: bool = True, read_only: bool = False) -> Any:
    """A connection as every part of the program uses it: the only place that opens a database file.

    `key` is SQLCipher's raw key (32 bytes, or 48 with the salt). The file must exist. A read-only connection
    leaves the file as it is. Raises the driver's errors.
    """
    raw = driver.connect(
        f"{path.absolute().as_uri()}?{_mode(path, read_only=read_only)}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_MS / 1000,
    )
    try:
        if key is not None:
            raw.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            raw.execute("PRAGMA cipher_log_level = NONE")
        for pragma in (
            f"foreign_keys = {'ON' if foreign_keys else 'OFF'}",
            "recursive_triggers = ON",  # REPLACE deletes rows, and the journal must see it
            "secure_delete = ON",
            f"busy_timeout = {BUSY_MS}",
            "trusted_schema = OFF",
            "cell_size_check = ON",
            "temp_store = MEMORY",
        ):
            raw.execute(f"PRAGMA {pragma}")
        if not read_only:
            raw.execute("PRAGMA journal_mode = WAL")
            raw.execute("PRAGMA synchronous = FULL")
    except BaseException:
        raw.close()
        raise
    return raw


def _mode(path: Path, *, read_only: bool) -> str:
    """How a file is opened. Where nothing can be put beside it, one without a log cannot be changing (uri.html)."""
    if not read_only:
        return "mode=rw"
    settled = not os.access(path.parent, os.W_OK) and not path.with_name(f"{path.name}-wal").exists()
    return "mode=ro&immutable=1" if settled else "mode=ro"


def make_file(path: Path) -> None:
    """An empty file that only its owner reads, with the folders above it. Raises OSError."""
    path.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE))


def remove_file(path: Path) -> None:
    """Remove a database file and what SQLite keeps beside it."""
    for suffix in _PARTS:
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def remove_side_files(path: Path) -> None:
    """Remove what SQLite keeps beside a database that nobody has open, never the database."""
    for suffix in _PARTS[1:]:
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def copy_files(path: Path, target: Path) -> None:
    """Copy a database as it is, also a damaged one, with what SQLite keeps beside it. Raises OSError."""
    remove_file(target)
    for suffix in _PARTS:
        part = path.with_name(path.name + suffix)
        if part.exists():
            copied = target.with_name(target.name + suffix)
            os.close(os.open(copied, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE))
            shutil.copyfile(part, copied)


def settle(path: Path) -> None:
    """Bring all of a database that nobody has open into its file, if it can be read, and remove what is beside it.

    The file may be missing: no other database may find what an earlier one left. Raises OSError.
    """
    if path.exists():
        with suppress(driver.Error):  # a damaged one is left as it is
            raw = connect(path)
            try:
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                raw.close()
    remove_side_files(path)


def copy(source: Path, target: Path, key: bytes | None = None) -> None:
    """Fill the empty file `target` with this database, in one file, without the journal of undo.

    The source is only read, so that a backup stays as it was. Raises the driver's errors.
    """
    original = connect(source, key, read_only=True)
    try:
        duplicate = connect(target, key)
        try:
            original.backup(duplicate)
            _empty_journal(duplicate)
            duplicate.execute("PRAGMA journal_mode = DELETE")
        finally:
            duplicate.close()
    finally:
        original.close()


def empty_journal(path: Path, key: bytes | None = None) -> None:
    """Forget what could be undone, and the words of what was deleted; nothing is written where there is nothing.

    Raises the driver's errors.
    """
    raw = connect(path, key)
    try:
        if raw.execute("SELECT 1 FROM journal_entry LIMIT 1").fetchone() is not None:
            raw.execute("BEGIN IMMEDIATE")
            _empty_journal(raw)
            raw.execute("COMMIT")
    finally:
        raw.close()


def _empty_journal(raw: Any) -> None:
    raw.execute("DELETE FROM journal_row")
    raw.execute("DELETE FROM journal_entry")
    if raw.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (LETTER_SEARCH,)).fetchone() is not None:
        raw.execute(SETTLE_SEARCH)


@contextmanager
def told_by_data(path: Path) -> Iterator[None]:
    """Turn the database's and the mapper's errors into ours; what has no name among them goes on as it is."""
    try:
        yield
    except StaleDataError as error:
        raise StaleSaveError(_table_in(str(error)), 0) from error
    except (DBAPIError, driver.Error) as error:
        named = _named(path, error.orig if isinstance(error, DBAPIError) else error)
        if named is None:
            raise
        raise named from error


def _named(path: Path, error: BaseException | None) -> StoreError | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:  # the driver's backup tells no code
        code = _CODES.get(str(error), 0)
    kind = _ERRORS.get(code & 0xFF)  # the extended codes keep the plain one in their lowest byte
    if kind is DeskUnreachableError and not _can_write(path):
        kind = DeskReadOnlyError
    elif kind is DeskUnreachableError and _has_no_room(path):
        kind = DiskFullError  # SQLite cannot make its shared memory there, and calls that an I/O error
    return None if kind is None else kind(path)


def _has_no_room(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _SHARED_MEMORY
    except OSError:
        return False


def _can_write(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _table_in(message: str) -> str:
    """The table named in the mapper's "UPDATE statement on table 'letter' expected …"."""
    parts = message.split("'")
    return parts[1] if len(parts) > 2 else ""


def install_triggers(connection: Connection) -> None:
    """Make the journal's triggers on all tables anew, from the columns that the tables have now."""
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'journal_%'"
    )
    for (name,) in names.all():
        connection.exec_driver_sql(f"DROP TRIGGER {quoted(name)}")
    for table in journaled_tables(connection):
        for statement in _triggers(table, image_of(connection, table, "OLD"), image_of(connection, table, "NEW")):
            connection.exec_driver_sql(statement)


def journaled_tables(connection: Connection) -> list[str]:
    """The tables whose rows an undo restores."""
    rows = connection.exec_driver_sql(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
        "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
    )  # of an index for searching, neither the virtual table nor those behind it ("shadow")
    return [name for (name,) in rows if name not in UNJOURNALED]


def has_orphans(connection: Connection, tables: set[str]) -> bool:
    """Whether a row of these tables, or of one that refers to them, refers to a row that is not there."""
    referring = {
        child
        for child in journaled_tables(connection)
        if any(parent in tables for _column, parent in references_of(connection, child))
    }
    return any(
        connection.exec_driver_sql(f"PRAGMA foreign_key_check({quoted(table)})").first() is not None
        for table in tables | referring
    )


def drop_followers(connection: Connection, tables: set[str]) -> None:
    """Delete the rows of FOLLOWING that refer to rows of these tables which are not there any more."""
    for table in FOLLOWING:
        if any(parent in tables for _column, parent in references_of(connection, table)):
            orphans = connection.exec_driver_sql(f"PRAGMA foreign_key_check({quoted(table)})").all()
            for row in {row for _table, row, _parent, _number in orphans}:
                connection.exec_driver_sql(f"DELETE FROM {quoted(table)} WHERE rowid = ?", (row,))  # noqa: S608  our own table


def next_number(connection: Connection, table: str) -> int:
    """The number that the next row of this table gets, within a write transaction: one that no row ever had."""
    last = connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).scalar()
    return (last or 0) + 1


def references_of(connection: Connection, table: str) -> list[tuple[str, str]]:
    """The columns by which a table refers to others, each with the other table."""
    rows = connection.exec_driver_sql(f"PRAGMA foreign_key_list({quoted(table)})")
    return [(column, parent) for _ident, _place, parent, column, *_rest in rows]


def columns_of(connection: Connection, table: str) -> list[tuple[str, bool, bool]]:
    """Name, whether bytes, and whether part of the primary key, of each column."""
    rows = connection.exec_driver_sql(f"PRAGMA table_info({quoted(table)})")
    return [(name, kind.upper() == "BLOB", bool(key)) for _place, name, kind, _null, _default, key in rows]


def image_of(connection: Connection, table: str, row: str) -> str:
    """The SQL that makes a JSON object of a trigger's row (NEW or OLD); bytes in hexadecimal."""
    parts = []
    for name, is_bytes, _key in columns_of(connection, table):
        value = f"{row}.{quoted(name)}"
        if is_bytes:
            value = f"CASE WHEN {value} IS NULL THEN NULL ELSE hex({value}) END"
        parts.append(f"'{name}', {value}")
    return f"json_object({', '.join(parts)})"


def _triggers(table: str, old: str, new: str) -> Iterator[str]:
    for event, before, after in (("insert", "NULL", new), ("update", old, new), ("delete", old, "NULL")):
        yield (
            f"CREATE TRIGGER {quoted(f'journal_{table}_{event}')} AFTER {event.upper()} "  # noqa: S608  the names of our own tables
            f"ON {quoted(table)} "
            "WHEN (SELECT entry_id FROM journal_state) IS NOT NULL BEGIN "
            'INSERT INTO journal_row (entry_id, table_name, "before", "after") '
            f"SELECT entry_id, '{table}', {before}, {after} FROM journal_state; END"
        )


def quoted(name: str) -> str:
    """A name as SQL takes it, whatever it is."""
    return '"' + name.replace('"', '""') + '"'
