"""The journal behind undo: triggers note rows before and after, and an undo puts them back.

To take an act back or do it again is the same thing: each row that it changed gets its other state, last change
first, while the triggers note the way back under the same entry. The rows' versions count on meanwhile, so that
a save from a state that was taken back is noticed.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from uadesk.base.jobs import Job
from uadesk.store.errors import CannotUndoError
from uadesk.store.journal_tables import JournalEntryRecord as Entry
from uadesk.store.journal_tables import JournalRowRecord as Row
from uadesk.store.journal_tables import JournalStateRecord as State
from uadesk.store.restoring import Change, Restorer, WrongStateError


@dataclass(slots=True)
class Recorded:
    """The entry under which a transaction was noted, once it is over; None where it changed nothing."""

    entry: int | None = None


@contextmanager
def recording(session: Session, act: str, merge: str, begun: int | None = None) -> Iterator[Recorded]:
    """Note all changes of this transaction under one entry, or under the last one where `merge` says so.

    `begun` is the entry of the same act's transactions before this one.
    """
    recorded = Recorded()
    if not act:
        yield recorded
        return
    connection = session.connection()
    entry = _going_on(session, begun) or _mergeable(session, merge)
    is_new = entry is None
    if entry is None:
        entry = Entry(act=act, merge=merge, undone=False)
        session.add(entry)
        session.flush()
    last = connection.scalar(select(func.max(Row.id)))
    with _noting(connection, entry.id):
        yield recorded
        session.flush()
    noted = select(func.count()).select_from(Row).where(Row.entry_id == entry.id, Row.id > (last or 0))
    changes = connection.scalar(noted) or 0
    if not changes:
        if is_new:
            session.delete(entry)
        return
    recorded.entry = entry.id
    connection.execute(delete(Entry).where(Entry.undone))  # what was taken back cannot be done again now
    if not is_new and merge:
        _join(connection, entry.id)


def next_entry(session: Session, *, undone: bool) -> Entry | None:
    """The entry to take back, or with `undone` the one to do again: whose rows were changed last."""
    changed = select(func.max(Row.id)).where(Row.entry_id == Entry.id).scalar_subquery()
    return session.scalar(select(Entry).where(Entry.undone == undone).order_by(changed.desc()).limit(1))


def size(session: Session, entry: Entry) -> int:
    """How many changes of rows the entry holds."""
    return session.scalar(select(func.count()).select_from(Row).where(Row.entry_id == entry.id)) or 0


def revert(session: Session, entry: Entry) -> Job[None]:
    """Give all rows of the entry their other state. Raises CannotUndoError where they were changed since.

    Foreign keys are off in this session: what followed from a delete was noted row by row and is put back row by
    row, so that nothing may follow by itself now. They are checked at the end.
    """
    connection = session.connection()
    rows = connection.execute(select(Row).where(Row.entry_id == entry.id).order_by(Row.id.desc())).all()
    connection.execute(delete(Row).where(Row.entry_id == entry.id))
    changes = [Change(row.table_name, _loaded(row.before), _loaded(row.after)) for row in rows]
    try:
        with _noting(connection, entry.id):
            yield from Restorer(connection).restore(changes)
    except (WrongStateError, IntegrityError) as error:
        raise CannotUndoError(entry.act) from error
    entry.undone = not entry.undone
    session.flush()


def forget(session: Session) -> None:
    """Empty the journal: nothing can be taken back any more."""
    connection = session.connection()
    if connection.scalar(select(Entry.id).limit(1)) is not None:
        connection.execute(delete(Row))
        connection.execute(delete(Entry))


@contextmanager
def _noting(connection: Connection, entry_id: int) -> Iterator[None]:
    """Let the triggers note under this entry; only this transaction ever sees it set."""
    connection.execute(update(State).values(entry_id=entry_id))
    yield
    connection.execute(update(State).values(entry_id=None))


def _going_on(session: Session, begun: int | None) -> Entry | None:
    """The entry of an act that goes on, unless it was taken back, or a row of it was changed by another act since.

    The acts are taken back in the order of their last changes: so none is taken back before what builds on it.
    """
    entry = None if begun is None else session.get(Entry, begun)
    if entry is None or entry.undone:
        return None
    last = session.scalar(select(func.max(Row.id)).where(Row.entry_id == begun)) or 0
    if session.scalar(select(Row.id).where(Row.id > last).limit(1)) is None:
        return entry
    since = select(Row.before).where(Row.id > last, Row.before.is_not(None))
    built_on = select(Row.id).where(Row.entry_id == begun, Row.after.in_(since)).limit(1)
    return entry if session.scalar(built_on) is None else None


def _mergeable(session: Session, merge: str) -> Entry | None:
    last = next_entry(session, undone=False) if merge else None
    return last if last is not None and last.merge == merge else None


def _join(connection: Connection, entry_id: int) -> None:
    """Of many changes to the same rows (a text saved while it is typed) keep the first state and the last."""
    rows = connection.execute(select(Row).where(Row.entry_id == entry_id).order_by(Row.id)).all()
    if any(row.before is None or row.after is None for row in rows):
        return
    restorer = Restorer(connection)
    first: dict[tuple[Any, ...], int] = {}
    for row in rows:
        key = (row.table_name, *restorer.key(row.table_name, json.loads(row.before)))
        if key != (row.table_name, *restorer.key(row.table_name, json.loads(row.after))):
            return
        if key in first:
            connection.execute(update(Row).where(Row.id == first[key]).values(after=row.after))
            connection.execute(delete(Row).where(Row.id == row.id))
        else:
            first[key] = row.id


def _loaded(image: str | None) -> dict[str, Any] | None:
    return None if image is None else json.loads(image)
