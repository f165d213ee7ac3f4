"""What was written in a span of days, counted by the domain's rule."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Select, and_, case, func, or_, select
from sqlalchemy.orm import Session

from uadesk.domain.counts import UNPOSTED, Count, count_of, total
from uadesk.domain.folding import fold
from uadesk.domain.letters import GONE, Channel, LetterStatus, PieceKind
from uadesk.domain.rows import Report, ReportRow
from uadesk.store.cases import CaseRecord
from uadesk.store.evenings import EveningRecord
from uadesk.store.letters import LetterRecord, SenderRecord, StepRecord
from uadesk.store.people import MemberRecord
from uadesk.store.queries.letters import case_name
from uadesk.store.queries.steps import WENT, step_days

_CASES = select(
    CaseRecord.id,
    CaseRecord.year,
    CaseRecord.sequence,
    CaseRecord.extra,
    CaseRecord.country,
    CaseRecord.country_code,
)


class _Case(NamedTuple):
    """What a report tells of a case."""

    ident: int
    year: int | None
    sequence: int | None
    extra: bool | None
    country: str
    country_code: str | None

    @property
    def name(self) -> str:
        return case_name(self.ident, self.year, self.sequence, extra=self.extra)

    @property
    def place(self) -> tuple[bool, int, int, int]:
        """By number, those without one last."""
        return self.year is None, self.year or 0, self.sequence or 0, self.ident


@dataclass(frozen=True, slots=True)
class _Group:
    """Letters that are alike in all that a report tells apart."""

    case: _Case
    member_id: int | None
    member: str
    month: str
    channel: Channel
    kind: PieceKind
    evening: date | None
    count: Count


@dataclass(frozen=True, slots=True)
class _By:
    """One way to count: what makes a group one, what it is called, and where it stands."""

    name: str
    one: Callable[[_Group], Hashable]
    key: Callable[[_Group], str]
    place: Callable[[_Group], Any]


_WAYS = (
    _By("ua", lambda group: group.case.ident, lambda group: group.case.name, lambda group: group.case.place),
    _By(
        "member",
        lambda group: group.member_id or group.member,
        lambda group: group.member,
        lambda group: (fold(group.member), group.member_id or 0),
    ),
    _By(
        "country",
        lambda group: group.case.country_code or fold(group.case.country),
        lambda group: group.case.country or group.case.country_code or "",
        lambda group: fold(group.case.country),
    ),
    _By("month", lambda group: group.month, lambda group: group.month, lambda group: group.month),
    _By(
        "channel",
        lambda group: group.channel,
        lambda group: group.channel.value,
        lambda group: list(Channel).index(group.channel),
    ),
    _By(
        "kind",
        lambda group: group.kind,
        lambda group: group.kind.value,
        lambda group: list(PieceKind).index(group.kind),
    ),
    _By(
        "evening",
        lambda group: group.evening,
        lambda group: group.evening.isoformat() if group.evening else "",
        lambda group: group.evening or date.max,
    ),
)


def report(
    session: Session, first: date | None = None, last: date | None = None, evening: date | None = None
) -> Report:
    """The counts of a span of days, both ends within; None leaves that end open. `evening`: only its letters.

    A letter counts on the day on which it was posted or sent. Those printed but not posted are told apart, by the
    day on which they were printed. What adds nothing (drafts, withdrawn letters) makes no row. Somebody who was
    renamed is one person still, and stands here under the present name, though each letter shows the one on it.
    """
    groups = [group for group in _groups(session, first, last, evening) if group.count != Count()]
    rows = [row for way in _WAYS for row in _counted(groups, way)]
    return Report(first, last, total(group.count for group in groups), tuple(rows), evening)


def _counted(groups: Iterable[_Group], way: _By) -> list[ReportRow]:
    found: dict[Hashable, list[_Group]] = {}
    for group in groups:
        found.setdefault(way.one(group), []).append(group)
    ordered = sorted(found.values(), key=lambda alike: way.place(alike[0]))
    return [ReportRow(way.name, way.key(alike[0]), total(group.count for group in alike)) for alike in ordered]


def _groups(session: Session, first: date | None, last: date | None, evening: date | None) -> list[_Group]:
    cases = {row.id: _Case(*row) for row in session.execute(_CASES)}
    names = {row.id: row.name for row in session.execute(select(MemberRecord.id, MemberRecord.name))}
    alike = _alike(first, last)
    found = session.execute(alike if evening is None else alike.where(EveningRecord.day == evening))
    return [
        _Group(
            case=cases[case_id],
            member_id=member_id,
            member=names.get(member_id, sender or ""),
            month=f"{day:%Y-%m}",
            channel=channel,
            kind=kind,
            evening=held,
            count=count_of(kind, status) * number,
        )
        for kind, status, channel, day, case_id, member_id, sender, held, number in found
    ]


def _alike(first: date | None, last: date | None) -> Select[*tuple[Any, ...]]:
    """How many letters are alike; the sender's name tells whose they were where the member is gone."""
    was_printed = StepRecord.status == LetterStatus.PRINTED
    days = step_days(
        or_(and_(LetterRecord.status.in_(GONE), WENT), and_(LetterRecord.status.in_(UNPOSTED), was_printed))
    )
    sender = case((LetterRecord.member_id.is_(None), SenderRecord.name))
    alike = (
        LetterRecord.kind,
        LetterRecord.status,
        LetterRecord.channel,
        days.c.day,
        LetterRecord.case_id,
        LetterRecord.member_id,
        sender,
        EveningRecord.day,
    )
    found = (
        select(*alike, func.count())
        .join(days, days.c.letter_id == LetterRecord.id)
        .outerjoin(EveningRecord, EveningRecord.id == LetterRecord.evening_id)
        .outerjoin(SenderRecord, SenderRecord.letter_id == LetterRecord.id)
        .group_by(*alike)
    )
    if first is not None:
        found = found.where(days.c.day >= first)
    if last is not None:
        found = found.where(days.c.day <= last)
    return found
