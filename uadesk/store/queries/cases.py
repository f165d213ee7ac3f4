"""The list of urgent actions, and one of them whole."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, Select, case, false, func, or_, select
from sqlalchemy.orm import Session, load_only, selectinload

from uadesk.domain.addresses import Addressee, Role
from uadesk.domain.cases import in_order
from uadesk.domain.letters import LetterStatus, PieceKind
from uadesk.domain.numbers import UANumber, handle_of, parse_handle, parse_number
from uadesk.domain.rows import AddresseeRow, BulletinRow, CaseRow, CaseView, Order
from uadesk.store.bulletins import AddresseeRecord, BulletinRecord, FileRecord, SharedTextRecord
from uadesk.store.cases import CaseRecord
from uadesk.store.letters import LetterRecord
from uadesk.store.queries.finding import Columns, having_words, in_given_order, portions, sorting
from uadesk.store.queries.letters import case_name

_BULLETINS = (
    select(func.count()).select_from(BulletinRecord).where(BulletinRecord.case_id == CaseRecord.id).scalar_subquery()
)
_LETTERS = (
    select(func.count())
    .select_from(LetterRecord)
    .where(
        LetterRecord.case_id == CaseRecord.id,
        LetterRecord.kind == PieceKind.APPEAL,
        LetterRecord.status != LetterStatus.WITHDRAWN,
    )
    .scalar_subquery()
)


def case_ids(
    session: Session,
    *,
    include_closed: bool = False,
    text: str = "",
    order: Order = Order("act_until"),
    today: date,
) -> list[int]:
    """The numbers of the cases that fit, in this order.

    Sorted by: act_until, number, country, title, state, closed_on, bulletins, letters, id.
    """
    found = select(CaseRecord.id).where(_fits(text))
    if not include_closed:
        found = found.where(CaseRecord.closed_on.is_(None))
    return list(session.scalars(found.order_by(*sorting(_columns(today), order, CaseRecord.id))))


def case_rows(session: Session, idents: Sequence[int], today: date) -> list[CaseRow]:
    """These cases, in the order of their numbers."""
    rows = []
    for portion in portions(idents):
        counted = select(CaseRecord, _BULLETINS, _LETTERS).where(CaseRecord.id.in_(portion))
        rows += [_row(record, bulletins, letters, today) for record, bulletins, letters in session.execute(counted)]
    return in_given_order(rows, idents)


def case_names(session: Session) -> list[tuple[str, int]]:
    """The name and number of every case, those with the least time first, without counting anything."""
    order = sorting(_columns(date.min), Order("act_until"), CaseRecord.id)
    found = session.execute(
        select(CaseRecord.id, CaseRecord.year, CaseRecord.sequence, CaseRecord.extra).order_by(*order)
    )
    return [(case_name(ident, year, sequence, extra=extra), ident) for ident, year, sequence, extra in found]


def case_id_of(session: Session, number: UANumber) -> int | None:
    """The case that has this number."""
    return session.scalar(_numbered(number))


def case_view(session: Session, ident: int, today: date) -> CaseView:
    """All of one case. Raises sqlalchemy.exc.NoResultFound where there is none."""
    record = session.get_one(CaseRecord, ident)
    (row,) = case_rows(session, [ident], today)
    bulletins = _bulletins(session, ident)
    says = record.demanding or record.current or (bulletins[-1] if bulletins else None)
    people = {role: tuple[AddresseeRow, ...](_addressees(record.addressed, role)) for role in Role}
    return CaseView(
        row=row,
        standing=record.standing,
        bulletins=tuple(_bulletin_row(bulletin) for bulletin in bulletins),
        targets=people[Role.TARGET],
        copies=people[Role.COPY],
        solidarity=people[Role.SOLIDARITY],
        demand_lead=says.demand_lead if says else None,
        demands=tuple(demand.text for demand in says.demands) if says else (),
        summary=says.summary if says else None,
        language=says.language if says else None,
    )


def addressees_on(session: Session, idents: Sequence[int]) -> dict[int, tuple[Addressee, ...]]:
    """For each of these cases whom it is written to now, and who gets copies, in the order of its bulletin."""
    bulletins = selectinload(CaseRecord.bulletins)
    needed = (
        bulletins.selectinload(BulletinRecord.blocks),
        bulletins.selectinload(BulletinRecord.demands),
        selectinload(CaseRecord.decisions),
    )
    found = session.scalars(select(CaseRecord).where(CaseRecord.id.in_(idents)).options(*needed))
    holding = {record.id: record.addressed for record in found}
    return {
        ident: tuple(each.addressee for each in bulletin.addressees) if bulletin is not None else ()
        for ident, bulletin in holding.items()
    }


def looked_at(session: Session, idents: Sequence[int]) -> set[int]:
    """Those of these cases whose paragraph for letters somebody has looked at."""
    found = (
        select(CaseRecord.id)
        .join(SharedTextRecord, SharedTextRecord.bulletin_id == CaseRecord.current_bulletin_id)
        .where(CaseRecord.id.in_(idents), SharedTextRecord.case_text.is_not(None))
    )
    return set(session.scalars(found))


def with_model_letter(session: Session, idents: Sequence[int]) -> set[int]:
    """Those of these cases of which a bulletin brought a model letter."""
    found = select(BulletinRecord.case_id).where(
        BulletinRecord.case_id.in_(idents), func.coalesce(BulletinRecord.model_letter, "") != ""
    )
    return set(session.scalars(found))


def _fits(text: str) -> ColumnElement[bool]:
    """By words, by handle (~3), or by number however it is written (34.25)."""
    number, handle = parse_number(text), parse_handle(text)
    by_number = CaseRecord.id.in_(_numbered(number)) if number else false()
    by_handle = CaseRecord.id == handle if handle is not None else false()
    return or_(having_words(text, CaseRecord.folded), by_number, by_handle)


def _numbered(number: UANumber) -> Select[int]:
    return select(CaseRecord.id).where(
        CaseRecord.year == number.year, CaseRecord.sequence == number.sequence, CaseRecord.extra == number.extra
    )


def _columns(today: date) -> Columns:
    state = case((CaseRecord.closed_on.is_not(None), 2), (CaseRecord.act_until < today, 1), else_=0)
    return {
        "act_until": (CaseRecord.act_until,),
        "number": (CaseRecord.year, CaseRecord.sequence, CaseRecord.extra),
        "country": (CaseRecord.country.collate("NOCASE"),),
        "title": (CaseRecord.title.collate("NOCASE"),),
        "state": (state, CaseRecord.act_until),
        "closed_on": (CaseRecord.closed_on,),
        "bulletins": (_BULLETINS,),
        "letters": (_LETTERS,),
        "id": (CaseRecord.id,),
    }


def _row(record: CaseRecord, bulletins: int, letters: int, today: date) -> CaseRow:
    return CaseRow(
        ident=record.id,
        number=str(record.number) if record.number else None,
        handle=handle_of(record.id),
        country=record.country,
        country_code=record.country_code,
        title=record.title,
        state=record.standing.state(today),
        act_until=record.act_until,
        closed_on=record.closed_on,
        bulletins=bulletins,
        letters=letters,
    )


def _bulletins(session: Session, case_id: int) -> list[BulletinRecord]:
    """The bulletins of a case by issue, without their texts and files' contents."""
    found = (
        select(BulletinRecord)
        .where(BulletinRecord.case_id == case_id)
        .options(selectinload(BulletinRecord.files).options(load_only(FileRecord.name)))
        .options(selectinload(BulletinRecord.blocks), selectinload(BulletinRecord.demands))
    )
    by_ident = {bulletin.id: bulletin for bulletin in session.scalars(found)}
    return [by_ident[notice.ident] for notice in in_order(bulletin.notice for bulletin in by_ident.values())]


def _bulletin_row(record: BulletinRecord) -> BulletinRow:
    return BulletinRow(
        ident=record.id,
        stage=record.stage,
        stage_ordinal=record.stage_ordinal,
        index=record.index,
        issued=record.issued,
        imported=record.imported,
        title=record.title,
        further_action=record.further_action,
        files=tuple(file.name for file in record.files),
    )


def _addressees(bulletin: BulletinRecord | None, role: Role) -> list[AddresseeRow]:
    records: Sequence[AddresseeRecord] = bulletin.addressees if bulletin else ()
    return [AddresseeRow(record.id, record.addressee) for record in records if record.role is role]
