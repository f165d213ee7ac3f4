"""What one row or card says of a person, field by field, made into a Person."""

import re
from collections.abc import Mapping

from uadesk.domain.addresses import is_mailbox
from uadesk.domain.people import Person
from uadesk.reading.members.addresses import address_of, lines_of
from uadesk.reading.members.lists import ListPart, RowProblem
from uadesk.reference.countries import Countries

LONGEST_FIELD = 10_000
"""The longest value that is taken, signs."""
MOST_PEOPLE = 20_000

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def plain(text: str) -> str:
    """The text without control characters, line breaks kept, and without blanks around it."""
    return _CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def person_of(
    number: int,
    values: Mapping[str, str],
    countries: Countries,
    problems: list[RowProblem],
    part: ListPart = ListPart.ROW,
) -> Person | None:
    """The person of these fields (names as in `columns`), None without a name; what is wrong goes to `problems`."""
    name = _name(values)
    if not name:
        problems.append(RowProblem(number, "no_name", part=part))
        return None
    lines, country = address_of(values, countries)
    if country is None and values.get("country"):
        problems.append(RowProblem(number, "country_unknown", {"country": values["country"]}, part))
    email = " ".join(values.get("email", "").removeprefix("mailto:").split())
    is_email = is_mailbox(email)
    if email and not is_email:
        problems.append(RowProblem(number, "not_an_email", {"email": email}, part))
    return Person(
        name=name,
        address_lines=lines,
        country=country,
        email=email if is_email else "",
        phone=" ".join(values.get("phone", "").split()),
        about=" ".join(lines_of(values.get("about", ""))),
    )


def _name(values: Mapping[str, str]) -> str:
    name = values.get("name") or " ".join(filter(None, (values.get("first_name"), values.get("last_name"))))
    if "name" in values and "first_name" in values and "last_name" not in values:
        first, name = values["first_name"], values["name"]
        name = name if set(first.casefold().split()) <= set(name.casefold().split()) else f"{first} {name}"
    return " ".join(name.split())
