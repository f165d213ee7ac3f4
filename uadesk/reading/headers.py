"""The header of a bulletin: the lines with its number, stage, index, country and date, in whatever order."""

import re
from collections.abc import Sequence

from uadesk.reading.dates import dates_in
from uadesk.reading.header_fields import EDGES, Header, date_label, read_header
from uadesk.reading.lines import LONGEST_LABEL, Line, Page
from uadesk.reading.references import INDEX, index_label, is_banner, number_in, number_pattern, stage_in
from uadesk.reference.bulletin_words import BulletinWords

_COLUMNS = re.compile(r"^[A-ZÀ-Þ][\w '’()/-]*:? {3,}\S")
_DIGIT = re.compile(r"\d")
LONGEST_FOLLOW_UP = 600
"""Signs of a line that names all earlier bulletins of a case."""
FIRST_LINES = 40
"""How far down the header is looked for, filled lines: an office's chrome may stand above it."""
MOST_CONCERN = 8
"""Words of a concern behind a number that stands alone."""
MOST_ABOVE = 15
"""Filled lines from a number in a mail's subject to the banner below it, at most."""
MOST_BELOW = 10
"""Filled lines from a banner to the number below it, at most."""
MOST_BEFORE_DATE = 8
"""Words of a country and a label before the date, on a line of the header."""
MOST_WRAPPED = 6
"""Lines over which the references of a header are wrapped."""


def find_header(page: Page, words: BulletinWords) -> Header | None:
    """The header lines of a page, read; None where it has none."""
    filled = [place for place, line in enumerate(page.lines) if not line.is_blank][:FIRST_LINES]
    candidates = [place for place in filled if is_header_line(page.lines[place], words)]
    if not candidates:
        return None
    first = _below_banner(page, candidates, filled, words)
    last = _last_line(page, first, words)
    return read_header(page, first, last, words)


def _below_banner(page: Page, candidates: Sequence[int], filled: Sequence[int], words: BulletinWords) -> int:
    """The first of these header lines, or the same number again below the banner, where it stands alone above it.

    The subject of a mail, or the name of a page, has the number before the bulletin itself does.
    """
    first = candidates[0]
    below = [place for place in filled if place > first]
    banner = next((place for place in below[:MOST_ABOVE] if _is_mere_banner(page.lines[place], words)), None)
    alone = number_pattern(words).search(page.lines[first].text)
    if banner is None or alone is None or page.lines[first].text[alone.end() :].strip(EDGES):
        return first
    for place in candidates[1:]:
        again = number_pattern(words).search(page.lines[place].text)
        if place > banner and again is not None and number_in(again) == number_in(alone):
            is_near = below.index(place) - below.index(banner) <= MOST_BELOW
            return place if is_near and page.lines[place].text[again.end() :].strip(EDGES) else first
    return first


def _is_mere_banner(line: Line, words: BulletinWords) -> bool:
    return is_banner(line.said, words) and not line.text.endswith(":")


def is_header_line(line: Line, words: BulletinWords) -> bool:
    """Whether a bulletin begins here: its number with a stage, an index or a date beside it, or with nothing.

    `First UA: 34/25 Index: AMR 51/9206/2025 USA of April 1, 2025` is one; a sentence that cites UA 34/25 is none.
    """
    if not 0 < len(line.text) <= LONGEST_FOLLOW_UP or _DIGIT.search(line.text) is None:
        return False
    if len(line.text) > LONGEST_LABEL and words.header["update"].match(line.text) is None:
        return False
    number, index = number_pattern(words).search(line.text), INDEX.search(line.text)
    if number is None:
        label = index_label(words).match(line.text)
        return bool(index and (label or stage_in(line.text[: index.start()], words)[0]) and _is_short(line.text))
    before = line.text[: number.start()]
    if before.count("(") > before.count(")"):
        return False
    before = _without_date(before.rpartition(":")[2], words)
    if len(before.split()) > 6 or before.rstrip().endswith((",", ";", "(")):
        return False
    if line.text[number.end() :].lstrip().startswith("(") and words.header["update"].search(before):
        return True
    after = line.text[number.end() :].strip(EDGES)
    return (
        not after
        or bool(index)
        or bool(index_label(words).match(after))
        or _is_followed_by_header(after, words, before)
        or (not before.strip(EDGES) and _is_concern(after))
    )


def _without_date(before: str, words: BulletinWords) -> str:
    """What stands before a number, without the day on which a page published it."""
    dated = next(dates_in(before, words), None)
    return before[dated.end :].lstrip(EDGES) if dated is not None and not before[: dated.start].strip(EDGES) else before


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
    last = _end_of_references(page, first, words)
    text = "\n".join(line.text for line in page.lines[first:last])
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
        last = max(place + 1, _end_of_references(page, place, words))
        text = "\n".join(line.text for line in page.lines[first:last])
    return last


def _end_of_references(page: Page, first: int, words: BulletinWords) -> int:
    """One past the lines over which `Further information on UA 29/96 (…) and follow-ups (…) - Torture` is wrapped."""
    line = page.lines[first]
    number = number_pattern(words).search(line.text)
    is_follow_up = number is not None and words.header["update"].search(line.text[: number.start()]) is not None
    end = _end_of_wrapped(page, first)
    is_open = (
        line.text.endswith(("-", "–"))
        or date_label(words).search(line.text) is not None
        or "(" in page.words(line.start, page.lines[end - 1].end)
    )
    if not is_follow_up or not is_open:
        return first + 1
    if end - first <= MOST_WRAPPED:
        return end
    last = first + 1
    while last < end and page.words(line.start, page.lines[last - 1].end).count("(") > page.words(
        line.start, page.lines[last - 1].end
    ).count(")"):
        last += 1
    return last


def _end_of_wrapped(page: Page, first: int) -> int:
    """One past the paragraph, or where the names of those a case is about begin, apart from their country."""
    _first, end = page.paragraph(first)
    return next((place for place in range(first + 1, end) if _COLUMNS.search(page.lines[place].text)), end)


def _is_date_line(line: Line, words: BulletinWords) -> bool:
    """`Date: 1 July 2025` and nothing else."""
    dated = next(dates_in(line.text, words), None)
    return dated is not None and bool(date_label(words).fullmatch(line.text[: dated.start].strip() or "of"))


def _continues(so_far: str, line: Line, words: BulletinWords) -> bool:
    if len(line.text) > 120 or line.is_point:
        return False
    if _completes_date(so_far, line.text, words):
        return True
    if index_label(words).match(line.text) or INDEX.match(line.text):
        return not INDEX.search(so_far)
    if not number_pattern(words).search(so_far) and number_pattern(words).search(line.text):
        return is_header_line(line, words)
    dated = next(dates_in(line.text, words), None)
    if dated is None or next(dates_in(re.sub(r"\([^()]*\)", "", so_far), words), None) is not None:
        return False
    before = line.text[: dated.start]
    return len(before.split()) <= MOST_BEFORE_DATE and len(line.text[dated.end :].strip(EDGES)) == 0


def _completes_date(so_far: str, text: str, words: BulletinWords) -> bool:
    """Whether a line brings the year of the date that the header so far ends with."""
    joined = f"{so_far}\n{text}"
    last = next((each for each in dates_in(joined, words) if each.start < len(so_far) < each.end), None)
    return last is not None and not last.year_missing and last.end == len(joined.rstrip())
