"""What became of letters: the steps of one, and the count of many."""

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from uadesk.domain.letters import GONE, LetterStatus, went_back
from uadesk.domain.rows import LetterFilter, StepRow, Tally
from uadesk.store.letters import LetterRecord, StepRecord
from uadesk.store.queries.letters import conditions
from uadesk.store.queries.steps import WENT, step_days


def steps_of(session: Session, letter_id: int) -> tuple[StepRow, ...]:
    """All steps of a letter in their order, those that were taken back too."""
    found = (
        select(StepRecord.status, StepRecord.at, StepRecord.day)
        .where(StepRecord.letter_id == letter_id)
        .order_by(StepRecord.id)
    )
    steps: list[StepRow] = []
    for status, at, day in session.execute(found):
        steps.append(StepRow(status, at, day, bool(steps) and went_back(steps[-1].status, status)))
    return tuple(steps)


def tally(session: Session, wanted: LetterFilter) -> Tally:
    """How many letters fit and are not withdrawn, how many went out, and when the last did."""
    went = LetterRecord.status.in_(GONE)
    days = step_days(WENT)
    counted = (
        select(func.count(), func.count(case((went, 1))), func.max(case((went, days.c.day))))
        .select_from(LetterRecord)
        .outerjoin(days, days.c.letter_id == LetterRecord.id)
        .where(LetterRecord.status != LetterStatus.WITHDRAWN, *conditions(wanted))
    )
    letters, gone, last = session.execute(counted).one()
    return Tally(letters, gone, last)
