"""A case goes on, or ends, while letters lie in the house: what waits until somebody decides, what is to be pulled."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from uadesk.base.errors import UADeskError
from uadesk.base.jobs import Job, finish
from uadesk.base.language import N_
from uadesk.desk.addressees import NoLongerAddressedError, addressee_now, expect_addressee_now, named_addressee
from uadesk.desk.blocks import Blocks, with_copies
from uadesk.desk.desk import Desk, Skipped
from uadesk.desk.following import move_on
from uadesk.desk.portions import in_portions
from uadesk.domain.letters import WAITING, Channel, LetterStatus
from uadesk.domain.rows import HELD, TO_PULL, LetterRow, Order

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from uadesk.store.letters import LetterRecord


class AddressChangedError(UADeskError):
    """A letter was printed before its address changed: its envelope would go to the old one."""

    def __init__(self, code: str, addressee: str) -> None:
        super().__init__(code, addressee)
        self.code = code
        self.addressee = addressee


class HeldBackError(UADeskError):
    """A draft that did not follow its case by itself: somebody decides first whether it goes as it is."""

    def __init__(self, code: str, case: str) -> None:
        super().__init__(code, case)
        self.code = code
        self.case = case


@dataclass(frozen=True, slots=True)
class Renewed:
    """Letters that are drafts on the bulletin that holds now, and those that nobody can be found for any more."""

    done: tuple[LetterRow, ...]
    skipped: tuple[Skipped, ...]


def to_pull(desk: Desk, case_id: int | None = None) -> tuple[LetterRow, ...]:
    """The letters that were begun on closed cases (on this one) and have not gone, by code: none of them is to go."""
    from uadesk.desk.letters import list_letters

    return tuple(list_letters(desk, replace(TO_PULL, case_id=case_id), Order("code")))


def paper_among(desk: Desk, letters: Sequence[LetterRow]) -> tuple[LetterRow, ...]:
    """Those of these letters of which anything lies in the house: a page, an envelope, or what was written by hand."""
    from uadesk.store.queries.printing import on_paper

    with desk.store.reading() as session:
        printed = on_paper(session, [row.ident for row in letters])
    return tuple(
        row
        for row in letters
        if row.status is not LetterStatus.DRAFT or row.channel is Channel.HANDWRITTEN or row.ident in printed
    )


def held_rows(desk: Desk) -> tuple[LetterRow, ...]:
    """The letters on open cases on which somebody is to decide before they go, by code.

    They were printed, or could not follow, before a later bulletin came or their addressee's block was corrected.
    """
    from uadesk.desk.letters import list_letters

    return tuple(list_letters(desk, HELD, Order("code")))


def renew(desk: Desk, idents: Iterable[int]) -> Renewed:
    """Make held letters drafts on the bulletin that holds now, to be printed anew; what was printed stays in history.

    So are their copies on paper. One whose addressee is named no more is passed over and named; one that went, or is
    held no more, is left as it is.
    """
    return finish(renewing(desk, idents))


def renewing(desk: Desk, idents: Iterable[int]) -> Job[Renewed]:
    """The same step by step, as one act to undo."""
    from uadesk.store.queries.letters import letter_rows
    from uadesk.store.queries.printing import forget_paper, letters_to_move

    moved: list[int] = []
    skipped: list[Skipped] = []

    def move(session: "Session", portion: Sequence[int]) -> None:
        letters = [letter for letter in letters_to_move(session, portion) if _waits(letter)]
        renewed = []
        for letter in [*letters, *_copies_on_paper(session, letters)]:
            try:
                expect_addressee_now(letter)
            except NoLongerAddressedError as error:
                skipped.append(Skipped(letter.code, error))
                continue
            _begin_anew(letter, desk.now)
            renewed.append(letter)
        forget_paper(session, [letter.id for letter in renewed])
        Blocks(session).settle(with_copies(renewed))
        moved.extend(letter.id for letter in renewed)

    with desk.store.act(N_("Bring letters up to date")) as act:
        yield from in_portions(act, list(idents), move)
    with desk.store.reading() as session:
        return Renewed(tuple(letter_rows(session, moved)), tuple(skipped))


def _waits(letter: "LetterRecord") -> bool:
    """Whether somebody is to decide on it still."""
    return letter.status in WAITING and letter.is_held


def _copies_on_paper(session: "Session", letters: Sequence["LetterRecord"]) -> "list[LetterRecord]":
    """The printed copies of these letters, which say to whom their letter goes; those that are among them left out."""
    from uadesk.store.queries.printing import letters_to_move, on_paper

    copies = [copy for copy in with_copies(letters) if copy not in letters and copy.status in WAITING]
    printed = on_paper(session, [copy.id for copy in copies])
    return letters_to_move(session, [copy.id for copy in copies if copy.frozen is not None or copy.id in printed])


def _begin_anew(letter: "LetterRecord", now: datetime) -> None:
    """Make a letter a draft on the bulletin that holds now, as if nothing had been decided of it."""
    while letter.status is not LetterStatus.DRAFT and letter.step_back(now):
        pass
    letter.thaw()
    letter.forget_decision()
    move_on(letter)


def keep_as_is(desk: Desk, idents: Iterable[int]) -> None:
    """These letters go as they are, though their case went on: they are held no more until something else comes."""
    finish(keeping(desk, idents))


def keeping(desk: Desk, idents: Iterable[int]) -> Job[None]:
    """The same step by step, as one act to undo."""
    from uadesk.store.queries.printing import letters_to_compose

    def keep(session: "Session", portion: Sequence[int]) -> None:
        for letter in letters_to_compose(session, portion):
            if _waits(letter):
                found = addressee_now(letter)
                letter.keep(() if found is None else found.addressee.where)

    with desk.store.act(N_("Let letters go as they are")) as act:
        yield from in_portions(act, list(idents), keep)


def expect_current(letter: "LetterRecord", *, envelope: bool = False) -> None:
    """Raises what keeps a letter from paper since its case went on.

    NoLongerAddressedError for a letter to nobody, AddressChangedError where it would go to an address that was
    replaced, HeldBackError for any other that is held; what a person let go as it is may go. A copy says what its
    letter does, and waits with it. An `envelope` for a letter on paper asks for its address only.
    """
    original, is_page = letter.original, letter.status is LetterStatus.DRAFT or not envelope
    if is_page and original is not None and original.status in WAITING:
        expect_current(original)
    if not letter.is_held:
        return
    name = letter.addressee_name or named_addressee(letter).name
    if addressee_now(letter) is None:
        raise NoLongerAddressedError(letter.code, name, letter.case.name)
    if letter.replaced is not None:
        raise AddressChangedError(letter.code, name)
    if is_page:
        raise HeldBackError(letter.code, letter.case.name)
