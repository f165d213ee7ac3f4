"""How a bulletin's own running text writes its words: which with a capital, which without."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from uadesk.domain.folding import fold
from uadesk.letters.headline_words import HeadlineWords, key_of

_LONGEST_NAME = 7
"""Words; a longer run of capitals is no name."""
_SHORTENED = 3
"""Letters of the longest word whose full stop may be an abbreviation's ("Mrs.")."""
_LOOK_BACK = 20
"""Characters in which the end of the sentence before a word is looked for."""
_OPENERS = '.!?:;•·*–—"“”«‹¿¡|'
_INITIALS = r"(?:[^\W\d_]\.){2,}"


@dataclass(frozen=True, slots=True)
class Word:
    """One word at its place in a text; `opens` where a capital tells nothing, since a sentence begins."""

    text: str
    start: int
    end: int
    opens: bool

    @property
    def key(self) -> str:
        return key_of(self.text)


@dataclass(slots=True)
class Spellings:
    """What texts show, by each word's folded form. Capitals at a sentence's start are counted apart."""

    small: dict[str, Counter[str]] = field(default_factory=dict)
    capital: dict[str, Counter[str]] = field(default_factory=dict)
    opening: dict[str, Counter[str]] = field(default_factory=dict)
    alone: set[str] = field(default_factory=set)
    """Words with a capital and no other beside them: names by themselves, not parts of a title."""
    names: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    """Names of several words."""


def words_of(text: str, *, splits_apostrophes: bool) -> Iterator[Word]:
    """The words of a text; initials ("J.R.") are one, an English possessive leaves its end outside."""
    inner = "" if splits_apostrophes else r"(?:['’](?!s\b)[^\W\d_]+)*"
    for match in re.finditer(rf"{_INITIALS}|[^\W\d_]+{inner}", text, re.IGNORECASE):
        before = text[max(match.start() - _LOOK_BACK, 0) : match.start()].rstrip(" \t(['’‘")
        yield Word(match[0], match.start(), match.end(), not before or before[-1] in _OPENERS or before[-1] == "\n")


def spellings_of(texts: Iterable[str], names: Iterable[str], known: HeadlineWords) -> Spellings:
    """What running texts and printed names (of addressees, say) show; lines in capitals show nothing."""
    found = Spellings()
    for text in texts:
        for line in text.splitlines():
            if not is_capitals(line):
                _learn(found, list(words_of(line, splits_apostrophes=known.splits_apostrophes)), line, known)
    for name in names:
        words = [word.text for word in words_of(name, splits_apostrophes=known.splits_apostrophes)]
        if not is_capitals(name) and len(words) > 1:
            _learn_name(found, words, known)
    return found


def is_capitals(text: str) -> bool:
    """Whether all letters are capitals, and enough of them to be more than an abbreviation."""
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) > 3 and all(not sign.islower() for sign in letters)


def _learn(found: Spellings, words: Sequence[Word], text: str, known: HeadlineWords) -> None:
    for word in words:
        if word.text.islower():
            _count(found.small, word)
        elif word.text[:1].isupper():
            _count(found.opening if word.opens else found.capital, word)
    for run in _runs(words, text, known):
        if len(run) == 1:
            if not run[0].opens:
                found.alone |= {run[0].key, fold(run[0].text)}
        elif len(run) <= _LONGEST_NAME:
            _learn_name(found, [word.text for word in run], known)


def _count(counts: dict[str, Counter[str]], word: Word) -> None:
    for key in {word.key, fold(word.text)}:  # a headline in plain ASCII has no "ñ"
        counts.setdefault(key, Counter())[word.text] += 1


def _runs(words: Sequence[Word], text: str, known: HeadlineWords) -> Iterator[list[Word]]:
    """Words with capitals that stand together, particles between them included."""
    run: list[Word] = []
    for word in words:
        beside = bool(run) and _stand_together(run[-1], text[run[-1].end : word.start])
        if not beside and run:
            yield from _trimmed(run, known)
            run = []
        if word.text[:1].isupper() or (run and (word.text in known.particles or word.text in ("of", "de", "del", "d"))):
            run.append(word)
        elif run:
            yield from _trimmed(run, known)
            run = []
    yield from _trimmed(run, known)


def _stand_together(word: Word, between: str) -> bool:
    """Whether the next word belongs to this one's name: a full stop ends it, but for an initial or "Dr."."""
    return between in (" ", "\u00a0", "'", "’", "-") or (between == ". " and len(word.text) <= _SHORTENED)


def _trimmed(run: list[Word], known: HeadlineWords) -> Iterator[list[Word]]:
    """A run without small words at its ends, nor an ordinary word that only opens the sentence."""
    while run and run[-1].text.islower():
        run = run[:-1]
    while run and ((run[0].opens and _is_ordinary(run[0].text, known)) or run[0].text.islower()):
        run = run[1:]
    if run:
        yield run


def _is_ordinary(word: str, known: HeadlineWords) -> bool:
    """Whether a word of a running text, where accents are not missing, is in the lists and no name as well."""
    key, small = key_of(word), word.lower()
    return small in (known.small.get(key), known.common.get(key)) and key not in known.names_too


def _learn_name(found: Spellings, words: Sequence[str], known: HeadlineWords) -> None:
    """Keep a name, also without the offices before it; of one without ordinary words every part is a name."""
    start = 0
    while len(words) - start > 1:
        part = tuple(words[start:])
        for key in {tuple(map(key_of, part)), tuple(map(fold, part))}:
            found.names.setdefault(key, part)
        if not _is_ordinary(words[start], known) and words[start].rstrip(".") not in known.names.values():
            break
        start += 1
    for word in words[start:]:
        if not _is_ordinary(word, known):
            shown = found.small if word.islower() else found.capital
            shown.setdefault(key_of(word), Counter())[word] += 1
