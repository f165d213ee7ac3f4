"""Country and headline: what stands between the header and the story."""

import re
from dataclasses import dataclass
from functools import cache

from uadesk.domain.texts import Found
from uadesk.reading.dates import PrintedDate
from uadesk.reading.head_countries import (
    ARROWS,
    LABELS,
    CountryLine,
    country_above,
    country_line,
    country_of,
    leading_country,
)
from uadesk.reading.header_fields import Header, date_alone
from uadesk.reading.headers import is_header_line
from uadesk.reading.labels import ADDRESSES, is_stop, label_of
from uadesk.reading.lines import Line, LineKind, Page
from uadesk.reading.references import OTHERS_NUMBER, is_banner, number_in, number_pattern
from uadesk.reference.bulletin_words import BulletinWords, one_of
from uadesk.reference.countries import Countries

LONGEST = 160
"""A headline's line is no longer than this."""
TOP = 60
"""Lines from the top among which the story begins."""
MOST_VICTIMS = 20
"""Lines of names below a country."""
LONGEST_VICTIM = 90
"""Signs of such a line."""
WIDE = 45
"""Signs of a line of running text on average; lines of an address are shorter."""
LEAST_WORDS = 2
"""A headline behind a number has more words."""
MOST_OF_PROSE = 4
"""Lines of a short paragraph."""
STORY = 180
"""A paragraph of so many signs is running text."""
MOST_WORDS = 20
"""A headline has no more words."""
_VICTIM = re.compile(r"\((?:m|f)\)|,\s+aged\s|[^\S\n]{2,}")
"""What stands beside the names of those a case is about."""
_GAP = re.compile(r"\S {3,}\S")
_NO_TITLE = re.compile(r"[|>@©]|://|\bwww\.")
"""What stands in menus, addresses and links, and in no headline."""
TITLE_LINE = 70
"""A headline over several lines has none longer than this."""


@cache
def _title_label(words: BulletinWords) -> re.Pattern[str]:
    return re.compile(rf"{words.labels['title_label'].pattern}(?<=:|\s)(?=\S)", re.IGNORECASE)


@cache
def stage_prefix(words: BulletinWords) -> re.Pattern[str]:
    """What stands before a headline and says only which bulletin it is: `Urgent Action update:`."""
    update, outcome = words.header["update"].pattern, words.header["outcome"].pattern
    number, ordinal = words.header["number"].pattern, one_of([*words.ordinals, "first"])
    return re.compile(
        rf"(?:{number}(?:\s+|$))?(?:(?:{ordinal})\s+)?(?:{update}|{outcome}|{number})(?:\s*\(\d+\))?\s*[:–—-]\s*",
        re.IGNORECASE,
    )


@dataclass(frozen=True, slots=True)
class Headline:
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
    above = _labelled_title(page, header, words) or _staged_title(page, header, words) or _concern(header, countries)
    above = above or _headline_above(page, header, words, countries)
    search = _Search(page, header, words, countries, header.last, country, has_title=above is not None)
    if header.number is None and header.last == 0:
        search.place, above = _above_story(page, header, words)
        search.has_title = above is not None
    while (following := page.next_filled(search.place)) is not None and search.takes(following):
        pass
    title = search.title or above
    if title is None:
        last, title = _above_story(page, header, words)
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
        if is_others or is_banner(line.said, self.words) or _is_of_header(line, self.header):
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
        if self.has_title or not _is_headline(self.page, place, self.words, self.header):
            return False
        self.place = _headline_end(self.page, place, self.header, self.words, self.countries)
        self._set_title(_without_stage(self.page, self.words, line.start, self.page.lines[self.place - 1].end))
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


def _concern(header: Header, countries: Countries) -> Found | None:
    """The concern that a header names in place of a headline; a country there is none."""
    if header.concern is None or country_of(header.concern.value, countries)[0] is not None:
        return None
    return header.concern


def _above_story(page: Page, header: Header, words: BulletinWords) -> tuple[int, Found | None]:
    """Where the story begins, and the headline above it: date, number and buttons of a page may stand between them."""
    story = next((each for each in range(min(TOP, len(page.lines))) if _ends_head(page, each, words)), None)
    if story is None:
        return 0, None
    for place in reversed(range(story)):
        line = page.lines[place]
        if header.first <= place < header.last or _is_of_header(line, header) or date_alone([line], page, words):
            continue
        if _may_be_title(line, words) and not _is_of_prose(page, place):
            return story, _without_stage(page, words, line.start, line.end)
    return 0, None


def _is_of_prose(page: Page, place: int) -> bool:
    """Whether a line is one of a short paragraph of running text: wrapped, and ended with a full stop."""
    first, last = page.paragraph(place)
    return first < last - 1 < first + MOST_OF_PROSE and page.lines[last - 1].text.endswith((".", ". "))


def _ends_head(page: Page, place: int, words: BulletinWords) -> bool:
    """Whether the story begins on this line, or the addresses do, which may stand before it."""
    label = label_of(page.lines[place], words)
    return (label is not None and label.kind in ADDRESSES) or _begins_story(page, place, words)


def _begins_story(page: Page, place: int, words: BulletinWords) -> bool:
    """Whether a paragraph of running text begins on this line."""
    line = page.lines[place]
    is_below = place > 0 and not page.lines[place - 1].is_blank
    if len(line.text) >= STORY and label_of(line, words) is None and not line.is_point:
        return True
    if line.is_blank or line.is_point or is_stop(line, words) or line.text.endswith(":") or "@" in line.text:
        return False
    _first, last = page.paragraph(place)
    length = page.lines[last - 1].end - line.start
    is_wide = len(line.text) >= WIDE and length >= WIDE * (last - place) and _GAP.search(line.text) is None
    return not is_below and length >= STORY and is_wide


def _may_be_title(line: Line, words: BulletinWords) -> bool:
    """Whether a short line may be a headline: no button of a page, no office's line, no sentence."""
    said = line.text
    if (
        line.is_blank
        or line.is_point
        or is_stop(line, words)
        or len(said) > LONGEST
        or not 3 <= len(said.split()) <= MOST_WORDS
    ):
        return False
    if said.endswith((".", ",", ";", ":")) or _NO_TITLE.search(said):
        return stage_prefix(words).match(said) is not None
    return words.asking["chrome"].match(said) is None and not is_banner(said, words)


def _below_banner(page: Page, header: Header, words: BulletinWords, countries: Countries) -> Found | None:
    """The headline between the banner and a number that stands below it: `Urgent Action`, `Poet Jailed`, `UA 74/16`."""
    above = [each for each in range(max(0, header.first - LABELS), header.first) if not page.lines[each].is_blank]
    banner = next((each for each in above if is_banner(page.lines[each].said, words)), None)
    for place in above if banner is not None else ():
        if place > (banner or 0) and _is_title_in_head(page.lines[place], header, words, countries):
            return _without_stage(page, words, page.lines[place].start, page.lines[place].end)
    return None


def _is_title_in_head(line: Line, header: Header, words: BulletinWords, countries: Countries) -> bool:
    """Whether a line between banner and number is the headline: it is no country, date, label or sentence."""
    said = line.text
    is_other = line.is_point or _is_of_header(line, header) or country_of(said.rstrip(ARROWS), countries)[0] is not None
    if is_other or len(said) > LONGEST or said.endswith((".", ",", ";", ":")) or _NO_TITLE.search(said):
        return False
    return words.asking["chrome"].match(said) is None and not is_banner(said, words)


def _end_of_labelled(page: Page, line: Line) -> int:
    """Where a title behind its label ends: in capitals, it may go on over the next lines."""
    place = page.lines.index(line)
    while place + 1 < len(page.lines) and _is_more_capitals(page.lines[place + 1]):
        if ":" in page.lines[place + 1].text:
            break
        place += 1
    return page.lines[place].end


def _is_of_header(line: Line, header: Header) -> bool:
    """Whether a line holds the date or the index, below the number or the headline."""
    has_index = header.index is not None and line.start <= header.index.start < line.end
    return has_index or (header.issued is not None and _is_date(line, header.issued))


def _is_date(line: Line, issued: PrintedDate) -> bool:
    """Whether this line is the one with the date of issue, below or above the headline."""
    return line.start <= issued.start and issued.end <= line.end


def _labelled_title(page: Page, header: Header, words: BulletinWords) -> Found | None:
    """The title behind its label above the number, as in the form of 2017, or below the banner of a page."""
    for line in page.lines[max(0, header.first - LABELS) : header.first]:
        label = _title_label(words).match(line.text)
        if label is not None:
            return _without_stage(page, words, line.start + label.end(), _end_of_labelled(page, line))
    return None


def _staged_title(page: Page, header: Header, words: BulletinWords) -> Found | None:
    """The heading below the number that begins `Urgent Action:`, with lines of the page above it."""
    below = [line for line in page.lines[header.last : header.last + LABELS] if not line.is_blank]
    for line in below if header.number is not None else ():
        prefix = stage_prefix(words).match(line.text)
        if prefix is not None and _may_be_title(line, words) and len(line.text[prefix.end() :].split()) > LEAST_WORDS:
            return page.found(line.start + prefix.end(), line.end, "headline")
    return None


def _headline_above(page: Page, header: Header, words: BulletinWords, countries: Countries) -> Found | None:
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
        else _without_stage(page, words, line.start, line.end)
    )


def _is_headline(page: Page, place: int, words: BulletinWords, header: Header) -> bool:
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
    while following is not None and _is_of_header(page.lines[following], header):
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
    if any(_is_of_header(line, header) for line in lines):
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


def _headline_end(page: Page, place: int, header: Header, words: BulletinWords, countries: Countries) -> int:
    """One past the last line of a headline that goes over several: the next ones look alike."""
    first = page.lines[place]
    if not first.is_bold and not first.is_capitals and _in_title_case(page, place, header):
        return page.paragraph(place)[1]
    last = place + 1
    while last < len(page.lines) and last - place < 6 and _goes_on(page, first, last):
        if _is_of_header(page.lines[last], header):
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
    return following is not None and first.is_capitals and _is_more_capitals(page.lines[following])


def _is_more_capitals(line: Line) -> bool:
    return line.is_capitals and not line.is_point and not line.text.endswith(":")


def _is_alike(first: Line, line: Line) -> bool:
    if line.is_blank or line.is_point or len(line.text) > LONGEST:
        return False
    return (first.is_capitals and line.is_capitals) or (first.is_bold and line.is_bold and not first.is_capitals)


def _without_stage(page: Page, words: BulletinWords, start: int, end: int) -> Found | None:
    prefix = stage_prefix(words).match(page.text.content, start, end)
    found = page.found(prefix.end() if prefix else start, end, "headline")
    return found if found.value else None
