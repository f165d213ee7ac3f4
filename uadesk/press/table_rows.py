"""Rows of text for the sheets on the table: headings, paragraphs, points, addresses side by side. Points throughout."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from uadesk.base.errors import UADeskError
from uadesk.press.flow import Row
from uadesk.press.fonts import Face, settled
from uadesk.press.setting import BLACK, GREY, MM, Line, Mark, Rule, wrap, wrap_address

MARGIN, TOP, BOTTOM = 18 * MM, 15 * MM, 14 * MM
BULLET = "•"
GUTTER = 6 * MM
"""Between two addresses that stand side by side."""


class SheetTooFullError(UADeskError):
    """What must stand on the sheet of this case (addresses, salutations, demands) does not fit on one page."""

    def __init__(self, case: str) -> None:
        super().__init__(case)
        self.case = case


@dataclass(frozen=True, slots=True)
class Size:
    """How large a sheet is set: text, leading, room between paragraphs and before a heading, and how many abreast."""

    text: float
    leading: float
    gap: float
    break_: float
    abreast: int = 2

    @property
    def heading(self) -> float:
        return self.text + 1.0


def height(rows: Sequence[Row]) -> float:
    """How high rows are that nothing parts, without the room above the first."""
    return sum(row.height + row.above for row in rows) - (rows[0].above if rows else 0.0)


def plain(text: str, size: float, *, face: Face = Face.SERIF, shade: float = BLACK, above: float = 0.0) -> Row:
    """One line at the margin, with the room that its size needs."""
    leading = size * 1.3
    return Row((line(text, size, leading, face=face, shade=shade),), leading, above)


def heading(text: str, size: Size, measure: float) -> Row:
    """The heading of a part: its word over a thin rule."""
    leading = size.heading * 1.35
    marks: tuple[Mark, ...] = (
        line(text, size.heading, leading, face=Face.SANS, shade=GREY),
        Rule(MARGIN, leading, MARGIN + measure, leading, 0.4, 0.6),
    )
    return Row(marks, leading + size.gap * 0.6, size.break_, keep=True)


def paragraph(text: str, size: Size, measure: float, *, face: Face = Face.SERIF, above: float = 0.0) -> list[Row]:
    """A paragraph at the margin."""
    rows = [
        Row((line(part, size.text, size.leading, face=face),), size.leading)
        for part in wrap(text, face, size.text, measure)
    ]
    return first_above(rows, above)


def point(text: str, size: Size, measure: float, *, above: float = 0.0) -> list[Row]:
    """A point with its bullet, its lines drawn in."""
    indent = size.text * 1.4
    x = MARGIN + indent
    parts = wrap(text, Face.SERIF, size.text, measure - indent)
    rows = [Row((line(part, size.text, size.leading, x=x),), size.leading) for part in parts]
    if rows:
        bullet = line(BULLET, size.text, size.leading, x=MARGIN + size.text * 0.3)
        rows[0] = replace(rows[0], marks=(bullet, *rows[0].marks))
    return first_above(rows, above)


@dataclass(frozen=True, slots=True)
class Block:
    """An addressee on the sheet: the address as an envelope carries it, the salutation, ways beside the post."""

    lines: tuple[str, ...]
    salutation: str = ""
    contacts: tuple[str, ...] = ()


def blocks(these: Sequence[Block], size: Size, measure: float) -> list[Row]:
    """Addresses side by side, as many in a row as the size has abreast; none is parted or shortened."""
    rows: list[Row] = []
    width = (measure - (size.abreast - 1) * GUTTER) / size.abreast
    for start in range(0, len(these), size.abreast):
        beside = [_block(block, size, width) for block in these[start : start + size.abreast]]
        deepest = max(map(len, beside))
        for place in range(deepest):
            marks = tuple(
                replace(column[place], x=round(MARGIN + number * (width + GUTTER) + column[place].x, 2))
                for number, column in enumerate(beside)
                if place < len(column)
            )
            rows.append(Row(marks, size.leading, above=size.gap + 4.0 if start and not place else 0.0, keep=True))
    return rows


def _block(block: Block, size: Size, width: float) -> list[Line]:
    """The lines of one address, each from its own left edge; what is too wide goes on below, drawn in."""
    found = [
        line(part, size.text, size.leading, x=indent)
        for each in block.lines
        for indent, part in _hung(each, size, width)
    ]
    said = [(text, Face.SANS) for text in block.contacts]
    if block.salutation:
        said.insert(0, (block.salutation, Face.ITALIC))
    for text, face in said:
        found += [line(part, size.text, size.leading, x=0.0, face=face) for part in wrap(text, face, size.text, width)]
    return found


def _hung(text: str, size: Size, width: float) -> Iterable[tuple[float, str]]:
    parts = wrap_address(text, Face.SERIF, size.text, width - size.text)
    return [(0.0 if place == 0 else size.text, part) for place, part in enumerate(parts)]


def first_above(rows: Sequence[Row], above: float) -> list[Row]:
    """The rows with this room over the first."""
    changed = list(rows)
    if changed:
        changed[0] = replace(changed[0], above=above)
    return changed


def line(
    text: str, size: float, leading: float, *, x: float = MARGIN, face: Face = Face.SERIF, shade: float = BLACK
) -> Line:
    """A line in a row of this leading, its baseline a little below the middle."""
    return Line(round(x, 2), round(leading / 2 + size * 0.34, 2), settled(text), face, size, shade)


def shortened(sentences: Sequence[str], size: Size, measure: float, lines: int) -> str:
    """The beginning of a text that fits on so many lines, cut at the end of a sentence where one fits, with "…"."""
    whole = " ".join(sentences)
    if _lines(whole, size, measure) <= lines:
        return whole
    return _begun(sentences, size, measure, lines) or _begun("".join(sentences[:1]).split(), size, measure, lines)


def _begun(parts: Sequence[str], size: Size, measure: float, lines: int) -> str:
    """As many of the parts as fit, with "…"; empty where not one does."""
    fewest, most = 0, len(parts)
    while fewest < most:
        middle = (fewest + most + 1) // 2
        fits = _lines(" ".join(parts[:middle]) + " …", size, measure) <= lines
        fewest, most = (middle, most) if fits else (fewest, middle - 1)
    return " ".join(parts[:fewest]) + " …" if fewest else ""


def _lines(text: str, size: Size, measure: float) -> int:
    return len(wrap(text, Face.SERIF, size.text, measure))
