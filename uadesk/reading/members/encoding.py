"""Member lists as plain JSON values and back, checked again where they come back."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from uadesk.domain.people import MemberKind, Person, ReturnAddress
from uadesk.reading.members.lists import Column, ListPart, MemberList, RowProblem


def members_to_json(members: MemberList) -> dict[str, Any]:
    """Everything in a member list."""
    return {
        "columns": [[column.header, column.field] for column in members.columns],
        "people": [asdict(person) for person in members.people],
        "problems": [
            [problem.row, problem.code, dict(problem.data), problem.part.value] for problem in members.problems
        ],
    }


def members_from_json(plain: Mapping[str, Any]) -> MemberList:
    """The member list again. Raises ValueError for anything that is none."""
    try:
        columns = tuple(
            Column(_text(header), None if field is None else _text(field)) for header, field in plain["columns"]
        )
        people = tuple(_person(each) for each in plain["people"])
        problems = tuple(
            RowProblem(int(row), _text(code), {_text(key): _text(value) for key, value in data.items()}, ListPart(part))
            for row, code, data, part in plain["problems"]
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("no member list") from error
    return MemberList(columns, people, problems)


def _person(plain: Mapping[str, Any]) -> Person:
    return Person(
        name=_text(plain["name"]),
        address_lines=tuple(_text(line) for line in plain["address_lines"]),
        country=None if plain["country"] is None else _text(plain["country"]),
        email=_text(plain["email"]),
        phone=_text(plain["phone"]),
        about=_text(plain["about"]),
        kind=MemberKind(plain["kind"]),
        return_address=ReturnAddress(plain["return_address"]),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("no text")  # noqa: TRY004  it is the sender's data that is wrong
    return value
