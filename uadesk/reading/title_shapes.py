"""Whether a line looks like a headline, and over how many lines it goes."""

from uadesk.reading.header_fields import Header
from uadesk.reading.labels import is_stop
from uadesk.reading.lines import Line, Page
from uadesk.reading.title_lines import LONGEST, is_more_capitals, is_of_header
from uadesk.reference.bulletin_words import BulletinWords
from uadesk.reference.countries import Countries

TITLE_LINE = 70
"""A headline over several lines has none longer than this."""


def is_headline(page: Page, place: int, words: BulletinWords, header: Header) -> bool:
    """Whether a line is a headline: bold or in capitals, or short, without a full stop, above a story."""
    line, is_first = page.lines[place], header.last > 0
    if (
        len(line.text) > LONGEST
        or line.is_point
        or line.text.endswith(":")
        or is_stop(line, words)
        or words.asking["openings"].match(line.text)
    ):
        return False
    if line.is_bold or line.is_capitals:
        return True
    if is_first and _in_title_case(page, place, header):
        return True
    following, is_parted = page.next_filled(place + 1), _parted(page, place)
    while following is not None and is_of_header(page.lines[following], header):
        following, is_parted = page.next_filled(following + 1), True
    if not is_first or line.text.endswith((".", ":", "!", "?", ",", ";")) or following is None:
        return line.text.endswith(("!", "?")) and is_first and len(line.text) < 100 and _parted(page, place)
    begin, end = page.paragraph(following)
    story = page.lines[end - 1].end - page.lines[begin].start
    is_apart = is_parted or _stands_out(line, page.lines[following])
    return len(line.text.split()) <= 18 and story > len(line.text) and is_apart


def _in_title_case(page: Page, place: int, header: Header) -> bool:
    """Whether a paragraph of two or three short lines is a headline With Capitals Like This, with no full stop."""
    first, last = page.paragraph(place)
    lines = page.lines[first:last]
    if any(is_of_header(line, header) for line in lines):
        return False
    if (
        first != place
        or not 2 <= len(lines) <= 3
        or last >= len(page.lines)
        or lines[-1].text.endswith((".", ":", ","))
    ):
        return False
    long = [word for line in lines for word in line.text.split() if len(word.strip(",.’'\"")) > 3]
    return all(len(line.text) <= TITLE_LINE for line in lines) and all(
        word[0].isupper() or not word[0].isalpha() for word in long
    )


def _stands_out(line: Line, below: Line) -> bool:
    """Whether a line is so much shorter than the one right below that no wrapped story begins with it."""
    return below.text[:1].isupper() and 2 * len(below.text) > 3 * len(line.text) and len(line.text.split()) > 2


def _parted(page: Page, place: int) -> bool:
    """Whether a blank line stands behind this one."""
    return place + 1 < len(page.lines) and page.lines[place + 1].is_blank


def headline_end(page: Page, place: int, header: Header, words: BulletinWords, countries: Countries) -> int:
    """One past the last line of a headline that goes over several: the next ones look alike."""
    first = page.lines[place]
    if not first.is_bold and not first.is_capitals and _in_title_case(page, place, header):
        return page.paragraph(place)[1]
    last = place + 1
    while last < len(page.lines) and last - place < 6 and _goes_on(page, first, last):
        if is_of_header(page.lines[last], header):
            break
        if countries.is_known_name(page.lines[last].text) or is_stop(page.lines[last], words):
            break
        last += 1
    while page.lines[last - 1].is_blank:
        last -= 1
    return last


def _goes_on(page: Page, first: Line, place: int) -> bool:
    """Whether a headline goes on here: lines in capitals do over a blank line too."""
    line = page.lines[place]
    if not line.is_blank:
        return _is_alike(first, line)
    following = page.next_filled(place)
    return following is not None and first.is_capitals and is_more_capitals(page.lines[following])


def _is_alike(first: Line, line: Line) -> bool:
    if line.is_blank or line.is_point or len(line.text) > LONGEST:
        return False
    return (first.is_capitals and line.is_capitals) or (first.is_bold and line.is_bold and not first.is_capitals)
