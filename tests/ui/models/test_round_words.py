"""Letters and copies are told apart."""

import pytest

from uadesk.ui.models.round_words import pieces_words


@pytest.mark.parametrize(
    ("pieces", "copies", "said"),
    [
        ((1, 2, 3, 4), {2, 4}, "2 letters and 2 copies"),
        ((1,), set(), "1 letter"),
        ((2,), {2}, "1 copy"),
        ((), {2}, "0 letters"),
    ],
)
def test_how_many_letters_and_how_many_copies(pieces: tuple[int, ...], copies: set[int], said: str) -> None:
    assert pieces_words(pieces, copies) == said
