"""Which letters went into the box, and on which day."""

from datetime import date

from tests.store.making import NOON, add_case, add_letter, add_member
from uadesk.domain.letters import Channel, LetterStatus
from uadesk.store.queries.postage import posted_letters
from uadesk.store.store import Store

MAY, JUNE, JULY = date(2025, 5, 30), date(2025, 6, 1), date(2025, 7, 2)
PRINTED, POSTED = LetterStatus.PRINTED, LetterStatus.POSTED


def test_letters_that_were_posted_are_found_by_their_last_posting(store: Store) -> None:
    with store.writing("fill") as session:
        case, ana = add_case(session), add_member(session, "Ana")
        first = add_letter(session, case, ana, [(PRINTED, MAY), (POSTED, MAY), (LetterStatus.REPLIED, JULY)])
        by_hand = add_letter(session, case, ana, [(POSTED, JUNE)], channel=Channel.HANDWRITTEN)
        add_letter(session, case, ana, [(LetterStatus.SENT, JUNE)], channel=Channel.EMAIL)
        add_letter(session, case, ana, [(PRINTED, JUNE)])
        again = add_letter(session, case, ana, [(PRINTED, MAY), (POSTED, MAY)])
        again.step_back(NOON)
        again.move_to(POSTED, NOON, JULY)
        corrected = add_letter(session, case, ana, [(PRINTED, MAY), (POSTED, JULY)])
        corrected.step_back(NOON)
        corrected.move_to(POSTED, NOON, JUNE)
        back = add_letter(session, case, ana, [(PRINTED, MAY), (POSTED, MAY)])
        back.step_back(NOON)
        session.flush()
        days = {first.id: MAY, by_hand.id: JUNE, again.id: JULY, corrected.id: JUNE}
    with store.reading() as session:
        assert posted_letters(session) == days
        assert list(posted_letters(session, JUNE, JULY)) == [by_hand.id, again.id, corrected.id]
        assert list(posted_letters(session, None, JUNE)) == [first.id, by_hand.id, corrected.id]
