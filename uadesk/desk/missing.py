"""The letters that an evening still lacks: who is here, which cases are on offer, what is not drafted yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from uadesk.desk.desk import Desk
from uadesk.desk.evenings import Tonight
from uadesk.domain.addresses import Addressee, Role
from uadesk.domain.cases import post_is_late
from uadesk.domain.letters import Channel
from uadesk.domain.rows import CaseRow


@dataclass(frozen=True, slots=True)
class Round:
    """Who is to write on which case (by ids) in one way, and how many letters and copies that makes."""

    channel: Channel
    writers: Mapping[int, tuple[int, ...]]
    letters: int
    copies: int


@dataclass(frozen=True, slots=True)
class LateCase:
    """A case on offer for which post comes too late, and whom it is written to."""

    case: CaseRow
    targets: tuple[Addressee, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """What is not drafted yet, by post first. What post would bring too late goes by email or fax where it can.

    `late` are those of the cases on which somebody is still to write.
    """

    rounds: tuple[Round, ...] = ()
    late: tuple[LateCase, ...] = ()

    def of(self, member_id: int | None = None, case_id: int | None = None) -> tuple[Round, ...]:
        """The rounds of one person, or on one case; counted no more."""
        narrowed = []
        for each in self.rounds:
            writers = {
                case: tuple(ident for ident in who if member_id in (None, ident))
                for case, who in each.writers.items()
                if case_id in (None, case)
            }
            if any(writers.values()):
                narrowed.append(Round(each.channel, writers, 0, 0))
        return tuple(narrowed)


def missing(desk: Desk, evening: Tonight) -> Missing:
    """What this evening lacks; a case with nobody to write to lacks nothing."""
    from uadesk.store.queries.cases import addressees_on

    with desk.store.reading() as session:
        named = addressees_on(session, [case.ident for case in evening.cases])
    ways = {case.ident: way_for(case, named[case.ident], desk) for case in evening.cases}
    without = {
        case.ident: tuple(person.ident for person in evening.people if person.here and person.cells[place] is None)
        for place, case in enumerate(evening.cases)
    }
    cases = {channel: [ident for ident, way in ways.items() if way is channel] for channel in Channel}
    rounds = (_round(channel, cases[channel], without, named) for channel in Channel)
    nobody = not any(person.here for person in evening.people)
    late = tuple(
        LateCase(case, _targets(named[case.ident]))
        for case in evening.cases
        if _is_late(case, desk) and (nobody or without[case.ident])
    )
    return Missing(tuple(each for each in rounds if each.letters), late)


def way_for(case: CaseRow, addressees: Sequence[Addressee], desk: Desk) -> Channel:
    """How letters on a case go: by post; where that comes too late by email, else by fax, if somebody is reached so."""
    if _is_late(case, desk):
        for channel in (Channel.EMAIL, Channel.FAX):
            if any(each.is_reached(channel) for each in _targets(addressees)):
                return channel
    return Channel.POST


def _round(
    channel: Channel,
    cases: Sequence[int],
    without: Mapping[int, tuple[int, ...]],
    named: Mapping[int, Sequence[Addressee]],
) -> Round:
    writers: dict[int, tuple[int, ...]] = {}
    letters = copies = 0
    for ident in cases:
        reached = [each for each in named[ident] if each.is_reached(channel)]
        targets = len(_targets(reached))
        if not targets or not without[ident]:
            continue
        writers[ident] = without[ident]
        letters += len(without[ident]) * targets
        copies += len(without[ident]) * targets * sum(each.role is Role.COPY for each in reached)
    return Round(channel, writers, letters, copies)


def _is_late(case: CaseRow, desk: Desk) -> bool:
    return case.act_until is not None and post_is_late(case.act_until, desk.today)


def _targets(addressees: Sequence[Addressee]) -> tuple[Addressee, ...]:
    return tuple(each for each in addressees if each.role is Role.TARGET)
