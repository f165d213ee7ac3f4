"""What was done for one case: who counts, and which outcome is the last."""

from datetime import date

from tests.store.conftest import TODAY
from tests.store.making import add_case, add_letter, add_member, draft, outcome
from uadesk.domain.counts import CaseDone
from uadesk.domain.letters import LetterStatus, PieceKind
from uadesk.domain.people import Sender
from uadesk.store.letters import SenderRecord
from uadesk.store.queries.done import case_done, outcome_of
from uadesk.store.store import Store

PRINTED, POSTED = LetterStatus.PRINTED, LetterStatus.POSTED
WENT = [(PRINTED, TODAY), (POSTED, TODAY)]


def test_letters_that_went_out_by_how_many_people(store: Store) -> None:
    with store.writing("fill") as session:
        case, other = add_case(session), add_case(session, draft(number=None))
        ana, bo = add_member(session, "Ana"), add_member(session, "Bo")
        for kind in PieceKind:
            add_letter(session, case, ana, WENT, kind=kind)
        add_letter(session, case, ana, WENT)
        add_letter(session, case, bo, [(PRINTED, TODAY)])
        add_letter(session, case, bo)
        add_letter(session, case, bo, WENT, kind=PieceKind.COPY)
        add_letter(session, other, bo, WENT)
        add_letter(session, case, None, WENT).sender = SenderRecord.of(Sender("Zoë"))
    with store.reading() as session:
        assert case_done(session, case.id) == CaseDone(letters=3, people=2, copies=2, solidarity=1)


def test_the_last_outcome_by_its_issue_is_the_news(store: Store) -> None:
    with store.writing("fill") as session:
        late, early = outcome(title="Home"), outcome(title="Freed", issued=date(2025, 7, 1), index="EUR 99/0008/2025")
        case, none = add_case(session, draft(), late, early), add_case(session, draft(number=None))
    with store.reading() as session:
        found = outcome_of(session, case.id)
        assert found is not None
        assert found.title == "Home"
        assert outcome_of(session, none.id) is None
