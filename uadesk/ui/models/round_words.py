"""How many letters and copies there are, or would be, in words."""

from collections.abc import Collection, Sequence
from datetime import date

from uadesk.base.language import _, ngettext
from uadesk.desk.missing import LateCase, Round
from uadesk.desk.words import too_late_sentence
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


def pieces_words(pieces: Sequence[int], copies: Collection[int], joined: str = "") -> str:
    """How many letters these are (ids), and how many copies with them: "12 letters and 12 copies".

    `joined` is how both stand together, where it is not so.
    """
    number = sum(ident in copies for ident in pieces)
    letters = len(pieces) - number
    said = ngettext("{n} letter", "{n} letters", letters).format(n=letters)
    if not number:
        return said
    of_copies = ngettext("{n} copy", "{n} copies", number).format(n=number)
    if not letters:
        return of_copies
    return (joined or _("{letters} and {copies}")).format(letters=said, copies=of_copies)


def late_words(cases: Sequence[LateCase], today: date) -> str:
    """That post comes too late for these cases: what to use for one, what is done where there are several."""
    if len(cases) < 2:
        return "\n".join(
            f"{each.case.name}: {too_late_sentence(each.case.act_until, each.targets, today)}" for each in cases
        )
    words = _("{cases}: post comes too late. Letters on them are drafted by email or fax where that reaches somebody.")
    return words.format(cases=", ".join(each.case.name for each in cases))


def drafted_words(rows: Sequence[LetterRow]) -> str:
    """What was drafted: letters, and the copies that go with them."""
    copies = sum(row.kind is PieceKind.COPY for row in rows)
    letters = len(rows) - copies
    if not copies:
        return ngettext("{n} letter was drafted.", "{n} letters were drafted.", letters).format(n=letters)
    words = ngettext("{n} letter and {copies} were drafted.", "{n} letters and {copies} were drafted.", letters)
    return words.format(n=letters, copies=ngettext("{n} copy", "{n} copies", copies).format(n=copies))
