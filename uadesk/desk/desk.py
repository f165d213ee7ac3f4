"""The desk: what all use cases work on."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from uadesk.base.clock import Clock
from uadesk.base.errors import UADeskError
from uadesk.base.folders import Home
from uadesk.reading.reader import BulletinReader

if TYPE_CHECKING:
    from uadesk.store.store import Store


class HomeNotWritableError(UADeskError):
    """The folder that was to hold the desk cannot be made or written."""

    def __init__(self, folder: str, reason: str) -> None:
        super().__init__(folder, reason)
        self.folder = folder
        self.reason = reason


class DamagedDeskError(UADeskError):
    """The desk's file is damaged, or no desk at all; `backup` is its newest copy."""

    def __init__(self, path: str, backup: str) -> None:
        super().__init__(path, backup)
        self.path = path
        self.backup = backup


@dataclass(frozen=True, slots=True)
class Skipped:
    """One thing that a use case passed over, and why."""

    what: str
    why: UADeskError


@dataclass(frozen=True, slots=True)
class Desk:
    """An open desk: its folder, its store, the clock, and the child processes that read files and draw their pages."""

    home: Home
    store: "Store"
    clock: Clock
    reader: BulletinReader = field(default_factory=BulletinReader)
    drawer: BulletinReader = field(default_factory=BulletinReader)
    """Apart from the reader: what is drawn may be interrupted, and waits for no file that is read."""

    @property
    def today(self) -> date:
        return self.clock.today()

    @property
    def now(self) -> datetime:
        return self.clock.now()

    @property
    def is_busy(self) -> bool:
        """Whether another thread is writing: who writes now waits for it."""
        return self.store.is_busy

    def close(self) -> None:
        """Let go of the database and end the child processes."""
        self.reader.close()
        self.drawer.close()
        self.store.close()


def open_desk(home: Home, clock: Clock) -> Desk:
    """Open the desk in this folder; a new one is made where there is none.

    Raises HomeNotWritableError, DamagedDeskError where there is a backup to put back, and what `Store.open` raises:
    a file that is no desk, one from a newer version, a locked or full disk.
    """
    from uadesk.store.errors import DeskDamagedError, NotADeskError
    from uadesk.store.store import Store

    try:
        home.make()
    except OSError as error:
        raise HomeNotWritableError(str(home.folder), error.strerror or str(error)) from error
    try:
        return Desk(home, Store.open(home.database, clock), clock)
    except (DeskDamagedError, NotADeskError) as error:
        from uadesk.desk.backups import newest_backup

        backup = newest_backup(home)
        if backup is None:
            raise
        raise DamagedDeskError(str(home.database), str(backup)) from error
