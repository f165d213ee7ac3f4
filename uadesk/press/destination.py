"""The block of an address as the post wants it: the country alone in capitals on the last line, none at home.

Sources: USPS Publication 28 (pe.usps.com/text/pub28/28apa_004.htm), Canada Post's addressing guidelines.
"""

from collections.abc import Sequence
from functools import lru_cache

from uadesk.base.errors import UADeskError
from uadesk.domain.addresses import Addressee
from uadesk.domain.folding import fold
from uadesk.domain.people import Sender
from uadesk.reference.countries import load_countries


class UnknownCountryError(UADeskError):
    """Nobody knows in which country an address is, so that its last line cannot be settled."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__(lines)
        self.lines = lines


def destination(addressee: Addressee, home: str, language: str) -> tuple[str, ...]:
    """The lines for letter and envelope, as printed in the bulletin but for the country's.

    `home` is the group's country (ISO 3166 alpha-2), `language` the letter's. Raises UnknownCountryError.
    """
    code = addressee.country_code
    if code is None:
        raise UnknownCountryError(addressee.lines)
    return settle_country(addressee.lines, code, home, language)


@lru_cache(maxsize=1024)
def settle_country(lines: tuple[str, ...], code: str, home: str, language: str) -> tuple[str, ...]:
    """The lines of an address in this country, its country line settled."""
    above, printed = _parted(tuple(line for line in lines if line.strip()), code)
    if code == home:
        return above
    own = printed if printed and not _is_other_language(printed, code, language) else ""
    return (*above, (own or load_countries().name(code, language)).upper())


def return_block(sender: Sender, recipient: Sequence[str], language: str) -> tuple[str, ...]:
    """The sender's block; its country is added where the letter goes abroad."""
    abroad = _country_at_end(recipient[-1]) if recipient else None
    if not sender.block or not sender.country or abroad in (None, sender.country):
        return sender.block
    return settle_country(sender.block, sender.country, "", language)


@lru_cache(maxsize=1024)
def _country_at_end(line: str) -> str | None:
    return load_countries().code_of(line)


def _parted(lines: tuple[str, ...], code: str) -> tuple[tuple[str, ...], str]:
    """The lines without the country, and the country as it was printed (empty where it was not)."""
    if not lines:
        return lines, ""
    *above, last = lines
    if above and _is_country(last, code):
        return tuple(above), _bare(last)
    town, comma, country = last.rpartition(",")
    if comma and town.strip() and _is_country(country, code):
        return (*above, town.rstrip()), _bare(country)
    return lines, ""


def _bare(country: str) -> str:
    """A printed country without the stop or comma after it; "U.S.A." keeps its own."""
    bare = country.strip().rstrip(",; ")
    return bare if "." in bare[:-1] else bare.rstrip(".")


def _is_country(text: str, code: str) -> bool:
    return load_countries().code_of(text.strip()) == code


def _is_other_language(printed: str, code: str, language: str) -> bool:
    """Whether a printed name is the country's in a language that is not the letter's."""
    countries = load_countries()
    name = fold(printed)
    if name == fold(countries.name(code, language)):
        return False
    return name in {fold(countries.name(code, other)) for other in ("en", "fr", "es") if other != language}
