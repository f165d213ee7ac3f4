"""The paragraphs of a web page as they grow, and what the page holds and does not show."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from uadesk.reading.formats.flow import Paragraph, Piece, Shape
from uadesk.reading.formats.marks import BULLETS
from uadesk.reading.formats.styles import Look

_BLANKS = re.compile(r"[ \t\n\r\f\xa0]+")
_BLANKS_IN_LINES = re.compile(r"[ \t\f\xa0]+")
_KEEPS_BLANKS = frozenset({"pre", "pre-wrap"})
_LEAST_COLUMN_GAP = 2
"""Blanks that a page does not fold, from which on they set columns apart."""
_LEAST_WRITTEN_GAP = 3
LONGEST_PREHEADER = 300
"""Words that a mail program shows beside the subject stand unseen before all else, and are no longer than this."""


@dataclass(slots=True)
class Builder:
    """The paragraphs as they grow."""

    part: str
    paragraphs: list[Paragraph] = field(default_factory=list)
    is_apart: bool = True
    mark: str = ""
    _pieces: list[Piece] = field(default_factory=list)
    _shape: Shape = Shape.TEXT
    _saw_blank: bool = False
    """Whether blanks that are shown as such stand in the paragraph that has no text yet."""

    @property
    def is_empty(self) -> bool:
        """Whether no text has come since the last paragraph ended."""
        return not self._pieces

    def say(self, raw: str, look: Look) -> None:
        """Add text, its white space as the page shows it."""
        self._saw_blank = self._saw_blank or "\xa0" in raw
        text = raw.replace("\u00ad", "")  # a place to part a word: no mark of anything hidden
        if look.white_space.startswith("pre"):
            for place, line in enumerate(text.replace("\r\n", "\n").split("\n")):
                if place:
                    self.break_line(look)
                kept = line.replace(" ", "\xa0") if look.white_space in _KEEPS_BLANKS else line
                self._add(_BLANKS_IN_LINES.sub(_shown_blanks, kept), look)
        else:
            self._add(_BLANKS.sub(_shown_blanks, text), look)

    def _add(self, text: str, look: Look) -> None:
        last = self._pieces[-1] if self._pieces else None
        text = text.lstrip(" ") if last is None or last.text[-1] in " \n" else text
        if not text:
            return
        if last is None and look.is_heading:
            self._shape = Shape.HEADING
        if last is not None and (last.is_bold, last.is_italic) == (look.is_bold, look.is_italic):
            self._pieces[-1] = replace(last, text=last.text + text)
        else:
            self._pieces.append(Piece(text, look.is_bold, look.is_italic))

    def break_line(self, look: Look) -> None:
        """End the line; one that stands before any text is an empty line, hence a gap."""
        if self._pieces:
            self._add("\n", look)
        else:
            self.is_apart = True

    def end(self, *, is_apart: bool) -> None:
        """End the paragraph, if there is one, and say whether a gap stands below it."""
        while self._pieces and not (rest := self._pieces[-1].text.rstrip(" \n")):
            self._pieces.pop()
        if self._pieces:
            self._pieces[-1] = replace(self._pieces[-1], text=rest)
            self._close()
            self.is_apart = is_apart
        else:
            self.is_apart = self.is_apart or is_apart or self._saw_blank
        self._saw_blank = False

    def _close(self) -> None:
        mark = "" if BULLETS.match(self._pieces[0].text) else self.mark
        shape = Shape.POINT if mark and self._shape is Shape.TEXT else self._shape
        self.paragraphs.append(Paragraph(tuple(self._pieces), shape, mark, self.is_apart, self.part))
        self._pieces, self._shape, self.mark = [], Shape.TEXT, ""

    def take(self, paragraphs: Sequence[Paragraph], *, is_apart: bool) -> None:
        """Add whole paragraphs, such as a table's."""
        for paragraph in paragraphs:
            self.paragraphs.append(replace(paragraph, is_apart=paragraph.is_apart or self.is_apart))
            self.is_apart = False
        self.is_apart = self.is_apart or is_apart


def _shown_blanks(blanks: re.Match[str]) -> str:
    """One blank; as many as are seen where the page holds several that it does not fold, and as many as are written
    where there are so many within a line that they set columns apart, though a page folds them."""
    if len(blanks[0]) >= _LEAST_WRITTEN_GAP and not blanks[0].strip(" "):
        is_within = blanks.start() > 0 and blanks.end() < len(blanks.string)
        return blanks[0] if is_within else " "
    kept = blanks[0].count("\xa0")
    return " " * (kept + (kept < len(blanks[0]))) if kept >= _LEAST_COLUMN_GAP else " "


@dataclass(slots=True)
class Unseen:
    """Texts that the page holds and does not show."""

    texts: list[str] = field(default_factory=list)
    has_begun: bool = False
    """Whether text that is shown has come."""

    def add(self, text: str) -> None:
        said = " ".join(text.split())
        is_preheader = not self.has_begun and len(said) <= LONGEST_PREHEADER
        if any(sign.isalnum() for sign in said) and not is_preheader:
            self.texts.append(said)
