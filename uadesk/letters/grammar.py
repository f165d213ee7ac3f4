"""How a language turns a bulletin's wording into the first person, from `data/letters/`."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from uadesk.base.folders import data
from uadesk.letters.plain_letters import plain

LANGUAGES = ("en", "fr", "es")
"""The languages whose wording can be turned; what is in another is given as it is printed."""

_VOWELS = "aeiouyàâäéèêëîïôöùûüœh"


class Asks(StrEnum):
    """What a verb asks for: somebody to act, a thing, either of them, or nothing (it tells what a writer thinks)."""

    SOMEBODY = "somebody"
    MATTER = "matter"
    EITHER = "either"
    TELLS = "tells"


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of asking or telling: `say` follows "I", `infinitive` "to"; `to` leads on to what is to be done."""

    say: str
    infinitive: str
    asks: Asks
    to: str


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """One language, as its file gives it. Patterns match text in plain letters (`plain`), whatever its letter case."""

    language: str
    phrases: Mapping[str, Any]
    elided: tuple[str, ...]
    """Words that lose their last letter before a vowel."""
    leads: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    """Kind of a word (article, "to", finite verb, …) to the words, in plain small letters."""
    verbs: Mapping[str, Verb]
    """By each form in which bulletins print them, in plain small letters."""
    opening: re.Pattern[str]
    """A text that begins with such a verb: `verb`, `pronoun` (`before` or `after` it), `rest`."""
    instruction: re.Pattern[str]
    """What the reader of a bulletin is told before that verb."""
    told: re.Pattern[str]
    adverbs: re.Pattern[str]
    participle: re.Pattern[str]
    broken: re.Pattern[str]
    """A word behind which a deed or a clause has begun, anywhere in the rest of a lead."""
    another: re.Pattern[str]
    """A further verb of asking beside the first ("and calling on")."""
    question: re.Pattern[str]
    """How a question within a sentence begins ("whether she"), with its accents: French "où" is not "ou"."""
    infinitive: re.Pattern[str]
    listed_verbs: tuple[str, ...]
    """Verbs with which a demand opens, in the form that follows "to", as they are written."""
    plain_verbs: frozenset[str]
    """The same in plain letters."""
    imperatives: Mapping[str, str]
    """Verbs that give an order, to the form that follows the lead in a letter."""
    orders_stay: bool
    """Whether that form is the order's own, behind "that" (Spanish "que liberen"), not an infinitive."""

    @property
    def you(self) -> str:
        """The pronoun for an addressee of whom no more is known."""
        you: str = self.phrases["you"][""]
        return you

    @property
    def that(self) -> str:
        """The word that clauses begin with."""
        that: str = self.phrases["that"]
        return that

    @property
    def to_names_somebody(self) -> bool:
        """Whether the word for "to" also stands before whom one asks, as in "demander à la ministre de"."""
        return bool(self.phrases["contracted"])

    def says(self, verb: Verb, pronoun: str = "", *, addressed: bool = False) -> str:
        """The verb in the first person, "I urge" or "I urge you"."""
        said = self._filled("says", verb, pronoun, addressed=addressed)
        return self.elide(said[:1].upper() + said[1:])

    def writes(self, verb: Verb, pronoun: str = "", *, addressed: bool = False) -> str:
        """The verb as it follows "I am writing to:"."""
        return self._filled("writes", verb, pronoun, addressed=addressed)

    def _filled(self, phrase: str, verb: Verb, pronoun: str, *, addressed: bool) -> str:
        you = self.phrases["you"]
        template: str = self.phrases[f"{phrase}_you" if addressed else phrase]
        return template.format(verb=verb.say, infinitive=verb.infinitive, you=you.get(pronoun, you[""]))

    def elide(self, text: str) -> str:
        """The text with each word that loses its last letter before a vowel shortened ("Je appelle": "J'appelle")."""
        for word in self.elided:
            text = re.sub(rf"^({word[:-1]}){word[-1]} (?=[{_VOWELS}])", r"\1'", text, flags=re.IGNORECASE)
        return text

    def unelided(self, text: str) -> str:
        """A lead whose last word lost its letter before a vowel, with the word whole ("qu'": "que")."""
        for word in self.elided:
            if plain(text).lower().endswith(f" {word[:-1]}'"):
                return text[:-1] + word[-1]
        return text

    def join(self, opening: str, rest: str, *, contracts: bool) -> str:
        """A lead and what follows as one sentence; before a noun two words may become one ("à le": "au")."""
        before, _, last = opening.rpartition(" ")
        first, _, after = rest.partition(" ")
        for pair, one in self.phrases["contracted"].items():
            if contracts and pair == f"{last} {first}":
                return f"{before} {one} {after}"
        return f"{before} {self.elide(f'{last} {rest}')}".strip()

    def colon(self, text: str) -> str:
        """A lead with its colon, as the language sets it."""
        return f"{text.rstrip(' :')}{self.leads['colon']}"

    def is_to_several(self, order: str) -> bool:
        """Whether an order is given to several people ("liberen")."""
        return re.sub(r"(?:les?|l[oa]s?|se)$", "", order).endswith("n")

    def opens_with(self, kind: str, text: str) -> str:
        """The word or words of this kind with which a text begins, as they stand there; "" where it does not."""
        bare = plain(text).lower()
        for word in sorted(self.words[kind], key=len, reverse=True):
            if bare.startswith(word) and (word.endswith(("'", "’")) or not bare[len(word) :][:1].isalnum()):
                return text[: len(word)]
        return ""

    def ends_with(self, kind: str, text: str) -> str:
        """The word of this kind with which a text ends, as it stands there; "" where it does not."""
        bare = plain(text).lower()
        for word in self.words[kind]:
            if bare == word or bare.endswith(f" {word}"):
                return text[-len(word) :]
        return ""


def grammar_of(language: str) -> Grammar | None:
    """The grammar of this language, None where nobody wrote one; a fault in its file is a KeyError or ValueError."""
    return _load(language) if language in LANGUAGES else None


@cache
def _load(language: str) -> Grammar:
    table = tomllib.loads(data(f"letters/{language}.toml").read_text(encoding="utf-8"))
    words, shapes, points = table["words"], table["shapes"], table["points"]
    verbs = {plain(form): _verb(row, words) for row in table["verb"] for form in row["forms"]}
    forms = sorted(verbs, key=len, reverse=True)
    participle = re.compile(plain(shapes["participle"]), re.IGNORECASE)
    listed_verbs = tuple(points["plain"].split())
    return Grammar(
        language=language,
        phrases=table["phrases"],
        elided=tuple(table["phrases"]["elided"]),
        leads=table["leads"],
        words={kind: frozenset(plain(word).lower() for word in some) for kind, some in words.items()},
        verbs=verbs,
        opening=_opening(words, forms),
        instruction=_instruction(words, forms, participle),
        told=re.compile(rf"(?:{_one_of(words['told'])})\b", re.IGNORECASE),
        adverbs=re.compile(rf"(?:{_one_of(words['adverbs'])})\b\s*", re.IGNORECASE),
        participle=participle,
        broken=re.compile(rf"\b(?:{_one_of([*words['that'], *words.get('breaks', ())])})(?!\w)", re.IGNORECASE),
        another=_another(words, forms, participle),
        question=re.compile(rf"\s*(?:{'|'.join(map(re.escape, words['questions']))})(?!\w)", re.IGNORECASE),
        infinitive=re.compile(rf"(?:{shapes['infinitive']})(?!\w)", re.IGNORECASE),
        listed_verbs=listed_verbs,
        plain_verbs=frozenset(map(plain, listed_verbs)),
        imperatives=_imperatives(points),
        orders_stay=points["orders_stay"],
    )


def _verb(row: Mapping[str, Any], words: Mapping[str, Sequence[str]]) -> Verb:
    return Verb(row["say"], row.get("infinitive", row["say"]), Asks(row["asks"]), row.get("to", words["to"][0]))


def _one_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(plain(word)) for word in sorted(words, key=len, reverse=True)) or "(?!)"


def _links(words: Mapping[str, Sequence[str]]) -> str:
    return rf"(?:(?:{_one_of(words['links'])})(?:\s+|(?<=['’])))"


def _opening(words: Mapping[str, Sequence[str]], forms: Sequence[str]) -> re.Pattern[str]:
    to_or_that = _one_of([*words["to"], *words["that"]])
    # English has the pronoun as a word of its own behind the verb, where it may also begin an object ("her lawyer").
    alone = rf"(?=\s+(?:{to_or_that})\b|\s*$)" if any(word.startswith(" ") for word in words["after"]) else ""
    return re.compile(
        rf"{_links(words)}{{0,4}}(?P<before>{_one_of(words['before'])})?(?P<verb>{_one_of(forms)})"
        rf"(?:(?P<after>{_one_of(words['after'])}){alone})?(?!\w)\s*(?P<rest>.*)$",
        re.IGNORECASE | re.DOTALL,
    )


def _instruction(
    words: Mapping[str, Sequence[str]], forms: Sequence[str], participle: re.Pattern[str]
) -> re.Pattern[str]:
    participles = _one_of(form for form in forms if participle.match(form))
    after = rf"(?:{_one_of(words['after'])})?"
    return re.compile(
        rf"(?:{_one_of(words['told'])})\b.*?[,:]?\s+"
        rf"(?={_links(words)}{{0,4}}(?:{participles}){after}(?!\w)"
        rf"|{_links(words)}{{1,4}}(?:{_one_of(words['before'])})?(?:{_one_of(forms)}){after}(?!\w))",
        re.IGNORECASE | re.DOTALL,
    )


def _another(words: Mapping[str, Sequence[str]], forms: Sequence[str], participle: re.Pattern[str]) -> re.Pattern[str]:
    participles = _one_of(form for form in forms if participle.match(form))
    pronoun = rf"(?:{_one_of(words['after'])})?"
    return re.compile(
        rf"\b(?:{_one_of(words['and'])})\s+{_links(words)}{{0,4}}(?:{participles}){pronoun}(?!\w)", re.IGNORECASE
    )


def _imperatives(points: Mapping[str, Any]) -> dict[str, str]:
    """Orders by their plain form: those that follow the rule of their ending, and the listed ones."""
    orders: dict[str, str] = {}
    for verb in points["plain"].split():
        for end in points.get("orders", {}).get(verb[-2:], ()):
            order = verb[:-2] + end
            orders[plain(order)] = order if points["orders_stay"] else verb
    return (
        orders
        | {plain(order): verb for order, verb in points.get("imperatives", {}).items()}
        | {plain(order): order for order in points.get("irregular", "").split()}
    )
