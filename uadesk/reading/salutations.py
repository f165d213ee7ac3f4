"""Where a salutation stands in the lines of an address, with its label or without, and where it ends."""

import re
from functools import cache

from uadesk.reading.glued import rest_behind_greeting
from uadesk.reading.lines import Page
from uadesk.reading.name_lines import split_name_line
from uadesk.reading.offices import is_office, is_person
from uadesk.reference.bulletin_words import BulletinWords

ENDS = " \t\"“”'()[]/;"
"""What may stand around a salutation."""
MOST_SALUTATION = 12
"""A salutation of more words has something else behind it."""
MOST_GREETED = 6
"""Words of a salutation that stands beside a name."""
LONGEST_STRETCH = 1000
"""A line longer than this is not searched for a salutation."""
_BLANK_TO_FILL = re.compile(r"_{2,}|\.{4,}|\[[^\]]*\]|…\s*[,:]?\s*$|\{\{|<[^>]*>")


@cache
def salutation_label(words: BulletinWords) -> re.Pattern[str]:
    label = words.labels["salutation"].pattern
    return re.compile(rf"[(\[]?(?:{label}|\s*salutation\s+[-–—]\s+)", re.IGNORECASE)


def is_for_all(label: str, words: BulletinWords) -> bool:
    """Whether a label says that the salutation is that of several: `Salutation for both:`."""
    return words.address["for_all"].search(label) is not None


def is_to_fill(salutation: str) -> bool:
    """Whether the reader of the bulletin is to fill it in: `Dear ________,`."""
    return _BLANK_TO_FILL.search(salutation) is not None


def inside(content: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without blanks, brackets and quotation marks around it; marks that are part of it stay."""
    text = content[start:end].strip()
    ends = ENDS if not re.search(r"\S[\"“”]\s.*\s[\"“”]\S", text) else " \t"
    while start < end and content[start] in ends:
        start += 1
    while end > start and content[end - 1] in ends:
        end -= 1
    return start, end


def salutation_beside(page: Page, start: int, end: int, words: BulletinWords) -> int | None:
    """Where a salutation begins beside a name, without a label: `Dr Ana Muster      Madame la Ministre`."""
    text = page.text.content[start:end]
    if end - start > LONGEST_STRETCH or any(sign.isdigit() for sign in text):
        return None
    for gap in re.finditer(r"(?<=\w)[^\S\n]{3,}(?=\S)", text):
        if words.asking["openings"].match(text, gap.end()) and len(text[gap.end() :].split()) <= MOST_GREETED:
            return start + gap.end()
    for gap in re.finditer(r"(?<=\w)\s+(?=\S)", text):
        is_greeting = words.address["greets"].match(text, gap.end()) is not None
        if is_greeting and _is_somebody(page, start, gap.start(), words) and not text.endswith(","):
            return start + gap.end()
    return None


def _is_somebody(page: Page, start: int, length: int, words: BulletinWords) -> bool:
    """Whether a person or an office stands there, with or without the other."""
    text = page.text.content[start : start + length]
    found = page.found(start, start + length)
    if is_person(text, words) or is_office(text, words):
        return True
    return split_name_line(page, found, words) is not None


def inner_salutation(page: Page, start: int, end: int, words: BulletinWords) -> int | None:
    """Where a labelled salutation begins behind other text of the line."""
    inner = re.compile(rf"(?<=[\s,;.(])(?={words.labels['salutation'].pattern})\S[^:\n]*:", re.IGNORECASE)
    found = inner.search(page.text.content, start + 1, end)
    return found.start() if found is not None and end - start < LONGEST_STRETCH else None


def rest_behind(page: Page, start: int, end: int, words: BulletinWords) -> int | None:
    """Where the next address begins behind a salutation on one endless line."""
    text = page.text.content[start:end]
    glued = rest_behind_greeting(text, words)
    if glued is not None and len(text.split()) > MOST_SALUTATION:
        return start + glued
    comma = min((place for place in (text.find(","), text.find(";")) if place >= 0), default=-1)
    is_long = len(text.split()) > MOST_SALUTATION >= len(text[:comma].split())
    if comma < 0 or not is_long:
        return None
    slash = text.find("/", 0, comma + 3)
    if slash >= 0 and (slash < comma or words.asking["openings"].match(text[slash + 1 :].lstrip())):
        return None  # the same in another language
    rest = start + max(comma, slash) + 1
    return rest + len(text[rest - start :]) - len(text[rest - start :].lstrip())
