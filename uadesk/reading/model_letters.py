"""The model letter that a bulletin may bring, from its opening to its close."""

import re

from uadesk.reading.lines import Page
from uadesk.reference.bulletin_words import BulletinWords

MOST_GREETED = 8
"""Words of an opening without a comma behind it."""
PROSE = 60
"""Signs of a paragraph of running text, at least."""
LONGEST = 120
"""Lines of a model letter, at most."""


def find_letter(page: Page, words: BulletinWords, first: int) -> tuple[int, int] | None:
    """Its first line and one past its last; None where no opening is followed by a close."""
    for place in range(first, len(page.lines)):
        line = page.lines[place]
        if line.is_blank or len(line.text) > 90 or not words.asking["openings"].match(line.text):
            continue
        if not _opens(page, place) or words.asking["circulars"].match(line.text):
            continue
        close = _close(page, words, place + 1)
        if close is not None and close - place > 2:
            return place, close + 1
    return None


def _opens(page: Page, place: int) -> bool:
    """Whether a line that greets opens a letter: it ends as an opening does, or running text stands below it."""
    text = page.lines[place].text
    if text.rstrip(' "”').endswith((",", ":", "!")):
        return True
    below = page.next_filled(place + 1)
    if below is None or len(text.split()) > MOST_GREETED:
        return False
    first, last = page.paragraph(below)
    lines = page.lines[max(first, below) : last]
    return lines[-1].end - lines[0].start >= PROSE and lines[-1].text.endswith((".", "!", "?", "”", '"'))


def _close(page: Page, words: BulletinWords, first: int) -> int | None:
    for place in range(first, min(len(page.lines), first + LONGEST)):
        text = page.lines[place].text.strip(' "”')
        if words.asking["closing_sentences"].match(text):
            return _end_of_sentence(page, place)
        match = words.asking["closes"].match(text)
        if match is not None and not re.sub(r"[\W_]", "", text[match.end() :]):
            return place
    return None


def _end_of_sentence(page: Page, place: int) -> int:
    """The line on which the sentence ends that begins on this one, within its paragraph."""
    last = page.paragraph(place)[1] - 1
    return next((each for each in range(place, last) if page.lines[each].text.endswith((".", ","))), last)
