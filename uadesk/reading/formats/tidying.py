"""What a text of any format is freed of at the end: quote marks, marks of markdown, words parted by a line's end.

A text whose lines were converted from plain text keeps such marks as if they were words.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from uadesk.domain.texts import Span
from uadesk.reading.formats.hyphens import Words, parted_within
from uadesk.reading.formats.page_heads import page_heads

_QUOTE = re.compile(r"^(?:>[ ]?)+", re.MULTILINE)
_STROKE = re.compile(r"^\|(?:[ ]|$)(?!.*\|)", re.MULTILINE)
_FORUM_TAG = re.compile(
    r"\[(?:\*|/?(?:b|i|u|s|quote|list|img|url|size|color|font|center|email|code)(?:=[^\[\]\n]{0,200})?)\]",
    re.IGNORECASE,
)
_INNER_QUOTE = re.compile(r"(?<=[^\n>])(?:[ ]>)+(?=[ \n]|\Z)")
_FEWEST_QUOTES = 3
_QUOTED_PART = 4
"""A text of which each fourth line at least is quoted has such marks also where its lines were run together."""
_RULE = re.compile(r"^[ ]*([-*_=~])(?:[ ]*\1){2,}[ ]*$", re.MULTILINE)
"""A line of dashes or stars that stands for a stroke across the page."""
_PARTED_EMAIL = re.compile(r"[\w.+-]@(\n)[\w-]+(?:\.[\w-]+)+(?=\s|$)")
_EMPHASIS = re.compile(
    r"(\*\*|__)(?=\S)([^*\n]{1,300}?)(?<=\S)\1|(?<![\w*])(\*)(?=[^\s*])([^*\n]{1,300}?)(?<=[^\s*])\*(?![\w*])"
)
_PARTED = re.compile(r"[^\W\d_]{2}(-\n)[^\W\d_]{2}")


def tidied(content: str, lists: Sequence[Sequence[Span]]) -> tuple[str, list[Sequence[Span]]]:
    """A text without what is no part of what it says, and where stretches of it stand then.

    Quote marks go first: they stand between the halves of words and before the rest.
    """
    kept = list(lists)
    for marks in ((_quotes,), (_strokes,), (page_heads, _forum_marks, _rules, _emphasis, _hyphens, _emails)):
        gone = _apart(sorted(span for found in marks for span in found(content)))
        if gone:
            kept = [without(content, spans, gone)[1] for spans in kept]
            content = without(content, (), gone)[0]
    return content, kept


def freed(content: str) -> str:
    """A plain text without heads of pages, marks of a forum, strokes of a quoted mail and line ends within emails."""
    if len(_FORUM_TAG.findall(content)) >= _FEWEST_QUOTES:
        content = content.replace("[*]", "* ")
    for found in (_strokes, page_heads, _forum_marks, _emails):
        gone = list(found(content))
        content = without(content, (), gone)[0] if gone else content
    return content


def _strokes(content: str) -> Iterator[Span]:
    """Strokes before the lines of a quoted mail, as some programs draw them."""
    found = list(_STROKE.finditer(content))
    if len(found) * _QUOTED_PART > len(content.split("\n")):
        yield from (match.span() for match in found)


def _forum_marks(content: str) -> Iterator[Span]:
    """The tags of a forum: `[b]`, `[/url]`; a point's `[*]` keeps its star."""
    tags = list(_FORUM_TAG.finditer(content))
    for tag in tags if len(tags) >= _FEWEST_QUOTES else ():
        if tag[0] == "[*]":
            yield tag.start(), tag.start() + 1
            yield tag.end() - 1, tag.end()
        else:
            yield tag.span()


def _apart(spans: Sequence[Span]) -> list[Span]:
    """The spans without those that begin within another."""
    return [span for above, span in pairwise(((0, 0), *spans)) if span[0] >= above[1]]


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
    if len(found) < _FEWEST_QUOTES:
        return
    yield from (match.span() for match in found)
    if len(found) * _QUOTED_PART > len(content.split("\n")):
        yield from (match.span() for match in _INNER_QUOTE.finditer(content))


def _rules(content: str) -> Iterator[Span]:
    yield from (match.span() for match in _RULE.finditer(content))


def _emphasis(content: str) -> Iterator[Span]:
    """Both halves of markdown's emphasis, where the text has any of it."""
    if "**" not in content and not re.search(r"(?<![\w*])\*\S[^*\n]*\S\*(?![\w*])", content):
        return
    for match in _EMPHASIS.finditer(content):
        width = len(match[1] or match[3])
        yield match.start(), match.start() + width
        yield match.end() - width, match.end()


def _emails(content: str) -> Iterator[Span]:
    """The line end within an email address."""
    yield from (match.span(1) for match in _PARTED_EMAIL.finditer(content))


def _hyphens(content: str) -> Iterator[Span]:
    """The hyphen within a word, with the line's end or the blank that came of it."""
    yield from parted_within(content)
    if not _PARTED.search(content):
        return
    words = Words(content.split("\n"))
    for match in _PARTED.finditer(content):
        above = content[content.rfind("\n", 0, match.start(1)) + 1 : match.start(1) + 1]
        end = content.find("\n", match.end(1))
        below = content[match.end(1) : end if end >= 0 else len(content)]
        joined = words.rejoined(above, below)
        if joined is not None and not joined[0].startswith(above):
            yield match.span(1)
