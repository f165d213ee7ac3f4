"""Country and headline: what stands between the header and the story."""

import re
from dataclasses import dataclass
from functools import cache

from uadesk.domain.texts import Found
from uadesk.reading.dates import PrintedDate
from uadesk.reading.header_fields import Header, date_alone
from uadesk.reading.lines import Line, LineKind, Page
from uadesk.reading.references import OTHERS_NUMBER, is_banner
from uadesk.reading.sections import is_stop
from uadesk.reference.bulletin_words import BulletinWords, one_of
from uadesk.reference.countries import Countries

LONGEST = 160
"""A headline's line is no longer than this."""
ARROWS = " →>›»"
"""What a web page puts behind a link."""
TOP = 60
"""Lines from the top among which the story begins."""
STORY = 180
"""A paragraph of so many signs is running text."""
MOST_WORDS = 20
"""A headline has no more words."""
LABELS = 8
"""Lines above the number where a form with a label for each field has its title."""
_VICTIM = re.compile(r"\((?:m|f)\)|,\s+aged\s|[^\S\n]{2,}")
"""What stands beside the names of those a case is about."""
_COUNTRY_FIRST = re.compile(
    r"(?P<name>[A-ZÀ-Þ][A-ZÀ-Þ'’. -]*?[A-ZÀ-Þ])(?:\s*\([^()]*\))?(?:\s*[:/]|\s{2,}|$|\s+(?=[\"“]?[A-ZÀ-Þ][a-zà-ÿ]))"
)
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
    place = header.last
    country, code, partly = _country_above(page, header, words, countries)
    title: Found | None = None
    above = _headline_above(page, header, words, countries) or _concern(header, countries)
    if header.number is None and header.last == 0:
        place, above = _above_story(page, header, words)
    while (following := page.next_filled(place)) is not None:
        line = page.lines[following]
        others = OTHERS_NUMBER.match(line.said)
        behind = line.said[others.end() :].lstrip(" :") if others is not None else ""
        if title is None and len(behind.split()) > 2:
            title, place = page.found(line.end - len(behind), line.end, "headline"), following + 1
            break
        is_others = OTHERS_NUMBER.search(line.text) is not None
        if is_others or is_banner(line.said, words) or _is_of_header(line, header):
            place = following + 1
            continue
        said = line.text.rstrip(ARROWS)
        named, some = country_of(said, countries)
        if country is None and named is not None:
            country, code, partly = page.found(line.start, line.start + len(said), "country line"), named, some
            if some and "/" in line.text and not _are_countries(line.text, countries):
                country, partly = page.found(line.start, line.start + line.text.index("/"), "country line"), False
            place = page.paragraph(following)[1] if header.concern is not None else following + 1
            continue
        is_of_victims = header.concern is not None or _VICTIM.search(line.text) is not None
        leading = _leading_country(page, line, countries) if country is None and is_of_victims else None
        if leading is not None:
            country, code = leading
            place = page.paragraph(following)[1]
            continue
        if title is None and above is None and _is_headline(page, following, words, header):
            last = _headline_end(page, following, header, words, countries)
            title = _without_stage(page, words, line.start, page.lines[last - 1].end)
            place = last
            continue
        break
    if title is None and above is None:
        last, title = _above_story(page, header, words)
        place = max(place, last)
    return Headline(place, country, code, title or above, partly)


def _numbered_title(page: Page, countries: Countries) -> Headline | None:
    """The headline of a case in a numbered row of them: `2. HONDURAS : …`."""
    line = next((line for line in page.lines if not line.is_blank), None)
    before, colon, _title = line.said.partition(":") if line is not None else ("", "", "")
    code = countries.code_of(before) if colon else None
    if line is None or line.kind is not LineKind.NUMBERED or code is None:
        return None
    country = page.found(line.body, line.body + len(before.rstrip()), "country of the headline")
    return Headline(page.lines.index(line) + 1, country, code, page.found(line.body, line.end, "headline"))


def _country_above(
    page: Page, header: Header, words: BulletinWords, countries: Countries
) -> tuple[Found | None, str | None, bool]:
    """A country alone on a line above the number: `IRAN`, `USA (Texas)`."""
    for line in reversed(page.lines[max(0, header.first - LABELS) : header.first]):
        code, partly = country_of(line.text.rstrip(ARROWS), countries)
        if code is not None and not is_banner(line.said, words):
            bracket = line.text.find("(")
            stop = line.start + (bracket if bracket > 0 else len(line.text.rstrip(ARROWS)))
            return page.found(line.start, stop, "country above"), code, partly
    return None, None, False


def _are_countries(text: str, countries: Countries) -> bool:
    """Whether every part between slashes is a country: `INDONESIA / IRIAN JAYA` has one, with its province."""
    return all(countries.is_known_name(part) for part in text.split("/"))


def _concern(header: Header, countries: Countries) -> Found | None:
    """The concern that a header names in place of a headline; a country there is none."""
    if header.concern is None or country_of(header.concern.value, countries)[0] is not None:
        return None
    return header.concern


def _leading_country(page: Page, line: Line, countries: Countries) -> tuple[Found, str] | None:
    """The country in capitals before the names of those a case is about: `TURKEY:   Mehmet Muster`."""
    match = _COUNTRY_FIRST.match(line.text)
    code = countries.code_of(match["name"]) if match is not None else None
    if match is None or code is None:
        return None
    return page.found(line.start, line.start + match.end("name"), "country of the case"), code


def _above_story(page: Page, header: Header, words: BulletinWords) -> tuple[int, Found | None]:
    """Where the story begins, and the headline above it: date, number and buttons of a page may stand between them."""
    story = next((each for each, line in enumerate(page.lines[:TOP]) if _begins_story(page, each, words)), None)
    if story is None:
        return 0, None
    for place in reversed(range(story)):
        line = page.lines[place]
        if header.first <= place < header.last or _is_of_header(line, header) or date_alone([line], page, words):
            continue
        if _may_be_title(line, words):
            return story, _without_stage(page, words, line.start, line.end)
    return 0, None


def _begins_story(page: Page, place: int, words: BulletinWords) -> bool:
    """Whether a paragraph of running text begins on this line."""
    line = page.lines[place]
    if line.is_blank or line.is_point or (place > 0 and not page.lines[place - 1].is_blank) or is_stop(line, words):
        return False
    first, last = page.paragraph(place)
    length = page.lines[last - 1].end - page.lines[first].start
    return length >= STORY and not line.text.endswith(":") and "@" not in line.text


def _may_be_title(line: Line, words: BulletinWords) -> bool:
    """Whether a short line may be a headline: no button of a page, no office's line, no sentence."""
    said = line.text
    if line.is_blank or line.is_point or len(said) > LONGEST or not 3 <= len(said.split()) <= MOST_WORDS:
        return False
    if said.endswith((".", ",", ";", ":")) or any(sign in said for sign in "|>@©"):
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
    if is_other or len(said) > LONGEST or said.endswith((".", ",", ";", ":")) or any(sign in said for sign in "|>@©"):
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


def _headline_above(page: Page, header: Header, words: BulletinWords, countries: Countries) -> Found | None:
    """The heading right above the number, as on a web page: `Urgent Action: Judge Threatened`."""
    for line in page.lines[max(0, header.first - LABELS) : header.first]:
        label = _title_label(words).match(line.text)
        if label is not None:
            return _without_stage(page, words, line.start + label.end(), _end_of_labelled(page, line))
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


def country_of(text: str, countries: Countries) -> tuple[str | None, bool]:
    """The code of the country that this text is, and whether it is only the first of several."""
    code = countries.code_of(text)
    if code is not None or len(text) > 80:
        return code, False
    formerly = re.fullmatch(r"([^()]+)\([^()]+\)", text)
    if formerly is not None:
        return countries.code_of(formerly[1]), False
    first, *more = re.split(r"\s*(?:/|,|&|;|\||–|\band\b)\s*", text)
    code = countries.code_of(first)
    if not more or code is None:
        return None, False
    if "/" not in text and any(countries.code_of(re.sub(r"(?i)^the\s", "", each)) is None for each in more):
        return None, False
    return code, True


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


def country_prefix(page: Page, title: Found | None, countries: Countries) -> tuple[Found | None, str | None]:
    """The country before a headline's colon (`USA: Stop …`), for a bulletin that names it nowhere else."""
    if title is None:
        return None, None
    before, colon, _rest = title.value.partition(":")
    code = countries.code_of(before) if colon else None
    if code is None:
        return None, None
    colon_at = page.text.content.index(":", title.start)
    return page.found(title.start, colon_at, "country prefix"), code
