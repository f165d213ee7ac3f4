"""The bar chart: round numbers beside it, bars as high as they count, labels that do not run together."""

from itertools import pairwise

import pytest

from uadesk.press.chart import BAR, FOOT, HEAD, PLOT, Chart, chart_row, scale
from uadesk.press.fonts import Face, width
from uadesk.press.setting import Line, Rule

LEFT, MEASURE = 70.0, 450.0


def chart(*counts: int) -> Chart:
    return Chart("Letters", tuple((f"September {2000 + place}", count) for place, count in enumerate(counts)))


@pytest.mark.parametrize(
    ("most", "lines"),
    [(1, (0, 1)), (4, (0, 1, 2, 3, 4)), (7, (0, 2, 4, 6, 8)), (12, (0, 5, 10, 15)), (100, (0, 20, 40, 60, 80, 100))],
)
def test_the_scale_is_of_round_numbers(most: int, lines: tuple[int, ...]) -> None:
    assert scale(most) == lines


@pytest.mark.parametrize("most", [3, 9, 23, 99, 1234, 10_000])
def test_the_scale_reaches_above_the_highest_bar(most: int) -> None:
    assert scale(most)[-1] >= most
    assert len(scale(most)) <= 6


def test_a_bar_is_as_high_as_its_number_and_within_the_frame() -> None:
    marks = chart_row(chart(5, 10, 0), LEFT, MEASURE).marks
    bars = [mark for mark in marks if isinstance(mark, Rule) and mark.shade == BAR]
    assert [round(bar.y - bar.to_y, 1) for bar in bars] == [PLOT / 2, PLOT]
    assert all(bar.y == HEAD + PLOT for bar in bars)
    assert all(bar.x - bar.thickness / 2 > LEFT and bar.x + bar.thickness / 2 < LEFT + MEASURE for bar in bars)


@pytest.mark.parametrize("count", [2, 12, 60, 240])
def test_labels_do_not_run_together_however_many_bars_there_are(count: int) -> None:
    row = chart_row(chart(*[3] * count), LEFT, MEASURE)
    months = sorted((mark.x, mark.text) for mark in row.marks if isinstance(mark, Line) and mark.text == "September")
    assert months
    for (left, text), (right, _next) in pairwise(months):
        assert left + width(text, Face.SANS, 8.0) < right
    assert max(mark.y for mark in row.marks if isinstance(mark, Line)) < HEAD + PLOT + FOOT
