"""The marks of a mail that was printed as a PDF."""

import pytest

from tests.reading.formats.drawing import lines, said


def test_quoted_lines_lose_their_marks_and_empty_ones_are_gaps() -> None:
    quoted = [
        "Kim wrote:",
        "> Minister of Justice",
        "> 1 Palace Square",
        ">",
        ">> Dear friends,",
        "> > we meet on Monday",
    ]
    assert said(lambda canvas: lines(canvas, 50, 80, quoted)) == (
        "Kim wrote:\nMinister of Justice\n1 Palace Square\n\nDear friends,\nwe meet on Monday\n"
    )


def test_a_single_mark_may_be_anything() -> None:
    shown = ["Home", "> Urgent actions", "Togo"]
    assert said(lambda canvas: lines(canvas, 50, 80, shown)) == "\n".join(shown) + "\n"


@pytest.mark.parametrize("rule", ["-----", "* * *", "____________", "~~~~"])
def test_a_rule_of_signs_is_a_gap(rule: str) -> None:
    shown = ["Circular of the group", rule, "Minister of Justice", "1 Palace Square"]
    assert said(lambda canvas: lines(canvas, 50, 80, shown)) == "\n".join([shown[0], "", *shown[2:]]) + "\n"
