"""On which day letters took a step."""

from sqlalchemy import ColumnElement, Subquery, func, select

from uadesk.domain.letters import LetterStatus
from uadesk.store.letters import LetterRecord, StepRecord

WENT = StepRecord.status.in_((LetterStatus.POSTED, LetterStatus.SENT))
"""The steps by which a letter leaves the house."""


def step_days(taken: ColumnElement[bool]) -> Subquery:
    """Letters (`letter_id`) with the `day` of the last such step: what was taken back before it does not count."""
    last = (
        select(func.max(StepRecord.id).label("id"))
        .join(LetterRecord, LetterRecord.id == StepRecord.letter_id)
        .where(taken)
        .group_by(StepRecord.letter_id)
        .subquery()
    )
    return select(StepRecord.letter_id, StepRecord.day).join(last, last.c.id == StepRecord.id).subquery()
