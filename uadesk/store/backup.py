"""Copies of a desk: made whole, opened again and checked before they get their name."""

import os
from pathlib import Path

from uadesk.store import sqlite
from uadesk.store.errors import DeskDamagedError, of_system
from uadesk.store.integrity import findings_in


def copy_desk(source: Path, target: Path, key: bytes | None = None) -> None:
    """Copy a desk, also one that is in use, to `target`, which is replaced only by a copy that was found sound.

    The copy has the same key and holds no memory of undo. Raises DeskDamagedError where the desk does not hold
    together, DiskFullError, DeskReadOnlyError, DeskUnreachableError.
    """
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        if beside.parent.is_dir():
            sqlite.remove_file(beside)
        sqlite.make_file(beside)
        with sqlite.told_by_data(target):
            sqlite.copy(source, beside, key)
        if findings_in(beside, key):
            raise DeskDamagedError(source)
        _sync(beside)
        beside.replace(target)
        _sync(target.parent)
    except OSError as error:
        raise of_system(target, error) from error
    finally:
        if beside.parent.is_dir():
            sqlite.remove_file(beside)


def _sync(path: Path) -> None:
    """Wait until the disk has it; a folder only where the system can (not on Windows)."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
