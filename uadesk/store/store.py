"""The store: one open desk, its reading and writing sessions, and what is taken back."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from sqlalchemy import Engine
from sqlalchemy.orm import Session, configure_mappers

from uadesk.base.clock import Clock
from uadesk.base.jobs import Job, finish
from uadesk.store import (
    journal,
    search,
    sqlite,
    tables,  # noqa: F401  every class is mapped before the first is used
)
from uadesk.store.acts import Act, note
from uadesk.store.backup import copy_desk
from uadesk.store.engine import for_writing, make_engine
from uadesk.store.errors import ActGoingOnError, DeskClosedError, NotLastActError
from uadesk.store.integrity import Finding, findings_in
from uadesk.store.lock import DeskLock
from uadesk.store.opening import take
from uadesk.store.turns import Turns


class Store:
    """One open desk. Any thread may read; writers take turns, and each write is one transaction."""

    def __init__(self, path: Path, engine: Engine, key: bytes | None = None, lock: DeskLock | None = None) -> None:
        """On this engine; `lock` is let go of when the desk is closed."""
        self.path = path
        self._lock = lock
        self._engine = engine
        self._writer = for_writing(engine)
        self._turns = Turns()
        self._going_on: list[Act] = []
        self._is_open = True
        self._key = key

    @classmethod
    def open(cls, path: Path, clock: Clock, key: bytes | None = None) -> Self:
        """Open the desk in this file: made where there is none, migrated (after a backup) where it is older.

        `key` is the raw key of an encrypted desk. Several may have the desk open at once; who is the only one
        forgets what could be undone before. Raises NotADeskError, NewerDeskError, DeskLockedError,
        DeskReadOnlyError, DiskFullError, DeskUnreachableError, DeskDamagedError.
        """
        lock = take(path, clock, key)
        configure_mappers()
        return cls(path, make_engine(path, key), key, lock)

    def close(self) -> None:
        """Let go of the file; a write that is going on is waited for, and nothing is read or written afterwards."""
        with self._turns.one():
            self._is_open = False
        self._engine.dispose()
        if self._lock is not None:
            self._lock.release()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state of the desk from its first query to its end, and writes nothing.

        Raises DeskClosedError after `close`, and what a disk may do.
        """
        self._expect_open()
        with sqlite.told_by_data(self.path), Session(self._engine, autoflush=False) as session:
            yield session

    @contextmanager
    def writing(self, name: str, *, merge: str = "", act: Act | None = None) -> Iterator[Session]:
        """A session whose changes are stored together when it ends, or not at all.

        `name` names the change for undo (a text marked by `N_`); an empty one cannot be undone. Consecutive changes
        with the same `merge` are undone as one, and so are those of one `act`. Raises StaleSaveError,
        DeskClosedError, DeskLockedError, DeskReadOnlyError, DiskFullError, DeskUnreachableError, DeskDamagedError.
        """
        begun = act.entry if act is not None else None
        with self._transaction() as session, journal.recording(session, name, merge, begun) as recorded:
            yield session
        if recorded.entry is not None:
            if act is not None:
                act.entry = recorded.entry
            note(recorded.entry)

    @contextmanager
    def act(self, name: str) -> Iterator[Act]:
        """An act that takes several transactions; until it is over it cannot be taken back."""
        act = Act(self, name)
        self._going_on.append(act)
        try:
            yield act
        finally:
            self._going_on.remove(act)

    @property
    def is_busy(self) -> bool:
        """Whether another thread is writing: who writes now waits for it."""
        return self._turns.are_taken

    def undo(self, entry: int | None = None) -> str | None:
        """Take back the last act; its name, or None where there is none. See `undoing`."""
        return finish(self.undoing(entry))

    def redo(self) -> str | None:
        """Do again the act that was taken back last; its name, or None. Raises CannotUndoError."""
        return finish(self.redoing())

    def undoing(self, entry: int | None = None) -> Job[str | None]:
        """What `undo` does, step by step; stopped on the way, nothing is taken back.

        It is one transaction from its first step to its end, since half an undo fits nothing: other writes wait.
        Raises NotLastActError where `entry` is given and is not the last act, ActGoingOnError where the act is not
        over, CannotUndoError where its rows were changed since in another way. Nothing is changed then.
        """
        return self._revert(undone=False, wanted=entry)

    def redoing(self) -> Job[str | None]:
        """What `redo` does, step by step, as `undoing`; stopped on the way, nothing is done again."""
        return self._revert(undone=True)

    def undo_size(self, *, undone: bool = False) -> int:
        """How many changes of rows `undo`, or with `undone` `redo`, would make."""
        with self.reading() as session:
            entry = journal.next_entry(session, undone=undone)
            return journal.size(session, entry) if entry else 0

    def next_undo(self) -> str | None:
        """The name of the act that `undo` would take back."""
        with self.reading() as session:
            entry = journal.next_entry(session, undone=False)
            return entry.act if entry else None

    def last_act(self) -> int | None:
        """The number of the act that `undo` would take back; no other act ever has it."""
        with self.reading() as session:
            entry = journal.next_entry(session, undone=False)
            return entry.id if entry else None

    def next_redo(self) -> str | None:
        """The name of the act that `redo` would do again."""
        with self.reading() as session:
            entry = journal.next_entry(session, undone=True)
            return entry.act if entry else None

    def forget_undo(self) -> None:
        """Let nothing that was done so far be taken back, and no word be found of what was deleted."""
        with self._transaction() as session:
            journal.forget(session)
            search.forget_deleted(session.connection())

    def back_up(self, target: Path) -> None:
        """Copy the desk to `target` (replaced only by a sound copy). Raises as `copy_desk` says."""
        copy_desk(self.path, target, self._key)

    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the desk's file; empty where it is sound."""
        return findings_in(self.path, self._key)

    @contextmanager
    def _transaction(self, engine: Engine | None = None) -> Iterator[Session]:
        with sqlite.told_by_data(self.path), self._turns.one():
            self._expect_open()
            with Session(engine or self._writer, expire_on_commit=False) as session, session.begin():
                session.connection()  # the write lock is taken now, before anything is read
                yield session

    def _expect_open(self) -> None:
        if not self._is_open:
            raise DeskClosedError(self.path)

    def _revert(self, *, undone: bool, wanted: int | None = None) -> Job[str | None]:
        engine = make_engine(self.path, self._key, foreign_keys=False)
        try:
            with self._transaction(for_writing(engine)) as session:
                entry = journal.next_entry(session, undone=undone)
                if entry is None:
                    return None
                if wanted not in (None, entry.id):
                    raise NotLastActError(entry.act)
                if any(act.entry == entry.id for act in self._going_on):
                    raise ActGoingOnError(entry.act)
                yield from journal.revert(session, entry)
                return entry.act
        finally:
            engine.dispose()
