"""Typesetting without a PDF: lines of text at their places, in points from the top left corner."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from typing_extensions import override

from uadesk.press.fonts import Face, settled, width

MM = 72 / 25.4
"""Points in a millimetre."""

BLACK, GREY = 0.0, 0.45


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: the start of its baseline, down from the top."""

    x: float
    y: float
    text: str
    face: Face
    size: float
    shade: float = BLACK


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line from one point to another."""

    x: float
    y: float
    to_x: float
    to_y: float
    thickness: float = 0.4
    shade: float = BLACK


Mark = Line | Rule


class Part:
    """Marks that belong together, placed from the top of the part. Equal parts are drawn once and used again."""

    __slots__ = ("_hash", "marks")

    def __init__(self, marks: tuple[Mark, ...]) -> None:
        self.marks = marks
        self._hash = hash(marks)

    @override
    def __hash__(self) -> int:
        return self._hash

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Part) and self.marks == other.marks


@dataclass(frozen=True, slots=True)
class Placed:
    """A part on a page, its top this far down."""

    part: Part
    top: float


Page = tuple[Placed, ...]


@lru_cache(maxsize=8192)
def wrap(text: str, face: Face, size: float, measure: float) -> tuple[str, ...]:
    """The lines of a paragraph, ragged right; a word wider than the measure is broken.

    No-break spaces hold; an empty text has no lines.
    """
    lines: list[str] = []
    line = ""
    for word in _pieces(settled(text), face, size, measure):
        longer = f"{line} {word}" if line else word
        if line and width(longer, face, size) > measure:
            lines.append(line)
            line = word
        else:
            line = longer
    if line:
        lines.append(line)
    return _without_runt(lines, face, size, measure)


def wrap_address(line: str, face: Face, size: float, measure: float) -> tuple[str, ...]:
    """The lines of one line of an address, broken after its commas where that is enough."""
    parts = [part.strip() for part in settled(line).replace(", ", ",\n").split("\n") if part.strip()]
    rows: list[str] = []
    for part in parts:
        longer = f"{rows[-1]} {part}" if rows else part
        if rows and width(longer, face, size) <= measure:
            rows[-1] = longer
        elif width(part, face, size) <= measure:
            rows.append(part)
        else:
            return wrap(line, face, size, measure)
    return tuple(rows)


def _pieces(text: str, face: Face, size: float, measure: float) -> Iterator[str]:
    """The words of a text, those that no line can hold cut into pieces."""
    for word in text.split(" "):
        rest = word
        while rest and width(rest, face, size) > measure:
            cut = _cut(rest, face, size, measure)
            yield rest[:cut]
            rest = rest[cut:]
        if rest:
            yield rest


def _cut(word: str, face: Face, size: float, measure: float) -> int:
    """Where to break a word that is too wide: after a sign that parts it, else after the last sign that fits."""
    fits = 1
    while fits < len(word) and width(word[: fits + 1], face, size) <= measure:
        fits += 1
    after = max(word.rfind(sign, 0, fits) for sign in "-/–—_.@?&=,;")
    return after + 1 if after >= fits // 2 else fits


def _without_runt(lines: list[str], face: Face, size: float, measure: float) -> tuple[str, ...]:
    """Give a last line of one short word company, where the line above can spare a word."""
    if len(lines) < 2 or " " in lines[-1] or len(lines[-1]) > 10:
        return tuple(lines)
    head, blank, word = lines[-2].rpartition(" ")
    last = f"{word} {lines[-1]}"
    if not blank or width(head, face, size) < measure * 0.6 or width(last, face, size) > measure:
        return tuple(lines)
    return (*lines[:-2], head, last)
