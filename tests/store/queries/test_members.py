import pytest

from tests.store.conftest import TODAY
from tests.store.making import add_case, add_letter, add_member
from uadesk.domain.letters import LetterStatus
from uadesk.domain.people import MemberKind
from uadesk.domain.rows import Order
from uadesk.store.queries.members import member_ids, member_rows
from uadesk.store.store import Store


@pytest.fixture
def people(store: Store) -> None:
    with store.writing("fill") as session:
        case = add_case(session)
        add_member(session, "Łukasz Wójcik", email="lw@post.example")
        ana = add_member(session, "Ana Yılmaz", kind=MemberKind.GUEST)
        add_member(session, "Mara Weiß").left_on = TODAY
        add_member(session, "émile Zed", phone="555")
        add_letter(session, case, ana)
        add_letter(session, case, ana, [(LetterStatus.WITHDRAWN, TODAY)])


def names(store: Store, order: Order = Order("name"), *, text: str = "", include_left: bool = False) -> list[str]:
    with store.reading() as session:
        idents = member_ids(session, text=text, order=order, include_left=include_left)
        return [row.person.name for row in member_rows(session, idents)]


@pytest.mark.usefixtures("people")
class TestMembers:
    def test_by_name_in_any_spelling(self, store: Store) -> None:
        assert names(store) == ["Ana Yılmaz", "émile Zed", "Łukasz Wójcik"]
        assert names(store, Order("name", descending=True)) == ["Łukasz Wójcik", "émile Zed", "Ana Yılmaz"]

    def test_those_who_left_when_asked_for(self, store: Store) -> None:
        assert "Mara Weiß" in names(store, include_left=True)

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("lukasz", ["Łukasz Wójcik"]),
            ("WOJCIK luk", ["Łukasz Wójcik"]),
            ("yilmaz", ["Ana Yılmaz"]),
            ("weiss", []),
            ("Emile", ["émile Zed"]),
            ("post.example", ["Łukasz Wójcik"]),
            ("halifax", ["Ana Yılmaz", "émile Zed", "Łukasz Wójcik"]),
            ("nobody", []),
            ("%", []),
        ],
    )
    def test_finding(self, text: str, found: list[str], store: Store) -> None:
        assert names(store, text=text) == found

    def test_letters_are_counted_without_the_withdrawn(self, store: Store) -> None:
        with store.reading() as session:
            idents = member_ids(session, order=Order("letters", descending=True))
            rows = member_rows(session, idents)
        assert [(row.person.name, row.letters) for row in rows] == [
            ("Ana Yılmaz", 1),
            ("Łukasz Wójcik", 0),
            ("émile Zed", 0),
        ]
        assert rows[0].person.kind is MemberKind.GUEST
        assert rows[0].version == 1
