"""Acts that take several transactions, and which acts were recorded while something was done."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from uadesk.store.store import Store

_noted: ContextVar["list[int] | None"] = ContextVar("noted", default=None)


class Act:
    """One act in several transactions, undone as one: whatever is saved between them is an act of its own."""

    def __init__(self, store: "Store", name: str) -> None:
        self.name = name
        self.entry: int | None = None
        self._store = store

    @contextmanager
    def writing(self) -> "Iterator[Session]":
        """The next of its transactions. Raises what `Store.writing` does."""
        with self._store.writing(self.name, act=self) as session:
            yield session


@contextmanager
def noting(into: list[int]) -> Iterator[None]:
    """Append to this list the number of each act that this thread records meanwhile."""
    token = _noted.set(into)
    try:
        yield
    finally:
        _noted.reset(token)


def note(entry: int) -> None:
    """An act was recorded, or went on."""
    noted = _noted.get()
    if noted is not None and noted[-1:] != [entry]:
        noted.append(entry)
