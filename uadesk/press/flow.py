"""Rows of text flow down a page and on to the next, parted only where rows may be parted. Points throughout."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from uadesk.press.setting import Line, Mark, Page, Part, Placed


@dataclass(frozen=True, slots=True)
class Row:
    """What stands on one line. `above` is the room over it, gone at the top of a page."""

    marks: tuple[Mark, ...]
    height: float
    above: float = 0.0
    keep: bool = False
    """Whether the next row must stand on the same page."""


class Section:
    """Rows that go together into the flow, with what they come to when nothing parts them."""

    __slots__ = ("above", "head", "height", "part", "pulls", "rows")

    def __init__(self, rows: Sequence[Row], *, pulls: bool = False, head: Row | None = None) -> None:
        """`pulls`: the last two lines before this section must stand on its page.

        `head` stands again at the top of each page that the section runs on to.
        """
        self.rows = tuple(rows)
        self.pulls = pulls
        self.head = head
        self.part, self.height = _joined(self.rows)
        self.above = rows[0].above if rows else 0.0


def _joined(rows: Iterable[Row]) -> tuple[Part, float]:
    """The rows as one part, without the room above the first, and its height."""
    marks: list[Mark] = []
    top = 0.0
    for place, row in enumerate(rows):
        top += row.above if place else 0.0
        marks.extend(_lowered(mark, top) for mark in row.marks)
        top += row.height
    return Part(tuple(marks)), top


def _lowered(mark: Mark, by: float) -> Mark:
    if isinstance(mark, Line):
        return Line(mark.x, round(mark.y + by, 2), mark.text, mark.face, mark.size, mark.shade)
    return replace(mark, y=round(mark.y + by, 2), to_y=round(mark.to_y + by, 2))


def one_page(sections: Sequence[Section], top: float) -> Page:
    """The sections on one page, the first at this height."""
    placed = []
    for place, section in enumerate(sections):
        top += section.above if place else 0.0
        placed.append(Placed(section.part, round(top, 2)))
        top += section.height
    return tuple(placed)


def flow(sections: Sequence[Section], top: float, room: float) -> list[Page]:
    """The sections on as many pages as they need, each with this much room below `top`."""
    rows: list[Row] = []
    heads: list[Row | None] = []
    for section in sections:
        if section.pulls:
            rows[-2:] = [replace(row, keep=True) for row in rows[-2:]]
        rows.extend(section.rows)
        heads.extend(section.head if place else None for place in range(len(section.rows)))
    pages: list[Page] = []
    done = 0
    while done < len(rows):
        head = heads[done]
        page = [*([head] if head else []), *rows[done:]]
        count = max(_that_fit(page, room), 2 if head else 1)
        pages.append((Placed(_joined(page[:count])[0], top),))
        done += count - (1 if head else 0)
    return pages


def _that_fit(rows: Sequence[Row], room: float) -> int:
    """How many rows go on a page: to the last place where they may be parted, or as many as there is room for."""
    used, whole, may_end = 0.0, 0, 0
    for place, row in enumerate(rows):
        used += row.height + (row.above if place else 0.0)
        if used > room:
            return may_end or max(whole, 1)
        whole = place + 1
        if not row.keep:
            may_end = whole
    return len(rows)
