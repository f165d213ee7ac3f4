"""How each line of a PDF hangs on the one above: a gap between, right below it, or the same line, wrapped."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import pairwise

from uadesk.reading.formats.pdf_columns import Line
from uadesk.reading.formats.pdf_edges import ends_of, had_no_room
from uadesk.reading.formats.pdf_lines import Stretch
from uadesk.reading.formats.pdf_points import begins_point, ends_points
from uadesk.reading.formats.pdf_wording import (
    BEGINS_POINT,
    begins_address_line,
    begins_contact,
    begins_in_capitals,
    is_cut_address,
    is_cut_prose,
    is_heading,
    is_of_address,
    is_sentence,
    is_unfinished,
    opens,
    says_so,
)
from uadesk.reading.formats.run_on import ENDLESS

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
_FEWEST_GAPS = 2
"""Of a text that has gaps; in others none stands where a page ends."""
_SURELY_PROSE = 60
_BROKEN = 0.25
"""Of the lines of an address, at least so many end before their column does."""
_STOP = re.compile(r"[.!?:;][\"”’»)\]]*$")


class Hang(Enum):
    """How a line hangs on the one above."""

    APART = "apart"
    BELOW = "below"
    WRAPPED = "wrapped"
    """Its first word would not have fitted there."""


def hangs(lines: Sequence[Line], width: float) -> list[Hang]:
    """How each line hangs on the one above; `width` is the pages', pt."""
    ends = ends_of(lines, width)
    full = [had_no_room(above, line, ends) for above, line in pairwise(lines)]
    wrapped = _without_headings([line.stretch.text for line in lines], list(_wrapped(lines, full)))
    gap = _least_gap(lines, wrapped)
    gaps = sum(not line.is_first and _distance(above, line) > gap for above, line in pairwise(lines))
    found = [Hang.APART]
    for (above, line), wraps in zip(pairwise(lines), wrapped, strict=True):
        if line.is_first:
            hang = _across(lines, len(found), gap, wraps=wraps)
            found.append(Hang.BELOW if hang is Hang.APART and gaps < _FEWEST_GAPS else hang)
        elif _distance(above, line) > gap or _stands_below_points(lines, found, wraps=wraps):
            found.append(Hang.APART)
        else:
            found.append(Hang.WRAPPED if wraps else Hang.BELOW)
    found = _without_chance(lines, found[: len(lines)])
    for start, end in _endless(lines, full, gap):
        found[start + 1 : end] = [Hang.WRAPPED] * (end - start - 1)
    return found


def _wrapped(lines: Sequence[Line], full: Sequence[bool]) -> Iterator[bool]:
    """Of each line but the first whether it goes on with the one above, and its words begin nothing."""
    for place, ((above, line), is_full) in enumerate(zip(pairwise(lines), full, strict=True), 1):
        yield is_full and not begins_point(lines, place) and not opens(above.stretch.text, line.stretch.text)


def _endless(lines: Sequence[Line], full: Sequence[bool], gap: float) -> Iterator[tuple[int, int]]:
    """First and behind last lines of endless paragraphs: all of a bulletin run together, whatever its words begin."""
    start = 0
    for place, line in enumerate([*lines[1:], None], 1):
        goes_on = line is not None and full[place - 1] and (line.is_first or _distance(lines[place - 1], line) <= gap)
        if goes_on:
            continue
        if sum(len(each.stretch.text) for each in lines[start:place]) >= ENDLESS:
            yield start, place
        start = place


def _stands_below_points(lines: Sequence[Line], found: Sequence[Hang], *, wraps: bool) -> bool:
    """Whether the next line is none of the points right above it."""
    start = next(place for place in reversed(range(len(found))) if found[place] is Hang.APART)
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
            is_row = any(word.is_apart for word in above.words[1:])
            goes_on = not is_row and _goes_on(above.text, line.text, is_last=is_last)
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
    is_cut = first.text[:1].islower() or (is_cut_prose(last.text) and last.text.rpartition(" ")[2].islower())
    if is_cut and not BEGINS_POINT.match(first.text):
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
