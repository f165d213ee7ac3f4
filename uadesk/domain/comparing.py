"""A case as it stands beside a bulletin that came: where they differ, and what of it the case takes over."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any, TypeVar

from uadesk.domain.addresses import Addressee, Role, successor
from uadesk.domain.bulletins import BulletinDraft

ROLES = {Role.TARGET: "targets", Role.COPY: "copies", Role.SOLIDARITY: "solidarity"}
"""In which list of a draft the addressees of a role are."""

V = TypeVar("V", BulletinDraft, Addressee)


class Part(StrEnum):
    """What of a case a bulletin can change, each to be taken over by itself."""

    TITLE = "title"
    COUNTRY = "country"
    ACT_UNTIL = "act_until"
    DEMANDS = "demands"
    ADDRESSEE = "addressee"
    """Somebody is named who was not before, or the other way round."""
    LINES = "lines"
    SALUTATION = "salutation"
    EMAIL = "email"
    PHONE = "phone"
    FAX = "fax"


_OF_CASE = {
    Part.TITLE: ("title",),
    Part.COUNTRY: ("country", "country_code"),
    Part.ACT_UNTIL: ("act_until",),
    Part.DEMANDS: ("demand_lead", "demands", "model_letter"),
}
_OF_ADDRESSEE = {
    Part.LINES: ("lines", "name", "title", "address_lines", "country_code"),
    Part.SALUTATION: ("salutation",),
    Part.EMAIL: ("email",),
    Part.PHONE: ("phone",),
    Part.FAX: ("fax",),
}
PEOPLE = frozenset({Part.ADDRESSEE, *_OF_ADDRESSEE})
"""The parts that are one in what a case takes: a bulletin that names whom to write to replaces all whom it had."""


class Mark(StrEnum):
    """How a line stands to those on the other side."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"
    OTHER = "other"


Key = tuple[Part, Role | None, int | str | None]
"""What a difference is about: the part, whose it is, and which of several."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One part in which case and bulletin differ, line by line; an empty side says nothing.

    Below the lines of an address stands the code of its country, "" where nobody knows it; days are in ISO form.
    `was` and `place` lead to an addressee of the case and of the bulletin in its role, None where it has none there.
    """

    part: Part
    before: tuple[str, ...]
    now: tuple[str, ...]
    role: Role | None = None
    name: str = ""
    was: int | None = None
    place: int | None = None

    @property
    def key(self) -> Key:
        """What it is about, whatever the bulletin says there now."""
        return self.part, self.role, self.name if self.was is None else self.was

    @property
    def path(self) -> str:
        """The field of the draft that it is about; "" for an addressee who is named no more."""
        if self.role is None:
            return self.part.value
        if self.place is None:
            return ""
        whose = f"{ROLES[self.role]}[{self.place}]"
        return whose if self.part is Part.ADDRESSEE else f"{whose}.{self.part.value}"


def differences(before: BulletinDraft, draft: BulletinDraft, brought: Collection[Part]) -> tuple[Difference, ...]:
    """Where a bulletin is another than its case stands, of the parts that the case would take from it."""
    found = [
        Difference(part, _shown(before, part), _shown(draft, part))
        for part in _OF_CASE
        if part in brought and _differ(before, draft, part)
    ]
    if Part.ADDRESSEE in brought:
        for role, listed in ROLES.items():
            found += _among(role, getattr(before, listed), getattr(draft, listed))
    return tuple(found)


def take_over(draft: BulletinDraft, before: BulletinDraft, left: Collection[Difference]) -> BulletinDraft:
    """The draft with these differences left as the case has them; its spans and checks stay as they were."""
    for each in left:
        if each.role is None:
            draft = _with(draft, before, _OF_CASE[each.part])
    people = {
        role: tuple(_kept(role, getattr(draft, listed), getattr(before, listed), left))
        for role, listed in ROLES.items()
    }
    return replace(draft, targets=people[Role.TARGET], copies=people[Role.COPY], solidarity=people[Role.SOLIDARITY])


def fields_of(difference: Difference) -> tuple[str, ...]:
    """The paths of a draft's fields that stand otherwise where this difference is left."""
    if difference.role is None:
        return _OF_CASE[difference.part]
    if difference.place is None or difference.part is Part.ADDRESSEE:
        return ()
    whose = f"{ROLES[difference.role]}[{difference.place}]"
    return tuple(f"{whose}.{field}" for field in _OF_ADDRESSEE[difference.part])


def known_before(before: BulletinDraft, draft: BulletinDraft) -> dict[str, Addressee]:
    """For the path of each addressee whom the case has already, how the case has them."""
    found = {}
    for listed in ROLES.values():
        old, new = getattr(before, listed), getattr(draft, listed)
        found.update({f"{listed}[{place}]": old[was] for was, place in _pairs(old, new).items()})
    return found


def marked_lines(before: Sequence[str], now: Sequence[str]) -> tuple[list[tuple[Mark, str]], list[tuple[Mark, str]]]:
    """Each line of both sides with its mark.

    >>> marked_lines(["Ana Peña", "1 Road"], ["Ana Peña", "2 Road", "Rooms"])[1]
    [(<Mark.SAME: 'same'>, 'Ana Peña'), (<Mark.OTHER: 'other'>, '2 Road'), (<Mark.NEW: 'new'>, 'Rooms')]
    """
    left: list[tuple[Mark, str]] = []
    right: list[tuple[Mark, str]] = []
    for kind, first, last, start, end in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        both = min(last - first, end - start)
        same = Mark.SAME if kind == "equal" else Mark.OTHER
        left += [(same if place < both else Mark.GONE, line) for place, line in enumerate(before[first:last])]
        right += [(same if place < both else Mark.NEW, line) for place, line in enumerate(now[start:end])]
    return left, right


def _differ(before: BulletinDraft, draft: BulletinDraft, part: Part) -> bool:
    """Whether a part is another; a country is the same under any name of it."""
    if part is Part.COUNTRY and None not in (before.country_code, draft.country_code):
        return before.country_code != draft.country_code
    return _shown(before, part) != _shown(draft, part)


def _shown(draft: BulletinDraft, part: Part) -> tuple[str, ...]:
    """A part of a case as lines: a day in ISO form; a country as printed, with its code where that alone tells."""
    if part is Part.DEMANDS:
        paragraphs = (each.strip() for each in (draft.model_letter or "").split("\n\n"))
        return tuple(filter(None, (draft.demand_lead, *draft.demands, *paragraphs)))
    values = {
        Part.TITLE: draft.title,
        Part.COUNTRY: draft.country or draft.country_code,
        Part.ACT_UNTIL: draft.act_until.isoformat() if draft.act_until else None,
    }
    value = values[part]
    return (value,) if value else ()


def _among(role: Role, before: Sequence[Addressee], now: Sequence[Addressee]) -> Iterator[Difference]:
    """Where the addressees of one role differ: those of the bulletin in its order, then those named no more."""
    pairs = _pairs(before, now)
    for place, addressee in enumerate(now):
        was = next((was for was, found in pairs.items() if found == place), None)
        name = addressee.shown_name
        if was is None:
            yield Difference(Part.ADDRESSEE, (), addressee.lines, role, name, place=place)
            continue
        for part, fields in _OF_ADDRESSEE.items():
            if any(getattr(before[was], field) != getattr(addressee, field) for field in fields):
                old, new = (_lines(each, part) for each in (before[was], addressee))
                if old != new:
                    yield Difference(part, old, new, role, name, was, place)
    for was, addressee in enumerate(before):
        if was not in pairs:
            yield Difference(Part.ADDRESSEE, addressee.lines, (), role, addressee.shown_name, was)


def _lines(addressee: Addressee, part: Part) -> tuple[str, ...]:
    if part is Part.LINES:
        return (*addressee.lines, addressee.country_code or "")
    if part is Part.SALUTATION:
        return (addressee.salutation,) if addressee.salutation else ()
    values: tuple[str, ...] = getattr(addressee, part.value)
    return values


def _pairs(before: Sequence[Addressee], now: Sequence[Addressee]) -> dict[int, int]:
    """Who of those before is who of those now, by their places."""
    pairs: dict[int, int] = {}
    for was, addressee in enumerate(before):
        place = successor(addressee, before, now)
        if place is not None and place not in pairs.values():
            pairs[was] = place
    return pairs


def _with(value: V, source: V, fields: Collection[str]) -> V:
    """The value with these fields as the source has them."""
    changes: dict[str, Any] = {field: getattr(source, field) for field in fields}
    return replace(value, **changes)


def _kept(
    role: Role, now: Sequence[Addressee], before: Sequence[Addressee], left: Collection[Difference]
) -> Iterator[Addressee]:
    """The addressees of a role: as the bulletin has them but for what is left, which stays as it was."""
    mine = [each for each in left if each.role is role]
    for place, addressee in enumerate(now):
        about = [each for each in mine if each.place == place]
        if any(each.part is Part.ADDRESSEE for each in about):
            continue
        kept = addressee
        for each in about:
            assert each.was is not None, "only a whole addressee has nobody before"
            kept = _with(kept, before[each.was], _OF_ADDRESSEE[each.part])
        yield kept
    yield from (before[each.was] for each in mine if each.place is None and each.was is not None)
