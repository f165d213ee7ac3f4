"""The files that are made of a corpus text are what other programs take them for, and say all that it says."""

import io
import re
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from tests.accuracy.corpus import Sample, decoded
from tests.accuracy.making import FORMS, made
from tests.accuracy.making.blocks import Kind, blocks_of, plain_line

MARKDOWN = """First UA: 1/25 Index: AFR 64/0001/2025 ZAMBIA of June 2, 2025

## **RIVER ACTIVISTS ON TRIAL**

**Write to the minister urging her to:**

- Order an independent inquiry
- **Publish** its findings & its letters

Hon. Ana Muster
Lusaka
Email: [ana@example.org](mailto:ana@example.org)

""" + "\n\n".join(
    f"Paragraph {number} tells at length of the river and of the towns on it. " * 6 for number in range(1, 15)
)
WORDS = (
    "RIVER ACTIVISTS ON TRIAL",
    "Order an independent inquiry",
    "Hon. Ana Muster",
    "ana@example.org",
    "Paragraph 14",
)


@pytest.fixture
def sample(tmp_path: Path) -> Sample:
    path = tmp_path / "river.md"
    path.write_text(MARKDOWN, encoding="utf-8")
    return Sample("home", path, (), ())


def words_of_docx(content: bytes) -> str:
    from docx import Document

    return "\n".join(paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs)


def pages_of_pdf(content: bytes) -> list[str]:
    import pypdfium2

    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content)]


def words_of_mail(content: bytes) -> str:
    mail = message_from_bytes(content, policy=default)
    told = ""
    for part in mail.walk():
        if part.get_content_maintype() == "text":
            told += part.get_content()
        elif part.get_content_type() == "application/pdf":
            told += "\n".join(pages_of_pdf(part.get_content()))
    return told


def words_in(form: str, content: bytes) -> str:
    told = {
        "txt": lambda: decoded(content),
        "html": lambda: re.sub(r"<[^>]*>", "", content.decode()),
        "docx": lambda: words_of_docx(content),
        "pdf": lambda: "\n".join(pages_of_pdf(content)),
        "eml": lambda: words_of_mail(content),
    }[form.partition("-")[0]]()
    return " ".join(told.split())


@pytest.mark.parametrize("form", FORMS)
def test_every_form_says_what_the_text_says_and_is_made_the_same_again(form: str, sample: Sample) -> None:
    name, content = made(sample, form)

    told = words_in(form, content)

    assert [words for words in WORDS if words not in told] == []
    assert made(sample, form) == (name, content)


@pytest.mark.parametrize("form", [form for form in FORMS if form not in ("txt", "eml-html")])
def test_marks_of_markdown_are_gone_where_it_became_something_else(form: str, sample: Sample) -> None:
    told = words_in(form, made(sample, form)[1])

    assert "**" not in told
    assert "mailto:" not in told


def test_lists_headings_emphasis_and_links_are_those_of_a_web_page(sample: Sample) -> None:
    page = made(sample, "html")[1].decode()

    assert "<h2>RIVER ACTIVISTS ON TRIAL</h2>" in page
    assert "<li><strong>Publish</strong> its findings &amp; its letters</li>" in page
    assert "Lusaka<br>" in page
    assert '<a href="mailto:ana@example.org">ana@example.org</a>' in page


def test_a_site_has_more_around_the_same_article(sample: Sample) -> None:
    site = made(sample, "html-site")[1].decode()

    assert "Donate now" in site.partition("<article")[0]
    assert "newsletter" in site.partition("</article>")[2]


def test_word_has_points_links_and_bold_headings(sample: Sample) -> None:
    from docx import Document

    paragraphs = Document(io.BytesIO(made(sample, "docx-lines")[1])).paragraphs

    assert [each.text for each in paragraphs if each.style and each.style.name == "List Bullet"] == [
        "Order an independent inquiry",
        "Publish its findings & its letters",
    ]
    assert [link.address for each in paragraphs for link in each.hyperlinks] == ["mailto:ana@example.org"]
    (headline,) = (each for each in paragraphs if each.text == "RIVER ACTIVISTS ON TRIAL")
    assert headline.runs[0].bold
    assert any(each.text == "Lusaka" for each in paragraphs)
    assert "Hon. Ana Muster\nLusaka" in words_of_docx(made(sample, "docx")[1])


def test_two_columns_stand_side_by_side(sample: Sample) -> None:
    import pypdfium2

    text = pypdfium2.PdfDocument(made(sample, "pdf-columns")[1])[0].get_textpage()
    starts = (match.start() for match in re.finditer("Paragraph", text.get_text_range()))
    left = {round(text.get_charbox(start)[0]) for start in starts}

    first, second = 42, 310
    assert {first, second} <= left


def test_small_pages_have_a_running_head_and_numbers(sample: Sample) -> None:
    first, *others = pages_of_pdf(made(sample, "pdf-pages")[1])

    assert len(others) > 1
    assert "Bulletin of the invented section" not in first
    for number, page in enumerate(others, 2):
        assert "Bulletin of the invented section" in page
        assert str(number) in page.split()


@pytest.mark.parametrize(
    ("form", "encodings"),
    [
        ("eml", {"text/plain": "quoted-printable"}),
        ("eml-html", {"text/plain": "base64", "text/html": "base64"}),
        ("eml-forwarded", {"text/plain": "8bit"}),
        ("eml-pdf", {"text/plain": "quoted-printable", "application/pdf": "base64"}),
    ],
)
def test_mails_come_in_every_transfer_encoding(form: str, encodings: dict[str, str], sample: Sample) -> None:
    mail = message_from_bytes(made(sample, form)[1], policy=default)
    parts = [part for part in mail.walk() if not part.is_multipart()]

    assert {part.get_content_type(): str(part["Content-Transfer-Encoding"]) for part in parts} == encodings


def test_a_wrapped_point_is_one_and_what_follows_it_is_not() -> None:
    text = (
        "Urging him to:\n- release all those who were held at the gates of the\nriver mine;\n- pay them\nWrite to:\nAna"
    )

    blocks = [(block.kind, *map(plain_line, block.lines)) for block in blocks_of(text, is_markdown=False)]

    assert blocks == [
        (Kind.TEXT, "Urging him to:"),
        (Kind.POINT, "release all those who were held at the gates of the river mine;"),
        (Kind.POINT, "pay them"),
        (Kind.TEXT, "Write to:", "Ana"),
    ]


def test_a_single_number_is_that_of_an_addressee_and_no_point() -> None:
    (block,) = blocks_of("1) Minister of Justice\nLusaka", is_markdown=False)

    assert [plain_line(line) for line in block.lines] == ["1) Minister of Justice", "Lusaka"]
