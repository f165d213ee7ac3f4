"""The letter-writing evening: who came, what is on offer, and what the next step is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from uadesk.base.language import N_
from uadesk.desk.cases import list_cases
from uadesk.desk.desk import Desk
from uadesk.desk.holding import held_rows
from uadesk.desk.members import NameMissingError, list_members
from uadesk.domain.cases import CaseState
from uadesk.domain.folding import fold
from uadesk.domain.letters import Channel, LetterStatus, PieceKind
from uadesk.domain.people import MemberKind, Person, ReturnAddress
from uadesk.domain.rows import CaseRow, EveningRow, LetterRow, PieceState, SentRun

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from uadesk.store.evenings import EveningRecord

T = TypeVar("T")


class NextStep(StrEnum):
    """The one thing to do next."""

    ADD_CASE = "add_case"
    ADD_PEOPLE = "add_people"
    OFFER = "offer"
    TICK = "tick"
    DRAFT = "draft"
    PRINT = "print"
    ANSWER = "answer"
    POST = "post"
    SEND = "send"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class PersonTonight:
    """One person on the board; `cells` hold the state of their letters, one for each case on offer."""

    ident: int
    name: str
    is_guest: bool
    here: bool
    cells: tuple[LetterStatus | None, ...]


@dataclass(frozen=True, slots=True)
class Tonight:
    """The evening at a glance.

    `others` are cases one could offer too. `drafts` are to be printed, `to_post` wait for the box, `to_send` go by
    email or fax; `pieces` are all on cases that are open, `copies` those of them that are copies. What belongs to a
    closed case is to be pulled, and what is held since its case went on waits for a decision: neither is among them.
    `sent` went to paper, and nobody said yet how it came out: it is not to be printed a second time.
    """

    evening: EveningRow
    people: tuple[PersonTonight, ...]
    cases: tuple[CaseRow, ...]
    others: tuple[CaseRow, ...]
    step: NextStep
    drafts: tuple[int, ...]
    to_post: tuple[int, ...]
    to_send: tuple[int, ...]
    pieces: tuple[int, ...]
    copies: frozenset[int]
    held: tuple[LetterRow, ...]
    sent: tuple[SentRun, ...]


def tonight(desk: Desk) -> Tonight:
    """Today's evening. Before anything was chosen, all cases that are open and not past their date are on offer."""
    open_cases = list(list_cases(desk))
    evening = stored_evening(desk, desk.today) or EveningRow(0, desk.today, "", (), offered_at_first(open_cases))
    offered = tuple(row for row in open_cases if row.ident in evening.cases)
    letters = _pieces(desk, evening.day)
    sent = _sent(desk)
    on_paper = {ident for run in sent for ident in run.letters}
    drafts = [row for row in letters if row.status is LetterStatus.DRAFT and row.ident not in on_paper]
    found = Tonight(
        evening=evening,
        people=_people(desk, evening, offered),
        cases=offered,
        others=tuple(row for row in open_cases if row.ident not in evening.cases),
        step=NextStep.DONE,
        drafts=tuple(row.ident for row in drafts if row.channel is Channel.POST),
        to_post=tuple(row.ident for row in letters if row.to_box),
        to_send=tuple(row.ident for row in drafts if row.channel in (Channel.EMAIL, Channel.FAX)),
        pieces=tuple(row.ident for row in letters),
        copies=frozenset(row.ident for row in letters if row.kind is PieceKind.COPY),
        held=held_rows(desk),
        sent=sent,
    )
    return replace(found, step=_next_step(found))


def _pieces(desk: Desk, day: date) -> list[PieceState]:
    from uadesk.store.queries.evenings import pieces_of

    with desk.store.reading() as session:
        return pieces_of(session, day)


def _sent(desk: Desk) -> tuple[SentRun, ...]:
    from uadesk.store.queries.printing import unanswered_runs

    with desk.store.reading() as session:
        return tuple(unanswered_runs(session))


def people_tonight(desk: Desk) -> tuple[PersonTonight, ...]:
    """Everybody who could write tonight, without the cells of the board."""
    return _people(desk, stored_evening(desk, desk.today) or EveningRow(0, desk.today, ""), ())


def set_here(desk: Desk, member_id: int, here: bool) -> None:  # noqa: FBT001  one tick, one value
    """Tick who came, or take the tick back."""
    from uadesk.store.people import MemberRecord

    with desk.store.writing(N_("Tick who came")) as session:
        member = session.get_one(MemberRecord, member_id)
        evening = evening_on(session, desk.today)
        _set(evening.members, member, here)


def everybody_here(desk: Desk) -> None:
    """Tick all members at once."""
    from uadesk.store.people import MemberRecord

    members = [row.ident for row in list_members(desk) if row.person.kind is MemberKind.MEMBER]
    with desk.store.writing(N_("Tick who came")) as session:
        evening = evening_on(session, desk.today)
        for ident in members:
            _set(evening.members, session.get_one(MemberRecord, ident), wanted=True)


def add_guest(desk: Desk, name: str) -> int:
    """A guest by first name: letters use the group's address. Raises NameMissingError.

    A guest of this name who is on the list and not here yet is the one who came, unless an address or anything else
    is known of that one: it may be another person, on whose letters it must not stand.
    """
    from uadesk.store.people import MemberRecord

    guest = Person(name.strip(), kind=MemberKind.GUEST, return_address=ReturnAddress.GROUP)
    if not guest.name:
        raise NameMissingError
    known = [row for row in list_members(desk, text=guest.name) if fold(row.person.name) == fold(guest.name)]
    with desk.store.writing(N_("Add a guest")) as session:
        evening = evening_on(session, desk.today)
        present = {member.id for member in evening.members}
        away = [row.ident for row in known if row.ident not in present and _is_name_alone(row.person)]
        record = session.get_one(MemberRecord, away[0]) if away else MemberRecord.of(guest)
        session.add(record)
        evening.members.append(record)
        session.flush()
        return record.id


def _is_name_alone(person: Person) -> bool:
    """Whether nothing but a first name is known of a guest."""
    return person == Person(person.name, kind=MemberKind.GUEST, return_address=person.return_address)


def set_on_offer(desk: Desk, case_id: int, offered: bool, day: date | None = None) -> None:  # noqa: FBT001  one tick
    """Put a case on the table of an evening (tonight's, where no day is given), or take it off."""
    from uadesk.store.cases import CaseRecord

    with desk.store.writing(N_("Change the cases on offer")) as session:
        case = session.get_one(CaseRecord, case_id)
        evening = evening_on(session, day or desk.today)
        _set(evening.cases, case, offered)


def set_place(desk: Desk, place: str, day: date | None = None) -> None:
    """Where the evening (tonight's, where no day is given) is held."""
    with desk.store.writing(N_("Change the place"), merge=f"place:{day}") as session:
        evening_on(session, day or desk.today).place = place.strip()


def evening_on(session: "Session", day: date) -> "EveningRecord":
    """The evening of this day; made with the cases that are offered at first where there is none yet."""
    from sqlalchemy import select

    from uadesk.store.cases import CaseRecord
    from uadesk.store.evenings import EveningRecord
    from uadesk.store.queries.cases import case_ids, case_rows

    known = session.scalar(select(EveningRecord).where(EveningRecord.day == day))
    if known is not None:
        return known
    offered = offered_at_first(case_rows(session, case_ids(session, today=day), day))
    evening = EveningRecord(day=day, place="")
    session.add(evening)
    evening.cases.extend(session.scalars(select(CaseRecord).where(CaseRecord.id.in_(offered))))
    session.flush()
    return evening


def _set(chosen: list[T], one: T, wanted: bool) -> None:  # noqa: FBT001
    if wanted and one not in chosen:
        chosen.append(one)
    elif not wanted and one in chosen:
        chosen.remove(one)


def offered_at_first(cases: Iterable[CaseRow]) -> tuple[int, ...]:
    """The cases that are on the table before anybody chose: those that are open and not past their date."""
    return tuple(row.ident for row in cases if row.state is CaseState.ACTIVE)


def stored_evening(desk: Desk, day: date) -> EveningRow | None:
    """The evening of this day, once something was chosen for it."""
    from uadesk.store.queries.evenings import evening_row

    with desk.store.reading() as session:
        return evening_row(session, day)


def _people(desk: Desk, evening: EveningRow, offered: Sequence[CaseRow]) -> tuple[PersonTonight, ...]:
    """Everybody who could have come: members by name, then the guests who are here."""
    from uadesk.store.queries.letters import least_steps

    rows = [row for row in list_members(desk) if row.person.kind is MemberKind.MEMBER or row.ident in evening.members]
    with desk.store.reading() as session:
        states = least_steps(session, [row.ident for row in rows], [case.ident for case in offered])
    people = [
        PersonTonight(
            row.ident,
            row.person.name,
            row.person.kind is MemberKind.GUEST,
            row.ident in evening.members,
            tuple(states.get((row.ident, case.ident)) for case in offered),
        )
        for row in rows
    ]
    return tuple(sorted(people, key=lambda person: person.is_guest))


def _next_step(state: Tonight) -> NextStep:
    before = (
        (not (state.cases or state.others), NextStep.ADD_CASE),
        (not state.people, NextStep.ADD_PEOPLE),
        (bool(state.drafts), NextStep.PRINT),
        (bool(state.sent), NextStep.ANSWER),
        (bool(state.to_post), NextStep.POST),
        (bool(state.to_send), NextStep.SEND),
        (not state.cases, NextStep.OFFER),
    )
    for is_next, step in before:
        if is_next:
            return step
    here = [person for person in state.people if person.here]
    if not here:
        return NextStep.TICK
    if any(cell is None for person in here for cell in person.cells):
        return NextStep.DRAFT
    return NextStep.DONE
