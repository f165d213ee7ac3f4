"""The letters that tonight still lacks: who is here, which cases are on offer, what is not drafted yet."""

from collections.abc import Sequence
from dataclasses import dataclass

from uadesk.base.language import ngettext
from uadesk.desk.cases import case_view
from uadesk.desk.desk import Desk
from uadesk.desk.evenings import Tonight
from uadesk.domain.letters import PieceKind
from uadesk.domain.rows import LetterRow


@dataclass(frozen=True, slots=True)
class Missing:
    """Who writes on which case (by ids), and how many letters and copies that makes."""

    writers: dict[int, tuple[int, ...]]
    letters: int
    copies: int

    def words(self, *, with_copies: bool) -> str:
        """What drafting them all would make."""
        if self.copies and with_copies:
            words = ngettext("Draft {n} letter and {copies}", "Draft {n} letters and {copies}", self.letters)
            copies = ngettext("{n} copy", "{n} copies", self.copies).format(n=self.copies)
            return words.format(n=self.letters, copies=copies)
        return ngettext("Draft {n} letter", "Draft {n} letters", self.letters).format(n=self.letters)


def drafted_words(rows: Sequence[LetterRow]) -> str:
    """What was drafted: letters, and the copies that go with them."""
    copies = sum(row.kind is PieceKind.COPY for row in rows)
    letters = len(rows) - copies
    if not copies:
        return ngettext("{n} letter was drafted.", "{n} letters were drafted.", letters).format(n=letters)
    words = ngettext("{n} letter and {copies} were drafted.", "{n} letters and {copies} were drafted.", letters)
    return words.format(n=letters, copies=ngettext("{n} copy", "{n} copies", copies).format(n=copies))


def find_missing(desk: Desk, state: Tonight) -> Missing:
    """What is not drafted yet, by case; a case with nobody to write to lacks nothing."""
    writers: dict[int, tuple[int, ...]] = {}
    letters = copies = 0
    for place, case in enumerate(state.cases):
        without = tuple(person.ident for person in state.people if person.here and person.cells[place] is None)
        view = case_view(desk, case.ident) if without else None
        if view is None or not view.targets:
            continue
        writers[case.ident] = without
        letters += len(without) * len(view.targets)
        copies += len(without) * len(view.targets) * len(view.copies)
    return Missing(writers, letters, copies)
