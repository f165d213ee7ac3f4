"""Whether a line begins another addressee than the one whose lines stand above it."""

from collections.abc import Sequence
from dataclasses import dataclass

from uadesk.reading.offices import is_name, is_office, looks_like_beginning, looks_postal
from uadesk.reference.bulletin_words import BulletinWords
from uadesk.reference.countries import Countries

LEAST_BEFORE = 3
"""Lines of an address at least, below whose country another one begins."""


@dataclass(frozen=True, slots=True)
class Above:
    """What stands above a line: the lines of the addressee in hand, and what that one has had."""

    lines: Sequence[str]
    has_salutation: bool
    has_contacts: bool
    is_complete: bool
    """Whether it has had its country, contacts or salutation."""
    is_apart: bool
    """Whether a blank line that parts addressees stands between."""


def begins_addressee(above: Above, text: str, following: str, words: BulletinWords, countries: Countries) -> bool:
    """Whether this line begins another one; `following` is the line below it."""
    if not above.lines:
        return False
    begins = _begins_by_itself(above, text, following, words)
    if countries.is_known_name(text) or (looks_postal(text, words) and not begins):
        return above.has_salutation and not countries.is_known_name(text)
    if above.has_salutation or _is_below_country(above, text, words, countries):
        return True
    has_place = any(looks_postal(line, words) or countries.is_city(line) for line in above.lines[1:])
    if above.is_apart:
        return above.is_complete or has_place or (begins and len(above.lines) > 1)
    if not (above.is_complete or has_place):
        return False
    if begins or _names_holder(text, following, words):
        return True
    return above.has_contacts and has_place and _is_else(text, words, countries)


def _begins_by_itself(above: Above, text: str, following: str, words: BulletinWords) -> bool:
    """An honorific, an office or an embassy. `Col. Roma Norte` is a quarter unless an office stands below it."""
    if not looks_like_beginning(text, words):
        return False
    is_namesake = words.address["namesakes"].match(text) is not None and not is_office(text, words)
    return not is_namesake or above.is_complete or above.is_apart or is_office(following, words)


def _is_below_country(above: Above, text: str, words: BulletinWords, countries: Countries) -> bool:
    """Whether a name or a body stands below the country that ends the address: `Lagos, Nigeria`, `Prueba Law Desk`."""
    last = above.lines[-1]
    has_country = countries.is_known_name(last) or ("," in last and countries.named_at_end(last) is not None)
    if len(above.lines) < LEAST_BEFORE or not has_country or words.address["regions"].fullmatch(text) is not None:
        return False
    return _is_else(text, words, countries)


def _is_else(text: str, words: BulletinWords, countries: Countries) -> bool:
    """Whether a line can only be somebody else's: a name of two words or more, or a body; no country's line."""
    if looks_postal(text, words) or len(text.split()) < 2 or next(countries.mentions(text), None) is not None:
        return False
    is_place = countries.is_city(text.partition(",")[0])
    return not is_place and (is_name(text, words) or words.address["organisations"].search(text) is not None)


def _names_holder(text: str, following: str, words: BulletinWords) -> bool:
    """Whether a person stands above the office held: `Omar Bello`, `Director of Police`."""
    if any(sign in f"{text}{following}" for sign in ",:;") or looks_postal(text, words) or len(text.split()) < 2:
        return False
    return is_name(text, words) and is_office(following, words) and not looks_postal(following, words)
