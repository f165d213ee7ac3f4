"""Which letters the bytes of a file are, and when that is a guess."""

import pytest

from uadesk.reading.formats.decoding import decode

LETTER = """Write to the Minister of Justice and urge her to release the guardians of the river at once.
They were arrested in March after they had counted the dead fish that lay on the banks for a week.
Write to: {name}, Ministry of Justice, 12 Palace Square
"""


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("Paweł Łukaszewicz", "iso8859_2"),
        ("Łukaszewicz", "iso8859_2"),
        ("Şükrü Ağaoğlu", "cp1254"),
        ("Jiří Čech", "cp1250"),
    ],
)
def test_letters_that_might_be_others_are_never_read_in_silence(name: str, encoding: str) -> None:
    text = LETTER.format(name=name)
    decoded = decode("x.txt", text.encode(encoding))
    assert decoded.text == text or decoded.guessed


@pytest.mark.parametrize("name", ["José Núñez – “Pepe”", "Zoë Müller", "Jérôme Côté", "Ann Brook"])
def test_letters_that_are_surely_western_are_no_guess(name: str) -> None:
    text = LETTER.format(name=name)
    decoded = decode("x.txt", text.encode("cp1252"))
    assert (decoded.text, decoded.guessed) == (text, False)
