"""The words that demands hang on, turned into the first person: from "urging the court to" to "I urge the court to:".

What cannot be turned for certain is given as it is printed, and said to be unsure.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FirstPerson:
    """What a writer says before the demands, whole; `sure` is false where somebody must look at it."""

    text: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Points:
    """A lead and the demands that hang on it, in the first person."""

    lead: str
    demands: tuple[str, ...]
    sure: bool


@dataclass(frozen=True, slots=True)
class Grammar:
    """How one language turns a bulletin's wording into the first person.

    `verbs` leads from a participle to what a writer says ("calling on" to "call on"): those of `needs_object` name
    whom they ask, those of `takes_matter` what they ask for. `to` and `that` are the words on which demands hang.
    `addressee` are the words for whoever is written to ("him"; "the authorities" is none), `instruction` is what
    the reader of the bulletin is told before the participle, `told` how a lead begins that is nothing else.
    `imperatives` open a demand that can follow "to:", a `sentence` stands by itself. Where the bulletin has no lead,
    `bare_lead` goes with plain verbs, `writing_lead` with participles, `open_lead` with anything.
    """

    verbs: Mapping[str, str]
    participle: re.Pattern[str]
    second_participle: re.Pattern[str]
    needs_object: tuple[str, ...]
    takes_matter: tuple[str, ...]
    writer: str
    to: str
    that: str
    addressee: re.Pattern[str]
    you: str
    instruction: re.Pattern[str]
    told: re.Pattern[str]
    joiners: re.Pattern[str]
    bare_lead: str
    writing_lead: str
    open_lead: str
    imperatives: frozenset[str]
    starters: frozenset[str]
    sentence: re.Pattern[str]

    @property
    def wordings(self) -> list[tuple[str, str]]:
        """Participles and plain verbs with the plain verb, the longest first."""
        both = dict(self.verbs) | {verb: verb for verb in self.verbs.values()}
        return sorted(both.items(), key=lambda pair: -len(pair[0]))


_ENGLISH_VERBS = {
    "urging": "urge",
    "calling on": "call on",
    "calling upon": "call upon",
    "calling for": "call for",
    "asking": "ask",
    "asking for": "ask for",
    "appealing to": "appeal to",
    "appealing for": "appeal for",
    "requesting": "request",
    "demanding": "demand",
    "insisting": "insist",
    "pressing": "press",
    "imploring": "implore",
    "encouraging": "encourage",
    "exhorting": "exhort",
    "inviting": "invite",
    "reminding": "remind",
    "expressing": "express",
    "welcoming": "welcome",
    "seeking": "seek",
    "noting": "note",
    "recommending": "recommend",
    "condemning": "condemn",
    "pointing out": "point out",
    "voicing": "voice",
    "stating": "state",
    "stressing": "stress",
}

_ENGLISH_IMPERATIVES = frozenset(
    """abandon abide abolish accept acknowledge act address adhere adopt allow amend annul apply arrange assure avoid
    ban begin bring cancel carry cease clarify commit commute comply conduct confirm consider continue cooperate
    correct create declare demand denounce desist disband disclose do drop enable enact end enforce ensure
    establish exercise explain extend facilitate find free fulfil fulfill give grant guarantee halt help hold
    honor honour immediately implement impose improve increase inform initiate instruct intervene introduce
    investigate invite issue keep launch let lift list lower make meet open order overturn pardon pass pay
    permit postpone press prevent proceed prohibit promptly protect provide publicly publish put quash ratify
    recognise recognize reconsider reduce reform refrain refuse reinstate reject release remove reopen repeal
    replace respect respond restore retry return reveal review revoke safeguard save search secure see seek send
    set show stay stop strengthen support suspend take tell transfer treat unconditionally undertake uphold urge
    urgently use vacate withdraw work""".split()  # noqa: SIM905  a list to read
)

_ENGLISH = Grammar(
    verbs=_ENGLISH_VERBS,
    participle=re.compile(r"[^\W\d_]+ing\b", re.IGNORECASE),
    second_participle=re.compile(r"\b(?:and|or)\s+\w+ing\b"),
    needs_object=("urge", "ask", "call on", "call upon", "appeal to"),
    takes_matter=("call for", "ask for", "appeal for", "demand", "request"),
    writer="I",
    to="to",
    that="that",
    addressee=re.compile(r"^(?:him|her|them|you|him/her|her/him|him or her|her or him)$", re.IGNORECASE),
    you="you",
    instruction=re.compile(
        r"^(?:(?:please|kindly)\s+)?(?:immediately\s+)?(?:write|send|fax|email|e-mail|appeal|call|phone)\b.*?[,:]?\s+"
        r"(?=(?:urging|calling|asking|appealing|requesting|demanding|insisting|encouraging|pressing)\b)",
        re.IGNORECASE | re.DOTALL,
    ),
    told=re.compile(
        r"^(?:please|kindly|write|send|fax|e-?mail|appeals?|call|phone|take action|in your)\b", re.IGNORECASE
    ),
    joiners=re.compile(r"^(?:and|politely|respectfully|strongly|please)\s+", re.IGNORECASE),
    bare_lead="I respectfully urge you to:",
    writing_lead="I am writing to:",
    open_lead="I respectfully ask for the following:",
    imperatives=_ENGLISH_IMPERATIVES,
    starters=frozenset({"to", "that", "not"}),
    sentence=re.compile(r"(?:I|We|Please|You)\b.*[.!?]$", re.DOTALL),
)

GRAMMARS: Mapping[str, Grammar] = {"en": _ENGLISH}
"""The languages that can be turned; leads in others are given as they are printed."""


def first_person(lead: str | None, language: str) -> FirstPerson:
    """A bulletin's lead in the first person, its object kept; "you" where it names only the addressee, or nobody."""
    grammar = GRAMMARS.get(language)
    printed = " ".join((lead or "").split())
    if grammar is None:
        return FirstPerson(printed, sure=not printed)
    if not printed:
        return FirstPerson(grammar.bare_lead, sure=True)
    if printed.lower().startswith(f"{grammar.writer.lower()} "):
        return FirstPerson(_colon(printed), sure=True)
    turned = _turn(grammar, grammar.instruction.sub("", printed, count=1).rstrip(" :,;—–-"))
    return FirstPerson(_colon(printed), sure=False) if turned is None else FirstPerson(_colon(turned), sure=True)


def points(lead: str | None, demands: Sequence[str], language: str) -> Points:
    """Lead and demands in the first person. Demands with verbs of their own ("Urging …") get a lead to fit them."""
    grammar = GRAMMARS.get(language)
    if not demands:
        return Points("", (), sure=True)
    if grammar is None:
        return Points(" ".join((lead or "").split()), tuple(demands), sure=False)
    turned = first_person(lead, language)
    if not (lead or "").strip() or (not turned.sure and grammar.told.match(turned.text)):
        return _without_lead(grammar, demands)
    if not turned.sure or not turned.text.endswith(f" {grammar.to}:"):
        return Points(turned.text, tuple(demands), turned.sure)
    return Points(
        turned.text,
        tuple(_after_to(grammar, text) for text in demands),
        all(_follows_to(grammar, text) for text in demands),
    )


def _without_lead(grammar: Grammar, demands: Sequence[str]) -> Points:
    stripped = [grammar.joiners.sub("", text.strip()) for text in demands]
    turned = [_verb(grammar, text) if grammar.participle.match(text) else None for text in stripped]
    if all(turned):
        return Points(grammar.writing_lead, tuple(text for text in turned if text), sure=True)
    if all(_first_word(text) in grammar.imperatives for text in stripped):
        lead = grammar.bare_lead
        return Points(lead, tuple(_after_to(grammar, text) for text in demands), sure=True)
    if all(grammar.sentence.match(text.strip()) for text in demands):
        return Points("", tuple(demands), sure=True)
    return Points(grammar.open_lead, tuple(demands), sure=False)


def _verb(grammar: Grammar, text: str) -> str | None:
    """The text with its participle as the plain verb, "urge the court …"; None where it opens with none."""
    for wording, verb in grammar.wordings:
        if re.match(rf"{re.escape(wording)}\b", text, re.IGNORECASE):
            return _addressed(grammar, verb, text[len(wording) :].strip())
    return None


def _addressed(grammar: Grammar, verb: str, rest: str) -> str:
    """The verb and its object, the object replaced by "you" where it is a mere pronoun for the addressee."""
    pronoun = re.match(rf"(.+?)(?= (?:{grammar.to}|{grammar.that})\b|$)", rest)
    if pronoun and grammar.addressee.match(pronoun[1]):
        return f"{verb} {grammar.you}{rest[pronoun.end() :]}"
    if verb in grammar.needs_object and re.match(rf"{grammar.to}\b", rest):
        return f"{verb} {grammar.you} {rest}"
    return f"{verb} {rest}".strip()


def _turn(grammar: Grammar, text: str) -> str | None:
    text = grammar.joiners.sub("", text)
    turned = _verb(grammar, text)
    if turned is None or grammar.second_participle.search(turned):
        return None  # a second participle would stand beside the verb
    if turned.endswith((f" {grammar.to}", f" {grammar.that}")):
        return f"{grammar.writer} {turned}"
    return _alone(grammar, turned)


def _alone(grammar: Grammar, turned: str) -> str | None:
    """A lead that ends without "to": a bare verb takes "you to", "call for" and its like stay open."""
    if turned in grammar.needs_object:
        return f"{grammar.writer} {turned} {grammar.you} {grammar.to}"
    if turned in grammar.takes_matter:
        return f"{grammar.writer} {turned}"
    names_somebody = turned.startswith(tuple(f"{verb} " for verb in grammar.needs_object))
    if names_somebody and not re.search(rf" (?:{grammar.to}|{grammar.that}) ", turned):
        return f"{grammar.writer} {turned} {grammar.to}"
    return None


def _after_to(grammar: Grammar, text: str) -> str:
    """The demand as it follows "to:": it opens with a plain verb, so its first letter is small; "UN" stays."""
    bare = text.strip()
    first = _first_word(bare)
    if first == grammar.to:
        return _after_to(grammar, bare[len(first) :])
    return bare[:1].lower() + bare[1:] if bare[1:2].islower() else bare


def _follows_to(grammar: Grammar, text: str) -> bool:
    first = _first_word(text)
    return first in grammar.imperatives | grammar.starters or text.strip()[:1].islower()


def _first_word(text: str) -> str:
    match = re.match(r"[^\W\d_]+", text.strip())
    return match[0].lower() if match else ""


def _colon(text: str) -> str:
    return f"{text.rstrip(' :')}:"
