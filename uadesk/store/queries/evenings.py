"""The letter evenings."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from uadesk.domain.rows import EveningRow
from uadesk.store.evenings import EveningRecord


def evening_row(session: Session, day: date) -> EveningRow | None:
    """The evening of this day: who came, by name, and which cases were on offer."""
    record = session.scalar(select(EveningRecord).where(EveningRecord.day == day))
    return None if record is None else _row(record)


def evening_rows(session: Session) -> list[EveningRow]:
    """All evenings, the latest first."""
    found = (
        select(EveningRecord)
        .options(selectinload(EveningRecord.members), selectinload(EveningRecord.cases))
        .order_by(EveningRecord.day.desc())
    )
    return [_row(record) for record in session.scalars(found)]


def _row(record: EveningRecord) -> EveningRow:
    return EveningRow(
        ident=record.id,
        day=record.day,
        place=record.place,
        members=tuple(member.id for member in record.members),
        cases=tuple(case.id for case in record.cases),
    )
