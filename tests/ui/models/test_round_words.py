"""Letters and copies are told apart."""

from dataclasses import replace

import pytest

from tests.desk.conftest import MINISTER
from tests.ui.kit import TODAY
from uadesk.desk.missing import LateCase
from uadesk.domain.cases import CaseState
from uadesk.domain.rows import CaseRow
from uadesk.ui.models.round_words import late_words, pieces_words

CASE = CaseRow(1, None, "~1", "Togo", "TG", "A title", CaseState.ACTIVE, TODAY, None, 1, 4)


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


def test_one_late_case_says_what_to_use_and_several_what_is_done() -> None:
    def late(name: str) -> LateCase:
        return LateCase(replace(CASE, number=name, act_until=TODAY), (replace(MINISTER, email=("a@example.org",)),))

    assert late_words((), TODAY) == ""
    assert late_words([late("34/25")], TODAY) == (
        "34/25: Last day today: post comes too late. Use the email a@example.org."
    )
    said = late_words([late("34/25"), late("57/25")], TODAY)
    assert said.startswith("34/25, 57/25: post comes too late.")
    assert "by email or fax" in said
