"""Envelopes at their true size: return address, destination, code."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import BinaryIO

from uadesk.base.errors import UADeskError
from uadesk.base.jobs import Job, Progress
from uadesk.domain.paper import Envelope
from uadesk.domain.pieces import Piece
from uadesk.press.destination import return_block
from uadesk.press.fonts import Face, settled, width
from uadesk.press.pressed import Pressed, Refused, require_characters
from uadesk.press.setting import GREY, MM, Line, Page, Part, Placed, wrap_address

EDGE = 10.0
"""Free room at every edge, mm: what most printers cannot reach, and some more."""

READ_SIDE, READ_LOW, READ_HIGH = 12.7, 15.875, 69.85
"""Where machines of the post read a destination: in from the sides, up from the bottom edge, mm (USPS DMM 202)."""

CODE = (8.0, 5.5)
"""Start of the code's baseline from the left and from the bottom edge, mm: left of and below what the post reads."""

SIZES = (12.0, 11.0, 10.0)
RETURN_SIZES = (9.0, 8.5, 8.0)
CODE_SIZE = 7.5
LEADING = 1.3


class AddressTooLongError(UADeskError):
    """An address has more lines than its envelope holds at the smallest size that the post reads well."""

    def __init__(self, lines: tuple[str, ...], envelope: str) -> None:
        super().__init__(lines, envelope)
        self.lines = lines
        self.envelope = envelope


@dataclass(frozen=True, slots=True)
class Field:
    """A place for an address, mm from the top left corner of the envelope."""

    left: float
    top: float
    width: float
    height: float


def destination_field(envelope: Envelope) -> Field:
    """Where the destination goes: right of the middle line's left, inside of what the post reads."""
    left = max(envelope.width * 0.42, READ_SIDE)
    top = max(envelope.height - READ_HIGH, EDGE)
    return Field(left, top, envelope.width - READ_SIDE - left, envelope.height - READ_LOW - 2.0 - top)


def return_field(envelope: Envelope) -> Field:
    """Where the return address goes: top left, clear of the destination."""
    return Field(EDGE, EDGE, destination_field(envelope).left - EDGE - 8.0, envelope.height - 2 * EDGE - 8.0)


def envelopes_pdf(pieces: Sequence[Piece], envelope: Envelope, out: BinaryIO) -> Job[Pressed]:
    """Print one envelope for each piece, in their order, the long edge across; write the PDF at the end.

    A piece that cannot be printed is refused by its code and the others go on. Nothing is written where no page
    is left. Raises OSError.
    """
    from uadesk.press.document import Document

    document = Document(envelope.width * MM, envelope.height * MM, "Envelopes")
    codes, refused = [], []
    for place, piece in enumerate(pieces):
        yield Progress(place, len(pieces), piece.code)
        try:
            document.add(envelope_page(piece, envelope))
        except UADeskError as error:
            refused.append(Refused(piece.code, error))
            continue
        codes.append(piece.code)
    if document.pages:
        document.save(out)
    yield Progress(len(pieces), len(pieces))
    return Pressed(document.pages, tuple(codes), tuple(refused))


def envelope_page(piece: Piece, envelope: Envelope) -> Page:
    """One envelope. Raises LackingCharacterError, AddressTooLongError."""
    sender = tuple(map(settled, return_block(piece.sender, piece.recipient, piece.language)))
    recipient = tuple(map(settled, piece.recipient))
    require_characters((*sender, *recipient, piece.code))
    code = Line(CODE[0] * MM, (envelope.height - CODE[1]) * MM, piece.code, Face.SANS, CODE_SIZE, GREY)
    return (
        Placed(_destination(recipient, envelope), 0.0),
        Placed(_return_address(sender, envelope), 0.0),
        Placed(Part((code,)), 0.0),
    )


@lru_cache(maxsize=1024)
def _destination(lines: tuple[str, ...], envelope: Envelope) -> Part:
    """The destination, in the middle of its field's height."""
    field = destination_field(envelope)
    for size in SIZES:
        leading = size * LEADING
        if _fits_unbroken(lines, size, field):
            rows = list(lines)
            break
    else:
        size, leading = SIZES[-1], SIZES[-1] * 1.2
        rows = _broken(lines, size, field)
    free = field.height * MM - len(rows) * leading
    if free < 0:  # upwards there is only the stamp's height to spare
        free += (field.top - EDGE) * MM
        field = Field(field.left, EDGE, field.width, field.height)
        if free < 0:
            raise AddressTooLongError(lines, envelope.ident)
    return _block(rows, field.left * MM, field.top * MM + free / 2, size, leading)


@lru_cache(maxsize=1024)
def _return_address(lines: tuple[str, ...], envelope: Envelope) -> Part:
    field = return_field(envelope)
    size = next((size for size in RETURN_SIZES if _fits_unbroken(lines, size, field)), RETURN_SIZES[-1])
    rows = _broken(lines, size, field)
    if len(rows) * size * LEADING > field.height * MM:
        raise AddressTooLongError(lines, envelope.ident)
    return _block(rows, field.left * MM, field.top * MM, size, size * LEADING)


def _fits_unbroken(lines: Sequence[str], size: float, field: Field) -> bool:
    widest = max((width(line, Face.SANS, size) for line in lines), default=0.0)
    return widest <= field.width * MM and len(lines) * size * LEADING <= field.height * MM


def _broken(lines: Sequence[str], size: float, field: Field) -> list[str]:
    return [part for line in lines for part in wrap_address(line, Face.SANS, size, field.width * MM)]


def _block(rows: Sequence[str], left: float, top: float, size: float, leading: float) -> Part:
    first = top + size * 0.9
    return Part(
        tuple(
            Line(round(left, 2), round(first + place * leading, 2), row, Face.SANS, size)
            for place, row in enumerate(rows)
        )
    )
