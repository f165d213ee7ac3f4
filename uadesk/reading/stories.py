"""Where the story of a bulletin begins, and the headline right above it."""

import re

from uadesk.domain.texts import Found
from uadesk.reading.header_fields import Header, date_alone
from uadesk.reading.labels import ADDRESSES, is_stop, label_of
from uadesk.reading.lines import Line, Page
from uadesk.reading.references import is_banner
from uadesk.reading.title_lines import (
    LONGEST,
    NO_TITLE,
    is_of_header,
    stage_prefix,
    without_stage,
)
from uadesk.reference.bulletin_words import BulletinWords

TOP = 60
"""Lines from the top among which the story begins."""
WIDE = 45
"""Signs of a line of running text on average; lines of an address are shorter."""
STORY = 180
"""A paragraph of so many signs is running text."""
MOST_OF_PROSE = 4
"""Lines of a short paragraph."""
MOST_WORDS = 20
"""A headline has no more words."""
_GAP = re.compile(r"\S {3,}\S")


def above_story(page: Page, header: Header, words: BulletinWords) -> tuple[int, Found | None]:
    """Where the story begins, and the headline above it: date, number and buttons of a page may stand between them."""
    story = next((each for each in range(min(TOP, len(page.lines))) if _ends_head(page, each, words)), None)
    if story is None:
        return 0, None
    for place in reversed(range(story)):
        line = page.lines[place]
        if header.first <= place < header.last or is_of_header(line, header) or date_alone([line], page, words):
            continue
        if may_be_title(line, words) and not _is_of_prose(page, place):
            return _begin(page, place, story, words), without_stage(page, words, line.start, line.end)
    return 0, None


def _begin(page: Page, title: int, story: int, words: BulletinWords) -> int:
    """Where a story begins whose paragraphs are short, so that only the label of the addresses ends the head."""
    below = page.next_filled(title + 1)
    return story if below is None or _begins_story(page, story, words) else below


def _ends_head(page: Page, place: int, words: BulletinWords) -> bool:
    """Whether the story begins on this line, or the addresses do, which may stand before it."""
    label = label_of(page.lines[place], words)
    return (label is not None and label.kind in ADDRESSES) or _begins_story(page, place, words)


def _begins_story(page: Page, place: int, words: BulletinWords) -> bool:
    """Whether a paragraph of running text begins on this line."""
    line = page.lines[place]
    is_below = place > 0 and not page.lines[place - 1].is_blank
    if len(line.text) >= STORY and label_of(line, words) is None and not line.is_point:
        return True
    if line.is_blank or line.is_point or is_stop(line, words) or line.text.endswith(":") or "@" in line.text:
        return False
    _first, last = page.paragraph(place)
    length = page.lines[last - 1].end - line.start
    is_wide = len(line.text) >= WIDE and length >= WIDE * (last - place) and _GAP.search(line.text) is None
    return not is_below and length >= STORY and is_wide


def _is_of_prose(page: Page, place: int) -> bool:
    """Whether a line is one of a short paragraph of running text: wrapped, and ended with a full stop."""
    first, last = page.paragraph(place)
    return first < last - 1 < first + MOST_OF_PROSE and page.lines[last - 1].text.endswith((".", ". "))


def may_be_title(line: Line, words: BulletinWords) -> bool:
    """Whether a short line may be a headline: no button of a page, no office's line, no sentence."""
    said = line.text
    if (
        line.is_blank
        or line.is_point
        or is_stop(line, words)
        or len(said) > LONGEST
        or not 3 <= len(said.split()) <= MOST_WORDS
    ):
        return False
    if said.endswith((".", ",", ";", ":")) or NO_TITLE.search(said):
        return stage_prefix(words).match(said) is not None
    return words.asking["chrome"].match(said) is None and not is_banner(said, words)
