"""The rows of a table to people: what csv and xlsx share. The header row is found by its names."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from uadesk.domain.people import Person
from uadesk.reading.members.columns import fields_of
from uadesk.reading.members.lists import Column, MemberList, RowProblem
from uadesk.reading.members.people import LONGEST_FIELD, MOST_PEOPLE, person_of
from uadesk.reference.countries import Countries

HEADER_ROWS = 10
"""How far down the header row is looked for: a title may stand above it."""

Row = tuple[int, list[str]]
"""The number of a row, from 1, and its cells. Empty rows are left out."""

_ESCAPED = re.compile(r"'(?=[=+\-@＝＋－＠])")


def members_in(rows: Iterable[Row], countries: Countries) -> MemberList | None:
    """The people in the rows of a table; None where no row names a column of names."""
    source = iter(rows)
    head = list(islice(source, HEADER_ROWS))
    place = _header_place(head)
    if place is None:
        return None
    headers = head[place][1]
    fields = fields_of(headers)
    people, problems = _people(chain(head[place + 1 :], source), fields, countries)
    columns = tuple(Column(header, field) for header, field in zip(headers, fields, strict=True))
    return MemberList(columns, tuple(people), tuple(problems))


def known_columns(row: Sequence[str]) -> int:
    """How many of these cells are names of columns that we know."""
    return sum(field is not None for field in fields_of(list(row)))


def unescaped(cell: str) -> str:
    """The text of a cell without the apostrophe that keeps spreadsheets from taking it for a formula.

    >>> unescaped("'+1 613 555 0123")
    '+1 613 555 0123'
    """
    return _ESCAPED.sub("", cell, count=1) if _ESCAPED.match(cell) else cell


def _header_place(head: Sequence[Row]) -> int | None:
    """The row that names the columns: a name, or a first or last name, is among them."""
    for place, (_number, row) in enumerate(head):
        fields = set(fields_of(row))
        if {"name", "first_name", "last_name"} & fields and (len(fields - {None}) > 1 or place == 0):
            return place
    return None


def _people(
    rows: Iterator[Row], fields: Sequence[str | None], countries: Countries
) -> tuple[list[Person], list[RowProblem]]:
    people: list[Person] = []
    problems: list[RowProblem] = []
    for number, row in rows:
        if len(people) + len(problems) >= MOST_PEOPLE:
            problems.append(RowProblem(number, "too_many_rows", {"limit": str(MOST_PEOPLE)}))
            break
        problem = _refused(number, row, fields)
        if problem is not None:
            problems.append(problem)
            continue
        cells = zip(fields, row, strict=False)
        values = {field: unescaped(cell) for field, cell in cells if field is not None and cell}
        person = person_of(number, values, countries, problems)
        if person is not None:
            people.append(person)
    return people, problems


def _refused(number: int, row: Sequence[str], fields: Sequence[str | None]) -> RowProblem | None:
    for place, cell in enumerate(row):
        if len(cell) > LONGEST_FIELD:
            return RowProblem(number, "too_long", {"column": str(place + 1)})
    if any(row[len(fields) :]):
        return RowProblem(number, "ragged", {"expected": str(len(fields)), "found": str(len(row))})
    return None
