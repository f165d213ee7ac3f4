"""A backup takes the desk's place; the desk as it was is kept."""

from pathlib import Path

from uadesk.base.clock import Clock
from uadesk.store import sqlite
from uadesk.store.backup import copy_desk
from uadesk.store.errors import DeskDamagedError, NewerDeskError, NotADeskError, of_system
from uadesk.store.integrity import findings_in
from uadesk.store.lock import alone_with
from uadesk.store.migrate import revision_of
from uadesk.store.opening import prepare

WAIT_MS = 1000
"""How long a restore waits for a command that has the desk open just now, milliseconds."""


def put_back(backup: Path, database: Path, kept: Path, clock: Clock) -> Path | None:
    """Replace the desk's database by a copy of `backup`, while nobody has the desk open.

    Nothing is replaced before the copy has proven a sound desk of this version or an older one. The old database
    is copied to `kept`, whose path is given; None where there was none. Whenever this is broken off, one of the
    two stands in the desk's place. Raises NotADeskError, NewerDeskError, DeskDamagedError, DeskLockedError (also
    where this program itself has the desk open), DiskFullError, DeskReadOnlyError.
    """
    fresh = database.with_name(f".{database.name}.restored")
    try:
        with alone_with(database, WAIT_MS):
            revision_of(backup)
            copy_desk(backup, fresh)
            prepare(fresh, clock, None)
            if findings_in(fresh):
                raise DeskDamagedError(backup)
            old = kept if _keep(database, kept) else None
            sqlite.settle(database)
            fresh.replace(database)
            return old
    except OSError as error:
        raise of_system(database, error) from error
    finally:
        sqlite.remove_file(fresh)


def _keep(database: Path, kept: Path) -> bool:
    """Copy the present database, with all that its side files hold. False where there is none."""
    if not database.exists():
        return False
    try:
        copy_desk(database, kept)
    except (DeskDamagedError, NewerDeskError, NotADeskError):
        sqlite.copy_files(database, kept)  # a damaged or newer desk is kept as it is
    return True
