"""An address that stands on one line, parted into the lines of an envelope."""

import re
from collections.abc import Sequence

from uadesk.domain.texts import Found
from uadesk.reading.lines import Page
from uadesk.reading.offices import is_office
from uadesk.reference.bulletin_words import BulletinWords

LONGEST_LINE = 60
"""A single line longer than this holds a whole address."""
FULL = 45
"""A line shorter than this is not wrapped."""
MOST_WRAPPED = 5
"""Lines over which such an address is wrapped."""
_JOINED = re.compile(
    r"(?:[NSEW]\.?|[NS]\.?[EW]\.?|a\.?i\.?|ad interim|Jr\.?|Sr\.?|Ph\.?D\.?|Q\.?C\.?|K\.?C\.?|M\.?P\.?|Esq\.?"
    r"|Inc\.?|Ltd\.?|(?:(?!BP|PO|CP|AA)[A-Z]{2}|D\.C\.)(?:\s+[\dA-Z][\dA-Z -]{3,9})?"
    r"|(?:Suite|Floor|Room|Piso|Unit)\b.{0,20}"
    r"|\d{1,2}(?:st|nd|rd|th) [Ff]loor)",
)
_REST_OF_OFFICE = re.compile(r"[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?,?\s+(?:and|&)\s+[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?")
"""What an office ends with behind its comma: `Minister of Immigration, Refugees and Citizenship`."""


def part_one_line(page: Page, lines: Sequence[Found], words: BulletinWords) -> list[Found] | None:
    """The lines of an address that stands on one, cut at the commas that end one; None where it is not such."""
    start, end = lines[0].start if lines else 0, lines[-1].end if lines else 0
    if not _is_one_stretch(lines):
        return None
    if len(lines) > 1 and "\n\n" in page.text.content[start:end]:
        whole = part_one_line(page, lines[:1], words)
        return None if whole is None else [*whole, *lines[1:]]
    content = page.text.content
    parts: list[tuple[int, int]] = []
    first = start
    for comma in re.finditer(r"\s*(?:,|;|:|\s\|)\s+", content[start:end]):
        following = re.split(r"[,;|]", content[start + comma.end() : end], maxsplit=1)[0].strip()
        if _JOINED.fullmatch(following) or _ends_office(content[first : start + comma.start()], following, words):
            continue
        parts.append((first, start + comma.start()))
        first = start + comma.end()
    parts.append((first, end))
    parted = [page.found(*part, "address line") for part in parts if content[slice(*part)].strip()]
    if parted and parted[-1].value.endswith((".", ",", ";")):
        parted[-1] = page.found(parted[-1].start, parted[-1].end - 1, "address line")
    return parted


def _is_one_stretch(lines: Sequence[Found]) -> bool:
    """Whether an address stands on one line, or on one that is wrapped: every line but the last is full.

    A line that is all of a block and has a number between its commas is an address, however short.
    """
    commas = sum(line.value.count(",") for line in lines)
    if len(lines) == 1:
        has_number = any(sign.isdigit() for sign in lines[0].value)
        return commas > 1 and (len(lines[0].value) > LONGEST_LINE or has_number)
    is_full = all(len(line.value) >= FULL for line in lines[:-1])
    is_wrapped = 1 < len(lines) <= MOST_WRAPPED and is_full
    return is_wrapped and commas > 2 and any(line.value.count(",") > 1 for line in lines)


def _ends_office(before: str, following: str, words: BulletinWords) -> bool:
    return _REST_OF_OFFICE.fullmatch(following) is not None and " of " in before and is_office(before, words)
