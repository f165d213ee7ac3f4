"""Lines that a mail program broke at its width, put together again."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from uadesk.reading.formats.marks import BULLETS

_QUOTES = re.compile(r">[> ]*")
_NARROWEST, _WIDEST = 60, 80
"""Signs at which mail programs break lines."""
_FEWEST_FULL = 4
"""Sentences that go on from line to line, from which on the place of their breaks tells something."""
_NEARLY_ALL = 0.95
_MANY = 3
"""Full lines below each other that are no address."""
_SURELY_ONE = 6
_GOES_ON = re.compile(r"[\w,]\n[^\W\d_A-ZÀ-Þ]")
_IS_PARTED = re.compile(rf"{_GOES_ON.pattern}|[\d:]\n[+(]?\d")


def unflowed(text: str, *, joins_blanks: bool) -> str:
    """Lines that end in a blank joined with the next, as RFC 3676 says; `joins_blanks`: without that blank."""
    lines: list[str] = []
    goes_on: str | None = None
    for raw in text.replace("\r\n", "\n").split("\n"):
        quotes = _QUOTES.match(raw)
        depth = quotes[0].replace(" ", "") if quotes is not None else ""
        line = raw[len(quotes[0]) :] if quotes is not None else raw.removeprefix(" ")
        if goes_on == depth and line != "-- ":
            lines[-1] += line
        else:
            lines.append(f"{depth} {line}" if depth else line)
        goes_on = depth if line.endswith(" ") and line != "-- " else None
        if goes_on is not None and joins_blanks:
            lines[-1] = lines[-1][:-1]
    return "\n".join(lines)


def unwrapped(text: str) -> str:
    """Lines joined that were broken where the next word had no room, if the whole text was.

    A text that somebody wrapped by hand stays as it is: there some lines end before a word that had room.
    """
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").split("\n")]
    said = [_QUOTES.sub("", line, count=1) if line.startswith(">") else line for line in lines]
    width = max((len(line) for line in said if " " in line.strip()), default=0)
    if not _NARROWEST <= width <= _WIDEST or not _is_filled(said, width):
        return text
    return "\n".join(_joined(lines, said, width))


def _is_filled(said: Sequence[str], width: int) -> bool:
    """Whether nearly each line of a sentence that goes on is as full as it can be; short ones are of addresses."""
    goes_on = [pair for pair in pairwise(said) if len(pair[0]) > width // 2 and _GOES_ON.search("\n".join(pair))]
    full = sum(not _has_room(line, below, width) for line, below in goes_on)
    return full >= _FEWEST_FULL and full >= _NEARLY_ALL * len(goes_on)


def _joined(lines: Sequence[str], said: Sequence[str], width: int) -> Iterator[str]:
    """The lines, those put together that are one: many that are full, or few of which each goes on in small letters."""
    chain = [0]
    full = _in_full_paragraphs(said, width)
    for place in range(1, len(lines) + 1):
        if place in full or (place < len(lines) and _is_chained(said[place - 1], said[place], width)):
            chain.append(place)
            continue
        goes_on = all(_goes_on(said[above], said[below]) for above, below in pairwise(chain))
        if goes_on or len(chain) >= _MANY:
            yield " ".join([lines[chain[0]], *(said[each].lstrip() for each in chain[1:])])
        else:
            yield from (lines[each] for each in chain)
        chain = [place]


def _goes_on(above: str, line: str) -> bool:
    """Whether a sentence, a number or what stands in brackets goes on."""
    return above.count("(") > above.count(")") or _IS_PARTED.search(f"{above}\n{line}") is not None


def _in_full_paragraphs(said: Sequence[str], width: int) -> set[int]:
    """The lines behind the first of long paragraphs all of whose lines are full: a mark of a list that stands at the
    beginning of one got there by chance."""
    places: set[int] = set()
    start = 0
    for end in [place for place, line in enumerate(said) if not line] + [len(said)]:
        lines = said[start:end]
        is_full = not any(_has_room(above, below, width) for above, below in pairwise(lines))
        if len(lines) >= _SURELY_ONE and is_full and not BULLETS.match(lines[0]):
            places.update(range(start + 1, end))
        start = end + 1
    return places


def _is_chained(above: str, line: str, width: int) -> bool:
    is_heading = line.isupper() and not above.isupper() and len(line) < width // 2
    return bool(above and line) and not (is_heading or BULLETS.match(line) or _has_room(above, line, width))


def _has_room(line: str, below: str, width: int) -> bool:
    """Whether the next line's first word had stood on this line."""
    return len(line) + 1 + len(below.strip(" ").partition(" ")[0]) <= width
