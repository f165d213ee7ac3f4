"""What a file of members comes to: people, the columns that were understood, and the rows that were not."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from uadesk.base.errors import UADeskError
from uadesk.domain.people import Person


class MissingColumnsError(UADeskError):
    """A list without a column of names; `headers` are the names its columns have."""

    def __init__(self, name: str, headers: tuple[str, ...]) -> None:
        super().__init__(name, headers)
        self.name = name
        self.headers = headers


class NotAMemberListError(UADeskError):
    """A file that is no list of members; `reason` is empty, binary, too_large or unsupported_<kind>."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name, reason)
        self.name = name
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its header, and the field it was taken for; None where nobody knows it."""

    header: str
    field: str | None


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What was wrong with a row, counted from 1 with the header row.

    Left out: no_name, too_long (column), ragged (expected, found), too_many_rows (limit).
    Taken without the value: country_unknown (country), not_an_email (email).
    """

    row: int
    code: str
    data: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MemberList:
    """The people of a file, in its order."""

    columns: tuple[Column, ...]
    people: tuple[Person, ...]
    problems: tuple[RowProblem, ...] = ()

    @property
    def unknown_columns(self) -> tuple[str, ...]:
        """Headers of the columns that are left out."""
        return tuple(column.header for column in self.columns if column.field is None)
