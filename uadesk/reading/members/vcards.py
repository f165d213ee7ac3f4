"""The cards of an address book: vCard 2.1 (imc.org), 3.0 (RFC 2426) and 4.0 (RFC 6350).

Lines are parted here and not by vobject: its patterns take exponential time on a crafted line, and it misses
quoted-printable in small letters.
"""

import quopri
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from uadesk.domain.people import Person
from uadesk.reading.members.errors import NotAMemberListError
from uadesk.reading.members.lists import ListPart, MemberList, RowProblem
from uadesk.reading.members.people import LONGEST_FIELD, MOST_PEOPLE, person_of, plain
from uadesk.reference.countries import Countries

_BEGIN = re.compile(r"^BEGIN:VCARD[ \t]*$", re.IGNORECASE | re.MULTILINE)
_END = "END:VCARD"
_HEAD = re.compile(r'((?:[^":]|"[^"]*")*):(.*)', re.DOTALL)
"""Name and parameters, where a colon may stand in quotes, then the value."""
_PARAMETER = re.compile(r'(?:[^";]|"[^"]*")+')
_PIECE = re.compile(r"\\(.)", re.DOTALL)
_READ = frozenset({"FN", "N", "ADR", "LABEL", "EMAIL", "TEL", "NOTE", "KIND", "X-ADDRESSBOOKSERVER-KIND"})
_MANY = frozenset({"group", "org:group"})
_ADDRESS = ("box", "street_2", "street", "city", "province", "postal_code", "country")
"""The parts of ADR, in their order (RFC 6350, 6.3.1)."""
_LONGEST_LINE = 10 * LONGEST_FIELD
"""A letter takes up to nine signs in quoted-printable."""
_NO_PHONE = frozenset({"fax", "pager", "modem"})


@dataclass(frozen=True, slots=True)
class Property:
    """One line of a card, unfolded and decoded; its types and parameters in small letters."""

    name: str
    value: str
    types: frozenset[str]
    place: int
    preference: int = 101
    """As PREF gives it, 1 the most; 101 without."""
    label: str = ""

    @property
    def rank(self) -> tuple[bool, int, bool, bool, int]:
        """What comes first is taken: preferred, home, neither, work; then the order of the card."""
        preferred = "pref" in self.types or self.preference <= 100
        return not preferred, self.preference, "home" not in self.types, "work" in self.types, self.place


class BrokenCardError(Exception):
    """A card that never ends, or has a line that cannot be read."""


def holds_cards(text: str) -> bool:
    """Whether this is an address book: a card begins before anything else is said."""
    return _BEGIN.match(text.lstrip()) is not None


def read_cards(name: str, text: str, countries: Countries) -> MemberList:
    """The people of all cards; one that is broken is named by its number and loses no other.

    Raises NotAMemberListError where no card could be read.
    """
    people: list[Person] = []
    problems: list[RowProblem] = []
    for number, lines in enumerate(islice(_cards(text), MOST_PEOPLE + 1), 1):
        if number > MOST_PEOPLE:
            problems.append(RowProblem(number, "too_many_rows", {"limit": str(MOST_PEOPLE)}, ListPart.CARD))
            break
        try:
            person = _person(number, _properties(lines), countries, problems)
        except BrokenCardError:
            problems.append(RowProblem(number, "broken", part=ListPart.CARD))
            continue
        if person is not None:
            people.append(person)
    if not people and all(problem.code == "broken" for problem in problems):
        raise NotAMemberListError(name, "damaged")
    return MemberList((), tuple(people), tuple(problems))


def _cards(text: str) -> Iterator[list[str]]:
    """The lines of each card from its beginning to the next one's."""
    begins = list(_BEGIN.finditer(text))
    ends = [begin.start() for begin in begins[1:]] + [len(text)]
    for begin, end in zip(begins, ends, strict=True):
        yield text[begin.end() : end].split("\n")


def _properties(lines: Iterable[str]) -> list[Property]:
    """What we read of a card. Raises BrokenCardError."""
    found: list[Property] = []
    for place, line in enumerate(_unfolded(lines)):
        if line.strip().upper() == _END:
            return found
        head, _colon, _value = line.partition(":")
        name = head.partition(";")[0].rpartition(".")[2].strip().upper()
        if name in _READ:
            found.append(_property(place, name, line))
    raise BrokenCardError


def _unfolded(lines: Iterable[str]) -> Iterator[str]:
    """Whole lines: what begins with a blank goes on (3.0, 4.0), so does quoted-printable after `=` (2.1)."""
    parts: list[str] = []
    is_soft = False
    for line in lines:
        if parts and is_soft:
            parts[-1] = parts[-1].rstrip()[:-1]
            parts.append(line)
        elif parts and line[:1] in (" ", "\t"):
            parts.append(line[1:])
        else:
            yield "".join(parts)
            parts = [line]
        is_soft = line.rstrip().endswith("=") and "QUOTED-PRINTABLE" in parts[0].upper()
    yield "".join(parts)


def _property(place: int, name: str, line: str) -> Property:
    match = _HEAD.fullmatch(line) if len(line) <= _LONGEST_LINE else None
    if match is None:
        raise BrokenCardError
    given: dict[str, str] = {}
    types: set[str] = set()
    for parameter in _PARAMETER.findall(match[1])[1:]:
        key, equals, value = parameter.partition("=")
        if not equals or key.strip().upper() == "TYPE":
            types |= {each.strip(' "').casefold() for each in (value if equals else key).split(",")}
        else:
            given[key.strip().upper()] = value.strip(' "')
    value = _decoded(match[2], given, types)
    rank = given.get("PREF", "")
    preference = int(rank) if re.fullmatch(r"[1-9][0-9]?|100", rank) else 101
    label = given.get("LABEL", "").replace("^n", "\n").replace("^'", '"').replace("^^", "^")
    return Property(name, value, frozenset(types), place, preference, _unescaped(label))


def _decoded(value: str, given: dict[str, str], types: set[str]) -> str:
    """The value without quoted-printable, in the charset that it names."""
    if given.get("ENCODING", "").casefold() != "quoted-printable" and "quoted-printable" not in types:
        return value
    try:
        return quopri.decodestring(value.encode()).decode(given.get("CHARSET", "utf-8"))
    except (LookupError, ValueError) as error:
        raise BrokenCardError from error


def _person(number: int, properties: list[Property], countries: Countries, problems: list[RowProblem]) -> Person | None:
    ranked = sorted(properties, key=lambda each: each.rank)
    values = {field: _text(_first(ranked, name)) for field, name in (("name", "FN"), ("about", "NOTE"))}
    if {"KIND", "X-ADDRESSBOOKSERVER-KIND"} & {each.name for each in ranked if each.value.strip().casefold() in _MANY}:
        problems.append(RowProblem(number, "no_person", {"name": values["name"]}, ListPart.CARD))
        return None
    values["name"] = values["name"] or _name(_first(ranked, "N"))
    values["email"] = _text(_first(ranked, "EMAIL"))
    phones = [each for each in ranked if not each.types & _NO_PHONE]
    values["phone"] = re.sub(r"^tel:", "", _text(_first(phones, "TEL")), flags=re.IGNORECASE)
    values |= _address(ranked)
    filled = {field: value for field, value in values.items() if value}
    if any(len(value) > LONGEST_FIELD for value in filled.values()):
        problems.append(RowProblem(number, "too_long", part=ListPart.CARD))
        return None
    return person_of(number, filled, countries, problems, ListPart.CARD)


def _first(properties: Iterable[Property], name: str) -> Property | None:
    """The best of these lines that says anything."""
    return next((each for each in properties if each.name == name and each.value.strip(" ;,")), None)


def _text(found: Property | None) -> str:
    return plain(_unescaped(found.value)) if found else ""


def _name(found: Property | None) -> str:
    """First, middle and last name, of N: it gives the last one first."""
    parts = [*_parts(found.value), "", "", ""] if found else ["", "", ""]
    return " ".join(part for part in (parts[1], parts[2], parts[0]) if part)


def _address(ranked: list[Property]) -> dict[str, str]:
    """The fields of the best address; a label's lines where no address has parts."""
    found = _first(ranked, "ADR")
    if found is not None:
        values = dict(zip(_ADDRESS, _parts(found.value, "\n"), strict=False))
        box = values.pop("box", "")
        lines = [values.get("street_2", ""), f"PO Box {box}" if box.isdigit() else box]
        return values | {"street_2": "\n".join(filter(None, lines))}
    labels = [each.label for each in ranked if each.name == "ADR" and each.label]
    return {"address": plain(labels[0]) if labels else _text(_first(ranked, "LABEL"))}


def _parts(value: str, joint: str = " ") -> list[str]:
    """The parts of N or ADR; several values of one part are joined."""
    return [
        plain(joint.join(_unescaped(each).strip() for each in _split(part, ",") if each.strip()))
        for part in _split(value, ";")
    ]


def _split(value: str, sign: str) -> list[str]:
    """The value parted at this sign where no backslash stands before it."""
    parts = [""]
    for piece in re.findall(r"\\.|[^\\]|\\$", value, re.DOTALL):
        if piece == sign:
            parts.append("")
        else:
            parts[-1] += piece
    return parts


def _unescaped(value: str) -> str:
    return _PIECE.sub(lambda match: "\n" if match[1] in "nN" else match[1], value)
