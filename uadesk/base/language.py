"""Every word that a person sees goes through here (gettext)."""

import gettext
import os
import re
from collections.abc import Mapping
from itertools import takewhile

from uadesk.base.folders import resource

_ENGLISH = ("", "C", "POSIX", "en")
"""What stands for English, which needs no translation, in the name of a locale."""

_translations: gettext.NullTranslations = gettext.NullTranslations()


def use_language(*codes: str) -> None:
    """Speak the first of these languages (fr, fr_CA) that is translated from now on; English where none is."""
    global _translations  # noqa: PLW0603  gettext's own model: one language a process
    _translations = gettext.translation("uadesk", resource("translations"), codes, fallback=True)


def wished_languages(environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """The languages that the person's locale names before English, by LANGUAGE, LC_ALL, LC_MESSAGES or LANG."""
    names = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    said = next((environment[name] for name in names if environment.get(name)), "")
    return tuple(takewhile(lambda code: re.split("[_.@]", code)[0] not in _ENGLISH, said.split(":")))


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
