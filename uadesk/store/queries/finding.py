"""What all lists share: sorting by a named column, finding by folded words, keeping an order of numbers."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, true
from sqlalchemy.orm import Session

from uadesk.domain.folding import fold
from uadesk.domain.rows import Order
from uadesk.store.queries.paging import Identified

Columns = Mapping[str, Sequence[Any]]
"""By what a list can be sorted: SQL expressions for each name."""

AT_ONCE = 500
"""How many numbers one query takes."""

R = TypeVar("R", bound=Identified)
V = TypeVar("V")


def sorting(columns: Columns, order: Order, ident: Any) -> list[ColumnElement[Any]]:
    """The ORDER BY for a list: what is missing comes last in both directions, what is equal by its number.

    Raises ValueError for a name that the list does not know.
    """
    if order.column not in columns:
        raise ValueError(order.column)
    parts = []
    for expression in columns[order.column]:
        directed = expression.desc() if order.descending else expression.asc()
        parts.append(directed.nulls_last())
    return [*parts, ident.asc()]


def having_words(text: str, *columns: Any) -> ColumnElement[bool]:
    """Rows that hold each word of the text in one of these folded columns."""
    return and_(true(), *(or_(*(column.contains(word, autoescape=True) for column in columns)) for word in words(text)))


def numbers(session: Session, found: Select[int]) -> list[int]:
    """The numbers that a query finds, in its order; as one text, which is twice as quick as a row each.

    SQLite keeps the order of a subquery for this aggregate (its source, select.c, on omitting ORDER BY).
    """
    listed = found.subquery()
    joined = session.scalar(select(func.aggregate_strings(listed.c[0], ",")))
    idents: list[int] = json.loads(f"[{joined or ''}]")
    return idents


def words(text: str) -> list[str]:
    """The words to look for, as the folded columns have them."""
    return fold(text).split()


def portions(idents: Sequence[V]) -> Iterator[Sequence[V]]:
    """The numbers in portions that one query takes."""
    for first in range(0, len(idents), AT_ONCE):
        yield idents[first : first + AT_ONCE]


def in_given_order(rows: Iterable[R], idents: Sequence[int]) -> list[R]:
    """The rows in the order of the numbers, those that are gone left out."""
    by_ident = {row.ident: row for row in rows}
    return [by_ident[ident] for ident in idents if ident in by_ident]
