"""What was written in a span of days, counted by the domain's rule."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from uadesk.domain.counts import UNPOSTED, Count, count_of, total
from uadesk.domain.folding import fold
from uadesk.domain.letters import GONE, Channel, LetterStatus, PieceKind
from uadesk.domain.rows import Report, ReportRow
from uadesk.store.cases import CaseRecord
from uadesk.store.letters import LetterRecord, SenderRecord, StepRecord
from uadesk.store.people import MemberRecord
from uadesk.store.queries.letters import case_name

_COUNTING_STEPS = (LetterStatus.POSTED, LetterStatus.SENT)


@dataclass(frozen=True, slots=True)
class _Group:
    """Letters that are alike in all that a report tells apart."""

    case_id: int
    case: str
    case_order: tuple[int, int, int]
    country: str
    country_code: str | None
    member_id: int | None
    member: str
    month: str
    channel: Channel
    count: Count


@dataclass(frozen=True, slots=True)
class _By:
    """One way to count: what makes a group one, what it is called, and where it stands."""

    name: str
    one: Callable[[_Group], Hashable]
    key: Callable[[_Group], str]
    place: Callable[[_Group], Any]


_WAYS = (
    _By("ua", lambda group: group.case_id, lambda group: group.case, lambda group: group.case_order),
    _By(
        "member",
        lambda group: group.member_id or group.member,
        lambda group: group.member,
        lambda group: (fold(group.member), group.member_id or 0),
    ),
    _By(
        "country",
        lambda group: group.country_code or fold(group.country),
        lambda group: group.country or group.country_code or "",
        lambda group: fold(group.country),
    ),
    _By("month", lambda group: group.month, lambda group: group.month, lambda group: group.month),
    _By(
        "channel",
        lambda group: group.channel,
        lambda group: group.channel.value,
        lambda group: list(Channel).index(group.channel),
    ),
)


def report(session: Session, first: date | None = None, last: date | None = None) -> Report:
    """The counts of a span of days, both ends within; None leaves that end open.

    A letter counts on the day on which it was posted or sent. Those printed but not posted are told apart, by the
    day on which they were printed. What adds nothing (drafts, withdrawn letters) makes no row.
    """
    groups = [group for group in _groups(session, first, last) if group.count != Count()]
    rows = [row for way in _WAYS for row in _counted(groups, way)]
    return Report(first, last, total(group.count for group in groups), tuple(rows))


def _counted(groups: Iterable[_Group], way: _By) -> list[ReportRow]:
    found: dict[Hashable, list[_Group]] = {}
    for group in groups:
        found.setdefault(way.one(group), []).append(group)
    ordered = sorted(found.values(), key=lambda alike: way.place(alike[0]))
    return [ReportRow(way.name, way.key(alike[0]), total(group.count for group in alike)) for alike in ordered]


def _groups(session: Session, first: date | None, last: date | None) -> list[_Group]:
    day = func.min(StepRecord.day)
    days = (
        select(LetterRecord.id, LetterRecord.kind, LetterRecord.status, LetterRecord.channel, day.label("day"))
        .add_columns(LetterRecord.case_id, LetterRecord.member_id)
        .join(StepRecord, StepRecord.letter_id == LetterRecord.id)
        .where(
            or_(
                and_(LetterRecord.status.in_(GONE), StepRecord.status.in_(_COUNTING_STEPS)),
                and_(LetterRecord.status.in_(UNPOSTED), StepRecord.status == LetterStatus.PRINTED),
            )
        )
        .group_by(LetterRecord.id)
    )
    if first is not None:
        days = days.having(day >= first)
    if last is not None:
        days = days.having(day <= last)
    return [_group(row) for row in session.execute(_named(days.subquery()))]


def _named(letter: Any) -> Any:
    writer = func.coalesce(MemberRecord.name, SenderRecord.name, "")
    alike = (
        letter.c.kind,
        letter.c.status,
        letter.c.channel,
        letter.c.day,
        letter.c.case_id,
        letter.c.member_id,
        writer,
    )
    return (
        select(*alike, CaseRecord, func.count())
        .join(CaseRecord, letter.c.case_id == CaseRecord.id)
        .outerjoin(MemberRecord, letter.c.member_id == MemberRecord.id)
        .outerjoin(SenderRecord, SenderRecord.letter_id == letter.c.id)
        .group_by(*alike, CaseRecord.id)
    )


def _group(row: Any) -> _Group:
    kind, status, channel, day, case_id, member_id, writer, case, number = row
    return _Group(
        case_id=case_id,
        case=case_name(case_id, case.year, case.sequence, extra=case.extra),
        case_order=(case.year if case.year is not None else 100, case.sequence or 0, case_id),
        country=case.country,
        country_code=case.country_code,
        member_id=member_id,
        member=writer,
        month=f"{day:%Y-%m}",
        channel=channel,
        count=_times(count_of(PieceKind(kind), LetterStatus(status)), number),
    )


def _times(count: Count, number: int) -> Count:
    return Count(count.posted * number, count.printed * number, count.copies * number, count.solidarity * number)
