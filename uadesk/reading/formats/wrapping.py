"""Whether the paragraphs of a file are the lines of a text that was wrapped by hand or by a mail program."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from uadesk.reading.formats.flow import Paragraph
from uadesk.reading.formats.marks import BULLETS
from uadesk.reading.formats.quoting import said

_LONGEST_LINE = 100
_FULL_LINE = 45
_LEAST_PART = 0.125
"""The share of lines that break off within a sentence, from which on a text is wrapped."""
_BREAKS_OFF = re.compile(r"[\w,]$")
_STOPS = frozenset(".:;!?")
_FULL_PART, _SHORT_PART = 0.8, 0.6
"""Shares of the longest line, from which on a line is full, and up to which it is an address's or a heading's."""
_GOES_ON = re.compile(r"(?:>[ ]?)*[^\W\d_A-ZÀ-Þ]")


def are_wrapped_lines(paragraphs: Sequence[str]) -> bool:
    """Whether none of the paragraphs with text is long, and sentences go on from one to the next.

    >>> are_wrapped_lines(["Sami Dogan, a teacher, has been held since the second", "of May in a cell."])
    True
    """
    lines = [line for each in paragraphs if (line := each.strip())]
    if any(len(line) > _LONGEST_LINE for line in lines):
        return False
    return sum(_is_parted(above, below) for above, below in pairwise(lines)) > _LEAST_PART * len(lines)


def with_likely_gaps(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Wrapped lines whose empty lines are lost, with a gap above each that seems to begin something."""
    texts = [said(each).strip() for each in paragraphs]
    width = max(map(len, texts), default=0)
    return [
        replace(each, is_apart=each.is_apart or _begins(above, text, width))
        for above, text, each in zip(("", *texts), texts, paragraphs, strict=False)
    ]


def _begins(above: str, line: str, width: int) -> bool:
    """Whether it is a point, or stands below a stop before which there was room left, or which no sentence follows."""
    if BULLETS.match(line):
        return True
    is_no_sentence = len(line) < _SHORT_PART * width and line[-1:] not in _STOPS
    return above[-1:] in _STOPS and (len(above) < _FULL_PART * width or is_no_sentence)


def _is_parted(above: str, below: str) -> bool:
    return len(above) >= _FULL_LINE and _BREAKS_OFF.search(above) is not None and _GOES_ON.match(below) is not None
