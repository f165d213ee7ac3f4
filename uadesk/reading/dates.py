"""Dates as bulletins write them."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from uadesk.reference.bulletin_words import ENGLISH, BulletinWords

PIVOT = 70
"""Years of two digits from here on are of the last century: bulletins began in 1973."""
_NUMERIC = r"(?<!(?-i:[A-Z]{3})\s)(?P<a>\d{1,4})[-/.](?P<b>\d{1,2})[-/.](?P<c>\d{2,4})(?!\d)(?![/.]\d)"


class PrintedDate(NamedTuple):
    """A date and where it stands. `day` is None where no calendar has it; a missing year is `year_missing`.

    `is_ambiguous` where day and month might be meant the other way round.
    """

    start: int
    end: int
    printed: str
    day: date | None
    month_day: tuple[int, int] = (0, 0)
    year_missing: bool = False
    is_ambiguous: bool = False

    def in_year(self, year: int) -> date | None:
        """The day in this year, None where the year has none such."""
        return _day(year, *self.month_day)


@cache
def _pattern(words: BulletinWords) -> re.Pattern[str]:
    months = "|".join(re.escape(month) for month in sorted(words.months, key=len, reverse=True))
    before, suffix, between = (words.dates[kind].pattern for kind in ("before", "suffix", "between"))
    day = rf"(?P<{{0}}>\d{{{{1,2}}}})(?:\.(?=\s)|\s?(?:{_bare(suffix)})(?!\w))?"
    year = rf"(?:,?\s+(?:{between}\s+)?|,)(?P<{{0}}>\d{{{{4}}}})(?!\d)"
    return re.compile(
        rf"(?<![\w/])(?:{words.dates['weekday'].pattern},?\s+)?(?:{before}\s+)?(?:"
        rf"(?P<m1>{months})\b\.?\s+{day.format('d1')}(?![\d])(?:{year.format('y1')})?"
        rf"|{day.format('d2')}(?:\s+{between})?\s+(?P<m2>{months})\b\.?(?:{year.format('y2')})?"
        rf"|{_NUMERIC})",
        re.IGNORECASE,
    )


def _bare(pattern: str) -> str:
    """The words of a pattern without its word limits: a suffix is glued to its number."""
    return pattern.removeprefix(r"(?<![^\W_])").removesuffix(r"(?:(?![^\W_])|(?<=['’]))")


def dates_in(content: str, words: BulletinWords, start: int = 0, end: int | None = None) -> Iterator[PrintedDate]:
    """All dates between two places, in order.

    >>> [each.day for each in dates_in("until July 1, 2025", load_words())]
    [datetime.date(2025, 7, 1)]
    """
    for match in _pattern(words).finditer(content, start, len(content) if end is None else end):
        found = _numeric(match, words) if match["a"] else _worded(match, words)
        if found is not None:
            yield found


def _worded(match: re.Match[str], words: BulletinWords) -> PrintedDate:
    month = words.months[(match["m1"] or match["m2"]).casefold()]
    day = int(match["d1"] or match["d2"])
    year = match["y1"] or match["y2"]
    return PrintedDate(
        match.start(),
        match.end(),
        match[0],
        _day(int(year), month, day) if year else None,
        (month, day),
        year_missing=year is None,
    )


def _numeric(match: re.Match[str], words: BulletinWords) -> PrintedDate | None:
    """`2025-07-01`, `07/01/2025` and `25.12.2025`.

    Of two small numbers the month comes first in English, and that is a doubt; with dots, and elsewhere, the day does.
    """
    first, second, third = int(match["a"]), int(match["b"]), int(match["c"])
    if len(match["a"]) == 4:
        return PrintedDate(match.start(), match.end(), match[0], _day(first, second, third), (second, third))
    if len(match["a"]) > 2 or len(match["c"]) == 3:
        return None
    year = third + (0 if third > 99 else 2000 if third < PIVOT else 1900)
    is_dotted, is_english = "." in match[0], words.language == ENGLISH
    month, day = (first, second) if first <= 12 and is_english and not is_dotted else (second, first)
    is_ambiguous = first <= 12 and second <= 12 and first != second and not (is_dotted and not is_english)
    return PrintedDate(
        match.start(), match.end(), match[0], _day(year, month, day), (month, day), is_ambiguous=is_ambiguous
    )


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
