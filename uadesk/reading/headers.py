"""The header of a bulletin: number, stage, index, country and date of issue, in whatever order they stand."""

import re
from dataclasses import dataclass
from functools import cache

from uadesk.domain.bulletins import Stage
from uadesk.domain.numbers import UANumber, parse_number
from uadesk.domain.texts import Found
from uadesk.reading.dates import PrintedDate, dates_in
from uadesk.reading.lines import LONGEST_LABEL, Line, Page
from uadesk.reference.bulletin_words import BulletinWords, one_of

FIRST_LINES = 40
"""How far down the header is looked for, filled lines: an office's chrome may stand above it."""

MOST_CONCERN = 8
"""Words of a concern."""
ABOVE = 6
"""Lines above the number where a labelled date is looked for."""

_SEQUENCE = r"(?:EXTRA\s+)?\d{1,4}\s?[/.]\s?(?:(?:19|20)\d{2}|\d{2}(?=\d{1,2}\s+de\s)|\d{2})"
"""A number as printed; a lost gap may have glued the day of a Spanish date to it."""
_DAMAGED = r"V\.?A\.?(?=\s*:)"
"""`UA` as a scanner reads it."""
INDEX = re.compile(r"\b[A-Z]{3}\s*\d{1,2}\s*/\s*\d{1,5}\s*/\s*(?:\d{4}|\d{2})\b")
_ORDINAL = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th|e|ème|ª|º)(?!\w)|\((\d{1,2})\)", re.IGNORECASE)
_EDGES = " \t\n,;:|–—-•·()"


@cache
def number_pattern(words: BulletinWords) -> re.Pattern[str]:
    """A bulletin's number with its label: `UA: 34/25`, `AU 46/11`, `UA-165/2012-2`, `EXTRA 19/92`."""
    label = rf"(?P<label>{words.header['number'].pattern}|FI|{_DAMAGED})\s*(?:No\.?|n[°º]|number|:|#|-)*\s*"
    return re.compile(
        rf"(?<![\w/-])(?:{label}(?P<number>{_SEQUENCE})|(?P<extra>EXTRA\s+\d{{1,4}}/\d{{2}}))"
        r"(?![/]|\d(?!\d?\s+de\s))(?:-\d{1,2}\b)?",
        re.IGNORECASE,
    )


@cache
def index_label(words: BulletinWords) -> re.Pattern[str]:
    """`AI Index:`."""
    return re.compile(rf"{words.header['index'].pattern}\s*[:.]?\s*", re.IGNORECASE)


@cache
def _date_label(words: BulletinWords) -> re.Pattern[str]:
    return re.compile(rf"{words.header['date'].pattern}\s*:?\s*$", re.IGNORECASE)


def number_in(match: re.Match[str]) -> UANumber | None:
    """The number that `number_pattern` found."""
    return parse_number(re.sub(r"\s*([/.])\s*", r"\1", match["number"] or match["extra"]))


def number_span(match: re.Match[str]) -> tuple[int, int]:
    """Where the number stands that `number_pattern` found, without its label."""
    return match.span("number") if match["number"] else match.span("extra")


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
    follows: tuple[Found, ...] = ()
    """Indexes of earlier bulletins that the header names in brackets."""


def find_header(page: Page, words: BulletinWords) -> Header | None:
    """The header lines of a page, read; None where it has none."""
    filled = [place for place, line in enumerate(page.lines) if not line.is_blank][:FIRST_LINES]
    first = next((place for place in filled if is_header_line(page.lines[place], words)), None)
    if first is None:
        return None
    last = _last_line(page, first, words)
    return _read(page, first, last, words)


def is_header_line(line: Line, words: BulletinWords) -> bool:
    """Whether a bulletin begins here: its number with a stage, an index or a date beside it, or with nothing.

    `First UA: 34/25 Index: AMR 51/9206/2025 USA of April 1, 2025` is one; a sentence that cites UA 34/25 is none.
    """
    if len(line.text) > LONGEST_LABEL or line.is_blank:
        return False
    number, index = number_pattern(words).search(line.text), INDEX.search(line.text)
    if number is None:
        label = index_label(words).match(line.text)
        return bool(index and (label or stage_in(line.text[: index.start()], words)[0]) and _is_short(line.text))
    before = line.text[: number.start()].rpartition(":")[2]
    if len(before.split()) > 6 or before.rstrip().endswith((",", ";", "(")):
        return False
    after = line.text[number.end() :].strip(_EDGES)
    return (
        not after
        or bool(index)
        or bool(index_label(words).match(after))
        or _is_followed_by_header(after, words, before)
        or (not before.strip(_EDGES) and _is_concern(after))
    )


def _is_followed_by_header(after: str, words: BulletinWords, before: str) -> bool:
    dated = next(dates_in(after, words), None)
    has_stage = stage_in(f"{before} {after[:20]}", words)[0] is not None
    return (dated is not None or has_stage) and _is_short(after) and not after.endswith((".", "!", "?"))


def _is_concern(after: str) -> bool:
    """Whether the case's concern or country stands behind its number: `UA 229/10 Risk of Forced Eviction`."""
    return after[:1].isupper() and len(after.split()) <= MOST_CONCERN and not after.endswith((".", ",", ";", ":"))


def _is_short(text: str) -> bool:
    return len(text.split()) <= 14


def _last_line(page: Page, first: int, words: BulletinWords) -> int:
    """One past the last header line: what follows belongs to it while it holds the rest of it and nothing else."""
    last = first + 1
    text = page.lines[first].text
    for _more in range(5):
        place = page.next_filled(last)
        if place is None or place - last > 1:
            break
        after = page.next_filled(place + 1)
        stands_before_date = after is not None and _is_date_line(page.lines[after], words)
        if not _continues(text, page.lines[place], words) and not (
            stands_before_date and _is_short(page.lines[place].text) and not next(dates_in(text, words), None)
        ):
            break
        text = f"{text}\n{page.lines[place].text}"
        last = place + 1
    return last


def _is_date_line(line: Line, words: BulletinWords) -> bool:
    """`Date: 1 July 2025` and nothing else."""
    dated = next(dates_in(line.text, words), None)
    return dated is not None and bool(_date_label(words).fullmatch(line.text[: dated.start].strip() or "of"))


def _continues(so_far: str, line: Line, words: BulletinWords) -> bool:
    if len(line.text) > 120 or line.is_point:
        return False
    if _completes_date(so_far, line.text, words):
        return True
    if index_label(words).match(line.text) or INDEX.match(line.text):
        return not INDEX.search(so_far)
    if number_pattern(words).match(line.text) and not number_pattern(words).search(so_far):
        return True
    dated = next(dates_in(line.text, words), None)
    if dated is None or next(dates_in(so_far, words), None) is not None:
        return False
    before = line.text[: dated.start]
    return len(before.split()) <= 6 and len(line.text[dated.end :].strip(_EDGES)) == 0


def _completes_date(so_far: str, text: str, words: BulletinWords) -> bool:
    """Whether a line brings the year of the date that the header so far ends with."""
    joined = f"{so_far}\n{text}"
    last = next((each for each in dates_in(joined, words) if each.start < len(so_far) < each.end), None)
    return last is not None and not last.year_missing and last.end == len(joined.rstrip())


def _read(page: Page, first: int, last: int, words: BulletinWords) -> Header:
    content = page.text.content
    start, end = page.lines[first].start, page.lines[last - 1].end
    number = number_pattern(words).search(content, start, end)
    indexes = list(INDEX.finditer(content, start, end))
    label = index_label(words).search(content, start, end)
    index = next((each for each in indexes if label and each.start() == label.end()), indexes[0] if indexes else None)
    issued = _issued(content, words, start, end) or _issued_above(page, first, words)
    stage, ordinal, ordinal_span = _stage_of(content, words, start, end, number, index)
    return Header(
        first,
        last,
        number=number_in(number) if number else None,
        number_found=page.found(*number_span(number), "number") if number else None,
        stage=stage,
        ordinal=ordinal,
        ordinal_found=page.found(*ordinal_span, "ordinal") if ordinal_span else None,
        index=page.found(*index.span(), "index") if index else None,
        prints_index=label is not None or index is not None or (number is not None and ":" in number[0]),
        country=_country(page, words, end, number, index, issued, label),
        issued=issued,
        follows=tuple(
            page.found(*each.span(), "follows") for each in indexes if index and each.start() > index.start()
        ),
    )


def _issued(content: str, words: BulletinWords, start: int, end: int) -> PrintedDate | None:
    """The header's date: the one after `of` or `Date:`, else the last one."""
    every = [each for each in dates_in(content, words, start, end) if not _is_in_brackets(content, start, each.start)]
    labelled = [each for each in every if _date_label(words).search(content, max(start, each.start - 20), each.start)]
    return next(iter(labelled or every[-1:]), None)


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
        before = page.text.content[line.start : dated.start].strip(" •–—-:")
        behind = re.sub(r"[|(].*", "", page.text.content[dated.end : line.end]).strip(" .,–—-")
        if not behind and (not before or words.header["date"].fullmatch(before)):
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
    date_label = _date_label(words).search(between)
    between = between[: date_label.start()] if date_label else between
    stripped = between.strip(_EDGES)
    if "\n" in stripped:
        stripped = stripped.rpartition("\n")[2].strip(_EDGES)
    if not stripped or len(stripped) > 60 or any(sign.isdigit() for sign in stripped):
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
    if stage is None and number is not None:
        behind = index.start() if index and index.start() > number.end() else end
        shift = number.end()
        stage, ordinal, span = stage_in(content[shift : min(behind, shift + 40)], words)
    if stage is None and number is not None:
        stage = Stage.FIRST
    return stage, ordinal, (span[0] + shift, span[1] + shift) if span else None


def stage_in(text: str, words: BulletinWords) -> tuple[Stage | None, int | None, tuple[int, int] | None]:
    """The stage that these words name, its ordinal, and where that stands: `Third` and `2nd update` are updates."""
    if words.header["outcome"].search(text):
        return Stage.OUTCOME, None, None
    for word, ordinal in words.ordinals.items():
        named = re.search(rf"\b{one_of([word])}\b", text, re.IGNORECASE)
        if named:
            return Stage.UPDATE, ordinal, named.span()
    numbered = _ORDINAL.search(text)
    if numbered and int(numbered[1] or numbered[2]) > 0:
        ordinal, is_update = int(numbered[1] or numbered[2]), words.header["update"].search(text) is not None
        if ordinal > 1 or is_update:
            return Stage.UPDATE, ordinal, numbered.span(1 if numbered[1] else 2)
    if words.header["update"].search(text):
        first_update = words.header["first"].search(text)
        return Stage.UPDATE, 1 if first_update else None, first_update.span() if first_update else None
    return (Stage.FIRST, None, None) if words.header["first"].search(text) else (None, None, None)
