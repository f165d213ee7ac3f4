"""The people who write, and the group they belong to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

LETTER_COUNTRIES = frozenset({"CA", "US"})
"""Countries where US Letter and the #10 envelope are the usual stationery."""


class MemberKind(StrEnum):
    """A guest needs no address: a first name is enough."""

    MEMBER = "member"
    GUEST = "guest"


class ReturnAddress(StrEnum):
    """What stands as the sender on a letter and its envelope."""

    OWN = "own"
    GROUP = "group"
    TOWN = "town"
    NONE = "none"


class Paper(StrEnum):
    """The sheet a letter is printed on."""

    LETTER = "letter"
    A4 = "a4"


@dataclass(frozen=True, slots=True)
class Person:
    """A member or guest, as entered. `address_lines` are printed as they stand."""

    name: str
    address_lines: tuple[str, ...] = ()
    country: str | None = None
    email: str = ""
    phone: str = ""
    about: str = ""
    kind: MemberKind = MemberKind.MEMBER
    return_address: ReturnAddress = ReturnAddress.OWN


@dataclass(frozen=True, slots=True)
class Group:
    """The group whose desk this is. Paper and envelope follow its country until somebody sets them."""

    name: str = ""
    number: str = ""
    address_lines: tuple[str, ...] = ()
    country: str = ""
    coordinator: str = ""
    email: str = ""
    paper: Paper | None = None
    envelope: str | None = None

    @property
    def is_known(self) -> bool:
        """Whether the first questions were answered: name, address and country."""
        return bool(self.name and self.address_lines and self.country)

    @property
    def usual_paper(self) -> Paper:
        return self.paper or (Paper.LETTER if self.country in LETTER_COUNTRIES else Paper.A4)

    @property
    def usual_envelope(self) -> str:
        """Id of the envelope in the stationery data."""
        return self.envelope or ("us-10" if self.country in LETTER_COUNTRIES else "iso-dl")


@dataclass(frozen=True, slots=True)
class Sender:
    """Who a letter says it is from: the signature, and the lines of the return address (without the name)."""

    name: str
    address_lines: tuple[str, ...] = ()
    country: str = ""
    shows_name: bool = True
    """Whether the name stands above the return address; the signature always does."""

    @property
    def block(self) -> tuple[str, ...]:
        """The return address as printed: empty where the writer wants none."""
        return (self.name, *self.address_lines) if self.shows_name and self.address_lines else self.address_lines


def first_names(names: Sequence[str]) -> tuple[str, ...]:
    """What people are called in the room: the first name, with as much of the last as tells two apart.

    >>> first_names(["Anna Brook", "Zoë Łukaszewska", "Anna Berg", "Anna Berg"])
    ('Anna Br.', 'Zoë', 'Anna Be. (1)', 'Anna Be. (2)')
    """
    firsts = [name.split()[0] if name.split() else name for name in names]
    shown = list(firsts)
    for place, name in enumerate(names):
        rivals = [other for other, first in zip(names, firsts, strict=True) if first == firsts[place] and other != name]
        if rivals:
            shown[place] = _told_apart(name, rivals)
    alike = {each for each in shown if shown.count(each) > 1}
    return tuple(
        f"{each} ({shown[:place].count(each) + 1})" if each in alike else each for place, each in enumerate(shown)
    )


def _told_apart(name: str, rivals: Sequence[str]) -> str:
    """The first name and the beginning of the last, as long as a rival begins alike."""
    first, _blank, last = name.partition(" ")
    for length in range(1, len(last)):
        if not any(rival.partition(" ")[2].startswith(last[:length]) for rival in rivals):
            return f"{first} {last[:length].rstrip('. ')}."
    return name


def sender_of(person: Person, group: Group) -> Sender:
    """The sender block that this person chose; the group's where the person has no address.

    A chosen but missing own address falls back to the group's, so that a guest's letter has one.
    """
    choice = person.return_address
    if choice in (ReturnAddress.OWN, ReturnAddress.TOWN) and not person.address_lines:
        choice = ReturnAddress.GROUP
    own = Sender(person.name, person.address_lines, person.country or group.country)
    if choice is ReturnAddress.NONE:
        return replace(own, address_lines=(), country=group.country)
    if choice is ReturnAddress.TOWN:
        return replace(own, address_lines=person.address_lines[-1:])
    if choice is ReturnAddress.GROUP:
        return Sender(person.name, (group.name, *group.address_lines), group.country)
    return own
