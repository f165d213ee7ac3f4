"""Name and office that stand on one line of an address."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from uadesk.domain.texts import Found
from uadesk.reading.lines import LONGEST_LABEL, Page
from uadesk.reading.offices import has_honorific, honorific_end, is_honorific_alone, is_name, is_office, is_person
from uadesk.reference.bulletin_words import BulletinWords
from uadesk.reference.countries import load_countries
from uadesk.reference.phrases import Phrases

MOST_NAME_WORDS = 4
"""More words than this behind an office, without a comma or honorific, are hardly a name."""
_APART = re.compile(r"\s*(?:[,:]|\s[–—-])\s+")
_TITLE_BEFORE = re.compile(
    r"\s+(?=(?:mr|mrs|ms|miss|mx|dr|dra|prof|hon|h\.e|s\.e|sheikh|shaikh|mme|m|sr|sra|lic)\b\.?\s+[A-ZÀ-Þ])",
    re.IGNORECASE,
)
_GAPS = re.compile(r"(?<=[^\s,])\s+(?=\S)")
_OPEN = re.compile(r"(?:\b(?:of|for|and|the|de|du|des|del|d|la|le|los|las|et|y|e)|[&,])$", re.IGNORECASE)
"""An office that ends so goes on."""
LEAST_OFFICE_WORDS = 3
_HOLDS = re.compile(r"\b(?:of|for|general|to|on|par|de|du|des|del|der|für)\b", re.IGNORECASE)


class NameLine(NamedTuple):
    """The name and the office that one line holds; `is_sure` is False where it may be something else."""

    name: Found
    title: Found | None
    is_sure: bool = True


def split_name_line(page: Page, line: Found, words: BulletinWords) -> NameLine | None:
    """Name and office of one line; None where it holds only one of them.

    `Ambassador Maria Kovač`, `Ana Ruiz, Minister of Justice`, `Head of the Judiciary Gholam Muster`.
    """
    text = page.text.content[line.start : line.end]
    if len(text) > LONGEST_LABEL:
        return None
    split = _at_comma(text, words) or _office_in_front(text, words) or _phrase_in_front(text, words)
    if split is None:
        return None
    name, title, is_sure = split
    found = [page.found(line.start + start, line.start + end) for start, end in (name, title)]
    return NameLine(found[0], found[1], is_sure)


_Split = tuple[tuple[int, int], tuple[int, int], bool]
"""Where name and title stand in the line, and whether that is sure."""


def _at_comma(text: str, words: BulletinWords) -> _Split | None:
    """`Ana Ruiz, Minister of Justice` and `Minister of Justice, Ms Ana Ruiz`."""
    marks = list(_APART.finditer(text))
    if not marks:
        return None
    before, after = text[: marks[0].start()], text[marks[0].end() :]
    if (has_honorific(before, words) or is_name(before, words)) and is_office(after, words):
        return (0, marks[0].start()), (marks[0].end(), len(text)), True
    before, after = text[: marks[-1].start()], text[marks[-1].end() :]
    if has_honorific(before, words) or not is_office(before, words) or not is_person(after, words):
        return None
    with_honorific = honorific_end(after, words) > 0
    if not with_honorific and _is_place(after):
        return None
    return (
        (marks[-1].end(), len(text)),
        (0, marks[-1].start()),
        with_honorific or (_HOLDS.search(before) is not None and len(after.split()) <= MOST_NAME_WORDS),
    )


def _is_place(text: str) -> bool:
    countries = load_countries()
    return countries.is_known_name(text) or countries.of_postal_line([text]) is not None


def _office_in_front(text: str, words: BulletinWords) -> _Split | None:
    """`Ambassador Maria Kovač`."""
    office = _offices_in_front(words).match(text)
    if office is None:
        return None
    rest = text[office.end() :]
    has_name = is_name(rest, words) or (has_honorific(rest, words) and is_person(rest, words))
    if is_honorific_alone(rest, words):
        return None  # "Prosecutor General" is one office
    if not has_name or re.match(r"(?:of|for|del?|du|des|der|für|pour|para|in|to)\b", rest, re.IGNORECASE):
        return None
    return (office.end(), len(text)), (0, office.end()), True


@cache
def _offices_in_front(words: BulletinWords) -> Phrases:
    before = (
        r"(?:the\s+)?(?:(?:[A-Z][a-z]+\s+){0,3}?)(?:(?:his|her)\s+majesty['’]s\s+)?"
        r"(?:acting\s+|interim\s+|deputy\s+)?"
    )
    return words.address["offices_before_name"].within(lambda one: rf"{before}{one}\s+")


def _phrase_in_front(text: str, words: BulletinWords) -> _Split | None:
    """`Head of the Judiciary Gholam Muster`, `Minister of Justice Ms. Ana Ruiz`: no comma between."""
    if has_honorific(text, words) or not is_office(text, words) or not _HOLDS.search(text):
        return None
    title = _TITLE_BEFORE.search(text)
    inside = _honorific_inside(text, words) if title is None else None
    if inside is not None:
        return (inside, len(text)), (0, inside), True
    start = title.end() if title is not None else max(_ends_of_phrase(text, words), default=0)
    rest = text[start:]
    if title is None and "," in text:
        return None
    if not start or not is_person(rest, words) or (title is None and len(rest.split()) > MOST_NAME_WORDS):
        return None
    if title is None and (_is_place(rest) or words.address["places"].search(rest)):
        return None
    return (start, len(text)), (0, start), True


def _honorific_inside(text: str, words: BulletinWords) -> int | None:
    """Where a person begins with an honorific or rank behind an office: `… de la Défense Colonel-major Ba`."""
    for gap in _GAPS.finditer(text):
        before, behind = text[: gap.start()], text[gap.end() :]
        is_open = _OPEN.search(before) is not None or len(before.split()) < LEAST_OFFICE_WORDS
        if not is_open and "," not in behind and has_honorific(behind, words) and is_person(behind, words):
            return gap.end()
    return None


def _ends_of_phrase(text: str, words: BulletinWords) -> Iterator[int]:
    """Behind each word that says what an office is over: `of the Judiciary`, `of Colombia`."""
    of = re.search(r"\b(?:of|for)\s+(?:the\s+)?", text, re.IGNORECASE)
    if of is None:
        return
    for word in words.address["over"].finditer(text, of.end()):
        yield _next_word(text, word.end())
    countries, gaps = load_countries(), [each.start() for each in re.finditer(r"\s", text)]
    for gap in gaps:
        if gap > of.end() and countries.is_known_name(text[of.end() : gap]):
            yield _next_word(text, gap)


def _next_word(text: str, place: int) -> int:
    return place + len(text[place:]) - len(text[place:].lstrip())


def may_hold_a_name(text: str, words: BulletinWords) -> bool:
    """Whether an office may be followed by a name on its line, without a way to tell: `Minister of Mines Joe`."""
    if len(text) > LONGEST_LABEL or has_honorific(text, words) or not is_office(text, words) or "," in text:
        return False
    end = max(_ends_of_phrase(text, words), default=0)
    rest = text[end:]
    return bool(end and rest) and is_name(rest, words) and not _is_place(rest)
