"""Who on the list may be one person entered twice, and what would stand in one entry instead of two."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations

from uadesk.domain.folding import fold
from uadesk.domain.people import MemberKind, Person
from uadesk.domain.rows import MemberRow

MOST_ALIKE = 30
"""So many who share a name, an email or an address are compared with each other, and no more: it is a household or
a mistake of the list."""

_SEVEN_DIGITS = 7
"""A phone number is compared by its last digits, so that +1 613 555 0123 and 555-0123 are the same."""


class Likeness(StrEnum):
    """Why two entries look like one person, the surest first."""

    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"


class Part(StrEnum):
    """What is chosen by itself when two entries become one. The country goes with the address."""

    NAME = "name"
    ADDRESS = "address"
    EMAIL = "email"
    PHONE = "phone"
    ABOUT = "about"
    KIND = "kind"
    SENDER = "sender"


_FIELDS = {
    Part.NAME: ("name",),
    Part.ADDRESS: ("address_lines", "country"),
    Part.EMAIL: ("email",),
    Part.PHONE: ("phone",),
    Part.ABOUT: ("about",),
    Part.KIND: ("kind",),
    Part.SENDER: ("return_address",),
}


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two entries that look alike: the one to keep (with more letters, else the older), and the other."""

    keep: MemberRow
    other: MemberRow
    why: Likeness

    @property
    def differing(self) -> tuple[Part, ...]:
        """In what the two differ."""
        one, two = self.keep.person, self.other.person
        return tuple(part for part in Part if _values(one, part) != _values(two, part))

    def fuller(self, part: Part) -> MemberRow:
        """The entry that says more here; where both say as much, the newer."""
        newer, older = sorted((self.keep, self.other), key=lambda row: -row.ident)
        return older if _fullness(older.person, part) > _fullness(newer.person, part) else newer

    @property
    def proposed(self) -> Person:
        """One entry that has the fuller of each part."""
        return united(self.keep.person, {part: self.fuller(part).person for part in self.differing})


def united(person: Person, parts: dict[Part, Person]) -> Person:
    """The person with each of these parts as another entry has it."""
    for part, source in parts.items():
        person = replace(person, **{field: getattr(source, field) for field in _FIELDS[part]})
    return person


def look_alike(rows: Sequence[MemberRow], apart: Collection[tuple[int, int]] = ()) -> list[Duplicate]:
    """The pairs that look like one person, the surest first, without those that a person said are two.

    `apart` holds pairs of idents, the smaller first. People look alike who have the same name (accents, case and the
    order of its words aside) or the same email; or names that are alike and the same phone or a same line of the
    address (one with a number in it: half of the list lives in the same town). Only who shares one of these is
    compared: "Smith, Zoë" with "zoe smith"; "J. Smith, 5 Elm Road" with "John Smith, 5 Elm Road", whatever the rest.
    """
    found: dict[tuple[int, int], Duplicate] = {}
    ordered = sorted(rows, key=lambda row: row.ident)
    for why in Likeness:
        for first, second in _sharing(ordered, why):
            idents = (first.ident, second.ident)
            sure = why in (Likeness.NAME, Likeness.EMAIL) or names_alike(first.person.name, second.person.name)
            if sure and idents not in found and idents not in apart:
                keep, other = (second, first) if second.letters > first.letters else (first, second)
                found[idents] = Duplicate(keep, other, why)
    return list(found.values())


def names_alike(one: str, two: str) -> bool:
    """Whether two names may be one person's: the same words in any order, one a part of the other, or initials.

    >>> names_alike("Smith, John", "John Smith"), names_alike("J. R. Smith", "John Smith")
    (True, True)
    >>> names_alike("Ann", "Ann Marie Roy"), names_alike("Ann Smith", "John Smith")
    (True, False)
    """
    shorter, longer = sorted((_words(one), _words(two)), key=len)
    shared = [word for word in shorter if len(word) > 1 and word in longer]
    left = list(longer)
    for word in shared:
        if word in left:
            left.remove(word)
    return bool(shared) and all(_takes(word, left) for word in shorter if word not in shared)


def _takes(word: str, left: list[str]) -> bool:
    """Whether one of the words left is this one, or one is the other's initial; it is used up."""
    for each in left:
        if each == word or (1 in (len(each), len(word)) and each[0] == word[0]):
            left.remove(each)
            return True
    return False


def _sharing(rows: Iterable[MemberRow], why: Likeness) -> Iterator[tuple[MemberRow, MemberRow]]:
    """The pairs that share what this likeness goes by."""
    groups: dict[str, list[MemberRow]] = defaultdict(list)
    for row in rows:
        for key in _keys(row.person, why):
            groups[key].append(row)
    for group in groups.values():
        yield from combinations(group[:MOST_ALIKE], 2)


def _keys(person: Person, why: Likeness) -> set[str]:
    """By what entries are brought together: names that are alike share a whole word, so it is part of the key."""
    if why is Likeness.NAME:
        return {" ".join(sorted(_words(person.name)))} - {""}
    if why is Likeness.EMAIL:
        return {person.email.strip().casefold()} - {""}
    if why is Likeness.PHONE:
        digits = re.sub(r"\D", "", person.phone)
        places = {digits[-_SEVEN_DIGITS:]} if len(digits) >= _SEVEN_DIGITS else set()
    else:
        places = {" ".join(_words(line)) for line in person.address_lines if re.search(r"\d", line)}
    return {f"{word} {place}" for word in _words(person.name) if len(word) > 1 for place in places}


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(text))


def _values(person: Person, part: Part) -> tuple[object, ...]:
    return tuple(getattr(person, field) for field in _FIELDS[part])


def _fullness(person: Person, part: Part) -> tuple[int, int]:
    """How much an entry says: lines and signs; a member is more than a guest."""
    if part is Part.KIND:
        return int(person.kind is MemberKind.MEMBER), 0
    if part is Part.SENDER:
        return 0, 0
    if part is Part.ADDRESS:
        return len(person.address_lines), len("".join(person.address_lines)) + bool(person.country)
    (value,) = _values(person, part)
    return 0, len(str(value))
