"""The same case again: what a bulletin that came is to the desk, before anything is stored."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from uadesk.desk.cases import list_cases
from uadesk.desk.desk import Desk
from uadesk.domain.addresses import Addressee
from uadesk.domain.bulletins import BulletinDraft, Stage
from uadesk.domain.cases import Notice, Standing, first_languages, is_translation
from uadesk.domain.comparing import PEOPLE, ROLES, Difference, Key, Part, differences, known_before
from uadesk.domain.offices import differing, moved
from uadesk.domain.rows import LetterRow
from uadesk.domain.same_case import Proposal, proposals
from uadesk.domain.texts import Check, Level, Text

if TYPE_CHECKING:
    from uadesk.store.cases import CaseRecord

_COMING = 0
"""The ident of the bulletin that is not stored yet; those of stored ones begin with 1."""


class Effect(StrEnum):
    """What storing a bulletin would do."""

    NEW_CASE = "new_case"
    COPY = "copy"
    TRANSLATION = "translation"
    HISTORY = "history"
    CHANGES = "changes"
    REOPENS = "reopens"
    CLOSES = "closes"


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person decided about the case of a bulletin that is not stored yet."""

    case_id: int | None = None
    """The case that they chose."""
    is_own: bool = False
    """Whether they said that it is a case of its own."""
    left: frozenset[Key] = frozenset()
    """The differences that stay as the case has them."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a bulletin is to the desk: its case, what it does to it, and, where no number tells, what it may be about.

    `before` is the case as it stands, in the form of a bulletin; `brought` what of it the bulletin would replace.
    """

    effect: Effect
    case_id: int | None = None
    case: str = ""
    before: BulletinDraft | None = None
    brought: frozenset[Part] = frozenset()
    proposals: tuple[Proposal, ...] = ()
    waiting: tuple[LetterRow, ...] = ()
    """Letters that have not gone and that an outcome stops."""

    def differences(self, draft: BulletinDraft) -> tuple[Difference, ...]:
        """Where the bulletin is another than its case stands, of what the case would take from it."""
        return () if self.before is None else differences(self.before, draft, self.brought)


def recognise(desk: Desk, draft: BulletinDraft, case_id: int | None = None) -> Recognised:
    """What a bulletin is to the desk; `case_id` is the case that a person chose for it. Nothing is stored."""
    from uadesk.store.cases import CaseRecord
    from uadesk.store.queries.bulletins import case_of, known_cases, same_bulletin

    with desk.store.reading() as session:
        case = case_of(session, draft) if case_id is None else session.get_one(CaseRecord, case_id)
        known = same_bulletin(session, draft if case is None else replace(draft, number=case.number or draft.number))
        if known is not None:
            return Recognised(Effect.COPY, known.case.id, known.case.name)
        if case is None:
            cases = known_cases(session, numbered=draft.number is None)
            return Recognised(Effect.NEW_CASE, proposals=proposals(draft, cases))
        found = _in_case(desk, draft, case)
    if found.effect is not Effect.CLOSES:
        return found
    return replace(found, waiting=_waiting(desk, found.case_id))


def must_be_asked(recognised: Recognised, draft: BulletinDraft) -> bool:
    """Whether a person must say which case a bulletin is about: it may be one of several, or follows one unnamed."""
    follows = draft.number is None and draft.stage in (Stage.UPDATE, Stage.OUTCOME)
    return recognised.effect is Effect.NEW_CASE and (bool(recognised.proposals) or follows)


def is_doubted(desk: Desk, draft: BulletinDraft) -> bool:
    """Whether what is stored raises a doubt: on the case that a bulletin is about, or on an address."""
    recognised = recognise(desk, draft)
    return must_be_asked(recognised, draft) or with_doubts(desk, draft, recognised).checks != draft.checks


def named_cases(desk: Desk) -> tuple[tuple[str, int], ...]:
    """Every case by number and title, to choose from; closed ones too, those with the least time first."""
    rows = list_cases(desk, include_closed=True)
    return tuple((", ".join(filter(None, (row.name, row.title))), row.ident) for row in rows)


def with_doubts(desk: Desk, draft: BulletinDraft, recognised: Recognised | None = None) -> BulletinDraft:
    """The draft with a doubt on each address that is another than the one stored for the same office.

    What the case itself has counts first, else the newest bulletin on any case; a copy and an older bulletin that
    comes late say nothing of the address that holds.
    """
    from uadesk.store.queries.bulletins import newest_blocks

    recognised = recognised or recognise(desk, draft)
    if recognised.effect in (Effect.COPY, Effect.HISTORY):
        return draft
    with desk.store.reading() as session:
        stored = newest_blocks(session)
    own = known_before(recognised.before, draft) if recognised.before is not None else {}
    checks: list[Check] = []
    for listed in ROLES.values():
        for place, addressee in enumerate(getattr(draft, listed)):
            path = f"{listed}[{place}]"
            before = own.get(path)
            if before is None:
                found = differing(addressee, stored)
            else:
                found = (recognised.case, before) if moved(addressee, before) else None
            if found is not None:
                checks.append(_address_differs(f"{path}.lines", addressee, *found))
    return replace(draft, checks=(*draft.checks, *checks))


def _address_differs(path: str, addressee: Addressee, case: str, known: Addressee) -> Check:
    """A doubt that names the lines in which the two differ; all of them where only their order or a part does."""
    printed = [line for line in addressee.lines if line not in known.lines]
    stored = [line for line in known.lines if line not in addressee.lines]
    if not (printed and stored):
        printed, stored = list(addressee.lines), list(known.lines)
    data = {"printed": ", ".join(printed), "stored": ", ".join(stored), "case": case}
    return Check(path, Level.CONFLICT, "address_differs", data)


def _in_case(desk: Desk, draft: BulletinDraft, case: "CaseRecord") -> Recognised:
    notice = _notice(desk, draft)
    before, after = case.holding, case.holding_with(notice)
    if is_translation(notice, first_languages([*case.notices, notice])):
        return Recognised(Effect.TRANSLATION, case.id, case.name)
    if before == after:
        return Recognised(Effect.HISTORY, case.id, case.name)
    return Recognised(_effect(before, after), case.id, case.name, standing_draft(case), _brought(draft, before, after))


def _effect(before: Standing, after: Standing) -> Effect:
    if after.closed_on is not None:
        return Effect.CLOSES if before.closed_on is None else Effect.HISTORY
    return Effect.CHANGES if before.closed_on is None else Effect.REOPENS


def _brought(draft: BulletinDraft, before: Standing, after: Standing) -> frozenset[Part]:
    """What the case takes from the bulletin: all that it brings, or what later ones left open."""
    is_current = after.current == _COMING
    brought = {
        Part.TITLE: is_current and draft.title is not None,
        Part.COUNTRY: is_current and draft.country is not None,
        Part.ACT_UNTIL: after.act_until != before.act_until,
        Part.DEMANDS: after.demanding == _COMING,
        **dict.fromkeys(PEOPLE, after.addressed == _COMING),
    }
    return frozenset(part for part, is_brought in brought.items() if is_brought)


def standing_draft(case: "CaseRecord") -> BulletinDraft:
    """The case as it stands, in the form of a bulletin: what it is called, what is asked, and of whom."""
    asks = case.demanding.draft() if case.demanding is not None else None
    named = case.addressed.draft() if case.addressed is not None else None
    return BulletinDraft(
        text=Text(""),
        number=case.number,
        title=case.title or None,
        country=case.country or None,
        country_code=case.country_code,
        act_until=case.act_until,
        demand_lead=asks.demand_lead if asks else None,
        demands=asks.demands if asks else (),
        model_letter=asks.model_letter if asks else None,
        targets=named.targets if named else (),
        copies=named.copies if named else (),
        solidarity=named.solidarity if named else (),
    )


def _notice(desk: Desk, draft: BulletinDraft) -> Notice:
    return Notice(
        issued=draft.issued,
        imported=desk.now,
        asks_for_letters=draft.asks_for_letters,
        ends_writing=draft.ends_writing,
        act_until=draft.act_until,
        ident=_COMING,
        has_targets=bool(draft.targets),
        has_demands=draft.has_demands,
        index=draft.index,
        language=draft.language,
    )


def _waiting(desk: Desk, case_id: int | None) -> tuple[LetterRow, ...]:
    """The letters on this case that have not gone."""
    from uadesk.desk.letters import list_letters
    from uadesk.domain.letters import WAITING
    from uadesk.domain.rows import LetterFilter, Order

    return tuple(list_letters(desk, LetterFilter(statuses=WAITING, case_id=case_id), Order("code")))
