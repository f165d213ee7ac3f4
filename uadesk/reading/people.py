"""Who is who in an address: the person, the office held, and the lines to deliver to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from uadesk.domain.texts import Found
from uadesk.reading.lines import Page
from uadesk.reference.bulletin_words import BulletinWords

_POSTAL_CODE = re.compile(r"\b\d{4,6}\b|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")
_CONTINUES = re.compile(r"(?:and|of|for|to|in|&|y|e|et|de|del|des|du|und|on)\b", re.IGNORECASE)
_NAME_WORD = re.compile(
    r"[A-ZÀ-ÖØ-ÞĀ-ŽȘȚ][\w'’.\-]*|(?:de|del|da|dos|la|las|los|le|von|van|der|bin|bint|al|el|ibn|y|e|ul|ur|\(.*\))(?=\s|$)|al-\w+|el-\w+|\(.*?\)|[\"“”].*?[\"“”]"
)


@dataclass(frozen=True, slots=True)
class Parts:
    """An address's lines by what they are; `is_sure` is False where name and office could not be told apart."""

    name: Found
    title: Found | None
    address: tuple[Found, ...]
    is_sure: bool = True


def looks_postal(text: str, words: BulletinWords) -> bool:
    """Whether a line tells a place to deliver to: a street, a box, a postal code."""
    return bool(_POSTAL_CODE.search(text) or (any(sign.isdigit() for sign in text) and len(text) < 80)) or (
        words.address["places"].search(text) is not None and not _has_honorific(text, words)
    )


def looks_like_beginning(text: str, words: BulletinWords) -> bool:
    """Whether an addressee may begin with this line: an honorific, an office or an embassy; no number in it."""
    if _has_honorific(text, words):
        return True
    if looks_postal(text, words):
        return False
    return (
        is_office(text, words)
        or re.match(r"(?:the\s+)?(?:embassy|high commission|consulate|permanent mission)\b", text, re.IGNORECASE)
        is not None
    )


def is_office(text: str, words: BulletinWords) -> bool:
    """Whether a line names the office that a person holds ("Minister of Justice"), not a body ("Ministry of Justice").

    "Office of the President" and "Embassy of …" are bodies.
    """
    office, body = words.address["offices"].search(text), words.address["organisations"].search(text)
    if office is None or any(sign.isdigit() for sign in text):
        return False
    return body is None or office.start() < body.start()


def _has_honorific(text: str, words: BulletinWords) -> bool:
    return words.address["honorifics"].match(text) is not None and _honorific_end(text, words) > 0


def _honorific_end(text: str, words: BulletinWords) -> int:
    """Where the honorifics at a line's start end; 0 where it has none. "He" and "U" count only before a name."""
    match = _honorifics(words).match(text)
    if match is None:
        return 0
    rest = text[match.end() :].strip()
    is_short_word = re.fullmatch(
        r"he|u|m\.?|don|father|sister|representative|major|general|commander|prince|king",
        match[0].strip(" ,"),
        re.IGNORECASE,
    )
    if is_short_word and (
        not rest or not _is_name(rest, words) or rest.split()[0].casefold() in {"of", "director", "secretary"}
    ):
        return 0
    return match.end()


@cache
def _honorifics(words: BulletinWords) -> re.Pattern[str]:
    one = words.address["honorifics"].pattern
    return re.compile(rf"(?:{one}(?:\s*,?\s+|$))+(?:\(\w+\)\s+)?", re.IGNORECASE)


@cache
def _office_first(words: BulletinWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?:the\s+)?(?:acting\s+|interim\s+|deputy\s+)?{words.address['offices_before_name'].pattern}\s+",
        re.IGNORECASE,
    )


def _is_name(text: str, words: BulletinWords) -> bool:
    """Whether these words can be a person's name: at most seven, none of an office or place."""
    if any(sign.isdigit() for sign in text) or len(text) > 70:
        return False
    own = re.sub(r"\s*\([^)]*\)", "", text).replace(",", " ").split()
    if not own or len(own) > 7:
        return False
    if words.address["organisations"].search(text) or words.address["offices"].search(text):
        return False
    return all(_NAME_WORD.match(word) for word in own) and own[0][:1].isupper()


def parts_of(page: Page, lines: Sequence[Found], words: BulletinWords) -> Parts:
    """Sort the lines of one addressee. There is at least one line.

    A person comes before the office or below it; an organisation above both is the first address line.
    """
    first = _first_of_person(lines, words)
    above, rest = tuple(lines[:first]), list(lines[first:])
    if _is_honorific_alone(rest[0].value, words) and len(rest) > 1:
        rest[:2] = [page.found(rest[0].start, rest[1].end, "name")]
    elif (split := _split_name_line(page, rest[0], words)) is not None:
        return Parts(*split, (*above, *rest[1:]))
    if is_office(rest[0].value, words) and not _has_honorific(rest[0].value, words):
        return _office_first_parts(page, rest, above, words)
    title, address = _title_and_address(page, rest[1:], words)
    return Parts(rest[0], title, (*above, *address))


def _first_of_person(lines: Sequence[Found], words: BulletinWords) -> int:
    """The line where the person or office begins: below an organisation's own name, where one stands above."""
    for place, line in enumerate(lines[:3]):
        if _has_honorific(line.value, words) or is_office(line.value, words):
            return place
        if looks_postal(line.value, words) or not words.address["organisations"].search(line.value):
            return 0
    return 0


def _office_first_parts(page: Page, rest: list[Found], above: tuple[Found, ...], words: BulletinWords) -> Parts:
    """The office stands on the first line: with the person below it, or alone."""
    title, following = _title_and_address(page, rest, words)
    assert title is not None
    if not following:
        return Parts(title, None, above)
    if _is_honorific_alone(following[0].value, words) and len(following) > 1:
        return Parts(page.found(following[0].start, following[1].end, "name"), title, (*above, *following[2:]))
    if _has_honorific(following[0].value, words):
        return Parts(following[0], title, (*above, *following[1:]))
    candidate = following[0].value
    if (
        _is_name(candidate, words)
        and len(candidate.split()) > 1
        and not looks_postal(candidate, words)
        and len(following) > 1
    ):
        return Parts(following[0], title, (*above, *following[1:]), is_sure=len(candidate.split()) in (2, 3, 4))
    return Parts(title, None, (*above, *following))


def _title_and_address(
    page: Page, rest: Sequence[Found], words: BulletinWords
) -> tuple[Found | None, tuple[Found, ...]]:
    """The office on the first of these lines, with the lines that go on with it; then the address."""
    if not rest or not is_office(rest[0].value, words):
        return None, tuple(rest)
    last = 1
    while last < len(rest) and last < 4 and _goes_on(rest[last - 1].value, rest[last].value):
        last += 1
    return page.found(rest[0].start, rest[last - 1].end, "title"), tuple(rest[last:])


def _goes_on(line: str, following: str) -> bool:
    if following.casefold().startswith("c/o"):
        return False
    return bool(
        following[:1].islower()
        or _CONTINUES.match(following)
        or (line.endswith((" and", " of", " &", " for", ",")) and _CONTINUES.search(line[-5:]))
    )


def _is_honorific_alone(text: str, words: BulletinWords) -> bool:
    match = _honorifics(words).match(text)
    return match is not None and match.end() == len(text) and len(text) > 2


def _split_name_line(page: Page, line: Found, words: BulletinWords) -> tuple[Found, Found] | None:
    """Name and office of one line: `Ambassador Maria Kovač`, `Ana Ruiz, Minister of Justice`."""
    text = page.text.content[line.start : line.end]
    comma = re.search(r"\s*(?:,|\s[–-])\s+", text)
    if comma is not None:
        before, after = text[: comma.start()], text[comma.end() :]
        is_person = _has_honorific(before, words) or _is_name(before, words)
        if is_person and is_office(after, words):
            return page.found(line.start, line.start + comma.start(), "name"), page.found(
                line.start + comma.end(), line.end, "title"
            )
    office = _office_first(words).match(text)
    if office is None:
        return None
    rest = text[office.end() :]
    has_name = _is_name(rest, words) or (
        _has_honorific(rest, words) and _is_name(rest[_honorific_end(rest, words) :], words)
    )
    if not has_name or re.match(r"(?:of|for|del?|du)\b", rest, re.IGNORECASE):
        return None
    return page.found(line.start + office.end(), line.end, "name"), page.found(
        line.start, line.start + office.end(), "title"
    )
