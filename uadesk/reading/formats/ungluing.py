"""Lines that stand together since their line break was lost: `Vilnius, LithuaniaFax: +370 5 266 2317`."""

import re
from functools import cache
from itertools import pairwise

from uadesk.reading.languages import language_of, words_of
from uadesk.reference.bulletin_words import BulletinWords
from uadesk.reference.countries import load_countries

LONGEST = 160
"""Signs of a line of an address or a header at most; running text is left as it is."""
_LABEL = re.compile(
    r"(?<=[a-zà-ÿ\d])(?=(?:Fax|Tel|Telephone|Phone|E-?mail|Salutation|Index|Date|Issue Date|Country|Courriel"
    r"|Correo-e)\s*:)"
)
_JOINT = re.compile(r"(?:(?<=[a-zà-ÿ]{3})|(?<=\d{4}))(?=[A-ZÀ-Þ][a-zà-ÿ]{2,})")


def unglued(text: str) -> str:
    """The text with a line break, or in a header a blank, where a label shows that one was lost."""
    if not _LABEL.search(text):
        return text
    words = words_of(language_of(text))
    return "\n".join(_unglued(line, words) if len(line) <= LONGEST else line for line in text.split("\n"))


def _unglued(line: str, words: BulletinWords) -> str:
    gap = " " if re.search(r"(?:Index|Date)\s*:", line) else "\n"
    parts = _LABEL.sub("\n", line).split("\n")
    return gap.join(_at_joints(part, words, gap) for part in parts)


def _at_joints(line: str, words: BulletinWords, gap: str) -> str:
    """The line broken before a country or an office that is glued to the word before it."""
    places = [
        joint.start()
        for joint in _JOINT.finditer(line)
        if _country_at(line[joint.start() :]) or words.address["offices"].match(line, joint.start()) is not None
    ]
    edges = [0, *places, len(line)]
    return gap.join(line[first:last] for first, last in pairwise(edges))


@cache
def _country_at(text: str) -> bool:
    name = re.split(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])|,|$", text, maxsplit=1)[0]
    return load_countries().is_known_name(name)
