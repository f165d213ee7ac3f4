"""What a person points at in a bulletin, taken as the value of a field."""

import re
from datetime import date

from uadesk.domain.addresses import Addressee, Role
from uadesk.domain.numbers import UANumber, parse_number
from uadesk.domain.texts import Text

_NUMBER = re.compile(r"(?<![\w/])(?:EXTRA\s+)?\d{1,4}\s?[/.]\s?(?:19|20)?\d{2}(?![\d/])", re.IGNORECASE)
_INDEX = re.compile(r"\b[A-Z]{3}\s*\d{1,2}\s*/\s*\d{1,5}\s*/\s*(?:\d{4}|\d{2})\b")
_MARK = re.compile(r"^\s*(?:[-–—*•·▪◦●]+|\(?(?:\d{1,2}|[a-z])[.)])\s+")
_LABEL = re.compile(r"^[^\W\d_][^\W\d_ .-]*(?:[ -][^\W\d_]+){0,3}\s*:\s*(?=\S)")
"""A few words before a colon: `Salutation:`, `Formule d'appel :`, `Fax:`."""
_EMAIL = re.compile(r"[^\s<>(),;:\"“”]+@[^\s<>(),;:\"“”]+\.[^\s<>(),;:\"“”.]+")


def number_in(words: str) -> UANumber | None:
    """The first number of an urgent action in these words.

    >>> str(number_in("First UA: 34/25 Index: AMR 51/9206/2025"))
    '34/25'
    """
    found = _NUMBER.search(words)
    return parse_number(found[0]) if found else None


def index_in(words: str) -> str:
    """The index in these words, else the words."""
    found = _INDEX.search(words)
    return found[0] if found else words


def day_in(words: str, language: str | None = None) -> date | None:
    """The first whole date in these words; None where there is none, or none with a year.

    >>> day_in("bis zum 14. März 2025", "de")
    datetime.date(2025, 3, 14)
    """
    from uadesk.reading.dates import dates_in
    from uadesk.reading.languages import words_of

    return next((each.day for each in dates_in(words, words_of(language)) if each.day is not None), None)


def addressee_in(words: str, role: Role, language: str | None = None) -> Addressee | None:
    """The addressee that a block of lines is, read as in a bulletin; line by line where it does not read as one."""
    from uadesk.reading.addressees import addressee_of
    from uadesk.reading.blocks import blocks_of
    from uadesk.reading.findings import Findings
    from uadesk.reading.languages import words_of
    from uadesk.reading.lines import page_of
    from uadesk.reference.countries import load_countries

    page, labels, countries = page_of(Text(words)), words_of(language), load_countries()
    blocks = blocks_of(page, 0, len(page.lines), 0, labels, countries)
    if len(blocks) == 1 and blocks[0].lines:
        return addressee_of(page, blocks[0], role, "", Findings(), labels, countries, None)
    lines = tuple(line for line in lines_in(words) if not emails_in(line))
    return Addressee(lines, role, lines[0], address_lines=lines[1:], email=emails_in(words)) if lines else None


def emails_in(words: str) -> tuple[str, ...]:
    """All email addresses in these words."""
    return tuple(found[0] for found in _EMAIL.finditer(words))


def without_label(words: str) -> str:
    """The words without a label before a colon.

    >>> without_label("Salutation: Dear Minister Peña,")
    'Dear Minister Peña,'
    """
    return " ".join(_LABEL.sub("", words.strip(), count=1).split())


def points_in(words: str) -> tuple[str, ...]:
    """The points in these words, without their marks; lines that go on where a line was wrapped are joined to it.

    >>> points_in("- Release the guardians\\nat once;\\n- Return their boats.")
    ('Release the guardians at once;', 'Return their boats.')
    """
    points: list[str] = []
    for line in words.splitlines():
        said = " ".join(_MARK.sub("", line).split())
        if not said:
            continue
        if points and not _MARK.match(line) and not points[-1].endswith((".", ";", "!", "?")):
            points[-1] = f"{points[-1]} {said}"
        else:
            points.append(said)
    return tuple(points)


def lines_in(words: str) -> tuple[str, ...]:
    """The lines in these words that say something, white space folded."""
    return tuple(" ".join(line.split()) for line in words.splitlines() if line.strip())
