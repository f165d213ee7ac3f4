"""Drafts: one letter by each writer to each addressee, with the copies that belong to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from uadesk.base.errors import UADeskError
from uadesk.base.jobs import Job, Progress, finish
from uadesk.base.language import N_
from uadesk.desk.cases import letters_text
from uadesk.desk.desk import Desk, Skipped
from uadesk.desk.holding import addressee_now
from uadesk.desk.missing import Round
from uadesk.desk.reaching import NotReachedError
from uadesk.domain.addresses import Role
from uadesk.domain.folding import fold
from uadesk.domain.letters import Channel, LetterStatus, PieceKind
from uadesk.domain.rows import LetterRow
from uadesk.letters.shared import SharedText

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from uadesk.store.bulletins import AddresseeRecord, BulletinRecord
    from uadesk.store.cases import CaseRecord
    from uadesk.store.evenings import EveningRecord
    from uadesk.store.letters import LetterRecord
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


class AlreadyWrittenError(UADeskError):
    """This person has a letter to this addressee on this bulletin already."""

    def __init__(self, member: str, addressee: str, code: str) -> None:
        super().__init__(member, addressee, code)
        self.member = member
        self.addressee = addressee
        self.code = code


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
    return finish(_drafted(desk, plan, f"draft:{uuid4().hex}"))


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be drafted on one case."""

    case_id: int
    writers: tuple[int, ...]
    addressees: Sequence[int] | None
    channel: Channel
    copies: bool
    evening: date | None


def _drafted(desk: Desk, plan: _Plan, act: str) -> Job[Drafted]:
    """Draft for some of the writers at a time; its progress counts them. Raises what `draft_letters` does."""
    writers, done = plan.writers, 0
    made: list[int] = []
    skipped: list[Skipped] = []
    while True:
        with desk.store.writing(N_("Draft letters"), merge=act) as session:
            round_ = _Round.on(session, plan)
            portion = writers[done : done + round_.writers]
            work = _Drafting(session, desk, round_.bulletin, plan.channel, _evening(session, plan.evening), portion)
            for member in _members(session, portion):
                round_.draft(work, member)
            made += work.store()
            skipped += work.skipped
        done += len(portion)
        if done >= len(writers):
            return Drafted(_rows(desk, made), (*round_.refused, *skipped))
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
        case = _open_case(session, plan.case_id)
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

    def draft(self, work: "_Drafting", member: "MemberRecord") -> None:
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
    act, done, total = f"draft:{uuid4().hex}", 0, sum(len(plan.writers) for plan in plans)
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


def same_again(desk: Desk, ident: int, member_id: int, *, evening: date | None = None) -> Drafted:
    """The same letter for another person, its copies too, to the same addressee and in the same way.

    The choice of demands and a corrected address come along; never what its writer wrote. Where the person has such
    a letter already, it is passed over and named. Raises LetterGoneError, CaseClosedError.
    """
    from uadesk.desk.letters import found_letter

    with desk.store.writing(N_("Draft letters")) as session:
        model = found_letter(session, ident)
        model = model.original or model
        case = _open_case(session, model.case_id)
        addressee = addressee_now(model)
        if addressee is None:
            raise NobodyToWriteToError(case.name)
        bulletin = case.current or model.bulletin
        work = _Drafting(session, desk, bulletin, model.channel, _evening(session, evening), [member_id])
        [member] = _members(session, [member_id])
        letter = work.draft(member, addressee, model.kind)
        alike = [(model, letter)]
        for copy in model.copies:
            to = addressee_now(copy)
            if to is not None and copy.status is not LetterStatus.WITHDRAWN:
                alike.append((copy, work.draft(member, to, PieceKind.COPY, letter)))
        made, skipped = work.store(), work.skipped
        for one, other in alike:
            if other.id in made:
                _take_over(one, other)
    return Drafted(_rows(desk, made), skipped)


def _take_over(one: "LetterRecord", other: "LetterRecord") -> None:
    """What was chosen for one letter, for the new one beside it.

    An address comes along where it holds still, and of the demands for all those that were left ticked. What was
    written freely does not: the writer may speak of himself in it.
    """
    other.own_text = _demands_chosen(one, other)
    if one.addressee is not None and other.addressee is not None and one.addressee.lines == other.addressee.lines:
        other.address(one.recipient, one.country_code, one.salutation)


def _demands_chosen(one: "LetterRecord", other: "LetterRecord") -> dict[str, Any] | None:
    """The text for all without the demands that this letter left out; None where it leaves out none, or all."""
    if one.own_text is None:
        return None
    left_out = set(letters_text(one.bulletin).demands) - set(SharedText.unpacked(one.own_text).demands)
    shared = letters_text(other.bulletin)
    kept = tuple(each for each in shared.demands if each not in left_out)
    return None if kept in ((), shared.demands) else replace(shared, demands=kept).packed()


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


def _rows(desk: Desk, idents: Sequence[int]) -> tuple[LetterRow, ...]:
    from uadesk.store.queries.letters import letter_rows

    with desk.store.reading() as session:
        return tuple(letter_rows(session, idents))


def _open_case(session: "Session", case_id: int) -> "CaseRecord":
    from uadesk.store.cases import CaseRecord

    case = session.get_one(CaseRecord, case_id)
    if case.closed_on is not None:
        raise CaseClosedError(case.name, case.closed_on, case.closed_reason)
    return case


def _evening(session: "Session", day: date | None) -> "EveningRecord | None":
    from uadesk.desk.evenings import evening_on

    return None if day is None else evening_on(session, day)


def _members(session: "Session", idents: Iterable[int]) -> "list[MemberRecord]":
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


class _Drafting:
    """One round of drafting: what is made, what is passed over. Nothing is written before `store`."""

    def __init__(
        self,
        session: "Session",
        desk: Desk,
        bulletin: "BulletinRecord",
        channel: Channel,
        evening: "EveningRecord | None",
        writers: Sequence[int],
    ) -> None:
        from uadesk.store.sqlite import next_number

        self._made: list[LetterRecord] = []
        self._passed: list[tuple[MemberRecord, AddresseeRecord, LetterRecord]] = []
        # numbered before they are stored: a copy names its original, and rows with a number go in together
        self._first_id = next_number(session.connection(), "letter")
        self._first_step = next_number(session.connection(), "step")
        self._session = session
        self._desk = desk
        self._bulletin = bulletin
        self._channel = channel
        self._evening = evening
        self._written = self._letters_so_far(writers)

    def draft(
        self,
        member: "MemberRecord",
        addressee: "AddresseeRecord",
        kind: PieceKind,
        original: "LetterRecord | None" = None,
    ) -> "LetterRecord":
        """The draft; where there is one already, that one, and a word that it was passed over."""
        key = (member.id, addressee.id, original.id if original else None)
        known = self._written.get(key)
        if known is not None:
            self._passed.append((member, addressee, known))
            return known
        letter = self._new(member.id, addressee, kind, original)
        self._written[key] = letter
        self._made.append(letter)
        return letter

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """Who was passed over, by the code of the letter that is there; after `store`."""
        return tuple(
            Skipped(member.name, AlreadyWrittenError(member.name, addressee.name, letter.code))
            for member, addressee, letter in self._passed
        )

    def store(self) -> list[int]:
        """Keep all drafts at once, each with a code of its own; their numbers in the order of their making."""
        from uadesk.store.letters import next_codes

        for letter, code in zip(self._made, next_codes(self._session, len(self._made)), strict=True):
            letter.code = code
        alike = sorted(self._made, key=lambda letter: letter.original_id is not None)  # rows alike go in together
        self._session.add_all(alike)
        self._session.flush()
        return [letter.id for letter in self._made]

    def _new(
        self, member_id: int, addressee: "AddresseeRecord", kind: PieceKind, original: "LetterRecord | None"
    ) -> "LetterRecord":
        from uadesk.store.letters import LetterRecord, StepRecord

        now = self._desk.now
        by_hand = original is not None and original.channel is Channel.HANDWRITTEN  # nobody can print a copy of that
        letter = LetterRecord(
            id=self._first_id + len(self._made),
            member_id=member_id,
            case_id=self._bulletin.case_id,
            bulletin_id=self._bulletin.id,
            addressee_id=addressee.id,
            evening_id=self._evening.id if self._evening else None,
            original_id=original.id if original else None,
            kind=kind,
            channel=Channel.HANDWRITTEN if by_hand else self._channel,
            status=LetterStatus.DRAFT,
            language=self._bulletin.language or "en",
            own_words="",
            created=now,
            changed=now,
        )
        step = self._first_step + len(self._made)
        letter.steps.append(StepRecord(id=step, status=LetterStatus.DRAFT, at=now, day=self._desk.today))
        return letter

    def _letters_so_far(self, writers: Sequence[int]) -> "dict[tuple[int, int, int | None], LetterRecord]":
        from sqlalchemy import select

        from uadesk.store.letters import LetterRecord

        found = self._session.scalars(
            select(LetterRecord).where(
                LetterRecord.bulletin_id == self._bulletin.id,
                LetterRecord.status != LetterStatus.WITHDRAWN,
                LetterRecord.member_id.in_(writers),
                LetterRecord.addressee_id.is_not(None),
            )
        ).all()
        return {
            (letter.member_id, letter.addressee_id, letter.original_id): letter
            for letter in found
            if letter.member_id is not None and letter.addressee_id is not None
        }
