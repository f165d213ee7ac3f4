"""A bulletin as a PDF, and its text with the place of each line on the paper."""

import io
from dataclasses import replace

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.ui.kit import TEXT, bulletin, spans
from uadesk.domain.bulletins import BulletinDraft
from uadesk.domain.texts import Origin, Text

_LEADING, _LEFT, _TOP = 16, 72, 72
_LINES = 18
"""On a page."""


def paper() -> tuple[bytes, BulletinDraft]:
    """The invented bulletin on two pages, each line known by its box, in pt from the top left corner."""
    shown = TEXT.replace("𝒜", "A")
    file, origins = io.BytesIO(), []
    canvas = Canvas(file, pagesize=A4, invariant=True)
    start = 0
    for number, line in enumerate(shown.splitlines()):
        page, row = divmod(number, _LINES)
        if number and not row:
            canvas.showPage()
        baseline = _TOP + _LEADING * (row + 1)
        canvas.setFont("Helvetica", 12)
        canvas.drawString(_LEFT, A4[1] - baseline, line)
        if line:
            right = _LEFT + canvas.stringWidth(line, "Helvetica", 12)
            box = (_LEFT, baseline - 10, right, baseline + 3)
            origins.append(Origin(start, start + len(line), page=page, box=box))
        start += len(line) + 1
    canvas.save()
    draft = bulletin(text=Text(shown, source="pdf", origins=tuple(origins)))
    return file.getvalue(), replace(draft, spans=spans(draft))
