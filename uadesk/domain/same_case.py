"""Which case a bulletin without a number may be about: proposed with the reason, for a person to decide."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from uadesk.domain.addresses import Role
from uadesk.domain.bulletins import BulletinDraft, Stage
from uadesk.domain.folding import fold, signs_of
from uadesk.domain.numbers import parse_number

MOST = 3
"""So many cases are proposed; the rest of them can be chosen from the list of all."""
ALIKE = 0.6
"""The part of their words that two titles share at least, to speak of one case in one country: "Guardians free" and
"Free the river guardians" share 0.8, "Baker arrested" and "Journalist arrested" 0.5."""
_WORD = 4
"""Letters that a word of a title has at least to tell it from another: "free", but not "the"."""
_NUMBER = re.compile(r"(?<![\d/])(?:EXTRA\s+)?\d{1,4}/(?:19|20)?\d{2}(?![\d/])")


class Reason(StrEnum):
    """Why a bulletin may be about a case, the surest first."""

    SAME_INDEX = "same_index"
    NAMES_EARLIER = "names_earlier"
    NAMED_BY_LATER = "named_by_later"
    TITLE = "title"
    ADDRESSEE = "addressee"


@dataclass(frozen=True, slots=True)
class KnownCase:
    """A case by what a bulletin about it can be known."""

    ident: int
    name: str
    title: str = ""
    titles: tuple[str, ...] = ()
    country_code: str | None = None
    indexes: tuple[str, ...] = ()
    previous: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    """To whom is written."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A case that a bulletin may be about, and what both have."""

    case_id: int
    case: str
    title: str
    reason: Reason
    shared: str


def proposals(draft: BulletinDraft, cases: Iterable[KnownCase]) -> tuple[Proposal, ...]:
    """The cases that a bulletin may be about, the likeliest first."""
    found = []
    for case in cases:
        why = _why(draft, case)
        if why is not None:
            reason, shared, weight = why
            proposal = Proposal(case.ident, case.name, case.title, reason, shared)
            found.append((list(Reason).index(reason), -weight, proposal))
    found.sort(key=lambda each: (*each[:2], -each[2].case_id))
    return tuple(proposal for _reason, _weight, proposal in found[:MOST])


def _why(draft: BulletinDraft, case: KnownCase) -> tuple[Reason, str, float] | None:
    own = signs_of(draft.index or "")
    for index in case.indexes:
        if own and signs_of(index) == own:
            return Reason.SAME_INDEX, index, 1.0
    for index in case.indexes:
        if names(draft.previous, index):
            return Reason.NAMES_EARLIER, index, 1.0
    if case.name in numbers_in(draft.previous):
        return Reason.NAMES_EARLIER, case.name, 1.0
    if draft.index and names(case.previous, draft.index):
        return Reason.NAMED_BY_LATER, draft.index, 1.0
    return _looks_alike(draft, case)


def names(references: Iterable[str], index: str) -> bool:
    """Whether one of these references, as printed, names the document of this index.

    >>> names(["Further information on UA 7/25 (AMR 29/0001/2025)"], "AMR 29/0001/2025")
    True
    >>> names(["AMR 29/0001/2025"], "AMR 29/001/2025")
    False
    """
    parts = r"[\W_]+".join(re.findall(r"[^\W_]+", fold(index)))
    pattern = re.compile(rf"(?<![^\W_]){parts}(?![^\W_])")
    return bool(parts) and any(pattern.search(fold(each)) for each in references)


def numbers_in(references: Iterable[str]) -> set[str]:
    """The numbers of urgent actions that these references name.

    >>> numbers_in(["Further information on UA 7/25 (AMR 29/0001/2025)"])
    {'7/25'}
    """
    found = (parse_number(each) for reference in references for each in _NUMBER.findall(reference))
    return {str(number) for number in found if number is not None}


def _looks_alike(draft: BulletinDraft, case: KnownCase) -> tuple[Reason, str, float] | None:
    """Alike by its title in the same country, or for the same addressee; a first bulletin only by a like title."""
    if None not in (draft.country_code, case.country_code) and draft.country_code != case.country_code:
        return None
    person = _shared_person(draft, case)
    country = _words(draft.country or "")
    said = _words(draft.title or "") - country
    alike, title = max(((_shared_part(said, _words(each) - country), each) for each in case.titles), default=(0.0, ""))
    same_place = draft.country_code is not None and draft.country_code == case.country_code
    if alike >= ALIKE and (same_place or person):
        return Reason.TITLE, title, alike
    if person and same_place and draft.stage in (Stage.UPDATE, Stage.OUTCOME):
        return Reason.ADDRESSEE, person, alike
    return None


def _shared_person(draft: BulletinDraft, case: KnownCase) -> str:
    known = {fold(name) for name in case.people if name}
    targets = (each.name for each in draft.targets if each.role is Role.TARGET)
    return next((name for name in targets if name and fold(name) in known), "")


def _shared_part(one: set[str], two: set[str]) -> float:
    """How much of their words two titles share, 0 to 1 (Sørensen and Dice)."""
    return 2 * len(one & two) / (len(one) + len(two)) if one and two else 0.0


def _words(title: str) -> set[str]:
    return {word for word in re.findall(r"[^\W_]+", fold(title)) if len(word) >= _WORD}
