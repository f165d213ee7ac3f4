"""What who sets a text on a page does with its lines: prose flows, what stands side by side keeps its places."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Any

from typing_extensions import override

from tests.accuracy.making.blocks import Block, Kind, Line, Run, plain_line

_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_WIDEST_WRAP = 110
"""Signs of the longest line of a text that was wrapped by hand or by a mail program."""
_LEAST_WRAPPED = 8
"""Lines that end near the edge where such a text was wrapped."""
_NEAR = 12
_SMALLEST_TYPE = 6.0
"""Pt of the smallest type that an office sets what stands side by side in."""
_WHITE = 2.0
"""Between two such parts, of the size of the type."""
_LEAST_ROWS = 4
"""Rows that make a table; fewer lines with gaps are a header or a case's name behind its country."""


def flowing(blocks: Sequence[Block], room: int) -> list[Block]:
    """The blocks with wrapped prose as single lines, where a column has no room for the lines as they are."""
    edge = _edge(blocks)
    return [_flowing(block, edge) for block in blocks] if room < edge else list(blocks)


def _edge(blocks: Sequence[Block]) -> int:
    """Signs at which a text was wrapped; 0 where it was not."""
    lengths = [len(plain_line(line)) for block in blocks if block.kind is Kind.TEXT for line in block.lines]
    edge = max(lengths, default=0)
    is_wrapped = edge <= _WIDEST_WRAP and sum(length > edge - _NEAR for length in lengths) >= _LEAST_WRAPPED
    return edge if is_wrapped else 0


def _flowing(block: Block, edge: int) -> Block:
    if block.kind is not Kind.TEXT or not block.lines:
        return block
    lines = [block.lines[0]]
    for above, line in pairwise(block.lines):
        told = plain_line(line)
        has_no_room = len(plain_line(above)) + 1 + len(told.split(" ")[0]) > edge
        if has_no_room and not has_gap(above) and not has_gap(line) and not told.startswith(">"):
            lines[-1] = (*lines[-1], Run(" "), *line)
        else:
            lines.append(line)
    return replace(block, lines=tuple(lines))


def has_gap(line: Line) -> bool:
    """Whether parts of a line stand apart."""
    return _GAP.search(plain_line(line)) is not None


@dataclass(frozen=True, slots=True)
class Rows:
    """Lines whose parts stand side by side: each part with the sign at which it begins."""

    parts: tuple[tuple[tuple[int, str], ...], ...]
    face: str
    size: float

    def set_in(self, width: float) -> "Rows":
        """The same in the largest type, up to its own, in which it is no wider than this."""
        own = self.width
        return self if own <= width else replace(self, size=self.size * width / own)

    @property
    def unit(self) -> float:
        """Pt from sign to sign, so that no two parts come close."""
        needed = [
            (self._wide(text) + _WHITE * self.size) / (following - start)
            for row in self.parts
            for (start, text), (following, _text) in pairwise(row)
        ]
        return max(needed, default=0.0)

    @property
    def width(self) -> float:
        return max(start * self.unit + self._wide(text) for row in self.parts for start, text in row[-1:])

    def _wide(self, text: str) -> float:
        from reportlab.pdfbase.pdfmetrics import stringWidth

        return float(stringWidth(text, self.face, self.size))


def rows_of(lines: Sequence[Line], face: str, size: float) -> Rows:
    return Rows(tuple(tuple(_parts(plain_line(line))) for line in lines), face, size)


def _parts(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for gap in _GAP.finditer(text):
        yield start, text[start : gap.start()]
        start = gap.end()
    yield start, text[start:].rstrip()


def side_by_side(block: Block) -> Iterator[tuple[bool, list[Line]]]:
    """The lines of a block in groups: such as have gaps and such as have none."""
    for is_apart, lines in groupby(block.lines, has_gap):
        yield is_apart, list(lines)


def is_too_wide(blocks: Sequence[Block], face: str, size: float, column: float) -> bool:
    """Whether a table of addresses stands in the text that fits no such column."""
    groups = (lines for block in blocks for is_apart, lines in side_by_side(block) if is_apart)
    tables = (rows_of(lines, face, size) for lines in groups if len(lines) >= _LEAST_ROWS)
    return any(rows.set_in(column).size < _SMALLEST_TYPE for rows in tables)


def fits(rows: Rows, column: float) -> bool:
    return rows.set_in(column).size >= _SMALLEST_TYPE


def drawn(rows: Rows, leading: float) -> Any:
    """The rows as a flowable of the page."""
    from reportlab.platypus import Flowable

    class _Drawn(Flowable):
        @override
        def wrap(self, _width: float, _height: float) -> tuple[float, float]:
            return rows.width, leading * len(rows.parts)

        def draw(self) -> None:
            top = leading * len(rows.parts)
            self.canv.setFont(rows.face, rows.size)
            for place, row in enumerate(rows.parts):
                for start, text in row:
                    self.canv.drawString(start * rows.unit, top - leading * place - rows.size, text)

    return _Drawn()
