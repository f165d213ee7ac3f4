"""The words by which a bulletin's fields are known, from `data/bulletins/`."""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from uadesk.base.folders import data
from uadesk.reference.phrases import NOTHING, Phrases, one_of

ENGLISH = "en"
"""The language whose words every bulletin is read with, besides those of its own."""
LANGUAGES = (ENGLISH, "fr", "es", "de")
"""The languages that have a file of words."""

Table = dict[str, Any]


@dataclass(frozen=True, slots=True, eq=False)
class BulletinWords:
    """The words of one language and of English.

    Label patterns match at a line's start and end after the colon, the others anywhere in a line.
    """

    language: str
    polite: Phrases
    """Words that may stand before a heading or a request."""
    labels: Mapping[str, Phrases]
    """Kind of a heading (target, copy, background, …) to what matches it."""
    exact: Mapping[str, Phrases]
    """As `labels`, of those wordings alone that have no "…" in them."""
    open: Mapping[str, Phrases]
    """As `labels`, of the other wordings."""
    header: Mapping[str, Phrases]
    ordinals: Mapping[str, int]
    """Ordinals in words, folded, to their number."""
    dates: Mapping[str, Phrases]
    months: Mapping[str, int]
    """Names of months as printed, case-folded, to their number."""
    asking: Mapping[str, Phrases]
    address: Mapping[str, Phrases]
    """Kind of a word in an address to what matches it, in any language: addresses keep that of their country."""


@cache
def load_words(language: str = ENGLISH) -> BulletinWords:
    """The words of this language together with the English ones, which stand in bulletins of every language.

    Raises OSError where the language has none, KeyError or ValueError for a faulty file.
    """
    table = _table(language)
    labels = table["labels"]
    return BulletinWords(
        language=language,
        polite=Phrases(table["polite"], _anywhere),
        labels=_labels(labels, table["polite"]),
        exact=_labels(_some(labels, lambda wording: "…" not in wording), table["polite"]),
        open=_labels(_some(labels, lambda wording: "…" in wording), table["polite"]),
        header=_all_anywhere(table["header"]),
        ordinals=table["ordinals"],
        dates=_all_anywhere(table["dates"]),
        months={name.casefold(): number for name, number in table["months"].items()},
        asking=_all_anywhere(table["asking"]),
        address=_addresses(),
    )


@cache
def common_words() -> Mapping[str, frozenset[str]]:
    """For each language the words that show it when they are frequent."""
    return {each: frozenset(_file(each)["common"]) for each in LANGUAGES}


@cache
def _addresses() -> Mapping[str, Phrases]:
    table = _file(ENGLISH)["address"]
    for language in LANGUAGES[1:]:
        table = _joined(table, _file(language)["address"])
    return _all_anywhere(table)


def _table(language: str) -> Table:
    """A language's table, each list and each part of it with the English one before its own."""
    return _file(ENGLISH) if language == ENGLISH else _joined(_file(ENGLISH), _file(language))


@cache
def _file(language: str) -> Table:
    return tomllib.loads(data(f"bulletins/{language}.toml").read_text(encoding="utf-8"))


def _joined(one: Any, other: Any) -> Any:
    if isinstance(one, dict):
        return {key: _joined(one.get(key), other.get(key)) for key in {**one, **other}}
    if isinstance(one, list):
        return one + (other or [])
    return one if other is None else other


def _some(table: Mapping[str, Iterable[str]], wanted: Callable[[str], bool]) -> dict[str, list[str]]:
    return {kind: [each for each in wordings if wanted(each)] for kind, wordings in table.items()}


def _labels(table: Mapping[str, Iterable[str]], polite: Iterable[str]) -> dict[str, Phrases]:
    return {kind: Phrases(some, partial(_label, polite)) for kind, some in table.items()}


def _label(polite: Iterable[str], phrases: Iterable[str]) -> str:
    before = rf"(?:(?:{one_of(polite)})(?:\s+|(?<=['’]))){{0,3}}"
    return rf"\s*{before}(?:{one_of(phrases) or NOTHING})\s*(?::|$)\s*"


def _all_anywhere(table: Mapping[str, Iterable[str]]) -> dict[str, Phrases]:
    return {kind: Phrases(some, _anywhere) for kind, some in table.items()}


def _anywhere(phrases: Iterable[str]) -> str:
    return rf"(?<![^\W_])(?:{one_of(phrases) or NOTHING})(?:(?![^\W_])|(?<=['’]))"
