"""The letter evenings."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from uadesk.domain.letters import GONE, Channel, LetterStatus, PieceKind
from uadesk.domain.rows import DraftToWrite, EveningRow, PieceState
from uadesk.store.bulletins import BulletinRecord
from uadesk.store.cases import CaseRecord
from uadesk.store.evenings import EveningRecord, attendance
from uadesk.store.letters import LetterRecord, SenderRecord
from uadesk.store.people import MemberRecord
from uadesk.store.queries.letters import is_free, is_on_stack


def evening_row(session: Session, day: date) -> EveningRow | None:
    """The evening of this day: who came, by name, and which cases were on offer."""
    record = session.scalar(select(EveningRecord).where(EveningRecord.day == day))
    if record is None:
        return None
    return EveningRow(
        ident=record.id,
        day=record.day,
        place=record.place,
        members=tuple(member.id for member in record.members),
        cases=tuple(case.id for case in record.cases),
    )


def pieces_of(session: Session, day: date) -> list[PieceState]:
    """All pieces of this day's evening in the order of their making.

    Left out are withdrawn ones, what is to be pulled since its case is closed, and what is held, with the copies of
    both.
    """
    found = session.execute(
        select(LetterRecord.id, LetterRecord.kind, LetterRecord.channel, LetterRecord.status, is_on_stack())
        .join(EveningRecord, LetterRecord.evening_id == EveningRecord.id)
        .join(CaseRecord, LetterRecord.case_id == CaseRecord.id)
        .where(
            EveningRecord.day == day,
            LetterRecord.status != LetterStatus.WITHDRAWN,
            CaseRecord.closed_on.is_(None),
            or_(LetterRecord.status.in_(GONE), is_free()),
        )
        .order_by(LetterRecord.id)
    )
    return [PieceState(*row) for row in found]


def to_write(session: Session, day: date) -> list[DraftToWrite]:
    """The drafts of this day's evening on open cases in which there is something to type, in their order.

    Copies carry the words of their letter, and one by hand has none here.
    """
    found = session.execute(
        select(LetterRecord.id, MemberRecord.id, MemberRecord.name, LetterRecord.own_words != "")
        .join(EveningRecord, LetterRecord.evening_id == EveningRecord.id)
        .join(CaseRecord, LetterRecord.case_id == CaseRecord.id)
        .join(MemberRecord, LetterRecord.member_id == MemberRecord.id)
        .where(
            EveningRecord.day == day,
            LetterRecord.status == LetterStatus.DRAFT,
            LetterRecord.kind != PieceKind.COPY,
            LetterRecord.channel != Channel.HANDWRITTEN,
            CaseRecord.closed_on.is_(None),
        )
        .order_by(LetterRecord.id)
    )
    return [DraftToWrite(*row) for row in found]


def held_before(session: Session, day: date) -> date | None:
    """The last evening before this day to which somebody came."""
    came = select(attendance.c.evening_id)
    return session.scalar(
        select(func.max(EveningRecord.day)).where(EveningRecord.day < day, EveningRecord.id.in_(came))
    )


def planned_after(session: Session, day: date) -> date | None:
    """The next evening after this day that somebody prepared."""
    return session.scalar(select(func.min(EveningRecord.day)).where(EveningRecord.day > day))


def came_since(session: Session, case_ids: Sequence[int], day: date) -> dict[int, bool]:
    """The cases on which a bulletin was imported after this day, each with whether all of its bulletins were."""
    found = session.execute(
        select(BulletinRecord.case_id, func.min(BulletinRecord.imported), func.max(BulletinRecord.imported))
        .where(BulletinRecord.case_id.in_(case_ids))
        .group_by(BulletinRecord.case_id)
    )
    days = {case_id: (_day_of(first), _day_of(last)) for case_id, first, last in found}
    return {case_id: first > day for case_id, (first, last) in days.items() if last > day}


def _day_of(moment: datetime) -> date:
    """The day on which it was, where the group is."""
    return moment.astimezone().date()


def writers_on(session: Session, case_ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """For each case who of the group has written on it, by the names that stand on the letters that went."""
    name = func.coalesce(SenderRecord.name, MemberRecord.name)
    found = session.execute(
        select(LetterRecord.case_id, name)
        .outerjoin(SenderRecord, SenderRecord.letter_id == LetterRecord.id)
        .outerjoin(MemberRecord, LetterRecord.member_id == MemberRecord.id)
        .where(LetterRecord.case_id.in_(case_ids), LetterRecord.kind == PieceKind.APPEAL, LetterRecord.status.in_(GONE))
        .distinct()
        .order_by(func.coalesce(SenderRecord.folded, MemberRecord.folded))
    )
    writers: dict[int, tuple[str, ...]] = {}
    for case_id, writer in found:
        writers[case_id] = (*writers.get(case_id, ()), writer or "")
    return writers


def evening_days(session: Session) -> tuple[date, ...]:
    """The days on which an evening was held, the last first."""
    return tuple(session.scalars(select(EveningRecord.day).order_by(EveningRecord.day.desc())))
