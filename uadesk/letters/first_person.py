"""What a bulletin asks for, in a writer's first person: from "urging the court to" to "I urge the court to:".

What cannot be turned for certain is given as it is printed, and said to be unsure.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from uadesk.letters.grammar import Asks, grammar_of
from uadesk.letters.leads import Hook, completed, own_lead, turn_lead
from uadesk.letters.plain_letters import plain
from uadesk.letters.points import Points, below_lead, without_lead


@dataclass(frozen=True, slots=True)
class FirstPerson:
    """What a writer says before the demands, whole; `sure` is false where somebody must look at it."""

    text: str
    sure: bool


def first_person(lead: str | None, language: str) -> FirstPerson:
    """A bulletin's lead in the first person, its object kept; "you" where it names only the addressee, or nobody."""
    grammar = grammar_of(language)
    printed = " ".join((lead or "").split())
    if grammar is None:
        return FirstPerson(printed, sure=not printed)
    if not printed:
        return FirstPerson(grammar.leads["urging"], sure=True)
    turned = own_lead(grammar, printed) or turn_lead(grammar, printed)
    if turned is None:
        return FirstPerson(grammar.colon(printed), sure=False)
    needs_to = turned.hook is Hook.OPEN and turned.verb.asks is Asks.SOMEBODY
    return FirstPerson(
        grammar.colon(completed(grammar, turned, turned.verb.to) if needs_to else turned.text), sure=True
    )


def points(lead: str | None, demands: Sequence[str], language: str) -> Points:
    """Lead and demands in the first person. Demands with verbs of their own ("Urging …") get a lead to fit them."""
    grammar = grammar_of(language)
    printed = " ".join((lead or "").split())
    if not demands:
        return Points("", (), sure=True)
    if grammar is None:
        return Points(printed, tuple(demands), sure=False)
    if not printed:
        return without_lead(grammar, demands)
    turned = own_lead(grammar, printed) or turn_lead(grammar, printed)
    if turned is not None:
        return below_lead(grammar, turned, demands)
    if grammar.told.match(plain(printed)):
        return without_lead(grammar, demands)
    return Points(grammar.colon(printed), tuple(demands), sure=False)
