"""One demand: of what kind its wording is, and how it stands below a lead."""

import re
from enum import Enum, auto

from uadesk.letters.grammar import Asks, Grammar, Verb
from uadesk.letters.plain_letters import plain


class Kind(Enum):
    """How a demand is worded."""

    OWN = auto()
    """With a verb of asking of its own: "Urging the court to release her"."""
    TOLD = auto()
    """The same as an order to the reader: "Urge the court to release her"."""
    SENTENCE = auto()
    """A writer's whole sentence: "I urge you to release her."."""
    PLAIN = auto()
    """With a verb as it follows "to": "Release her", "Libérer", "Liberar"."""
    ORDER = auto()
    """With an order in a form of its own: "Libérez-la", "Liberen a"."""
    CLAUSE = auto()
    """With "that": "que soit libérée"."""
    THING = auto()
    """What is asked for: "The release of her brother"."""
    OTHER = auto()


_FIRST = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def first_word(text: str) -> str:
    """The word a text opens with, in plain small letters; "" where it opens with none."""
    match = _FIRST.match(plain(text.strip()))
    return match[0].lower() if match else ""


def without_links(grammar: Grammar, text: str) -> str:
    """A demand without the polite words before it."""
    bare = text.strip()
    while (link := grammar.opens_with("links", bare)) and link.lower() not in grammar.words["to"]:
        bare = bare[len(link) :].lstrip()
    return bare


def kind_of(grammar: Grammar, text: str) -> Kind:
    """How a demand is worded."""
    if grammar.opens_with("sentence", text.strip()) and text.rstrip().endswith((".", "!", "?")):
        return Kind.SENTENCE
    bare = without_links(grammar, text)
    opening = grammar.opening.match(plain(bare))
    if opening:
        return Kind.OWN if grammar.participle.match(opening["verb"]) else _told_or_plain(grammar, bare)
    if grammar.question.match(bare):
        return Kind.OTHER
    if grammar.opens_with("that", without_hook(grammar, "to", bare)):
        return Kind.CLAUSE
    return _of_verb(grammar, bare) or _of_thing(grammar, bare)


def _told_or_plain(grammar: Grammar, text: str) -> Kind:
    """What opens with a plain verb of asking: an order to the reader, unless only "to" stands before it."""
    return Kind.PLAIN if grammar.opens_with("to", text) else Kind.TOLD


def _of_verb(grammar: Grammar, text: str) -> Kind | None:
    bare = _without_to(grammar, text)
    first = first_word(bare)
    if is_plain_verb(grammar, bare):
        return Kind.PLAIN
    if first in grammar.imperatives or _clitic(grammar, first) or _negated(text):
        return Kind.ORDER
    return None


def _of_thing(grammar: Grammar, text: str) -> Kind:
    opens = grammar.opens_with("articles", text)
    return Kind.THING if opens and not has_finite(grammar, text) else Kind.OTHER


def has_finite(grammar: Grammar, text: str) -> bool:
    """Whether a text has a verb that makes a clause of it ("is", "must", "soit")."""
    return not grammar.words["finite"].isdisjoint(re.findall(r"[^\W\d_]+", plain(text).lower()))


def without_hook(grammar: Grammar, kind: str, text: str) -> str:
    """A demand without the "to" or "that" with which it repeats its lead's."""
    return text[len(grammar.opens_with(kind, text)) :].lstrip()


def is_plain_verb(grammar: Grammar, text: str) -> bool:
    """Whether a text opens with a verb as it follows "to", a pronoun or "not" before it left aside."""
    bare = plain(text.strip()).lower()
    first = first_word(bare)
    if first in grammar.plain_verbs or first.split("'")[0] in grammar.plain_verbs:
        return True
    clitic = re.match(r"(?:(?:le|la|les|lui|leur|se|y|en) |[ls]')+(?P<verb>\w+)", bare)
    if clitic and clitic["verb"] in grammar.plain_verbs:
        return True
    return not grammar.opens_with("articles", bare) and bool(grammar.infinitive.match(bare))


def _without_to(grammar: Grammar, text: str) -> str:
    to = grammar.opens_with("to", text)
    rest = text[len(to) :].lstrip()
    return rest if to and is_plain_verb(grammar, rest) else text


def _negated(text: str) -> bool:
    return bool(_NEGATED.match(plain(text)))


_NEGATED = re.compile(r"ne (?P<verb>\w+ez) (?P<not>pas|plus)\b", re.IGNORECASE)
_CLITIC = re.compile(r"(?P<verb>\w+?)(?P<clitic>-(?:le|la|les|lui|leur)|(?:les?|l[oa]s?|se))$")


def _clitic(grammar: Grammar, word: str) -> tuple[str, str] | None:
    """An order with a pronoun at its end, as the verb's following form and the pronoun ("libérez-la", "libérenlo")."""
    match = _CLITIC.match(word)
    if match is None or match["verb"] not in grammar.imperatives:
        return None
    return grammar.imperatives[match["verb"]], match["clitic"].lstrip("-")


def after_lead(grammar: Grammar, text: str) -> str | None:
    """A demand with its verb as it follows the lead; None where it cannot be turned for certain."""
    kind = kind_of(grammar, text)
    if kind is Kind.PLAIN:
        return small(_without_to(grammar, text.strip()))
    return _order_turned(grammar, text.strip()) if kind is Kind.ORDER else None


def _order_turned(grammar: Grammar, text: str) -> str | None:
    """An order in the form that follows the lead, and so all orders that are joined to it."""
    negated = _NEGATED.match(plain(text))
    if negated:
        verb = grammar.imperatives.get(negated["verb"].lower())
        turned = None if verb is None else f"ne {negated['not'].lower()} {verb}{text[negated.end() :]}"
    else:
        turned = _one_order(grammar, text)
    return None if turned is None else _further_orders(grammar, turned)


def _one_order(grammar: Grammar, text: str) -> str | None:
    length = len(first_word(text))
    word = first_word(text)
    if word in grammar.imperatives:
        return grammar.imperatives[word] + text[length:]
    found = _clitic(grammar, word)
    if found is None:
        return None
    verb, pronoun = found
    return grammar.elide(f"{pronoun} {verb}") + text[length:]


_JOINED = re.compile(r"(?<=[\s,])(?P<word>\w+ez(?:-\w+)*)")
_LOOK_BACK = 20
"""Characters in which the word before an order is looked for."""
_NO_ORDERS = frozenset({"assez", "chez", "nez", "rez", "suffisez"})


def _further_orders(grammar: Grammar, text: str) -> str | None:
    """French orders further on ("et ouvrez une enquête") in their following form; None where one is left over."""
    if grammar.phrases["you"][""] != "vous":
        return text
    parts: list[str] = []
    end = 0
    for match in _JOINED.finditer(plain(text)):
        before = plain(text[max(match.start() - _LOOK_BACK, 0) : match.start()]).lower()
        if match["word"].lower() in _NO_ORDERS or before.endswith((" vous ", "'vous ")):
            continue
        turned = _one_order(grammar, text[match.start() : match.end()])
        if turned is None or not re.search(r"(?:\b(?:et|ou|puis)|,)\s*$", before):
            return None
        parts.append(text[end : match.start()] + turned)
        end = match.end()
    return "".join(parts) + text[end:]


def small(text: str) -> str:
    """The text with a small first letter; an abbreviation ("UN experts") keeps its own."""
    bare = text.strip()
    second = bare[1:2]
    return bare[:1].lower() + bare[1:] if second.islower() or second in ("'", "’", " ") else bare


def own_verb(grammar: Grammar, text: str) -> tuple[Verb, str, str] | None:
    """The verb of asking with which a text opens, the pronoun for the addressee beside it, and the rest."""
    match = grammar.opening.match(plain(text))
    if match is None:
        return None
    verb = grammar.verbs[" ".join(match["verb"].lower().split())]
    pronoun = (match["before"] or match["after"] or "").strip(" -'").lower()
    rest = text[match.start("rest") :].strip()
    return verb, pronoun, _mine(grammar, rest) if verb.asks is Asks.TELLS else rest


def _mine(grammar: Grammar, rest: str) -> str:
    """What a writer tells is the writer's own: "your concern" becomes "my concern"."""
    for yours, mine in grammar.phrases["my"].items():
        if plain(rest).lower().startswith(plain(yours)):
            return f"{mine}{rest[len(yours) :]}"
    return rest
