"""What is measured. Each measure takes a number of letters and gives the bytes that it wrote.

A measure runs in a process of its own; what it prepares before `started` is not counted.
"""

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from uadesk.base.jobs import finish
from uadesk.domain.letters import Channel, PieceKind, match_code
from uadesk.domain.people import Paper, Sender
from uadesk.domain.pieces import Piece
from uadesk.letters.compose import compose
from uadesk.letters.shared import SharedText
from uadesk.press.envelopes import envelopes_pdf
from uadesk.press.letters import letters_pdf
from uadesk.reference.stationery import load_envelopes

OWN_WORDS_EVERY = 5
"""One letter in so many has words of its writer's own."""

OFFICES = tuple(
    (
        f"Hon. {name} Example",
        f"Minister of {office}",
        f"Ministry of {office}",
        f"{n} Harbour Road",
        f"{town} 00{n}00",
        land,
    )
    for n, (name, office, town, land) in enumerate(
        (
            ("Wanjiru", "Justice", "Nairobi", "KENYA"),
            ("Nguyễn", "Public Security", "Hanoi", "VIET NAM"),
            ("Łucja", "Interior", "Warsaw", "POLAND"),
            ("Şirin", "Justice", "Ankara", "TÜRKIYE"),
        ),
        2,
    )
)
SHARED = SharedText(
    subject="A Teacher Has Not Been Seen Since March",
    case=(
        "I am writing about Ada Example, a teacher, who was taken from her home by men in uniform on 3 March."
        " Her family has asked at every police station in the town and was sent away each time. No court has heard"
        " her, no lawyer has seen her, and her children do not know where she is."
    ),
    lead="I urge the government to:",
    demands=(
        "say at once where Ada Example is held, and let her family and a lawyer of her choice see her;",
        "release her, unless she is charged before a civil court with an offence that the world knows as one;",
        "have her disappearance looked into by somebody who does not answer to the army.",
    ),
)


@dataclass(frozen=True, slots=True)
class Made:
    """What a measure made."""

    letters: int
    size: int


Measure = Callable[[int], Callable[[], Made]]
"""Prepares a measure of so many letters; what it gives back is the work that is timed."""


def press_letters(count: int) -> Callable[[], Made]:
    """Pieces in memory to a PDF of letters."""
    pieces = make_pieces(count)

    def work() -> Made:
        out = io.BytesIO()
        pressed = finish(letters_pdf(pieces, Paper.LETTER, out))
        return Made(len(pressed.codes), len(out.getvalue()))

    return work


def press_envelopes(count: int) -> Callable[[], Made]:
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


MEASURES: dict[str, Measure] = {
    "letters, press alone": press_letters,
    "envelopes, press alone": press_envelopes,
}
"""Every measure by its name, in the order of the table."""
