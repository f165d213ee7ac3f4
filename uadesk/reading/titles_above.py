"""The headline above the number, or behind its label: of web pages and of forms with a label for each field."""

import re
from functools import cache

from uadesk.domain.texts import Found
from uadesk.reading.dates import dates_in
from uadesk.reading.head_countries import (
    ARROWS,
    LABELS,
    country_of,
)
from uadesk.reading.header_fields import Header
from uadesk.reading.lines import Line, Page
from uadesk.reading.references import is_banner
from uadesk.reading.stories import may_be_title
from uadesk.reading.title_lines import (
    LEAST_WORDS,
    LONGEST,
    NO_TITLE,
    is_more_capitals,
    is_of_header,
    stage_prefix,
    without_stage,
)
from uadesk.reference.bulletin_words import BulletinWords
from uadesk.reference.countries import Countries


@cache
def _title_label(words: BulletinWords) -> re.Pattern[str]:
    return re.compile(rf"{words.labels['title_label'].pattern}(?<=:|\s)(?=\S)", re.IGNORECASE)


def labelled_title(page: Page, header: Header, words: BulletinWords) -> Found | None:
    """The title behind its label above the number, as in the form of 2017, or below the banner of a page."""
    for line in page.lines[max(0, header.first - LABELS) : header.first]:
        label = _title_label(words).match(line.text)
        if label is not None:
            return without_stage(page, words, line.start + label.end(), _end_of_labelled(page, line))
    return None


def staged_title(page: Page, header: Header, words: BulletinWords) -> Found | None:
    """The heading below the number that begins `Urgent Action:`, with lines of the page above it."""
    below = [line for line in page.lines[header.last : header.last + LABELS] if not line.is_blank]
    for line in below if header.number is not None else ():
        prefix = stage_prefix(words).match(line.text)
        if prefix is not None and may_be_title(line, words) and len(line.text[prefix.end() :].split()) > LEAST_WORDS:
            return page.found(line.start + prefix.end(), line.end, "headline")
    return None


def headline_above(page: Page, header: Header, words: BulletinWords, countries: Countries) -> Found | None:
    """The heading right above the number, as on a web page: `Urgent Action: Judge Threatened`."""
    below_banner = _below_banner(page, header, words, countries)
    if below_banner is not None:
        return below_banner
    place = header.first - 1
    while place >= 0 and page.lines[place].is_blank:
        place -= 1
    if place < 0 or not page.lines[place].is_bold or not stage_prefix(words).match(page.lines[place].text):
        return None
    line = page.lines[place]
    return (
        None
        if len(line.text) > LONGEST or is_banner(line.text, words)
        else without_stage(page, words, line.start, line.end)
    )


def _below_banner(page: Page, header: Header, words: BulletinWords, countries: Countries) -> Found | None:
    """The headline between the banner and a number that stands below it: `Urgent Action`, `Poet Jailed`, `UA 74/16`."""
    above = [each for each in range(max(0, header.first - LABELS), header.first) if not page.lines[each].is_blank]
    banner = next((each for each in above if is_banner(page.lines[each].said, words)), None)
    for place in above if banner is not None else ():
        if place > (banner or 0) and _is_title_in_head(page.lines[place], header, words, countries):
            return without_stage(page, words, page.lines[place].start, page.lines[place].end)
    return None


def _is_title_in_head(line: Line, header: Header, words: BulletinWords, countries: Countries) -> bool:
    """Whether a line between banner and number is the headline: it is no country, date, label or sentence."""
    said = line.text
    is_other = line.is_point or is_of_header(line, header) or country_of(said.rstrip(ARROWS), countries)[0] is not None
    if is_other or len(said) > LONGEST or said.endswith((".", ",", ";", ":")) or NO_TITLE.search(said):
        return False
    dated = next(dates_in(said, words), None)
    if dated is not None and len(dated.printed) == len(said):
        return False
    return words.asking["chrome"].match(said) is None and not is_banner(said, words)


def _end_of_labelled(page: Page, line: Line) -> int:
    """Where a title behind its label ends: in capitals, it may go on over the next lines."""
    place = page.lines.index(line)
    while place + 1 < len(page.lines) and is_more_capitals(page.lines[place + 1]):
        if ":" in page.lines[place + 1].text:
            break
        place += 1
    return page.lines[place].end
