"""A bar chart in the marks of everything else on paper, readable in black and white. Points throughout."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from uadesk.press.flow import Row
from uadesk.press.fonts import Face, settled, width
from uadesk.press.setting import GREY, Line, Mark, Rule

PLOT = 110.0
"""Height of the highest line of the scale above the foot of the bars."""

HEAD, FOOT = 30.0, 26.0
SMALL = 8.0
LABEL = 46.0
"""Room that the name of a month needs."""

BAR = 0.35
"""Shade of a bar: dark enough for any printer."""

_STEPS = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars in their order; `heading` says what they count."""

    heading: str
    bars: tuple[tuple[str, int], ...]


def scale(most: int) -> tuple[int, ...]:
    """The round numbers beside the bars, from nothing to at least the most: five lines or fewer above nothing."""
    step = 1
    for power in range(12):
        step = next((each * 10**power for each in _STEPS if each * 10**power * 5 >= most), 0)
        if step:
            break
    return tuple(range(0, max(1, -(-most // step)) * step + 1, step))


def chart_row(chart: Chart, left: float, measure: float) -> Row:
    """The chart as one row that no page parts."""
    lines = scale(max(count for _label, count in chart.bars))
    gutter = 8.0 + width(str(lines[-1]), Face.SANS, SMALL)
    foot = HEAD + PLOT
    marks: list[Mark] = [Line(left, 10.0, chart.heading, Face.ITALIC, 11.5)]
    for number in lines:
        y = round(foot - PLOT * number / lines[-1], 2)
        marks.append(_right(str(number), left + gutter - 6.0, y + SMALL * 0.35))
        marks.append(
            Rule(left + gutter, y, left + measure, y, 0.7 if number == 0 else 0.25, 0.0 if number == 0 else 0.7)
        )
    marks += _bars(chart.bars, left + gutter, measure - gutter, lines[-1])
    return Row(tuple(marks), foot + FOOT, above=18.0)


def _bars(bars: Sequence[tuple[str, int]], left: float, measure: float, top: int) -> Iterator[Mark]:
    """Each bar with its number on top where there is room, and as many labels below as have room."""
    foot = HEAD + PLOT
    slot = measure / len(bars)
    every = max(1, -int(-LABEL // slot))
    thick = round(min(slot * 0.62, 26.0), 2)
    for place, (label, count) in enumerate(bars):
        middle = round(left + (place + 0.5) * slot, 2)
        y = round(foot - PLOT * count / top, 2)
        if count:
            yield Rule(middle, foot, middle, y, thick, BAR)
        if count and width(str(count), Face.SANS, SMALL) < slot:
            yield _centred(str(count), middle, y - 3.0)
        if place % every == 0:
            above, _blank, last = settled(label).rpartition(" ")  # the month over its year
            for number, part in enumerate(filter(None, (above, last))):
                yield _centred(part, middle, foot + 11.0 + 10.0 * number)


def _centred(text: str, middle: float, y: float) -> Line:
    return Line(round(middle - width(text, Face.SANS, SMALL) / 2, 2), y, text, Face.SANS, SMALL)


def _right(text: str, right: float, y: float) -> Line:
    return Line(round(right - width(text, Face.SANS, SMALL), 2), round(y, 2), text, Face.SANS, SMALL, GREY)
