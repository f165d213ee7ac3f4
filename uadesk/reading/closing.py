"""Until when to write, and whether to write at all: what a bulletin says near its end."""

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from uadesk.domain.texts import Found, Span
from uadesk.reading.dates import PrintedDate, dates_in
from uadesk.reading.lines import Page, sentences
from uadesk.reference.bulletin_words import BulletinWords

LONGEST = 600
"""A sentence longer than this says no end date."""
LONGEST_DATE = 60
"""A date that stands in a paragraph of its own has no more signs."""
_STROKE = re.compile(r"[ ][|•·][ ]")
"""What parts the lines of a page's head that became one: `Active since 3 May | Runs until 1 July`."""
_LABELLED = re.compile(r"\n(?=[A-ZÀ-Þ][^\n:]{2,90}:)")


class Until(NamedTuple):
    """An end date, the sentence it stands in, and whether the words make it less than sure ("check after")."""

    date: PrintedDate
    sentence: Span
    is_check_after: bool
    expects_acting: bool
    """Whether the sentence asks to act (rather than telling of somebody's term)."""


@cache
def _just_before(words: BulletinWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{words.asking['until'].pattern})\s*:?\s*(?:the\s+end\s+of\s+)?$", re.IGNORECASE)


@cache
def _just_after(words: BulletinWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{words.asking['check_after'].pattern})\s*:?\s*$", re.IGNORECASE)


def until_in(page: Page, words: BulletinWords, start: int, end: int) -> list[Until]:
    """The end dates between two places: `Please take action as soon as possible until July 1, 2025.`"""
    content = page.text.content
    found: list[Until] = []
    for span in _short_sentences(page, words, start, end):
        text = content[slice(*span)]
        acting = words.asking["acting"].search(text)
        for date in dates_in(content, words, *span):
            before = content[max(span[0], date.start - 40) : date.start]
            after = _just_after(words).search(before) is not None
            if acting is None or not (after or _just_before(words).search(before)):
                continue
            line = content.rfind("\n", span[0], date.start) + 1
            is_label = (
                line > 0 and ":" in content[line : date.start] and _asks_reader(content[line : date.start], words)
            )
            expects = _asks_reader(text, words) or text.upper() == text or is_label
            if after and not words.asking["checks"].search(text):
                continue
            found.append(Until(date, (line, span[1]) if is_label else span, after, expects))
    return found


def _asks_reader(text: str, words: BulletinWords) -> bool:
    """Whether a sentence speaks to the reader of the bulletin."""
    start = re.match(r"\W*", text)
    return start is not None and words.asking["asks_reader"].match(text, start.end()) is not None


def _short_sentences(page: Page, words: BulletinWords, start: int, end: int) -> list[Span]:
    """The sentences of each paragraph that may hold a date; a line that waits for its date belongs to one."""
    content = page.text.content
    spans: list[Span] = []
    waiting: int | None = None
    for paragraph in re.finditer(r"\S(?:.|\n(?!\n))*", content[start:end]):
        first, last = start + paragraph.start(), start + paragraph.end()
        if len(paragraph[0]) > 20_000:
            continue
        if waiting is not None and len(paragraph[0]) <= LONGEST_DATE:
            spans.append((waiting, last))
        elif any(sign.isdigit() for sign in paragraph[0]):
            told = [part for span in sentences(content, first, last) for part in _at_labels(content, *span)]
            spans += [span for span in told if span[1] - span[0] <= LONGEST]
        waiting = _waiting(content, words, first, last)
    return spans


def _at_labels(content: str, start: int, end: int) -> list[Span]:
    """A stretch cut before every line that begins with a label: lines of a form end without a full stop."""
    cuts = [
        match.start() + 1
        for match in (*_LABELLED.finditer(content, start, end), *_STROKE.finditer(content, start, end))
    ]
    return list(pairwise([start, *sorted(cuts), end]))


def _waiting(content: str, words: BulletinWords, first: int, last: int) -> int | None:
    """Where the last sentence of a paragraph begins, if it says `until:` and the date stands in the next one."""
    if (
        last - first > LONGEST
        or content[last - 1 : last] != ":"
        or not _just_before(words).search(content, first, last)
    ):
        return None
    return sentences(content, first, last)[-1][0]


def ended_in(page: Page, words: BulletinWords, start: int, end: int) -> Found | None:
    """The sentence that asks for no more letters: `NO FURTHER ACTION IS REQUESTED.`"""
    content = page.text.content
    for match in words.asking["no_further"].finditer(content, start, end):
        within = sentences(content, *_paragraph_of(page, match.start(), start, end))
        span = next((each for each in within if each[0] <= match.start() < each[1]), match.span())
        if words.asking["reported"].search(content, span[0], match.start()) is None and not _is_others(content, match):
            return page.found(*span, "no further action")
    return None


def _is_others(content: str, match: re.Match[str]) -> bool:
    """Whether it is somebody else who needs not act: `no further action is required by the police`."""
    following = content[match.end() : match.end() + 60]
    return (
        re.match(r"\s+(?:by|of|from)\s+the\s+(?!ua\b|urgent|amnesty|network|group)", following, re.IGNORECASE)
        is not None
    )


def _paragraph_of(page: Page, place: int, start: int, end: int) -> Span:
    content = page.text.content
    first = content.rfind("\n\n", start, place)
    last = content.find("\n\n", place, end)
    return (start if first < 0 else first + 2), (end if last < 0 else last)
