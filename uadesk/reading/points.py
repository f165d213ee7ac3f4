"""Lists of points, with the lines that they are wrapped over and the points that hang on a point."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from uadesk.domain.texts import Found
from uadesk.reading.lines import Line, LineKind, Page

LONG_LINE = 40
"""Behind a line of so many signs a point goes on, also with a capital letter."""

NEAR = 6
"""Lines around a point that show how wide its text is wrapped."""

LONGEST_BETWEEN = 300
"""Signs of a remark between two points of one list."""

IsLabel = Callable[[Line], bool]


class Points(NamedTuple):
    """The points of one list; `last` is one past its last line."""

    found: tuple[Found, ...]
    last: int
    has_sub_points: bool = False
    goes_over: bool = False
    """Whether a paragraph stands between two of its points, which was left out."""


def points_at(page: Page, place: int, is_label: IsLabel) -> Points:
    """The points of the list that begins on this line, each with its wrapped lines."""
    points: list[Found] = []
    marks: list[str] = []
    last = place
    following: int | None = place
    goes_over = False
    while following is not None and page.lines[following].is_point:
        first = page.lines[following]
        last = _end_of_point(page, following, is_label)
        points.append(page.found(first.body, page.lines[last - 1].end, "point"))
        marks.append(first.mark)
        following = page.next_filled(last)
        over = _over_a_remark(page, first, last, is_label)
        goes_over, following = goes_over or over is not None, following if over is None else over
    found = _with_sub_points(page, points, marks)
    has_sub_points = len(found) < len(points) or any(each.value.endswith(":") for each in points)
    return Points(tuple(found), last, has_sub_points, goes_over)


def _over_a_remark(page: Page, point: Line, last: int, is_label: IsLabel) -> int | None:
    """The line of the list's next point below one short paragraph that stands between them; None where none does."""
    remark = page.next_filled(last)
    if remark is None or remark == last or page.lines[remark].is_point:
        return None
    end = remark
    while end < len(page.lines) and not page.lines[end].is_blank and not page.lines[end].is_point:
        if is_label(page.lines[end]):
            return None
        end += 1
    following = page.next_filled(end)
    if following is None or page.lines[following].mark != point.mark or not _counts_on(point, page.lines[following]):
        return None
    said = page.words(page.lines[remark].start, page.lines[end - 1].end)
    return None if said.endswith(":") or len(said) > LONGEST_BETWEEN else following


def _counts_on(point: Line, following: Line) -> bool:
    """Whether a point has the next number, where points are numbered."""
    numbers = [re.search(r"\d+", each.text[: each.body - each.start]) for each in (point, following)]
    if numbers[0] is None or numbers[1] is None:
        return point.kind is not LineKind.NUMBERED
    return int(numbers[1][0]) == int(numbers[0][0]) + 1


def _end_of_point(page: Page, place: int, is_label: IsLabel) -> int:
    """One past the last line of a point; it may go on behind a blank line, in small letters."""
    last = place + 1
    while last < len(page.lines) and _goes_on(page, place, last, is_label):
        last += 1
    further = page.next_filled(last)
    if further is None or further == last or not _is_rest(page, last, further, is_label):
        return last
    end = further
    while end < len(page.lines) and end - further <= NEAR and not page.lines[end].is_blank:
        end += 1
    after = page.next_filled(further + 1)
    while after is not None and after < end and not page.lines[after].is_point:
        after = page.next_filled(after + 1)
    return after if after is not None and page.lines[after].is_point and after <= end else end


def _is_rest(page: Page, last: int, further: int, is_label: IsLabel) -> bool:
    line = page.lines[further]
    is_open = not page.lines[last - 1].text.endswith((".", ";", ":", "!", "?"))
    return is_open and line.text[:1].islower() and not line.is_point and not is_label(line)


def _goes_on(page: Page, first: int, place: int, is_label: IsLabel) -> bool:
    """Whether this line belongs to the point that began on line `first`."""
    line, above = page.lines[place], page.lines[place - 1]
    if line.is_blank or line.is_point or is_label(line):
        return False
    if line.text[:1].islower() or len(above.text) >= LONG_LINE:
        return True
    if above.text.endswith((".", ";", ":", "!", "?")):
        return False
    width = max(len(each.text) for each in page.lines[max(0, first - NEAR) : first + NEAR])
    return len(above.text) + 1 + len(line.text.split()[0]) > width


def _with_sub_points(page: Page, points: Sequence[Found], marks: Sequence[str]) -> list[Found]:
    """Points below one that ends with a colon are part of it where their marks are of another style."""
    found: list[Found] = []
    parent = ""
    for point, mark in zip(points, marks, strict=True):
        if parent and mark != parent:
            found[-1] = page.found(found[-1].start, point.end, "point")
            continue
        parent = mark if point.value.endswith(":") else ""
        found.append(point)
    return found
