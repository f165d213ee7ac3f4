"""Lines that stand together since their line break was lost: `Vilnius, LithuaniaFax: +370 5 266 2317`."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from uadesk.domain.texts import Span
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


Gap = tuple[int, str]
"""A place in a text, and what was lost there: a line break, or in a header a blank."""


def unglued(text: str) -> str:
    """The text with what was lost between glued lines."""
    return with_gaps(text, (), lost_gaps(text))[0]


def with_gaps(text: str, spans: Sequence[Span], gaps: Sequence[Gap]) -> tuple[str, tuple[Span, ...]]:
    """The text with these gaps, which are in order, and where stretches of it stand then."""
    if not gaps:
        return text, tuple(spans)
    places = [place for place, _gap in gaps]
    edges = [0, *places, len(text)]
    parts = [text[first:last] for first, last in pairwise(edges)]
    said = "".join(part + gap for part, gap in zip(parts, [*(gap for _place, gap in gaps), ""], strict=True))
    return said, tuple((start + bisect_right(places, start), end + bisect_left(places, end)) for start, end in spans)


def lost_gaps(text: str) -> list[Gap]:
    """Where a label shows that lines or parts of a header are glued together, in order."""
    if not _LABEL.search(text):
        return []
    words = words_of(language_of(text))
    gaps: list[Gap] = []
    start = 0
    for line in text.split("\n"):
        if len(line) <= LONGEST:
            gap = " " if re.search(r"(?:Index|Date)\s*:", line) else "\n"
            gaps += [(start + place, gap) for place in _places(line, words)]
        start += len(line) + 1
    return gaps


def _places(line: str, words: BulletinWords) -> list[int]:
    """Before a label, and before a country or an office that is glued to the word before it."""
    labels = {label.start() for label in _LABEL.finditer(line)}
    joints = {
        joint.start()
        for joint in _JOINT.finditer(line)
        if _country_at(_LABEL.split(line[joint.start() :])[0]) or words.address["offices"].match(line, joint.start())
    }
    return sorted(labels | joints)


@cache
def _country_at(text: str) -> bool:
    name = re.split(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])|,|$", text, maxsplit=1)[0]
    return load_countries().is_known_name(name)
