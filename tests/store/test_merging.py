"""Two entries become one: what referred to either refers to the one that is kept."""

from datetime import date

from sqlalchemy import select

from tests.store.making import add_case, add_letter, add_member
from uadesk.store.evenings import EveningRecord
from uadesk.store.letters import LetterRecord
from uadesk.store.merging import merge
from uadesk.store.people import DistinctPeopleRecord, MemberRecord
from uadesk.store.queries.members import distinct_pairs
from uadesk.store.store import Store


def test_letters_and_evenings_move_and_nobody_comes_twice(store: Store) -> None:
    with store.writing("fill") as session:
        keep, other, third = (add_member(session, name) for name in ("Ana", "A.", "Bo"))
        case = add_case(session)
        for member in (keep, other, third):
            add_letter(session, case, member)
        session.add(EveningRecord(day=date(2025, 5, 1), members=[keep, other, third]))
        session.add(EveningRecord(day=date(2025, 6, 1), members=[other]))
    with store.writing("merge") as session:
        merge(session, session.get_one(MemberRecord, keep.id), session.get_one(MemberRecord, other.id))
    with store.reading() as session:
        assert session.scalars(select(LetterRecord.member_id).order_by(LetterRecord.id)).all() == [1, 1, 3]
        evenings = session.scalars(select(EveningRecord).order_by(EveningRecord.day)).all()
        assert [{member.id for member in evening.members} for evening in evenings] == [{1, 3}, {1}]
        assert session.get(MemberRecord, other.id) is None


def test_who_is_somebody_else_than_the_other_is_somebody_else_than_the_one(store: Store) -> None:
    with store.writing("fill") as session:
        for _place in range(5):
            add_member(session)
        for pair in ((2, 1), (3, 1), (3, 2), (2, 4), (5, 1)):
            session.add(DistinctPeopleRecord.of(*pair))
    with store.reading() as session:
        assert distinct_pairs(session) == {(1, 2), (1, 3), (2, 3), (2, 4), (1, 5)}
    with store.writing("merge") as session:
        merge(session, session.get_one(MemberRecord, 1), session.get_one(MemberRecord, 2))
    with store.reading() as session:
        assert distinct_pairs(session) == {(1, 3), (1, 4), (1, 5)}
