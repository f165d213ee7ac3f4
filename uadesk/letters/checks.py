"""What keeps a letter from being printed: blanks that nobody filled in, an address that leads nowhere."""

import re
from collections.abc import Iterator

from uadesk.base.errors import UADeskError
from uadesk.domain.pieces import LetterText, Piece
from uadesk.reference.countries import load_countries

_BLANK = re.compile(
    r"(?:\{\{|\}\}|\{%|__+|\.{5,}|…{2,}"
    r"|\[(?:your |the |a )?(?:full |first |last )?"
    r"(?:name|address|date|signature|country|city|insert|add|fill|title|text)[^\]]*\]|<(?:name|date|address|title)>)",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"\[[A-Z]{2}[A-Z ]+\]")
"""A field of a template, a line to write on, or a word in brackets that asks to be replaced."""


NAME_TOWN, NAME_TOWN_COUNTRY = 2, 3
"""The fewest lines that an address at home and one abroad can have."""


class UnfilledFieldError(UADeskError):
    """Part of a letter holds a blank that nobody filled in, or is empty though a letter needs it.

    `part` is the attribute's name (`salutation`, `own_words`, `sender`, `recipient`, …), `blank` the words as they
    stand, empty where the part is.
    """

    def __init__(self, part: str, blank: str = "") -> None:
        super().__init__(part, blank)
        self.part = part
        self.blank = blank


class NoPostalAddressError(UADeskError):
    """An address holds nothing below the name to deliver a letter to. `lines` are what it holds."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__(lines)
        self.lines = lines


def refusals(piece: Piece, *, has_postal_lines: bool = True) -> tuple[UADeskError, ...]:
    """Everything that keeps this piece from being printed; empty where it may be.

    `has_postal_lines` tells what is known of the addressee's own postal lines; a block of one line, or of a name
    and a country, is refused in any case. What goes by email or fax needs no such lines.
    """
    return tuple(_problems(piece, has_postal_lines=has_postal_lines))


def _problems(piece: Piece, *, has_postal_lines: bool) -> Iterator[UADeskError]:
    lines = tuple(line for line in piece.recipient if line.strip())
    if piece.channel.needs_envelope and not (has_postal_lines and _leads_somewhere(lines)):
        yield NoPostalAddressError(lines)
    if not piece.sender.name.strip():
        yield UnfilledFieldError("sender")
    for part, text in (("sender", "\n".join(piece.sender.block)), ("recipient", "\n".join(lines))):
        yield from _blanks(part, text)
    if piece.text is not None:
        yield from _in_text(piece.text)


def _leads_somewhere(lines: tuple[str, ...]) -> bool:
    ends_in_country = bool(lines) and load_countries().code_of(lines[-1]) is not None
    return len(lines) >= (NAME_TOWN_COUNTRY if ends_in_country else NAME_TOWN)


def _in_text(text: LetterText) -> Iterator[UADeskError]:
    for part in ("subject", "salutation", "case", "lead", "reply", "close"):
        yield from _blanks(part, getattr(text, part))
    for part in ("own_words", "demands", "body", "cc", "copy_of"):
        yield from _blanks(part, "\n".join(getattr(text, part)))
    if not text.salutation:
        yield UnfilledFieldError("salutation")
    if not (text.own_words or text.case or text.demands or text.body):
        yield UnfilledFieldError("body")


def _blanks(part: str, text: str) -> Iterator[UADeskError]:
    found = (match[0] for pattern in (_BLANK, _CAPITALS) for match in pattern.finditer(text))
    for blank in dict.fromkeys(found):
        yield UnfilledFieldError(part, blank)
