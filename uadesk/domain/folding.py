"""Names folded for finding: without accents and case, so that *Lukasz* finds *Łukasz*."""

import unicodedata

_PLAIN = str.maketrans(
    {"ł": "l", "ı": "i", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ŧ": "t"}
)


def fold(text: str) -> str:
    """The text in plain small letters, white space folded to single blanks."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return " ".join(bare.casefold().translate(_PLAIN).split())
