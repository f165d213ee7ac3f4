from datetime import date

from tests.store.conftest import TODAY
from tests.store.making import add_case, add_member
from uadesk.domain.rows import EveningRow
from uadesk.store.evenings import EveningRecord
from uadesk.store.queries.evenings import evening_days, evening_row
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


def test_the_days_of_all_evenings_the_last_first(store: Store) -> None:
    with store.writing("fill") as session:
        session.add_all(
            EveningRecord(day=day, place="") for day in (date(2025, 5, 6), date(2025, 6, 3), date(2025, 1, 7))
        )
    with store.reading() as session:
        assert evening_days(session) == (date(2025, 6, 3), date(2025, 5, 6), date(2025, 1, 7))
