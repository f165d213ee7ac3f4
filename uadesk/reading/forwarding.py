"""What stands above a forwarded bulletin: covering notes and the blocks of a mail's header."""

import re
from collections.abc import Sequence
from functools import cache

from uadesk.domain.texts import Span, Text
from uadesk.reading.headers import is_header_line
from uadesk.reading.lines import Line, page_of
from uadesk.reading.references import INDEX
from uadesk.reference.bulletin_words import BulletinWords

LEAST_FIELDS = 3
"""Lines of a mail's header that stand together: from, when, subject, to."""


@cache
def _field(words: BulletinWords) -> re.Pattern[str]:
    return re.compile(rf"\W*{words.header['mail_field'].pattern}\s*:(?!//)\s*\S", re.IGNORECASE)


def forwarded_part(text: Text, words: BulletinWords) -> Span:
    """The stretch below the last header of a mail; all of the text where it has none."""
    lines = page_of(text).lines
    start = 0
    place = 0
    while place < len(lines) and not _begins_bulletin(lines[place], words):
        last = _end_of_header(lines, place, words)
        if last > place:
            start = lines[last].start if last < len(lines) else start
        place = max(last, place + 1)
    return start, len(text.content)


def _begins_bulletin(line: Line, words: BulletinWords) -> bool:
    """Whether a bulletin's own header stands here; what is forwarded below it is one more bulletin."""
    return INDEX.search(line.text) is not None and is_header_line(line, words)


def _end_of_header(lines: Sequence[Line], place: int, words: BulletinWords) -> int:
    """One past the header of a mail that begins on this line; the line itself where none begins there."""
    last, fields = place, 0
    while last < len(lines) and not lines[last].is_blank:
        if _field(words).match(lines[last].text):
            fields += 1
        elif fields == 0 or len(lines[last].text.split()) > 14:
            break
        last += 1
    return last if fields >= LEAST_FIELDS else place
