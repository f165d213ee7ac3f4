"""The doubt that a file holds text which was left out, since nobody sees it there."""

from collections.abc import Iterable, Iterator

from uadesk.domain.texts import Check, Level

_LONGEST = 80
"""Signs of it that the doubt shows."""


def left_out(code: str, stretches: Iterable[str]) -> Iterator[Check]:
    """One doubt about all these stretches, none where there is nothing but white space."""
    printed = " ".join(" ".join(stretches).split())
    if printed:
        shown = printed if len(printed) <= _LONGEST else f"{printed[:_LONGEST].rstrip()}…"
        yield Check("text", Level.UNCERTAIN, code, {"printed": shown})
