"""What stands at the head and foot of pages: repeated lines once, page numbers not at all."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from uadesk.reading.formats.page_marks import is_page_mark
from uadesk.reading.formats.pdf_lines import Stretch

_ROWS = 5
"""Rows at the head and foot of a page that may be repeated ones."""
_SAME_PLACE = 4.0
"""Pt between the places of one header on two pages at most."""
_MARGIN = 0.12
"""Of the page's height, above or below which a page number stands."""
_SMALL_PRINT = 0.9
"""Of the size of the text below it."""
_WHITE = 1.8
"""Of that size: from baseline to baseline, more than two lines of the text have."""
_REFERENCE = re.compile(r"\d+\s?/\s?\d+")
_HOUR = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}[:.]\d{2}(?: ?[ap]m)?"
_PRINTED = re.compile(rf"{_HOUR}(?: .*)?|(?:[^\s:]+ ){{0,3}}{_HOUR}")
"""When a web page was printed, beside its title or a page number."""
_ADDRESS = re.compile(r"(?:https?|file)://\S+(?: .*)?|.* (?:https?|file)://\S+")
_PART = re.compile(r"\s{2,}|\s[|•·–-]\s")


@dataclass(frozen=True, slots=True)
class _Row:
    """The stretches on one line of a page's margin."""

    page: int
    baseline: float
    stretches: tuple[Stretch, ...]
    is_head: bool

    @property
    def words(self) -> str:
        """Small."""
        return " ".join(each.text for each in self.stretches).casefold()

    @property
    def folded(self) -> str:
        """Its words with a sign for each number that counts pages."""
        return re.sub(r"(?<![\d/.])\d{1,2}(?![\d/.])", "#", re.sub(r"\b(\d{1,2})\s?/\s?(\d{1,2})$", "# #", self.words))


def without_margins(pages: Sequence[Sequence[Stretch]], heights: Sequence[float]) -> list[list[Stretch]]:
    """The pages' stretches without page numbers and repeated lines; a header's first stays, wherever it begins."""
    rows = [row for page in pages for row in _margin_rows(page)]
    left_out = {
        id(each) for row in (*_repeated(rows), *_later_heads(rows), *_of_browsers(rows)) for each in row.stretches
    }
    kept = [[each for each in page if id(each) not in left_out] for page in pages]
    return [_without_number(page, height) for page, height in zip(kept, heights, strict=True)]


def _margin_rows(page: Sequence[Stretch]) -> Iterator[_Row]:
    rows: list[list[Stretch]] = []
    for each in sorted(page, key=lambda each: each.baseline):
        if rows and each.baseline - rows[-1][0].baseline < 0.3 * each.size:
            rows[-1].append(each)
        else:
            rows.append([each])
    heads, feet = rows[:_ROWS], rows[max(len(rows) - _ROWS, _ROWS) :]
    for some, is_head in ((heads, True), (feet, False)):
        for row in some:
            ordered = tuple(sorted(row, key=lambda each: each.left))
            yield _Row(row[0].page, row[0].baseline, ordered, is_head)


def _repeated(rows: Sequence[_Row]) -> Iterator[_Row]:
    """Rows that stand on several pages at one place, but the first of a header, or of a footer with a reference."""
    groups: list[list[_Row]] = []
    for row in rows:
        group = next((group for group in groups if _is_same(group[0], row)), None)
        if group is None:
            groups.append([row])
        elif group[-1].page != row.page:
            group.append(row)
    edges = Counter(
        id(row) for row in _edge_rows(rows, {id(row) for group in groups if len(group) > 1 for row in group})
    )
    for group in groups:
        if len(group) < 2 or not all(edges[id(row)] for row in group):
            continue
        first = group[0]
        is_kept = first.page == 0 and (first.is_head or _REFERENCE.search(first.folded))
        is_kept = is_kept and not _is_number(first.folded)
        yield from group[1:] if is_kept else group


def _later_heads(rows: Sequence[_Row]) -> Iterator[_Row]:
    """First rows of later pages in small print with white below them: headers that begin on the second of two pages."""
    heads = [row for row in rows if row.is_head and row.page > 0]
    for row, below in pairwise(heads):
        is_first = row.baseline == min(each.baseline for each in heads if each.page == row.page)
        size = below.stretches[0].size
        is_small = row.stretches[0].size <= _SMALL_PRINT * size
        if is_first and below.page == row.page and is_small and below.baseline - row.baseline > _WHITE * size:
            yield row


def _of_browsers(rows: Sequence[_Row]) -> Iterator[_Row]:
    """First and last rows of printed web pages: the hour begins the first or ends the last, either has the link."""
    pages: dict[int, list[_Row]] = {}
    for row in rows:
        pages.setdefault(row.page, []).append(row)
    for some in pages.values():
        first, *_others, last = sorted([*some, some[0]], key=lambda row: row.baseline)
        if re.match(_HOUR, first.words) or re.fullmatch(f".*{_HOUR}", last.words):
            yield from (row for row in (first, last) if _PRINTED.fullmatch(row.words) or _ADDRESS.fullmatch(row.words))


def _edge_rows(rows: Sequence[_Row], repeated: set[int]) -> Iterator[_Row]:
    """Repeated rows with none between them and the page's edge that is not repeated, page numbers passed over."""
    pages: dict[tuple[int, bool], list[_Row]] = {}
    for row in rows:
        pages.setdefault((row.page, row.is_head), []).append(row)
    for (_page, is_head), some in pages.items():
        for row in some if is_head else reversed(some):
            if id(row) in repeated:
                yield row
            elif not is_page_mark(" ".join(each.text for each in row.stretches)):
                break


def _is_same(row: _Row, other: _Row) -> bool:
    return (
        row.is_head == other.is_head
        and abs(row.baseline - other.baseline) < _SAME_PLACE
        and row.folded == other.folded
        and abs(row.stretches[0].size - other.stretches[0].size) < 0.5
    )


def _is_number(folded: str) -> bool:
    return all(is_page_mark(part.replace("#", "1")) for part in _PART.split(folded) if part)


def _without_number(page: list[Stretch], height: float) -> list[Stretch]:
    """The page without a bare page number above or below all else."""
    if not page:
        return page
    top, bottom = min(each.baseline for each in page), max(each.baseline for each in page)
    edges = (
        (top, top < _MARGIN * height),
        (bottom, bottom > (1 - _MARGIN) * height or _stands_alone(page, bottom)),
    )
    return [
        each
        for each in page
        if not (is_page_mark(each.text) and any(near and abs(each.baseline - edge) < 2 for edge, near in edges))
    ]


def _stands_alone(page: Sequence[Stretch], bottom: float) -> bool:
    """Whether the last line has far more than a line's height above it."""
    above = [each for each in page if each.baseline < bottom - 2]
    return bool(above) and bottom - max(each.baseline for each in above) > 3 * above[0].size
