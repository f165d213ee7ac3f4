"""When two values are the same by the contract's conventions, and which of two lists belong together."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import Any, TypeVar

from uadesk.domain.folding import fold

T = TypeVar("T")
LEAST = 0.5
"""Values less alike than this are not the same one misread."""

_STRAIGHT = str.maketrans(dict.fromkeys("‘’‚‛′", "'") | dict.fromkeys("“”„‟″«»", '"'))


def settled(value: Any, field: str = "") -> Any:
    """A value as it is compared; `field` is the last name of its path."""
    if not isinstance(value, str):
        return value
    text = " ".join(unicodedata.normalize("NFC", value).translate(_STRAIGHT).split())
    if field == "demands":
        return text.rstrip(";. ")
    if field == "demand_lead":
        return text.rstrip(": ")
    if field == "country":
        return fold(text)
    return text


def likeness(left: str, right: str) -> float:
    """From 0 to 1."""
    if left == right:
        return 1.0
    words = SequenceMatcher(None, _words(left), _words(right), autojunk=False).ratio()
    return words if words >= LEAST or max(len(left), len(right)) > 200 else SequenceMatcher(None, left, right).ratio()


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


Pair = tuple[int | None, int | None]


def in_order(left: Sequence[str], right: Sequence[str]) -> list[Pair]:
    """Which items belong together, where both lists keep their order; what stands alone has None beside it."""
    if list(left) == list(right):
        return [(place, place) for place in range(len(left))]
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    scores = [[likeness(one, other) for other in right] for one in left]
    for i in reversed(range(len(left))):
        for j in reversed(range(len(right))):
            together = scores[i][j] + best[i + 1][j + 1] if scores[i][j] >= LEAST else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], together)
    return _walked(best, scores)


def _walked(best: list[list[float]], scores: list[list[float]]) -> list[Pair]:
    pairs: list[Pair] = []
    i = j = 0
    rows, columns = len(best) - 1, len(best[0]) - 1
    while i < rows or j < columns:
        if i == rows:
            pairs.append((None, j))
            j += 1
        elif j == columns:
            pairs.append((i, None))
            i += 1
        elif scores[i][j] >= LEAST and best[i][j] == scores[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            pairs.append((i, None))
            i += 1
        else:
            pairs.append((None, j))
            j += 1
    return pairs


def by_likeness(
    left: Sequence[T], right: Sequence[T], alike: Callable[[T, T], float], least: float = LEAST
) -> list[Pair]:
    """Which items belong together, most alike first and whatever their order."""
    scored = [(alike(one, other), -i, -j) for i, one in enumerate(left) for j, other in enumerate(right)]
    partner: dict[int, int] = {}
    for score, i, j in sorted(scored, reverse=True):
        if score >= least and -i not in partner and -j not in partner.values():
            partner[-i] = -j  # negative, so that the first of equally alike ones comes first
    pairs: list[Pair] = [(i, partner.get(i)) for i in range(len(left))]
    return pairs + [(None, j) for j in range(len(right)) if j not in partner.values()]
