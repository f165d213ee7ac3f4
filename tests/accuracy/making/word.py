"""A bulletin as a Word document: line breaks in its paragraphs, headings by style, or a paragraph for each line."""

import io
import zipfile
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tests.accuracy.making.blocks import Block, Kind, Line, Run

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def with_breaks(blocks: Sequence[Block], *, has_styles: bool = False) -> bytes:
    """Each block is a paragraph, its lines parted by line breaks; with styles, a headline is a heading."""
    document = _empty()
    for block in blocks:
        paragraph = _paragraph(document, block)
        if has_styles and block.kind is Kind.HEADING:
            paragraph.style = "Heading 2"
        for place, line in enumerate(block.lines):
            if place:
                paragraph.add_run().add_break()
            _write(paragraph, line)
    return _saved(document)


def line_by_line(blocks: Sequence[Block]) -> bytes:
    """Each line is a paragraph; where an empty line stands, an empty paragraph."""
    document = _empty()
    for place, block in enumerate(blocks):
        if place and block.is_apart:
            document.add_paragraph()
        for line in block.lines:
            _write(_paragraph(document, block), line)
    return _saved(document)


def _empty() -> "Document":
    from docx import Document

    return Document()


def _paragraph(document: "Document", block: Block) -> "Paragraph":
    if block.kind is not Kind.POINT:
        return document.add_paragraph()
    return document.add_paragraph(style="List Number" if block.mark[:1].isdigit() else "List Bullet")


def _write(paragraph: "Paragraph", line: Line) -> None:
    for run in line:
        if run.target:
            _write_link(paragraph, run)
        else:
            written = paragraph.add_run(run.text)
            written.bold, written.italic = run.is_bold or None, run.is_italic or None


def _write_link(paragraph: "Paragraph", run: Run) -> None:
    """A hyperlink, which python-docx reads but does not write."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(run.target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    written = paragraph.add_run(run.text)
    written.bold = run.is_bold or None
    link.append(written._r)
    paragraph._p.append(link)


def _saved(document: "Document") -> bytes:
    """The file, with the time of every part the same whenever it is made."""
    made, kept = io.BytesIO(), io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as out:
        for name in parts.namelist():
            out.writestr(zipfile.ZipInfo(name, _LONG_AGO), parts.read(name), zipfile.ZIP_DEFLATED)
    return kept.getvalue()
