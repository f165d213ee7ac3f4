"""A csv file's rows to people."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence

from uadesk.domain.people import Person
from uadesk.reading.decoding import decode_text
from uadesk.reading.members.addresses import address_of, lines_of
from uadesk.reading.members.columns import fields_of
from uadesk.reading.members.lists import Column, MemberList, MissingColumnsError, NotAMemberListError, RowProblem
from uadesk.reference.countries import Countries

LARGEST = 20_000_000
"""The largest list that is read, bytes."""
LONGEST_FIELD = 10_000
MOST_ROWS = 20_000
_DELIMITERS = ",;\t|"
_HEADER_ROWS = 10
"""How far down the header row is looked for: a title may stand above it."""
_SIGNATURES = (
    (b"PK\x03\x04", "unsupported_xlsx"),
    (b"%PDF", "unsupported_pdf"),
    (b"\xd0\xcf\x11\xe0", "unsupported_xls"),
)
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")

Row = tuple[int, list[str]]


def read_members(name: str, content: bytes, countries: Countries) -> MemberList:
    """The people in a csv file. Raises NotAMemberListError, or MissingColumnsError without a column of names."""
    text = _decoded(name, content)
    rows = _rows(text, _delimiter(text))
    head: list[Row] = []
    for row in rows:
        head.append(row)
        if len(head) >= _HEADER_ROWS:
            break
    place = _header_place(head)
    if place is None:
        raise MissingColumnsError(name, tuple(head[0][1]) if head else ())
    headers = head[place][1]
    fields = fields_of(headers)
    people, problems = _people([*head[place + 1 :]], rows, fields, countries)
    return MemberList(
        tuple(Column(header, field) for header, field in zip(headers, fields, strict=True)),
        tuple(people),
        tuple(problems),
    )


def _decoded(name: str, content: bytes) -> str:
    if not content.strip():
        raise NotAMemberListError(name, "empty")
    for signature, reason in _SIGNATURES:
        if content.startswith(signature):
            raise NotAMemberListError(name, reason)
    if content[:12].upper().startswith(b"BEGIN:VCARD"):
        raise NotAMemberListError(name, "unsupported_vcf")
    if len(content) > LARGEST:
        raise NotAMemberListError(name, "too_large")
    decoded = decode_text(content)
    if decoded is None:
        raise NotAMemberListError(name, "binary")
    text = decoded.text.lstrip("\ufeff")
    if not text.strip():
        raise NotAMemberListError(name, "empty")
    return text.replace("\0", " ")


def _delimiter(text: str) -> str:
    """What parts the columns: as Excel's `sep=` line says, else what makes most known columns of the first rows."""
    given = re.match(r"sep=(.)\r?\n", text, re.IGNORECASE)
    if given is not None:
        return given[1]
    head = "\n".join(text[:20_000].splitlines()[:_HEADER_ROWS])
    return max(_DELIMITERS, key=lambda sign: max((_known(row) for _number, row in _rows(head, sign)), default=0))


def _known(row: Sequence[str]) -> int:
    return sum(field is not None for field in fields_of(list(row)))


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    """The rows with their numbers, from 1; empty ones and Excel's `sep=` line are passed over."""
    csv.field_size_limit(LARGEST)
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    for number, row in enumerate(csv.reader(io.StringIO(unified, newline=""), delimiter=delimiter), 1):
        cells = [_CONTROL.sub(" ", cell).strip() for cell in row]
        if any(cells) and not (number == 1 and re.fullmatch(r"sep=.?", text.partition("\n")[0].strip(), re.IGNORECASE)):
            yield number, cells


def _header_place(head: Sequence[Row]) -> int | None:
    """The row that names the columns: a name, or a first or last name, is among them."""
    for place, (_number, row) in enumerate(head):
        fields = set(fields_of(row))
        if {"name", "first_name", "last_name"} & fields and (len(fields - {None}) > 1 or place == 0):
            return place
    return None


def _people(
    head: list[Row], rest: Iterator[Row], fields: Sequence[str | None], countries: Countries
) -> tuple[list[Person], list[RowProblem]]:
    people: list[Person] = []
    problems: list[RowProblem] = []
    for number, row in _chained(head, rest):
        if len(people) + len(problems) >= MOST_ROWS:
            problems.append(RowProblem(number, "too_many_rows", {"limit": str(MOST_ROWS)}))
            break
        problem = _refused(number, row, fields)
        if problem is not None:
            problems.append(problem)
            continue
        values = {field: cell for field, cell in zip(fields, row, strict=False) if field is not None and cell}
        person = _person(number, values, countries, problems)
        if person is not None:
            people.append(person)
    return people, problems


def _chained(head: list[Row], rest: Iterator[Row]) -> Iterator[Row]:
    yield from head
    yield from rest


def _refused(number: int, row: Sequence[str], fields: Sequence[str | None]) -> RowProblem | None:
    for place, cell in enumerate(row):
        if len(cell) > LONGEST_FIELD:
            return RowProblem(number, "too_long", {"column": str(place + 1)})
    if any(row[len(fields) :]):
        return RowProblem(number, "ragged", {"expected": str(len(fields)), "found": str(len(row))})
    return None


def _person(number: int, values: Mapping[str, str], countries: Countries, problems: list[RowProblem]) -> Person | None:
    name = values.get("name") or " ".join(filter(None, (values.get("first_name"), values.get("last_name"))))
    if "name" in values and "first_name" in values and "last_name" not in values:
        name = f"{values['first_name']} {values['name']}" if values["first_name"] not in values["name"] else name
    name = " ".join(name.split())
    if not name:
        problems.append(RowProblem(number, "no_name"))
        return None
    lines, country = address_of(values, countries)
    if country is None and values.get("country"):
        problems.append(RowProblem(number, "country_unknown", {"country": values["country"]}))
    email = " ".join(values.get("email", "").removeprefix("mailto:").split())
    if email and not re.fullmatch(r"[^\s@]+@[^\s@]+\.[^\s@]+", email):
        problems.append(RowProblem(number, "not_an_email", {"email": email}))
        email = ""
    return Person(
        name=name,
        address_lines=lines,
        country=country,
        email=email,
        phone=" ".join(values.get("phone", "").split()),
        about=" ".join(lines_of(values.get("about", ""))),
    )
