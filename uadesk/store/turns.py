"""Whose turn it is to write: one at a time in this process."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Turns:
    """A lock that tells a fault of ours, a write inside a write, from waiting for another thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._holder: int | None = None

    @property
    def are_taken(self) -> bool:
        """Whether another thread has its turn."""
        return self._holder not in (None, threading.get_ident())

    @contextmanager
    def one(self) -> Iterator[None]:
        """Wait until it is this thread's turn, and keep it. Raises RuntimeError when it has it already."""
        if self._holder == threading.get_ident():
            raise RuntimeError("a write transaction inside another one")
        with self._lock:
            self._holder = threading.get_ident()
            try:
                yield
            finally:
                self._holder = None
