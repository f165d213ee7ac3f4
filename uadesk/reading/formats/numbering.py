"""The marks before the items of Word's lists, as they are shown."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from uadesk.reading.formats.word_package import Element, Part, w
from uadesk.reading.formats.word_styles import ListPlace, Styles

BULLET = "-"
_LARGEST = 9999
"""Higher numbers come from damage only."""
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Level:
    kind: str
    """As the file names it: bullet, decimal, lowerLetter, none, …"""
    text: str
    """The mark with `%1` for the number of the first level."""
    start: int
    is_legal: bool
    """Whether all numbers in the mark are shown in digits."""


class Numbering:
    """Counts the items of all lists in the order of the text."""

    def __init__(self, part: Part | None, styles: Styles) -> None:
        self._styles = styles
        self._numbers = _by_id(part, "num", "numId")
        self._abstract = _by_id(part, "abstractNum", "abstractNumId")
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def mark(self, place: ListPlace) -> str:
        """The mark of the next item at this place; empty where the list shows none."""
        levels = self._levels(place.number)
        level = levels.get(place.level)
        if level is None:
            return BULLET
        counts = self._count(place, levels)
        if level.kind == "bullet":
            return BULLET if level.text.strip() else ""
        return "" if level.kind == "none" else _shown(level, counts, levels)

    def _count(self, place: ListPlace, levels: Mapping[int, _Level]) -> list[int | None]:
        counts = self._counts.setdefault(self._abstract_of(place.number), [None] * 10)
        if place.number not in self._begun:
            self._begun.add(place.number)
            for depth in self._overrides(place.number):
                counts[depth] = None
        for depth in range(place.level + 1):
            present = counts[depth]
            start = levels[depth].start if depth in levels else 1
            if present is None:
                counts[depth] = start
            elif depth == place.level:
                counts[depth] = min(present + 1, _LARGEST)
        counts[place.level + 1 :] = [None] * len(counts[place.level + 1 :])
        return counts

    def _abstract_of(self, number: str) -> str:
        found = self._numbers.get(number)
        link = found.find(w("abstractNumId")) if found is not None else None
        return link.get(w("val"), "") if link is not None else f"num {number}"

    def _overrides(self, number: str) -> list[int]:
        """The levels that this list begins to count anew."""
        found = self._numbers.get(number)
        overrides = found.findall(w("lvlOverride")) if found is not None else []
        return [_whole(each, "ilvl") for each in overrides if each.find(w("startOverride")) is not None]

    def _levels(self, number: str, depth: int = 0) -> dict[int, _Level]:
        abstract = self._abstract.get(self._abstract_of(number))
        if abstract is None:
            return {}
        linked = abstract.find(w("numStyleLink"))
        if linked is not None and depth < 3:
            return self._levels(self._styles.list_of_style(linked.get(w("val"), "")), depth + 1)
        levels = {_whole(each, "ilvl"): _level(each) for each in abstract.findall(w("lvl"))}
        for override in self._numbers[number].findall(w("lvlOverride")):
            at, own, start = _whole(override, "ilvl"), override.find(w("lvl")), override.find(w("startOverride"))
            if own is not None:
                levels[at] = _level(own)
            if start is not None and at in levels:
                present = levels[at]
                levels[at] = _Level(present.kind, present.text, _whole(start, "val"), present.is_legal)
        return levels


def _by_id(part: Part | None, name: str, identifier: str) -> dict[str, Element]:
    every = part.root.findall(w(name)) if part is not None else []
    return {each.get(w(identifier), ""): each for each in every}


def _level(element: Element) -> _Level:
    kind, text, start = (element.find(w(name)) for name in ("numFmt", "lvlText", "start"))
    return _Level(
        kind.get(w("val"), "decimal") if kind is not None else "decimal",
        text.get(w("val"), "") if text is not None else "",
        _whole(start, "val") if start is not None else 1,
        element.find(w("isLgl")) is not None,
    )


def _whole(element: Element, name: str) -> int:
    """A whole number from 0 to 9 for a level, to `_LARGEST` for a start."""
    value = element.get(w(name), "0")
    number = int(value) if re.fullmatch(r"\d{1,4}", value, re.ASCII) else 0
    return min(number, 8) if name == "ilvl" else number


def _shown(level: _Level, counts: list[int | None], levels: Mapping[int, _Level]) -> str:
    def number(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        kind = "decimal" if level.is_legal or depth not in levels else levels[depth].kind
        return in_form(counts[depth] or 0, kind)

    return re.sub(r"%([1-9])", number, level.text).strip()


def in_form(number: int, kind: str) -> str:
    """A number as a list shows it.

    >>> in_form(4, "lowerRoman"), in_form(28, "upperLetter"), in_form(3, "decimalZero")
    ('iv', 'BB', '03')
    """
    if kind.endswith("Letter"):
        shown = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 9) if number > 0 else ""
    elif kind.endswith("Roman"):
        shown = _roman(number)
    else:
        return f"{number:02}" if kind == "decimalZero" else str(number)
    return shown.upper() if kind.startswith("upper") else shown


def _roman(number: int) -> str:
    shown = ""
    for value, letters in _ROMAN:
        shown += letters * (number // value)
        number %= value
    return shown
