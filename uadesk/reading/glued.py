"""An address whose line breaks were lost, so that its lines stand one behind the other with blanks between them.

`Minister of Justice Hon. Ana Ruiz Bauman House PO Box 7183 Kampala Uganda` is parted where a line is sure to begin or
to end: before a name with its honorific, around a post-box, a street or a house, before the city and the country.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from uadesk.domain.texts import Found
from uadesk.reading.lines import Page
from uadesk.reading.name_lines import split_name_line
from uadesk.reading.offices import has_honorific, honorific_end, is_name, is_office, is_person
from uadesk.reference.bulletin_words import BulletinWords
from uadesk.reference.countries import Countries

LONGEST_LINE = 60
"""A line of more signs may be such an address."""
MOST_CITY_WORDS = 3
MOST_COUNTRY_WORDS = 6
LEAST_LINES = 3
"""Lines that such an address is parted into, else it is none."""
LEAST_GLUED = 2
"""Words of an office that stands before a name where all line breaks were lost: `Attorney General Ana Ruiz`."""
LEAST_OFFICE = 3
"""Words of an office behind which a rank without an honorific may begin the name: `Head of the Police Director X`."""
_SMALL = re.compile(r"d[aeo]s?\b|du\b|des\b|del\b|la\b|le\b|el\b|l['’]")
"""What may stand between a street's word and its name."""


@cache
def _boxes(words: BulletinWords) -> re.Pattern[str]:
    """`PO Box 1550`, `BP 33`."""
    number = r"(?:No\.?\s+)?[A-Z]{0,2}[\d-]+(?:/\d+)?\b"
    return re.compile(rf"(?:{words.address['boxes'].pattern})\s+{number}", re.IGNORECASE)


@cache
def _seats(words: BulletinWords) -> re.Pattern[str]:
    """`Workers House`: the word before belongs to it."""
    return re.compile(rf"(?!The\b)[A-ZÀ-Þ][\w'’.-]*\s+(?i:{words.address['seats'].pattern})(?!\w)")


@cache
def _bodies(words: BulletinWords) -> re.Pattern[str]:
    """`Ministry of Justice`, `Palais de`."""
    of = r"(?:of|for|d[eu]|des|del|do|da|dos|la|l['’]|général)"
    return re.compile(rf"(?i:{words.address['bodies'].pattern})\s+{of}")


@cache
def _streets_first(words: BulletinWords) -> re.Pattern[str]:
    """`Rua Jacinto`, `12 Rue de la Paix`: streets whose word comes first."""
    return re.compile(rf"(?:\d{{1,5}},?\s+)?(?i:{words.address['streets_first'].pattern})\s+(?=\S)")


def _begin_streets(text: str, words: BulletinWords) -> Iterator[int]:
    """Where streets begin whose word comes first; some words do so only before `de` and the like."""
    for street in _streets_first(words).finditer(text):
        is_small = _SMALL.match(text, street.end()) is not None
        is_either = words.address["streets"].search(street[0]) is not None
        is_name = text[street.end()].isupper() or text[street.end()].isdigit()
        is_capital = street[0][0].isupper() or street[0][0].isdigit()
        if is_capital and (is_small or (is_name and not is_either)):
            yield street.start()


def part_glued(page: Page, line: Found, words: BulletinWords, countries: Countries) -> list[Found] | None:
    """The lines of such an address; None where it is none."""
    text = page.text.content[line.start : line.end]
    if len(text) <= LONGEST_LINE or len(text) > 6 * LONGEST_LINE or "\n" in text:
        return None
    cuts = _cuts(text, words, countries)
    if len(cuts) + 1 < LEAST_LINES:
        return None
    edges = [0, *sorted(cuts), len(text)]
    parts = [page.found(line.start + first, line.start + last, "address line") for first, last in pairwise(edges)]
    return [each for part in parts for each in office_and_name(page, part, words, LEAST_GLUED)]


def office_and_name(page: Page, part: Found, words: BulletinWords, least: int = LEAST_OFFICE) -> list[Found]:
    """A line that an office and the name behind it share, parted between them."""
    office = _office_behind(part.value, words) if least < LEAST_OFFICE else None
    if office is not None and len(part.value) == part.end - part.start:
        return [
            page.found(part.start, part.start + office, part.rule),
            page.found(part.start + office, part.end, part.rule),
        ]
    split = split_name_line(page, part, words)
    if split is None or split.title is None or not split.is_sure or split.title.start != part.start:
        return [part]
    if len(split.title.value.split()) < least or "," in part.value:
        return [part]
    return [page.found(part.start, split.title.end, part.rule), page.found(split.name.start, part.end, part.rule)]


def _office_behind(text: str, words: BulletinWords) -> int | None:
    """Where the office begins behind a person with an honorific: `Colonel Ana Ruiz | Minister of Defence`."""
    if not has_honorific(text, words):
        return None
    for office in words.address["offices"].finditer(text, honorific_end(text, words)):
        if is_person(text[: office.start()].rstrip(), words):
            return office.start()
    return None


def _cuts(text: str, words: BulletinWords, countries: Countries) -> set[int]:
    """The places of the blanks that were line breaks; none where commas part the lines, up to the country."""
    country = _country(text, countries)
    if country is None:
        return set()
    has_comma = text[country - 1] == ","
    if has_comma and text.count(",") > 1:
        return set()
    cuts = set() if has_comma else {country, *_city(text[:country], countries)}
    for box in _boxes(words).finditer(text):
        cuts |= {*_before(text, box.start()), *_behind(text, box.end())}
    for street in _streets(words).finditer(text):
        cuts |= {*_before(text, street.start()), *_behind(text, street.end())}
    begins = [
        *_begin_streets(text, words),
        *(each.start() for each in _bodies(words).finditer(text) if each[0][:1].isupper()),
    ]
    cuts |= {place for begin in begins for place in _before(text, begin)}
    for seat in _seats(words).finditer(text):
        cuts |= {*_before(text, seat.start()), *_behind(text, seat.end())}
    cuts |= set(_names(text, words))
    cuts |= set(_office_alone(text, words))
    return {place for place in cuts if 0 < place < len(text)}


def _country(text: str, countries: Countries) -> int | None:
    """The blank before the country that the text ends with."""
    gaps = [each.start() for each in re.finditer(r"\s+(?=\S)", text.rstrip(" ."))][-MOST_COUNTRY_WORDS:]
    return next(
        (gap for gap in gaps if countries.is_known_name(text[gap:].strip(" .")) and text[gap - 1] not in ";:."), None
    )


def _city(text: str, countries: Countries) -> Iterator[int]:
    gaps = [each.start() for each in re.finditer(r"\s+(?=\S)", text)][-MOST_CITY_WORDS:]
    city = next((gap for gap in gaps if countries.is_city(text[gap:].strip(" ."))), None)
    if city is not None and text[city - 1] not in ",;":
        yield city


def _before(text: str, place: int) -> Iterator[int]:
    """The blank before this place, unless a comma says that the line goes on."""
    if place > 0 and text[place - 1].isspace() and text[place - 2] not in ",;:-":
        yield place - 1


def _behind(text: str, place: int) -> Iterator[int]:
    if place < len(text) and text[place].isspace():
        yield place


@cache
def _streets(words: BulletinWords) -> re.Pattern[str]:
    """`Plot 1 Pilkington Road`, `5 Parliament Avenue`."""
    name = r"(?:[A-ZÀ-Þ][\w'’.-]*\s+){1,4}?"
    number = r"(?:(?:Plot|Block|No\.?)\s+)?\d{1,5}[A-Za-z]?(?:[-/]\d+)?,?"
    return re.compile(rf"{number}\s+{name}(?i:{words.address['streets'].pattern})(?=\s|,|$)")


@cache
def _waits(words: BulletinWords) -> re.Pattern[str]:
    """What the next word belongs to: `Office of the Prime Minister`."""
    return re.compile(rf"(?:(?<!\w)(?:{words.address['waits'].pattern})|&)$", re.IGNORECASE)


def _names(text: str, words: BulletinWords) -> Iterator[int]:
    """The blanks before a name with its honorific, or with a rank behind an office."""
    for gap in re.finditer(r"(?<=[^\s,])\s+(?=\S)", text):
        before, behind = text[: gap.start()], text[gap.end() :]
        honorific = words.address["honorifics"].match(behind) or words.address["offices_before_name"].match(behind)
        if honorific is None or _waits(words).search(before):
            continue
        name = " ".join(behind[honorific.end() :].split()[:2])
        is_rank = words.address["honorifics"].match(behind) is None
        is_behind_office = is_office(before, words) and len(before.split()) >= LEAST_OFFICE
        if _is_general(before, behind, words):
            continue
        has_honorific_before = words.address["honorifics"].fullmatch(before.split()[-1]) is not None
        has_honorific_before = has_honorific_before and not _is_general(
            before.rpartition(" ")[0], before.split()[-1], words
        )
        if (
            is_name(name, words)
            and len(name.split()) == 2
            and not has_honorific_before
            and (is_behind_office or not is_rank)
        ):
            yield gap.start()


def _is_general(before: str, behind: str, words: BulletinWords) -> bool:
    """Whether `General` belongs to the office before it: `Prosecutor General`."""
    is_office_before = words.address["offices"].fullmatch((before.split() or [""])[-1]) is not None
    return is_office_before and re.match(r"(?:General|Général)\b", behind) is not None


def _office_alone(text: str, words: BulletinWords) -> Iterator[int]:
    """The blank behind an office of one word that a body's name follows: `Chairperson Uganda Law Commission`."""
    first, _gap, rest = text.partition(" ")
    body = words.address["organisations"].search(rest)
    if body is None or not is_office(first, words) or re.match(r"(?:of|for|to|de|du|des|del|General)\b", rest):
        return
    if all(word[:1].isupper() for word in rest[: body.end()].split()):
        yield len(first)
        yield len(first) + 1 + body.end()


def rest_behind_greeting(text: str, words: BulletinWords) -> int | None:
    """Where the next address begins behind a greeting: `Dear Director | Minister of Justice Hon. Ana Ruiz …`.

    None where a comma ends the greeting, or no office shows where the next begins.
    """
    greeting = words.asking["openings"].match(text)
    if greeting is None or "," in text[: greeting.end() + 40].partition("/")[0]:
        return None
    is_whole = re.fullmatch(
        r"(?:your\s+)?(?:royal\s+)?(?:excellency|majesty|highness|honou?r)", greeting[0], re.IGNORECASE
    )
    offices = [
        each.start()
        for each in words.address["offices"].finditer(text, greeting.end())
        if not re.search(
            r"(?:\b(?:of|for|and|the|de|du|des|del|la|et|y|General|Prime|Chief)|[&/])\s+$",
            text[: each.start()],
            re.IGNORECASE,
        )
    ]
    rest = offices if is_whole else offices[1:]
    return _phrase_start(text, rest[0]) if rest else None


def _phrase_start(text: str, place: int) -> int:
    """Where the phrase begins whose office stands here: `Attorney General`, `First Deputy Minister`."""
    before = re.search(r"(?:(?:First|Deputy|Prime|Acting|Vice|Chief|Attorney|Public|State|Interim)\s+)+$", text[:place])
    return before.start() if before is not None else place
