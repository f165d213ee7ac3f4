"""A bulletin without a header line, as web pages have it: its number, stage and date stand apart in the text."""

import re
from functools import cache

from uadesk.domain.bulletins import Stage
from uadesk.domain.texts import Found
from uadesk.reading.dates import PrintedDate, dates_in
from uadesk.reading.header_fields import Header, date_alone
from uadesk.reading.lines import LONGEST_LABEL, Page
from uadesk.reading.references import INDEX, index_label, is_banner, number_in, number_pattern, number_span, stage_in
from uadesk.reading.title_lines import stage_prefix
from uadesk.reference.bulletin_words import BulletinWords
from uadesk.reference.countries import load_countries

FIRST_LINES = 25
"""Filled lines from the top within which the banner and the date stand; chrome of the page may stand above them."""
LONGEST_BEFORE = 600
"""Signs before a number on its line within which the reader is told to mention it."""
BEFORE = 30
"""Signs before a number within which its ordinal stands: `Second Urgent Action 66.23`."""


def find_scattered(page: Page, words: BulletinWords) -> Header:
    """What the text says of number, stage and date; the header takes no line, or the banner's alone."""
    top = [place for place, line in enumerate(page.lines) if not line.is_blank][:FIRST_LINES]
    number = _number(page, words)
    content = page.text.content
    stage, ordinal, span = None, None, None
    if number is not None:
        start = max(0, number.start() - BEFORE)
        begin = content.rfind("\n", start, number.start()) + 1 or start
        stage, ordinal, span = stage_in(content[begin : number.start()], words)
        span = (span[0] + begin, span[1] + begin) if span is not None else None
    stage = stage or _stage_of_headline(page, top, words) or (Stage.FIRST if number is not None else None)
    banner = next((place for place in top if is_banner(page.lines[place].said, words)), None)
    last = 0 if banner is None else banner + 1
    combined = _combined(page, top, words)
    if combined is not None:
        banner, country, dated = combined
        last = banner + 1
    index = next((each for place in range(len(page.lines)) if (each := _index(page, place, words)) is not None), None)
    index = index or (_index_beside(page, number) if number is not None else None)
    return Header(
        first=max(0, last - 1),
        last=last,
        number=number_in(number) if number is not None else None,
        number_found=page.found(*number_span(number), "number") if number is not None else None,
        stage=stage,
        ordinal=ordinal,
        ordinal_found=page.found(*span, "ordinal") if span is not None else None,
        index=page.found(*index.span(), "index") if index is not None else None,
        prints_index=index is not None,
        country=country if combined is not None else None,
        issued=dated if combined is not None else date_alone([page.lines[place] for place in top], page, words),
    )


@cache
def _banner_ahead(words: BulletinWords) -> re.Pattern[str]:
    """A banner with something behind it on its line."""
    return re.compile(rf"\W*{words.header['number'].pattern}\s+(?=\S)", re.IGNORECASE)


def _combined(page: Page, top: list[int], words: BulletinWords) -> tuple[int, Found | None, PrintedDate] | None:
    """Banner, country and date on one line: `Urgent Action Tadschikistan 14. Oktober 2021`."""
    content = page.text.content
    for place in top:
        line = page.lines[place]
        banner = _banner_ahead(words).match(line.text)
        dated = next(dates_in(content, words, line.start, line.end), None) if banner is not None else None
        if banner is None or dated is None or dated.day is None or content[dated.end : line.end].strip():
            continue
        country = page.found(line.start + banner.end(), dated.start, "country beside the banner")
        if not country.value or load_countries().is_known_name(country.value):
            return place, country if country.value else None, dated
    return None


def _index(page: Page, place: int, words: BulletinWords) -> re.Match[str] | None:
    """An index with its label on a short line."""
    line = page.lines[place]
    if len(line.text) > LONGEST_LABEL or index_label(words).search(line.text) is None:
        return None
    return INDEX.search(page.text.content, line.start, line.end)


def _index_beside(page: Page, number: re.Match[str]) -> re.Match[str] | None:
    """An index right behind the number, without its label: `[UA-195/2013, EUR 65/003/2013]`."""
    index = INDEX.search(page.text.content, number.end(), number.end() + BEFORE)
    return index if index is not None and not page.text.content[number.end() : index.start()].strip(" ,;/(") else None


def _number(page: Page, words: BulletinWords) -> re.Match[str] | None:
    """The case's own number: where the reader is told to mention it, else the first one in the text."""
    found = list(number_pattern(words).finditer(page.text.content, _start(page), _end(page)))
    told = (each for each in found if words.asking["reports"].search(_line_before(page, each)))
    return next(told, found[0] if found else None)


def _line_before(page: Page, match: re.Match[str]) -> str:
    content = page.text.content
    first = max(0, match.start() - LONGEST_BEFORE)
    return content[max(first, content.rfind("\n", first, match.start()) + 1) : match.start()]


def _start(page: Page) -> int:
    return page.lines[0].start if page.lines else 0


def _end(page: Page) -> int:
    return page.lines[-1].end if page.lines else 0


def _stage_of_headline(page: Page, top: list[int], words: BulletinWords) -> Stage | None:
    """`Urgent Action update: …`."""
    for place in top:
        prefix = stage_prefix(words).match(page.lines[place].text)
        stage = stage_in(prefix[0], words)[0] if prefix is not None else None
        if stage is not None:
            return stage
    return None
