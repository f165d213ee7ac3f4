"""Taking back what was just done, by name."""

from uadesk.base.jobs import Job, Progress
from uadesk.base.language import _
from uadesk.desk.desk import Desk


def undo(desk: Desk) -> str | None:
    """Take back the last act and tell its name; None where there is nothing to take back."""
    return _named(desk.store.undo())


def redo(desk: Desk) -> str | None:
    """Do again what was taken back and tell its name."""
    return _named(desk.store.redo())


def undoing(desk: Desk) -> Job[str | None]:
    """What `undo` does, step by step; stopped on the way, nothing is taken back."""
    return _named((yield from desk.store.undoing()))


def undoing_acts(desk: Desk, count: int) -> Job[int]:
    """Take back the last acts one after another, and tell how many; stopped on the way, those taken back stay so."""
    for done in range(count):
        yield Progress(done, count)
        if desk.store.undo() is None:
            return done
    return count


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
