"""Letters on sheets: pieces in, a PDF out."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import BinaryIO

from uadesk.base.errors import UADeskError
from uadesk.base.jobs import Job, Progress
from uadesk.domain.paper import SHEETS
from uadesk.domain.people import Paper
from uadesk.domain.pieces import LetterText, Piece
from uadesk.press.dates import long_date
from uadesk.press.destination import return_block
from uadesk.press.letter_page import Matter, lay_out, tightest
from uadesk.press.pressed import Pressed, Refused, require_characters
from uadesk.press.setting import MM, Page


def letters_pdf(pieces: Sequence[Piece], paper: Paper, out: BinaryIO, *, fold_marks: bool = False) -> Job[Pressed]:
    """Print letters in their order, one or more pages each, and write the PDF at the end.

    A piece that cannot be printed is refused by its code and the others go on. A piece without a text (written
    by hand) has no page. Nothing is written where no page is left. Raises OSError.
    """
    from uadesk.press.document import Document

    sheet = SHEETS[paper]
    document = Document(sheet.width * MM, sheet.height * MM, "Letters")
    codes, refused = [], []
    for place, piece in enumerate(pieces):
        yield Progress(place, len(pieces), piece.code)
        if piece.text is None:
            continue
        try:
            pages = letter_pages(piece, paper, fold_marks=fold_marks)
        except UADeskError as error:
            refused.append(Refused(piece.code, error))
            continue
        for page in pages:
            document.add(page)
        codes.append(piece.code)
    if document.pages:
        document.save(out)
    yield Progress(len(pieces), len(pieces))
    return Pressed(document.pages, tuple(codes), tuple(refused))


def letter_pages(piece: Piece, paper: Paper, *, fold_marks: bool = False) -> tuple[Page, ...]:
    """The pages of one letter. Raises LackingCharacterError."""
    return lay_out(_matter(piece), paper, fold_marks=fold_marks)


def page_fill(piece: Piece, paper: Paper) -> float:
    """How much of one page a letter takes when it is set as tight as it may be; over 1.0 it needs a second.

    Raises LackingCharacterError.
    """
    return tightest(_matter(piece), paper)


def _matter(piece: Piece) -> Matter:
    assert piece.text is not None
    sender = return_block(piece.sender, piece.recipient, piece.language)
    require_characters((*sender, piece.sender.name, *piece.recipient, piece.code, *piece.text.own_words))
    _require_text(piece.text)
    date = long_date(piece.written, piece.language, piece.sender.country)
    return Matter(sender, date, piece.recipient, piece.text, piece.sender.name, piece.code)


@lru_cache(maxsize=256)
def _require_text(text: LetterText) -> None:
    require_characters(_texts(text))


def _texts(text: LetterText) -> Iterator[str]:
    yield from (text.subject, text.salutation, text.case, text.lead, text.reply, text.close)
    for several in (text.demands, text.body, text.cc, text.copy_of):
        yield from several
