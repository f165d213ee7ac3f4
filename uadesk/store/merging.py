"""Two entries of one person become one: what refers to the other refers to the one that is kept."""

from collections import Counter

from sqlalchemy import delete, insert, or_, select, update
from sqlalchemy.orm import Session

from uadesk.domain.letters import WAITING, PieceKind
from uadesk.store.evenings import attendance
from uadesk.store.letters import LetterRecord
from uadesk.store.people import DistinctPeopleRecord, MemberRecord


def merge(session: Session, keep: MemberRecord, other: MemberRecord) -> None:
    """Give letters, evenings and what was said about others to `keep`, and delete `other`.

    What is frozen on printed letters stays as it is.
    """
    session.execute(update(LetterRecord).where(LetterRecord.member_id == other.id).values(member_id=keep.id))
    _move_evenings(session, keep.id, other.id)
    _move_distinct(session, keep.id, other.id)
    session.expire(other, ["letters"])
    session.expire(keep, ["letters"])
    session.delete(other)


def letters_twice(session: Session, member_id: int) -> list[int]:
    """The letters (ids) of this person that have not gone, where there are several to one addressee."""
    found = session.execute(
        select(LetterRecord.id, LetterRecord.bulletin_id, LetterRecord.addressee_id)
        .where(
            LetterRecord.member_id == member_id,
            LetterRecord.status.in_(WAITING),
            LetterRecord.kind != PieceKind.COPY,
        )
        .order_by(LetterRecord.id)
    ).all()
    several = Counter((bulletin_id, addressee_id) for _ident, bulletin_id, addressee_id in found)
    return [ident for ident, bulletin_id, addressee_id in found if several[bulletin_id, addressee_id] > 1]


def _move_evenings(session: Session, keep: int, other: int) -> None:
    """Whoever came as either of the two came; both at one evening were one."""
    came = select(attendance.c.evening_id)
    missing = set(session.scalars(came.where(attendance.c.member_id == other)))
    missing -= set(session.scalars(came.where(attendance.c.member_id == keep)))
    session.execute(delete(attendance).where(attendance.c.member_id == other))
    if missing:
        rows = [{"evening_id": evening, "member_id": keep} for evening in sorted(missing)]
        session.execute(insert(attendance), rows)


def _move_distinct(session: Session, keep: int, other: int) -> None:
    """Who is somebody else than the one is somebody else than the other too."""
    both = (keep, other)
    found = session.scalars(
        select(DistinctPeopleRecord).where(
            or_(DistinctPeopleRecord.first_id.in_(both), DistinctPeopleRecord.second_id.in_(both))
        )
    )
    apart: dict[int, set[int]] = {keep: {keep}, other: set()}
    for pair in found.all():
        apart.setdefault(pair.first_id, set()).add(pair.second_id)
        apart.setdefault(pair.second_id, set()).add(pair.first_id)
    session.add_all(DistinctPeopleRecord.of(keep, each) for each in sorted(apart[other] - apart[keep]))
