"""What a person points at in a bulletin, taken as the value of a field."""

import re
from datetime import date

from uadesk.domain.numbers import UANumber, parse_number

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


def day_in(words: str) -> date | None:
    """The first whole date in these words; None where there is none, or none with a year."""
    from uadesk.reading.dates import dates_in
    from uadesk.reference.bulletin_words import load_words

    return next((each.day for each in dates_in(words, load_words()) if each.day is not None), None)


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
