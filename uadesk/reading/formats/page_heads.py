"""Heads and feet of pages that stand in the midst of a text which was copied from a paged one."""

import re
from collections import Counter
from collections.abc import Iterator

from uadesk.domain.texts import Span

LONGEST = 120
"""Signs of such a line at most."""
LEAST = 2
"""Times that a line beside a page's number comes again."""
_NUMBERED = re.compile(
    r"^(?=.{0,120}$).*\b(?:page|seite|página|p\.)\s*\d{1,3}\s*(?:of|/|de|von|sur)\s*\d{1,3}\s*$", re.IGNORECASE
)
_OPEN = re.compile(r"[^.:;!?\"”»]$")
"""A line that no stop ends goes on below the head."""


def page_heads(content: str) -> Iterator[Span]:
    """The lines with a page's number, and those right beside them that come again at every page."""
    lines = content.split("\n")
    if sum(_NUMBERED.match(line) is not None for line in lines) < LEAST:
        return
    often = {line for line, count in Counter(map(_shape, lines)).items() if line and count >= LEAST}
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    place = 0
    while place < len(lines):
        if not _NUMBERED.match(lines[place]):
            place += 1
            continue
        first, last = place, place + 1
        while first > 0 and _shape(lines[first - 1]) in often:
            first -= 1
        while last < len(lines) and _shape(lines[last]) in often:
            last += 1
        first, last = _with_gaps(lines, first, last)
        yield starts[first], min(starts[last], len(content))
        place = last


def _shape(line: str) -> str:
    """A line without its numbers, so that it is the same on every page; "" where it is too long."""
    return re.sub(r"\d+", "#", line.strip()) if len(line) <= LONGEST else ""


def _with_gaps(lines: list[str], first: int, last: int) -> tuple[int, int]:
    """The head with the empty lines around it; one of them stays where the text above ended."""
    above, below = first, last
    while above > 0 and not lines[above - 1].strip():
        above -= 1
    while below < len(lines) and not lines[below].strip():
        below += 1
    ended = above == 0 or not _OPEN.search(lines[above - 1].rstrip())
    return (above + 1 if ended and above < first else above), below
