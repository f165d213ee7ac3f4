"""Numbers, indexes and stages as bulletins print them."""

import re
from functools import cache

from uadesk.domain.bulletins import Stage
from uadesk.domain.numbers import UANumber, parse_number
from uadesk.reference.bulletin_words import BulletinWords
from uadesk.reference.phrases import one_of

_GLUED_DAY = r"\d{1,2}\.?\s+(?:de\s+)?[^\W\d_]{3,10}\.?\s+(?:de\s+)?\d{4}"
"""The day and the rest of a date, which a lost gap may have glued to a number."""
_SEQUENCE = rf"(?:EXTRA\s+)?\d{{1,4}}\s?[/.]\s?(?:\d{{2}}(?={_GLUED_DAY})|(?:19|20)\d{{2}}|\d{{2}})"
_DAMAGED = r"V\.?A\.?(?=\s*:)"
"""`UA` as a scanner reads it."""
INDEX = re.compile(r"\b[A-Z]{3}\s*\d{1,2}\s*/\s*\d{1,5}\s*/\s*(?:\d{4}|\d{2})(?:/[a-z](?![a-z]))?(?!\d)")
_ORDINAL = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th|e|ème|ª|º)(?!\w)|\((?:n[°º.o]{1,2}\s?)?(\d{1,2})\)", re.IGNORECASE)


OTHERS_NUMBER = re.compile(
    r"\b(?:AHRC-)?(?:UAC|UAU|UA|UP|FU)-\d{3}-\d{4}\b|\b[A-Z]{3}\s+\d{3}\s*/\s*\d{4}\s*/\s*OBS\s+\d{3}(?:\.\d)?\b"
    r"|\bCase\s+[A-Z]{3}\s?\d{6}\b"
)
"""Numbers of other organisations' appeals: of the AHRC, of the Observatory and OMCT."""


def is_banner(text: str, words: BulletinWords) -> bool:
    """`URGENT ACTION`, also between stars or behind a bullet."""
    return words.exact["banner"].fullmatch(text.strip("*•-–— ")) is not None


@cache
def number_pattern(words: BulletinWords) -> re.Pattern[str]:
    """A bulletin's number with its label: `UA: 34/25`, `AU 46/11`, `UA-165/2012-2`, `EXTRA 19/92`."""
    label = rf"(?P<label>{words.header['number'].pattern}|FI|{_DAMAGED})\s*(?:No\.?|n[°º]|number|:|#|-)*\s*"
    return re.compile(
        rf"(?<![\w/-])(?:{label}(?P<number>{_SEQUENCE})|(?P<extra>EXTRA\s+\d{{1,4}}/\d{{2}}))"
        rf"(?:(?={_GLUED_DAY})|(?![/\d]))(?:-(?P<follow>\d{{1,2}})(?!\d))?",
        re.IGNORECASE,
    )


@cache
def index_label(words: BulletinWords) -> re.Pattern[str]:
    """`AI Index:`."""
    return re.compile(rf"{words.header['index'].pattern}\s*[:.]?\s*", re.IGNORECASE)


def number_in(match: re.Match[str]) -> UANumber | None:
    """The number that `number_pattern` found."""
    return parse_number(re.sub(r"\s*([/.])\s*", r"\1", match["number"] or match["extra"]))


def number_span(match: re.Match[str]) -> tuple[int, int]:
    """Where the number stands that `number_pattern` found, without its label."""
    return match.span("number") if match["number"] else match.span("extra")


def stage_in(text: str, words: BulletinWords) -> tuple[Stage | None, int | None, tuple[int, int] | None]:
    """The stage that these words name, its ordinal, and where that stands: `Third` and `2nd update` are updates."""
    if words.header["outcome"].search(text):
        return Stage.OUTCOME, None, None
    for word, ordinal in words.ordinals.items():
        named = re.search(rf"\b{one_of([word])}\b", text, re.IGNORECASE)
        if named:
            return Stage.UPDATE, ordinal, named.span()
    numbered = _ORDINAL.search(text)
    if numbered and int(numbered[1] or numbered[2]) > 0:
        ordinal, is_update = int(numbered[1] or numbered[2]), words.header["update"].search(text) is not None
        if ordinal > 1 or is_update:
            return Stage.UPDATE, ordinal, numbered.span(1 if numbered[1] else 2)
    if words.header["update"].search(text):
        first_update = words.header["first"].search(text)
        return Stage.UPDATE, 1 if first_update else None, first_update.span() if first_update else None
    return (Stage.FIRST, None, None) if words.header["first"].search(text) else (None, None, None)
