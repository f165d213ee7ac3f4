"""What belongs to a headline and what only stands beside it: the stage before it, the date and index below."""

import re
from functools import cache

from uadesk.domain.texts import Found
from uadesk.reading.dates import PrintedDate
from uadesk.reading.header_fields import Header
from uadesk.reading.lines import Line, Page
from uadesk.reference.bulletin_words import BulletinWords
from uadesk.reference.phrases import one_of

LONGEST = 160
"""A headline's line is no longer than this."""
NO_TITLE = re.compile(r"^\[|[|>@©]|://|\bwww\.")
"""What stands in menus, addresses and links, and in no headline."""
LEAST_WORDS = 2
"""A headline behind a number has more words."""


@cache
def stage_prefix(words: BulletinWords) -> re.Pattern[str]:
    """What stands before a headline and says only which bulletin it is: `Urgent Action update:`."""
    update, outcome = words.header["update"].pattern, words.header["outcome"].pattern
    number, ordinal = words.header["number"].pattern, one_of([*words.ordinals, "first"])
    return re.compile(
        rf"(?:{number}(?:\s+|$))?(?:(?:{ordinal})\s+)?(?:{update}|{outcome}|{number})(?:\s*\(\d+\))?\s*[:–—-]\s*",
        re.IGNORECASE,
    )


def without_stage(page: Page, words: BulletinWords, start: int, end: int) -> Found | None:
    prefix = stage_prefix(words).match(page.text.content, start, end)
    found = page.found(prefix.end() if prefix else start, end, "headline")
    return found if found.value else None


def is_of_header(line: Line, header: Header) -> bool:
    """Whether a line holds the date or the index, below the number or the headline."""
    has_index = header.index is not None and line.start <= header.index.start < line.end
    return has_index or (header.issued is not None and _is_date(line, header.issued))


def _is_date(line: Line, issued: PrintedDate) -> bool:
    """Whether this line is the one with the date of issue, below or above the headline."""
    return line.start <= issued.start and issued.end <= line.end


def is_more_capitals(line: Line) -> bool:
    return line.is_capitals and not line.is_point and not line.text.endswith(":")
