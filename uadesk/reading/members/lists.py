"""What a file of members comes to: people, the columns that were understood, and the rows that were not."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from uadesk.domain.people import Person


class ListPart(StrEnum):
    """What a list is made of: the rows of a table, or the cards of an address book."""

    ROW = "row"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its header, and the field it was taken for; None where nobody knows it."""

    header: str
    field: str | None


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What was wrong with a row, counted from 1 with the rows above the header, or with a card, counted from 1.

    Left out: no_name, too_long (column), ragged (expected, found), too_many_rows (limit); of cards also
    broken and no_person (a card of a list or a group).
    Taken without the value: country_unknown (country), not_an_email (email).
    """

    row: int
    code: str
    data: Mapping[str, str] = field(default_factory=dict)
    part: ListPart = ListPart.ROW


@dataclass(frozen=True, slots=True)
class MemberList:
    """The people of a file, in its order. Cards have no columns."""

    columns: tuple[Column, ...]
    people: tuple[Person, ...]
    problems: tuple[RowProblem, ...] = ()

    @property
    def unknown_columns(self) -> tuple[str, ...]:
        """Headers of the columns that are left out."""
        return tuple(column.header for column in self.columns if column.field is None)
