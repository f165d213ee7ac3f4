"""The letters: who wrote what, found, ordered, and by the step they wait for."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from uadesk.base.errors import UADeskError
from uadesk.desk.desk import Desk, Skipped
from uadesk.domain.letters import Channel, LetterStatus
from uadesk.domain.rows import LetterFilter, LetterRow, NumberedPages, Order

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from uadesk.store.letters import LetterRecord

_DRAFTS = LetterFilter(statuses=frozenset({LetterStatus.DRAFT}), case_closed=False, held=False)
_WAITS_FOR = {
    LetterStatus.PRINTED: replace(_DRAFTS, channels=frozenset({Channel.POST})),
    LetterStatus.SENT: replace(_DRAFTS, channels=frozenset({Channel.EMAIL, Channel.FAX})),
    LetterStatus.POSTED: LetterFilter(to_box=True),
}
"""Which letters wait for this step."""


class LetterGoneError(UADeskError):
    """There is no such letter any more: drafting it was undone, or its writer was taken off the list."""

    def __init__(self, ident: int) -> None:
        super().__init__(ident)
        self.ident = ident


class UnknownCodeError(UADeskError):
    """No letter has this code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def list_letters(
    desk: Desk, wanted: LetterFilter = LetterFilter(), order: Order = Order("changed", descending=True)
) -> NumberedPages[LetterRow]:
    """Who wrote what."""
    from uadesk.store.queries.letters import letter_ids

    with desk.store.reading() as session:
        found = letter_ids(session, wanted, order)
    return _pages(desk, found)


def narrowed(desk: Desk, letters: NumberedPages[LetterRow], text: str) -> NumberedPages[LetterRow]:
    """Those of these letters in which each typed word begins a word, in their order.

    It is what a list does with each key: the letters need not be put into their order anew.
    """
    from uadesk.store.queries.letters import ids_with_words

    with desk.store.reading() as session:
        found = ids_with_words(session, text)
    return letters if found is None else _pages(desk, [ident for ident in letters.idents if ident in found])


def _pages(desk: Desk, idents: Sequence[int]) -> NumberedPages[LetterRow]:
    from uadesk.store.queries.letters import letter_rows
    from uadesk.store.queries.paging import IdPages

    def fetch(some: Sequence[int]) -> list[LetterRow]:
        with desk.store.reading() as session:
            return letter_rows(session, some)

    return IdPages(idents, fetch)


def waiting_among(desk: Desk, idents: Iterable[int]) -> dict[LetterStatus, list[int]]:
    """Which of these letters wait to be printed, to be sent and to be posted, in the order of their making.

    Those on closed cases are to be pulled, held ones wait for somebody to decide, and those that went to paper for an
    answer how they came out: none of them waits for a step.
    """
    from uadesk.store.queries.letters import letter_ids
    from uadesk.store.queries.printing import unanswered_runs

    given = set(idents)
    waiting: dict[LetterStatus, list[int]] = {}
    with desk.store.reading() as session:
        asked = {ident for run in unanswered_runs(session) for ident in run.letters}
        for step, wanted in _WAITS_FOR.items():
            waiting[step] = [ident for ident in letter_ids(session, wanted) if ident in given - asked]
    return waiting


def unknown_codes(codes: Iterable[str], found: Iterable[LetterRow]) -> tuple[Skipped, ...]:
    """The codes that no letter has."""
    known = {row.code for row in found}
    return tuple(Skipped(code, UnknownCodeError(code)) for code in sorted(set(codes) - known))


def found_letter(session: "Session", ident: int) -> "LetterRecord":
    """The letter with this number. Raises LetterGoneError."""
    from uadesk.store.letters import LetterRecord

    letter = session.get(LetterRecord, ident)
    if letter is None:
        raise LetterGoneError(ident)
    return letter
