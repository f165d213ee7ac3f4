"""Many files read at once, by a few reading processes."""

import os
from collections import deque
from collections.abc import Callable, Generator, Sequence
from queue import LifoQueue
from typing import Generic, TypeVar

from uadesk.base.errors import UADeskError
from uadesk.reading.reader import BulletinReader

T = TypeVar("T")

LEAST, MOST = 2, 4
"""Processes for many files, by the number of processors; each takes some 60 MB."""
FILES_EACH = 4
"""So many files make one more process worth its start."""
BEAT = 0.2
"""Seconds after which a slow file is waited for anew."""

Reading = Callable[[BulletinReader], T]
"""Reads one file by the reader that it is given. Raises UADeskError."""


Answers = Generator[T | UADeskError | None, None, None]
"""What came of each reading, in their order; None whenever the next one lets itself be waited for."""


class ReaderPool(Generic[T]):
    """Hands files to readers, the first one given, others made as they are needed and ended with the last file."""

    def __init__(
        self, first: BulletinReader, size: int = 0, make: Callable[[], BulletinReader] = BulletinReader
    ) -> None:
        """`size` is the number of processes at most; 0 takes it from the processors."""
        self._first, self._make = first, make
        self._size = size or max(LEAST, min(MOST, os.cpu_count() or LEAST))
        self._free: LifoQueue[BulletinReader] = LifoQueue()
        self._made: list[BulletinReader] = []

    def read(self, readings: Sequence[Reading[T]]) -> Answers[T]:
        """What came of each reading, in their order; None whenever the next one lets itself be waited for.

        A file that kills its process gives ReaderDiedError and the next one is read. Closed before its end, it ends
        what is being read and leaves the rest.
        """
        from concurrent.futures import ThreadPoolExecutor, wait

        if not readings:
            return
        for _more in range(min(self._size, -(-len(readings) // FILES_EACH)) - 1):
            self._made.append(self._make())
            self._free.put(self._made[-1])
        self._free.put(self._first)  # the one that may be warm is taken first
        threads = ThreadPoolExecutor(1 + len(self._made), "reading")
        waiting = deque(threads.submit(self._one, reading) for reading in readings)
        try:
            while waiting:
                while not wait([waiting[0]], BEAT).done:
                    yield None
                yield waiting.popleft().result()
        finally:
            threads.shutdown(wait=False, cancel_futures=True)
            for each in (self._first, *self._made) if waiting else ():
                each.interrupt()
            threads.shutdown()
            for each in self._made:
                each.close()

    def _one(self, reading: Reading[T]) -> T | UADeskError:
        reader = self._free.get()
        try:
            return reading(reader)
        except UADeskError as error:
            return error
        finally:
            self._free.put(reader)
