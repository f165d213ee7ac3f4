"""Who has a desk open: a file beside the database that every opener locks together, and a change of files alone."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from uadesk.base.folders import PRIVATE_FILE, PRIVATE_FOLDER
from uadesk.store.errors import DeskLockedError, of_system

PAUSE = 0.02
"""How long to wait before a lock is tried again, seconds."""

if sys.platform == "win32":
    import msvcrt

    _SEATS = 64  # Windows locks bytes, and each for one only: one byte for each opener, all of them to be alone

    def _lock(handle: int, *, alone: bool) -> bool:
        for first, count in [(0, _SEATS)] if alone else [(seat, 1) for seat in range(_SEATS)]:
            os.lseek(handle, first, os.SEEK_SET)
            try:
                msvcrt.locking(handle, msvcrt.LK_NBLCK, count)
            except OSError:
                continue
            return True
        return False

    def _unlock(handle: int) -> None:
        for first, count in [(0, _SEATS), *((seat, 1) for seat in range(_SEATS))]:
            os.lseek(handle, first, os.SEEK_SET)
            try:
                msvcrt.locking(handle, msvcrt.LK_UNLCK, count)
            except OSError:
                continue
            return
else:
    import fcntl

    def _lock(handle: int, *, alone: bool) -> bool:
        try:
            fcntl.flock(handle, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)


class DeskLock:
    """The lock of one desk, in one of two ways; the system takes it away when the process ends, however it ends.

    The file stays when it is released: a file that is removed and made anew would be another lock.
    """

    def __init__(self, path: Path) -> None:
        """For the database at `path`; nothing is locked yet. Raises what a disk may do, as a StoreError."""
        try:
            path.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
            self._handle = os.open(lock_file(path), os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
        except OSError as error:
            raise of_system(path, error) from error
        self._is_open = True

    def alone(self) -> bool:
        """Lock the desk against everybody; False where somebody has it open. What was held before is let go."""
        _unlock(self._handle)
        return _lock(self._handle, alone=True)

    def shared(self) -> bool:
        """Lock the desk together with others; False where somebody has it alone. What was held before is let go."""
        _unlock(self._handle)
        return _lock(self._handle, alone=False)

    def release(self) -> None:
        """Let the desk go; a second time does nothing."""
        if self._is_open:
            self._is_open = False
            os.close(self._handle)


def lock_file(path: Path) -> Path:
    """The file that is locked for the database at `path`."""
    return path.with_suffix(".lock")


def turns(wait_ms: int) -> Iterator[None]:
    """One turn at once, and more with pauses between them until the time is over."""
    end = time.monotonic() + wait_ms / 1000
    yield
    while time.monotonic() < end:
        time.sleep(PAUSE)
        yield


@contextmanager
def alone_with(path: Path, wait_ms: int) -> Iterator[None]:
    """Nobody else has the desk open meanwhile. Raises DeskLockedError where somebody keeps it open."""
    lock = DeskLock(path)
    try:
        if not any(lock.alone() for _turn in turns(wait_ms)):
            raise DeskLockedError(path)
        yield
    finally:
        lock.release()
