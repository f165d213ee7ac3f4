"""The list of letters: who wrote what."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, case, exists, func, not_, or_, select
from sqlalchemy.orm import Session, aliased

from uadesk.domain.counts import UNPOSTED
from uadesk.domain.folding import fold
from uadesk.domain.letters import WAITING, Channel, LetterStatus, PieceKind
from uadesk.domain.numbers import UANumber, handle_of
from uadesk.domain.rows import LetterFilter, LetterRow, Order
from uadesk.store.bulletins import AddresseeRecord
from uadesk.store.cases import CaseRecord
from uadesk.store.evenings import EveningRecord
from uadesk.store.letters import LetterRecord, SenderRecord
from uadesk.store.people import MemberRecord
from uadesk.store.queries.finding import Columns, in_given_order, numbers, portions, sorting
from uadesk.store.search import having_words, with_words

_LIFE = case({status.value: place for place, status in enumerate(LetterStatus)}, value=LetterRecord.status)
_ADDRESSEE = func.coalesce(LetterRecord.addressee_name, AddresseeRecord.name, "")
"""To whom a letter goes, by name; it needs the join with the addressee."""
_COLUMNS: Columns = {
    "id": (LetterRecord.id,),
    "code": (LetterRecord.code,),
    "member": (func.coalesce(SenderRecord.folded, MemberRecord.folded),),
    "case": (CaseRecord.year, CaseRecord.sequence, CaseRecord.extra, CaseRecord.id),
    "case_title": (CaseRecord.title.collate("NOCASE"),),
    "addressee": (_ADDRESSEE.collate("NOCASE"),),
    "kind": (LetterRecord.kind,),
    "channel": (LetterRecord.channel,),
    "status": (_LIFE,),
    "evening": (EveningRecord.day,),
    "changed": (LetterRecord.changed,),
}
_NEEDS: dict[str, dict[Any, ColumnElement[bool]]] = {
    "member": {
        MemberRecord: LetterRecord.member_id == MemberRecord.id,
        SenderRecord: LetterRecord.id == SenderRecord.letter_id,
    },
    "case": {CaseRecord: LetterRecord.case_id == CaseRecord.id},
    "case_title": {CaseRecord: LetterRecord.case_id == CaseRecord.id},
    "addressee": {AddresseeRecord: LetterRecord.addressee_id == AddresseeRecord.id},
    "evening": {EveningRecord: LetterRecord.evening_id == EveningRecord.id},
}
"""What a list sorted by this column is joined with."""
_CURRENT = select(CaseRecord.current_bulletin_id).where(CaseRecord.current_bulletin_id.is_not(None))
"""The bulletins that hold for their case now."""
_CLOSED = select(CaseRecord.id).where(CaseRecord.closed_on.is_not(None))


def letter_ids(
    session: Session,
    wanted: LetterFilter = LetterFilter(),
    order: Order = Order("id"),
) -> list[int]:
    """The numbers of the letters that fit; without an order as they were made.

    Sorted by: id, code, member, case, case_title, addressee, kind, channel, status, evening, changed.
    """
    found = select(LetterRecord.id).where(*conditions(wanted))
    for record, on in _NEEDS.get(order.column, {}).items():
        found = found.outerjoin(record, on)
    return numbers(session, found.order_by(*sorting(_COLUMNS, order, LetterRecord.id)))


def ids_with_words(session: Session, text: str) -> set[int] | None:
    """The numbers of the letters in which each typed word begins a word; None for a text without words."""
    found = with_words(text)
    return None if found is None else set(numbers(session, found))


def addressee_names(session: Session) -> list[str]:
    """To whom letters go, by name."""
    on_bulletins = select(AddresseeRecord.name).where(exists().where(LetterRecord.addressee_id == AddresseeRecord.id))
    by_themselves = select(LetterRecord.addressee_name).where(LetterRecord.addressee_name.is_not(None)).distinct()
    names = {*session.scalars(on_bulletins), *session.scalars(by_themselves)}
    return sorted((name for name in names if name), key=fold)


def letter_rows(session: Session, idents: Sequence[int]) -> list[LetterRow]:
    """These letters, in the order of their numbers; once one is printed, with the names that stand on it."""
    rows = []
    for portion in portions(idents):
        rows += [_row(found) for found in session.execute(_listed().where(LetterRecord.id.in_(portion)))]
    return in_given_order(rows, idents)


def least_steps(
    session: Session, member_ids: Iterable[int], case_ids: Iterable[int]
) -> dict[tuple[int, int], LetterStatus]:
    """For each member and case how far the letters to authorities are: the step of the one that is furthest behind.

    Withdrawn letters do not show, nor those that went on a bulletin that a later one replaced.
    """
    found = select(LetterRecord.member_id, LetterRecord.case_id, LetterRecord.status).where(
        or_(LetterRecord.bulletin_id.in_(_CURRENT), LetterRecord.status.in_(WAITING)),
        LetterRecord.member_id.in_(list(member_ids)),
        LetterRecord.case_id.in_(list(case_ids)),
        LetterRecord.kind == PieceKind.APPEAL,
        LetterRecord.status != LetterStatus.WITHDRAWN,
    )
    steps: dict[tuple[int, int], LetterStatus] = {}
    life = list(LetterStatus)
    for member_id, case_id, status in session.execute(found):
        if member_id is not None:
            known = steps.get((member_id, case_id), status)
            steps[member_id, case_id] = min(known, status, key=life.index)
    return steps


def conditions(wanted: LetterFilter) -> list[ColumnElement[bool]]:
    """What holds for the letters that a filter wants."""
    narrowed: tuple[tuple[Any, Callable[[Any], ColumnElement[bool]]], ...] = (
        (wanted.case_id, lambda ident: LetterRecord.case_id == ident),
        (wanted.member_id, lambda ident: LetterRecord.member_id == ident),
        (wanted.evening, lambda day: _of_evening(EveningRecord.day == day)),
        (wanted.evening_before, lambda day: _of_evening(EveningRecord.day < day)),
        (wanted.addressee or None, _goes_to),
        (wanted.case_closed, lambda closed: LetterRecord.case_id.in_(_CLOSED) == closed),
        (wanted.current_only or None, lambda _only: LetterRecord.bulletin_id.in_(_CURRENT)),
        (wanted.held, lambda held: and_(LetterRecord.is_held) if held else is_free()),
        (wanted.to_box or None, lambda _only: to_box()),
    )
    found = [condition(value) for value, condition in narrowed if value is not None]
    for column, values in (
        (LetterRecord.status, wanted.statuses),
        (LetterRecord.kind, wanted.kinds),
        (LetterRecord.channel, wanted.channels),
        (LetterRecord.code, {code.strip().upper() for code in wanted.codes}),
    ):
        if values:
            found.append(column.in_(values))
    return found + having_words(LetterRecord.id, wanted.text)


def _of_evening(of_day: ColumnElement[bool]) -> ColumnElement[bool]:
    return LetterRecord.evening_id.in_(select(EveningRecord.id).where(of_day))


def to_box() -> ColumnElement[bool]:
    """Lies on the stack for the letter box, and nothing keeps it back."""
    return and_(is_on_stack(), LetterRecord.case_id.not_in(_CLOSED), is_free())


def is_free() -> ColumnElement[bool]:
    """Nobody has to decide on it first, nor on the letter of which it is a copy, and that one was not withdrawn."""
    original = aliased(LetterRecord)
    keeps_back = or_(original.status == LetterStatus.WITHDRAWN, and_(original.status.in_(WAITING), original.is_held))
    waits = exists().where(original.id == LetterRecord.original_id, keeps_back).correlate(LetterRecord)
    return and_(not_(LetterRecord.is_held), not_(waits))


def is_on_stack() -> ColumnElement[bool]:
    """Printed or signed, or written by hand."""
    printed = and_(LetterRecord.channel == Channel.POST, LetterRecord.status.in_(UNPOSTED))
    by_hand = and_(LetterRecord.channel == Channel.HANDWRITTEN, LetterRecord.status == LetterStatus.DRAFT)
    return or_(printed, by_hand)


def _goes_to(name: str) -> ColumnElement[bool]:
    """Letters to the addressee of this name: the one on paper, or the one whom a draft follows."""
    named = select(AddresseeRecord.id).where(AddresseeRecord.name == name)
    return or_(
        LetterRecord.addressee_name == name,
        and_(LetterRecord.addressee_name.is_(None), LetterRecord.addressee_id.in_(named)),
    )


def _listed() -> Select[*tuple[Any, ...]]:
    writer = func.coalesce(SenderRecord.name, MemberRecord.name, "").label("writer")
    return (
        select(
            LetterRecord.id,
            LetterRecord.code,
            LetterRecord.member_id,
            LetterRecord.case_id,
            LetterRecord.kind,
            LetterRecord.channel,
            LetterRecord.status,
            LetterRecord.changed,
            writer,
            CaseRecord.year,
            CaseRecord.sequence,
            CaseRecord.extra,
            CaseRecord.title,
            CaseRecord.closed_on,
            _ADDRESSEE.label("addressee"),
            EveningRecord.day,
        )
        .join(CaseRecord, LetterRecord.case_id == CaseRecord.id)
        .outerjoin(MemberRecord, LetterRecord.member_id == MemberRecord.id)
        .outerjoin(SenderRecord, SenderRecord.letter_id == LetterRecord.id)
        .outerjoin(AddresseeRecord, LetterRecord.addressee_id == AddresseeRecord.id)
        .outerjoin(EveningRecord, LetterRecord.evening_id == EveningRecord.id)
    )


def _row(found: Row[Any]) -> LetterRow:
    return LetterRow(
        ident=found.id,
        code=found.code,
        member_id=found.member_id,
        member=found.writer,
        case_id=found.case_id,
        case=case_name(found.case_id, found.year, found.sequence, extra=found.extra),
        case_title=found.title,
        case_closed=found.closed_on is not None,
        addressee=found.addressee,
        kind=found.kind,
        channel=found.channel,
        status=found.status,
        evening=found.day,
        changed=found.changed,
    )


def case_name(ident: int, year: int | None, sequence: int | None, *, extra: bool | None) -> str:
    """The number of a case as printed, or its handle."""
    if year is None or sequence is None:
        return handle_of(ident)
    return str(UANumber(year, sequence, bool(extra)))
