"""What counts, and as what."""

import pytest

from uadesk.domain.counts import Count, count_of, total
from uadesk.domain.letters import LetterStatus, PieceKind


@pytest.mark.parametrize(
    ("kind", "status", "count"),
    [
        (PieceKind.APPEAL, LetterStatus.POSTED, Count(posted=1)),
        (PieceKind.APPEAL, LetterStatus.SENT, Count(posted=1)),
        (PieceKind.APPEAL, LetterStatus.REPLIED, Count(posted=1)),
        (PieceKind.APPEAL, LetterStatus.PRINTED, Count(printed=1)),
        (PieceKind.APPEAL, LetterStatus.SIGNED, Count(printed=1)),
        (PieceKind.APPEAL, LetterStatus.DRAFT, Count()),
        (PieceKind.APPEAL, LetterStatus.WITHDRAWN, Count()),
        (PieceKind.COPY, LetterStatus.POSTED, Count(copies=1)),
        (PieceKind.COPY, LetterStatus.PRINTED, Count()),
        (PieceKind.SOLIDARITY, LetterStatus.POSTED, Count(solidarity=1)),
    ],
)
def test_what_one_piece_adds(kind: PieceKind, status: LetterStatus, count: Count) -> None:
    assert count_of(kind, status) == count


def test_counts_add_up() -> None:
    assert total([Count(1, 2, 3, 4), Count(10, 20, 30, 40)]) == Count(11, 22, 33, 44)
