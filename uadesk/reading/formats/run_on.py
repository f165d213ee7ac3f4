"""A bulletin that reached us as one endless line, broken again where its parts begin."""

import re
from functools import cache

from uadesk.reading.languages import language_of, words_of
from uadesk.reading.references import number_pattern
from uadesk.reference.bulletin_words import BulletinWords

ENDLESS = 1_200
"""A line of so many signs may hold a whole bulletin."""
LEAST_BREAKS = 4
"""Parts of a bulletin that an endless line shows at least, else it is a long paragraph."""
_WORD_IN_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ’'-]+"
_CAPITALS = re.compile(
    rf"(?<!\S)(?:{_WORD_IN_CAPITALS}\s+){{2,}}{_WORD_IN_CAPITALS}(?:\s*:)?(?=\s)|(?<!\S)(?:{_WORD_IN_CAPITALS}\s+)"
    rf"{_WORD_IN_CAPITALS}(?:\s*:)?(?=\s+[A-ZÀ-Þ][a-zà-ÿ])"
)
"""A heading: words in capitals, at least three, or two before a sentence."""


def broken(text: str) -> str:
    """The text with a line break in place of the blank where a part begins; as long as before.

    Only endless lines are looked at, and of these only such as show a number, labels and points.
    """
    if not any(len(line) >= ENDLESS for line in text.split("\n")):
        return text
    words = words_of(language_of(text))
    return "\n".join(_broken(line, words) if len(line) >= ENDLESS else line for line in text.split("\n"))


def _broken(line: str, words: BulletinWords) -> str:
    places = {match.start() for match in _beginnings(words).finditer(line)}
    number = number_pattern(words).search(line)
    if number is None or not places:
        return line
    for heading in _CAPITALS.finditer(line):
        if heading.start() > number.start():
            places |= {heading.start() - 1, heading.end()}
    places = {place for place in places if 0 <= place < len(line) and line[place].isspace()}
    if len(places) < LEAST_BREAKS:
        return line
    return "".join("\n" if place in places else sign for place, sign in enumerate(line))


@cache
def _beginnings(words: BulletinWords) -> re.Pattern[str]:
    """The blank before the number, a point of a list, or a label of an address."""
    labels = "|".join(words.exact[kind].pattern for kind in ("target", "copy", "salutation", "background"))
    contacts = "|".join(words.address[kind].pattern for kind in ("phone", "fax", "email"))
    return re.compile(
        rf"\s(?=[-–•*■]\s+{words.asking['own_verbs'].pattern}|(?:{contacts})\s*:|(?:{labels})"
        rf"|{words.header['number'].pattern}\s*:\s*\d)",
        re.IGNORECASE,
    )
