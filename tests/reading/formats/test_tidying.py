"""What a text of any format is freed of, and where its stretches stand then."""

import pytest

from uadesk.reading.formats.tidying import tidied


def left(content: str) -> str:
    return tidied(content, [])[0]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("> UA 77/25\n>\n> > TURKEY\n", "UA 77/25\n\nTURKEY\n"),
        ("> One\n> two > three > > four\n> five >\n", "One\ntwo three four\nfive\n"),
        ("> alone\nA > B\n", "> alone\nA > B\n"),
        ("Home > Actions > Turkey\n", "Home > Actions > Turkey\n"),
        ("> impris-\n> oned > without\n> reason\n", "imprisoned without\nreason\n"),
    ],
)
def test_the_marks_of_a_quoted_mail(content: str, text: str) -> None:
    assert left(content) == text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Above\n-------\nbelow\n", "Above\n\nbelow\n"),
        ("* * *\nDear ____,\n====\n", "\nDear ____,\n\n"),
        ("--\nKim\n", "--\nKim\n"),
    ],
)
def test_a_line_that_is_a_stroke_is_empty(content: str, text: str) -> None:
    assert left(content) == text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("He was impris- oned.", "He was imprisoned."),
        ("Held with- out charge.", "Held without charge."),
        (
            "Release her unconditionally, and uncondi- tionally him.",
            "Release her unconditionally, and unconditionally him.",
        ),
        ("The pre- and post-trial law", "The pre- and post-trial law"),
        ("Menschen- und Bürgerrechte", "Menschen- und Bürgerrechte"),
        ("A well- known teacher, known to all", "A well- known teacher, known to all"),
        ("The Minister- Ankara", "The Minister- Ankara"),
    ],
)
def test_a_word_parted_within_a_line_is_whole_where_its_halves_are_none(content: str, text: str) -> None:
    assert left(content) == text


def test_stretches_move_with_what_they_hold() -> None:
    content, (spans,) = tidied("> **UA 77/25**\n> ----\n> TURKEY\n", [[(2, 14), (24, 30)]])
    assert [content[start:end] for start, end in spans] == ["UA 77/25", "TURKEY"]
