"""Marks of a mail that was printed: those of quoted lines, and rules of signs between its parts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import dropwhile

from uadesk.reading.formats.pdf_columns import Line
from uadesk.reading.formats.pdf_lines import Word

_QUOTE = re.compile(r">+")
_RULE = re.compile(r"([-–—*_=~])(?: ?\1){2,}")
_LEAST_QUOTED = 3
"""Lines with such a mark; a single one may be anything."""


def without_marks(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines without the marks before quoted ones; those that hold nothing else are gone, and leave a gap."""
    is_quoted = sum(_is_mark(line.stretch.words[0]) for line in lines) >= _LEAST_QUOTED
    for line in lines:
        words = tuple(dropwhile(_is_mark, line.stretch.words)) if is_quoted else line.stretch.words
        if words and not _RULE.fullmatch(line.stretch.text):
            yield replace(line, stretch=replace(line.stretch, words=words))


def _is_mark(word: Word) -> bool:
    return _QUOTE.fullmatch(word.text) is not None
