"""Countries: their names as people write them, and what an address tells of its country."""

import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

from uadesk.base.folders import data
from uadesk.domain.folding import fold

Table = dict[str, Any]

ANY_COUNTRY = "*"
LONGEST_NAME = 80
"""No country's name has more signs."""
_FORMAL = re.compile(
    r"(?:the )?(?:(?:arab|bolivarian|cooperative|co|operative|democratic|eastern|federal|federative|hashemite"
    r"|independent|islamic|oriental|people's|peoples|plurinational|popular|socialist|united) )*"
    r"(?:republic|kingdom|sultanate|principality|commonwealth) of (?:the )?(?:union of )?(?P<name>.+)"
)
"""`Republic of Colombia`, `Hashemite Kingdom of Jordan`: what stands before the name in a state's full form."""
_TWO_STATES = frozenset({"china", "korea", "congo"})
"""Names that two states bear; the table tells them apart by their full forms."""
MOST_WORDS = 5
"""Words of a country's name in running text."""
LAST_LINES = 3
"""How many of an address's last lines are looked at for a postal code or a city."""


class Inference(NamedTuple):
    """A country that an address shows without naming it; `why` is "postal_code" or "city"."""

    code: str
    why: str


class Mention(NamedTuple):
    """A country named in a text, and where: first sign, one past the last."""

    code: str
    start: int
    end: int


class PostalCode(NamedTuple):
    """The shape of a country's postal codes; `with_city` where it proves nothing without a city beside it."""

    country: str
    shape: re.Pattern[str]
    with_city: bool


class Countries:
    """Knows the countries of the world by ISO 3166 alpha-2 code."""

    def __init__(
        self,
        names: Mapping[str, Mapping[str, str]],
        also: Mapping[str, Sequence[str]],
        places: Callable[[], Table],
    ) -> None:
        """`names` leads from code to language to name, `also` from code to further spellings; `places` are asked for
        where an address does not name its country."""
        self._names = names
        self._also = also
        self._places = places

    @cached_property
    def _codes(self) -> dict[str, str]:
        codes = {_key(name): code for code, by_language in self._names.items() for name in by_language.values()}
        return codes | {_key(name): code for code, more in self._also.items() for name in more}

    @cached_property
    def _cities(self) -> dict[str, str]:
        return {_words(city): code for code, more in self._places()["city"].items() for city in more}

    @cached_property
    def _postal_codes(self) -> tuple[PostalCode, ...]:
        rows = self._places()["postal_code"]
        return tuple(PostalCode(row["country"], re.compile(row["shape"]), row["city"]) for row in rows)

    @property
    def codes(self) -> tuple[str, ...]:
        """All codes, in their order."""
        return tuple(sorted(self._names))

    def code_of(self, name: str) -> str | None:
        """The code of the country with this name, in English, French or Spanish; None where there is none."""
        key = _key(name)
        formal = _FORMAL.match(key) if key not in self._codes and len(key) < LONGEST_NAME else None
        if formal is None:
            return self._codes.get(key)
        return self._codes.get(formal["name"]) if formal["name"] not in _TWO_STATES else None

    def is_known_name(self, text: str) -> bool:
        """Whether this is the name of a country and nothing else."""
        return self.code_of(text) is not None

    def name(self, code: str, language: str) -> str:
        """The country's name in this language, else in English; the code itself where nobody knows it."""
        names = self._names.get(code, {})
        return names.get(language) or names.get("en") or code

    def named_at_end(self, line: str) -> str | None:
        """The code of the country after the last comma of an address line (`Bogotá, Colombia`)."""
        before, comma, last = line.rpartition(",")
        code = self.code_of(last) if comma else None
        if code == "GE" and self._city_in(before) != "GE":
            return None  # Atlanta, Georgia
        return code

    def of_postal_line(self, lines: Sequence[str]) -> Inference | None:
        """The country that the end of an address shows by its postal code or its city; None where it does not."""
        last = [line for line in lines if line.strip()][-LAST_LINES:]
        for line in reversed(last):
            if (code := self._by_postal_code(line)) is not None:
                return Inference(code, "postal_code")
        for line in reversed(last):
            if (code := self._city_in(line)) is not None:
                return Inference(code, "city")
        return None

    def is_city(self, text: str) -> bool:
        """Whether this is the name of a capital or another large city, and nothing else."""
        return _words(text) in self._cities

    def mentions(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Mention]:
        """The countries that a stretch of running text names, in order; names begin with a capital there."""
        words = [
            (start + word.start(), start + word.end())
            for word in re.finditer(r"[^\W\d_](?:[\w'’-]*\w)?", text[start:end])
        ]
        place = 0
        while place < len(words):
            mention = self._mention(text, words[place : place + MOST_WORDS])
            if mention is not None:
                yield mention
            place += len(text[mention.start : mention.end].split()) if mention is not None else 1

    def _mention(self, text: str, words: Sequence[tuple[int, int]]) -> Mention | None:
        """The country that these words begin with."""
        first = words[0][0]
        if not text[first].isupper():
            return None
        for _begin, last in reversed(words):
            if text[last : last + 1] == "$":
                continue
            code = self._codes.get(_key(re.sub(r"['’]s$", "", text[first:last])))
            if code is not None:
                return Mention(code, first, last)
        return None

    def _by_postal_code(self, line: str) -> str | None:
        city = self._city_in(line)
        for kind in self._postal_codes:
            if not kind.shape.search(line):
                continue
            if not kind.with_city:
                return kind.country
            if city is not None and kind.country in (city, ANY_COUNTRY):
                return city
        return None

    def _city_in(self, line: str) -> str | None:
        words = _words(line)
        if len(words) > 160:  # no address line: the search below would only cost time
            return None
        parts = words.split()
        for length in (4, 3, 2, 1):
            for first in range(len(parts) - length + 1):
                code = self._cities.get(" ".join(parts[first : first + length]))
                if code is not None:
                    return code
        return None


@cache
def load_countries() -> Countries:
    """The countries in `data/countries/`; a fault there is a KeyError, ValueError or re.error.

    `names.json` has the names in the languages of UADesk, from Unicode CLDR as shipped with Babel 2.18. It is made by a
    script: other spellings stand in `usual.toml`.
    """
    folder = data("countries")
    names: dict[str, dict[str, str]] = json.loads((folder / "names.json").read_text(encoding="utf-8"))
    usual = _table(folder / "usual.toml")
    also = {code: [*usual["also"].get(code, ()), *by_language.values()] for code, by_language in names.items()}
    for language, better in usual["print"].items():
        for code, name in better.items():
            names[code] = names[code] | {language: name}
    return Countries(names, also, cache(lambda: _table(folder / "places.toml")))


def _table(path: Path) -> Table:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _key(name: str) -> str:
    """A name folded so that dots, dashes and typographic quotes do not part equal names."""
    plain = fold(name.replace("’", "'")).replace("&", " and ").replace(".", "")
    return " ".join(re.findall(r"[^\s,;:\-()*_]+", plain))


def _words(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", fold(text.replace("’", "'"))))
