"""The marks that a page sets before the points of a list."""

import re
from dataclasses import dataclass

from uadesk.reading.formats.styles import Attributes, Style

BULLETS = re.compile(r"[-–—•*·▪▫‣◦○●■□➢►➤✓⁃\uf0b7\uf0a7][ \xa0]")
"""A mark that stands in the point's own text."""
_KINDS = {
    "a": "a", "A": "A", "i": "i", "I": "I", "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A",
    "upper-latin": "A", "lower-roman": "i", "upper-roman": "I", "none": "",
}  # fmt: skip
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MOST = 399


@dataclass(slots=True)
class Numbering:
    """Counts the points of an ordered list; `kind` is `1`, `a`, `A`, `i`, `I`, or empty where none is shown."""

    following: int = 1
    kind: str = "1"
    step: int = 1

    @classmethod
    def of(cls, attributes: Attributes, style: Style) -> "Numbering":
        said = (style.get("list-style-type") or style.get("list-style", "")).split()
        kind = next((_KINDS[word] for word in said if word in _KINDS), _KINDS.get(attributes.get("type") or "", "1"))
        return cls(_number(attributes.get("start"), 1), kind, -1 if "reversed" in attributes else 1)

    def next(self, value: str | None = None) -> str:
        """The mark of the next point, which may bring its own number."""
        number = _number(value, self.following)
        self.following = number + self.step
        return f"{_shown(number, self.kind)}." if self.kind else ""


def is_unmarked(style: Style) -> bool:
    """Whether the points of a list are shown without marks."""
    return "none" in (style.get("list-style-type") or style.get("list-style", "")).split()


def _number(value: str | None, otherwise: int) -> int:
    return int(value) if value and re.fullmatch(r"\s*-?[0-9]{1,6}\s*", value) else otherwise


def _shown(number: int, kind: str) -> str:
    """A number as a list shows it.

    >>> [_shown(4, kind) for kind in "1aAiI"]
    ['4', 'd', 'D', 'iv', 'IV']
    """
    if kind == "1" or not 0 < number <= _MOST:
        return str(number)
    said = _letters(number) if kind in "aA" else _roman(number)
    return said.upper() if kind.isupper() else said


def _letters(number: int) -> str:
    said = ""
    while number:
        number, place = divmod(number - 1, 26)
        said = chr(ord("a") + place) + said
    return said


def _roman(number: int) -> str:
    said = ""
    for worth, sign in _ROMAN:
        said += sign * (number // worth)
        number %= worth
    return said
