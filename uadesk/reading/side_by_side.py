"""Addresses that stand side by side in columns, as a page gives them whose columns were read across."""

import re
from collections.abc import Sequence
from itertools import pairwise

from uadesk.domain.texts import Span
from uadesk.reading.lines import Line, Page

LEAST_LINES = 4
"""Lines that must be parted alike."""
NEAR = 4
"""Signs by which a column's beginning may differ from line to line."""
_GAP = re.compile(r"\S(?P<gap>[^\S\n]{3,})(?=\S)")


def columns_of(page: Page, lines: Sequence[Line]) -> list[list[Span]]:
    """The stretches of each column, from top to bottom; none where the lines stand in no columns."""
    filled = [line for line in lines if not line.is_blank]
    starts = [_starts(page, line) for line in filled]
    parted = [each for each in starts if len(each) > 1]
    if len(parted) < LEAST_LINES or len(parted) < len(filled) // 2:
        return []
    edges = max(parted, key=len)
    if sum(_fits(each, edges) for each in parted) < LEAST_LINES:
        return []
    columns: list[list[Span]] = [[] for _edge in edges]
    for line, begins in zip(filled, starts, strict=True):
        bounds = [line.start + begin for begin in begins] + [line.end]
        for begin, (first, last) in zip(begins, pairwise(bounds), strict=True):
            columns[_column(begin, edges)].append((first, last))
    return columns


def _starts(page: Page, line: Line) -> list[int]:
    """Where the columns of a line begin, counted from its own beginning."""
    text = page.text.content[line.start : line.end]
    return [0, *(gap.end("gap") for gap in _GAP.finditer(text))]


def _fits(begins: Sequence[int], edges: Sequence[int]) -> bool:
    return all(any(abs(begin - edge) <= NEAR for edge in edges) for begin in begins)


def _column(begin: int, edges: Sequence[int]) -> int:
    return min(range(len(edges)), key=lambda place: abs(edges[place] - begin))
