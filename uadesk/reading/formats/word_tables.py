"""The rows of Word's tables that are one line to a reader: a label with its value, or the parts of a header."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from uadesk.reading.formats.flow import Piece
from uadesk.reading.formats.word_gaps import Block
from uadesk.reading.formats.word_package import Element, w

_LONGEST_LABEL = 60
_MOST_LABEL_WORDS = 4
"""Of a label without a colon."""
_LONGEST_LINE = 150
"""Signs of a table's only row that is a line, such as a bulletin's number, index and date side by side."""

Cell = Sequence[Block]


def rows_of(table: Element) -> Iterator[Element]:
    """The rows, also those inside content controls; deleted ones left out."""
    for child in table:
        if child.tag == w("tr"):
            if child.find(f"{w('trPr')}/{w('del')}") is None:
                yield child
        elif child.tag in (w("sdt"), w("sdtContent"), w("customXml"), w("ins")):
            yield from rows_of(child)


def cells_of(row: Element) -> Iterator[Element]:
    """The cells of a row, also those inside content controls."""
    for child in row:
        if child.tag == w("tc"):
            yield child
        elif child.tag in (w("sdt"), w("sdtContent"), w("customXml")):
            yield from cells_of(child)


def labelled_lines(rows: Sequence[Sequence[Cell]]) -> list[Block | None]:
    """For each row the one line that it is; None for a row that is read cell after cell."""
    filled = [[cell for cell in row if _text(cell)] for row in rows]
    pairs = [row for row in filled if row]
    has_labels = len(pairs) > 1 and all(len(row) == 2 and _is_bare_label(row[0]) for row in pairs)
    is_only = len(pairs) == 1
    return [_line(row, has_labels=has_labels, is_only=is_only) for row in filled]


def _line(row: Sequence[Cell], *, has_labels: bool, is_only: bool) -> Block | None:
    if len(row) == 2 and len(row[0]) == 1 and len(row[1]) == 1:
        label = _text(row[0])
        if "\n" not in label and len(label) <= _LONGEST_LABEL and label.endswith(":"):
            return _joined(row, " ")
        if has_labels:
            return _joined(row, ": ")
    if is_only and len(row) > 1 and all(len(cell) == 1 and "\n" not in _text(cell) for cell in row):
        return _joined(row, "  ") if sum(len(_text(cell)) for cell in row) <= _LONGEST_LINE else None
    return None


def _is_bare_label(cell: Cell) -> bool:
    text = _text(cell)
    return (
        len(cell) == 1
        and "\n" not in text
        and len(text.split()) <= _MOST_LABEL_WORDS
        and not any(sign.isdigit() for sign in text)
    )


def _joined(row: Sequence[Cell], between: str) -> Block:
    pieces: list[Piece] = []
    for place, cell in enumerate(row):
        own = list(cell[0].paragraph.pieces)
        if place:
            pieces.append(Piece(between))
        pieces.extend(own if place == len(row) - 1 else _without_end(own))
    first = row[0][0]
    return replace(first, paragraph=replace(first.paragraph, pieces=pieces))


def _without_end(pieces: list[Piece]) -> list[Piece]:
    """The pieces without white space behind the last."""
    while pieces and not pieces[-1].text.strip():
        pieces.pop()
    return [*pieces[:-1], replace(pieces[-1], text=pieces[-1].text.rstrip())] if pieces else []


def _text(cell: Cell) -> str:
    return "\n".join(block.text for block in cell).strip()
