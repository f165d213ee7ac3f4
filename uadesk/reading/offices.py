"""What a single line of an address is: a person, the office held, a body, or a place to deliver to."""

import re
from functools import cache

from uadesk.reference.bulletin_words import BulletinWords
from uadesk.reference.phrases import Phrases

_POSTAL_CODE = re.compile(r"\b\d{4,6}\b|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")
_NAME_WORD = re.compile(
    r"[A-ZÀ-ÖØ-ÞĀ-ŽȘȚ][\w'’.\-]*|(?:de|del|da|dos|la|las|los|le|von|van|der|bin|bint|al|el|ibn|y|e|ul|ur|\(.*\))(?=\s|$)|al-\w+|el-\w+|\(.*?\)|[\"“”].*?[\"“”]"
)
_SEAT = re.compile(
    r"(?:\b(?:offices?|house|palace|residence|mansion|lodge|secretariat|chambers|bureau|department|building)"
    r"|^crown\s+(?:prosecution|court|estate)\b.*)$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b\d{1,2}(?:e|er|ère|st|nd|rd|th|º|ª)\b"
    r"|\b(?:no|nr|n°|№|branch|division|chamber)\.?\s*\d{1,3}\b|\b[A-Z]{1,3}-\d{1,3}$|(?<=[a-z])\s\d$",
    re.IGNORECASE,
)
"""A court or prison may have a number: `Head of Penal Colony No. 4`."""
_STREET = re.compile(r"\bs/n\b|(?:^|\s)(?:No|N[°º])\.?\s*\d|\b[A-Z]?\d{4,6}\b", re.IGNORECASE)
"""What stands in a street's line, which may begin like a name: `Dr. Paliza s/n`."""
_POSSESSIVE = re.compile(r"^(?P<before>[^,]*?)['’]s?\s+(?P<body>.+)$")
_BODY = re.compile(r"(?:the\s+)?(?:embassy|high commission|consulate|permanent mission)\b", re.IGNORECASE)
_SHORT_HONORIFIC = re.compile(
    r"he|u|m\.?|me|d\.|c\.|don|counsell?or|father|sister|representative|major|general|commander|prince|king",
    re.IGNORECASE,
)


def looks_postal(text: str, words: BulletinWords) -> bool:
    """Whether a line tells a place to deliver to: a street, a box, a postal code."""
    return bool(_POSTAL_CODE.search(text) or (any(sign.isdigit() for sign in text) and len(text) < 80)) or (
        words.address["places"].search(text) is not None
        and (not has_honorific(text, words) or _is_named_after(text, words))
    )


def _is_named_after(text: str, words: BulletinWords) -> bool:
    """Whether a street or barracks is named after somebody: `King Fahd Road`, `Sir Seretse Khama Barracks`."""
    place = re.search(r"(\w+)$", text)
    is_place = place is not None and words.address["places"].fullmatch(place[1]) is not None
    return is_place and words.address["namesakes"].match(text) is not None


def looks_like_beginning(text: str, words: BulletinWords) -> bool:
    """Whether an addressee may begin with this line: an honorific, an office or an embassy; no number in it."""
    if _STREET.search(text):
        return False
    if has_honorific(text, words):
        return not any(sign.isdigit() for sign in text)  # "pr. Sanoi, 126" is a street
    if looks_postal(text, words):
        return False
    return is_office(text, words) or _BODY.match(text) is not None


def is_office(text: str, words: BulletinWords) -> bool:
    """Whether a line names the office that a person holds ("Minister of Justice"), not a body ("Ministry of Justice").

    "Office of the President", "Prosecutor General's Office" and "Embassy of …" are bodies, "King Street" is a place.
    """
    office, body = words.address["offices"].search(text), words.address["organisations"].search(text)
    if office is None or any(sign.isdigit() for sign in _NUMBERED.sub("", text)) or _is_seat(text, words):
        return False
    return body is None or office.start() < body.start() or _is_office_of_body(text, body, words)


def _is_office_of_body(text: str, body: re.Match[str], words: BulletinWords) -> bool:
    """Whether the body only says what kind of office it is: `Union Home Minister`, `Supreme Court Justice`."""
    office = next(words.address["offices"].finditer(text, body.end()), None)
    if office is None or words.address["organisations"].search(text, office.end()) is not None:
        return False
    return re.search(r"[,(]|\b(?:of|for|to|the|in)\b", text[body.start() : office.start()], re.IGNORECASE) is None


def _is_seat(text: str, words: BulletinWords) -> bool:
    """Whether a line is the seat of an office: its house or staff, whose word comes last; or a street."""
    possessive = _POSSESSIVE.match(text)
    if possessive is not None and not re.search(r"\b(?:of|at|in)\s+the\b", possessive["before"], re.IGNORECASE):
        return (
            words.address["organisations"].match(possessive["body"]) is not None
            or words.address["places"].match(possessive["body"]) is not None
        )
    if re.search(r",|\b(?:of|for|at|in)\b", text, re.IGNORECASE):
        return False
    last = re.sub(r"\s+(?:[NSEW]|North|South|East|West)\.?$", "", text)
    streets = re.compile(rf"(?<!\w)(?:{words.address['streets'].pattern})$", re.IGNORECASE)
    return len(text.split()) > 1 and (_SEAT.search(last) or streets.search(last)) is not None


def has_honorific(text: str, words: BulletinWords) -> bool:
    """Whether a line begins with an honorific or rank before a name."""
    return honorific_end(text, words) > 0


def honorific_end(text: str, words: BulletinWords) -> int:
    """Where the honorifics at a line's start end; 0 where it has none. "He" and "U" count only before a name."""
    match = _honorifics(words).match(text)
    if match is None:
        return 0
    rest = text[match.end() :].strip()
    if re.match(r"(?:of|for|to)\b", rest, re.IGNORECASE):
        return 0  # "King of Bahrain" is an office
    if _SHORT_HONORIFIC.fullmatch(match[0].strip(" ,")) and (
        not rest or not is_name(rest, words) or rest.split()[0].casefold() in {"of", "director", "secretary"}
    ):
        return 0
    return match.end()


@cache
def _honorifics(words: BulletinWords) -> Phrases:
    return words.address["honorifics"].within(lambda one: rf"(?:{one}(?:\s*,?\s+|$))+(?:\(\w+\)\s+)?")


def is_honorific_alone(text: str, words: BulletinWords) -> bool:
    """Whether a line is nothing but an honorific, whose name stands on the next one."""
    match = _honorifics(words).match(text)
    return match is not None and match.end() == len(text) and len(text) > 2


def is_name(text: str, words: BulletinWords) -> bool:
    """Whether these words can be a person's name: at most seven, none of an office or place."""
    if any(sign.isdigit() for sign in text) or len(text) > 70:
        return False
    own = re.sub(r"\s*\([^)]*\)", "", text).replace(",", " ").split()
    if not own or len(own) > 7:
        return False
    if words.address["organisations"].search(text) or words.address["offices"].search(text):
        return False
    return all(_NAME_WORD.match(word) for word in own) and own[0][:1].isupper()


def is_person(text: str, words: BulletinWords) -> bool:
    """Whether this is a name behind an honorific, or at least two words that can be one."""
    end = honorific_end(text, words)
    return is_name(text[end:], words) and (end > 0 or len(text.split()) > 1)
