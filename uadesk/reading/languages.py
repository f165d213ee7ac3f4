"""The language a bulletin is in, told by its commonest words."""

import re

_COMMON = {
    "en": frozenset(
        [
            "the",
            "and",
            "of",
            "to",
            "in",
            "that",
            "for",
            "with",
            "their",
            "have",
            "been",
            "by",
            "from",
            "was",
            "is",
            "are",
            "on",
        ]
    ),
    "fr": frozenset(
        [
            "le",
            "la",
            "les",
            "des",
            "de",
            "du",
            "et",
            "à",
            "en",
            "que",
            "dans",
            "pour",
            "une",
            "un",
            "par",
            "sur",
            "au",
            "aux",
            "est",
            "ont",
            "été",
        ]
    ),
    "es": frozenset(
        [
            "el",
            "la",
            "los",
            "las",
            "de",
            "del",
            "y",
            "en",
            "que",
            "por",
            "para",
            "una",
            "un",
            "con",
            "se",
            "su",
            "al",
            "ha",
            "han",
            "es",
        ]
    ),
    "de": frozenset(
        [
            "der",
            "die",
            "das",
            "und",
            "in",
            "den",
            "von",
            "zu",
            "mit",
            "ist",
            "des",
            "im",
            "für",
            "auf",
            "dem",
            "eine",
            "ein",
            "wurde",
            "nicht",
        ]
    ),
}
LOOKED_AT = 20_000
"""Signs of the text that are looked at."""
LEAST = 0.08
"""Share of its words that must be common ones of a language."""


def language_of(content: str) -> str | None:
    """ISO 639-1 code; None where no language is likely."""
    words = re.findall(r"[^\W\d_]+", content[:LOOKED_AT].casefold())
    if not words:
        return None
    counts = {code: sum(word in common for word in words) for code, common in _COMMON.items()}
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] >= LEAST * len(words) else None
