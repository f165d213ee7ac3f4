"""What a pressing gives: how many pages, of which pieces, and which pieces were refused."""

from collections.abc import Iterable
from dataclasses import dataclass

from uadesk.base.errors import UADeskError
from uadesk.press.fonts import LackingCharacterError, lacking


@dataclass(frozen=True, slots=True)
class Refused:
    """A piece that cannot be printed, and why."""

    code: str
    error: UADeskError


@dataclass(frozen=True, slots=True)
class Pressed:
    """The codes of the printed pieces in their order; nothing was written where there is no page."""

    pages: int
    codes: tuple[str, ...]
    refused: tuple[Refused, ...] = ()


def require_characters(texts: Iterable[str]) -> None:
    """Raise LackingCharacterError where a text holds a character that no font has."""
    missing = lacking("\n".join(texts))
    if missing:
        raise LackingCharacterError(missing)
