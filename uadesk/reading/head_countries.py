"""The country in the head of a bulletin: a line of its own, before names, above the number, or in the headline."""

import re
from typing import NamedTuple

from uadesk.domain.texts import Found
from uadesk.reading.header_fields import Header
from uadesk.reading.lines import Line, Page
from uadesk.reading.references import is_banner
from uadesk.reference.bulletin_words import BulletinWords
from uadesk.reference.countries import Countries

ARROWS = " →>›»"
"""What a web page puts behind a link."""
LABELS = 8
"""Lines above the number where a form with a label for each field has its title."""
_ARTICLE = re.compile(r"^(?:the|les|los|las|el|la|die)\s", re.IGNORECASE)
_COUNTRY_FIRST = re.compile(
    r"(?P<name>[A-ZÀ-Þ][A-ZÀ-Þ'’. -]*?[A-ZÀ-Þ])(?:\s*\([^()]*\))?(?:\s*[:/]|\s{2,}|$|\s+(?=[\"“]?[A-ZÀ-Þ][a-zà-ÿ]))"
)


class CountryLine(NamedTuple):
    """A country as found, its code, and whether it is only the first of several that are printed."""

    found: Found | None = None
    code: str | None = None
    is_partly: bool = False


NOWHERE = CountryLine()


def country_line(page: Page, line: Line, countries: Countries) -> CountryLine:
    """The country that a line is, and nothing else: `IRAN`, `Iran →`, `INDONESIA / IRIAN JAYA`."""
    said = line.text.rstrip(ARROWS)
    code, is_partly = country_of(said, countries)
    if code is None:
        return NOWHERE
    parts = said.split("/")
    if is_partly and len(parts) > 1 and not all(countries.is_known_name(part) for part in parts):
        return CountryLine(page.found(line.start, line.start + len(parts[0]), "country line"), code)
    return CountryLine(page.found(line.start, line.start + len(said), "country line"), code, is_partly)


def country_above(page: Page, header: Header, words: BulletinWords, countries: Countries) -> CountryLine:
    """A country alone on a line above the number: `IRAN`, `USA (Texas)`."""
    for line in reversed(page.lines[max(0, header.first - LABELS) : header.first]):
        said = line.text.rstrip(ARROWS)
        code, is_partly = country_of(said, countries)
        if code is not None and not is_banner(line.said, words):
            bracket = said.find("(")
            stop = line.start + (bracket if bracket > 0 else len(said))
            return CountryLine(page.found(line.start, stop, "country above"), code, is_partly)
    return NOWHERE


def leading_country(page: Page, line: Line, countries: Countries) -> CountryLine:
    """The country in capitals before the names of those a case is about: `TURKEY:   Mehmet Muster`."""
    match = _COUNTRY_FIRST.match(line.text)
    code = countries.code_of(match["name"]) if match is not None else None
    if match is None or code is None:
        return NOWHERE
    return CountryLine(page.found(line.start, line.start + match.end("name"), "country of the case"), code)


def country_of(text: str, countries: Countries) -> tuple[str | None, bool]:
    """The code of the country that this text is, and whether it is only the first of several."""
    code = countries.code_of(text)
    if code is not None or len(text) > 80:
        return code, False
    formerly = re.fullmatch(r"([^()]+)\([^()]+\)", text)
    if formerly is not None:
        return countries.code_of(formerly[1]), False
    first, *more = re.split(r"\s*(?:/|,|&|;|\||–|\b(?:and|y|e|et|und)\b)\s*", text, flags=re.IGNORECASE)
    code = countries.code_of(first)
    if not more or code is None:
        return None, False
    if "/" not in text and any(
        countries.code_of(re.sub(r"(?i)^(?:the|les|los|las|el|la|die)\s", "", each)) is None for each in more
    ):
        return None, False
    return code, True


def country_prefix(page: Page, title: Found | None, countries: Countries) -> tuple[Found | None, str | None]:
    """The country before a headline's colon (`USA: Stop …`), for a bulletin that names it nowhere else."""
    if title is None:
        return None, None
    before, colon, _rest = title.value.partition(":")
    code = countries.code_of(before) if colon else None
    if code is None:
        return None, None
    colon_at = page.text.content.index(":", title.start)
    return page.found(title.start, colon_at, "country prefix"), code
