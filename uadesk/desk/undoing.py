"""Taking back what was just done, by name."""

from collections.abc import Iterator
from contextlib import contextmanager

from uadesk.base.jobs import Job, finish
from uadesk.base.language import _
from uadesk.desk.desk import Desk


@contextmanager
def noting_acts(into: list[int]) -> Iterator[None]:
    """Append to this list the numbers of the acts that this thread does meanwhile, the last one at its end."""
    from uadesk.store.acts import noting

    with noting(into):
        yield


def undo(desk: Desk, act: int | None = None) -> str | None:
    """Take back the last act and tell its name; None where there is nothing to take back. See `undoing`."""
    return finish(undoing(desk, act))


def redo(desk: Desk) -> str | None:
    """Do again what was taken back and tell its name."""
    return _named(desk.store.redo())


def undoing(desk: Desk, act: int | None = None) -> Job[str | None]:
    """What `undo` does, step by step; stopped on the way, nothing is taken back.

    With `act`, the number of one, nothing else is taken back: raises NotLastActError where another came after it.
    Raises ActGoingOnError, CannotUndoError.
    """
    return _named((yield from desk.store.undoing(act)))


def redoing(desk: Desk) -> Job[str | None]:
    """What `redo` does, step by step; stopped on the way, nothing is done again."""
    return _named((yield from desk.store.redoing()))


def undo_size(desk: Desk, *, again: bool = False) -> int:
    """How many changes an undo would make; with `again` a redo."""
    return desk.store.undo_size(undone=again)


def next_undo(desk: Desk) -> str | None:
    """The name of the act that `undo` would take back."""
    return _named(desk.store.next_undo())


def last_act(desk: Desk) -> int | None:
    """The number of the act that `undo` would take back; no other act ever has it."""
    return desk.store.last_act()


def next_redo(desk: Desk) -> str | None:
    """The name of the act that `redo` would do again."""
    return _named(desk.store.next_redo())


def _named(act: str | None) -> str | None:
    return _(act) if act else None
