"""Names folded for finding: without accents and case, so that *Lukasz* finds *Łukasz*; texts to be compared."""

import unicodedata

_PLAIN = str.maketrans(
    {"ł": "l", "ı": "i", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ŧ": "t"}
)


def fold(text: str) -> str:
    """The text in plain small letters, white space folded to single blanks."""
    if text.isascii():
        return " ".join(text.casefold().split())
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return " ".join(bare.casefold().translate(_PLAIN).split())


def signs_of(text: str) -> str:
    """Letters and digits alone, folded: by these a text is the same through line breaks, hyphens, bullets and quotes.

    >>> signs_of("“Free   the\\nGuar-\\ndians!”"), signs_of("free the guardians")
    ('freetheguardians', 'freetheguardians')
    """
    return "".join(sign for sign in fold(text) if sign.isalnum())
