"""Our own PDFs as pictures, by PDFium."""

import threading

from uadesk.domain.pictures import Picture

_ONE_AT_A_TIME = threading.Lock()
"""PDFium must not be entered by two threads."""


def page_count(pdf: bytes) -> int:
    """How many pages the PDF has."""
    import pypdfium2

    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return len(document)
        finally:
            document.close()


def render(pdf: bytes, page: int, width_px: int) -> Picture:
    """One page (from 0) as a picture of this width, on white."""
    import pypdfium2

    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            sheet = document[page]
            bitmap = sheet.render(scale=width_px / sheet.get_width(), rev_byteorder=False, prefer_bgrx=True)
            picture = Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            bitmap.close()
            sheet.close()
            return picture
        finally:
            document.close()
