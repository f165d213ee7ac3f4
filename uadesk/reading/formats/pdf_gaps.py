"""How each line of a PDF hangs on the one above: a gap between, right below it, or the same line, wrapped."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import pairwise

from uadesk.reading.formats.pdf_columns import Line
from uadesk.reading.formats.pdf_lines import Stretch
from uadesk.reading.formats.pdf_points import begins_point, ends_points
from uadesk.reading.formats.pdf_wording import (
    BEGINS_POINT,
    begins_address_line,
    begins_contact,
    begins_in_capitals,
    is_cut_address,
    is_heading,
    is_of_address,
    is_sentence,
    is_unfinished,
    opens,
    says_so,
)

_GAP = 1.35
"""Of the usual distance of lines, from which on it is a gap."""
_OFTEN = 0.15
"""Of all distances: the smallest one that is at least so frequent is the usual one."""
_FEW = 12
"""Distances; of no more, each is frequent."""
_DIFFERENT = 1.2
"""Times the smaller one that a distance of another meaning has."""
_LARGEST = 4.0
"""Of the size: a larger distance is no one's habit."""
_SAME_EDGE = 6.0
"""Pt between the left edges of one column on two pages at most."""
_FULL = 0.88
"""Of a column's width, from which on a line is full."""
_LEAST_FULL = 2
"""Full lines that show where a column ends, where the page's margins do not."""
_LONG = 40
"""Signs of a line that is likelier one of prose than of an address."""
_SURELY_PROSE = 60
_BROKEN = 0.25
"""Of the lines of an address, at least so many end before their column does."""
_SAME_MARGIN = 30.0
"""Pt between the margins at the left and right of a page at most."""
_INDENT = 60.0
"""Pt that a paragraph's first line stands in or out at most."""
_BLANK = 0.25
"""Of the size: the width of a blank."""
_STOP = re.compile(r"[.!?:;][\"”’»)\]]*$")


class Hang(Enum):
    """How a line hangs on the one above."""

    APART = "apart"
    BELOW = "below"
    WRAPPED = "wrapped"
    """Its first word would not have fitted there."""


def hangs(lines: Sequence[Line], width: float) -> list[Hang]:
    """How each line hangs on the one above; `width` is the pages', pt."""
    ends = _ends(lines, width)
    wrapped = [
        not begins_point(lines, place) and _wraps(above, line, ends[above.left, above.right])
        for place, (above, line) in enumerate(pairwise(lines), 1)
    ]
    wrapped = _without_headings([line.stretch.text for line in lines], wrapped)
    gap = _least_gap(lines, wrapped)
    found = [Hang.APART]
    for (above, line), wraps in zip(pairwise(lines), wrapped, strict=True):
        if line.is_first:
            found.append(_across(lines, len(found), gap, wraps=wraps))
        elif _distance(above, line) > gap or _stands_below_points(lines, found, wraps=wraps):
            found.append(Hang.APART)
        else:
            found.append(Hang.WRAPPED if wraps else Hang.BELOW)
    return _without_chance(lines, found[: len(lines)])


def _stands_below_points(lines: Sequence[Line], found: Sequence[Hang], *, wraps: bool) -> bool:
    """Whether the next line is none of the points right above it."""
    start = max(place for place, hang in enumerate(found) if hang is Hang.APART)
    return ends_points(lines[start : len(found)], lines[len(found)], wraps=wraps)


def _without_headings(texts: Sequence[str], wrapped: Sequence[bool]) -> list[bool]:
    """A heading in capitals may fill its column by chance as well, or the line above it may."""
    kept = list(wrapped)
    headings = [is_heading(text) for text in texts]
    for start, end in _runs(headings, wrapped):
        begins = start == 0 or not wrapped[start - 1]
        ends = end == len(texts) or not wrapped[end - 1]
        if ends and start > 0:
            kept[start - 1] = False
        if begins and not ends and not begins_in_capitals(texts[end]):
            kept[end - 1] = False
    return kept


def _runs(headings: Sequence[bool], wrapped: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """First lines of headings, and the lines behind their last ones."""
    start = 0
    for place, is_one in enumerate(headings):
        if not is_one or place == 0 or not headings[place - 1] or not wrapped[place - 1]:
            if place and headings[place - 1]:
                yield start, place
            start = place
    if headings and headings[-1]:
        yield start, len(headings)


def _without_chance(lines: Sequence[Line], found: Sequence[Hang]) -> list[Hang]:
    """A line of an address may fill its column by chance: one among short ones is wrapped only if its words say so."""
    kept = list(found)
    in_address = _in_addresses(lines, found)
    for place, hang in enumerate(found):
        if hang is not Hang.WRAPPED:
            continue
        above, line = lines[place - 1].stretch, lines[place].stretch
        is_last = place + 1 >= len(lines) or found[place + 1] is Hang.APART
        if in_address[place]:
            goes_on = _goes_on(above.text, line.text, is_last=is_last)
        else:
            goes_on = _is_prose(lines, found, place) or is_sentence(above.text, line.text)
            goes_on = goes_on or is_unfinished(above.text, is_last=is_last) or says_so(above.text, line.text)
        if not goes_on:
            kept[place] = Hang.BELOW
    return kept


def _goes_on(above: str, line: str, *, is_last: bool) -> bool:
    """Whether the words of two lines of an address are those of one; `is_last`: no other line of it comes behind."""
    is_unlike = begins_address_line(above, line)
    return is_unfinished(above, is_last=is_last) or (not is_unlike and says_so(above, line))


def _is_prose(lines: Sequence[Line], found: Sequence[Hang], place: int) -> bool:
    """Whether a line and the one above it stand among wrapped ones, alone, or are long."""
    above = lines[place - 1].stretch
    before, behind = found[place - 1], found[place + 1] if place + 1 < len(found) else Hang.APART
    stands_alone = _begins(before, above) and (behind is Hang.APART or _begins(behind, lines[place + 1].stretch))
    return Hang.WRAPPED in (before, behind) or stands_alone or len(above.text) > _SURELY_PROSE


def _in_addresses(lines: Sequence[Line], found: Sequence[Hang]) -> list[bool]:
    """Of each line whether it stands in a block of lines, between two gaps, that is an address and no prose."""
    starts = [place for place, hang in enumerate(found) if hang is Hang.APART]
    kept: list[bool] = []
    for start, end in pairwise((*starts, len(lines))):
        texts = [line.stretch.text for line in lines[start:end]]
        is_broken = found[start:end].count(Hang.BELOW) >= _BROKEN * (end - start)
        kept += [is_broken and is_of_address(texts)] * (end - start)
    return kept


def _begins(hang: Hang, line: Stretch) -> bool:
    """Whether a paragraph or point begins with this line."""
    return hang is Hang.APART or BEGINS_POINT.match(line.text) is not None


def _distance(above: Line, line: Line) -> float:
    """From baseline to baseline, in sizes; below a heading, in those of the text."""
    size = min(above.stretch.size, line.stretch.size)
    return (line.stretch.baseline - above.stretch.baseline) / max(size, 1)


def _least_gap(lines: Sequence[Line], wrapped: Sequence[bool]) -> float:
    """From which distance on, in sizes, two lines have a gap between them.

    Where even lines that nothing wrapped stand in two frequent distances, it lies between these: an office may set a
    space after each line of an address, and a larger one after the last.
    """
    all_distances, unwrapped = Counter[float](), Counter[float]()
    for (above, line), wraps in zip(pairwise(lines), wrapped, strict=True):
        distance = round(_distance(above, line) * 20) / 20
        if line.is_first or abs(above.stretch.size - line.stretch.size) > 0.5 or not 0.8 < distance < _LARGEST:
            continue
        all_distances[distance] += 1
        unwrapped[distance] += not wraps
    usual = next(_frequent(all_distances), 1.2)
    breaks = list(_frequent(unwrapped))
    larger = next((each for each in breaks if each > _DIFFERENT * breaks[0]), None)
    if larger is not None:
        return min((breaks[0] + larger) / 2, _GAP * breaks[0])
    return _GAP * usual


def _frequent(counts: Counter[float]) -> Iterator[float]:
    """The distances that are frequent together with those beside them, the smallest first."""
    least = _OFTEN * counts.total() if counts.total() > _FEW else 0
    for distance in sorted(counts):
        if counts[distance] and sum(counts[near] for near in counts if abs(near - distance) < 0.06) >= least:
            yield distance


def _ends(lines: Sequence[Line], width: float) -> dict[tuple[float, float], float | None]:
    """For each column (its edges) where its lines end at the right, pt; None where too little tells."""
    margin = Counter(round(line.stretch.left) for line in lines).most_common(1)[0][0] if lines else 0
    full = Counter((line.left, line.right) for line in lines if _is_full(line))
    columns = {(line.left, line.right) for line in lines}
    ends: dict[tuple[float, float], float | None] = {}
    for left, right in columns:
        near = _SAME_EDGE + (right - left) * (1 - _FULL)
        alike = [each for each in columns if abs(each[0] - left) < _SAME_EDGE and abs(each[1] - right) < near]
        end = max(each[1] for each in alike)
        if sum(full[each] for each in alike) >= _LEAST_FULL:
            ends[left, right] = end
        else:
            ends[left, right] = max(end, width - margin) if width - margin - end < _SAME_MARGIN else None
    return ends


def _is_full(line: Line) -> bool:
    is_wide = line.stretch.right - line.left > _FULL * (line.right - line.left)
    return is_wide and len(line.stretch.words) > 2 and len(line.stretch.text) >= _LONG


def _wraps(above: Line, line: Line, end: float | None) -> bool:
    """Whether the line goes on with the one above, since its first word would not have fitted there."""
    last, first = above.stretch, line.stretch
    if end is None or abs(last.size - first.size) > 0.5 or (len(last.words) < 2 and last.text[-1] != ","):
        return False
    if opens(last.text, first.text):
        return False
    word = first.words[0].box
    needed = word[2] - word[0] + _BLANK * last.size
    if _is_centred(above, end) and _is_centred(line, end):
        return last.right - last.left + needed > end - above.left
    if not line.is_first and not _is_aligned(last, first):
        return False
    return last.right + needed > end


def _is_centred(line: Line, end: float) -> bool:
    middle = (line.stretch.left + line.stretch.right) / 2
    return line.stretch.left > line.left + 5 and abs(middle - (line.left + end) / 2) < 5


def _is_aligned(last: Stretch, first: Stretch) -> bool:
    """Whether the lines begin where two of one paragraph do: below each other, or the first one in, or its mark out."""
    shift = first.left - last.left
    return -_INDENT <= shift <= (_INDENT if BEGINS_POINT.match(last.text) else 4)


def _across(lines: Sequence[Line], place: int, gap: float, *, wraps: bool) -> Hang:
    """How the first line of a column or page hangs on the last one of the one before."""
    last, first = lines[place - 1].stretch, lines[place].stretch
    before, below = _block(lines, place - 1, gap), _block(lines, place, gap)
    if abs(last.size - first.size) > 0.5 or last.is_bold != first.is_bold:
        return Hang.APART
    if _STOP.search(last.text):
        return Hang.BELOW if begins_contact(first.text) and is_of_address([*before, *below]) else Hang.APART
    if wraps:
        return Hang.WRAPPED
    if first.text[:1].islower() and not BEGINS_POINT.match(first.text):
        return Hang.BELOW
    return Hang.BELOW if is_cut_address(before, below) else Hang.APART


def _block(lines: Sequence[Line], place: int, gap: float) -> list[str]:
    """The lines of a column that stand around one without a gap."""
    first, last = place, place + 1
    while not lines[first].is_first and _distance(lines[first - 1], lines[first]) <= gap:
        first -= 1
    while last < len(lines) and not lines[last].is_first and _distance(lines[last - 1], lines[last]) <= gap:
        last += 1
    return [line.stretch.text for line in lines[first:last]]
