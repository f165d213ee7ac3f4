"""The language a bulletin is in, told by its commonest words."""

import re

from uadesk.reference.bulletin_words import ENGLISH, LANGUAGES, BulletinWords, common_words, load_words

LOOKED_AT = 20_000
"""Signs of the text that are looked at."""
LEAST = 0.08
"""Share of its words that must be common ones of a language."""


def language_of(content: str) -> str | None:
    """ISO 639-1 code; None where no language is likely.

    >>> language_of("Die Behörden haben ihn in das Gefängnis von Evin gebracht, und er ist nicht frei.")
    'de'
    """
    words = re.findall(r"[^\W\d_]+", content[:LOOKED_AT].casefold())
    if not words:
        return None
    counts = {code: sum(word in common for word in words) for code, common in common_words().items()}
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] >= LEAST * len(words) else None


def words_of(language: str | None) -> BulletinWords:
    """The words that a text in this language is read with; the English ones where it has none of its own."""
    return load_words(language if language in LANGUAGES else ENGLISH)
