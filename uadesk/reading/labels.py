"""The labels and headings that begin a section: `Write to:`, `And copy:`, `ADDITIONAL INFORMATION`."""

import re
from enum import StrEnum
from typing import NamedTuple

from uadesk.reading.lines import LONGEST_LABEL, Line, Page
from uadesk.reference.bulletin_words import BulletinWords

NEAR = 80
"""Signs within which a sentence on the end date says that it is one."""
MOST_LABEL_LINES = 2
"""A label is wrapped over no more lines than this besides its first."""
_REMARK = re.compile(r"\s*\([^()]{10,}\):$")
"""A remark to the reader before the colon of a label."""


class Kind(StrEnum):
    STORY = "story"
    ASKING = "asking"
    TARGET = "target"
    COPY = "copy"
    SOLIDARITY = "solidarity"
    BACKGROUND = "background"
    LETTER = "letter"
    NOTE = "note"
    END = "end"


ADDRESSES = (Kind.TARGET, Kind.COPY, Kind.SOLIDARITY)
_LABELS = (Kind.BACKGROUND, Kind.SOLIDARITY, Kind.COPY, Kind.TARGET, Kind.NOTE)


class Label(NamedTuple):
    kind: Kind
    start: int
    """Where the text behind the label begins."""


def label_of(line: Line, words: BulletinWords) -> Label | None:
    """The section that this line begins: `Write to:`, `And copy:`, `ADDITIONAL INFORMATION`."""
    if line.is_blank or (len(line.text) > LONGEST_LABEL and ":" not in line.text[:LONGEST_LABEL]):
        return None
    for kind in _LABELS:
        match = words.exact[kind].match(line.said if kind is Kind.NOTE else line.text)
        if match is not None and (not line.is_point or kind is Kind.NOTE):
            return Label(
                kind, line.end - len(line.said) + match.end() if kind is Kind.NOTE else line.start + match.end()
            )
    remark = _REMARK.search(line.text)
    if remark is not None:
        bare = line._replace(text=line.text[: remark.start()] + ":")
        label = label_of(bare, words)
        return Label(label.kind, line.end) if label is not None else None
    previous = words.exact["previous"].match(line.text)
    if previous is not None:
        return Label(Kind.NOTE, line.start + previous.end())
    for kind in _LABELS:
        match = words.open[kind].match(line.text)
        if match is None or line.is_point or ":" not in match[0] or words.asking["verbs"].search(match[0]):
            continue
        return Label(kind, line.start + match.end())
    return None


def is_stop(line: Line, words: BulletinWords) -> bool:
    """Whether a list of points or a paragraph cannot go on over this line."""
    return (
        label_of(line, words) is not None
        or words.labels["salutation"].match(line.text) is not None
        or words.labels["demand_heading"].fullmatch(line.text) is not None
        or _is_end_date(line.text, words)
        or (words.asking["no_further"].search(line.text) is not None)
    )


def _is_end_date(text: str, words: BulletinWords) -> bool:
    """`Please take action as soon as possible until July 1, 2025.`"""
    acting = words.asking["acting"].search(text, 0, NEAR)
    begins = words.asking["asks_reader"].match(text) is not None
    return (
        begins
        and acting is not None
        and words.asking["until"].search(text, acting.end(), acting.end() + NEAR) is not None
    )


def label_apart(page: Page, place: int, words: BulletinWords) -> Label | None:
    """A label that stands apart: a mere `to:`, or one wrapped over the first lines of a paragraph, up to its colon."""
    if page.lines[place].is_blank or (place > 0 and not page.lines[place - 1].is_blank):
        return None
    if page.lines[place].text.endswith(":") and words.exact["target_alone"].fullmatch(page.lines[place].text):
        return Label(Kind.TARGET, page.lines[place].end)
    _first, last = page.paragraph(place)
    for end in range(place + 2, min(last, place + 1 + MOST_LABEL_LINES) + 1):
        if label_of(page.lines[end - 1], words) is not None:
            return None  # a line of its own, such as the last day, stands above it
        joined = page.words(page.lines[place].start, page.lines[end - 1].end)
        if joined.endswith(":") and len(joined) <= LONGEST_LABEL:
            line = page.lines[place]._replace(end=page.lines[end - 1].end, text=joined)
            label = label_of(line, words)
            return Label(label.kind, page.lines[end - 1].end) if label is not None else None
    return None


def end_of_label(page: Page, place: int) -> int:
    """Where a label in capitals ends that is wrapped over several lines; 0 where it is not."""
    last = place
    if not page.lines[place].is_capitals or page.lines[place].text.endswith(":"):
        return 0
    while last + 1 < len(page.lines) and last - place < MOST_LABEL_LINES and page.lines[last + 1].is_capitals:
        last += 1
        if page.lines[last].text.endswith(":"):
            break
    return page.lines[last].end if last > place else 0
