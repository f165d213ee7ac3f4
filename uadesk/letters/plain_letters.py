"""Letters without their accents, sign for sign, so that a place in the plain text is the same in the printed one."""

import unicodedata


def plain(text: str) -> str:
    """The text with each accented letter as its bare one and plain apostrophes; its length stays the same.

    >>> plain("instándole")
    'instandole'
    """
    return text if text.isascii() else "".join(map(_bare, text))


def _bare(sign: str) -> str:
    return "'" if sign in "’‘" else unicodedata.normalize("NFD", sign)[0]
