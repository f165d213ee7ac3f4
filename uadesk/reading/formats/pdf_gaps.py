"""How each line of a PDF hangs on the one above: a gap between, right below it, or the same line, wrapped."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import pairwise

from uadesk.reading.formats.pdf_columns import Line
from uadesk.reading.formats.pdf_lines import MARKS, Stretch
from uadesk.reference.countries import load_countries

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
_SMALL_WORD = 4
"""Letters of words such as "of", "for", "the", "de", "und" at most."""
_SAME_MARGIN = 30.0
"""Pt between the margins at the left and right of a page at most."""
_INDENT = 60.0
"""Pt that a paragraph's first line stands in or out at most."""
_SHORT = 4
"""Words of a line that is likelier one of an address than the first of a paragraph."""
_BLANK = 0.25
"""Of the size: the width of a blank."""
_BEGINS_POINT = re.compile(rf"(?:[{MARKS}o]|\(?\d{{1,2}}[.)]|\(?[a-z]\)|\(?[ivx]{{1,4}}[.)])\s")
_LABEL = re.compile(r"[A-ZÀ-Ý][^\W\d]*(?: [^\W\d]+){0,2}:(?:\s|$)")
_SENTENCES = re.compile(r"[^\W\d_]{3,}[.!?][\"”’»)]* [A-ZÀ-Ý][^\W\d_]")
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
    wrapped = [_wraps(above, line, ends[above.left, above.right]) for above, line in pairwise(lines)]
    gap = _least_gap(lines, wrapped)
    found = [Hang.APART]
    for (above, line), wraps in zip(pairwise(lines), wrapped, strict=True):
        if line.is_first:
            found.append(_across(above.stretch, line.stretch, wraps=wraps))
        elif _distance(above, line) > gap:
            found.append(Hang.APART)
        else:
            found.append(Hang.WRAPPED if wraps else Hang.BELOW)
    return _without_chance(lines, found[: len(lines)])


def _without_chance(lines: Sequence[Line], found: Sequence[Hang]) -> list[Hang]:
    """A line of an address may fill its column by chance: one among short ones is wrapped only if its words say so."""
    kept = list(found)
    for place, hang in enumerate(found):
        if hang is not Hang.WRAPPED:
            continue
        above, line = lines[place - 1].stretch, lines[place].stretch
        before, behind = found[place - 1], found[place + 1] if place + 1 < len(found) else Hang.APART
        stands_alone = _begins(before, above) and (behind is Hang.APART or _begins(behind, lines[place + 1].stretch))
        is_prose = Hang.WRAPPED in (before, behind) or stands_alone or len(above.text) > _SURELY_PROSE
        if not is_prose and not _says_so(above, line):
            kept[place] = Hang.BELOW
    return kept


def _begins(hang: Hang, line: Stretch) -> bool:
    """Whether a paragraph or point begins with this line."""
    return hang is Hang.APART or _BEGINS_POINT.match(line.text) is not None


def _says_so(above: Stretch, line: Stretch) -> bool:
    """Whether the words go on: after a small word (of, de), in small letters, sentences or capitals, to a last word."""
    last = above.words[-1].text
    is_small_word = last.islower() and last.isalpha() and len(last) <= _SMALL_WORD
    is_number = ":" in above.text and line.text[0].isdigit()
    is_last_word = len(line.words) == 1 and line.text.isalpha() and not load_countries().is_known_name(line.text)
    is_sentence = _SENTENCES.search(f"{above.text} {line.text}") is not None
    is_capitals = above.text.isupper() and line.text.isupper()
    return is_small_word or is_number or is_last_word or is_sentence or is_capitals or line.text[0].islower()


def _distance(above: Line, line: Line) -> float:
    """From baseline to baseline, in sizes."""
    size = (above.stretch.size + line.stretch.size) / 2
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
    if end is None or abs(last.size - first.size) > 0.5 or len(last.words) < 2:
        return False
    if _BEGINS_POINT.match(first.text) or _opens(last.text, first.text):
        return False
    word = first.words[0].box
    needed = word[2] - word[0] + _BLANK * last.size
    if _is_centred(above, end) and _is_centred(line, end):
        return last.right - last.left + needed > end - above.left
    if not line.is_first and not _is_aligned(last, first):
        return False
    return last.right + needed > end


def _opens(last: str, first: str) -> bool:
    """Whether a colon ends a line and what it opens stands below, or a label begins one."""
    if last.endswith(":"):
        return first[0].isalpha() and last.count(":") == 1
    # In a row of labels a value of several words may be cut (Russian / Federation Date:), no number and no email.
    is_cut_value = last.count(":") > 1 and last[-1].isalpha() and "@" not in last.rpartition(" ")[2]
    return _LABEL.match(first) is not None and not is_cut_value


def _is_centred(line: Line, end: float) -> bool:
    middle = (line.stretch.left + line.stretch.right) / 2
    return line.stretch.left > line.left + 5 and abs(middle - (line.left + end) / 2) < 5


def _is_aligned(last: Stretch, first: Stretch) -> bool:
    """Whether the lines begin where two of one paragraph do: below each other, or the first one in, or its mark out."""
    shift = first.left - last.left
    return -_INDENT <= shift <= (_INDENT if _BEGINS_POINT.match(last.text) else 4)


def _across(last: Stretch, first: Stretch, *, wraps: bool) -> Hang:
    """How the first line of a column or page hangs on the last one of the one before."""
    if abs(last.size - first.size) > 0.5 or last.is_bold != first.is_bold or _STOP.search(last.text):
        return Hang.APART
    if wraps:
        return Hang.WRAPPED
    if first.text[:1].islower() and not _BEGINS_POINT.match(first.text):
        return Hang.BELOW
    is_address = len(first.text.split()) <= _SHORT and ":" not in first.text and not first.text.isupper()
    return Hang.BELOW if is_address and not last.is_bold else Hang.APART
