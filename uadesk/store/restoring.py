"""Putting rows back as the journal noted them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from itertools import groupby
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    TableClause,
    UpdateBase,
    bindparam,
    column,
    delete,
    insert,
    table,
    update,
)

from uadesk.base.jobs import Job, Progress
from uadesk.store import sqlite

Image = dict[str, Any]
"""A row by its columns' names; bytes in hexadecimal."""

_VERSION = "version"
_WAS, _NEW = "was_", "new_"


class WrongStateError(Exception):
    """A row is not as the act left it, or would lose the row that it refers to."""


class _Way(Enum):
    INSERT = auto()
    UPDATE = auto()
    DELETE = auto()


@dataclass(frozen=True, slots=True)
class Change:
    """One row of a table: what it is to be, and what it is now; None stands for no row."""

    table: str
    wanted: Image | None
    present: Image | None

    @property
    def way(self) -> _Way:
        if self.present is None:
            return _Way.INSERT
        return _Way.DELETE if self.wanted is None else _Way.UPDATE


class Restorer:
    """Gives rows another state, one after the other, on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._tables: dict[str, _Table] = {}

    def key(self, name: str, image: Image) -> tuple[Any, ...]:
        """The primary key of a row of this table."""
        return tuple(image[key] for key in self._table(name).keys)

    def restore(self, changes: Sequence[Change]) -> Job[None]:
        """Make the changes in this order, step by step; what was only kept on record about a row goes with it.

        Raises WrongStateError where a row is not as its change says, versions aside, or where in the end a row
        refers to one that is not there.
        """
        made = 0
        for (name, way), alike in groupby(changes, key=lambda change: (change.table, change.way)):
            known = self._table(name)
            values = [known.values(change) for change in alike]
            done = self._connection.execute(known.statement(way), values)
            if way is not _Way.INSERT and done.rowcount != len(values):
                raise WrongStateError
            made += len(values)
            yield Progress(made, len(changes))
        unsettled = self._unsettled(changes)
        sqlite.drop_followers(self._connection, unsettled)
        if sqlite.has_orphans(self._connection, unsettled):
            raise WrongStateError

    def _unsettled(self, changes: Iterable[Change]) -> set[str]:
        """The tables in which rows came, went, or refer to others than before."""
        return {change.table for change in changes if self._table(change.table).refers_anew(change)}

    def _table(self, name: str) -> "_Table":
        if name not in self._tables:
            columns = sqlite.columns_of(self._connection, name)
            self._tables[name] = _Table(
                table(name, *(column(each) for each, _bytes, _key in columns)),
                tuple(each for each, _bytes, _key in columns),
                tuple(each for each, _bytes, is_key in columns if is_key),
                frozenset(each for each, is_bytes, _key in columns if is_bytes),
                frozenset(column for column, _parent in sqlite.references_of(self._connection, name)),
            )
        return self._tables[name]


@dataclass(frozen=True)
class _Table:
    """A table as it is stored, whatever the mapped classes say."""

    table: TableClause
    columns: tuple[str, ...]
    keys: tuple[str, ...]
    bytes_in: frozenset[str]
    references: frozenset[str]

    def statement(self, way: _Way) -> UpdateBase:
        """The SQL for one change; it changes nothing where the row is not as the change says."""
        return {_Way.INSERT: self._insert, _Way.UPDATE: self._update, _Way.DELETE: self._delete}[way]

    def values(self, change: Change) -> dict[str, Any]:
        """What fills the statement."""
        return self._prefixed(_NEW, change.wanted) | self._prefixed(_WAS, change.present)

    def refers_anew(self, change: Change) -> bool:
        """Whether a row came or went, or one refers to another row than before."""
        if change.wanted is None or change.present is None:
            return True
        return any(change.wanted[each] != change.present[each] for each in self.references)

    @cached_property
    def _insert(self) -> UpdateBase:
        return insert(self.table).values({each: bindparam(_NEW + each) for each in self.columns})

    @cached_property
    def _update(self) -> UpdateBase:
        new: dict[str, Any] = {each: bindparam(_NEW + each) for each in self.columns}
        if _VERSION in new:
            new[_VERSION] = self.table.c[_VERSION] + 1
        return update(self.table).where(*self._as_it_was()).values(new)

    @cached_property
    def _delete(self) -> UpdateBase:
        return delete(self.table).where(*self._as_it_was())

    def _as_it_was(self) -> list[ColumnElement[bool]]:
        keys = [self.table.c[key] == bindparam(_WAS + key) for key in self.keys]
        others = set(self.columns) - {_VERSION, *self.keys}
        return keys + [self.table.c[each].is_not_distinct_from(bindparam(_WAS + each)) for each in sorted(others)]

    def _prefixed(self, prefix: str, image: Image | None) -> dict[str, Any]:
        return {
            prefix + name: bytes.fromhex(value) if name in self.bytes_in and value is not None else value
            for name, value in (image or {}).items()
        }
