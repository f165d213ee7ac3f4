"""What a text of any format is freed of at the end: quote marks, marks of markdown, words parted by a line's end.

A text whose lines were converted from plain text keeps such marks as if they were words.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from uadesk.domain.texts import Span
from uadesk.reading.formats.hyphens import Words

_QUOTE = re.compile(r"^(?:>[ ]?)+", re.MULTILINE)
_EMPHASIS = re.compile(
    r"(\*\*|__)(?=\S)([^*\n]{1,300}?)(?<=\S)\1|(?<![\w*])(\*)(?=[^\s*])([^*\n]{1,300}?)(?<=[^\s*])\*(?![\w*])"
)
_PARTED = re.compile(r"[^\W\d_]{2}(-\n)[^\W\d_]{2}")


def superfluous(content: str) -> list[Span]:
    """The stretches of a text that are no part of what it says, in order."""
    return sorted([*_quotes(content), *_emphasis(content), *_hyphens(content)])


def without(content: str, spans: Sequence[Span], gone: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    """The text without some stretches, and where other stretches of it stand then."""
    kept, place = list[str](), 0
    for start, end in gone:
        kept.append(content[place:start])
        place = end
    kept.append(content[place:])
    starts = [start for start, _end in gone]
    before = [0]
    for start, end in gone:
        before.append(before[-1] + end - start)

    def moved(place: int) -> int:
        number = bisect_right(starts, place)
        if number and place < gone[number - 1][1]:
            return gone[number - 1][0] - before[number - 1]
        return place - before[number]

    return "".join(kept), tuple((moved(start), moved(end)) for start, end in spans)


def _quotes(content: str) -> Iterator[Span]:
    """The marks before the lines of a quoted mail; a single one may be anything."""
    found = list(_QUOTE.finditer(content))
    if len(found) > 2:
        yield from (match.span() for match in found)


def _emphasis(content: str) -> Iterator[Span]:
    """Both halves of markdown's emphasis, where the text has any of it."""
    if "**" not in content and not re.search(r"(?<![\w*])\*\S[^*\n]*\S\*(?![\w*])", content):
        return
    for match in _EMPHASIS.finditer(content):
        width = len(match[1] or match[3])
        yield match.start(), match.start() + width
        yield match.end() - width, match.end()


def _hyphens(content: str) -> Iterator[Span]:
    """The hyphen and the line's end within a word."""
    if not _PARTED.search(content):
        return
    words = Words(content.split("\n"))
    for match in _PARTED.finditer(content):
        above = content[content.rfind("\n", 0, match.start(1)) + 1 : match.start(1) + 1]
        below = content[match.end(1) :].partition("\n")[0]
        joined = words.rejoined(above, below)
        if joined is not None and not joined[0].startswith(above):
            yield match.span(1)
