"""The words before a bulletin's demands, turned into the first person."""

import re
from dataclasses import dataclass, replace
from enum import Enum, auto

from uadesk.letters.demand_points import is_plain_verb, own_verb, small
from uadesk.letters.grammar import Asks, Grammar, Verb
from uadesk.letters.plain_letters import plain

TRAILING = " :,;…—–-"

LONGEST = 600
"""Characters; what is longer is a paragraph and no lead."""


class Hook(Enum):
    """What the demands hang on."""

    TO = auto()
    """A verb in its plain form follows."""
    THAT = auto()
    """A clause follows."""
    MATTER = auto()
    """The name of a thing follows."""
    OPEN = auto()
    """Nothing yet: the demands show what is missing."""


@dataclass(frozen=True, slots=True)
class Lead:
    """What a writer says before the demands, without its colon.

    `verb` is what it turns on and `rest` what the bulletin prints behind it. `names` tells whether somebody is
    asked in it; `is_added` whether that is a "you" of ours, since the bulletin names nobody.
    """

    text: str
    hook: Hook
    verb: Verb
    rest: str = ""
    names: bool = True
    is_added: bool = False

    def with_hook(self, text: str, hook: Hook) -> "Lead":
        """The same lead with other last words."""
        return replace(self, text=text, hook=hook)


def own_lead(grammar: Grammar, printed: str) -> Lead | None:
    """A lead that is a writer's own already ("I urge you to"); None where it is not."""
    text = printed.rstrip(TRAILING)
    bare = plain(text).lower()
    said = tuple(plain(grammar.says(verb)).lower() + " " for verb in grammar.verbs.values())
    if not grammar.opens_with("writer", text) and not f"{bare} ".startswith(said):
        return None
    verb = next((each for each in grammar.verbs.values() if plain(each.say) in bare), None)
    verb = verb or next(iter(grammar.verbs.values()))
    return _ended(grammar, Lead(text, Hook.OPEN, verb, names=True))


def turn_lead(grammar: Grammar, printed: str) -> Lead | None:
    """A printed lead in the first person; None where it cannot be turned for certain."""
    if len(printed) > LONGEST:
        return None
    instruction = grammar.instruction.match(plain(printed))
    text = (printed[instruction.end() :] if instruction else printed).rstrip(TRAILING)
    found = own_verb(grammar, text)
    if found is None:
        return _of_deed(grammar, text)
    if grammar.another.search(plain(found[2])):
        return None  # another participle would stand beside the verb unturned
    verb, pronoun, rest = found
    return (_asking if verb.asks in (Asks.SOMEBODY, Asks.EITHER) else _of_matter)(grammar, verb, pronoun, rest)


def _of_deed(grammar: Grammar, text: str) -> Lead | None:
    """A lead that is the beginning of each demand ("Ensure that"), below one that urges."""
    if grammar.told.match(plain(text)) or not is_plain_verb(grammar, text):
        return None
    verb = next(iter(grammar.verbs.values()))
    lead = Lead(f"{grammar.leads['urging'].rstrip(TRAILING)} {small(text)}", Hook.OPEN, verb, text)
    ended = _ended(grammar, lead)
    return None if ended.hook is Hook.OPEN else ended


def _asking(grammar: Grammar, verb: Verb, pronoun: str, rest: str) -> Lead | None:
    adverb = grammar.adverbs.match(plain(rest))
    asked = rest[adverb.end() :] if adverb else rest
    nobody = not pronoun and names_nobody(grammar, asked)
    text = f"{grammar.says(verb, pronoun, addressed=bool(pronoun) or nobody)} {rest}".strip()
    lead = Lead(text, Hook.OPEN, verb, rest, names=bool(asked or pronoun), is_added=nobody)
    subject = _subject_alone(grammar, asked)
    if subject:
        return replace(lead, text=text[: -len(subject)] + grammar.you, hook=Hook.TO)
    ended = _ended(grammar, lead)
    # A lead that breaks off behind its hook would lose a deed.
    return None if ended.hook is Hook.OPEN and grammar.broken.search(plain(asked)) else ended


def names_nobody(grammar: Grammar, rest: str) -> bool:
    """Whether "to …" follows the verb at once; where "to" also names whom one asks, an infinitive must show it."""
    to = grammar.opens_with("to", rest)
    after = rest[len(to) :].strip()
    return bool(to) and (not after or is_plain_verb(grammar, after) or not grammar.to_names_somebody)


def _subject_alone(grammar: Grammar, rest: str) -> str:
    """The pronoun for the addressee in "that she", with which the demands go on; "" where there is none."""
    that = grammar.opens_with("that", rest)
    alone = rest[len(that) :].strip()
    return alone if that and plain(alone).lower() in grammar.words["subjects"] else ""


def _of_matter(grammar: Grammar, verb: Verb, pronoun: str, rest: str) -> Lead | None:
    text = f"{grammar.says(verb, pronoun, addressed=bool(pronoun))} {rest}".strip()
    if not rest:
        return Lead(text, Hook.MATTER, verb, names=bool(pronoun))
    ended = _ended(grammar, Lead(text, Hook.OPEN, verb, rest, names=bool(pronoun)))
    if verb.asks is Asks.TELLS and ended.hook is Hook.TO:
        return None  # "rappelant leur devoir de": whose deeds follow is open
    return None if ended.hook is Hook.OPEN else ended


def _ended(grammar: Grammar, lead: Lead) -> Lead:
    """The lead with the hook that its last word makes; "… at once and" goes on as it went before."""
    lead = replace(lead, text=grammar.unelided(lead.text))
    rest = lead.rest or lead.text
    if grammar.ends_with("that", rest):
        return replace(lead, hook=Hook.THAT)
    if grammar.ends_with("to", rest):
        return replace(lead, hook=Hook.TO)
    if grammar.ends_with("of", rest):
        return replace(lead, hook=Hook.MATTER)
    joined = grammar.ends_with("and", rest)
    if joined and re.search(rf"(?:^|\s){re.escape(plain(lead.verb.to))}\s", plain(rest)):
        return replace(lead, text=f"{lead.text} {lead.verb.to}", hook=Hook.TO)
    return lead


def completed(grammar: Grammar, lead: Lead, hook: str) -> str:
    """The words of an open lead with its hook, and "you" where it names nobody: "I urge" to "I urge you to"."""
    if lead.names or lead.verb.asks not in (Asks.SOMEBODY, Asks.EITHER):
        return f"{lead.text} {hook}".strip()
    return f"{grammar.says(lead.verb, addressed=True)} {lead.rest} {hook}".replace("  ", " ")


def unaddressed(grammar: Grammar, lead: Lead) -> str:
    """The words of a lead without the "you" that we added: "J'appelle à" before the name of a thing."""
    return f"{grammar.says(lead.verb)} {lead.rest}".strip() if lead.is_added else lead.text
