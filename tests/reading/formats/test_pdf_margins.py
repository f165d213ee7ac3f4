"""What a browser prints around a page; running heads and page numbers are in the tests of whole PDFs."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.reading.formats.drawing import lines, said
from tests.reading.formats.layouts import WIDTH

LINK = "https://example.org/actions/34"


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        (("11/27/26, 4:15 PM", "Urgent action | The network"), (LINK, "1/1")),
        (("27.11.2026, 16:15", "Urgent action"), (LINK, "1/1")),
        (("Urgent action", LINK), ("1 of 1", "11/27/26, 4:15 PM")),
    ],
)
def test_hour_title_and_link_of_a_printed_web_page_are_left_out(head: tuple[str, str], foot: tuple[str, str]) -> None:
    def draw(canvas: Canvas) -> None:
        for top, (left, right) in ((30, head), (815, foot)):
            lines(canvas, 30, top, [left], 8)
            lines(canvas, WIDTH - 180, top, [right], 8)
        lines(canvas, 50, 80, ["Minister of Justice", "1 Palace Square"])

    assert said(draw) == "Minister of Justice\n1 Palace Square\n"


def test_the_hour_of_a_mail_and_a_link_at_the_end_stay() -> None:
    shown = ["Sent: 11/27/26, 4:15 PM", "Minister of Justice", "1 Palace Square", LINK]
    assert said(lambda canvas: lines(canvas, 50, 80, shown)) == "\n".join(shown) + "\n"
