"""Of many wordings those that can match are compiled first, and they find what all of them find."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uadesk.domain.folding import fold
from uadesk.reference.bulletin_words import LANGUAGES, load_words
from uadesk.reference.phrases import SEARCHES, Phrases, one_of

BULLETINS = Path(__file__).parent.parent / "reading" / "bulletins"
WORDS = ["write", "to", "WRITE", "Wrıte", "chère", "chere", "CHÈRE", "cher", "l'un", "l’un"]
WORDS += ["the", "minister", "“a", "b”", ":"]
PHRASES = ["write to", "write … to", "{please|kindly} write", "{the}? minister", "chère", "l'un", '"a b"', "{a|b}"]


def _every_kind() -> Iterator[Phrases]:
    for language in LANGUAGES:
        words = load_words(language)
        for kinds in (words.labels, words.exact, words.open, words.header, words.dates, words.asking, words.address):
            yield from kinds.values()
        yield words.polite


def _anew(phrases: Phrases) -> Phrases:
    """The same phrases, of which none is compiled yet."""
    return phrases.within(lambda expression: expression)


def _spans(matches: Iterator[re.Match[str]]) -> list[tuple[int, int]]:
    return [match.span() for match in matches]


@pytest.mark.slow
@pytest.mark.parametrize("name", [each.name for each in sorted(BULLETINS.glob("*.txt"))[::4]])
def test_nothing_is_found_otherwise_before_all_is_compiled(name: str) -> None:
    lines = (BULLETINS / name).read_text("utf-8").splitlines()[: SEARCHES // 2]
    for phrases in _every_kind():
        few, whole = _anew(phrases), re.compile(phrases.pattern, re.IGNORECASE)
        for line in lines:
            assert _spans(few.finditer(line)) == _spans(whole.finditer(line))
            found, expected = few.match(line), whole.match(line)
            assert (found and found.span()) == (expected and expected.span())


@given(st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join))
def test_accents_capitals_quotes_and_gaps_are_found_at_once(text: str) -> None:
    whole = re.compile(one_of(PHRASES), re.IGNORECASE)

    assert _spans(Phrases(PHRASES, one_of).finditer(text)) == _spans(whole.finditer(text))


def test_a_stretch_is_searched_as_a_part_of_its_text() -> None:
    text = "Please write to the minister, and write to us."
    phrases = Phrases(["write to us"], one_of)

    assert phrases.search(text, 0, 30) is None
    found = phrases.search(text, 30, len(text))
    assert found is not None
    assert found.start() == text.index("write to us")


def test_it_settles_on_all_wordings_and_finds_the_same() -> None:
    phrases = Phrases(["write to", "chère"], one_of)

    found = [phrases.search("Ma CHERE amie") for _time in range(SEARCHES + 2)]

    assert {each and each.span() for each in found} == {(3, 8)}


def test_signs_that_stand_for_each_other_in_a_search_fold_alike() -> None:
    alike: dict[str, set[str]] = defaultdict(set)
    for sign in map(chr, range(0x20000)):
        for other in (sign.lower(), sign.upper(), sign.casefold()):
            if len(other) == 1 and other != sign:
                alike[sign.upper().lower()] |= {sign, other}
    for signs in alike.values():
        for one, other in permutations(signs, 2):
            if re.fullmatch(re.escape(one), other, re.IGNORECASE):
                assert fold(one) == fold(other), (unicodedata.name(one), unicodedata.name(other))
