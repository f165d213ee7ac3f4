"""Where the points of a list begin in a PDF, and where the list ends."""

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.reading.formats.drawing import lines, said, wrapped
from tests.reading.formats.layouts import HEIGHT, body_font

POINTS = ["to free the guardians of the river without conditions;", "to tell their families where they are."]


def hanging(canvas: Canvas, left: float, marks: list[str]) -> float:
    """Points whose text stands 20 pt behind the mark; the place of the next line, pt from the top."""
    lines(canvas, left, 80, marks)
    return lines(canvas, left + 20, 80, POINTS)


def test_what_stands_out_below_points_that_hang_is_none_of_them() -> None:
    def draw(canvas: Canvas) -> None:
        below = hanging(canvas, 50, ["•", "•"])
        lines(canvas, 50, below, ["to:", "Minister of Justice"])

    assert said(draw) == f"• {POINTS[0]}\n• {POINTS[1]}\n\nto:\nMinister of Justice\n"


@pytest.mark.parametrize("marks", [["•", "•"], ["1.", "2."]])
def test_what_stands_out_from_the_marks_is_no_line_of_a_point_that_fills_its_column(marks: list[str]) -> None:
    text = wrapped("to free the guardians of the river, and to tell their families where they are.", 220)

    def draw(canvas: Canvas) -> None:
        for place, mark in enumerate(marks):
            lines(canvas, 60, 80 + 26 * place, [mark])
            lines(canvas, 80, 80 + 26 * place, text)
        lines(canvas, 50, 132, ["Permanent Mission of the country"])

    assert said(draw).endswith(f"{marks[1]} {' '.join(text)}\n\nPermanent Mission of the country\n")


def test_lines_of_a_point_that_does_not_hang_belong_to_it() -> None:
    text = wrapped("    *   Calling on the minister to free the guardians of the river. Their families wait.", 230)

    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, HEIGHT - 80, text[0].strip())
        lines(canvas, 50, 93, text[1:])
        lines(canvas, 50, 300, wrapped("The judge in the provincial town has refused to see the lawyers. " * 3, 230))

    assert said(draw).startswith(f"* {' '.join(' '.join(text).split()[1:])}\n\n")


def test_the_number_of_an_addressee_does_not_hang() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 50, 80, ["1)"])
        lines(canvas, 80, 80, ["Minister of Justice"])
        lines(canvas, 50, 93, ["Ministry of Justice", "Lomé"])

    assert said(draw) == "1) Minister of Justice\nMinistry of Justice\nLomé\n"


def test_a_mark_at_the_edge_of_points_that_were_run_together_begins_no_line() -> None:
    first = "Write in your own words: * ask for the release of all who are held;"
    text = f"{first} * ask for an inquiry into what was done to them; * ask for a judge."
    broken = wrapped(text, stringWidth(first, body_font(), 10) + 2)
    assert broken[1].startswith("* ")

    assert said(lambda canvas: lines(canvas, 50, 80, broken)) == f"{text}\n"


def test_a_point_with_white_behind_its_mark_that_does_not_hang_goes_on_within_its_sentence() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 50, 80, ["-    asking for an inquiry into", "what was done to them;"])
        lines(canvas, 50, 106, ["-    asking for a judge.", "Minister of Justice"])

    assert said(draw) == (
        "- asking for an inquiry into\nwhat was done to them;\n- asking for a judge.\n\nMinister of Justice\n"
    )
