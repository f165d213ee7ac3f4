"""What was printed is frozen with its letter: a piece as plain values, and back."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from uadesk.domain.letters import Channel, PieceKind
from uadesk.domain.people import Sender
from uadesk.domain.pieces import LetterText, Piece

if TYPE_CHECKING:
    from uadesk.store.letters import LetterRecord


def freeze(letter: "LetterRecord", piece: Piece) -> None:
    """Fix what was printed with the letter; the sender in a row of its own, so that it can be forgotten."""
    values = packed(piece)
    del values["sender"]
    letter.freeze(values, piece.sender)


def thawed(letter: "LetterRecord") -> Piece | None:
    """The piece as it was printed; None for a letter that never was."""
    if letter.frozen is None or letter.sender is None:
        return None
    return _piece(letter.frozen, letter.sender.sender)


def packed(piece: Piece) -> dict[str, Any]:
    """A piece as plain JSON values."""
    return asdict(piece) | {"written": piece.written.isoformat()}


def unpacked(values: Mapping[str, Any]) -> Piece:
    """The piece again."""
    return _piece(values, Sender(**_tupled(values["sender"])))


def _piece(values: Mapping[str, Any], sender: Sender) -> Piece:
    text = values["text"]
    return Piece(
        code=values["code"],
        kind=PieceKind(values["kind"]),
        channel=Channel(values["channel"]),
        sender=sender,
        recipient=tuple(values["recipient"]),
        written=date.fromisoformat(values["written"]),
        language=values["language"],
        text=None if text is None else LetterText(**_tupled(text)),
    )


def _tupled(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
