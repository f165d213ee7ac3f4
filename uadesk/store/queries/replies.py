"""The list of replies."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, select
from sqlalchemy.orm import Session

from uadesk.domain.replies import Reply, Scan
from uadesk.domain.rows import ALL_REPLIES, Order, ReplyFilter, ReplyRow
from uadesk.store.cases import CaseRecord
from uadesk.store.evenings import EveningRecord
from uadesk.store.letters import LetterRecord, SenderRecord
from uadesk.store.people import MemberRecord
from uadesk.store.queries.finding import Columns, having_words, sorting
from uadesk.store.queries.letters import case_name
from uadesk.store.replies import ReplyRecord, ReplyScanRecord

_WRITER = func.coalesce(SenderRecord.name, MemberRecord.name, "")
_COLUMNS: Columns = {
    "received": (ReplyRecord.received,),
    "sender": (ReplyRecord.sender.collate("NOCASE"),),
    "says": (ReplyRecord.says.collate("NOCASE"),),
    "case": (CaseRecord.year, CaseRecord.sequence, CaseRecord.extra, CaseRecord.id),
    "code": (LetterRecord.code,),
    "report_by": (ReplyRecord.reported_on.is_not(None), ReplyRecord.report_by, ReplyRecord.reported_on),
}


def replies(
    session: Session, wanted: ReplyFilter = ALL_REPLIES, order: Order = Order("received", descending=True)
) -> list[ReplyRow]:
    """The replies that fit. Sorted by: received, sender, says, case, code, report_by (what is to be reported first)."""
    found = _listed().where(*_conditions(wanted)).order_by(*sorting(_COLUMNS, order, ReplyRecord.id))
    return [_row(row) for row in session.execute(found)]


def replies_between(session: Session, first: date | None, last: date | None, evening: date | None = None) -> int:
    """How many replies came between these days, both included; with an `evening` those to letters written at it."""
    found = select(func.count()).select_from(ReplyRecord).where(*_received(first, last, evening))
    return session.scalar(found) or 0


def scans_between(session: Session, first: date | None, last: date | None, evening: date | None = None) -> list[Scan]:
    """The scans of these replies, as `replies_between` has them, in the order of their coming."""
    found = (
        select(ReplyScanRecord.name, ReplyScanRecord.content)
        .join(ReplyRecord, ReplyRecord.id == ReplyScanRecord.reply_id)
        .where(*_received(first, last, evening))
        .order_by(ReplyRecord.received, ReplyRecord.id)
    )
    return [Scan(name, content) for name, content in session.execute(found)]


def scan_count(session: Session, first: date | None, last: date | None, evening: date | None = None) -> int:
    """How many of these replies have a scan."""
    scanned = ReplyRecord.id.in_(select(ReplyScanRecord.reply_id))
    found = select(func.count()).select_from(ReplyRecord).where(scanned, *_received(first, last, evening))
    return session.scalar(found) or 0


def _conditions(wanted: ReplyFilter) -> list[ColumnElement[bool]]:
    conditions = [having_words(wanted.text, ReplyRecord.folded, CaseRecord.folded)]
    if wanted.to_report:
        conditions += [ReplyRecord.report_by.is_not(None), ReplyRecord.reported_on.is_(None)]
    if wanted.letter_id is not None:
        conditions.append(ReplyRecord.letter_id == wanted.letter_id)
    if wanted.case_id is not None:
        conditions.append(ReplyRecord.case_id == wanted.case_id)
    return conditions


def _received(first: date | None, last: date | None, evening: date | None) -> list[ColumnElement[bool]]:
    conditions = [] if first is None else [ReplyRecord.received >= first]
    if last is not None:
        conditions.append(ReplyRecord.received <= last)
    if evening is not None:
        written = select(LetterRecord.id).join(EveningRecord, LetterRecord.evening_id == EveningRecord.id)
        conditions.append(ReplyRecord.letter_id.in_(written.where(EveningRecord.day == evening)))
    return conditions


def _listed() -> Select[*tuple[Any, ...]]:
    reply = (ReplyRecord.received, ReplyRecord.sender, ReplyRecord.says, ReplyRecord.report_by, ReplyRecord.reported_on)
    return (
        select(
            ReplyRecord.id,
            *reply,
            ReplyRecord.letter_id,
            ReplyRecord.version,
            ReplyRecord.case_id,
            CaseRecord.year,
            CaseRecord.sequence,
            CaseRecord.extra,
            LetterRecord.code,
            _WRITER.label("writer"),
            ReplyScanRecord.name.label("scan"),
        )
        .join(CaseRecord, CaseRecord.id == ReplyRecord.case_id)
        .outerjoin(LetterRecord, LetterRecord.id == ReplyRecord.letter_id)
        .outerjoin(MemberRecord, MemberRecord.id == LetterRecord.member_id)
        .outerjoin(SenderRecord, SenderRecord.letter_id == LetterRecord.id)
        .outerjoin(ReplyScanRecord, ReplyScanRecord.reply_id == ReplyRecord.id)
    )


def _row(found: Row[Any]) -> ReplyRow:
    return ReplyRow(
        ident=found.id,
        reply=Reply(found.received, found.sender, found.says, found.report_by, found.reported_on),
        case_id=found.case_id,
        case=case_name(found.case_id, found.year, found.sequence, extra=found.extra),
        letter_id=found.letter_id,
        code=found.code or "",
        member=found.writer,
        scan=found.scan,
        version=found.version,
    )
