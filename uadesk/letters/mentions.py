"""Which demands a writer's own words make already."""

import re
from collections.abc import Iterable

from uadesk.domain.folding import fold

ENOUGH = 0.6
"""The part of a demand's words that must occur; a careful reader takes less for another matter."""

_STEM = 5
"""So many first signs make two words one: *release*, *released* and *releasing*."""
_EMPTY = frozenset(
    """
    about after against also and any are been before being but can could does each ensure every for from further had
    has have her him his immediately into its law may more must not now other our out over please right rights shall
    should such than that the their them then there these they this those through until urge upon was well were what
    when where which while who will with without would you your
    afin ainsi alors aux avec avant cela ces cette comme dans des donc elle elles est leur leurs les mais par pas plus
    pour que qui sans ses son sont soient sur tous tout toute toutes une vos votre vous
    antes asi como con contra cual cuando del desde donde ella ellas ellos esta este estos las los mas para pero por
    que quien sea sean sin sobre son sus todas todos una usted
    """.split()  # noqa: SIM905  a list of words is read as one
)
"""Words of English, French and Spanish, folded, that say nothing of what is asked."""
_WORD = re.compile(r"[^\W_]{3,}")


def mentions(text: str, demand: str) -> bool:
    """Whether a text makes this demand already: most of its words that matter stand in the text, in any form.

    >>> mentions("Please release Ana Peña, and drop every charge against her.", "Release Ana Peña at once")
    True
    >>> mentions("I am a nurse in Ottawa.", "Release Ana Peña at once")
    False
    """
    wanted = _stems(demand)
    return bool(wanted) and len(wanted & _stems(text)) >= ENOUGH * len(wanted)


def mentioned(text: str, demands: Iterable[str]) -> tuple[bool, ...]:
    """For each demand whether the text makes it already."""
    return tuple(mentions(text, demand) for demand in demands)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(fold(text)) if word not in _EMPTY)
