"""Where the points of a list begin on a page, and where the list ends."""

from collections.abc import Sequence

from uadesk.reading.formats.pdf_columns import Line
from uadesk.reading.formats.pdf_lines import MARKS
from uadesk.reading.formats.pdf_wording import BEGINS_POINT

_DASHES = "-–—‐"
"""Marks that stand within sentences as well."""
_NEAR = 8
"""Lines above, of a text whose points were run together."""
_STOPS = ".;:!?"
_HANGING = 0.65
"""Of the size: white behind a mark, from which on the point's other lines begin where its text does."""


def begins_point(lines: Sequence[Line], place: int) -> bool:
    """Whether a line begins with a point's mark, and not with one of several that stand within the lines above."""
    mark = BEGINS_POINT.match(lines[place].stretch.text)
    if mark is None or mark[0].strip() not in MARKS or mark[0].strip() in _DASHES:
        return mark is not None
    above = (line.stretch.text for line in lines[max(0, place - _NEAR) : place])
    return not any(f" {mark[0]}" in text for text in above)


def ends_points(above: Sequence[Line], line: Line, *, wraps: bool) -> bool:
    """Whether a line stands farther out than the last point above it, and is none of its lines.

    The text behind a mark with white behind it hangs; else lines may begin anywhere, and a point ends with a sentence.
    """
    if BEGINS_POINT.match(line.stretch.text):
        return False
    for point in reversed(above):
        mark, *words = point.stretch.words
        if not words or not BEGINS_POINT.match(point.stretch.text):
            continue
        slack = _HANGING * mark.look.size
        is_at_end = above[-1].stretch.text[-1] in _STOPS
        if words[0].box[0] - mark.box[2] > slack:
            may_hang = mark.text in MARKS and not wraps and is_at_end  # an addressee's number need not
            edge = words[0].box[0] if may_hang else mark.box[0]
            return line.stretch.left < edge - slack
        return not wraps and above[-1].stretch.text.endswith(".") and line.stretch.left < mark.box[0] - slack
    return False
