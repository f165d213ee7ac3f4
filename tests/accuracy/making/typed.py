"""A bulletin as a PDF of plain text: one kind of type as wide for each sign, lines wrapped by their signs."""

import io
import textwrap
from collections.abc import Iterator, Sequence

from tests.accuracy.making.blocks import Block, plain_text
from uadesk.press.fonts import Face, font

LETTER = (612.0, 792.0)
_MARGIN, _SIZE, _LEADING = 42.0, 8.5, 11.0
_SIGNS = 102
"""Of a line at most."""


def typed(blocks: Sequence[Block]) -> bytes:
    """The same bytes for the same blocks."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=LETTER, invariant=1)
    lines = list(_lines(plain_text(blocks)))
    of_page = int((LETTER[1] - 2 * _MARGIN) / _LEADING)
    for start in range(0, len(lines), of_page):
        for place, line in enumerate(lines[start : start + of_page]):
            canvas.setFont(_face(line), _SIZE)
            canvas.drawString(_MARGIN, LETTER[1] - _MARGIN - place * _LEADING, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _lines(text: str) -> Iterator[str]:
    for line in text.rstrip().split("\n"):
        yield from textwrap.wrap(line, _SIGNS, break_on_hyphens=False, replace_whitespace=False) or [""]


def _face(line: str) -> str:
    """Courier, where it has all signs."""
    from reportlab.pdfbase import pdfmetrics

    try:
        line.encode("cp1252")
    except UnicodeEncodeError:
        pdfmetrics.registerFont(font(Face.SANS))
        return str(font(Face.SANS).fontName)
    return "Courier"
