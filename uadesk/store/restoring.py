"""Putting single rows back as the journal noted them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, TableClause, column, delete, insert, select, table, update

from uadesk.store import sqlite

Image = dict[str, Any]
"""A row by its columns' names; bytes in hexadecimal."""

_VERSION = "version"


class WrongStateError(Exception):
    """A row is not as the act left it."""


@dataclass(frozen=True, slots=True)
class _Table:
    """A table as it is stored, whatever the mapped classes say."""

    table: TableClause
    keys: tuple[str, ...]
    bytes_in: frozenset[str]

    def values(self, image: Image) -> dict[str, Any]:
        """The values to store for an image."""
        return {
            name: bytes.fromhex(value) if name in self.bytes_in and value is not None else value
            for name, value in image.items()
        }

    def matches(self, image: Image) -> list[ColumnElement[bool]]:
        """What finds the row of an image by its key."""
        return [self.table.c[key] == image[key] for key in self.keys]


class Restorer:
    """Gives rows another state, one after the other, on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._tables: dict[str, _Table] = {}

    def key(self, name: str, image: Image) -> tuple[Any, ...]:
        """The primary key of a row of this table."""
        return tuple(image[key] for key in self._table(name).keys)

    def restore(self, name: str, wanted: Image | None, present: Image | None) -> None:
        """Make the row that is `present` now the one that is `wanted`; None stands for no row.

        Raises WrongStateError where the row is not as `present` says, versions aside.
        """
        known = self._table(name)
        if present is None:
            assert wanted is not None
            self._connection.execute(insert(known.table).values(known.values(wanted)))
            return
        self._expect(known, present)
        if wanted is None:
            self._connection.execute(delete(known.table).where(*known.matches(present)))
            return
        values = known.values(wanted)
        if _VERSION in values:
            values[_VERSION] = known.table.c[_VERSION] + 1
        self._connection.execute(update(known.table).where(*known.matches(present)).values(values))

    def check(self, names: Iterable[str]) -> None:
        """Raises WrongStateError where a row of these tables, or of one that refers to them, lost its parent."""
        if sqlite.has_orphans(self._connection, set(names)):
            raise WrongStateError

    def _expect(self, known: _Table, noted: Image) -> None:
        row = self._connection.execute(select(known.table).where(*known.matches(noted))).mappings().first()
        if row is None or _unversioned(row) != _unversioned(known.values(noted)):
            raise WrongStateError

    def _table(self, name: str) -> _Table:
        if name not in self._tables:
            columns = sqlite.columns_of(self._connection, name)
            self._tables[name] = _Table(
                table(name, *(column(each) for each, _bytes, _key in columns)),
                tuple(each for each, _bytes, is_key in columns if is_key),
                frozenset(each for each, is_bytes, _key in columns if is_bytes),
            )
        return self._tables[name]


def _unversioned(values: Any) -> Image:
    return {name: value for name, value in values.items() if name != _VERSION}
