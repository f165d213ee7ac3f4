"""Demands below a lead: its hook fitted to them, and they to it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from uadesk.letters.demand_points import (
    Kind,
    after_lead,
    first_word,
    has_finite,
    kind_of,
    own_verb,
    small,
    without_hook,
)
from uadesk.letters.grammar import Asks, Grammar
from uadesk.letters.headline_words import key_of, load_headline_words
from uadesk.letters.leads import Hook, Lead, completed, names_nobody, unaddressed
from uadesk.letters.plain_letters import plain


@dataclass(frozen=True, slots=True)
class Points:
    """A lead and the demands that hang on it, in the first person; without a lead each demand is a whole sentence."""

    lead: str
    demands: tuple[str, ...]
    sure: bool


def below_lead(grammar: Grammar, lead: Lead, demands: Sequence[str]) -> Points:
    """Demands below a lead that is turned; what does not fit it stays as printed, and is doubted."""
    kinds = {kind_of(grammar, text) for text in demands}
    fitted = _fitted(grammar, lead, kinds)
    if fitted.hook is Hook.TO:
        made = [_below_to(grammar, text) for text in demands]
    elif fitted.hook is Hook.THAT:
        made = [_below_that(grammar, text) for text in demands]
    else:
        made = [_below_matter(grammar, fitted, text) for text in demands]
    sure = all(sure for _, sure in made) and not any(map(grammar.question.match, demands))
    return Points(grammar.colon(fitted.text), tuple(text for text, _ in made), sure)


def _fitted(grammar: Grammar, lead: Lead, kinds: set[Kind]) -> Lead:
    """The lead with the hook that suits its demands, where it is open or could take another."""
    clauses = grammar.orders_stay and kinds == {Kind.ORDER}
    if lead.hook is Hook.TO and clauses:
        return lead.with_hook(f"{lead.text} {grammar.that}", Hook.THAT)
    if lead.hook is Hook.TO and kinds == {Kind.THING} and lead.verb.asks is Asks.EITHER:
        return lead.with_hook(unaddressed(grammar, lead), Hook.MATTER)
    if lead.hook is not Hook.OPEN:
        return lead
    if kinds == {Kind.CLAUSE} or (kinds == {Kind.THING} and lead.verb.asks is Asks.EITHER):
        return lead.with_hook(lead.text, Hook.MATTER)
    if clauses:
        to = "" if grammar.that in lead.verb.to.split() else grammar.that
        return lead.with_hook(completed(grammar, lead, f"{lead.verb.to} {to}".strip()), Hook.THAT)
    if grammar.that in lead.verb.to.split():
        return lead.with_hook(lead.text, Hook.MATTER)  # no infinitive follows: to be looked at
    return lead.with_hook(completed(grammar, lead, lead.verb.to), Hook.TO)


def _below_to(grammar: Grammar, text: str) -> tuple[str, bool]:
    turned = after_lead(grammar, text)
    if turned is not None:
        return turned, not (grammar.orders_stay and kind_of(grammar, text) is Kind.ORDER)
    bare = text.strip()
    if kind_of(grammar, bare) is Kind.OTHER:
        bare = _small_word(grammar, bare)
        if text.strip()[:1].islower():
            return bare, True
        following = plain(bare).split()[1:2]
        if following and following[0].islower() and following[0] not in grammar.words["finite"]:
            return small(bare), False  # most likely a verb that no list has
    return bare, False


def _below_that(grammar: Grammar, text: str) -> tuple[str, bool]:
    bare = text.strip()
    kind = kind_of(grammar, bare)
    if kind is Kind.CLAUSE:
        return without_hook(grammar, "that", bare), True
    if kind is Kind.ORDER and grammar.orders_stay:
        return after_lead(grammar, bare) or bare, True
    if kind is Kind.PLAIN:
        return _small_word(grammar, bare), has_finite(grammar, bare)
    return _small_word(grammar, bare), kind in (Kind.THING, Kind.OTHER)


def _small_word(grammar: Grammar, text: str) -> str:
    """The text with a small first letter where its first word is no name."""
    words = load_headline_words(grammar.language)
    key = key_of(re.split(r"[\s'’]", text, maxsplit=1)[0])
    is_ordinary = key in words.small or (key in words.common and key not in words.names_too)
    opens_small = grammar.opens_with("articles", text) or grammar.opens_with("clause", text)
    return small(text) if opens_small or is_ordinary else text


def _below_matter(grammar: Grammar, lead: Lead, text: str) -> tuple[str, bool]:
    bare = text.strip()
    kind = kind_of(grammar, bare)
    if kind is Kind.CLAUSE:
        return small(bare), not grammar.ends_with("of", lead.text)
    if kind is Kind.THING:
        return small(bare), True
    return _small_word(grammar, bare), kind is Kind.OTHER and not has_finite(grammar, bare)


def without_lead(grammar: Grammar, demands: Sequence[str]) -> Points:
    """Demands of a bulletin that has no lead for them, below one that fits."""
    kinds = {kind_of(grammar, text) for text in demands}
    whole = tuple(text.strip() for text in demands)
    if kinds == {Kind.SENTENCE}:
        return Points("", whole, sure=True)
    if kinds <= {Kind.OWN, Kind.TOLD}:
        return _own_verbs(grammar, demands)
    turned = [after_lead(grammar, text) for text in demands]
    orders_only = kinds == {Kind.ORDER}
    if all(turned) and (orders_only or kinds == {Kind.PLAIN} or not grammar.orders_stay):
        lead = _for_orders(grammar, demands) if orders_only else grammar.leads["urging"]
        return Points(lead, tuple(text for text in turned if text), sure=True)
    if kinds == {Kind.THING} or kinds == {Kind.CLAUSE}:
        lead = grammar.leads["asking" if kinds == {Kind.THING} else "wishing"]
        return Points(lead, tuple(map(small, demands)), sure=True)
    return Points(grammar.leads["open"], whole, sure=False)


def _for_orders(grammar: Grammar, demands: Sequence[str]) -> str:
    """The lead above orders: where they stay as they are, it tells one addressee from several as they do."""
    if not grammar.orders_stay:
        return grammar.leads["urging"]
    several = all(grammar.is_to_several(first_word(text)) for text in demands)
    return grammar.leads["ordering_many" if several else "ordering"]


def _own_verbs(grammar: Grammar, demands: Sequence[str]) -> Points:
    if any(grammar.another.search(plain(text)) for text in demands):
        return Points(grammar.leads["open"], tuple(demands), sure=False)
    return Points(grammar.leads["writing"], tuple(_own_verb(grammar, text) for text in demands), sure=True)


def _own_verb(grammar: Grammar, text: str) -> str:
    """The demand with its verb as it follows "I am writing to:"."""
    found = own_verb(grammar, text)
    if found is None:
        return text
    verb, pronoun, rest = found
    nobody = verb.asks in (Asks.SOMEBODY, Asks.EITHER) and names_nobody(grammar, rest)
    return f"{grammar.writes(verb, pronoun, addressed=bool(pronoun) or nobody)} {rest}".strip()
