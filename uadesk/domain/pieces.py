"""One piece of paper: everything that is printed on a letter and its envelope, and nothing else.

A piece is built from the letter's own values and frozen with it, so that nothing of one letter can reach
another and no later edit changes what history says was sent.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from uadesk.domain.letters import Channel, PieceKind
from uadesk.domain.people import Sender


class RunKind(StrEnum):
    """What one run to paper prints."""

    LETTERS = "letters"
    ENVELOPES = "envelopes"


@dataclass(frozen=True, slots=True)
class LetterText:
    """What a letter says between the recipient's block and the signature, each part as it will be printed."""

    subject: str
    salutation: str
    own_words: tuple[str, ...] = ()
    """Paragraphs by the writer."""
    case: str = ""
    """The one paragraph on the case; empty where nobody has looked at it."""
    lead: str = ""
    """What the demands hang on, in the first person ("I urge the government to:")."""
    demands: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    """Paragraphs of the bulletin's model letter, where it brings one; lead and demands are empty then."""
    close: str = ""
    cc: tuple[str, ...] = ()
    """Who gets a copy, one entry each."""
    copy_of: tuple[str, ...] = ()
    """On a copy: the line that says so, then the block of the letter it is a copy of."""
    reply: str = ""
    """The sentence that asks for an answer, after the demands."""

    @property
    def is_silent(self) -> bool:
        """Whether it asks without a word on the case."""
        return not (self.case or self.body)


@dataclass(frozen=True, slots=True)
class Piece:
    """One letter as it goes to paper. `recipient` is the block as the envelope carries it, country line settled."""

    code: str
    kind: PieceKind
    channel: Channel
    sender: Sender
    recipient: tuple[str, ...]
    written: date
    language: str
    text: LetterText | None
    """None for a letter written by hand: it has an envelope and a code only."""
