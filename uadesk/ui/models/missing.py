"""What drafting would make, and what it made, in words."""

from collections.abc import Sequence

from uadesk.base.language import _, ngettext
from uadesk.desk.missing import Round
from uadesk.domain.letters import Channel, PieceKind
from uadesk.domain.rows import LetterRow


def round_words(round_: Round, *, with_copies: bool) -> str:
    """What drafting them all would make: "Draft 12 letters and 12 copies", "Draft 12 letters by email"."""
    if round_.copies and with_copies:
        words = ngettext("Draft {n} letter and {copies}", "Draft {n} letters and {copies}", round_.letters)
        copies = ngettext("{n} copy", "{n} copies", round_.copies).format(n=round_.copies)
        said = words.format(n=round_.letters, copies=copies)
    else:
        said = ngettext("Draft {n} letter", "Draft {n} letters", round_.letters).format(n=round_.letters)
    if round_.channel is Channel.EMAIL:
        return _("{draft} by email").format(draft=said)
    return _("{draft} by fax").format(draft=said) if round_.channel is Channel.FAX else said


def drafted_words(rows: Sequence[LetterRow]) -> str:
    """What was drafted: letters, and the copies that go with them."""
    copies = sum(row.kind is PieceKind.COPY for row in rows)
    letters = len(rows) - copies
    if not copies:
        return ngettext("{n} letter was drafted.", "{n} letters were drafted.", letters).format(n=letters)
    words = ngettext("{n} letter and {copies} were drafted.", "{n} letters and {copies} were drafted.", letters)
    return words.format(n=letters, copies=ngettext("{n} copy", "{n} copies", copies).format(n=copies))
