"""The letter's greeting as the salutation of those who have no other."""

import pytest

from tests.reading.small import HEADER
from uadesk.reading.bulletins import read_bulletins

LETTER = """{greeting}

I write to you about Ana Prueba, who was followed by armed men on her way home from the market on 3 March.

I urge you to protect her.

Yours sincerely,

ADDITIONAL INFORMATION

She is 41.

Please take action as soon as possible until June 3, 2025."""
TWO = """Minister of Defence
Mr. Juan Ensayo
Carrera 54
Bogotá
COLOMBIA

Chief Migration Officer
Ms. Rosa Ensayo
Calle 5
Bogotá
COLOMBIA"""


@pytest.mark.parametrize(
    ("greeting", "salutations"),
    [
        ("Dear Minister,", ["Dear Minister,", None]),
        ("Dear Minister and Chief Migration Officer,", ["Dear Minister and Chief Migration Officer,"] * 2),
        ("Dear Minister, Dear Officer,", ["Dear Minister, Dear Officer,"] * 2),
        ("Dear Minister,\nDear Officer,", ["Dear Minister,", "Dear Officer,"]),
        ("Señores Directores:", ["Señores Directores:"] * 2),
        ("Dear Minister of Defence and Veterans,", ["Dear Minister of Defence and Veterans,", None]),
    ],
)
def test_a_greeting_is_for_whom_it_names(greeting: str, salutations: list[str | None]) -> None:
    text = f"{HEADER}\n\nURGENT ACTION\n\nWOMAN AT RISK\n\nHer house was watched.\n\nWrite to:\n\n{TWO}\n\n"
    (draft,) = read_bulletins("bulletin.txt", (text + LETTER.format(greeting=greeting)).encode())
    assert [target.salutation for target in draft.targets] == salutations
