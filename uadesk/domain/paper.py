"""Sheets and envelopes, in millimetres."""

from dataclasses import dataclass

from uadesk.domain.people import Paper


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of letter paper, portrait; `folds` are the places to fold it, from the top edge."""

    width: float
    height: float
    folds: tuple[float, ...] = ()


SHEETS = {
    Paper.LETTER: Sheet(215.9, 279.4, (93.1, 186.3)),
    Paper.A4: Sheet(210.0, 297.0, (99.0, 198.0)),
}
"""US Letter and A4 (ISO 216), each folded in three for its envelope."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """An envelope as read, the long edge across; `ident` is its id in the stationery data."""

    ident: str
    name: str
    width: float
    height: float
    source: str
    verified: bool
