"""One text laid out as the Word files and PDFs in which offices send it."""

import io
from collections.abc import Iterator
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

import docx
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Spacer

from uadesk.press.fonts import Face, font

WIDTH, HEIGHT = 595, 842
"""A4, pt."""


def saved(document: Any) -> bytes:
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def blocks_of(text: str) -> Iterator[str]:
    """What blank lines part."""
    return (block for block in text.strip().split("\n\n") if block.strip())


def line_by_line(text: str) -> bytes:
    """A Word file with each line as its paragraph and empty paragraphs as gaps."""
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line.strip())
    return saved(document)


def block_by_block(text: str) -> bytes:
    """A Word file with each block as its paragraph, its lines parted by line breaks."""
    document = docx.Document()
    for block in blocks_of(text):
        document.add_paragraph("\n".join(line.strip() for line in block.strip("\n").split("\n")))
    return saved(document)


def with_lists(text: str) -> bytes:
    """A Word file with the points in the style of a list, and no mark of their own."""
    document = docx.Document()
    for line in text.splitlines():
        said = line.strip()
        is_point = said.startswith(("- ", "* ", "• "))
        document.add_paragraph(said[2:].strip() if is_point else said, style="List Bullet" if is_point else None)
    return saved(document)


@cache
def body_font() -> str:
    pdfmetrics.registerFont(font(Face.SANS))
    return str(font(Face.SANS).fontName)


def one_column(text: str, size: float = 10.5) -> bytes:
    """A PDF whose lines are wrapped to the page."""
    return _pdf(text, [Frame(60, 60, 475, 720)], size)


def two_columns(text: str, size: float = 9) -> bytes:
    """A PDF in two columns with a running header and counted pages."""
    return _pdf(text, [Frame(50, 60, 240, 700), Frame(305, 60, 240, 700)], size, _running)


def with_margins(text: str, size: float = 12, *, packed: bool = True) -> bytes:
    """A PDF of several pages with a running header and counted pages."""
    return _pdf(text, [Frame(72, 72, 451, 500)], size, _running, packed=packed)


def _running(canvas: Canvas, document: Any) -> None:
    canvas.setFont(body_font(), 8)
    canvas.drawString(60, HEIGHT - 40, "Circular of the network")
    canvas.drawRightString(WIDTH - 60, 30, f"Page {document.page}")


def _pdf(
    text: str,
    frames: list[Frame],
    size: float,
    on_page: Any = lambda _canvas, _document: None,
    *,
    packed: bool = True,
    after: float = 0,
    gap: float | None = None,
) -> bytes:
    made = io.BytesIO()
    document = BaseDocTemplate(made, pagesize=(WIDTH, HEIGHT), invariant=True, pageCompression=int(packed))
    document.addPageTemplates(PageTemplate(frames=frames, onPage=on_page))
    style = ParagraphStyle("body", fontName=body_font(), fontSize=size, leading=size * 1.25, spaceAfter=after)
    space = size * 1.25 if gap is None else gap
    document.build(
        [Paragraph(escape(line.strip()), style) if line.strip() else Spacer(1, space) for line in text.splitlines()]
    )
    return made.getvalue()


def spaced_lines(text: str, size: float = 10.5) -> bytes:
    """A PDF with a space after each line's paragraph and a larger one where the text has a gap."""
    return _pdf(text, [Frame(60, 60, 475, 720)], size, after=6, gap=8)


def small_gaps(text: str, size: float = 10.5) -> bytes:
    """A PDF whose gaps are a third of a line."""
    return _pdf(text, [Frame(60, 60, 475, 720)], size, gap=4)
