"""The same office in two bulletins, and whether both give it one address."""

from collections.abc import Iterable

from uadesk.domain.addresses import Addressee
from uadesk.domain.folding import fold, signs_of

_NAME = 2
"""Words that a name has at least to be somebody's: "Ana Peña", but not "Director"."""


def differing(addressee: Addressee, stored: Iterable[tuple[str, Addressee]]) -> tuple[str, Addressee] | None:
    """The first stored block (with its case) of the same office, where it is at another place; else None.

    `stored` begins with the newest: that one counts, and one that says nothing of a place does not.
    """
    for case, known in stored:
        if known.has_postal_lines and addressee.has_postal_lines and same_office(addressee, known):
            return None if same_place(addressee, known) else (case, known)
    return None


def moved(addressee: Addressee, before: Addressee) -> bool:
    """Whether who is named in the place of another one of the same case is the same office elsewhere.

    Within one case the name is enough, and so is the office: a new minister sits where the old one did.
    """
    marks = ((fold(each.name), signs_of(each.title or "")) for each in (addressee, before))
    is_same = any(one and one == other for one, other in zip(*marks, strict=True))
    both = addressee.has_postal_lines and before.has_postal_lines
    return is_same and both and not same_place(addressee, before)


def same_office(one: Addressee, other: Addressee) -> bool:
    """Whether two blocks are one person's, of one office: the same name, office and country, as far as both say.

    An office alone is no mark: every case has its "Director", and many their "Governor".
    """
    if len(fold(one.name).split()) < _NAME or fold(one.name) != fold(other.name):
        return False
    offices = {signs_of(each.title or "") for each in (one, other)} - {""}
    countries = {each.country_code for each in (one, other)} - {None}
    return len(offices) < 2 and len(countries) < 2


def same_place(one: Addressee, other: Addressee) -> bool:
    """Whether two blocks lead to one place, however their lines are parted; one may leave out the country."""
    first, second = _place(one), _place(other)
    return first == second or first in _without_last(other) or second in _without_last(one)


def _place(addressee: Addressee) -> str:
    return signs_of(" ".join(addressee.address_lines))


def _without_last(addressee: Addressee) -> tuple[str, ...]:
    """The place without its last line, where anything is left."""
    lines = addressee.address_lines[:-1]
    return (signs_of(" ".join(lines)),) if lines else ()
