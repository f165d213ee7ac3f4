"""The order in which one reads a page: one column after the other, what goes over all of them in its place.

A gutter is a white stripe that two or more lines on each side keep clear. The lines that cross it part the page into
bands; in each band the left side is read before the right one, each side again by the same rule.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from uadesk.reading.formats.pdf_lines import Stretch
from uadesk.reading.formats.pdf_wording import is_of_address

_LEAST_GUTTER = 8.0
"""Pt of white between two columns."""
_LEAST_LINES = 2
"""Of each column."""
_LEAST_OF_BAND = 6
"""Lines of both columns together."""
_LEADING = 2.6
"""Of the size: from baseline to baseline, a larger distance has a gap in it."""
_MOST_GUTTERS = 40
"""Places looked at for a gutter; a page has one or two."""
_DEEPEST = 4
_MOST_ROWS = 3
"""Lines of a header with white within them."""
_PROSE = 40
"""Signs of a line that is likelier one of prose."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line as one reads it; `is_first` where a new column, band or page begins."""

    stretch: Stretch
    is_first: bool
    left: float
    """Left edge of the column it stands in, pt."""
    right: float


def in_order(stretches: Sequence[Stretch]) -> list[Line]:
    """A page's lines in the order in which one reads them."""
    return [line for region in _regions(list(stretches), 0) for line in _lines(region)]


def _lines(region: Sequence[Stretch]) -> Iterator[Line]:
    left, right = min(each.left for each in region), max(each.right for each in region)
    ordered = sorted(region, key=lambda each: (each.baseline, each.left))
    is_first = True
    for row in _rows(ordered):
        line = row[0]
        for other in row[1:]:
            line = line.joined(other)
        yield Line(line, is_first, left, right)
        is_first = False


def _rows(ordered: Sequence[Stretch]) -> Iterator[list[Stretch]]:
    """Stretches side by side, which no gutter parts."""
    row: list[Stretch] = []
    for each in ordered:
        if row and each.baseline - row[0].baseline > 0.3 * min(row[0].size, each.size):
            yield sorted(row, key=lambda stretch: stretch.left)
            row = []
        row.append(each)
    if row:
        yield sorted(row, key=lambda stretch: stretch.left)


def _regions(stretches: list[Stretch], depth: int) -> Iterator[list[Stretch]]:
    """Parts of a page that each are one column, in order."""
    found = _best_bands(stretches) if depth < _DEEPEST and len(stretches) >= _LEAST_OF_BAND else []
    if not found:
        if stretches:
            yield stretches
        return
    rest = {id(each) for band in found for each in (*band.left, *band.right)}
    others = [each for each in stretches if id(each) not in rest]
    for band in found:
        above = [each for each in others if each.baseline < band.top]
        others = [each for each in others if each.baseline >= band.top]
        yield from _regions(above, depth + 1)
        yield from _regions(band.left, depth + 1)
        yield from _regions(band.right, depth + 1)
    yield from _regions(others, depth + 1)


@dataclass(frozen=True, slots=True)
class _Band:
    """Two columns side by side."""

    left: list[Stretch]
    right: list[Stretch]

    @property
    def top(self) -> float:
        return min(each.baseline for each in (*self.left, *self.right))


def _best_bands(stretches: Sequence[Stretch]) -> list[_Band]:
    """The bands of the gutter that parts most lines, from top to bottom."""
    best: list[_Band] = []
    most = 0
    for gutter in _gutters(stretches):
        bands = list(_bands(stretches, gutter))
        parted = sum(len(band.left) + len(band.right) for band in bands)
        if parted > most:
            best, most = bands, parted
    return best


def _gutters(stretches: Sequence[Stretch]) -> list[float]:
    """Places from the left where a white stripe may go down: left of where lines begin, most frequent ones first."""
    begin = sorted(each.left for each in stretches)
    leftmost = begin[0] if begin else 0.0
    often = {place: len(list(same)) for place, same in groupby(round(each, 0) for each in begin)}
    places = [place for place in often if place > leftmost + 2 * _LEAST_GUTTER]
    return [place - _LEAST_GUTTER / 2 for place in sorted(places, key=lambda place: -often[place])[:_MOST_GUTTERS]]


def _bands(stretches: Sequence[Stretch], gutter: float) -> Iterator[_Band]:
    waiting: list[Stretch] = []
    for each in sorted(stretches, key=lambda each: each.baseline):
        if each.left < gutter - 0.5 and each.right > gutter - _LEAST_GUTTER / 2 + 0.5:
            yield from _band(waiting, gutter, each)
            waiting = []
        else:
            waiting.append(each)
    yield from _band(waiting, gutter, None)


def _band(stretches: list[Stretch], gutter: float, below: Stretch | None) -> Iterator[_Band]:
    """The band that these make; `below` is the line across the gutter under them."""
    left = [each for each in stretches if each.left < gutter]
    right = [each for each in stretches if each.left >= gutter]
    left, right = _without_head(left, right)
    left = _without_foot(left, right, below)
    rows = [len(list(_rows(side))) for side in (left, right)]
    if min(rows) < _LEAST_LINES or sum(rows) < _LEAST_OF_BAND:
        return
    if _overlap(left, right) < 2 * left[0].size or _are_labels(left, right) or _are_points(left):
        return
    if _are_rows(left, right):
        return
    if not (_has_lines_below(left) and _has_lines_below(right)):
        return
    yield _Band(left, right)


def _without_head(left: list[Stretch], right: list[Stretch]) -> tuple[list[Stretch], list[Stretch]]:
    """The columns without a line or two above both that stand alone: a header in two parts, a date at the right."""
    while right and left and right[0].baseline < left[0].baseline - 0.5 * left[0].size:
        if not _stands_alone(right):
            break
        right = right[1:]
    while len(left) > 1 and len(right) > 1 and abs(left[0].baseline - right[0].baseline) < 0.5 * left[0].size:
        if not (_stands_alone(left) and _stands_alone(right)):
            break
        left, right = left[1:], right[1:]
    return left, right


def _stands_alone(column: Sequence[Stretch]) -> bool:
    """Whether the first line has more than a line's height of white below it."""
    return len(column) > 1 and column[1].baseline - column[0].baseline > 2.2 * column[0].size


def _without_foot(left: list[Stretch], right: Sequence[Stretch], below: Stretch | None) -> list[Stretch]:
    """The left column without lines under both that belong to what follows below: a short heading, for one."""
    if below is None or not right:
        return left
    end = max(each.baseline for each in right)
    kept = list(left)
    next_below = below
    while len(kept) > 1 and kept[-1].baseline > end + 0.5 * kept[-1].size:
        to_next = next_below.baseline - kept[-1].baseline
        to_last = kept[-1].baseline - kept[-2].baseline
        if to_next > to_last * 1.05 and kept[-1].size <= kept[-2].size:
            break
        next_below = kept.pop()
    return kept


def _has_lines_below(column: Sequence[Stretch]) -> bool:
    """Whether two lines stand right below each other; those of a header in two parts have gaps between them."""
    return any(0 < line.baseline - above.baseline < _LEADING * line.size for above, line in pairwise(column))


def _overlap(left: Sequence[Stretch], right: Sequence[Stretch]) -> float:
    """Pt of height that both columns have in common."""
    top = max(min(each.top for each in side) for side in (left, right))
    bottom = min(max(each.bottom for each in side) for side in (left, right))
    return bottom - top


def _are_labels(left: Sequence[Stretch], right: Sequence[Stretch]) -> bool:
    """Whether the left side has labels of what stands on the same lines at the right."""
    labels = sum(each.text.endswith(":") for each in left)
    beside = sum(any(abs(each.baseline - other.baseline) < 1 for other in right) for each in left)
    return labels >= 0.6 * len(left) and beside >= 0.6 * len(left)


def _are_rows(left: Sequence[Stretch], right: Sequence[Stretch]) -> bool:
    """Whether these are a few short lines with white within them, as a header has, and no addresses."""
    fewer, more = sorted((left, right), key=lambda side: len(list(_rows(side))))
    if len(list(_rows(fewer))) > _MOST_ROWS or any(len(each.text) >= _PROSE for each in fewer):
        return False
    is_level = all(any(abs(each.baseline - other.baseline) < 1 for other in more) for each in fewer)
    return is_level and not all(is_of_address([each.text for each in side]) for side in (left, right))


def _are_points(left: Sequence[Stretch]) -> bool:
    """Whether the left side has nothing but marks of points."""
    return all(len(each.text) <= 3 for each in left)
