"""A case goes on while letters lie in the house: drafts follow it, what is printed is held until somebody decides."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from uadesk.base.errors import UADeskError
from uadesk.base.language import N_
from uadesk.desk.cases import text_of
from uadesk.desk.desk import Desk, Skipped
from uadesk.domain.addresses import Addressee, successor
from uadesk.domain.bulletins import Stage
from uadesk.domain.letters import WAITING, Channel, LetterStatus
from uadesk.domain.rows import HELD, TO_PULL, LetterRow, Order

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from uadesk.store.bulletins import AddresseeRecord, BulletinRecord
    from uadesk.store.cases import CaseRecord
    from uadesk.store.letters import LetterRecord


class NoLongerAddressedError(UADeskError):
    """The bulletin that holds now names nobody in the place of this letter's addressee."""

    def __init__(self, code: str, addressee: str, case: str) -> None:
        super().__init__(code, addressee, case)
        self.code = code
        self.addressee = addressee
        self.case = case


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
class Changes:
    """What a later bulletin changed for one letter. `now` is None where nobody is named in the addressee's place."""

    stage: Stage | None
    issued: date | None
    is_correction: bool
    """Whether no later bulletin came: the addressee's block was corrected on the same one."""
    before: Addressee
    now: Addressee | None
    dropped: tuple[str, ...]
    added: tuple[str, ...]

    @property
    def is_other(self) -> bool:
        """Whether anything that stands in the letter, or on its envelope, is another thing now."""
        return self.is_elsewhere or self.is_greeted_otherwise or bool(self.dropped or self.added)

    @property
    def is_greeted_otherwise(self) -> bool:
        """Whether the salutation is another."""
        return self.now is not None and self.now.salutation != self.before.salutation

    @property
    def is_elsewhere(self) -> bool:
        """Whether the letter would go to another address, or to nobody."""
        return self.now is None or self.now.lines != self.before.lines


@dataclass(frozen=True, slots=True)
class HeldLetter:
    """A letter that waits for a decision, and what changed since it was begun."""

    row: LetterRow
    changes: Changes


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


def held_letters(desk: Desk) -> tuple[HeldLetter, ...]:
    """The same letters, each with what changed for it."""
    rows = held_rows(desk)
    found = changes_of(desk, [row.ident for row in rows])
    return tuple(HeldLetter(row, found[row.ident]) for row in rows)


def changes_of(desk: Desk, idents: Iterable[int]) -> dict[int, Changes]:
    """What changed for these letters since they were begun; those for which nothing came are left out."""
    from uadesk.store.letters import LetterRecord

    found = {}
    with desk.store.reading() as session:
        for ident in idents:
            letter = session.get_one(LetterRecord, ident)
            changes = _changes(session, letter)
            if changes is not None:
                found[ident] = changes
    return found


def follow(session: "Session", case: "CaseRecord") -> tuple[str, ...]:
    """Let the drafts on a case follow to the bulletin that holds now; the codes of those that did.

    A draft keeps its writer's words and remembers where it was begun. It stays, and is held, where its addressee is
    named no more, where a person typed what the bulletin changes (the address, or a text of its own), where the
    bulletin is in another language, and where it stands on paper already.
    """
    from sqlalchemy import select

    from uadesk.store.letters import LetterRecord

    if case.current is None or case.closed_on is not None:
        return ()
    drafts = session.scalars(
        select(LetterRecord)
        .where(
            LetterRecord.case_id == case.id,
            LetterRecord.status == LetterStatus.DRAFT,
            LetterRecord.bulletin_id != case.current_bulletin_id,
        )
        .order_by(LetterRecord.id)
    ).all()
    return _let_follow(session, case.current, drafts)


def rejoin(session: "Session", letter: "LetterRecord") -> None:
    """A letter that is a draft again is one like all others: it goes where its case is now, if it can."""
    from uadesk.store.queries.printing import on_paper

    letter.kept_for = None
    if not on_paper(session, [letter.id]):
        letter.replaced = None
    current = letter.case.current
    if current is not None and letter.bulletin_id != current.id and letter.case.closed_on is None:
        _let_follow(session, current, [letter])


def _let_follow(session: "Session", current: "BulletinRecord", drafts: "Sequence[LetterRecord]") -> tuple[str, ...]:
    """Move the drafts that may go along to this bulletin; their codes."""
    from uadesk.store.queries.printing import on_paper

    printed = on_paper(session, [letter.id for letter in drafts])
    free = [letter for letter in drafts if letter.id not in printed and _follows_by_itself(letter, current)]
    return tuple(letter.code for letter in free if _move(letter))


def readdress(session: "Session", letter: "LetterRecord", block: Addressee) -> None:
    """Take this block for all who write to this draft's addressee, on the bulletin that holds now.

    The draft goes there, where it was held on an older one; what is on paper with another block is held. Raises
    NoLongerAddressedError.
    """
    record = addressee_now(letter)
    if record is None:
        raise NoLongerAddressedError(letter.code, _addressee(letter).name, letter.case.name)
    before = record.addressee
    record.take(block)
    session.flush()
    hold_replaced(session, record, before)
    if letter.bulletin_id != letter.case.current_bulletin_id:
        _move(letter)


def hold_replaced(session: "Session", record: "AddresseeRecord", before: Addressee) -> None:
    """Hold the letters to this addressee on whose paper the block stands as it was before it was corrected.

    One that its bulletin names no more holds its drafts too: they would go to nobody.
    """
    from sqlalchemy import select

    from uadesk.store.letters import LetterRecord
    from uadesk.store.queries.printing import on_paper

    now = record.addressee
    if not record.gone and (now.lines, now.country_code) == (before.lines, before.country_code):
        return
    waiting = select(LetterRecord).where(LetterRecord.addressee_id == record.id, LetterRecord.status.in_(WAITING))
    letters = session.scalars(waiting).all()
    drafts = on_paper(session, [letter.id for letter in letters])
    for letter in letters:
        stands = letter.status is not LetterStatus.DRAFT or letter.id in drafts or record.gone
        if stands and letter.recipient is None:
            letter.replaced = letter.replaced or before.lines
            if letter.replaced == now.lines and not record.gone:
                letter.replaced = None  # it was corrected back to what stands on the paper


def renew(desk: Desk, idents: Iterable[int]) -> Renewed:
    """Make held letters drafts on the bulletin that holds now, to be printed anew; what was printed stays in history.

    One whose addressee is named no more is passed over and named.
    """
    from uadesk.store.letters import LetterRecord
    from uadesk.store.queries.letters import letter_rows
    from uadesk.store.queries.printing import forget_paper

    moved: list[int] = []
    skipped: list[Skipped] = []
    with desk.store.writing(N_("Bring letters up to date")) as session:
        for ident in idents:
            letter = session.get_one(LetterRecord, ident)
            if addressee_now(letter) is None:
                error = NoLongerAddressedError(letter.code, _addressee(letter).name, letter.case.name)
                skipped.append(Skipped(letter.code, error))
                continue
            while letter.status is not LetterStatus.DRAFT and letter.step_back(desk.now):
                pass
            letter.thaw()
            letter.replaced = None
            _move(letter)
            moved.append(ident)
        forget_paper(session, moved)
        session.flush()
        rows = tuple(letter_rows(session, moved))
    return Renewed(rows, tuple(skipped))


def keep_as_is(desk: Desk, idents: Iterable[int]) -> None:
    """These letters go as they are, though their case went on: they are held no more until something else comes."""
    from uadesk.store.letters import LetterRecord

    with desk.store.writing(N_("Let letters go as they are")) as session:
        for ident in idents:
            letter = session.get_one(LetterRecord, ident)
            letter.kept_for, letter.replaced = letter.case.current_bulletin_id, None


def changes_seen(desk: Desk, idents: Iterable[int]) -> None:
    """Somebody saw what changed for these drafts: it need not be shown any more."""
    from uadesk.store.letters import LetterRecord

    with desk.store.writing(N_("See what changed")) as session:
        for ident in idents:
            session.get_one(LetterRecord, ident).begun_on = None


def expect_current(letter: "LetterRecord", *, envelope: bool = False) -> None:
    """Raises what keeps a letter from paper since its case went on.

    NoLongerAddressedError for a letter to nobody, AddressChangedError where it would go to an address that was
    replaced, HeldBackError for any other that is held; what a person let go as it is may go. A copy says what its
    letter does, and waits with it. An `envelope` for a letter on paper asks for its address only.
    """
    original = letter.original
    if letter.status is LetterStatus.DRAFT and original is not None and original.status in WAITING:
        expect_current(original)
    if not letter.is_held:
        return
    found = addressee_now(letter)
    name = letter.addressee_name or _addressee(letter).name
    if found is None:
        raise NoLongerAddressedError(letter.code, name, letter.case.name)
    if letter.replaced is not None or found.lines != _addressee(letter).lines:
        raise AddressChangedError(letter.code, name)
    if letter.status is LetterStatus.DRAFT or not envelope:
        raise HeldBackError(letter.code, letter.case.name)


def _follows_by_itself(letter: "LetterRecord", current: "BulletinRecord") -> bool:
    """Whether nothing that a person typed, and no language, stands in the way of a draft that follows its case."""
    found = addressee_now(letter)
    if found is None or current.language not in (None, letter.language):
        return False
    if letter.recipient is not None and found.lines != _addressee(letter).lines:
        return False
    return letter.own_text is None or text_of(letter.bulletin).shared.demands == text_of(current).shared.demands


def _move(letter: "LetterRecord") -> bool:
    """Put a draft on the bulletin that holds now; False where nobody is in its addressee's place."""
    found = addressee_now(letter)
    if found is None:
        return False
    letter.begun_on = letter.begun_on or letter.bulletin_id
    if letter.case.current is not None:
        letter.bulletin_id = letter.case.current.id
        letter.language = letter.case.current.language or letter.language
    if letter.addressee_id != found.id and found.lines != _addressee(letter).lines:
        letter.address(None, None, None)  # it was a correction of what holds no more
    letter.addressee_id = found.id
    return True


def addressee_now(letter: "LetterRecord") -> "AddresseeRecord | None":
    """The addressee of the case as it stands who is this letter's."""
    bulletin = letter.case.addressed
    if bulletin is None or letter.addressee is None:
        return None
    named = bulletin.addressees
    if letter.addressee in named:
        return letter.addressee
    place = successor(_addressee(letter), _named_with(letter.addressee), [each.addressee for each in named])
    return None if place is None else named[place]


def _named_with(addressee: "AddresseeRecord") -> list[Addressee]:
    """All whom the bulletin of this addressee names."""
    from sqlalchemy.orm import object_session

    from uadesk.store.bulletins import BulletinRecord

    session = object_session(addressee)
    assert session is not None
    return [each.addressee for each in session.get_one(BulletinRecord, addressee.bulletin_id).addressees]


def _addressee(letter: "LetterRecord") -> Addressee:
    return letter.addressee.addressee if letter.addressee is not None else Addressee(())


def _changes(session: "Session", letter: "LetterRecord") -> Changes | None:
    """What changed between the bulletin that a letter was begun on and the one that holds now."""
    from uadesk.store.bulletins import BulletinRecord

    now = letter.case.current
    begun = session.get(BulletinRecord, letter.begun_on or letter.bulletin_id)
    if now is None or begun is None or (begun.id == now.id and letter.replaced is None):
        return None
    before = _before(letter, begun)
    if letter.replaced is not None:
        before = replace(before, lines=letter.replaced)
    found = addressee_now(letter)
    old, new = text_of(begun).shared.demands, text_of(now).shared.demands
    return Changes(
        stage=now.stage,
        issued=now.issued,
        is_correction=begun.id == now.id,
        before=before,
        now=None if found is None else found.addressee,
        dropped=_only_in(old, new),
        added=_only_in(new, old),
    )


def _before(letter: "LetterRecord", begun: "BulletinRecord") -> Addressee:
    """To whom the letter was begun: the addressee of that bulletin who is this one."""
    now = _addressee(letter)
    named = [each.addressee for each in begun.addressees]
    then = [now] if letter.addressee is None else _named_with(letter.addressee)
    place = successor(now, then, named)
    return now if place is None else named[place]


def _only_in(some: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    return tuple(each for each in some if each not in others)
