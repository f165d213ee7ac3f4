"""A backup takes the desk's place; the desk as it was is kept."""

from pathlib import Path

from uadesk.base.clock import Clock
from uadesk.store import sqlite
from uadesk.store.backup import copy_desk
from uadesk.store.errors import DeskDamagedError, NewerDeskError, NotADeskError, of_system
from uadesk.store.integrity import findings_in
from uadesk.store.migrate import revision_of
from uadesk.store.opening import prepare


def put_back(backup: Path, database: Path, kept: Path, clock: Clock) -> Path | None:
    """Replace the desk's database by a copy of `backup`; the desk must not be open.

    Nothing is replaced before the copy has proven a sound desk of this version or an older one. The old database
    is moved to `kept`, whose path is given; None where there was none. Raises NotADeskError, NewerDeskError,
    DeskDamagedError, DiskFullError, DeskReadOnlyError.
    """
    fresh = database.with_name(f".{database.name}.restored")
    try:
        revision_of(backup)
        copy_desk(backup, fresh)
        prepare(fresh, clock, None)
        if findings_in(fresh):
            raise DeskDamagedError(backup)
        old = kept if _set_aside(database, kept) else None
        fresh.replace(database)
    except OSError as error:
        raise of_system(database, error) from error
    finally:
        sqlite.remove_file(fresh)
    return old


def _set_aside(database: Path, kept: Path) -> bool:
    """Keep the present database under another name; its side files go into it first. False where there is none."""
    if not database.exists():
        sqlite.remove_file(database)  # what an earlier one left beside it must not meet the new one
        return False
    try:
        copy_desk(database, kept)
        sqlite.remove_file(database)
    except (DeskDamagedError, NewerDeskError, NotADeskError):
        sqlite.move_file(database, kept)  # a damaged or newer desk is kept as it is
    return True
