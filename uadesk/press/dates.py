"""Dates in the language of what is printed."""

from datetime import date
from functools import lru_cache


@lru_cache(maxsize=64)
def long_date(day: date, language: str, country: str = "") -> str:
    """The day in words as the country writes it in this language: "1 June 2025" (GB), "June 1, 2025" (CA)."""
    from babel import Locale
    from babel.core import UnknownLocaleError
    from babel.dates import format_date

    for tag in (f"{language}_{country}", language):
        try:
            return format_date(day, "long", locale=Locale.parse(tag))
        except (UnknownLocaleError, ValueError):
            continue
    return format_date(day, "long", locale="en")
