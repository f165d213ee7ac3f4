"""Marks of points that a program drew as shapes and did not write as signs."""

from collections.abc import Sequence

from uadesk.domain.texts import Box
from uadesk.reading.formats.pdf_signs import Sign

_SMALLEST, _LARGEST = 0.15, 0.7
"""Of the size of the text beside it."""
_ROUND = 1.4
"""How many times wider than high, or higher than wide, a dot may be."""
_MOST = 200
"""More of them on a page are a pattern or a picture."""
_FARTHEST = 30.0
"""Pt from the dot to the text at its right."""


def with_dots(signs: list[Sign], dots: Sequence[Box]) -> list[Sign]:
    """The signs with one for each dot that stands before the text of a line."""
    marks: dict[int, Sign] = {}
    if len(dots) > _MOST:
        return signs
    for dot in dots:
        place = _beside(signs, dot)
        if place is not None:
            marks[place] = Sign("•", *dot, signs[place].look)
    return [each for place, sign in enumerate(signs) for each in ([marks[place]] if place in marks else []) + [sign]]


def _beside(signs: Sequence[Sign], dot: Box) -> int | None:
    """The place of the first sign at the dot's right; None where it marks no line."""
    left, top, right, bottom = dot
    width, height, middle = right - left, bottom - top, (top + bottom) / 2
    if max(width, height) > _ROUND * min(width, height):
        return None
    level = [
        place
        for place, sign in enumerate(signs)
        if sign.look.baseline - sign.look.size < middle < sign.look.baseline and not sign.text.isspace()
    ]
    if any(left - _FARTHEST < signs[place].right < right for place in level):
        return None
    first = min(
        (place for place in level if signs[place].left >= right), key=lambda place: signs[place].left, default=-1
    )
    if first < 0 or signs[first].left - right > _FARTHEST:
        return None
    size = signs[first].look.size
    return first if _SMALLEST * size <= width <= _LARGEST * size else None
