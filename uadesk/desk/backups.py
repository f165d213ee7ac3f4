"""Copies of the desk: made by themselves each day of use, put back when they are needed."""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from uadesk.base.clock import Clock
from uadesk.base.errors import UADeskError
from uadesk.base.folders import Home
from uadesk.desk.desk import Desk, HomeNotWritableError

if TYPE_CHECKING:
    from uadesk.store.integrity import Finding


class BackupNotWrittenError(UADeskError):
    """The copy could not be written there."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason


class BackupFolderMissingError(UADeskError):
    """The folder that the copy was to go to is not there; it is not made, since a stick may not be plugged in."""

    def __init__(self, folder: str) -> None:
        super().__init__(folder)
        self.folder = folder


class BackupMissingError(UADeskError):
    """There is no such file to put back."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class NoDeskYetError(UADeskError):
    """There is no file of a desk to look at."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def back_up(desk: Desk, target: Path | None = None) -> Path:
    """Copy the whole desk; without a target, to its own folder of backups under the moment's name.

    Raises BackupFolderMissingError, BackupNotWrittenError.
    """
    if target is not None and not target.parent.exists():
        raise BackupFolderMissingError(str(target.parent))
    path = target or desk.home.backups / f"desk-{desk.now:%Y-%m-%d-%H%M%S}.sqlite"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        desk.store.back_up(path)
    except OSError as error:
        raise BackupNotWrittenError(str(path), error.strerror or str(error)) from error
    return path


def daily_backup(desk: Desk) -> Path | None:
    """Copy the desk once each day of use; None where today's copy is there."""
    prefix = f"desk-{desk.now:%Y-%m-%d}-"
    if any(path.name.startswith(prefix) for path in _backups(desk.home)):
        return None
    return back_up(desk)


def last_backup(desk: Desk) -> datetime | None:
    """When the newest copy was made, UTC."""
    newest = newest_backup(desk.home)
    return None if newest is None else datetime.fromtimestamp(newest.stat().st_mtime, UTC)


def restore(home: Home, clock: Clock, file: Path) -> Path | None:
    """Put a backup in the desk's place; the desk as it was is kept and its path given.

    Raises DeskLockedError where any program has the desk open, BackupMissingError, NotADeskError, NewerDeskError,
    HomeNotWritableError: nothing is replaced before the backup has proven sound.
    """
    from uadesk.store.replacing import put_back

    if not file.is_file():
        raise BackupMissingError(str(file))
    try:
        home.make()
        kept = home.backups / f"before-restore-{clock.now():%Y-%m-%d-%H%M%S}.sqlite"
        return put_back(file, home.database, kept, clock)
    except OSError as error:
        raise HomeNotWritableError(str(home.folder), error.strerror or str(error)) from error


def check_file(home: Home) -> "tuple[Finding, ...]":
    """What is wrong with this desk's file, one by one; nothing is opened for writing.

    A damaged desk, one that cannot be written and one of a newer version can be looked at too. Raises
    NoDeskYetError, NotADeskError.
    """
    from uadesk.store.errors import NewerDeskError
    from uadesk.store.integrity import findings_in
    from uadesk.store.migrate import revision_of

    if not home.database.is_file():
        raise NoDeskYetError(str(home.database))
    found = findings_in(home.database)
    if not found:
        with suppress(NewerDeskError):
            revision_of(home.database)  # a sound file may be another program's
    return found


def newest_backup(home: Home) -> Path | None:
    """The copy of this desk that was made last."""
    return max(_backups(home), default=None)


def _backups(home: Home) -> list[Path]:
    """The copies by their moments, the newest last; those from before a restore or new tables are none of them."""
    return sorted(home.backups.glob("desk-[0-9]*.sqlite"))
