"""The words of headlines in one language, from `data/letters/headlines/`, and the names of countries."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from uadesk.base.folders import data
from uadesk.domain.folding import fold
from uadesk.letters.grammar import grammar_of
from uadesk.reference.countries import load_countries

LANGUAGES = ("en", "fr", "es", "de")
"""The languages whose headlines can be written as sentences."""

_EGNE = "ɲ"
"""A letter that no bulletin has and that folding leaves alone, for ñ."""


@dataclass(frozen=True, slots=True, eq=False)
class HeadlineWords:
    """What is known of words before any text is looked at; keys are folded, values as they are written."""

    small: Mapping[str, str]
    """Articles, prepositions and their like."""
    common: Mapping[str, str]
    """Other words that headlines use often."""
    peoples: Mapping[str, str]
    """French adjectives of countries, which name somebody behind an article."""
    names: Mapping[str, str]
    abbreviations: Mapping[str, str]
    names_too: frozenset[str]
    """Common words that are names as well."""
    articles: frozenset[str]
    particles: frozenset[str]
    endings: tuple[str, ...]
    accents: Mapping[str, str]
    never_names: re.Pattern[str]
    countries: Mapping[tuple[str, ...], tuple[str, ...]]
    """The words of each country's name."""
    splits_apostrophes: bool
    """Whether an apostrophe parts two words, as in French, and not a word and its ending."""
    opens_after_colon: bool
    guesses: bool
    """Whether a word that nobody knows may be written as a name; in German nouns are too many."""


@cache
def load_headline_words(language: str) -> HeadlineWords:
    """The words of a language in LANGUAGES; a fault in its file is raised as KeyError, ValueError or re.error."""
    table = tomllib.loads(data(f"letters/headlines/{language}.toml").read_text(encoding="utf-8"))
    common = (
        *_verb_forms(table["verbs"]),
        *_noun_forms(table["nouns"]),
        *_other_forms(language, table["others"]),
        *_infinitives(language),
    )
    return HeadlineWords(
        small=_by_key(table["small"].split()),
        common=_by_key(common),
        peoples=_by_key(_feminine(table.get("peoples", ""))),
        names=_by_key(table["names"].split()),
        abbreviations=_by_key(table["abbreviations"].split()),
        names_too=frozenset(map(key_of, table["names_too"].split())),
        articles=frozenset(map(key_of, table.get("articles", "").split())),
        particles=frozenset(table["particles"].split()),
        endings=tuple(table["endings"].split()),
        accents=table.get("accents", {}),
        never_names=re.compile(rf"\w*{table['never_names']}"),
        countries={tuple(map(key_of, each)): each for each in _countries(language)},
        splits_apostrophes=table["apostrophe_parts_words"],
        opens_after_colon=table["capital_after_colon"],
        guesses=table["unknown_are_names"],
    )


def key_of(word: str) -> str:
    """A word folded, so that it is found without its accents; "ñ" is a letter of its own, which capitals keep."""
    return fold(word.lower().replace("ñ", _EGNE))


def _by_key(words: Iterable[str]) -> dict[str, str]:
    """Words by their folded form; of two with the same the first, since lists begin with the likelier."""
    found: dict[str, str] = {}
    for word in words:
        found.setdefault(key_of(word), word)
    return found


def _verb_forms(verbs: str) -> Iterator[str]:
    """English verbs with their regular forms; "stop+" doubles its last letter."""
    for marked in verbs.split():
        verb = marked.rstrip("+")
        stem = verb + verb[-1] if marked.endswith("+") else verb
        yield from (verb, *_noun_forms(verb))
        if verb.endswith("e"):
            yield from (f"{verb}d", f"{verb[:-1]}ing", f"{verb}r")
        elif re.search(r"[^aeiou]y$", verb):
            yield from (f"{verb[:-1]}ied", f"{verb}ing")
        else:
            yield from (f"{stem}ed", f"{stem}ing")


def _noun_forms(nouns: str) -> Iterator[str]:
    """English nouns with their plural."""
    for noun in nouns.split():
        yield noun
        if re.search(r"[^aeiou]y$", noun):
            yield f"{noun[:-1]}ies"
        else:
            yield f"{noun}es" if re.search(r"(?:s|x|z|ch|sh)$", noun) else f"{noun}s"


def _other_forms(language: str, others: str) -> Iterator[str]:
    yield from others.split()
    for word in others.split():
        if language == "en":
            yield f"{word}ly"
        elif language == "fr":
            yield from _feminine(word)
        elif language == "es":
            yield from _spanish_forms(word)


def _feminine(words: str) -> Iterator[str]:
    """French words with their feminine and plural."""
    for word in words.split():
        feminine = f"{word}ne" if word.endswith("ien") else word if word.endswith("e") else f"{word}e"
        plural = word if word.endswith(("s", "x")) else f"{word}s"
        yield from (word, plural, feminine, f"{feminine}s")


def _spanish_forms(word: str) -> Iterator[str]:
    """A Spanish word's feminine and plural; the accent of the last syllable goes where one is added."""
    if word.endswith("o"):
        yield from (f"{word}s", f"{word[:-1]}a", f"{word[:-1]}as")
    elif word[-1] in "aeéíá":
        yield f"{word}s"
    else:
        bare = word[:-2] + word[-2:].translate(str.maketrans("áéíóú", "aeiou"))
        yield from (f"{bare}es", f"{bare}a", f"{bare}as")


def _infinitives(language: str) -> Iterator[str]:
    """The verbs with which demands open, whose form in French and Spanish is no other word's."""
    grammar = grammar_of(language)
    yield from grammar.listed_verbs if grammar and language != "en" else ()


def _countries(language: str) -> Iterator[tuple[str, ...]]:
    countries = load_countries()
    names = _german() if language == "de" else [countries.name(code, language) for code in countries.codes]
    yield from (tuple(re.findall(r"[^\W\d_]+", name)) for name in names)


def _german() -> Iterable[str]:
    from babel import Locale

    return Locale("de").territories.values()
