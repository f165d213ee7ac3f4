"""The list of members and guests."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from uadesk.domain.letters import LetterStatus, PieceKind
from uadesk.domain.rows import MemberRow, Order
from uadesk.store.letters import LetterRecord
from uadesk.store.people import DistinctPeopleRecord, MemberRecord
from uadesk.store.queries.finding import Columns, having_words, in_given_order, portions, sorting

_LETTERS = (
    select(func.count())
    .select_from(LetterRecord)
    .where(
        LetterRecord.member_id == MemberRecord.id,
        LetterRecord.kind == PieceKind.APPEAL,
        LetterRecord.status != LetterStatus.WITHDRAWN,
    )
    .scalar_subquery()
)
_COLUMNS: Columns = {
    "name": (MemberRecord.folded,),  # begins with the name
    "email": (MemberRecord.email.collate("NOCASE"),),
    "phone": (MemberRecord.phone,),
    "country": (MemberRecord.country,),
    "address": (MemberRecord.address_lines.collate("NOCASE"),),
    "kind": (MemberRecord.kind, MemberRecord.folded),
    "left_on": (MemberRecord.left_on,),
    "letters": (_LETTERS,),
    "id": (MemberRecord.id,),
}


def member_ids(
    session: Session,
    *,
    text: str = "",
    order: Order = Order("name"),
    include_left: bool = False,
) -> list[int]:
    """The numbers of the people that fit, in this order.

    Sorted by: name, email, phone, country, address, kind, left_on, letters, id.
    """
    found = select(MemberRecord.id).where(having_words(text, MemberRecord.folded))
    if not include_left:
        found = found.where(MemberRecord.left_on.is_(None))
    return list(session.scalars(found.order_by(*sorting(_COLUMNS, order, MemberRecord.id))))


def member_rows(session: Session, idents: Sequence[int]) -> list[MemberRow]:
    """These people, in the order of their numbers."""
    rows = []
    for portion in portions(idents):
        counted = select(MemberRecord, _LETTERS).where(MemberRecord.id.in_(portion))
        rows += [
            MemberRow(record.id, record.person, letters, record.left_on, record.version)
            for record, letters in session.execute(counted)
        ]
    return in_given_order(rows, idents)


def distinct_pairs(session: Session) -> set[tuple[int, int]]:
    """The pairs of people who look alike and are two, as a person said; the smaller number first."""
    found = session.execute(select(DistinctPeopleRecord.first_id, DistinctPeopleRecord.second_id))
    return {(first, second) for first, second in found}


def member_names(session: Session) -> list[tuple[str, int]]:
    """The name and number of everybody, those who left too, by name, without counting anything."""
    found = session.execute(select(MemberRecord.name, MemberRecord.id).order_by(MemberRecord.folded, MemberRecord.id))
    return [(name, ident) for name, ident in found]
