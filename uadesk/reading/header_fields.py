"""What the header of a bulletin says, field by field."""

import re
from dataclasses import dataclass
from functools import cache

from uadesk.domain.bulletins import Stage
from uadesk.domain.numbers import UANumber
from uadesk.domain.texts import Found
from uadesk.reading.dates import PrintedDate, dates_in
from uadesk.reading.lines import Line, Page
from uadesk.reading.references import INDEX, index_label, number_in, number_pattern, number_span, stage_in
from uadesk.reference.bulletin_words import BulletinWords
from uadesk.reference.countries import load_countries

ABOVE = 6
"""Lines above the number where a date or index that stands by itself is looked for."""
BELOW = 12
"""Lines below the number where a date or index that stands by itself is looked for."""
MOST_BESIDE = 6
"""Words of a line with an index and hardly anything else."""
LONGEST_CONCERN = 16
"""Words of a concern."""
EDGES = " \t\n\xa0\u202f,;:|–—-•·()"
"""What stands around the values of a header."""
_GLUED_DATE = re.compile(r"(?<=[a-zà-ÿ])(?:Date|Fecha|Datum)\s*:?\s*$")
"""`ChinaDate:`, where a gap was lost."""
_HOUR = re.compile(r"\d{1,2}\s?[:.h]\s?\d{2}\s*(?:[ap]\.?m\.?|Uhr)?", re.IGNORECASE)
_CITY = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ'’-]+(?: [A-ZÀ-Þ][a-zà-ÿ'’-]+)?")
"""`Geneva, 8 June 2011`."""
_APART = re.compile(r"\s[-–—]{1,2}(?:\s|$)")
"""What parts the concern from the references before it."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the header says, and which lines it takes: `first` to one past `last` of the page's lines."""

    first: int
    last: int
    number: UANumber | None = None
    number_found: Found | None = None
    stage: Stage | None = None
    ordinal: int | None = None
    ordinal_found: Found | None = None
    index: Found | None = None
    prints_index: bool = False
    """Whether the form has a place for the index, filled or not."""
    country: Found | None = None
    issued: PrintedDate | None = None
    concern: Found | None = None
    """What the case is about, where the header says so beside the number: `Fear of torture`."""
    follows: tuple[Found, ...] = ()
    """Indexes of earlier bulletins that the header names in brackets."""


@cache
def date_label(words: BulletinWords) -> re.Pattern[str]:
    """The words before a date of issue."""
    return re.compile(rf"{words.header['date'].pattern}\s*:?\s*$", re.IGNORECASE)


def read_header(page: Page, first: int, last: int, words: BulletinWords) -> Header:
    """The fields of the header on lines `first` to one before `last`; index and date may stand alone above it."""
    content = page.text.content
    start, end = page.lines[first].start, page.lines[last - 1].end
    number = number_pattern(words).search(content, start, end)
    indexes = list(INDEX.finditer(content, start, end))
    label = index_label(words).search(content, start, end)
    index = next((each for each in indexes if label and each.start() == label.end()), None)
    at_index, index_above = _index_above(page, first, words) if index is None and number is not None else (first, None)
    if index is None and index_above is None and number is not None and not indexes:
        index_above = _index_below(page, last, words)
    if index_above is None:
        index = index or next((each for each in indexes if not _is_in_brackets(content, start, each.start())), None)
    own = index or index_above
    glued = _issued_behind(content, words, number.end(), end) if number is not None else None
    is_follow_up = number is not None and words.header["update"].search(content, start, number.start()) is not None
    above = _issued_above(page, first, words) if is_follow_up and label is None else None
    issued = above or _issued(content, words, start, end) or glued or _issued_above(page, first, words)
    issued = issued or _issued_below(page, last, words)
    stage, ordinal, ordinal_span = _stage_of(content, words, start, end, number, index)
    country = _country(page, words, end, number, index, issued, label)
    return Header(
        min(first, at_index),
        last,
        number=number_in(number) if number else None,
        number_found=page.found(*number_span(number), "number") if number else None,
        stage=stage,
        ordinal=ordinal,
        ordinal_found=page.found(*ordinal_span, "ordinal") if ordinal_span else None,
        index=page.found(*own.span(), "index") if own else None,
        prints_index=label is not None or own is not None or (number is not None and ":" in number[0]),
        country=country if index is not None or label is not None else None,
        issued=issued,
        concern=_concern(page, words, end, number, issued) if number is not None and _is_apart(index, number) else None,
        follows=tuple(
            page.found(*each.span(), "follows")
            for each in indexes
            if each is not index and (number is None or each.start() > number.start())
        ),
    )


def _is_apart(index: re.Match[str] | None, number: re.Match[str]) -> bool:
    """Whether the index stands elsewhere than behind the number, so that something else may stand there."""
    return index is None or index.end() < number.start()


def _index_above(page: Page, first: int, words: BulletinWords) -> tuple[int, re.Match[str] | None]:
    """The index on a line of its own above the number, with that line: `EXTERNAL   AI Index: AMR 51/24/92`."""
    for place in range(first - 1, max(-1, first - 1 - ABOVE), -1):
        line = page.lines[place]
        label = index_label(words).search(line.text)
        index = INDEX.search(page.text.content, line.start, line.end)
        if label is not None and index is not None and len(line.text.split()) <= LONGEST_CONCERN:
            return place, index
    return first, None


def _index_below(page: Page, last: int, words: BulletinWords) -> re.Match[str] | None:
    """The index on a line of its own below the headline: `AI-Index: MDE 13/6817/2023`."""
    for line in page.lines[last : last + BELOW]:
        label = index_label(words).search(line.text)
        index = INDEX.search(page.text.content, line.start, line.end)
        if label is not None and index is not None and len(line.text.split()) <= MOST_BESIDE:
            return index
    return None


def _issued_below(page: Page, last: int, words: BulletinWords) -> PrintedDate | None:
    """A date alone below the headline."""
    return date_alone(list(page.lines[last : last + BELOW]), page, words)


def _concern(
    page: Page, words: BulletinWords, end: int, number: re.Match[str], issued: PrintedDate | None
) -> Found | None:
    """What the case is about: behind the references to earlier bulletins, or between number and date."""
    content = page.text.content
    gaps = (each for each in _APART.finditer(content, number.end(), end))
    apart = next((each for each in gaps if not _is_in_brackets(content, number.end(), each.start())), None)
    start = apart.end() if apart is not None else number.end()
    stop = issued.start if issued is not None and start <= issued.start < end else end
    labelled = date_label(words).search(content, start, stop)
    text = content[start : labelled.start() if labelled is not None else stop]
    said = text.strip(EDGES.replace("(", "").replace(")", ""))
    if not said or said.startswith("(") or len(said.split()) > LONGEST_CONCERN or INDEX.search(said):
        return None
    if _is_date(said, words):
        return None
    begin = start + text.index(said)
    return page.found(begin, begin + len(said), "concern")


def _is_date(said: str, words: BulletinWords) -> bool:
    """Whether this is a date and nothing else but its label: `issued 24 May 2001`."""
    dated = next(dates_in(said, words), None)
    if dated is None:
        return False
    return not said[dated.end :].strip(EDGES) and date_label(words).fullmatch(said[: dated.start] or "of") is not None


def _issued(content: str, words: BulletinWords, start: int, end: int) -> PrintedDate | None:
    """The header's date: the one after `of` or `Date:`, else the last one."""
    every = [each for each in dates_in(content, words, start, end) if not _is_in_brackets(content, start, each.start)]
    labelled = [each for each in every if date_label(words).search(content, max(start, each.start - 20), each.start)]
    return next(iter(labelled or every[-1:]), None)


def _issued_behind(content: str, words: BulletinWords, place: int, end: int) -> PrintedDate | None:
    """The date glued to the number: `AU 122/9820 de abril de 1998`."""
    found = next(dates_in(content[place:end], words), None)
    if found is None or found.start > 0:
        return None
    return found._replace(start=place + found.start, end=place + found.end)


def _is_in_brackets(content: str, start: int, place: int) -> bool:
    """Whether brackets are open here: in them stand earlier bulletins."""
    return content.count("(", start, place) > content.count(")", start, place)


def _issued_above(page: Page, first: int, words: BulletinWords) -> PrintedDate | None:
    """`PUBLICATION DATE: 3 August 2017`, or a date alone, above the number."""
    return date_alone(list(reversed(page.lines[max(0, first - ABOVE) : first])), page, words)


def date_alone(lines: list[Line], page: Page, words: BulletinWords) -> PrintedDate | None:
    """The first of these lines that is a date and nothing else, but for a label before it: `Active since May 3`."""
    for line in lines:
        dated = next(dates_in(page.text.content, words, line.start, line.end), None)
        if dated is None or dated.day is None:
            continue
        before = page.text.content[line.start : dated.start].strip(EDGES)
        behind = _HOUR.sub("", re.sub(r"[|(].*", "", page.text.content[dated.end : line.end])).strip(EDGES + ".")
        is_place = before and load_countries().is_known_name(before)
        if not behind and (not before or is_place or words.header["date"].fullmatch(before) or _CITY.fullmatch(before)):
            return dated
    return None


def _country(
    page: Page,
    words: BulletinWords,
    end: int,
    number: re.Match[str] | None,
    index: re.Match[str] | None,
    issued: PrintedDate | None,
    label: re.Match[str] | None,
) -> Found | None:
    """What stands between the index (or the number) and the date."""
    anchor = index or label or number
    if anchor is None:
        return None
    content = page.text.content
    stop = (
        issued.start if issued is not None and issued.start >= anchor.end() else content.find("\n", anchor.end(), end)
    )
    stop = end if stop < 0 else stop
    between = content[anchor.end() : stop]
    labelled = date_label(words).search(between) or _GLUED_DATE.search(between)
    between = between[: labelled.start()] if labelled else between
    stripped = between.strip(EDGES)
    if "\n" in stripped:
        stripped = stripped.rpartition("\n")[2].strip(EDGES)
    if not stripped or len(stripped) > 60 or any(sign.isdigit() for sign in stripped):
        return None
    if words.header["distribution"].fullmatch(stripped):
        return None
    first = anchor.end() + between.index(stripped)
    return page.found(first, first + len(stripped), "header country")


def _stage_of(
    content: str,
    words: BulletinWords,
    start: int,
    end: int,
    number: re.Match[str] | None,
    index: re.Match[str] | None,
) -> tuple[Stage | None, int | None, tuple[int, int] | None]:
    """The stage before the number, else right behind it."""
    stop = number.start() if number else index.start() if index else end
    stage, ordinal, span = stage_in(content[start:stop], words)
    shift = start
    if number is not None and number["follow"]:
        return stage if stage is Stage.OUTCOME else Stage.UPDATE, int(number["follow"]), number.span("follow")
    if stage is None and number is not None:
        behind = index.start() if index and index.start() > number.end() else end
        shift = number.end()
        stage, ordinal, span = stage_in(content[shift : min(behind, shift + 40)], words)
    if stage is None and number is not None:
        stage = Stage.FIRST
    return stage, ordinal, (span[0] + shift, span[1] + shift) if span else None
