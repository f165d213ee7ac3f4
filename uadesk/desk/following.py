"""A case goes on while letters are drafts: they follow it, unless something a person did stands in the way."""

from typing import TYPE_CHECKING

from uadesk.base.errors import UADeskError
from uadesk.desk.cases import text_of
from uadesk.domain.addresses import Addressee, successor
from uadesk.domain.letters import WAITING, LetterStatus

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


def follow(session: "Session", case: "CaseRecord") -> tuple[str, ...]:
    """Let the drafts on a case follow to the bulletin that holds now; the codes of those that did.

    A draft keeps its writer's words and remembers where it was begun. It stays, and is held, where its addressee is
    named no more, where a person typed what the bulletin changes (the address, or a text of its own), where the
    bulletin is in another language, and where it stands on paper already.
    """
    from sqlalchemy import select

    from uadesk.store.letters import LetterRecord
    from uadesk.store.queries.printing import on_paper

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
    printed = on_paper(session, [letter.id for letter in drafts])
    free = [letter for letter in drafts if letter.id not in printed and _follows_by_itself(letter, case.current)]
    return tuple(letter.code for letter in free if move_on(letter))


def rejoin(letter: "LetterRecord", *, is_on_paper: bool) -> None:
    """A letter that is a draft again is one like all others: it goes where its case is now, if it can.

    `is_on_paper` tells whether something of it lies in the house still, such as its envelope.
    """
    letter.kept_for = None
    if not is_on_paper:
        letter.replaced = None
    current = letter.case.current
    is_behind = current is not None and letter.bulletin_id != current.id and letter.case.closed_on is None
    if current is not None and is_behind and not is_on_paper and _follows_by_itself(letter, current):
        move_on(letter)


def readdress(session: "Session", letter: "LetterRecord", block: Addressee) -> None:
    """Take this block for all who write to this draft's addressee, on the bulletin that holds now.

    The draft goes there, where it was held on an older one; what is on paper with another block is held. Raises
    NoLongerAddressedError.
    """
    record = addressee_now(letter)
    if record is None:
        raise NoLongerAddressedError(letter.code, named_addressee(letter).name, letter.case.name)
    before = record.addressee
    record.take(block)
    session.flush()
    hold_replaced(session, record, before)
    if letter.bulletin_id != letter.case.current_bulletin_id:
        move_on(letter)


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


def _follows_by_itself(letter: "LetterRecord", current: "BulletinRecord") -> bool:
    """Whether nothing that a person typed, and no language, stands in the way of a draft that follows its case."""
    found = addressee_now(letter)
    if found is None or current.language not in (None, letter.language):
        return False
    if letter.recipient is not None and found.lines != named_addressee(letter).lines:
        return False
    return letter.own_text is None or text_of(letter.bulletin).shared.demands == text_of(current).shared.demands


def move_on(letter: "LetterRecord") -> bool:
    """Put a draft on the bulletin that holds now; False where nobody is in its addressee's place."""
    found = addressee_now(letter)
    if found is None:
        return False
    letter.begun_on = letter.begun_on or letter.bulletin_id
    if letter.case.current is not None:
        letter.bulletin_id = letter.case.current.id
        letter.language = letter.case.current.language or letter.language
    if letter.addressee_id != found.id and found.lines != named_addressee(letter).lines:
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
    place = successor(named_addressee(letter), named_with(letter.addressee), [each.addressee for each in named])
    return None if place is None else named[place]


def named_with(addressee: "AddresseeRecord") -> list[Addressee]:
    """All whom the bulletin of this addressee names."""
    from sqlalchemy.orm import object_session

    from uadesk.store.bulletins import BulletinRecord

    session = object_session(addressee)
    assert session is not None
    return [each.addressee for each in session.get_one(BulletinRecord, addressee.bulletin_id).addressees]


def named_addressee(letter: "LetterRecord") -> Addressee:
    return letter.addressee.addressee if letter.addressee is not None else Addressee(())
