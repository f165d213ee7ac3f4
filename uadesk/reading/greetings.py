"""How a model letter greets those it is written to, which serves as a salutation where no other is printed."""

import re
from collections.abc import Sequence

from uadesk.domain.texts import Found
from uadesk.reading.block_reader import Block
from uadesk.reading.frames import Frame
from uadesk.reading.offices import is_office

MOST_LINES = 4
"""Lines of greetings below each other at most."""
_TO_FILL = re.compile(r"_{2,}|\[|\.{4,}")
_AND = re.compile(r"\s+(?:and|et|y|e|und|&)\s+", re.IGNORECASE)


def greet(reading: Frame, blocks: Sequence[Block]) -> None:
    """Give each target without a salutation the one that the letter opens with, where it is meant.

    Several greetings below each other are for the targets in their order; a single one is for the first target, and
    for others where it greets several or names their office: `Dear Minister and Chief Migration Officer,`.
    """
    lines = _lines(reading)
    in_order = 1 < len(lines) == len(blocks) and not any(block.salutation for block in blocks)
    for place, block in enumerate(blocks):
        if block.salutation is None and lines:
            if in_order:
                block.salutation = lines[place]
            elif place == 0 or _is_for_several(reading, lines[0]) or _is_named(reading, lines[0], block):
                block.salutation = lines[0]


def _lines(reading: Frame) -> list[Found]:
    """The lines with which the letter opens; those that the reader of the bulletin is to fill in are none."""
    if reading.letter is None:
        return []
    first, last = reading.letter
    openings = reading.words.asking["openings"]
    found: list[Found] = []
    for line in reading.page.lines[first : min(last, first + MOST_LINES)]:
        if found and not (openings.match(line.text) and line.text.endswith((",", ":"))):
            break
        found.append(reading.page.found(line.start, line.end, "opening of the letter"))
    return [] if any(_TO_FILL.search(each.value) for each in found[:1]) else found


def _is_for_several(reading: Frame, opening: Found) -> bool:
    """`Dear Minister, Dear Governor,` or `Señores Directores:`; a slash parts the same in two languages."""
    if reading.words.asking["greets_several"].match(opening.value):
        return True
    return len(reading.words.asking["openings"].findall(opening.value)) > 1 and "/" not in opening.value


def _is_named(reading: Frame, opening: Found, block: Block) -> bool:
    """Whether the office that a greeting names last is one of this block."""
    last = _AND.split(opening.value.rstrip(" ,:"))[-1]
    is_last = last != opening.value.rstrip(" ,:") and is_office(last, reading.words)
    return is_last and any(line.value.casefold().startswith(last.casefold()) for line in block.lines)
