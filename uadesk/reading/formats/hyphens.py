"""Words that a line's end parted, made whole again on the upper line."""

import re
from collections.abc import Iterable, Iterator

from uadesk.domain.texts import Span
from uadesk.reference.bulletin_words import common_words

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_ENDS = re.compile(r"(?:^|(?<=[\s(\"“‘«/]))(?P<first>[^\s]*[^\W_])[-\xad‐]$")
_GOES_ON = re.compile(r"(?P<second>[^\W_]\S*)(?:\s+|$)")
_COMPOUND = frozenset({
    "air", "all", "anti", "co", "cross", "day", "death", "eight", "ever", "ex", "fifty", "five", "forty", "four",
    "full", "half", "high", "human", "ill", "life", "long", "low", "mid", "month", "multi", "nine", "non", "old",
    "part", "post", "pre", "pro", "same", "self", "semi", "seven", "short", "six", "sixty", "so", "state", "ten",
    "thirty", "three", "twenty", "two", "ultra", "vice", "week", "well", "year",
})  # fmt: skip
"""First halves of words that are written with a hyphen wherever they stand."""
_ONE_WORD = frozenset({
    "another", "anybody", "anyone", "anything", "become", "before", "cannot", "everybody", "everyone", "everything",
    "forthwith", "furthermore", "herself", "himself", "however", "inside", "into", "itself", "meanwhile", "moreover",
    "nobody", "nothing", "otherwise", "outside", "somebody", "someone", "something", "themselves", "therefore",
    "throughout", "today", "understand", "until", "whatever", "whoever", "within", "without", "withdraw",
})  # fmt: skip
"""Words whose halves are words as well."""
_WITHIN = re.compile(r"(?<![^\s(\"“‘«/])([^\W\d_]{2,})(-[ ])([^\W\d_]{2,})")
"""What a line's end left where the line became part of a paragraph: `impris- oned`."""
_ADDRESS = re.compile(r"[@/]|www\.|\.[a-z]{2,}\b", re.IGNORECASE)


class Words:
    """The words of a document that no line's end parts."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._known: set[str] = set()
        for line in lines:
            words = _WORD.findall(line.casefold())
            self._known.update(words[:-1] if line.endswith(("-", "\xad", "‐")) else words)

    def rejoined(self, line: str, below: str) -> tuple[str, str] | None:
        """Both lines with the parted word whole on the upper one; None where none is parted.

        >>> Words(()).rejoined("he was impris-", "oned in May")
        ('he was imprisoned', 'in May')
        """
        first, second = _ENDS.search(line), _GOES_ON.match(below)
        if first is None or second is None:
            return None
        half, other = first["first"], second["second"]
        if _ADDRESS.search(half) or (_ADDRESS.search(other) and other[0].islower() and "@" in other):
            whole = f"{half}-{other}"
        elif not half[-1].isalpha() or not other[0].isalpha():
            return None
        elif line.endswith("\xad") or self._is_one_word(half, other):
            whole = half + other
        else:
            whole = f"{half}-{other}"
        return line[: first.start()] + whole, below[second.end() :]

    def makes(self, half: str, other: str) -> bool:
        """Whether two halves on one line are a word: the document has it elsewhere, or neither half is one."""
        first, second = half.casefold(), other.casefold()
        if other[0].isupper() or f"{first}-{second}" in self._known:
            return False
        if first + second in self._known or first + second in _ONE_WORD:
            return True
        return first not in _COMPOUND and not any(
            each in self._known or any(each in common for common in common_words().values()) for each in (first, second)
        )

    def _is_one_word(self, half: str, other: str) -> bool:
        """Whether the hyphen stands only for the line's end: by what the document says elsewhere, or likely."""
        if other[0].isupper():
            return False
        first, second = half.casefold().rpartition("-")[2], _first_word(other.casefold())
        head = half.casefold()
        if f"{head}-{second}" in self._known or f"{first}-{second}" in self._known:
            return False
        if head + second in self._known or first + second in self._known or first + second in _ONE_WORD:
            return True
        if first in _COMPOUND or "-" in half:
            return False
        return not (first in self._known and second in self._known and min(len(first), len(second)) > 2)


def parted_within(content: str) -> Iterator[Span]:
    """The hyphen and the blank in words that were parted at the end of a line which goes on now.

    >>> list(parted_within("the pre- and post-war years of his impris- onment"))
    [(41, 43)]
    """
    found = list(_WITHIN.finditer(content))
    if not found:
        return
    words = Words(_WITHIN.sub(" ", content).split("\n"))
    yield from (match.span(2) for match in found if words.makes(match[1], match[3]))


def _first_word(text: str) -> str:
    found = re.match(r"[^\W\d_]+", text)
    return found[0] if found else ""
