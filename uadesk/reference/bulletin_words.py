"""The words by which a bulletin's fields are known, from `data/bulletins/`."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from uadesk.base.folders import data

ELLIPSIS = r"[^\n:]{1,130}?"
"""What "…" in a label stands for: some words, on one line and before the colon."""
QUOTES = '"“„”«»'
"""Quotation marks, which stand for each other in a label."""
NOTHING = "(?!)"
"""Matches nowhere: what a list without words stands for."""
ENGLISH = "en"
"""The language whose words every bulletin is read with, besides those of its own."""
LANGUAGES = (ENGLISH, "fr", "es", "de")
"""The languages that have a file of words."""

Pattern = re.Pattern[str]
Table = dict[str, Any]
_PIECE = re.compile(r"\{[^{}]*\}\??|…|:|[^\s{}:]+(?::[^\s{}:]+)*")


@dataclass(frozen=True, slots=True, eq=False)
class BulletinWords:
    """The words of one language and of English, compiled.

    Label patterns match at a line's start and end after the colon, the others anywhere in a line.
    """

    language: str
    polite: Pattern
    """Words that may stand before a heading or a request."""
    labels: Mapping[str, Pattern]
    """Kind of a heading (target, copy, background, …) to what matches it."""
    exact: Mapping[str, Pattern]
    """As `labels`, of those wordings alone that have no "…" in them."""
    header: Mapping[str, Pattern]
    ordinals: Mapping[str, int]
    """Ordinals in words, folded, to their number."""
    dates: Mapping[str, Pattern]
    months: Mapping[str, int]
    """Names of months as printed, case-folded, to their number."""
    asking: Mapping[str, Pattern]
    address: Mapping[str, Pattern]
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
        polite=_anywhere({"polite": table["polite"]})["polite"],
        labels=_labels(labels, table["polite"]),
        exact=_labels(
            {kind: [each for each in some if "…" not in each] for kind, some in labels.items()}, table["polite"]
        ),
        header=_anywhere(table["header"]),
        ordinals=table["ordinals"],
        dates=_anywhere(table["dates"]),
        months={name.casefold(): number for name, number in table["months"].items()},
        asking=_anywhere(table["asking"]),
        address=_addresses(),
    )


@cache
def common_words() -> Mapping[str, frozenset[str]]:
    """For each language the words that show it when they are frequent."""
    return {each: frozenset(_file(each)["common"]) for each in LANGUAGES}


@cache
def _addresses() -> Mapping[str, Pattern]:
    table = _file(ENGLISH)["address"]
    for language in LANGUAGES[1:]:
        table = _joined(table, _file(language)["address"])
    return _anywhere(table)


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


def _labels(table: Mapping[str, Iterable[str]], polite: Iterable[str]) -> dict[str, Pattern]:
    before = rf"(?:(?:{one_of(polite)})(?:\s+|(?<=['’]))){{0,3}}"
    return {
        kind: re.compile(rf"\s*{before}(?:{one_of(some)})\s*(?::|$)\s*", re.IGNORECASE) for kind, some in table.items()
    }


def _anywhere(table: Mapping[str, Any]) -> dict[str, Pattern]:
    return {
        kind: re.compile(rf"(?<![^\W_])(?:{one_of(some) or NOTHING})(?:(?![^\W_])|(?<=['’]))", re.IGNORECASE)
        for kind, some in table.items()
    }


def one_of(phrases: Iterable[str]) -> str:
    """A regular expression for any of the phrases, the longest first; white space in them may be any.

    >>> re.fullmatch(one_of(["no {further|more} {urgent}? action"]), "No more action", re.IGNORECASE) is not None
    True
    """
    longest_first = sorted(set(phrases), key=len, reverse=True)
    return "|".join(_expression(phrase) for phrase in longest_first)


def _expression(phrase: str) -> str:
    """One phrase: "…" are some words, `{a|b}` is one of several, with "?" it may be absent, accents may be."""
    expression, gap = "", ""
    for piece in _PIECE.findall(phrase):
        if piece == ":":
            expression, gap = expression + r"\s*:", r"\s*"
            continue
        is_optional = piece.startswith("{") and piece.endswith("?")
        said = _piece(piece.rstrip("?") if is_optional else piece)
        if is_optional and not expression:
            expression = rf"(?:{said}\s+)?"
            continue
        expression += f"(?:{gap}{said})?" if is_optional else gap + said
        gap = r",?\s+"
    return expression


def _piece(piece: str) -> str:
    if piece.startswith("{"):
        return f"(?:{one_of(piece[1:-1].split('|'))})"
    return ELLIPSIS if piece == "…" else _word(piece.rstrip(",") or piece)


def _word(word: str) -> str:
    """A word with either apostrophe, and with or without its accents, which capitals often lack."""
    return "".join(_sign(sign) for sign in word)


def _sign(sign: str) -> str:
    if sign in "'’":
        return "['’]"
    if sign in QUOTES:
        return rf"\s?[{QUOTES}]\s?"
    plain = unicodedata.normalize("NFD", sign)[0]
    return re.escape(sign) if plain == sign else f"[{sign}{plain}]"
