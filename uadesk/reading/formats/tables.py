"""Tables of web pages: rows of label and value as one line, layout tables cell after cell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborNode

from uadesk.reading.formats.flow import Paragraph, Piece, Shape
from uadesk.reading.formats.styles import Look, Style, hides, looked, padding

if TYPE_CHECKING:
    from uadesk.reading.formats.markup import Walker

_GROUPS = ("thead", "tbody", "tfoot", "caption")
_LONGEST_LABEL = 60
_LONGEST_ROW = 200
"""Signs of a row that is read as one line."""
_WIDE = 9
"""A cell with so much room above and below, pt, stands apart."""
_LONGEST_LINE = 150
"""A cell with more signs is prose, and stands apart."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's paragraphs; `is_head` where the page calls it a heading of its row or column."""

    paragraphs: Sequence[Paragraph]
    is_head: bool = False
    is_apart: bool = False
    """Whether a gap stands below its text."""

    @property
    def text(self) -> str:
        return "\n".join("".join(piece.text for piece in each.pieces) for each in self.paragraphs)

    @property
    def is_line(self) -> bool:
        """Whether it is one line without a mark, which may stand in a line with others."""
        return len(self.paragraphs) == 1 and "\n" not in self.text and not self.paragraphs[0].mark

    @property
    def is_label(self) -> bool:
        return self.is_line and len(self.text) <= _LONGEST_LABEL and (self.is_head or self.text.endswith(":"))


def read(walker: "Walker", table: LexborNode, look: Look) -> None:
    """Add a table's rows to the walker's text."""
    for row, look_of_row in list(_rows(walker, table, look)):
        cells = list(_cells(walker, row, look_of_row))
        filled = [cell for cell in cells if cell.paragraphs]
        paragraphs, is_apart = row_of(filled)
        walker.builder.take(paragraphs, is_apart=is_apart)


def _rows(walker: "Walker", node: LexborNode, look: Look) -> Iterator[tuple[LexborNode, Look]]:
    """The rows and captions in a table or a group of rows."""
    for child in node.iter():
        attributes = child.attributes
        style = walker.sheet.style_of(child.tag or "", attributes)
        if "hidden" in attributes or hides(style):
            walker.unseen.add(child.text())
        elif child.tag in _GROUPS and child.tag != "caption":
            yield from _rows(walker, child, looked(look, child.tag, style, attributes))
        else:
            yield child, looked(look, child.tag or "", style, attributes)


def _cells(walker: "Walker", row: LexborNode, look: Look) -> Iterator[Cell]:
    if row.tag != "tr":
        yield _cell(walker, row, look, {})
        return
    for child in row.iter():
        attributes = child.attributes
        style = walker.sheet.style_of(child.tag or "", attributes)
        if "hidden" in attributes or hides(style):
            walker.unseen.add(child.text())
        else:
            yield _cell(walker, child, looked(look, child.tag or "", style, attributes), style)


def _cell(walker: "Walker", node: LexborNode, look: Look, style: Style) -> Cell:
    inner = walker.inner()
    paragraphs = inner.walk(node, look)
    is_wide = padding(style) >= _WIDE
    paragraphs = _apart(paragraphs) if is_wide else paragraphs
    return Cell(paragraphs, node.tag == "th", is_apart=is_wide or inner.builder.is_apart)


def row_of(cells: Sequence[Cell]) -> tuple[list[Paragraph], bool]:
    """A row's paragraphs, and whether a gap stands below them."""
    if not cells:
        return [], False
    if len(cells) == 1:
        return _alone(cells[0])
    is_short = all(cell.is_line for cell in cells) and sum(len(cell.text) for cell in cells) <= _LONGEST_ROW
    if is_short or (cells[0].is_label and all(cell.is_line for cell in cells)):
        return [_joined(cells)], False
    if cells[0].is_label:
        label, *others = cells
        first = replace(_joined([label]), is_apart=True)
        return [first, *(each for cell in others for each in _tight(cell.paragraphs))], True
    return [each for cell in cells for each in _apart(cell.paragraphs)], True


def _alone(cell: Cell) -> tuple[list[Paragraph], bool]:
    if len(cell.text) > _LONGEST_LINE or len(cell.paragraphs) > 1:
        return _apart(cell.paragraphs), True
    return list(cell.paragraphs), cell.is_apart


def _joined(cells: Sequence[Cell]) -> Paragraph:
    """Cells in one line; a label that the page only shows as such gets its colon."""
    pieces: list[Piece] = []
    for place, cell in enumerate(cells):
        pieces += [Piece(" ")] if place else []
        pieces += cell.paragraphs[0].pieces
    label = pieces[len(cells[0].paragraphs[0].pieces) - 1]
    if cells[0].is_head and not all(cell.is_head for cell in cells) and label.text.rstrip()[-1:].isalnum():
        pieces[len(cells[0].paragraphs[0].pieces) - 1] = replace(label, text=f"{label.text.rstrip()}:")
    first = cells[0].paragraphs[0]
    return replace(first, pieces=tuple(pieces), shape=Shape.TEXT, is_apart=False)


def _tight(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    return [replace(each, is_apart=each.is_apart and place > 0) for place, each in enumerate(paragraphs)]


def _apart(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    return [replace(each, is_apart=each.is_apart or place == 0) for place, each in enumerate(paragraphs)]
