"""Drafts: one letter by each writer to each addressee, with the copies that belong to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from uadesk.base.errors import UADeskError
from uadesk.base.jobs import Job, Progress, finish
from uadesk.base.language import N_
from uadesk.desk.desk import Desk, Skipped
from uadesk.desk.draft_maker import DraftMaker
from uadesk.desk.missing import Round
from uadesk.desk.reaching import NotReachedError
from uadesk.domain.addresses import Role
from uadesk.domain.folding import fold
from uadesk.domain.letters import Channel, PieceKind
from uadesk.domain.rows import LetterRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from uadesk.store.acts import Act
    from uadesk.store.bulletins import AddresseeRecord, BulletinRecord
    from uadesk.store.cases import CaseRecord
    from uadesk.store.evenings import EveningRecord
    from uadesk.store.people import MemberRecord


AT_ONCE = 48
"""Pieces drafted in one transaction, so that nobody waits long for the desk."""


class CaseClosedError(UADeskError):
    """A closed case takes no new letters."""

    def __init__(self, case: str, closed_on: date, reason: str | None) -> None:
        super().__init__(case, closed_on)
        self.case = case
        self.closed_on = closed_on
        self.reason = reason


class NobodyToWriteToError(UADeskError):
    """A case has no addressee, or none that fits what was asked for."""

    def __init__(self, case: str, asked: str = "") -> None:
        super().__init__(case, asked)
        self.case = case
        self.asked = asked


class SeveralAddresseesError(UADeskError):
    """What was asked for fits several targets of the case; `names` are theirs."""

    def __init__(self, asked: str, names: tuple[str, ...]) -> None:
        super().__init__(asked, names)
        self.asked = asked
        self.names = names


@dataclass(frozen=True, slots=True)
class Drafted:
    """The drafts that were made, in the order in which they will be printed, and what was passed over."""

    done: tuple[LetterRow, ...]
    skipped: tuple[Skipped, ...]


def draft_letters(
    desk: Desk,
    case_id: int,
    member_ids: Iterable[int],
    *,
    addressee_ids: Sequence[int] | None = None,
    copies: bool = False,
    channel: Channel = Channel.POST,
    evening: date | None = None,
) -> Drafted:
    """Make a draft for each writer to each target, and with `copies` the copy pieces right behind their letter.

    `addressee_ids` narrows whom the letters, and the copies, go to. A writer who already has such a letter on this
    bulletin is passed over and named; so is, once, an addressee without an email address or a fax number that the
    `channel` needs. It is one act to undo. Raises CaseClosedError, NobodyToWriteToError.
    """
    plan = _Plan(case_id, tuple(member_ids), addressee_ids, channel, copies=copies, evening=evening)
    with desk.store.act(N_("Draft letters")) as act:
        return finish(_drafted(desk, plan, act))


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be drafted on one case."""

    case_id: int
    writers: tuple[int, ...]
    addressees: Sequence[int] | None
    channel: Channel
    copies: bool
    evening: date | None


def _drafted(desk: Desk, plan: _Plan, act: "Act") -> Job[Drafted]:
    """Draft for some of the writers at a time; its progress counts them. Raises what `draft_letters` does."""
    writers, done = plan.writers, 0
    made: list[int] = []
    skipped: list[Skipped] = []
    while True:
        with act.writing() as session:
            round_ = _Round.on(session, plan)
            portion = writers[done : done + round_.writers]
            work = DraftMaker(session, desk, round_.bulletin, plan.channel, evening_for(session, plan.evening), portion)
            for member in members_of(session, portion):
                round_.draft(work, member)
            made += work.store()
            skipped += work.skipped
        done += len(portion)
        if done >= len(writers):
            return Drafted(rows_of(desk, made), (*round_.refused, *skipped))
        yield Progress(done, len(writers))


@dataclass(frozen=True, slots=True)
class _Round:
    """To whom the letters of one round go, who gets copies, and who cannot be reached that way."""

    bulletin: "BulletinRecord"
    targets: "tuple[AddresseeRecord, ...]"
    copied: "tuple[AddresseeRecord, ...]"
    refused: tuple[Skipped, ...]

    @classmethod
    def on(cls, session: "Session", plan: _Plan) -> "_Round":
        """On its case as it stands. Raises CaseClosedError, NobodyToWriteToError."""
        case = open_case(session, plan.case_id)
        if case.current is None or case.addressed is None:
            raise NobodyToWriteToError(case.name)
        chosen = plan.addressees
        to = [each for each in case.addressed.addressees if chosen is None or each.id in chosen]
        targets = tuple(each for each in to if each.role is Role.TARGET)
        if not targets:
            raise NobodyToWriteToError(case.name)
        copied = tuple(each for each in to if plan.copies and each.role is Role.COPY)
        reached = {each.id for each in to if each.addressee.is_reached(plan.channel)}
        return cls(
            case.current,
            tuple(each for each in targets if each.id in reached),
            tuple(each for each in copied if each.id in reached),
            tuple(_not_reached(each, plan.channel) for each in (*targets, *copied) if each.id not in reached),
        )

    @property
    def writers(self) -> int:
        """For how many people one transaction makes drafts."""
        return max(1, AT_ONCE // max(1, len(self.targets) * (1 + len(self.copied))))

    def draft(self, work: "DraftMaker", member: "MemberRecord") -> None:
        """A person's letter to each target, and the copies of each."""
        for target in self.targets:
            letter = work.draft(member, target, PieceKind.APPEAL)
            for copy in self.copied:
                work.draft(member, copy, PieceKind.COPY, letter)


def drafting(desk: Desk, rounds: Sequence[Round], *, copies: bool, evening: date) -> Job[Drafted]:
    """Draft these rounds of an evening step by step; it is one act to undo, and its progress counts writers.

    A case that lets no letter be drafted stops none of the others and is named. Raises what `draft_letters` does where
    it is the only one.
    """
    plans = [
        _Plan(case_id, people, None, each.channel, copies=copies, evening=evening)
        for each in rounds
        for case_id, people in each.writers.items()
    ]
    with desk.store.act(N_("Draft letters")) as act:
        return (yield from _drafted_all(desk, plans, act))


def _drafted_all(desk: Desk, plans: Sequence[_Plan], act: "Act") -> Job[Drafted]:
    done, total = 0, sum(len(plan.writers) for plan in plans)
    made: list[LetterRow] = []
    skipped: list[Skipped] = []
    for plan in plans:
        yield Progress(done, total)
        try:
            drafted = yield from _counted_on(_drafted(desk, plan, act), done, total)
        except (CaseClosedError, NobodyToWriteToError) as error:
            if len(plans) == 1:
                raise
            skipped.append(Skipped(error.case, error))
            continue
        made += drafted.done
        skipped += drafted.skipped
        done += len(plan.writers)
    return Drafted(tuple(made), tuple(skipped))


def _counted_on(job: Job[Drafted], before: int, total: int) -> Job[Drafted]:
    """A part of a longer job: its steps count on from those before it."""
    while True:
        try:
            step = next(job)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]
        yield Progress(before + step.done, total)


def _not_reached(addressee: "AddresseeRecord", channel: Channel) -> Skipped:
    name = addressee.addressee.shown_name
    return Skipped(name, NotReachedError(name, channel))


def addressees_named(desk: Desk, case_id: int, given: str) -> tuple[int, ...]:
    """The one target whose block contains this text, and all who get copies; a whole name or line wins over parts.

    Raises NobodyToWriteToError, SeveralAddresseesError.
    """
    from uadesk.desk.cases import case_view

    view = case_view(desk, case_id)
    wanted = fold(given)
    fitting = [row for row in view.targets if wanted in fold(" ".join(row.addressee.lines))]
    whole = [row for row in fitting if wanted in map(fold, (row.addressee.name, *row.addressee.lines))]
    found = whole or fitting
    if not found:
        raise NobodyToWriteToError(view.row.name, given)
    if len(found) > 1:
        raise SeveralAddresseesError(given, tuple(row.addressee.name or row.addressee.lines[0] for row in found))
    return (found[0].ident, *(row.ident for row in view.copies))


def rows_of(desk: Desk, idents: Sequence[int]) -> tuple[LetterRow, ...]:
    from uadesk.store.queries.letters import letter_rows

    with desk.store.reading() as session:
        return tuple(letter_rows(session, idents))


def open_case(session: "Session", case_id: int) -> "CaseRecord":
    from uadesk.store.cases import CaseRecord

    case = session.get_one(CaseRecord, case_id)
    if case.closed_on is not None:
        raise CaseClosedError(case.name, case.closed_on, case.closed_reason)
    return case


def evening_for(session: "Session", day: date | None) -> "EveningRecord | None":
    from uadesk.desk.evenings import evening_on

    return None if day is None else evening_on(session, day)


def members_of(session: "Session", idents: Iterable[int]) -> "list[MemberRecord]":
    """These people in the given order, read at once."""
    from sqlalchemy import select

    from uadesk.store.people import MemberRecord
    from uadesk.store.queries.finding import portions

    wanted = list(idents)
    found = {
        member.id: member
        for portion in portions(wanted)
        for member in session.scalars(select(MemberRecord).where(MemberRecord.id.in_(portion)))
    }
    return [found.get(ident) or session.get_one(MemberRecord, ident) for ident in wanted]
