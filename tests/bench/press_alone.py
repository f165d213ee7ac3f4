"""The press by itself: pieces that are in memory become a file.

Each measure prepares so many letters and gives back the work that is timed.
"""

import io
from datetime import date

from tests.bench.subject import OFFICES, OWN_WORDS_EVERY, SHARED, Made, Work
from uadesk.base.jobs import finish
from uadesk.domain.letters import Channel, PieceKind, match_code
from uadesk.domain.people import Paper, Sender
from uadesk.domain.pieces import Piece
from uadesk.letters.compose import compose
from uadesk.press.envelopes import envelopes_pdf
from uadesk.press.letters import letters_pdf
from uadesk.reference.stationery import load_envelopes


def letters(count: int) -> Work:
    """Pieces in memory to a PDF of letters."""
    pieces = make_pieces(count)

    def work() -> Made:
        out = io.BytesIO()
        pressed = finish(letters_pdf(pieces, Paper.LETTER, out))
        return Made(len(pressed.codes), len(out.getvalue()))

    return work


def envelopes(count: int) -> Work:
    """The same pieces to a PDF of envelopes."""
    pieces = make_pieces(count)

    def work() -> Made:
        out = io.BytesIO()
        pressed = finish(envelopes_pdf(pieces, load_envelopes()["us-10"], out))
        return Made(len(pressed.codes), len(out.getvalue()))

    return work


def make_pieces(count: int) -> list[Piece]:
    """Letters of many writers to a few offices, some with words of their own."""
    return [_piece(n) for n in range(count)]


def _piece(n: int) -> Piece:
    own = f"I have taught for {n % 40 + 1} years, and I think of her pupils." if n % OWN_WORDS_EVERY == 0 else ""
    return Piece(
        code=match_code(n),
        kind=PieceKind.APPEAL,
        channel=Channel.POST,
        sender=Sender(f"Renée Łoś {n}", (f"{n} Chemin du Moulin", "Trois-Rivières QC  G9A 2L3"), "CA"),
        recipient=OFFICES[n % len(OFFICES)],
        written=date(2025, 6, 1),
        language="en",
        text=compose(SHARED, number="901/25", salutation="Dear Minister,", own_words=own, cc=("Embassy of Kenya",)),
    )
