"""A bulletin that reached us as one endless line, broken again where its parts begin."""

import re
from functools import cache

from uadesk.reading.languages import language_of, words_of
from uadesk.reading.references import number_pattern
from uadesk.reference.bulletin_words import BulletinWords

ENDLESS = 1_200
"""A line of so many signs may hold a whole bulletin."""
LONG = 150
"""A line of so many signs holds more than the references of a bulletin."""
LEAST_BREAKS = 2
"""Parts of a bulletin that an endless line shows at least, else it is a long paragraph."""
_CAPITALS = re.compile(r"(?<!\S)[A-ZÀ-Þ’'][A-ZÀ-Þ’'-]*(?:\s+[A-ZÀ-Þ’'-]+)+(?:\s*:)?(?=\s)")
"""Words in capitals, as of a heading."""
_FILLED = re.compile(r"\S")
LONG_WORDS = 2
"""Words of three letters and more that a heading has at least."""


def broken(text: str) -> str:
    """The text with a line break in place of the blank where a part begins; as long as before.

    Only endless lines are looked at, and of these only such as show a number, labels and points.
    """
    if not any(len(line) >= ENDLESS for line in text.split("\n")):
        return text
    words = words_of(language_of(text))
    if number_pattern(words).search(text) is None:
        return text
    return "\n".join(_broken(line, words) if _may_hold_parts(line, words) else line for line in text.split("\n"))


def _may_hold_parts(line: str, words: BulletinWords) -> bool:
    """Whether a line of such a text is endless, or a long one with the number in it."""
    return len(line) >= ENDLESS or (len(line) >= LONG and number_pattern(words).search(line) is not None)


def _broken(line: str, words: BulletinWords) -> str:
    number = number_pattern(words).search(line)
    begin = number.start() if number is not None else -1
    headings = [each for each in _CAPITALS.finditer(line) if each.start() > begin and _is_long(each[0])]
    within = {place for heading in headings for place in range(*heading.span())}
    places = {match.start() for match in _beginnings(words).finditer(line)} - within
    places |= {place for heading in headings for place in _around(line, heading, words)}
    places = {place for place in places if 0 <= place < len(line) and line[place].isspace()}
    if len(places) < (LEAST_BREAKS if len(line) >= ENDLESS else 1):
        return line
    return "".join("\n" if place in places else sign for place, sign in enumerate(line))


def _is_long(heading: str) -> bool:
    return sum(len(word) > 2 for word in heading.split()) >= LONG_WORDS


def _around(line: str, heading: re.Match[str], words: BulletinWords) -> set[int]:
    """The blanks before and behind a heading, and behind a banner that it begins with; a date belongs to it."""
    places = {heading.start() - 1}
    behind = _FILLED.search(line, heading.end())
    if not (behind is not None and behind[0].isdigit()) and not words.asking["until"].search(heading[0].split()[-1]):
        places.add(heading.end() - _last_sign(heading[0]))
    first = " ".join(heading[0].split()[:2])
    if words.exact["banner"].fullmatch(first):
        places.add(heading.start() + len(first))
    return places


def _last_sign(heading: str) -> int:
    """Signs at a heading's end that begin the sentence behind it: `LAND GRAB A woman`."""
    last = heading.rstrip(" :").rpartition(" ")[2]
    return len(last) + 1 if last in {"A", "I"} else 0


@cache
def _beginnings(words: BulletinWords) -> re.Pattern[str]:
    """The last blank before the number, a point of a list, or a label of an address."""
    labels = "|".join(words.exact[kind].pattern for kind in ("target", "copy", "salutation", "background"))
    contacts = "|".join(words.address[kind].pattern for kind in ("phone", "fax", "email"))
    return re.compile(
        rf"(?<!\b[Aa]nd)(?<!\b[Ee]t)(?<!\b[Yy])(?<!\b[Pp]lease)\s(?=\S)(?=[-–•*■]\s+{words.asking['own_verbs'].pattern}|(?:{contacts})\s*:|(?:{labels})"
        rf"|{words.header['number'].pattern}\s*:\s*\d"
        rf"|(?:also|and|please|ainsi|así|sowie)\b[^.:;]{{0,60}}(?:{words.asking['generic_copies'].pattern}))"
        rf"|(?<=[:;])\s(?=(?:{words.asking['own_verbs'].pattern})\s)",
        re.IGNORECASE,
    )
