"""White within the lines of a PDF: what it keeps apart, and what a program stretched to fill a column."""

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.reading.formats.drawing import lines, said
from tests.reading.formats.layouts import HEIGHT, body_font


def test_blanks_that_someone_typed_keep_parts_of_a_line_apart() -> None:
    shown = "UA 109/99    Fear for safety.  14 May"
    assert said(lambda canvas: lines(canvas, 50, 80, [shown])) == "UA 109/99   Fear for safety. 14 May\n"


def test_a_line_that_was_stretched_to_fill_its_column_has_single_blanks() -> None:
    def draw(canvas: Canvas) -> None:
        at = 50.0
        for word in ("LONDON", "SW1X", "8PA,", "020"):
            canvas.drawString(at, HEIGHT - 80, word)
            at += stringWidth(word, body_font(), 10) + 17
        lines(canvas, 50, 93, ["embassy.london.office@example.org, consulate@example.org"])

    assert said(draw).startswith("LONDON SW1X 8PA, 020\n")
