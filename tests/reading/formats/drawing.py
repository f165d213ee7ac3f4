"""PDFs drawn line by line, and the text that is read of them."""

import io
from collections.abc import Callable, Sequence
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from tests.reading.formats.layouts import HEIGHT, WIDTH, body_font
from uadesk.reading.formats.texts import ReadText, read_text

Draw = Callable[[Canvas], object]
LEADING = 13
PROSE = (
    "The guardians of the river were taken from their homes at dawn. Nobody has told their families where they are "
    "being held, and the judge in the provincial town has refused to see the lawyers who came to ask for them. They "
    "had counted the dead fish on the banks for a week, and had written down what they saw. "
)


def pdf(*pages: Draw, width: float = WIDTH, height: float = HEIGHT, **options: Any) -> bytes:
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(width, height), invariant=True, **options)
    for draw in pages:
        canvas.setFont(body_font(), 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def read(*pages: Draw) -> ReadText:
    return read_text("bulletin.pdf", pdf(*pages))


def said(*pages: Draw) -> str:
    return read(*pages).text.content


def lines(canvas: Canvas, left: float, top: float, texts: Sequence[str], size: float = 10) -> float:
    """Draw lines below each other, an empty one as a gap; where the next would stand, pt from the top."""
    canvas.setFont(body_font(), size)
    for text in texts:
        if text:
            canvas.drawString(left, HEIGHT - top, text)
        top += LEADING
    return top


def wrapped(text: str, width: float, size: float = 10) -> list[str]:
    """The text in lines of this width."""
    from reportlab.lib.utils import simpleSplit

    return list(simpleSplit(text, body_font(), size, width))


def folded(text: str) -> str:
    return " ".join(text.split())
