"""The same letter again for another person."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from uadesk.base.language import N_
from uadesk.desk.addressees import addressee_now
from uadesk.desk.cases import letters_text
from uadesk.desk.desk import Desk
from uadesk.desk.draft_maker import DraftMaker
from uadesk.desk.drafting import Drafted, NobodyToWriteToError, evening_for, members_of, open_case, rows_of
from uadesk.domain.letters import LetterStatus, PieceKind
from uadesk.letters.shared import SharedText

if TYPE_CHECKING:
    from uadesk.store.letters import LetterRecord


def same_again(desk: Desk, ident: int, member_id: int, *, evening: date | None = None) -> Drafted:
    """The same letter for another person, its copies too, to the same addressee and in the same way.

    The choice of demands and a corrected address come along; never what its writer wrote. Where the person has such
    a letter already, it is passed over and named. Raises LetterGoneError, CaseClosedError.
    """
    from uadesk.desk.letters import found_letter

    with desk.store.writing(N_("Draft letters")) as session:
        model = found_letter(session, ident)
        model = model.original or model
        case = open_case(session, model.case_id)
        addressee = addressee_now(model)
        if addressee is None:
            raise NobodyToWriteToError(case.name)
        bulletin = case.current or model.bulletin
        work = DraftMaker(session, desk, bulletin, model.channel, evening_for(session, evening), [member_id])
        [member] = members_of(session, [member_id])
        letter = work.draft(member, addressee, model.kind)
        alike = [(model, letter)]
        for copy in model.copies:
            to = addressee_now(copy)
            if to is not None and copy.status is not LetterStatus.WITHDRAWN:
                alike.append((copy, work.draft(member, to, PieceKind.COPY, letter)))
        made, skipped = work.store(), work.skipped
        for one, other in alike:
            if other.id in made:
                _take_over(one, other)
    return Drafted(rows_of(desk, made), skipped)


def _take_over(one: "LetterRecord", other: "LetterRecord") -> None:
    """What was chosen for one letter, for the new one beside it.

    An address comes along where it holds still, and of the demands for all those that were left ticked. What was
    written freely does not: the writer may speak of himself in it.
    """
    other.own_text = _demands_chosen(one, other)
    beneath = one.where_then or (one.addressee.addressee.where if one.addressee else None)
    if other.addressee is not None and beneath == other.addressee.addressee.where:
        other.address(one.recipient, one.country_code, one.salutation)


def _demands_chosen(one: "LetterRecord", other: "LetterRecord") -> dict[str, Any] | None:
    """The text for all without the demands that this letter left out; None where it leaves out none, or all."""
    if one.own_text is None:
        return None
    left_out = set(letters_text(one.bulletin).demands) - set(SharedText.unpacked(one.own_text).demands)
    shared = letters_text(other.bulletin)
    kept = tuple(each for each in shared.demands if each not in left_out)
    return None if kept in ((), shared.demands) else replace(shared, demands=kept).packed()
