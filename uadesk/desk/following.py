"""A case goes on while letters are drafts: they follow it, unless something a person did stands in the way."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from uadesk.desk.addressees import addressee_now, expect_addressee_now, named_addressee
from uadesk.desk.blocks import Blocks, with_copies
from uadesk.desk.cases import letters_text
from uadesk.desk.composing import LetterEdit, changed
from uadesk.domain.letters import Channel, LetterStatus
from uadesk.letters.shared import SharedText, carried_over, is_choice

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from uadesk.store.bulletins import BulletinRecord
    from uadesk.store.cases import CaseRecord
    from uadesk.store.letters import LetterRecord


def follow(session: "Session", case: "CaseRecord", today: date) -> tuple[str, ...]:
    """Let the drafts on a case follow to the bulletin that holds now; the codes of those that did.

    A draft keeps its writer's words and remembers where it was begun. It stays, and is held, where its addressee is
    named no more, where a person typed what the bulletin changes (the address, or a text of its own), where the
    bulletin is in another language, and where it stands on paper already, printed or written by hand; it stays where a
    person decided that it goes as it is. All letters for which another address was put down than holds now are held.
    """
    from uadesk.store.queries.printing import waiting_on

    if case.current is None or case.closed_on is not None:
        return ()
    letters = waiting_on(session, case.id)
    followed = _go_on(session, letters, today)
    _settle(session, letters, today)
    return tuple(letter.code for letter in followed)


def rejoin(session: "Session", letters: Sequence["LetterRecord"], today: date) -> None:
    """Drafts that were, or are, on paper no more are like all others: they go where their case is now, if they can."""
    _go_on(session, [letter for letter in letters if letter.case.closed_on is None], today)
    Blocks(session).settle(with_copies(letters))


def readdress(session: "Session", letter: "LetterRecord", own: LetterEdit, today: date) -> None:
    """Take what was typed of this draft's address for all who write to its addressee, on the bulletin that holds now.

    What was not typed stays as that bulletin has it. The draft goes there, where it was held on an older one and is on
    no paper; what has another address on paper is held. Raises NoLongerAddressedError.
    """
    from uadesk.store.queries.printing import on_paper, waiting_on

    record = expect_addressee_now(letter)
    record.take(changed(record.addressee, own))
    if letter.bulletin_id != letter.case.current_bulletin_id and letter.id not in on_paper(session, [letter.id]):
        move_on(letter)
    letter.address(None, None, None)
    session.flush()
    _settle(session, waiting_on(session, letter.case_id), today)


def is_begun(letter: "LetterRecord", today: date) -> bool:
    """Whether a letter by hand may lie written on the table: it shows nowhere, and its evening has come."""
    return letter.channel is Channel.HANDWRITTEN and (letter.evening is None or letter.evening.day <= today)


def move_on(letter: "LetterRecord") -> bool:
    """Put a draft on the bulletin that holds now; False where nobody is in its addressee's place."""
    found = addressee_now(letter)
    if found is None:
        return False
    letter.begun_on = letter.begun_on or letter.bulletin_id
    if (letter.where_then or named_addressee(letter).where) != found.addressee.where:
        letter.address(None, None, None)  # it was a correction of what holds no more
    current = letter.case.current
    if current is not None:
        own = _text_on(letter, current)
        letter.own_text = None if own is None else own.packed()
        letter.bulletin = current
        letter.language = current.language or letter.language
    letter.addressee = found
    letter.take_down()
    return True


def _go_on(session: "Session", letters: Sequence["LetterRecord"], today: date) -> "list[LetterRecord]":
    """Those of these letters that are drafts, and free to, follow their case."""
    from uadesk.store.queries.printing import on_paper

    drafts = [
        letter
        for letter in letters
        if letter.status is LetterStatus.DRAFT
        and letter.case.current_bulletin_id not in (None, letter.bulletin_id, letter.kept_for)
    ]
    printed = on_paper(session, [letter.id for letter in drafts])
    free = [letter for letter in drafts if letter.id not in printed and not is_begun(letter, today)]
    return [letter for letter in free if _follows_by_itself(letter) and move_on(letter)]


def _settle(session: "Session", letters: Sequence["LetterRecord"], today: date) -> None:
    """Hold what goes elsewhere by now; what is to be written by hand on a later day is written to where that is."""
    for letter in letters:
        is_to_write = letter.channel is Channel.HANDWRITTEN and not is_begun(letter, today)
        if is_to_write and not letter.has_own_block:
            letter.take_down()
    Blocks(session).settle(letters)


def _follows_by_itself(letter: "LetterRecord") -> bool:
    """Whether nothing that a person typed, and no language, stands in the way of a draft that follows its case."""
    found, current = addressee_now(letter), letter.case.current
    if found is None or current is None or current.language not in (None, letter.language):
        return False
    if letter.has_own_block and letter.where_then != found.addressee.where:
        return False
    return letter.own_text is None or _can_carry(letter, current)


def _can_carry(letter: "LetterRecord", current: "BulletinRecord") -> bool:
    """Whether a letter's own text can stand on that bulletin as it stands on its own."""
    own, before, now = _own_text(letter), letters_text(letter.bulletin), letters_text(current)
    if own is None or before == now:
        return True
    asks_on = not now.demands or not set(now.demands) <= set(before.demands) - set(own.demands)
    return is_choice(own, before) and asks_on


def _text_on(letter: "LetterRecord", current: "BulletinRecord") -> SharedText | None:
    """A letter's own text on that bulletin; None where it is the one for all."""
    own = _own_text(letter)
    if own is None:
        return None
    now = letters_text(current)
    carried = carried_over(own, letters_text(letter.bulletin), now)
    return None if carried == now else carried


def _own_text(letter: "LetterRecord") -> SharedText | None:
    return None if letter.own_text is None else SharedText.unpacked(letter.own_text)
