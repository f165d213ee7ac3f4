"""A text as lines of known kind, which is all that the rules look at."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from uadesk.domain.texts import Found, Span, Text

LONGEST_LABEL = 200
"""A line longer than this is prose: no rule for headings or addresses looks at it."""

_BULLET = re.compile(
    r"(?:(?:[-–—‐‑−*•·▪▫‣◦○●■□➢►➤✓⁃\uf000-\uf0ff]|o(?=[^\S\n]+[^\W\d_]))[^\S\n]+|(?:[-–—]{1,3}|[•·▪●➢►])(?=[^\W\d_]))"
)
_NUMBERED = re.compile(
    r"(?:\(?\d{1,2}\)|\d{1,2}\.(?!\s+(?:Jan|Jän|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez))|\(?[a-z]\)|\(?[ivx]{1,4}\)|[ivx]{1,4}\.)[^\S\n]+(?=\S)|\d{1,2}[.)](?=[^\W\d_])"
)
_SENTENCE_END = re.compile(r"[.!?][\"”’»)\]]*\s+(?=[\"“‘«(\[]*[A-ZÀ-ÝŁŚŠŽ0-9])")
_DAY = re.compile(r"(?:Jan|Jän|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)")
"""A month behind a number with a dot, which is its day and no sentence's end: `27. Juni`."""
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“])(?:[A-Z]|(?:[A-Za-z]\.)+[A-Za-z]|Mr|Mrs|Ms|Mx|Dr|Prof|St|Sr|Sra|Jr|Hon|Gen|Col|Lt|Maj|Capt|Sgt|Rev|Gov|Sen|Rep|No|Nos|Art|vs|etc|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Av|Ave|Blvd|Ma|[Oo]ul|[Uu]l|[Ss]tr|[Pp]er|[Pp]r)$"
)


class LineKind(StrEnum):
    BLANK = "blank"
    BULLET = "bullet"
    NUMBERED = "numbered"
    TEXT = "text"


class Line(NamedTuple):
    """One line of a text; `start` to `end` is its text without outer blanks, `body` where it begins after a bullet."""

    start: int
    end: int
    text: str
    kind: LineKind
    body: int
    is_bold: bool = False

    @property
    def is_blank(self) -> bool:
        return self.kind is LineKind.BLANK

    @property
    def is_point(self) -> bool:
        """Whether it begins a point of a list."""
        return self.kind in (LineKind.BULLET, LineKind.NUMBERED)

    @property
    def said(self) -> str:
        """The line without its bullet or number."""
        return self.text[self.body - self.start :]

    @property
    def mark(self) -> str:
        """The style of the mark before a point: `1.` and `2.` have one, `a)` and `1)` two."""
        shown = self.text[: self.body - self.start].strip()
        return re.sub(r"[a-z]+", "a", re.sub(r"\d+", "1", shown))

    @property
    def is_capitals(self) -> bool:
        """Whether it is written in capitals, as headlines are."""
        letters = [sign for sign in self.text if sign.isalpha()]
        return len(letters) > 1 and sum(sign.isupper() for sign in letters) >= 0.75 * len(letters)


class Page(NamedTuple):
    """The lines of one bulletin within the text of its file."""

    text: Text
    lines: Sequence[Line]

    def words(self, start: int, end: int) -> str:
        """What stands there, white space folded."""
        return " ".join(self.text.content[start:end].split())

    def found(self, start: int, end: int, rule: str = "") -> Found:
        """The value that stands there, and its place without the white space around it."""
        content = self.text.content
        while start < end and content[start].isspace():
            start += 1
        while end > start and content[end - 1].isspace():
            end -= 1
        return Found(self.words(start, end), start, end, rule)

    def paragraph(self, place: int) -> tuple[int, int]:
        """The lines around this one that no blank line parts: first, one past the last."""
        lines = self.lines
        first = last = place
        while first > 0 and lines[first - 1].text:
            first -= 1
        while last < len(lines) and lines[last].text:
            last += 1
        return first, last

    def next_filled(self, place: int) -> int | None:
        """The next line from this place on that is not blank."""
        lines = self.lines
        while place < len(lines):
            if lines[place].text:
                return place
            place += 1
        return None


def page_of(text: Text, start: int = 0, end: int | None = None) -> Page:
    """The lines of a text between two places that stand at line ends."""
    bold = text.bold
    return Page(text, tuple(_lines(text.content, start, len(text.content) if end is None else end, bold)))


def _lines(content: str, start: int, end: int, bold: Sequence[Span]) -> Iterator[Line]:
    marked = iter(bold)
    span = next(marked, None)
    while start < end:
        stop = content.find("\n", start, end)
        stop = end if stop < 0 else stop
        raw = content[start:stop]
        first = start + len(raw) - len(raw.lstrip())
        text = raw.strip()
        while span is not None and span[1] <= first:
            span = next(marked, None)
        is_bold = span is not None and span[0] <= first and first + len(text.rstrip(":")) <= span[1]
        yield _line(first, text, is_bold=is_bold and bool(text))
        start = stop + 1


def _line(start: int, text: str, *, is_bold: bool) -> Line:
    if not text:
        return Line(start, start, text, LineKind.BLANK, start, is_bold)
    kind, body = LineKind.TEXT, start
    for pattern, that in ((_BULLET, LineKind.BULLET), (_NUMBERED, LineKind.NUMBERED)):
        mark = pattern.match(text)
        if mark is not None:
            kind, body = that, start + mark.end()
            break
    return Line(start, start + len(text), text, kind, body, is_bold)


def sentences(content: str, start: int, end: int) -> list[Span]:
    """The sentences of a stretch of text; an abbreviation's dot ends none."""
    spans: list[Span] = []
    first = start
    for stop in _SENTENCE_END.finditer(content, start, end):
        if _DAY.match(content, stop.end()) and content[stop.start() - 1].isdigit():
            continue
        if content[stop.start()] == "." and _ABBREVIATION.search(content, max(first, stop.start() - 12), stop.start()):
            continue
        spans.append((first, stop.end()))
        first = stop.end()
    if first < end:
        spans.append((first, end))
    return spans
