"""Before a desk is used: its file is made, or looked at and brought to this version."""

import os
from datetime import datetime
from pathlib import Path

from uadesk.base.clock import Clock
from uadesk.store import sqlite
from uadesk.store.backup import copy_desk
from uadesk.store.errors import DeskLockedError, DeskReadOnlyError, NotADeskError, StoreError, of_system
from uadesk.store.lock import DeskLock, turns
from uadesk.store.migrate import migrate, revision_of
from uadesk.store.migrations import HEAD


def take(path: Path, clock: Clock, key: bytes | None = None) -> DeskLock:
    """Make sure that there is a desk of this version at `path`, and hold it open together with others.

    Who comes first makes or migrates it, alone, and forgets what an earlier session could have undone; the others
    wait for that. Raises as `Store.open` says.
    """
    _refuse_other_files(path, key)
    lock = DeskLock(path)
    try:
        if any(_taken(lock, path, clock, key) for _turn in turns(sqlite.BUSY_MS)):
            return lock
    except BaseException:
        lock.release()
        raise
    lock.release()
    raise DeskLockedError(path)


def _taken(lock: DeskLock, path: Path, clock: Clock, key: bytes | None) -> bool:
    """Whether the desk is held now and ready; False where somebody makes, migrates or replaces it just now."""
    if lock.alone():
        prepare(path, clock, key)
        with sqlite.told_by_data(path):
            sqlite.empty_journal(path, key)
    return lock.shared() and path.exists() and revision_of(path, key) == HEAD


def _refuse_other_files(path: Path, key: bytes | None) -> None:
    """Raise what is wrong with a file that is there, before anything is left beside it."""
    if path.exists():
        if not path.is_file() or path.stat().st_size == 0:
            raise NotADeskError(path)
        revision_of(path, key)


def prepare(path: Path, clock: Clock, key: bytes | None = None) -> None:
    """Make sure that there is a desk of this version at `path`, which nobody else has open meanwhile."""
    if not path.exists():
        _make(path, key)
        return
    revision = revision_of(path, key)
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise DeskReadOnlyError(path)
    if revision != HEAD:
        copy_desk(path, backup_before_migration(path, clock.now()), key)
        migrate(path, key)


def backup_before_migration(path: Path, moment: datetime) -> Path:
    """Where the copy goes that is made before the tables change."""
    return path.parent / "backups" / f"{path.stem}-before-{HEAD}-{moment:%Y%m%d-%H%M%S}{path.suffix}"


def _make(path: Path, key: bytes | None) -> None:
    """Make a new desk beside its place and put it there whole, so that a crash leaves no half one."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        if path.parent.is_dir():
            sqlite.remove_file(beside)
        sqlite.make_file(beside)
        migrate(beside, key)
        sqlite.remove_side_files(path)  # what an earlier database left beside it must not meet this one
        beside.rename(path)
    except StoreError as error:
        raise type(error)(path) from error
    except OSError as error:
        raise of_system(path, error) from error
    finally:
        if path.parent.is_dir():
            sqlite.remove_file(beside)
