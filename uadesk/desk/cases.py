"""The cases: the list, one case with all that belongs to it, closing and reopening by hand, the shared text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from uadesk.base.errors import UADeskError
from uadesk.base.language import N_
from uadesk.desk.desk import Desk
from uadesk.domain.numbers import parse_handle, parse_number
from uadesk.domain.rows import CaseRow, CaseView, Order, Pages
from uadesk.letters.shared import SharedText, propose

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from uadesk.store.bulletins import BulletinRecord

__all__ = [
    "CaseText",
    "UnknownCaseError",
    "case_view",
    "close_case",
    "find_case",
    "list_cases",
    "reopen_case",
    "save_shared_text",
    "shared_text",
]


class UnknownCaseError(UADeskError):
    """No case has this number or handle."""

    def __init__(self, given: str) -> None:
        super().__init__(given)
        self.given = given


@dataclass(frozen=True, slots=True)
class CaseText:
    """What all letters on a case say.

    `looked_at` tells whether the coordinator has seen the paragraph on the case: until then letters leave it
    out, and `proposal` is what the bulletin's summary suggests. `sure` is False where the lead could not be
    turned into the first person safely and stands as printed.
    """

    shared: SharedText
    looked_at: bool
    proposal: str
    version: int
    sure: bool


def list_cases(
    desk: Desk, *, include_closed: bool = False, text: str = "", order: Order = Order("act_until")
) -> Pages[CaseRow]:
    """The cases, by default those on which letters are written."""
    from uadesk.store.queries.cases import case_ids, case_rows
    from uadesk.store.queries.paging import IdPages

    def fetch(idents: Sequence[int]) -> list[CaseRow]:
        with desk.store.reading() as session:
            return case_rows(session, idents, desk.today)

    with desk.store.reading() as session:
        found = case_ids(session, include_closed=include_closed, text=text, order=order, today=desk.today)
    return IdPages(found, fetch)


def case_view(desk: Desk, case_id: int) -> CaseView:
    """All of one case."""
    from uadesk.store.queries.cases import case_view as view

    with desk.store.reading() as session:
        return view(session, case_id, desk.today)


def find_case(desk: Desk, given: str) -> int:
    """The case of a number (34/25) or handle (~3). Raises UnknownCaseError."""
    from uadesk.store.cases import CaseRecord
    from uadesk.store.queries.cases import case_id_of

    number, handle = parse_number(given), parse_handle(given)
    with desk.store.reading() as session:
        ident = case_id_of(session, number) if number else handle
        if ident is None or session.get(CaseRecord, ident) is None:
            raise UnknownCaseError(given)
        return ident


def close_case(desk: Desk, case_id: int, reason: str) -> None:
    """Stop writing on a case, though no bulletin says so yet ("the office phoned")."""
    with desk.store.writing(N_("Close a case")) as session:
        _decide(session, desk, case_id, reason, closes=True)


def reopen_case(desk: Desk, case_id: int, reason: str) -> None:
    """Write on a closed case again."""
    with desk.store.writing(N_("Reopen a case")) as session:
        _decide(session, desk, case_id, reason, closes=False)


def _decide(session: "Session", desk: Desk, case_id: int, reason: str, *, closes: bool) -> None:
    from uadesk.store.cases import CaseRecord, DecisionRecord

    case = session.get_one(CaseRecord, case_id)
    case.decisions.append(DecisionRecord(closes=closes, day=desk.today, made=desk.now, reason=reason.strip()))
    case.settle()
    if not closes:
        from uadesk.desk.following import follow

        session.flush()
        follow(session, case, desk.today)


def shared_text(desk: Desk, case_id: int) -> CaseText:
    """What letters on this case say: as the coordinator edited it, else composed from the current bulletin."""
    from uadesk.store.cases import CaseRecord

    with desk.store.reading() as session:
        case = session.get_one(CaseRecord, case_id)
        record = case.current
        if record is None:
            return CaseText(SharedText(subject=case.title or ""), looked_at=False, proposal="", version=0, sure=True)
        return text_of(record)


def silent_cases(desk: Desk, cases: Sequence[CaseRow]) -> tuple[CaseRow, ...]:
    """Those of these cases on which letters say nothing: nobody has looked at the paragraph, and there is no model."""
    from uadesk.store.queries.cases import looked_at, with_model_letter

    idents = [case.ident for case in cases]
    with desk.store.reading() as session:
        seen, modelled = looked_at(session, idents), with_model_letter(session, idents)
    unseen = [case for case in cases if case.ident not in seen]
    return tuple(case for case in unseen if case.ident not in modelled or not shared_text(desk, case.ident).shared.body)


def letters_text(record: "BulletinRecord") -> SharedText:
    """What letters on a bulletin say, without the paragraph on the case where nobody has looked at it."""
    found = text_of(record)
    return found.shared if found.looked_at else replace(found.shared, case="")


def text_of(record: "BulletinRecord") -> CaseText:
    """The shared text of one bulletin: stored, or proposed from what it says and what it leaves standing."""
    draft = record.draft()
    if not draft.demands and not draft.model_letter and record.case.demanding is not None:
        before = record.case.demanding.draft()
        draft = replace(draft, demand_lead=before.demand_lead, demands=before.demands, model_letter=before.model_letter)
    proposed = propose(draft)
    stored = record.shared
    if stored is None:
        return CaseText(proposed.shared, looked_at=False, proposal=proposed.case, version=0, sure=proposed.sure)
    shared = SharedText(stored.subject, stored.case_text or "", stored.lead, stored.demands, stored.body)
    return CaseText(
        shared,
        looked_at=stored.case_text is not None,
        proposal=proposed.case,
        version=stored.version,
        sure=proposed.sure or stored.lead != proposed.shared.lead,
    )


def save_shared_text(desk: Desk, case_id: int, shared: SharedText, version: int) -> None:
    """Keep the shared text as the coordinator edited it; it holds for all letters not yet printed.

    Raises StaleSaveError when somebody else saved it meanwhile.
    """
    from uadesk.store.base import expect_version
    from uadesk.store.bulletins import SharedTextRecord
    from uadesk.store.cases import CaseRecord

    with desk.store.writing(N_("Change the text of a case")) as session:
        record = session.get_one(CaseRecord, case_id).current
        if record is None:
            raise UnknownCaseError(str(case_id))
        stored = record.shared
        expect_version("shared_text", record.id, stored.version if stored else 0, version)
        if stored is None:
            stored = SharedTextRecord()
            record.shared = stored
        stored.subject, stored.case_text, stored.lead = shared.subject, shared.case, shared.lead
        stored.demands, stored.body = shared.demands, shared.body
