"""The fast way to pages against ReportLab's own canvas: same text, same pixels."""

import io
from collections.abc import Sequence
from dataclasses import replace

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from tests.press.paper import open_sheets
from tests.press.pieces import EMBASSY, OWN_WORDS, SENDER, TEXT, piece
from uadesk.base.jobs import finish
from uadesk.domain.paper import SHEETS
from uadesk.domain.people import Paper
from uadesk.domain.pieces import Piece
from uadesk.press.document import Document
from uadesk.press.envelopes import envelope_page, envelopes_pdf
from uadesk.press.fonts import Face, font
from uadesk.press.letters import letter_pages, letters_pdf
from uadesk.press.preview import render
from uadesk.press.setting import MM, Line, Page, Part, Placed, Rule
from uadesk.reference.stationery import load_envelopes

MANY_SIGNS = "".join(chr(code) for code in range(0x100, 0x250)) + "Ελληνικά Русский ()\\"


def drawn_plainly(pages: Sequence[Page], width: float, height: float) -> bytes:
    """The pages by ReportLab's canvas, mark by mark."""
    for face in Face:
        pdfmetrics.registerFont(font(face))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(width, height))
    for page in pages:
        for placed in page:
            for mark in placed.part.marks:
                _draw(canvas, mark, round(height, 2) - placed.top)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw(canvas: Canvas, mark: Line | Rule, base: float) -> None:
    canvas.saveState()
    if isinstance(mark, Line):
        canvas.setFillGray(mark.shade)
        canvas.setFont(font(mark.face).fontName, mark.size)
        canvas.drawString(round(mark.x, 2), round(base - mark.y, 2), mark.text)  # PDFium snaps glyphs to pixels
    else:
        canvas.setStrokeGray(mark.shade)
        canvas.setLineWidth(mark.thickness)
        canvas.line(mark.x, base - mark.y, mark.to_x, base - mark.to_y)
    canvas.restoreState()


@pytest.fixture(scope="module")
def pieces() -> list[Piece]:
    long = replace(TEXT, own_words=(OWN_WORDS,) * 14)
    return [
        piece("A2"),
        piece("B2", sender=replace(SENDER, name="Zoë (“Ó”) \\Example")),
        piece("C2", replace(TEXT, own_words=(OWN_WORDS,)), recipient=EMBASSY),
        piece("D2", long),
        piece("E2", replace(TEXT, case=MANY_SIGNS)),
        piece("F2"),
        piece("G2", replace(TEXT, case=MANY_SIGNS)),
    ]


def assert_alike(fast: bytes, plain: bytes) -> None:
    fast_sheets, plain_sheets = open_sheets(fast), open_sheets(plain)
    assert [sheet.text for sheet in fast_sheets] == [sheet.text for sheet in plain_sheets]
    for page in range(len(fast_sheets)):
        one, other = render(fast, page, 400).bgrx, render(plain, page, 400).bgrx
        assert sum(abs(a - b) > 40 for a, b in zip(one, other, strict=True)) < 150


def test_letters_look_as_the_canvas_draws_them(pieces: list[Piece]) -> None:
    out = io.BytesIO()
    finish(letters_pdf(pieces, Paper.A4, out, fold_marks=True))
    pages = [page for each in pieces for page in letter_pages(each, Paper.A4, fold_marks=True)]
    sheet = SHEETS[Paper.A4]
    assert_alike(out.getvalue(), drawn_plainly(pages, sheet.width * MM, sheet.height * MM))


def test_envelopes_look_as_the_canvas_draws_them(pieces: list[Piece]) -> None:
    envelope = load_envelopes()["us-10"]
    out = io.BytesIO()
    finish(envelopes_pdf(pieces, envelope, out))
    pages = [envelope_page(each, envelope) for each in pieces]
    assert_alike(out.getvalue(), drawn_plainly(pages, envelope.width * MM, envelope.height * MM))


def test_a_part_that_comes_again_is_stored_once() -> None:
    def size(count: int) -> int:
        part = Part(tuple(Line(20, 20 + n * 12, f"{n} {OWN_WORDS}", Face.SERIF, 10) for n in range(40)))
        document = Document(612, 792, "Test")
        for _n in range(count):
            document.add((Placed(part, 10.0),))
        out = io.BytesIO()
        document.save(out)
        return len(out.getvalue())

    assert size(102) - size(2) < 100 * 350
