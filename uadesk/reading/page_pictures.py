"""A page of a PDF that came from outside, drawn by PDFium; runs in the reading process only."""

import math

import pypdfium2

from uadesk.domain.pictures import PagePicture, Picture
from uadesk.reading.errors import NoPageError

MOST_PIXELS = 12_000_000
"""A page of more pixels is drawn smaller: some 48 MB, three quarters of the longest answer."""
LONGEST_SIDE = 10_000
"""Pixels of a page that is very long or very wide."""


def draw(name: str, pdf: bytes, page: int, scale: float) -> PagePicture:
    """A page (from 0) on white, `scale` pixels a pt, or as many as the limits allow. Raises NoPageError."""
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise NoPageError(name, page) from error
    try:
        if not 0 <= page < len(document):
            raise NoPageError(name, page)
        return _drawn(document, page, scale)
    except pypdfium2.PdfiumError as error:
        raise NoPageError(name, page) from error
    finally:
        document.close()


def _drawn(document: pypdfium2.PdfDocument, page: int, scale: float) -> PagePicture:
    sheet = document[page]
    size = sheet.get_size()
    scale = allowed(scale, *size)
    bitmap = sheet.render(scale=scale, may_draw_forms=False, rev_byteorder=False, prefer_bgrx=True)
    try:
        picture = Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        return PagePicture(page, len(document), size, scale, picture)
    finally:
        bitmap.close()
        sheet.close()


def allowed(scale: float, width: float, height: float) -> float:
    """The scale, or the largest one at which a page of this size in pt keeps within the limits."""
    by_area = math.sqrt(MOST_PIXELS / max(1.0, width * height))
    return max(0.01, min(scale, by_area, LONGEST_SIDE / max(1.0, width, height)))
