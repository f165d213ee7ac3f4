from datetime import date
from typing import Any

import pytest

from tests.store.conftest import TODAY
from tests.store.making import EMBASSY, MINISTER, add_case, add_letter, add_member, draft, outcome
from tests.store.queries.counting import statements
from uadesk.domain.cases import CaseState
from uadesk.domain.letters import LetterStatus, PieceKind
from uadesk.domain.numbers import UANumber
from uadesk.domain.rows import Order
from uadesk.store.bulletins import FileRecord
from uadesk.store.queries.cases import case_id_of, case_ids, case_rows, case_view
from uadesk.store.store import Store


@pytest.fixture
def cases(store: Store) -> dict[str, int]:
    """Four cases by what they are known for."""
    with store.writing("fill") as session:
        return {
            "soon": add_case(session, draft(number=UANumber(25, 12), act_until=date(2025, 6, 3))).id,
            "past": add_case(
                session,
                draft(number=UANumber(24, 100), act_until=date(2025, 5, 31), country="Żalia", title="Poet at risk"),
            ).id,
            "closed": add_case(session, draft(number=UANumber(25, 3)), outcome()).id,
            "nameless": add_case(session, draft(number=None, act_until=None, title="100% [odd] title_")).id,
        }


def found(
    store: Store, cases: dict[str, int], column: str = "id", *, descending: bool = False, **asked: Any
) -> list[str]:
    names = {ident: name for name, ident in cases.items()}
    with store.reading() as session:
        order = Order(column, descending)
        return [names[ident] for ident in case_ids(session, order=order, today=TODAY, **asked)]


def test_closed_cases_are_listed_when_asked_for(store: Store, cases: dict[str, int]) -> None:
    assert found(store, cases) == ["soon", "past", "nameless"]
    assert found(store, cases, include_closed=True) == ["soon", "past", "closed", "nameless"]


@pytest.mark.parametrize(
    ("column", "up", "down"),
    [
        ("act_until", ["past", "soon", "closed", "nameless"], ["closed", "soon", "past", "nameless"]),
        ("number", ["past", "closed", "soon", "nameless"], ["soon", "closed", "past", "nameless"]),
        ("state", ["soon", "nameless", "past", "closed"], ["closed", "past", "soon", "nameless"]),
        ("bulletins", ["soon", "past", "nameless", "closed"], ["closed", "soon", "past", "nameless"]),
        ("closed_on", ["closed", "soon", "past", "nameless"], ["closed", "soon", "past", "nameless"]),
        ("title", ["nameless", "soon", "closed", "past"], ["past", "soon", "closed", "nameless"]),
    ],
)
def test_sorting_with_what_is_missing_last_and_what_is_equal_as_it_came(
    column: str, up: list[str], down: list[str], store: Store, cases: dict[str, int]
) -> None:
    assert found(store, cases, column, include_closed=True) == up
    assert found(store, cases, column, descending=True, include_closed=True) == down


def test_an_unknown_column_is_a_fault(store: Store) -> None:
    with store.reading() as session, pytest.raises(ValueError, match="colour"):
        case_ids(session, order=Order("colour"), today=TODAY)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("12/25", ["soon"]),
        ("12.2025", ["soon"]),
        ("~4", ["nameless"]),
        ("zalia", ["past"]),
        ("risk poet", ["past"]),
        ("LIBRARIAN held", ["soon"]),
        ("100%", ["nameless"]),
        ("title_", ["nameless"]),
        ("_itle", []),
        ("", ["soon", "past", "nameless"]),
    ],
)
def test_finding(text: str, names: list[str], store: Store, cases: dict[str, int]) -> None:
    assert found(store, cases, text=text) == names


def test_rows_say_how_each_case_stands_today(store: Store, cases: dict[str, int]) -> None:
    with store.writing("letters") as session:
        case, member = add_case(session, draft(number=UANumber(25, 40))), add_member(session)
        add_letter(session, case, member)
        add_letter(session, case, member, [(LetterStatus.WITHDRAWN, TODAY)])
        add_letter(session, case, member, kind=PieceKind.COPY)
    idents = [cases["closed"], case.id, 999, cases["past"], cases["nameless"]]
    with store.reading() as session:
        rows = case_rows(session, idents, TODAY)
    assert [row.ident for row in rows] == [cases["closed"], case.id, cases["past"], cases["nameless"]]
    assert [row.state for row in rows] == [CaseState.CLOSED, CaseState.ACTIVE, CaseState.PAST, CaseState.ACTIVE]
    assert [row.name for row in rows] == ["3/25", "40/25", "100/24", "~4"]
    assert [row.bulletins for row in rows] == [2, 1, 1, 1]
    assert [row.letters for row in rows] == [0, 1, 0, 0]


def test_a_case_is_known_by_its_number(store: Store, cases: dict[str, int]) -> None:
    with store.reading() as session:
        assert case_id_of(session, UANumber(25, 12)) == cases["soon"]
        assert case_id_of(session, UANumber(25, 12, extra=True)) is None


def test_the_view_shows_the_history_by_issue_and_whom_to_write_to(store: Store) -> None:
    with store.writing("fill") as session:
        case = add_case(session, outcome(), draft())
        case.bulletins[1].files.append(
            FileRecord(name="ua.md", sha256="0", content=b"x", imported=case.bulletins[1].imported)
        )
        ident = case.id
    with store.reading() as session:
        view = case_view(session, ident, TODAY)
    assert [bulletin.index for bulletin in view.bulletins] == ["EUR 99/0001/2025", "EUR 99/0009/2025"]
    assert [bulletin.files for bulletin in view.bulletins] == [("ua.md",), ()]
    assert [row.addressee for row in view.targets] == [MINISTER]
    assert [row.addressee for row in view.copies] == [EMBASSY]
    assert view.demands == draft().demands
    assert (view.summary, view.language) == (draft().summary, "en")
    assert view.standing.closed_on == date(2025, 7, 22)


def test_the_number_of_queries_does_not_grow_with_the_rows(store: Store) -> None:
    with store.writing("fill") as session:
        idents = [add_case(session, draft(number=UANumber(25, place))).id for place in range(1, 31)]
    with store.reading() as session, statements(session) as few:
        case_rows(session, idents[:2], TODAY)
    with store.reading() as session, statements(session) as many:
        case_rows(session, idents, TODAY)
    assert len(few) == len(many)
