"""What can go wrong with a desk's database, told by data."""

import errno
from pathlib import Path

from uadesk.base.errors import UADeskError
from uadesk.domain.letters import Channel, LetterStatus


class StoreError(UADeskError):
    """Trouble with the database file at `path`."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class NotADeskError(StoreError):
    """The file is empty, no database, one of another program, or it cannot be opened with this key."""


class NewerDeskError(StoreError):
    """The database was written by a newer version of the program; nothing in it was touched."""

    def __init__(self, path: Path, revision: str) -> None:
        super().__init__(path)
        self.revision = revision


class DeskLockedError(StoreError):
    """Another program held the database for longer than we waited; nothing was written."""


class DeskClosedError(StoreError):
    """The desk was let go of; nothing was read or written, since another may stand in its place by now."""


class DeskReadOnlyError(StoreError):
    """The file or its folder cannot be written; nothing was written."""


class DiskFullError(StoreError):
    """The disk has no room left; nothing was written."""


class DeskUnreachableError(StoreError):
    """The disk did not answer (a stick pulled out, a folder gone, a failing disk)."""


class DeskDamagedError(StoreError):
    """The database does not hold together any more."""


def of_system(path: Path, error: OSError) -> StoreError:
    """What an error of the file system means for this file."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFullError(path)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return DeskReadOnlyError(path)
    return DeskUnreachableError(path)


class StaleSaveError(UADeskError):
    """Something was saved from an older state than the stored one; nothing was overwritten.

    `what` names the table, `ident` the row (0 where several were saved at once).
    """

    def __init__(self, what: str, ident: int) -> None:
        super().__init__(what, ident)
        self.what = what
        self.ident = ident


class CannotUndoError(UADeskError):
    """An act cannot be taken back or done again: what it had changed was changed since in another way."""

    def __init__(self, act: str) -> None:
        super().__init__(act)
        self.act = act


class NotLastActError(UADeskError):
    """An act is not taken back by itself: `act` came after it."""

    def __init__(self, act: str) -> None:
        super().__init__(act)
        self.act = act


class ActGoingOnError(UADeskError):
    """An act is not taken back while it is still being done."""

    def __init__(self, act: str) -> None:
        super().__init__(act)
        self.act = act


class WrongStepError(UADeskError):
    """A letter cannot take this step from where it is."""

    def __init__(self, code: str, status: LetterStatus, following: LetterStatus, channel: Channel) -> None:
        super().__init__(code, status, following)
        self.code = code
        self.status = status
        self.following = following
        self.channel = channel
