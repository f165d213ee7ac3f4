"""A single demand and its lead as one sentence."""

import re

from uadesk.letters.demand_points import Kind, has_finite, kind_of
from uadesk.letters.grammar import Grammar, grammar_of
from uadesk.letters.leads import TRAILING, Hook, own_lead

_INNER_END = re.compile(r"[.!?;:]\s+\S|[\n•]")


def one_sentence(lead: str, demand: str, language: str) -> str | None:
    """What a letter says that makes this demand alone; None where lead and demand do not make one sentence.

    >>> one_sentence("I urge the court to:", "release her;", "en")
    'I urge the court to release her.'
    """
    grammar = grammar_of(language)
    if grammar is None or not lead.rstrip().endswith(":") or _INNER_END.search(demand.strip()):
        return None
    kind = kind_of(grammar, demand)
    if not demand.strip() or not _fits(grammar, lead, demand, kind):
        return None
    return _ended(grammar.join(lead.rstrip(TRAILING), demand.strip(), contracts=kind is Kind.THING))


def _fits(grammar: Grammar, lead: str, demand: str, kind: Kind) -> bool:
    """Whether the demand goes on where the lead leaves off."""
    if lead == grammar.leads["writing"]:
        return demand[:1].islower()
    turned = own_lead(grammar, lead)
    if turned is None:
        return False
    if turned.hook is Hook.TO:
        continues = kind is Kind.PLAIN or (kind is Kind.THING and grammar.to_names_somebody)
        return continues and demand[:1].islower()
    if turned.hook is Hook.THAT:
        orders = kind is Kind.ORDER and grammar.orders_stay
        return orders or kind in (Kind.THING, Kind.OTHER) or has_finite(grammar, demand)
    return kind in (Kind.THING, Kind.CLAUSE) and demand[:1].islower()


def _ended(sentence: str) -> str:
    bare = sentence.strip().rstrip(" ;,")
    return bare if bare.endswith((".", "!", "?", ".”", ".»", ".)")) else f"{bare}."
