"""Country and headline: what stands between the header and the story."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from uadesk.domain.texts import Found
from uadesk.reading.head_countries import (
    CountryLine,
    country_above,
    country_line,
    country_of,
    leading_country,
)
from uadesk.reading.header_fields import Header
from uadesk.reading.headers import is_header_line
from uadesk.reading.labels import is_stop
from uadesk.reading.lines import Line, LineKind, Page
from uadesk.reading.references import OTHERS_NUMBER, is_banner, number_in, number_pattern
from uadesk.reading.stories import above_story
from uadesk.reading.title_lines import (
    LEAST_WORDS,
    is_of_header,
    without_stage,
)
from uadesk.reading.title_shapes import headline_end, is_headline
from uadesk.reading.titles_above import headline_above, labelled_title, staged_title
from uadesk.reference.bulletin_words import BulletinWords
from uadesk.reference.countries import Countries

MOST_VICTIMS = 20
"""Lines of names below a country."""
LONGEST_VICTIM = 90
"""Signs of such a line."""
_VICTIM = re.compile(r"\((?:m|f)\)|,\s+aged\s|[^\S\n]{2,}")
"""What stands beside the names of those a case is about."""


class Headline(NamedTuple):
    """Country and title as found; `last` is the line where the story begins."""

    last: int
    country: Found | None = None
    country_code: str | None = None
    title: Found | None = None
    is_partly: bool = False
    """Whether only the first of several countries printed is known."""


def find_headline(page: Page, header: Header, words: BulletinWords, countries: Countries) -> Headline:
    """The country line, if any, and the headline below (or above) it."""
    numbered = _numbered_title(page, countries)
    if numbered is not None:
        return numbered
    country = country_above(page, header, words, countries)
    above = labelled_title(page, header, words) or staged_title(page, header, words) or _concern(header, countries)
    above = above or headline_above(page, header, words, countries)
    search = _Search(page, header, words, countries, header.last, country, has_title=above is not None)
    if header.number is None and header.last == 0:
        search.place, above = above_story(page, header, words)
        search.has_title = above is not None
        search.country = _country_over(page, above, countries) if above is not None else country
    while (following := page.next_filled(search.place)) is not None and search.takes(following):
        pass
    title = search.title or above
    if title is None:
        last, title = above_story(page, header, words)
        search.place = max(search.place, last)
    return Headline(search.place, search.country.found, search.country.code, title, search.country.is_partly)


@dataclass(slots=True)
class _Search:
    """Goes down the lines below the header, up to where the story begins."""

    page: Page
    header: Header
    words: BulletinWords
    countries: Countries
    place: int
    country: CountryLine
    has_title: bool
    title: Found | None = None

    def takes(self, place: int) -> bool:
        """Whether this line belongs to the head of the bulletin; what it says is kept."""
        line = self.page.lines[place]
        if self._takes_number_of_others(line):
            self.place = place + 1
            return False
        if is_header_line(line, self.words) and self._repeats_number(line):
            self.place = place + 1
            return True
        is_others = OTHERS_NUMBER.search(line.text) is not None
        if is_others or is_banner(line.said, self.words) or is_of_header(line, self.header):
            self.place = place + 1
            return True
        return self._takes_country(place, line) or self._takes_title(place, line)

    def _takes_number_of_others(self, line: Line) -> bool:
        """`UA-001-2006: BANGLADESH: …`, another organisation's number before its headline."""
        others = OTHERS_NUMBER.match(line.said)
        behind = line.said[others.end() :].lstrip(" :") if others is not None else ""
        if self.has_title or len(behind.split()) <= LEAST_WORDS:
            return False
        self._set_title(self.page.found(line.end - len(behind), line.end, "headline"))
        return True

    def _repeats_number(self, line: Line) -> bool:
        """`Further information (2) on UA 58/11`, below the line of the references."""
        again = number_pattern(self.words).search(line.text)
        return again is not None and number_in(again) == self.header.number

    def _takes_country(self, place: int, line: Line) -> bool:
        if self.country.found is not None:
            return False
        has_concern = self.header.concern is not None
        alone = country_line(self.page, line, self.countries)
        if alone.found is not None:
            self.country = alone
            self.place = _end_of_victims(self.page, place, self.words) if has_concern else place + 1
            return True
        if not has_concern and _VICTIM.search(line.text) is None:
            return False
        leading = leading_country(self.page, line, self.countries)
        if leading.found is None:
            return False
        self.country, self.place = leading, _end_of_victims(self.page, place, self.words)
        return True

    def _takes_title(self, place: int, line: Line) -> bool:
        if self.has_title or not is_headline(self.page, place, self.words, self.header):
            return False
        self.place = headline_end(self.page, place, self.header, self.words, self.countries)
        self._set_title(without_stage(self.page, self.words, line.start, self.page.lines[self.place - 1].end))
        return True

    def _set_title(self, title: Found | None) -> None:
        self.title, self.has_title = title, True


def _end_of_victims(page: Page, place: int, words: BulletinWords) -> int:
    """One past the names of those a case is about, below its country: short lines that are no sentence."""
    last = place + 1
    while last < len(page.lines) and last - place < MOST_VICTIMS:
        line = page.lines[last]
        if line.is_blank or len(line.text) > LONGEST_VICTIM or line.text.endswith(".") or is_stop(line, words):
            break
        last += 1
    return last


def _numbered_title(page: Page, countries: Countries) -> Headline | None:
    """The headline of a case in a numbered row of them: `2. HONDURAS : …`."""
    line = next((line for line in page.lines if not line.is_blank), None)
    before, colon, _title = line.said.partition(":") if line is not None else ("", "", "")
    code = countries.code_of(before) if colon else None
    if line is None or line.kind is not LineKind.NUMBERED or code is None:
        return None
    country = page.found(line.body, line.body + len(before.rstrip()), "country of the headline")
    return Headline(page.lines.index(line) + 1, country, code, page.found(line.body, line.end, "headline"))


def _country_over(page: Page, title: Found, countries: Countries) -> CountryLine:
    """The country alone on the line right over a headline that no header stands above."""
    above = [line for line in page.lines if line.end <= title.start and not line.is_blank]
    return country_line(page, above[-1], countries) if above else CountryLine()


def _concern(header: Header, countries: Countries) -> Found | None:
    """The concern that a header names in place of a headline; a country there is none."""
    if header.concern is None or country_of(header.concern.value, countries)[0] is not None:
        return None
    return header.concern
