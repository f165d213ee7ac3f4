"""Whether the paragraphs of a file are the lines of a text that was wrapped by hand or by a mail program, and the gaps
that got lost or came into being where lines became paragraphs."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from uadesk.reading.formats.flow import Paragraph, Shape
from uadesk.reading.formats.marks import BULLETS
from uadesk.reading.formats.quoting import said

_LONGEST_LINE = 100
_FULL_LINE = 45
_LEAST_PART = 0.125
"""The share of lines that break off within a sentence, from which on a text is wrapped."""
_BREAKS_OFF = re.compile(r"[\w,]$")
_MANY = 12
"""Paragraphs from which on the lack of any gap is none of the text."""
_PROSE = 150
"""Signs from which on a paragraph is no line of an address or heading."""
_HEAD = 8
"""Lines at the top, among which one that begins in capitals has the country or the headline."""
_CAPITALS = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ’' -]{2,}(?:$|:|[ ]{2})")
_STOPS = frozenset(".:;!?")
_FULL_PART, _SHORT_PART = 0.8, 0.6
"""Shares of the longest line, from which on a line is full, and up to which it is an address's or a heading's."""
_SENTENCE = re.compile(r"(?:>[ ]?)*[\"“‘«(]?[A-ZÀ-Þ]")
_GOES_ON = re.compile(r"(?:>[ ]?)*[^\W\d_A-ZÀ-Þ]")


def are_wrapped_lines(paragraphs: Sequence[str]) -> bool:
    """Whether none of the paragraphs with text is long but for points, and sentences go on from one to the next.

    >>> are_wrapped_lines(["Sami Dogan, a teacher, has been held since the second", "of May in a cell."])
    True
    """
    lines = [line for each in paragraphs if (line := each.strip())]
    if any(len(line) > _LONGEST_LINE and not BULLETS.match(line) for line in lines):
        return False
    return sum(_is_parted(above, below) for above, below in pairwise(lines)) > _LEAST_PART * len(lines)


def with_likely_gaps(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Wrapped lines whose empty lines are lost, with a gap above each that seems to begin something."""
    texts = [said(each).strip() for each in paragraphs]
    width = max((len(text) for text in texts if not BULLETS.match(text)), default=0)
    begins = [_begins(*lines, width) for lines in zip(("", *texts), texts, (*texts[1:], ""), strict=False)]
    begins[:_HEAD] = [
        begun or (_CAPITALS.match(text) is not None and _CAPITALS.match(above) is None)
        for begun, above, text in zip(begins[:_HEAD], ("", *texts), texts, strict=False)
    ]
    return [replace(each, is_apart=each.is_apart or begun) for each, begun in zip(paragraphs, begins, strict=True)]


def with_gaps(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs with gaps where their likely places are, if all of them are lost."""
    texts = [said(each) for each in paragraphs]
    has_gaps = any(each.is_apart for each in paragraphs[1:]) or not all(text.strip("> ") for text in texts)
    if len(paragraphs) < _MANY or has_gaps:
        return list(paragraphs)
    if are_wrapped_lines(texts):
        return with_likely_gaps(paragraphs)
    return [
        replace(each, is_apart=each.is_apart or max(len(above), len(text)) > _PROSE)
        for above, text, each in zip(("", *texts), texts, paragraphs, strict=False)
    ]


def with_whole_points(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, without the gap between a point and the lines it goes on with, where only its first line
    became a point of a list."""
    texts = [each for each in paragraphs if each.shape is not Shape.POINT]
    lines = [line.strip() for each in texts for line in said(each).split("\n")]
    width = max(map(len, lines), default=0)
    if width > _LONGEST_LINE:
        return list(paragraphs)
    return [
        replace(each, is_apart=each.is_apart and not (place and _goes_on(paragraphs[place - 1], each, width)))
        for place, each in enumerate(paragraphs)
    ]


def _goes_on(above: Paragraph, below: Paragraph, width: int) -> bool:
    if above.shape is not Shape.POINT or below.shape is not Shape.TEXT:
        return False
    line, text = f"{above.mark} {said(above).rstrip()}".rpartition("\n")[2], said(below).strip()
    return _BREAKS_OFF.search(line) is not None and not BULLETS.match(text) and not _had_room(line, text, width)


def _had_room(line: str, below: str, width: int) -> bool:
    """Whether the next line's first word had easily stood on this line."""
    return len(line) + len(below.split(maxsplit=1)[0] if below else "") < _FULL_PART * width


def _begins(above: str, line: str, below: str, width: int) -> bool:
    """Whether it is a point, or stands below a stop before which there was room left, or which no sentence follows, or
    begins a sentence that goes on, below a heading."""
    if BULLETS.match(line):
        return True
    if above[-1:] in _STOPS:
        is_no_sentence = len(line) < _SHORT_PART * width and line[-1:] not in _STOPS
        return len(above) < _FULL_PART * width or is_no_sentence
    if not above[-1:].isalnum() or not _had_room(above, line, width):
        return False
    return _SENTENCE.match(line) is not None and _is_parted(line, below) and not _had_room(line, below, width)


def _is_parted(above: str, below: str) -> bool:
    return len(above) >= _FULL_LINE and _BREAKS_OFF.search(above) is not None and _GOES_ON.match(below) is not None
