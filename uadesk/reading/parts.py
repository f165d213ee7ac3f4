"""Several whole bulletins in one file: where each begins."""

from collections.abc import Iterator
from itertools import islice, pairwise

from uadesk.domain.bulletins import Stage
from uadesk.domain.numbers import UANumber
from uadesk.domain.texts import Span, Text
from uadesk.reading.header_fields import Header
from uadesk.reading.headers import find_header, is_header_line
from uadesk.reading.labels import Kind, label_of
from uadesk.reading.lines import LONGEST_LABEL, Line, LineKind, Page, page_of
from uadesk.reading.unnumbered import unnumbered_starts
from uadesk.reference.bulletin_words import BulletinWords
from uadesk.reference.countries import load_countries

LEAST_LINES = 3
"""Filled lines that a bulletin has at least below its header."""
MOST_ABOVE = 15
"""Filled lines from a number in a mail's subject to the bulletin's own header, at most."""
MOST_PARTS = 50
MOST_HEADERS = 500
"""Lines that may be a header and are looked at as such, at most."""
_Mark = tuple[UANumber | None, str | None, Stage | None, int | None]
"""Number, index, stage and ordinal of a bulletin."""


def parts_of(text: Text, words: BulletinWords, start: int = 0, end: int | None = None) -> list[Span]:
    """The stretches of the whole bulletins between two places of a text: one where there is only one.

    A header line that repeats number and index of the one before is the head of a page, no new bulletin.
    """
    end = len(text.content) if end is None else end
    page = page_of(text, start, end)
    starts: list[int] = []
    last: _Mark | None = None
    for place in _header_places(page, words):
        if len(starts) >= MOST_PARTS:
            break
        header = find_header(Page(text, page.lines[place : place + 8]), words)
        if header is None or (last is not None and not _is_whole(header)):
            continue
        mark = _mark(header)
        is_near = bool(starts) and _filled(page, starts[-1], place) <= MOST_ABOVE
        if is_near and _is_same(mark, last) and _is_bare(last):
            starts[-1], last = place, mark  # the number stood in a subject or a title before
            start = _begin(page, place, -1) if len(starts) == 1 else start
            continue
        if _is_same(mark, last) or (starts and _filled(page, starts[-1], place) < LEAST_LINES):
            continue
        starts.append(place)
        last = mark
    if len(starts) < 2:
        cases = _numbered_cases(page) or (_named_cases(page, words) if not starts else [])
        if cases:
            return cases
        starts = unnumbered_starts(page, words, starts) or [0]
    offsets = [start, *(_begin(page, place, previous) for previous, place in pairwise(starts))]
    return list(zip(offsets, [*offsets[1:], end], strict=True))


def _header_places(page: Page, words: BulletinWords) -> Iterator[int]:
    places = (place for place, line in enumerate(page.lines) if is_header_line(line, words))
    return islice(places, MOST_HEADERS)


def _numbered_cases(page: Page) -> list[Span]:
    """The cases of a page that numbers its headlines: `1. TOGO : …`, `2. HONDURAS : …`; none where it has not two."""
    heads = [line for line in page.lines if line.kind is LineKind.NUMBERED and _names_country(line)]
    if len(heads) < 2 or [line.mark for line in heads] != [heads[0].mark] * len(heads):
        return []
    starts = [line.start for line in heads]
    return list(pairwise([*starts, page.lines[-1].end]))


def _named_cases(page: Page, words: BulletinWords) -> list[Span]:
    """The cases of a page each of which has its country before its headline and its own address; none for one."""
    heads = [place for place, line in enumerate(page.lines) if _names_country(line) and line.text[:1].isupper()]
    ends = [*heads[1:], len(page.lines)]
    if len(heads) < 2 or not all(_has_address(page, *span, words) for span in zip(heads, ends, strict=True)):
        return []
    return list(pairwise([page.lines[0].start, *(page.lines[each].start for each in heads[1:]), page.lines[-1].end]))


def _has_address(page: Page, first: int, last: int, words: BulletinWords) -> bool:
    labels = (label_of(line, words) for line in page.lines[first:last])
    return any(label is not None and label.kind is Kind.TARGET for label in labels)


def _names_country(line: Line) -> bool:
    before, colon, _behind = line.said.partition(":")
    return bool(colon) and before.isupper() and load_countries().is_known_name(before.strip())


def _is_whole(header: Header) -> bool:
    """A second header must bear an index or a date: a bare number on a line may be a reference."""
    return header.number is not None and (header.index is not None or header.issued is not None)


def _mark(header: Header) -> _Mark:
    return header.number, header.index.value if header.index is not None else None, header.stage, header.ordinal


def _is_bare(mark: _Mark | None) -> bool:
    """Whether a header is hardly more than a number."""
    return mark is not None and mark[1] is None and mark[2] in (None, Stage.FIRST)


def _is_same(mark: _Mark, last: _Mark | None) -> bool:
    """Whether two headers are of one bulletin: by their indexes, else by number and stage; never by two numbers."""
    if last is None or (mark[0] is not None and last[0] is not None and mark[0] != last[0]):
        return False
    if mark[1] is not None and last[1] is not None:
        return mark[1] == last[1]
    is_first = mark[2] in (None, Stage.FIRST)
    return mark[0] == last[0] and (is_first or mark[2:] == last[2:])


def _filled(page: Page, first: int, last: int) -> int:
    """How many lines between two have text; of many, as many as matter."""
    filled = (line for line in page.lines[first:last] if not line.is_blank)
    return sum(1 for _line in islice(filled, MOST_ABOVE + 1))


def _begin(page: Page, place: int, previous: int) -> int:
    """Where the bulletin with its header on this line begins: at the office's line above, if one stands there."""
    first = place
    while first - 1 > previous and place - first < 6 and _is_office(page.lines[first - 1]):
        first -= 1
    if first == place and first - 2 > previous and page.lines[first - 1].is_blank and _is_office(page.lines[first - 2]):
        first -= 2
    return page.lines[first].start


def _is_office(line: Line) -> bool:
    """A line of an office's header: `Urgent Action Office 3-1992 Yonge Street …`."""
    text = line.text.casefold()
    if line.is_blank or len(text) > LONGEST_LABEL or text.endswith((".", "!", "?")):
        return False
    return any(sign in text for sign in ("urgent action", "amnesty", "@")) or ("phone" in text and "fax" in text)
