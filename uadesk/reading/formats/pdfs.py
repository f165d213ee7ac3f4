"""PDFs: text in reading order by the places of the signs on the page, without what repeats on every page."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

from uadesk.reading.errors import NotABulletinError
from uadesk.reading.formats.decoding import LONGEST
from uadesk.reading.formats.flow import Paragraph, Piece, Shape, text_of
from uadesk.reading.formats.hyphens import Words
from uadesk.reading.formats.left_out import left_out
from uadesk.reading.formats.pdf_columns import Line, in_order
from uadesk.reading.formats.pdf_dots import with_dots
from uadesk.reading.formats.pdf_gaps import Hang, hangs
from uadesk.reading.formats.pdf_lines import MARKS, Word, blank, said, stretches_of
from uadesk.reading.formats.pdf_margins import without_margins
from uadesk.reading.formats.pdf_quoting import without_marks
from uadesk.reading.formats.pdf_signs import SignPage, signs_of
from uadesk.reading.formats.texts import ReadText

MOST_PAGES = 60
_HEADING = 1.25
"""Of the body's size, from which on a line is a heading."""
_LONGEST_HEADING = 120
_IN_ADDRESS = re.compile(r"[/_=?&%@]|\w\.\w|\d$")
_GOES_ON = ("/", "_", "=", "?", "&", "-", "@", ".")
"""Signs of an address that ends with none of them."""


def read(name: str, content: bytes) -> ReadText:
    """The text of a PDF. Raises NotABulletinError: scanned_pdf, empty, damaged, locked, too_large."""
    try:
        with closing(pypdfium2.PdfDocument(content)) as document:
            if len(document) > MOST_PAGES:
                raise NotABulletinError(name, "too_large")
            pages = list(_pages(name, document))
    except pypdfium2.PdfiumError as error:
        is_locked = error.err_code == pdfium.FPDF_ERR_PASSWORD
        raise NotABulletinError(name, "locked" if is_locked else "damaged") from error
    text = text_of(_paragraphs(pages), "pdf")
    if not text.content.strip():
        raise NotABulletinError(name, "scanned_pdf" if any(page.has_picture for page in pages) else "empty")
    return ReadText(text, tuple(left_out("hidden_text", (page.hidden for page in pages))))


def _pages(name: str, document: pypdfium2.PdfDocument) -> Iterator[SignPage]:
    length = 0
    for number in range(len(document)):
        page = signs_of(document, number)
        length += len(page.signs)
        if length > LONGEST:
            raise NotABulletinError(name, "too_large")
        yield page


@dataclass(slots=True)
class _Shown:
    """A line on its way into the text."""

    line: Line
    words: list[Word]
    hang: Hang

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


def _paragraphs(pages: Sequence[SignPage]) -> Iterator[Paragraph]:
    """Each line as a paragraph, with those that it was wrapped to; without a gap they stand right below each other."""
    found = [stretches_of(with_dots(page.signs, page.dots), number) for number, page in enumerate(pages)]
    bare = without_margins(found, [page.height for page in pages])
    lines = list(without_marks([line for page in bare for line in in_order(page)]))
    body = _body_size(lines)
    waiting: list[_Shown] = []
    for shown in _rejoined(lines, max((page.width for page in pages), default=0.0)):
        if waiting and shown.hang is not Hang.WRAPPED:
            yield _paragraph(waiting, body)
            waiting = []
        waiting.append(shown)
    if waiting:
        yield _paragraph(waiting, body)


def _body_size(lines: Sequence[Line]) -> float:
    """The size of most signs."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.stretch.size * 2) / 2] += len(line.stretch.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _rejoined(lines: Sequence[Line], width: float) -> list[_Shown]:
    """The lines with parted words made whole."""
    shown = [
        _Shown(line, list(line.stretch.words), hang) for line, hang in zip(lines, hangs(lines, width), strict=True)
    ]
    words = Words(line.stretch.text for line in lines)
    for above, below in pairwise(shown):
        joined = words.rejoined(above.text, below.text) if below.hang is not Hang.APART else None
        if joined is not None:
            above.words[-1] = replace(above.words[-1], text=joined[0].rpartition(" ")[2])
            del below.words[0]
            below.hang = Hang.WRAPPED
        elif below.hang is Hang.WRAPPED and _is_address_cut(above, below.words[0].text):
            above.words[-1] = replace(above.words[-1], text=above.words[-1].text + below.words.pop(0).text)
    for each in shown:
        each.words = [replace(word, text=word.text.replace("\xad", "-")) for word in each.words]
    return shown


def _is_address_cut(above: _Shown, text: str) -> bool:
    """Whether the line's end cut a web or mail address that was too long for it."""
    last = above.words[-1]
    reaches = last.box[2] > above.line.right - last.look.size
    is_address = "://" in last.text or "@" in last.text or last.text.startswith("www.")
    goes_on = _IN_ADDRESS.search(text) is not None or len(above.words) == 1
    return is_address and (
        (reaches and (goes_on or last.text.endswith(_GOES_ON))) or (goes_on and last.text[-1] == "/")
    )


def _paragraph(lines: Sequence[_Shown], body: float) -> Paragraph:
    first, mark = lines[0], ""
    if len(first.words) > 1 and first.words[0].text in MARKS:
        mark = first.words.pop(0).text
    is_large = first.line.stretch.size >= _HEADING * body and sum(len(line.text) for line in lines) <= _LONGEST_HEADING
    shape = Shape.POINT if mark else Shape.HEADING if is_large else Shape.TEXT
    filled = [line for line in lines if line.words]
    pieces = [
        piece
        for place, line in enumerate(filled)
        for piece in _pieces(line.words, line.line.stretch.page, "" if place == len(filled) - 1 else " ")
    ]
    return Paragraph(pieces, shape, mark, first.hang is Hang.APART)


def _pieces(words: Sequence[Word], page: int, end: str) -> Iterator[Piece]:
    """Neighbouring words of one look as a piece; blanks between pieces stand at their ends, `end` at the last one's."""
    waiting: list[Word] = []
    for word in words:
        if waiting and (word.look.is_bold, word.look.is_italic) != (waiting[0].look.is_bold, waiting[0].look.is_italic):
            yield _piece(waiting, page, blank(waiting[-1], word))
            waiting = []
        waiting.append(word)
    if waiting:
        yield _piece(waiting, page, end)


def _piece(words: Sequence[Word], page: int, end: str) -> Piece:
    lefts, tops, rights, bottoms = zip(*(word.box for word in words), strict=True)
    box = (round(min(lefts), 1), round(min(tops), 1), round(max(rights), 1), round(max(bottoms), 1))
    look = words[0].look
    return Piece(said(words) + end, look.is_bold, look.is_italic, page, box)
