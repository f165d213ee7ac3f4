"""The letter evenings."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from uadesk.domain.rows import EveningRow
from uadesk.store.evenings import EveningRecord


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


def evening_days(session: Session) -> tuple[date, ...]:
    """The days on which an evening was held, the last first."""
    return tuple(session.scalars(select(EveningRecord.day).order_by(EveningRecord.day.desc())))
