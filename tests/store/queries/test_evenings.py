from datetime import date

from tests.store.conftest import TODAY
from tests.store.making import add_case, add_member
from tests.store.queries.counting import statements
from uadesk.domain.rows import EveningRow
from uadesk.store.evenings import EveningRecord
from uadesk.store.queries.evenings import evening_row, evening_rows
from uadesk.store.store import Store


def test_an_evening_tells_who_came_and_what_was_on_offer(store: Store) -> None:
    with store.writing("fill") as session:
        zoe, ana = add_member(session, "Zoë"), add_member(session, "Ana")
        case = add_case(session)
        session.add(EveningRecord(day=TODAY, place="Library", members=[zoe, ana], cases=[case]))
        session.add(EveningRecord(day=date(2025, 5, 1)))
    with store.reading() as session:
        assert evening_row(session, TODAY) == EveningRow(1, TODAY, "Library", (ana.id, zoe.id), (case.id,))
        assert evening_row(session, date(2020, 1, 1)) is None
        assert [row.day for row in evening_rows(session)] == [TODAY, date(2025, 5, 1)]


def test_the_number_of_queries_does_not_grow_with_the_evenings(store: Store) -> None:
    with store.writing("fill") as session:
        member = add_member(session)
        for day in range(1, 20):
            session.add(EveningRecord(day=date(2025, 5, day), members=[member]))
    with store.reading() as session, statements(session) as seen:
        assert len(evening_rows(session)) == 19
    assert len(seen) <= 3
