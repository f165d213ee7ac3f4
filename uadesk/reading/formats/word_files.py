"""Word files (.docx): paragraphs, tables, text boxes, lists, headers and footers in the order of reading."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from uadesk.reading.archives import ArchiveError
from uadesk.reading.errors import NotABulletinError
from uadesk.reading.formats.decoding import LONGEST
from uadesk.reading.formats.flow import Paragraph, Piece, Shape, text_of
from uadesk.reading.formats.left_out import left_out
from uadesk.reading.formats.numbering import Numbering
from uadesk.reading.formats.page_marks import is_page_mark
from uadesk.reading.formats.texts import ReadText
from uadesk.reading.formats.word_gaps import Block, parted
from uadesk.reading.formats.word_package import Element, Part, WordPackage, r, w
from uadesk.reading.formats.word_runs import RunReader, chosen
from uadesk.reading.formats.word_styles import Styles, is_shade
from uadesk.reading.formats.word_tables import cells_of, labelled_lines, rows_of

_INSIDE = frozenset({w("sdt"), w("sdtContent"), w("customXml"), w("smartTag"), w("ins"), w("moveTo")})


def read(name: str, content: bytes) -> ReadText:
    """The text of a Word file. Raises NotABulletinError: empty, damaged, locked, unsafe, too_large."""
    try:
        package = WordPackage(content)
        document = _Document(package)
        paragraphs = document.paragraphs()
    except ArchiveError as error:
        raise NotABulletinError(name, error.reason) from error
    text = text_of(paragraphs, "docx")
    if len(text.content) > LONGEST:
        raise NotABulletinError(name, "too_large")
    if not text.content.strip():
        raise NotABulletinError(name, "empty")
    runs = document.runs
    return ReadText(text, (*left_out("hidden_text", runs.hidden), *left_out("deleted_text", runs.deleted)))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a paragraph stands: its part's name and links, whether a colour is behind it."""

    part: str
    links: Mapping[str, str]
    is_shaded: bool = False


class _Document:
    """A Word file's parts, walked once from top to bottom."""

    def __init__(self, package: WordPackage) -> None:
        self._package = package
        self._styles = Styles(package.part_of_kind("styles"))
        self._numbering = Numbering(package.part_of_kind("numbering"), self._styles)
        self.runs = RunReader(self._styles)

    def paragraphs(self) -> list[Paragraph]:
        """All paragraphs, first those of the header and footer that the body does not say itself."""
        root = self._package.document.root
        body = root.find(w("body"))
        if body is None:
            raise ArchiveError("damaged")
        blocks = list(self._blocks(body, _Place("body", self._package.document.links)))
        said = {_folded(line) for block in blocks for line in block.text.split("\n")}
        margins = [
            block
            for kind in ("header", "footer")
            for part in self._margins(body, kind)
            for block in self._blocks(part.root, _Place(kind, part.links))
            if not _says_nothing_new(block.text, said)
        ]
        return [*parted(margins), *parted(blocks)]

    def _margins(self, body: Element, kind: str) -> Iterator[Part]:
        """The headers or footers of the first page that has any: its own one, else that of all pages."""
        for section in body.iter(w("sectPr")):
            found = {
                each.get(w("type"), "default"): each.get(r("id"), "") for each in section.iter(w(f"{kind}Reference"))
            }
            title_page = section.find(w("titlePg"))
            has_own_first = title_page is not None and title_page.get(w("val"), "1") not in ("0", "false")
            wanted = [which for which in (["first"] if has_own_first else []) + ["default"] if which in found]
            parts = [part for which in wanted if (part := self._package.linked(found[which])) is not None]
            if parts:
                yield from parts
                return

    def _blocks(self, parent: Element, place: _Place) -> Iterator[Block]:
        """The paragraphs in a body, cell, box or header, also the empty ones."""
        for child in parent:
            if child.tag == w("p"):
                yield from self._paragraph(child, place)
            elif child.tag == w("tbl"):
                yield from self._table(child, place)
            elif child.tag in _INSIDE and child.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is None:
                yield from self._blocks(child, place)
            elif str(child.tag).endswith("}AlternateContent"):
                yield from self._blocks(chosen(child), place)

    def _paragraph(self, paragraph: Element, place: _Place) -> Iterator[Block]:
        runs = self.runs.read(paragraph, place.links, is_shaded=place.is_shaded)
        for box in runs.boxes_before:
            yield from self._box(box, place)
        is_deleted = paragraph.find(f"{w('pPr')}/{w('rPr')}/{w('del')}") is not None
        if runs.text.strip() or not is_deleted:
            yield self._block(paragraph, runs.pieces, place)
        for box in runs.boxes_after:
            yield from self._box(box, place)

    def _block(self, paragraph: Element, pieces: list[Piece], place: _Place) -> Block:
        item = self._styles.list_place(paragraph) if any(piece.text.strip() for piece in pieces) else None
        mark = self._numbering.mark(item) if item is not None else ""
        shape = Shape.POINT if mark else Shape.TEXT
        if self._styles.is_heading(paragraph):
            shape = Shape.HEADING
        spacing = self._styles.spacing(paragraph)
        return Block(Paragraph(pieces, shape, mark, part=place.part), spacing, self._styles.style_of(paragraph))

    def _box(self, box: Element, place: _Place) -> Iterator[Block]:
        """A text box; what colour it has stands elsewhere, so white text in it is taken as seen."""
        yield from _set_apart(self._blocks(box, replace(place, part="text box", is_shaded=True)))

    def _table(self, table: Element, place: _Place) -> Iterator[Block]:
        """Cell after cell, a label and what it labels as one line."""
        rows = [[self._cell(cell, table, place) for cell in cells_of(row)] for row in rows_of(table)]
        follows = False
        for row, line in zip(rows, labelled_lines(rows), strict=True):
            if line is not None:
                yield replace(line, is_apart=not follows, is_below=follows)
            else:
                for cell in row:
                    yield from _set_apart(iter(cell))
            follows = line is not None
        if rows:
            yield Block.gap()

    def _cell(self, cell: Element, table: Element, place: _Place) -> list[Block]:
        shaded = (
            is_shade(cell.find(f"{w('tcPr')}/{w('shd')}")) or table.find(f"{w('tblPr')}/{w('tblStyle')}") is not None
        )
        blocks = list(self._blocks(cell, replace(place, is_shaded=place.is_shaded or shaded)))
        while blocks and not blocks[-1].text.strip():
            blocks.pop()
        return blocks


def _set_apart(blocks: Iterator[Block]) -> Iterator[Block]:
    """The blocks with a gap above the first and below the last of them."""
    yield Block.gap()
    yield from blocks
    yield Block.gap()


def _says_nothing_new(text: str, said: set[str]) -> bool:
    lines = [line for line in text.split("\n") if line.strip()]
    return bool(lines) and all(is_page_mark(line) or _folded(line) in said for line in lines)


def _folded(line: str) -> str:
    return " ".join(line.casefold().split())
