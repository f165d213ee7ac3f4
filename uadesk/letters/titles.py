"""A bulletin's headline as the subject line of a letter."""

import re
from collections import Counter
from collections.abc import Iterable

from uadesk.domain.folding import fold

_SMALL = frozenset(
    "a an and as at but by for from in into nor of off on or over per so than the to up via with without".split()  # noqa: SIM905  a list to read
)
_KNOWN = frozenset(
    """activist activists after against all arrest arrested attack attacks ban be been before being charged charges
    care child children court crimes dead death defender defenders denied detained detainee detainees detention
    execution face faces facing family fear fears free freed girl girls has have health held her him his human
    illegal in is jail jailed journalist journalists justice killed lawyer lawyers life man men missing must no
    not now of out peace people police prison prisoner prisoners protect protest protester protesters release
    released rights risk
    save sentenced she he sick stop student students their them they threat threats torture tortured trial under
    unfair unjust until was were who woman women years day days war law laws land lands river sea boy boys son sons
    job jobs aid back best camp case city date door down end fire food free full gas give hope hour hours hunt into
    join just keep last left lies like lost mine mines more move name need new next night old one open own park past
    poet poor port post read road roads role safe same seen seek sent show side site six sold some soon state still
    take talk tell ten test this three time town tree trees two union urge vote wait want week weeks west when wife
    will wing with work year held hold home bail ban far day""".split()  # noqa: SIM905  a list to read
)
"""Words that headlines use often and that are neither names nor abbreviations."""

_LONG = 5
"""Letters from which on a word in capitals is hardly an abbreviation."""

_WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*\.?")


def readable_title(title: str, language: str, texts: Iterable[str] = ()) -> str:
    """A headline in capitals with capitals only where they belong, if that is safe; else as it is printed.

    `texts` are running texts of the same bulletin, which show how its names and abbreviations are written.
    Safe is English alone, and only where every word is known: from those texts, from common headline words, or
    by its length. Every word but the smallest gets a capital, so that names need not be told from words.
    """
    if language != "en" or not _is_capitals(title):
        return title
    seen = _spellings(texts)
    words: list[str] = []
    for place, match in enumerate(_WORD.finditer(title)):
        word = _spelled(match[0], seen, opens=place == 0 or title[: match.start()].rstrip().endswith((":", ".", "-")))
        if word is None:
            return title
        words.append(word)
    rest = iter(words)
    return _WORD.sub(lambda _match: next(rest), title)


def _is_capitals(title: str) -> bool:
    letters = [sign for sign in title if sign.isalpha()]
    return len(letters) > 3 and all(not sign.islower() for sign in letters)


def _spellings(texts: Iterable[str]) -> dict[str, Counter[str]]:
    """How each word is written in running text, by its capitals."""
    seen: dict[str, Counter[str]] = {}
    for text in texts:
        for match in _WORD.finditer(text):
            seen.setdefault(fold(match[0]).rstrip("."), Counter())[match[0]] += 1
    return seen


def _spelled(word: str, seen: dict[str, Counter[str]], *, opens: bool) -> str | None:
    """The word with its capitals in place; None where nobody can tell."""
    found = seen.get(fold(word).rstrip("."))
    small = word.lower()
    if small in _SMALL:
        return small.capitalize() if opens else small
    if found:
        spelling = found.most_common(1)[0][0].rstrip(".") + ("." if word.endswith(".") else "")
        return spelling if not spelling.islower() else spelling[:1].upper() + spelling[1:]
    stem = re.sub(r"['’]S$", "", word)
    if "." in word.rstrip(".") or not stem.isascii() or stem.startswith(("MC", "MAC", "O'", "O’", "D'", "D’")):
        return None
    if small in _KNOWN or stem.lower() in _KNOWN or len(stem) >= _LONG:
        return word.capitalize()
    return None
