"""Signs of a page to words, and words to stretches of a line, by their places alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from uadesk.domain.texts import Box
from uadesk.reading.formats.pdf_signs import Look, Sign

_WORD_GAP = 0.18
"""Of the size: a wider gap between two signs parts words, also where the file has no blank."""
_WIDE_GAP = 0.9
"""Of the size: a wider gap between two words may be one between columns."""
_APART = 1.5
"""Of the size: a wider gap within a line keeps its parts apart for those who read them."""
_TYPED_APART, _LEAST_APART = 2.8, 0.7
"""Times the narrowest blank of a line, and of the size: what three blanks are that someone typed."""
_BLANK = 0.15
"""Of the size: the narrowest blank."""
_ALIKE = 0.05
"""Of a gap: how much another one differs that the same stretching made."""
_LEAST_ALIKE = 3
_MARK_GAP = 45.0
"""Pt from a point's mark to its text at most."""
_SAME_LINE = 0.3
"""Of the size: how far the baselines of one line may be apart."""
MARKS = "-–—‐*•·▪▫‣◦○●■□➢►➤✓⁃❖❑→"
_MARK = re.compile(rf"[{MARKS}o]|\(?\d{{1,2}}[.)]|\(?[a-z][.)]|\(?[ivx]{{1,4}}[.)]")


@dataclass(frozen=True, slots=True)
class Word:
    """Signs without a gap."""

    text: str
    box: Box
    look: Look
    is_apart: bool = False
    """Whether white before it keeps it apart from the rest of its line."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words on one baseline with no wide gap among them."""

    words: tuple[Word, ...]
    page: int

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def left(self) -> float:
        return self.words[0].box[0]

    @property
    def right(self) -> float:
        return max(word.box[2] for word in self.words)

    @property
    def top(self) -> float:
        return min(word.box[1] for word in self.words)

    @property
    def bottom(self) -> float:
        return max(word.box[3] for word in self.words)

    @property
    def size(self) -> float:
        """That of most signs."""
        return max(self.words, key=lambda word: len(word.text)).look.size

    @property
    def baseline(self) -> float:
        return max(self.words, key=lambda word: word.look.size).look.baseline

    @property
    def is_bold(self) -> bool:
        return all(word.look.is_bold for word in self.words if any(sign.isalnum() for sign in word.text))

    def joined(self, other: "Stretch") -> "Stretch":
        """This one and what stands to the right of it."""
        return Stretch(self.words + other.words, self.page)


def said(words: Sequence[Word]) -> str:
    """Words of a line as text, three blanks where the page has a wide gap."""
    gaps = ["", *(blank(before, word) for before, word in pairwise(words))]
    return "".join(gap + word.text for gap, word in zip(gaps, words, strict=True))


def blank(before: Word, word: Word) -> str:
    """What stands between two words of a line."""
    is_wide = word.is_apart and not _MARK.fullmatch(before.text) and not before.text.endswith(":")
    return "   " if is_wide else " "


def stretches_of(signs: Sequence[Sign], page: int) -> list[Stretch]:
    """The stretches of a page's lines from top to bottom, each row from left to right."""
    found: list[Stretch] = []
    for row in _rows(_with_raised(list(_words(signs)))):
        found.extend(_stretches(row, page))
    return found


def _words(signs: Sequence[Sign]) -> Iterator[Word]:
    waiting: list[Sign] = []
    spread = _spread(signs)
    for sign in signs:
        if sign.text.isspace():
            if waiting:
                yield _word(waiting)
            waiting = []
            continue
        if waiting and _is_over(waiting[-1], sign):
            continue  # printed twice to look bold
        if waiting and _parts(waiting[-1], sign, spread):
            yield _word(waiting)
            waiting = []
        waiting.append(sign)
    if waiting:
        yield _word(waiting)


def _spread(signs: Sequence[Sign]) -> dict[Look, float]:
    """How far apart the signs of a look usually stand, of their size: more than nothing in spaced headings."""
    gaps: dict[Look, list[float]] = {}
    for before, sign in pairwise(signs):
        if before.look is sign.look and not before.text.isspace() and not sign.text.isspace():
            gaps.setdefault(sign.look, []).append((sign.left - before.right) / max(sign.look.size, 1))
    return {look: median(each) for look, each in gaps.items() if len(each) > 4 and median(each) > 0.06}


def _parts(before: Sign, sign: Sign, spread: dict[Look, float]) -> bool:
    if _are_ligature(before, sign):
        return False
    if abs(before.look.baseline - sign.look.baseline) > 0.1 * sign.look.size:
        return True
    size = max(before.look.size, sign.look.size)
    gap = sign.left - before.right
    usual = spread.get(sign.look, 0.0)
    return gap > max(_WORD_GAP, usual * 2 + 0.05 if usual else 0) * size or gap < -0.6 * size


def _is_over(before: Sign, sign: Sign) -> bool:
    near = 0.12 * sign.look.size
    return (
        before.text == sign.text
        and not _are_ligature(before, sign)
        and abs(before.left - sign.left) < near
        and abs(before.look.baseline - sign.look.baseline) < near
    )


def _are_ligature(before: Sign, sign: Sign) -> bool:
    """Whether these are letters of one printed sign, which PDFium gives one by one in the same place."""
    return before.look is sign.look and abs(before.left - sign.left) < 0.01


def _word(signs: Sequence[Sign]) -> Word:
    box = (
        min(sign.left for sign in signs),
        min(sign.top for sign in signs),
        max(sign.right for sign in signs),
        max(sign.bottom for sign in signs),
    )
    return Word("".join(sign.text for sign in signs), box, signs[0].look)


def _with_raised(words: list[Word]) -> list[Word]:
    """Small raised letters brought down to their word (1st); small raised digits are a note's mark and go."""
    kept: list[Word] = []
    for word in words:
        above = kept[-1] if kept else None
        if above is None or not _is_raised(word, above):
            kept.append(word)
        elif word.text.isalpha():
            box = (above.box[0], min(above.box[1], word.box[1]), word.box[2], above.box[3])
            kept[-1] = replace(above, text=above.text + word.text, box=box)
    return kept


def _is_raised(word: Word, before: Word) -> bool:
    size, rise = before.look.size, before.look.baseline - word.look.baseline
    is_near = -0.2 * size < word.box[0] - before.box[2] < 0.25 * size
    return is_near and word.look.size < 0.8 * size and 0.12 * size < rise < 0.7 * size


def _rows(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Words on one baseline each."""
    row: list[Word] = []
    for word in sorted(words, key=lambda word: word.look.baseline):
        if row and word.look.baseline - row[-1].look.baseline > _SAME_LINE * min(row[-1].look.size, word.look.size):
            yield row
            row = []
        row.append(word)
    if row:
        yield row


def _stretches(row: list[Word], page: int) -> Iterator[Stretch]:
    waiting: list[Word] = []
    ordered = sorted(row, key=lambda word: word.box[0])
    gaps = [_gap(before, word) for before, word in pairwise(ordered)]
    least = min(_APART, max(_LEAST_APART, _TYPED_APART * min((gap for gap in gaps if gap > _BLANK), default=_APART)))
    for place, word in enumerate(ordered):
        is_even = _is_even(gaps, place - 1)
        if waiting and not is_even and _has_wide_gap(waiting, word):
            yield Stretch(tuple(waiting), page)
            waiting = []
        is_apart = place > 0 and not is_even and gaps[place - 1] > least
        waiting.append(replace(word, is_apart=True) if is_apart else word)
    if waiting:
        yield Stretch(tuple(waiting), page)


def _gap(before: Word, word: Word) -> float:
    """Of the larger size."""
    return (word.box[0] - before.box[2]) / max(before.look.size, word.look.size, 1)


def _is_even(gaps: Sequence[float], place: int) -> bool:
    """Whether a gap is one of several alike, as in a line that was stretched to fill its column."""
    if place < 0 or gaps[place] < _WORD_GAP:
        return False
    alike = [abs(gap - gaps[place]) < _ALIKE * gaps[place] for gap in gaps[max(0, place - 2) : place + 3]]
    return sum(alike) >= _LEAST_ALIKE


def _has_wide_gap(before: Sequence[Word], word: Word) -> bool:
    gap = word.box[0] - before[-1].box[2]
    if len(before) == 1 and _MARK.fullmatch(before[0].text) and gap < _MARK_GAP:
        return False
    return gap > _WIDE_GAP * max(before[-1].look.size, word.look.size)
