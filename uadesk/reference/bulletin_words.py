"""The words by which a bulletin's fields are known, from `data/bulletins/`."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from uadesk.base.folders import data

ELLIPSIS = r"[^\n:]{1,90}?"
"""What "…" in a label stands for: some words, on one line and before the colon."""

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True, eq=False)
class BulletinWords:
    """The words of one language, compiled. Label patterns match at a line's start and end after the colon."""

    language: str
    common: frozenset[str]
    labels: Mapping[str, Pattern]
    """Kind of a heading (target, copy, background, …) to what matches it."""
    exact: Mapping[str, Pattern]
    """As `labels`, of those wordings alone that have no "…" in them."""
    header: Mapping[str, Pattern]
    ordinals: Mapping[str, int]
    months: Mapping[str, int]
    asking: Mapping[str, Pattern]
    address: Mapping[str, Pattern]
    """Kind of a word in an address to what matches it anywhere in a line."""


@cache
def load_words(language: str = "en") -> BulletinWords:
    """The words of this language. Raises OSError where it has none, KeyError or ValueError for a faulty file."""
    table = tomllib.loads(data(f"bulletins/{language}.toml").read_text(encoding="utf-8"))
    header = dict(table["header"])
    ordinals: dict[str, int] = header.pop("ordinals")
    return BulletinWords(
        language=table["language"],
        common=frozenset(table["common"]),
        labels=_labels(table["labels"]),
        exact=_labels({kind: [each for each in some if "…" not in each] for kind, some in table["labels"].items()}),
        header=_anywhere(header),
        ordinals=ordinals,
        months=table["months"],
        asking=_anywhere(table["asking"]),
        address=_anywhere(table["address"]),
    )


def _labels(table: Mapping[str, Iterable[str]]) -> dict[str, Pattern]:
    polite = r"(?:and\s+)?(?:please\s+)?(?:also\s+)?"
    return {
        kind: re.compile(rf"\s*{polite}(?:{one_of(some)})\s*(?::|$)\s*", re.IGNORECASE) for kind, some in table.items()
    }


def _anywhere(table: Mapping[str, Any]) -> dict[str, Pattern]:
    return {
        kind: re.compile(rf"(?<![^\W_])(?:{one_of(some)})(?![^\W_])", re.IGNORECASE) for kind, some in table.items()
    }


def one_of(phrases: Iterable[str]) -> str:
    """A regular expression for any of the phrases, the longest first; white space in them may be any."""
    longest_first = sorted(set(phrases), key=len, reverse=True)
    return "|".join(_expression(phrase) for phrase in longest_first)


def _expression(phrase: str) -> str:
    words = [ELLIPSIS if word == "…" else re.escape(word).replace("'", "['’]") for word in phrase.split()]
    return r"\s+".join(words)
