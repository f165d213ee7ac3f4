"""How letters are counted: a letter counts on the day it was posted or sent."""

from collections.abc import Iterable
from dataclasses import dataclass

from uadesk.domain.letters import GONE, LetterStatus, PieceKind

UNPOSTED = frozenset({LetterStatus.PRINTED, LetterStatus.SIGNED})
"""Printed but not yet posted: told apart, never counted as written."""


@dataclass(frozen=True, slots=True)
class Count:
    """Letters to authorities that went out, those printed but not posted, and by themselves copies and cards."""

    posted: int = 0
    printed: int = 0
    copies: int = 0
    solidarity: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(
            self.posted + other.posted,
            self.printed + other.printed,
            self.copies + other.copies,
            self.solidarity + other.solidarity,
        )

    def __mul__(self, number: int) -> "Count":
        return Count(self.posted * number, self.printed * number, self.copies * number, self.solidarity * number)


@dataclass(frozen=True, slots=True)
class CaseDone:
    """What a group did for one case: letters to authorities that went out, by how many people, copies and cards."""

    letters: int = 0
    people: int = 0
    copies: int = 0
    solidarity: int = 0


def count_of(kind: PieceKind, status: LetterStatus) -> Count:
    """What one piece adds to a count. Drafts and withdrawn pieces add nothing."""
    if status in UNPOSTED:
        return Count(printed=1) if kind is PieceKind.APPEAL else Count()
    if status not in GONE:
        return Count()
    return {
        PieceKind.APPEAL: Count(posted=1),
        PieceKind.COPY: Count(copies=1),
        PieceKind.SOLIDARITY: Count(solidarity=1),
    }[kind]


def total(counts: Iterable[Count]) -> Count:
    """All counts together."""
    return sum(counts, Count())
