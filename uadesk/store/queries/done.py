"""What was done for one case, counted by the domain's rule, and the news of how it ended."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from uadesk.domain.bulletins import BulletinDraft, Stage
from uadesk.domain.cases import in_order
from uadesk.domain.counts import CaseDone, count_of, total
from uadesk.domain.letters import GONE
from uadesk.store.cases import CaseRecord
from uadesk.store.letters import LetterRecord, SenderRecord


def case_done(session: Session, case_id: int) -> CaseDone:
    """The letters of a case that went out, on whatever day; somebody who left is told from others by name."""
    found = session.execute(
        select(LetterRecord.kind, LetterRecord.status, LetterRecord.member_id, SenderRecord.name, func.count())
        .outerjoin(SenderRecord, SenderRecord.letter_id == LetterRecord.id)
        .where(LetterRecord.case_id == case_id, LetterRecord.status.in_(GONE))
        .group_by(LetterRecord.kind, LetterRecord.status, LetterRecord.member_id, SenderRecord.name)
    ).all()
    count = total(count_of(kind, status) * number for kind, status, *_who, number in found)
    writers = {member_id or name for kind, status, member_id, name, _number in found if count_of(kind, status).posted}
    return CaseDone(count.posted, len(writers), count.copies, count.solidarity)


def outcome_of(session: Session, case_id: int) -> BulletinDraft | None:
    """The last outcome that came on a case, by its issue."""
    case = session.get_one(CaseRecord, case_id)
    by_ident = {bulletin.id: bulletin for bulletin in case.bulletins if bulletin.stage is Stage.OUTCOME}
    ordered = in_order(bulletin.notice for bulletin in by_ident.values())
    return by_ident[ordered[-1].ident].draft() if ordered else None
