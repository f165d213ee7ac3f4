"""Where the lines of a PDF's columns end at the right, and which words would not have fitted there."""

from collections import Counter
from collections.abc import Sequence

from uadesk.reading.formats.pdf_columns import Line
from uadesk.reading.formats.pdf_lines import Stretch
from uadesk.reading.formats.pdf_wording import BEGINS_POINT

_SAME_EDGE = 6.0
"""Pt between the left edges of one column on two pages at most."""
_FULL = 0.88
"""Of a column's width, from which on a line is full."""
_LEAST_FULL = 2
"""Full lines that show where a column ends, where the page's margins do not."""
_SAME_MARGIN = 30.0
"""Pt between the margins at the left and right of a page at most."""
_INDENT = 60.0
"""Pt that a paragraph's first line stands in or out at most."""
_BLANK = 0.25
"""Of the size: the width of a blank."""
_LONG = 40
"""Signs of a line that is likelier one of prose than of an address."""

Ends = dict[tuple[float, float], float | None]
"""Of each column (its edges) where its lines end, pt; None where too little tells."""


def ends_of(lines: Sequence[Line], width: float) -> Ends:
    """The ends of all columns; `width` is the pages', pt."""
    margin = Counter(round(line.stretch.left) for line in lines).most_common(1)[0][0] if lines else 0
    full = Counter((line.left, line.right) for line in lines if _is_full(line))
    columns = {(line.left, line.right) for line in lines}
    ends: Ends = {}
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


def had_no_room(above: Line, line: Line, ends: Ends) -> bool:
    """Whether a line may go on with the one above, since its first word would not have fitted there."""
    last, first, end = above.stretch, line.stretch, ends[above.left, above.right]
    if end is None or abs(last.size - first.size) > 0.5 or (len(last.words) < 2 and last.text[-1] != ","):
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
