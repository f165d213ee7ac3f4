"""What a format reader finds, paragraph by paragraph, and the one text that is made of it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from uadesk.domain.texts import Box, Origin, Span, Text
from uadesk.reading.formats.plain import BREAKS, CONTROL
from uadesk.reading.formats.run_on import broken
from uadesk.reading.formats.tidying import tidied
from uadesk.reading.formats.ungluing import lost_gaps, with_gaps
from uadesk.reading.unseen import marked, without_marks


class Shape(StrEnum):
    """What a paragraph is in its source."""

    TEXT = "text"
    HEADING = "heading"
    POINT = "point"
    """An item of a list."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Signs of one look that stand together in the source; a line break in them ends a line.

    `page` counts from 0, `box` is where they stand on it: left, top, right, bottom in pt from its top left corner.
    """

    text: str
    is_bold: bool = False
    is_italic: bool = False
    page: int | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its pieces in order, the mark of a point as shown (`•`, `1.`), whether a gap stands above it.

    `part` names the part of the file that it stands in: `body`, `header`, `text box`, the name of an attached file.
    """

    pieces: Sequence[Piece]
    shape: Shape = Shape.TEXT
    mark: str = ""
    is_apart: bool = True
    part: str = "body"


@dataclass(slots=True)
class _Text:
    """The text as it grows, with what is to be remembered of its stretches."""

    content: list[str] = field(default_factory=list)
    length: int = 0
    bold: list[Span] = field(default_factory=list)
    italic: list[Span] = field(default_factory=list)
    headings: list[Span] = field(default_factory=list)
    origins: list[Origin] = field(default_factory=list)

    def add(self, text: str) -> Span:
        start = self.length
        self.content.append(text)
        self.length += len(text)
        return start, self.length


def text_of(paragraphs: Iterable[Paragraph], source: str) -> Text:
    """One text of all paragraphs: a blank line where a gap stands, points with their mark, headings as bold lines."""
    text = _Text()
    for paragraph in paragraphs:
        _add(text, paragraph)
    text.add("\n" if text.length else "")
    content = broken("".join(text.content))
    placed_at = [(each.start, each.end) for each in text.origins]
    gaps = lost_gaps(content)
    spread = [with_gaps(content, spans, gaps)[1] for spans in (text.bold, text.italic, text.headings, placed_at)]
    content, lists = tidied(with_gaps(content, (), gaps)[0], spread)
    joined, (bold, italic, headings, origins), hidden = without_marks(content, lists)
    placed = tuple(
        Origin(start, end, each.part, each.page, each.box)
        for each, (start, end) in zip(text.origins, origins, strict=True)
    )
    return Text(joined, bold, source, hidden, italic, headings, placed)


def joined(texts: Sequence[Text], source: str) -> Text:
    """Several texts as one, a gap between each two."""
    whole = _Text()
    hidden: list[int] = []
    for each in texts:
        if not each.content.strip():
            continue
        whole.add("\n" if whole.length else "")
        start = whole.add(each.content if each.content.endswith("\n") else f"{each.content}\n")[0]
        for spans, more in ((whole.bold, each.bold), (whole.italic, each.italic), (whole.headings, each.headings)):
            spans.extend((first + start, last + start) for first, last in more)
        hidden.extend(place + start for place in each.hidden)
        whole.origins.extend(replace(one, start=one.start + start, end=one.end + start) for one in each.origins)
    bold, italic, headings = map(tuple, (whole.bold, whole.italic, whole.headings))
    return Text("".join(whole.content), bold, source, tuple(hidden), italic, headings, tuple(whole.origins))


def _add(text: _Text, paragraph: Paragraph) -> None:
    pieces = [(piece, _clean(piece.text)) for piece in paragraph.pieces]
    if not any(said.strip() for _piece, said in pieces):
        return
    if text.length:
        text.add("\n\n" if paragraph.is_apart else "\n")
    first = text.length
    if paragraph.mark:
        text.add(f"{paragraph.mark} ")
    body = text.length
    for piece, said in pieces:
        said = re.sub(r"[^\S\n]*\n[^\S\n]*", "\n", said)  # noqa: PLW2901  its lines without blanks around them
        if text.length == body:
            said = said.lstrip()  # noqa: PLW2901
        span = text.add(said)
        if span[0] == span[1]:
            continue
        text.origins.append(Origin(*span, paragraph.part, piece.page, piece.box))
        if piece.is_bold or paragraph.shape is Shape.HEADING:
            _extend(text.bold, span)
        if piece.is_italic:
            _extend(text.italic, span)
    if paragraph.shape is Shape.HEADING:
        text.headings.append((first, text.length))


def _extend(spans: list[Span], span: Span) -> None:
    """Add a span; one that goes on where the last one ended is joined to it."""
    if spans and spans[-1][1] == span[0]:
        spans[-1] = (spans[-1][0], span[1])
    else:
        spans.append(span)


def _clean(said: str) -> str:
    """Signs as a person sees them: one kind of line end, no control characters, hidden ones marked."""
    text = CONTROL.sub(" ", marked(BREAKS.sub("\n", said)))
    return re.sub("[\U000f0000-\U000fffff]", "\ufffd", text)
