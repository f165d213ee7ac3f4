"""PDFs: the text in reading order, whatever the order of the file, and what is left out and said."""

import io
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.reading.formats import layouts
from tests.reading.formats.drawing import PROSE, Draw, folded, lines, pdf, read, said, wrapped
from tests.reading.formats.layouts import HEIGHT, WIDTH, body_font
from uadesk.domain.texts import Text
from uadesk.reading.bulletins import read_bulletins
from uadesk.reading.errors import NotABulletinError
from uadesk.reading.formats.hyphens import Words
from uadesk.reading.formats.texts import read_text
from uadesk.reading.reader import BulletinReader


def bold(text: Text) -> list[str]:
    return [text.content[start:end] for start, end in text.bold]


def test_a_gap_is_a_blank_line_and_an_address_has_none() -> None:
    block = ["Minister of Justice", "1 Palace Square", "Lomé", "", "Ambassador", "12 Range Road", "Ottawa"]
    assert said(lambda canvas: lines(canvas, 50, 80, block)) == "\n".join(block) + "\n"


def test_lines_that_were_wrapped_to_the_page_are_one_and_those_of_an_address_are_not() -> None:
    address = ["Office of the Public Prosecutor", "Supreme Court House, 1 River Road"]
    content = said(lambda canvas: lines(canvas, 50, 80, [*wrapped(PROSE, 490), "", *address]))
    assert content.split("\n") == [PROSE.strip(), "", *address, ""]


def test_points_have_their_mark_also_where_it_is_a_sign_of_its_own() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 50, 80, ["Calling on the minister:"])
        for place, (mark, text) in enumerate((("\u2022", "to free them;"), ("\u2022", "to tell where they are;"))):
            canvas.setFont("Symbol", 10)
            canvas.drawString(60, HEIGHT - 110 - 20 * place, mark)
            lines(canvas, 78, 110 + 20 * place, [text])

    shown = said(draw).split("\n")
    assert [line for line in shown if line] == [
        "Calling on the minister:",
        "• to free them;",
        "• to tell where they are;",
    ]


def test_points_whose_mark_is_a_drawn_dot_are_points() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 50, 80, ["Calling on the minister:"])
        for place, text in enumerate(("to free them;", "to tell where they are;")):
            canvas.circle(64, HEIGHT - 107 - 20 * place, 1.8, stroke=0, fill=1)
            lines(canvas, 78, 110 + 20 * place, [text])

    shown = [line for line in said(draw).split("\n") if line]
    assert shown == ["Calling on the minister:", "• to free them;", "• to tell where they are;"]


def test_a_dot_between_words_marks_nothing() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 50, 80, ["one"])
        canvas.circle(78, HEIGHT - 77, 1.8, stroke=0, fill=1)
        lines(canvas, 88, 80, ["two"])

    assert said(draw).split() == ["one", "two"]


def test_bold_lines_and_larger_ones_stand_out() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 10)
        canvas.drawString(50, HEIGHT - 120, "WRITE TO:")
        canvas.setFont("Helvetica-Oblique", 10)
        canvas.drawString(50, HEIGHT - 150, "for the record")
        lines(canvas, 50, 80, ["Guardians held"], 16)
        lines(canvas, 50, 180, wrapped(PROSE, 490))

    text = read(draw).text
    assert bold(text) == ["Guardians held", "WRITE TO:"]
    assert [text.content[start:end] for start, end in text.headings] == ["Guardians held"]
    assert [text.content[start:end] for start, end in text.italic] == ["for the record"]


def pages_with(head: str, foot: str, bodies: Sequence[str]) -> Iterator[Draw]:
    for place, body in enumerate(bodies, 1):

        def draw(canvas: Canvas, number: int = place, body: str = body) -> None:
            lines(canvas, 50, 40, [head.format(number)], 8)
            lines(canvas, 50, 810, [foot.format(number)], 8)
            lines(canvas, 50, 80, wrapped(body, 490))

        yield draw


@pytest.mark.parametrize(
    "foot", ["{}", "Page {} of 3", "{}/3", "- {} -", "The network   |   Page {}", "Seite {} von 3"]
)
def test_what_repeats_stands_once_and_page_numbers_not_at_all(foot: str) -> None:
    pages = pages_with("UA 34/25 Index: AMR 51/9206/2025", foot, [f"{letter} {PROSE}" for letter in "ABC"])
    content = said(*pages)
    assert content.count("Index: AMR 51/9206/2025") == 1
    assert content.startswith("UA 34/25")
    assert folded(content.partition("2025")[2]) == folded("".join(f"{letter} {PROSE}" for letter in "ABC"))


def test_a_header_that_begins_on_the_second_page_parts_no_address() -> None:
    _first, second = pages_with("The network's circular", "{}", ["Minister of Justice", "1 Palace Square"])
    assert (
        said(lambda canvas: lines(canvas, 50, 80, ["Minister of Justice"]), second)
        == "Minister of Justice\n1 Palace Square\n"
    )


def test_a_page_number_goes_on_a_single_page_too_and_a_year_stays() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 50, 80, wrapped(PROSE, 490))
        lines(canvas, 290, 810, ["1"], 8)

    def dated(canvas: Canvas) -> None:
        lines(canvas, 50, 80, wrapped(PROSE, 490))
        lines(canvas, 290, 810, ["2025"], 8)

    assert folded(said(draw)) == folded(PROSE)
    assert folded(said(dated)) == folded(f"{PROSE} 2025")


def test_lines_that_two_pages_share_in_their_text_stay() -> None:
    block = ["Salutation: Dear Minister,", "", *wrapped(PROSE, 490)]
    pages: list[Draw] = [
        lambda canvas: lines(canvas, 50, 80, ["One", *[""] * 9, *block]),
        lambda canvas: lines(canvas, 50, 80, ["Two", *[""] * 9, *block]),
    ]
    assert said(*pages).count("Salutation: Dear Minister,") == 2


def test_a_paragraph_goes_on_over_the_page() -> None:
    broken = wrapped(PROSE, 490)
    content = said(
        lambda canvas: lines(canvas, 50, 80, broken[:2]),
        lambda canvas: lines(canvas, 50, 80, [*broken[2:], "", "WRITE TO:"]),
    )
    assert content == f"{PROSE.strip()}\n\nWRITE TO:\n"


@pytest.mark.parametrize(
    ("upper", "lower", "joined"),
    [
        ("they were impris-", "oned in May", "they were imprisoned"),
        ("they were impris\xad", "oned in May", "they were imprisoned"),
        ("a well-", "known poet", "a well-known"),
        ("written by Jean-", "Pierre Muster", "written by Jean-Pierre"),
        ("a long-", "term plan", "a long-term"),
        ("the river-", "bank was", "the river-bank"),
        ("the fish-", "ing boats", "the fishing"),
        ("write to info@my-", "office.example.org", "write to info@my-office.example.org"),
        ("see https://example.org/free-", "them/now today", "see https://example.org/free-them/now"),
        ("the foreign-", "policy debate", "the foreign-policy"),
        ("nach Baden-", "Württemberg", "nach Baden-Württemberg"),
    ],
)
def test_a_word_that_a_line_s_end_parts_is_whole_on_the_upper_line(upper: str, lower: str, joined: str) -> None:
    words = Words(["the river-bank is near", "fishing is their life", "a foreign office", "its policy"])
    found = words.rejoined(upper, lower)
    assert found is not None
    assert found[0] == joined


@pytest.mark.parametrize(
    ("upper", "lower"), [("Montreal H2X -", "3M4 Canada"), ("M4S-", "1Z7"), ("from 1998-", "2001"), ("he said -", "no")]
)
def test_what_is_no_parted_word_stays_as_it_is(upper: str, lower: str) -> None:
    assert Words(()).rejoined(upper, lower) is None


def test_hyphens_at_line_ends_are_joined_in_the_text() -> None:
    parted = ["The guardians of the river were impris-", "oned in May and have had no well-", "known lawyer since."]
    content = said(lambda canvas: lines(canvas, 50, 80, parted))
    assert "imprisoned" in content
    assert "well-known lawyer" in content


def test_signs_of_one_word_and_words_of_one_line_are_told_by_their_places() -> None:
    def draw(canvas: Canvas) -> None:
        at = 50.0
        for word in ("Write", "to", "the", "minister"):  # without any blank in the file
            canvas.drawString(at, HEIGHT - 80, word)
            at += canvas.stringWidth(word, body_font(), 10) + 2.6
        canvas.drawString(50, HEIGHT - 120, "two  blanks   here")
        canvas.drawString(50, HEIGHT - 160, "URGENT ACTION", charSpace=4)
        canvas.drawString(50, HEIGHT - 200, "ofﬁce ﬂow")
        canvas.drawString(50, HEIGHT - 240, "until 1")
        canvas.setFont(body_font(), 6)
        canvas.drawString(50 + canvas.stringWidth("until 1", body_font(), 10), HEIGHT - 236, "st")

    assert [line for line in said(draw).split("\n") if line] == [
        "Write to the minister", "two blanks here", "URGENT ACTION", "office flow", "until 1st",
    ]  # fmt: skip


def test_a_line_printed_twice_to_look_bold_is_read_once() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, HEIGHT - 80, "WRITE TO THE MINISTER")
        canvas.drawString(50.3, HEIGHT - 80, "WRITE TO THE MINISTER")

    assert said(draw) == "WRITE TO THE MINISTER\n"


def picture() -> ImageReader:
    """A grey pixel."""
    return ImageReader(io.BytesIO(b"P5 1 1 255 \x80"))


def invisible(canvas: Canvas, text: str) -> None:
    canvas.saveState()
    shown = canvas.beginText(50, HEIGHT - 80)
    shown.setTextRenderMode(3)
    shown.textLine(text)
    canvas.drawText(shown)
    canvas.restoreState()


def white(canvas: Canvas) -> None:
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(50, HEIGHT - 80, "Mr Other")
    canvas.setFillColorRGB(0, 0, 0)


def tiny(canvas: Canvas) -> None:
    canvas.setFont(body_font(), 1)
    canvas.drawString(50, HEIGHT - 80, "Mr Other")


@pytest.mark.parametrize("hide", [white, tiny, lambda canvas: invisible(canvas, "Mr Other")])
def test_text_that_nobody_sees_is_left_out_and_said(hide: Draw) -> None:
    def draw(canvas: Canvas) -> None:
        hide(canvas)
        lines(canvas, 50, 120, ["Write to the minister"])

    found = read(draw)
    assert found.text.content == "Write to the minister\n"
    assert [(check.code, check.data["printed"]) for check in found.doubts] == [("hidden_text", "Mr Other")]


def test_white_text_on_a_dark_ground_is_seen() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(40, HEIGHT - 90, 200, 30, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(50, HEIGHT - 80, "URGENT ACTION")

    found = read(draw)
    assert (found.text.content, found.doubts) == ("URGENT ACTION\n", ())


def test_the_text_that_a_scanner_laid_under_its_picture_is_read() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawImage(picture(), 0, 0, WIDTH, HEIGHT)
        invisible(canvas, "Write to the minister")

    found = read(draw)
    assert (found.text.content, found.doubts) == ("Write to the minister\n", ())


def test_turned_text_and_text_beside_the_page_are_left_out() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 50, 80, ["Write to the minister"])
        lines(canvas, WIDTH + 40, 80, ["beside"])
        canvas.rotate(90)
        canvas.drawString(300, -30, "along the edge")

    assert said(draw) == "Write to the minister\n"


def test_a_turned_page_is_read_as_it_is_shown() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.rotate(90)
        canvas.drawString(80, -60, "Write to the minister")
        canvas.drawString(80, -73, "at once")

    text = read(draw).text
    assert text.content == "Write to the minister\nat once\n"
    box = text.origins[0].box
    assert box is not None
    assert box[0] == pytest.approx(80, abs=1)
    assert box[1] < 60 < box[3]


def test_every_stretch_has_its_page_and_place() -> None:
    text = read(
        lambda canvas: lines(canvas, 50, 80, ["First page"]),
        lambda canvas: lines(canvas, 70, 300, ["Second page"]),
    ).text
    assert [(text.content[each.start : each.end], each.page) for each in text.origins] == [
        ("First page", 0),
        ("Second page", 1),
    ]
    box = text.origins[1].box
    assert box is not None
    left, top, right, bottom = box
    assert left == pytest.approx(70, abs=1)
    assert 285 < top < 300 < bottom < 306
    assert 70 + 40 < right < 70 + 80


def refusal(content: bytes) -> str:
    with pytest.raises(NotABulletinError) as refused:
        read_text("bulletin.pdf", content)
    return refused.value.reason


def test_what_cannot_be_read_says_why() -> None:
    whole = pdf(lambda canvas: lines(canvas, 50, 80, ["Write"]))
    assert refusal(pdf(lambda canvas: canvas.drawImage(picture(), 0, 0, WIDTH, HEIGHT))) == "scanned_pdf"
    assert refusal(pdf(lambda canvas: None)) == "empty"
    assert refusal(b"%PDF-1.7 and no more") == "damaged"
    assert refusal(whole.replace(b"/Pages", b"/Nothing")) == "damaged"
    assert refusal(pdf(*[lambda canvas: None] * 61)) == "too_large"
    locked = StandardEncryption("secret", ownerPassword="other")
    assert refusal(pdf(lambda canvas: lines(canvas, 50, 80, ["Write"]), encrypt=locked)) == "locked"


def test_a_file_that_only_forbids_copying_is_read() -> None:
    guarded = StandardEncryption("", ownerPassword="other", canCopy=0)
    content = pdf(lambda canvas: lines(canvas, 50, 80, ["Write to the minister"]), encrypt=guarded)
    assert read_text("b.pdf", content).text.content == "Write to the minister\n"


BULLETIN = Path(__file__).parent.parent / "bulletins" / "first_international_older.txt"


@pytest.mark.slow
def test_the_reading_process_reads_pdfs_and_word_files_within_its_limits_and_in_time() -> None:
    text = BULLETIN.read_text(encoding="utf-8")
    reader = BulletinReader()
    try:
        for content in (layouts.with_margins(text), layouts.two_columns(text), layouts.line_by_line(text)):
            assert reader.read("bulletin", content) == read_bulletins("bulletin", content)
            begun = time.monotonic()
            reader.read("bulletin", content)
            assert time.monotonic() - begun < 0.5  # 0.15 s on an idle machine
        with pytest.raises(NotABulletinError):
            reader.read("scan.pdf", pdf(lambda canvas: canvas.drawImage(picture(), 0, 0, WIDTH, HEIGHT)))
    finally:
        reader.close()
