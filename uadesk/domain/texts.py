"""The text of a bulletin and where in it each value was found."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as value
from enum import StrEnum

Span = tuple[int, int]
"""Offsets of code points into a text: first, one past the last."""
Box = tuple[float, float, float, float]
"""Left, top, right and bottom in pt, from a page's top left corner."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a stretch of a text stands in its file: in which part, and on which page (from 0) in which box."""

    start: int
    end: int
    part: str = "body"
    page: int | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """What a format reader makes of a file: one text that all spans count in."""

    content: str
    bold: tuple[Span, ...] = ()
    source: str = "txt"
    """The format it came in: txt, md, …"""
    hidden: tuple[int, ...] = ()
    """Before which signs of `content` characters stood that nobody sees and that were left out."""
    italic: tuple[Span, ...] = ()
    headings: tuple[Span, ...] = ()
    origins: tuple[Origin, ...] = ()
    """Where in the file each stretch stands, in order; empty for plain text, which is its own source."""


@dataclass(frozen=True, slots=True)
class Found:
    """A value and the place in the text that it was taken from; `rule` names the rule that took it."""

    value: str
    start: int
    end: int
    rule: str = ""

    @property
    def span(self) -> Span:
        return self.start, self.end


class Level(StrEnum):
    """How a check on a field came out."""

    MISSING = "missing"
    UNCERTAIN = "uncertain"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Check:
    """One doubt about one field: its path (`targets[0].salutation`), its level, and what it is about.

    `code` names the doubt; `data` holds what the sentence about it needs. The sentence itself is made by
    `uadesk.desk.words`.
    """

    field: str
    level: Level
    code: str
    data: Mapping[str, str] = value(default_factory=dict)
