"""Every word that a person sees goes through here (gettext)."""

import gettext

from uadesk.base.folders import resource

_translations: gettext.NullTranslations = gettext.NullTranslations()


def use_language(code: str) -> None:
    """Speak this language (ISO 639-1) from now on; English where there is no translation."""
    global _translations  # noqa: PLW0603  gettext's own model: one language a process
    _translations = gettext.translation("uadesk", resource("translations"), [code], fallback=True)


def spoken() -> str:
    """The language in use (ISO 639-1)."""
    return _translations.info().get("language", "en")[:2]


def _(text: str) -> str:
    """The text in the person's language."""
    return _translations.gettext(text)


def ngettext(one: str, many: str, number: int) -> str:
    """The form of the text that goes with the number, in the person's language."""
    return _translations.ngettext(one, many, number)


def N_(text: str) -> str:
    """Mark a text for translation where it is defined; `_` translates it where it is shown."""
    return text
