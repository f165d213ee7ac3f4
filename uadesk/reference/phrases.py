"""Phrases as the data files write them, and finding any of many in a text."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache, partial

from uadesk.domain.folding import fold

ELLIPSIS = r"[^\n:]{1,130}?"
"""What "…" in a label stands for: some words, on one line and before the colon."""
QUOTES = '"“„”«»'
"""Quotation marks, which stand for each other in a label."""
NOTHING = "(?!)"
"""Matches nowhere: what a list without words stands for."""
SEARCHES, CHOICES = 100, 8
"""After so many searches, or choices of some phrases, all are compiled: a text or two takes fewer."""

Expression = Callable[[Iterable[str]], str]
"""Makes a regular expression of phrases."""
_Find = Callable[..., re.Match[str] | None]
_FindAll = Callable[..., Iterator[re.Match[str]]]
_PIECE = re.compile(r"\{[^{}]*\}\??|…|:|[^\s{}:]+(?::[^\s{}:]+)*")
_NOWHERE = re.compile(NOTHING)
_VARYING = re.compile(r"\{[^{}]*\}\??|…")
"""What in a phrase stands for several words."""
_PARTS = re.compile(rf"[^\s,:'’{QUOTES}]+")
"""What in a phrase stands for itself."""
_BETWEEN = "\0"
"""Stands in no phrase."""


class Phrases:
    """What matches any of some phrases, used like a `re.Pattern` that ignores case.

    To compile all of them takes longer than to read a text, and no text has more than a few. At first only those are
    compiled whose words stand in what is searched; that finds the same.
    """

    def __init__(self, phrases: Iterable[str], expression: Expression) -> None:
        self._phrases = tuple(dict.fromkeys(phrases))
        self._expression = expression
        self._searches = 0
        self._compiled_few: dict[tuple[str, ...], re.Pattern[str]] = {(): _NOWHERE}
        self.search: _Find = partial(self._find, "search")
        self.match: _Find = partial(self._find, "match")
        self.fullmatch: _Find = partial(self._find, "fullmatch")
        self.finditer: _FindAll = self._find_all

    @cached_property
    def pattern(self) -> str:
        """The regular expression of all phrases, to be part of another one; it ignores case."""
        return self._expression(self._phrases)

    def within(self, around: Callable[[str], str]) -> "Phrases":
        """What a longer expression matches that holds these and nothing without one of them."""
        return Phrases(self._phrases, lambda few: around(self._expression(few)))

    def findall(self, text: str) -> list[str]:
        return self._compiled(text).findall(text)

    def sub(self, by: str, text: str) -> str:
        return self._compiled(text).sub(by, text)

    def _find(self, how: str, text: str, *span: int) -> re.Match[str] | None:
        found: re.Match[str] | None = getattr(self._compiled(text, *span), how)(text, *span)
        return found

    def _find_all(self, text: str, *span: int) -> Iterator[re.Match[str]]:
        return self._compiled(text, *span).finditer(text, *span)

    def _compiled(self, text: str, *span: int) -> re.Pattern[str]:
        """What finds in this stretch of a text whatever all phrases find there."""
        self._searches += 1
        if self._searches > SEARCHES or len(self._compiled_few) > CHOICES:
            return self._whole
        folded = _folded(text[slice(*span)] if len(span) == 2 else text)
        few = tuple(
            phrase
            for phrase, longest, others in self._signs
            if longest in folded and all(sign in folded for sign in others)
        )
        if few not in self._compiled_few:
            self._compiled_few[few] = re.compile(self._expression(few), re.IGNORECASE)
        return self._compiled_few[few]

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        whole = re.compile(self.pattern, re.IGNORECASE)
        self.search, self.match, self.fullmatch = whole.search, whole.match, whole.fullmatch
        self.finditer = whole.finditer
        return whole

    @cached_property
    def _signs(self) -> list[tuple[str, str, Sequence[str]]]:
        """Each phrase with what stands, folded, in all that it matches."""
        signs = zip(self._phrases, signs_of(self._phrases), strict=True)
        return [(phrase, longest, others) for phrase, (longest, *others) in signs]


def signs_of(phrases: Sequence[str]) -> Iterator[list[str]]:
    """The words of each phrase, or parts of them, that stand, folded, in all that it matches; the longest first.

    One that is empty, as in all, stands for a phrase without such words.

    >>> list(signs_of(["{please|kindly} write to …", "{tel|phone}"]))
    [['write', 'to'], ['']]
    """
    together = fold(_VARYING.sub(" ", _BETWEEN.join(phrases)))
    for fixed in together.split(_BETWEEN) if phrases else ():
        yield sorted(_PARTS.findall(fixed), key=len, reverse=True) or [""]


@lru_cache(maxsize=64)
def _folded(text: str) -> str:
    return fold(text)


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


@cache
def _sign(sign: str) -> str:
    if sign in "'’":
        return "['’]"
    if sign in QUOTES:
        return rf"\s?[{QUOTES}]\s?"
    plain = unicodedata.normalize("NFD", sign)[0]
    return re.escape(sign) if plain == sign else f"[{sign}{plain}]"
