"""A bulletin without a header line, as web pages have it: its number, stage and date stand apart in the text."""

import re

from uadesk.domain.bulletins import Stage
from uadesk.reading.header_fields import Header, date_alone
from uadesk.reading.headlines import stage_prefix
from uadesk.reading.lines import Page
from uadesk.reading.references import is_banner, number_in, number_pattern, number_span, stage_in
from uadesk.reference.bulletin_words import BulletinWords

FIRST_LINES = 25
"""Filled lines from the top within which the banner and the date stand; chrome of the page may stand above them."""
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
    return Header(
        first=max(0, last - 1),
        last=last,
        number=number_in(number) if number is not None else None,
        number_found=page.found(*number_span(number), "number") if number is not None else None,
        stage=stage,
        ordinal=ordinal,
        ordinal_found=page.found(*span, "ordinal") if span is not None else None,
        issued=date_alone([page.lines[place] for place in top], page, words),
    )


def _number(page: Page, words: BulletinWords) -> re.Match[str] | None:
    """The case's own number: where the reader is told to mention it, else the first one in the text."""
    found = list(number_pattern(words).finditer(page.text.content, _start(page), _end(page)))
    told = (each for each in found if words.asking["reports"].search(_line_before(page, each)))
    return next(told, found[0] if found else None)


def _line_before(page: Page, match: re.Match[str]) -> str:
    content = page.text.content
    return content[content.rfind("\n", 0, match.start()) + 1 : match.start()]


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
