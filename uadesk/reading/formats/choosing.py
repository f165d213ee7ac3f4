"""Which of a mail's texts is the bulletin: its own words, a file or mail attached to it, or several of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from uadesk.domain.texts import Check, Text
from uadesk.reading.formats.signs import first_number, is_note_to, reads_as_bulletin, signs_in

_WORD = re.compile(r"\w{3,}")
_SAME = 0.6
"""The share of words from which on two texts are the same bulletin in the same language."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One text of a mail; `name` is the file's, empty for the mail's own words."""

    text: Text
    doubts: tuple[Check, ...] = ()
    name: str = ""
    is_mail: bool = False

    @property
    def is_bulletin(self) -> bool:
        return reads_as_bulletin(self.text.content)

    @property
    def number(self) -> str | None:
        return first_number(self.text.content)

    def is_copy_of(self, other: "Reading") -> bool:
        """Whether both are the same in the same words."""
        mine, others = _words(self), _words(other)
        return len(mine & others) >= _SAME * min(len(mine), len(others))

    def is_same_case_as(self, other: "Reading") -> bool:
        if self.number is not None and other.number is not None:
            return self.number == other.number
        return self.is_copy_of(other)


def _words(reading: Reading) -> set[str]:
    return {word.casefold() for word in _WORD.findall(reading.text.content)}


def choose(body: Reading, files: Sequence[Reading]) -> list[Reading]:
    """The texts to read, one for each case: the mail's own words where they are the bulletin, else the file's."""
    bulletins = [each for each in files if each.is_bulletin]
    if not bulletins:
        return [_longest(body, files)]
    chosen: list[Reading] = []
    is_note = any(is_note_to(body.text.content, each.text.content) for each in bulletins)
    if body.is_bulletin and not is_note:
        chosen.append(body)
    for each in sorted(bulletins, key=lambda reading: reading.text.source == "pdf"):
        if not any(each.is_same_case_as(other) for other in chosen):
            chosen.append(each)
    return chosen


def _longest(body: Reading, files: Sequence[Reading]) -> Reading:
    """What says more than the words above it where nothing has the signs of a bulletin: a mail, or a file with more
    of them than the words."""
    if body.is_bulletin:
        return body
    shown = signs_in(body.text.content)
    told = (each for each in files if each.is_mail or signs_in(each.text.content) > shown)
    return max((body, *told), key=lambda each: len(each.text.content))
