"""A bulletin as a PDF: one column, two columns, small pages with a running head, or a web page that was printed."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from tests.accuracy.making.blocks import Block, Kind, Line, Run, plain_line
from tests.accuracy.making.typesetting import drawn, fits, flowing, is_too_wide, rows_of, side_by_side
from uadesk.press.fonts import Face, font

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Flowable

A4 = (595.3, 841.9)
A5 = (419.5, 595.3)
_GUTTER = 24.0
_SIGN = 0.5
"""How wide a sign is on average, of the size of the type."""
_BOLD = "VeraBd"
"""The bold face that comes with ReportLab; the variable fonts of the press have their regular weight only."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a PDF is set; sizes in pt."""

    size: tuple[float, float] = A4
    columns: int = 1
    margin: float = 56.0
    type_size: float = 10.5
    heading: float = 1.0
    """How many times larger headings are."""
    running_head: str = ""
    """Stands above each page after the first; with it, each page bears its number."""
    link: str = ""
    """Stands below each page, with its number, and the hour above it, as browsers print a page."""

    @property
    def column(self) -> float:
        return (self.size[0] - 2 * self.margin - _GUTTER * (self.columns - 1)) / self.columns


ONE_COLUMN = Layout()
TWO_COLUMNS = Layout(columns=2, margin=42.0, type_size=9.5)
PRINTED = Layout(margin=38.0, type_size=12.0, heading=1.5, link="https://example.org/actions/34")
PAGES = Layout(A5, margin=44.0, type_size=10.0, running_head="Bulletin of the invented section")


def pdf(blocks: Sequence[Block], layout: Layout = ONE_COLUMN) -> bytes:
    """The same bytes for the same blocks."""
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

    _register_fonts()
    out = io.BytesIO()
    settled = flowing(blocks, int(layout.column / (_SIGN * layout.type_size)))
    if is_too_wide(settled, font(Face.SERIF).fontName, layout.type_size, layout.column):
        layout = replace(layout, columns=1)  # no office sets addresses side by side in a narrow column
    column, height = layout.column, layout.size[1]
    document: Any = BaseDocTemplate(out, pagesize=layout.size, title="Bulletin", invariant=1)
    frames = [
        Frame(layout.margin + place * (column + _GUTTER), layout.margin, column, height - 2 * layout.margin, 0, 0, 0, 0)
        for place in range(layout.columns)
    ]
    document.addPageTemplates([PageTemplate(frames=frames, onPage=lambda page, _doc: _furnish(page, layout))])
    document.build(_flow(settled, layout, column))
    return out.getvalue()


@cache
def _register_fonts() -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for face in Face:
        pdfmetrics.registerFont(font(face))
    pdfmetrics.registerFont(TTFont(_BOLD, "VeraBd.ttf"))


def _furnish(page: Any, layout: Layout) -> None:
    """Running head and page number, or what a browser prints, where the layout has them."""
    width, height = layout.size
    page.setFont(font(Face.SANS).fontName, 8)
    if layout.link:
        page.drawString(24, height - 18, "11/27/26, 4:15 PM")
        page.drawCentredString(width / 2, height - 18, "Bulletin of the invented section")
        page.drawString(24, 14, layout.link)
        page.drawRightString(width - 24, 14, f"{page.getPageNumber()}/9")
    if not layout.running_head:
        return
    if page.getPageNumber() > 1:
        page.drawString(layout.margin, height - 26, layout.running_head)
    page.drawCentredString(width / 2, 22, str(page.getPageNumber()))


def _flow(blocks: Sequence[Block], layout: Layout, column: float) -> "list[Flowable]":
    from reportlab.platypus import Paragraph, Spacer

    style = _style(layout)
    flow: list[Flowable] = []
    for above, block in pairwise((None, *blocks)):
        assert block is not None
        if above is not None:
            gap = 0.7 if block.is_apart else 0.35 * (block.is_prose or above.is_prose)
            flow.append(Spacer(1, layout.type_size * gap))
        if block.kind is Kind.POINT:
            mark = block.mark if block.mark[:1].isdigit() else "•"
            flow.append(Paragraph(_line(block.lines[0]), _indented(style), bulletText=mark))
        else:
            of_block = style if block.kind is Kind.TEXT else _style(layout, layout.heading)
            for is_apart, lines in side_by_side(block):
                flow += (
                    _parted(lines, of_block, column)
                    if is_apart
                    else [Paragraph(_line(line), of_block) for line in lines]
                )
    return flow


def _parted(lines: Sequence[Line], style: "ParagraphStyle", column: float) -> "list[Flowable]":
    """Lines whose parts stand apart, in small print where they must; such as fit in none are wrapped."""
    from reportlab.platypus import Paragraph

    rows = rows_of(lines, style.fontName, style.fontSize)
    if fits(rows, column):
        return [drawn(rows.set_in(column), style.leading)]
    white = "\u00a0" * 6
    return [Paragraph(escape(re.sub(" {3,}", f"{white} ", plain_line(line)), quote=False), style) for line in lines]


def _style(layout: Layout, times: float = 1.0) -> "ParagraphStyle":
    from reportlab.lib.styles import ParagraphStyle

    face = font(Face.SERIF).fontName
    size = layout.type_size * times
    return ParagraphStyle("body", fontName=face, fontSize=size, leading=size * 1.3, bulletFontName=face)


def _indented(style: "ParagraphStyle") -> "ParagraphStyle":
    from reportlab.lib.styles import ParagraphStyle

    return ParagraphStyle("point", parent=style, leftIndent=14, bulletIndent=2, bulletFontSize=style.fontSize)


def _line(line: Line) -> str:
    return "".join(_run(run) for run in line)


def _run(run: Run) -> str:
    told = escape(run.text, quote=False)
    if run.is_bold and _bold_has(run.text):
        return f'<font name="{_BOLD}">{told}</font>'
    return f'<font name="{font(Face.ITALIC).fontName}">{told}</font>' if run.is_italic else told


def _bold_has(text: str) -> bool:
    from reportlab.pdfbase import pdfmetrics

    glyphs = pdfmetrics.getFont(_BOLD).face.charToGlyph  # type: ignore[attr-defined]  # the stubs know no TTFont here
    return all(ord(sign) in glyphs for sign in text)
