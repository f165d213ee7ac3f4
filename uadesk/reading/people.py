"""Who is who in an address: the person, the office held, and the lines to deliver to."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from uadesk.domain.texts import Found
from uadesk.reading.lines import Page
from uadesk.reading.name_lines import MOST_NAME_WORDS, may_hold_a_name, split_name_line
from uadesk.reading.offices import (
    has_honorific,
    honorific_end,
    is_honorific_alone,
    is_name,
    is_office,
    is_person,
    looks_postal,
)
from uadesk.reference.bulletin_words import BulletinWords

_SECRETARY = re.compile(r"Secretaria\b(?!.*\d)")
"""A woman who is secretary, below her name; without its accent it could be her office too."""
_IS_OPEN = re.compile(r"(?:\b(?:and|of|for|the|acting|deputy|de|del|du|des|et|y)|&)$", re.IGNORECASE)
_NAMED_SO = re.compile(
    r"(?!(?:The|Chief|High|Supreme|Head|Deputy|Acting|Crown|State|District|County|National|Federal|Vice)\b)"
    r"(?:[A-ZÀ-Þ][\w'’.-]*\s+){1,3}(?:King|Judge|Justice|Dean|Bishop|Marshal|Head|Chancellor|Warden|Clerk|Prince|Mayor)"
)
_EMBASSY = re.compile(
    r",\s+(?:Embassy|High\s+Commission|Consulate|Permanent\s+Mission|Embajada|Ambassade)\b", re.IGNORECASE
)
_OFFICE_FIRST = re.compile(r"(?:the|acting|deputy|first|vice|interim)\s+", re.IGNORECASE)


class Parts(NamedTuple):
    """An address's lines by what they are.

    `is_sure` is False where name and office could not be told apart, `is_one_office` where two offices stand below
    each other and only the first was taken.
    """

    name: Found
    title: Found | None
    address: tuple[Found, ...]
    is_sure: bool = True
    is_one_office: bool = True


def parts_of(page: Page, lines: Sequence[Found], words: BulletinWords) -> Parts:
    """Sort the lines of one addressee. There is at least one line.

    A person comes before the office or below it; an organisation above both is the first address line.
    """
    parts = _sorted(page, lines, words)
    parts = _without_embassy(page, parts)
    title = parts.title and _without_comma(page, parts.title)
    parts = parts._replace(name=_without_comma(page, parts.name), title=title)
    second = parts.address[0].value if parts.address and parts.title is not None else ""
    name = parts.name.value
    return parts._replace(
        is_sure=parts.is_sure
        and not _is_place_alone(name, words)
        and not (parts.title is None and may_hold_a_name(name, words))
        and not (second and split_name_line(page, parts.address[0], words) is not None)
        and not any(words.address["attention"].match(line.value) for line in parts.address),
        is_one_office=not _is_further_office(second, words),
    )


def _without_embassy(page: Page, parts: Parts) -> Parts:
    """The body behind an office on its line is of the address: `Ambassador, Embassy of the Republic of Togo`."""
    body = _EMBASSY.search(page.text.content, parts.title.start, parts.title.end) if parts.title is not None else None
    if parts.title is None or body is None:
        return parts
    title, rest = page.found(parts.title.start, body.start()), page.found(body.start() + 1, parts.title.end)
    return parts._replace(title=title, address=(rest, *parts.address))


def _without_comma(page: Page, found: Found) -> Found:
    """A name or an office whose line ends with a comma."""
    return page.found(found.start, found.start + len(page.text.content[found.start : found.end].rstrip(" ,;")))


def _is_place_alone(name: str, words: BulletinWords) -> bool:
    """Whether an address begins with a street, so that nobody seems to be named."""
    if not any(sign.isdigit() for sign in name) or has_honorific(name, words) or is_office(name, words):
        return False
    return looks_postal(name, words) and not words.address["organisations"].search(name)


def _is_further_office(line: str, words: BulletinWords) -> bool:
    """Whether a line below an office is one more that the same person holds."""
    if looks_postal(line, words) or not is_office(line, words) or has_honorific(line, words):
        return False
    return words.address["offices"].match(_OFFICE_FIRST.sub("", line, count=1)) is not None


def _sorted(page: Page, lines: Sequence[Found], words: BulletinWords) -> Parts:
    first = _first_of_person(lines, words)
    above, rest = tuple(lines[:first]), list(lines[first:])
    if is_honorific_alone(rest[0].value, words) and len(rest) > 1:
        rest[:2] = [page.found(rest[0].start, rest[1].end, "name")]
    elif _is_title_above_person(rest, words):
        title, following = _title_and_address(page, rest, words)
        title, following = (title, following) if title is not None else (rest[0], tuple(rest[1:]))
        return Parts(following[0], title, (*above, *following[1:]))
    elif (split := split_name_line(page, rest[0], words)) is not None:
        title, address = _fuller_title(page, split.title, rest[1:], words)
        return Parts(split.name, title, (*above, *address), split.is_sure)
    is_named_so = len(rest) > 1 and _is_name_like_office(rest[0].value, rest[1].value, words)
    if is_office(rest[0].value, words) and not has_honorific(rest[0].value, words) and not is_named_so:
        return _office_first_parts(page, rest, above, words)
    if len(rest) > 2 and _is_addressed_office(rest[0].value, words) and _is_person_line(rest[1].value, words):
        return Parts(rest[1], rest[0], (*above, *rest[2:]), _has_postal_line(rest[2:], words))
    title, address = _title_and_address(page, rest[1:], words)
    return Parts(rest[0], title, (*above, *address))


def _is_title_above_person(lines: Sequence[Found], words: BulletinWords) -> bool:
    """Whether a line that is no name and no place stands above somebody with an honorific."""
    if len(lines) < 2 or has_honorific(lines[0].value, words) or looks_postal(lines[0].value, words):
        return False
    below = lines[1].value
    is_person_below = has_honorific(below, words) and is_person(below, words) and not looks_postal(below, words)
    return is_person_below and not words.address["organisations"].search(lines[0].value)


def _fuller_title(
    page: Page, title: Found | None, rest: Sequence[Found], words: BulletinWords
) -> tuple[Found | None, tuple[Found, ...]]:
    """The office before a name, or the line below that says it in full: `Premier Ana Ruiz`, `Premier of Ontario`."""
    below, address = _title_and_address(page, rest, words)
    if title is not None and below is not None and below.value.casefold().startswith(title.value.casefold()):
        return below, address
    return title, tuple(rest)


def _is_person_line(line: str, words: BulletinWords) -> bool:
    return is_person(line, words) and not looks_postal(line, words)


def _is_name_like_office(line: str, below: str, words: BulletinWords) -> bool:
    """Whether a line is a name that looks like an office, above the office itself: `Rose King`, `Chief Ayo Bello`."""
    is_chief = line.startswith("Chief ") and is_person(line.removeprefix("Chief "), words)
    return (
        (is_chief or _NAMED_SO.fullmatch(line) is not None)
        and is_office(below, words)
        and not has_honorific(below, words)
    )


def _is_addressed_office(line: str, words: BulletinWords) -> bool:
    """Whether an honorific stands before an office, whose holder may stand below: `Mr. President of the Republic`."""
    end = honorific_end(line, words)
    return end > 0 and is_office(line[end:], words) and not is_name(line[end:], words)


def _first_of_person(lines: Sequence[Found], words: BulletinWords) -> int:
    """The line where the person or office begins: below an organisation's own name, where one stands above."""
    for place, line in enumerate(lines[:3]):
        if has_honorific(line.value, words) or is_office(line.value, words):
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
    if is_honorific_alone(following[0].value, words) and len(following) > 1:
        return Parts(page.found(following[0].start, following[1].end, "name"), title, (*above, *following[2:]))
    if has_honorific(following[0].value, words):
        return Parts(following[0], title, (*above, *following[1:]))
    if len(following) > 1 and _is_rest_of_title(following[0].value, following[1].value, words):
        title, following = page.found(title.start, following[0].end, "title"), following[1:]
    if has_honorific(following[0].value, words):
        return Parts(following[0], title, (*above, *following[1:]))
    if len(following) > 1 and _is_body(following[0].value, words) and _is_titled_person(following[1].value, words):
        return Parts(following[1], title, (*above, following[0], *following[2:]))
    candidate = following[0].value
    split = split_name_line(page, following[0], words)
    if split is not None and split.title is not None and split.title.start == following[0].start and split.is_sure:
        return Parts(split.name, title, (*above, *following[1:]))
    if (
        is_name(candidate, words)
        and len(candidate.split()) > 1
        and not looks_postal(candidate, words)
        and len(following) > 1
    ):
        is_sure = len(candidate.split()) <= MOST_NAME_WORDS and _has_postal_line(following[1:], words)
        return Parts(following[0], title, (*above, *following[1:]), is_sure)
    return Parts(title, None, (*above, *following))


def _is_rest_of_title(line: str, below: str, words: BulletinWords) -> bool:
    """Whether an office goes on over this line, below which somebody with an honorific stands."""
    if looks_postal(line, words) or is_office(line, words) or _is_body(line, words):
        return False
    is_long = len(line.split()) > 1 or line.isupper()
    return has_honorific(below, words) and is_person(below, words) and is_long


def _is_titled_person(line: str, words: BulletinWords) -> bool:
    return has_honorific(line, words) and is_person(line, words) and not looks_postal(line, words)


def _is_body(line: str, words: BulletinWords) -> bool:
    """`Ministry of Justice`, `Prosecutor General's Office of Ukraine`."""
    is_possessive = re.search(r"['’]s?\s", line) is not None and words.address["organisations"].search(line) is not None
    return is_possessive or words.address["organisations"].match(line) is not None


def _has_postal_line(lines: Sequence[Found], words: BulletinWords) -> bool:
    """Whether a street or a body stands among these lines, so that the line above them is hardly the address."""
    return any(
        looks_postal(line.value, words) or words.address["organisations"].search(line.value) is not None
        for line in lines[:-1]
    )


def _title_and_address(
    page: Page, rest: Sequence[Found], words: BulletinWords
) -> tuple[Found | None, tuple[Found, ...]]:
    """The office on the first of these lines, with the lines that go on with it; then the address."""
    if not rest or not (is_office(rest[0].value, words) or _SECRETARY.match(rest[0].value)):
        return None, tuple(rest)
    last = 1
    while last < len(rest) and last < 4 and _goes_on(rest[last - 1].value, rest[last].value, words):
        last += 1
    return page.found(rest[0].start, rest[last - 1].end, "title"), tuple(rest[last:])


def _goes_on(line: str, following: str, words: BulletinWords) -> bool:
    """Whether an office goes on with the next line, which says so or which it waits for; never with a street."""
    if any(sign.isdigit() for sign in following) or following.casefold().startswith("c/o"):
        return False
    return _begins_small(following, words) or _IS_OPEN.search(line) is not None


def _begins_small(line: str, words: BulletinWords) -> bool:
    """Whether a line begins with a word that goes on: `and Immigration`, `OF JUSTICE`; not `De Silva`."""
    joins = words.address["goes_on"].match(line)
    return line.startswith("&") or (joins is not None and (joins[0].islower() or joins[0].isupper()))
