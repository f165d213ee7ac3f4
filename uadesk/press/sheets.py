"""Sheets for the table as one PDF, all pages of one size."""

from collections.abc import Iterable
from io import BytesIO

from uadesk.domain.paper import SHEETS
from uadesk.domain.people import Paper
from uadesk.press.setting import MM, Page


def sheets_pdf(pages: Iterable[Page], paper: Paper) -> bytes:
    """These pages, upright on this paper."""
    from uadesk.press.document import Document

    sheet = SHEETS[paper]
    document = Document(sheet.width * MM, sheet.height * MM, "Sheets")
    for page in pages:
        document.add(page)
    out = BytesIO()
    document.save(out)
    return out.getvalue()
