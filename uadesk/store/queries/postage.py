"""The letters that went into the box in a span of days."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from uadesk.domain.letters import GONE, Channel, LetterStatus
from uadesk.store.evenings import EveningRecord
from uadesk.store.letters import LetterRecord, StepRecord
from uadesk.store.queries.steps import step_days

_STAMPED = [channel for channel in Channel if channel.needs_envelope]


def posted_letters(
    session: Session, first: date | None = None, last: date | None = None, evening: date | None = None
) -> dict[int, date]:
    """The letters (ids) that were posted between these days, both included, each with its day, in their order.

    With an `evening` those that were written at it.
    One that was taken out of the box and posted again counts on the day of the second time.
    """
    days = step_days(StepRecord.status == LetterStatus.POSTED)
    found = (
        select(LetterRecord.id, days.c.day)
        .join(days, days.c.letter_id == LetterRecord.id)
        .where(LetterRecord.status.in_(GONE), LetterRecord.channel.in_(_STAMPED))
        .order_by(LetterRecord.id)
    )
    if evening is not None:
        of_day = select(EveningRecord.id).where(EveningRecord.day == evening)
        found = found.where(LetterRecord.evening_id.in_(of_day))
    if first is not None:
        found = found.where(days.c.day >= first)
    if last is not None:
        found = found.where(days.c.day <= last)
    return {ident: day for ident, day in session.execute(found)}  # noqa: C416  rows are no pairs to mypy
