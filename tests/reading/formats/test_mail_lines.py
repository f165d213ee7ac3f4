"""Lines that mail programs broke."""

from textwrap import wrap

import pytest

from uadesk.reading.formats.mail_lines import unwrapped

STORY = (
    "Sami Dogan, a teacher in the river town, has been held since the second of May in a cell below the stadium, where "
    "nobody may see him. His wife has not been told why he was taken from the school where he teaches mathematics, "
    "nor when he is to be brought before a judge, and the lawyer whom she asked to go there was sent away twice."
)
ADDRESS = (
    "Minister of Justice Ana Beispiel, Ministry of Justice, 1 Palace Square, Town, Zambia. Fax: +260 1 23 45 67. "
    "Telegrams: Justice, Town, Zambia. Email: ana.beispiel@justice.example. Salutation: Dear Minister"
)
POINTS = ("- that he be freed", "- that he may see a doctor")
LINES = (STORY, "", STORY, "", *POINTS, "", ADDRESS, "", "Ana Beispiel", "Town", "Zambia")


def wrapped(width: int, quote: str = "") -> str:
    return "\n".join(quote + part for line in LINES for part in wrap(line, width) or [""])


@pytest.mark.parametrize("width", [66, 72, 76])
def test_lines_broken_at_the_width_of_a_mail_are_whole_again(width: int) -> None:
    assert unwrapped(wrapped(width)) == "\n".join(LINES)


def test_quoted_lines_keep_the_mark_of_the_first() -> None:
    assert unwrapped(wrapped(70, "> ")) == "\n".join(f"> {line}".rstrip() for line in LINES)


def test_lines_that_somebody_broke_by_hand_stay() -> None:
    lines = wrapped(72).split("\n")
    lines[1:2] = wrap(lines[1], 40)
    lines[4:5] = wrap(lines[4], 40)
    text = "\n".join(lines)
    assert unwrapped(text) == text


def test_an_address_as_wide_as_the_text_stays_one_line_after_another() -> None:
    office = "Commander of the Gendarmerie and Director of the Courts of the Army".ljust(72, "s")
    text = f"{wrapped(72)}\n\n{office}\nCamp Almamy Samory\n"
    assert unwrapped(text).endswith(f"\n{office}\nCamp Almamy Samory\n")


def test_marks_of_a_list_within_a_line_begin_no_line_where_it_was_broken() -> None:
    whole = f"{STORY} * {STORY} * {STORY}"
    assert {unwrapped("\n".join(wrap(whole, width))) for width in range(62, 78)} == {whole}


def test_what_stands_in_brackets_is_whole_again() -> None:
    line = "(the salutation that is right in German: Dear Prosecutor General / Sehr geehrter Herr Generalstaatsanwalt)"
    assert unwrapped("\n".join((wrapped(72), "", *wrap(line, 72)))).endswith(f"\n{line}")
