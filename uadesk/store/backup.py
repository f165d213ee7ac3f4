"""Copies of a desk: made whole, opened again and checked before they get their name."""

import os
from pathlib import Path

from uadesk.store import sqlite
from uadesk.store.errors import DeskDamagedError, NotADeskError, of_system
from uadesk.store.integrity import findings_in
from uadesk.store.migrate import revision_of


def copy_desk(source: Path, target: Path, key: bytes | None = None) -> None:
    """Copy a desk, also one that is in use, to `target`, which is replaced only by a copy that was found sound.

    The copy has the same key and holds no memory of undo. Raises NotADeskError, NewerDeskError and
    DeskDamagedError for the source, DiskFullError, DeskReadOnlyError and DeskUnreachableError for the target.
    """
    revision_of(source, key)
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        if beside.parent.is_dir():
            sqlite.remove_file(beside)
        sqlite.make_file(beside)
        with sqlite.told_by_data(target):
            sqlite.copy(source, beside, key)
        _expect_sound(beside, key)
        _sync(beside)
        beside.replace(target)
        _sync(target.parent)
    except (NotADeskError, DeskDamagedError) as error:
        raise type(error)(source) from error
    except OSError as error:
        raise of_system(target, error) from error
    finally:
        if beside.parent.is_dir():
            sqlite.remove_file(beside)


def _expect_sound(path: Path, key: bytes | None) -> None:
    if findings_in(path, key):
        raise DeskDamagedError(path)


def _sync(path: Path) -> None:
    """Wait until the disk has it; a folder only where the system can (not on Windows)."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
