"""Words and numbers that bulletins are known by, before any rule has looked at the text."""

import re

_NUMBER = re.compile(
    r"\b(?:U\.?A\.?|AU|FI|EXTRA|urgent action|action urgente|acci[oó]n urgente|eilaktion)"
    r"(?:[\s:#°º.-]|No\b|Nr\b){0,5}(?:EXTRA\s+)?(\d{1,3}\s?[/.]\s?(?:19|20)?\d{2})(?!\d)",
    re.IGNORECASE,
)
_INDEX = re.compile(r"\b[A-Z]{3}\s?\d{1,2}\s?/\s?\d{1,5}\s?/\s?(?:\d{4}|\d{2})\b")
_UNTIL = re.compile(
    r"\b(?:this (?:urgent )?action (?:has )?(?:ended|expire[sd]?)|as soon as possible|send appeals|deadline"
    r"|aktiv seit|laufzeit|(?:bis|nach) (?:zum )?\d{1,2}\. ?\w+ \d{4}|ist beendet|date limite|avant le \d"
    r"|action termin[ée]e"
    r"|fecha l[ií]mite|antes del \d|lo antes posible|(?:until|before|by):? (?:\d{1,2} \w+|\w+ \d{1,2}),? \d{4})",
    re.IGNORECASE,
)
_SALUTATION = re.compile(
    r"\b(?:salutation|anrede|formule d['’]appel|appel|saludo|tratamiento|f[oó]rmula de (?:saludo|tratamiento))\s*:",
    re.IGNORECASE,
)
_WRITE = re.compile(
    r"\b(?:write to|please write|appeals? to|copies to|and copy|appell an|kopien? an|[ée]crivez|copies? [àa]"
    r"|escrib[ae]n?|copias? a|contact information|model letter|take action)\b",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"\b(?:(?:please )?(?:write|send (?:your )?(?:letters|appeals)) to\s*:|appeals to|copies to|appell an|kopien? an"
    r"|appels? [àa]\s*:|copies? [àa]\s*:|llamamientos a|copias? a\s*:)",
    re.IGNORECASE,
)
_CALLED = re.compile(r"\b(?:urgent action|action urgente|acci[oó]n urgente|eilaktion|urgent appeal)\b", re.IGNORECASE)
_SIGNS = (_NUMBER, _INDEX, _UNTIL, _SALUTATION, _WRITE, _CALLED)
_FEWEST = 2
_SHORTEST = 300
"""A bulletin has at least so many signs; an invitation to look at one has fewer."""


def numbers_in(text: str) -> frozenset[str]:
    """The numbers of urgent actions in a text, in one spelling.

    >>> sorted(numbers_in("UA 57.22, UA: 98/2016 and the file 12/20"))
    ['57/22', '98/16']
    """
    found = (re.sub(r"\s", "", each[1]).replace(".", "/") for each in _NUMBER.finditer(text))
    return frozenset(f"{first.lstrip('0')}/{year[-2:]}" for first, _, year in (each.partition("/") for each in found))


def first_number(text: str) -> str | None:
    """The number that a text names first, which is its own."""
    found = _NUMBER.search(text)
    return next(iter(numbers_in(found[0]))) if found is not None else None


def signs_in(text: str) -> int:
    """How many kinds of signs of a bulletin stand in a text."""
    return sum(sign.search(text) is not None for sign in _SIGNS)


def is_of_a_bulletin(text: str) -> bool:
    """Whether a stretch holds what a bulletin may not lose: its number, index, last day, salutation or
    the heading of its addresses.

    >>> [is_of_a_bulletin(said) for said in ("This action ended on 3 May", "UA 34/25", "Donate before you go")]
    [True, True, False]
    """
    return any(sign.search(text) for sign in (_NUMBER, _INDEX, _UNTIL, _SALUTATION, _ADDRESSED))


def reads_as_bulletin(text: str) -> bool:
    """Whether a whole text has the signs and the length of a bulletin."""
    return len(text) >= _SHORTEST and signs_in(text) >= _FEWEST


def is_note_to(note: str, bulletin: str) -> bool:
    """Whether a text only passes on a bulletin: shorter by half, no index or salutation, no case of its own."""
    if not reads_as_bulletin(bulletin) or 2 * len(note) > len(bulletin) or signs_in(note) > signs_in(bulletin):
        return False
    if _SALUTATION.search(note) or _INDEX.search(note):
        return False
    named = first_number(bulletin)
    return named is None or numbers_in(note) <= {named}


def speaks_of_time(text: str) -> bool:
    """Whether a text says until when to write."""
    return _UNTIL.search(text) is not None
