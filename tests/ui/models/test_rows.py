"""Tables ask for what is seen, and leave the order to the query."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from tests.ui.kit import people
from uadesk.base.language import N_
from uadesk.domain.cases import CaseState
from uadesk.domain.rows import CaseRow, MemberRow, Order
from uadesk.ui.models.cases import DEADLINE, TITLE, CasesModel
from uadesk.ui.models.members import MembersModel
from uadesk.ui.models.preview import PeoplePreviewModel
from uadesk.ui.models.rows import Column, RowsModel, plain_tip


@dataclass(frozen=True)
class Thing:
    ident: int
    name: str


class CountedPages:
    """Ten thousand rows that note which were looked at."""

    def __init__(self) -> None:
        self.seen: set[int] = set()

    def __len__(self) -> int:
        return 10_000

    def __iter__(self) -> Iterator[Thing]:
        return map(self.__getitem__, range(len(self)))

    def __getitem__(self, place: int, /) -> Thing:
        self.seen.add(place)
        return Thing(place, f"<b>Thing {place}</b>")


COLUMNS = (
    Column[Thing](N_("Name"), lambda row: row.name, "name"),
    Column[Thing](N_("Number"), lambda row: str(row.ident), right=True),
)


def test_only_what_is_seen_is_fetched() -> None:
    pages = CountedPages()
    model = RowsModel(COLUMNS, lambda _order: pages, Order("name"))
    assert model.rowCount() == 0
    model.refresh()
    assert model.rowCount() == 10_000
    assert model.index(700, 0).data() == "<b>Thing 700</b>"
    assert pages.seen == {700}


def test_sorting_is_the_query_s_and_only_where_it_knows_how() -> None:
    orders: list[Order] = []

    def fetch(order: Order) -> list[Thing]:
        orders.append(order)
        return []

    model = RowsModel(COLUMNS, fetch, Order("name"))
    model.sort(0, Qt.SortOrder.DescendingOrder)
    model.sort(1)
    assert orders == [Order("name", descending=True)]


def test_a_row_is_found_again_where_it_moved_to() -> None:
    model = RowsModel(COLUMNS, lambda _order: CountedPages(), Order("name"))
    model.refresh()
    assert model.place_of(120, near=100) == 120
    assert model.place_of(9_000, near=0) is None


@pytest.mark.parametrize(("text", "tip"), [("Anna & Jo", "Anna &amp; Jo"), ("<i>x", "&lt;i&gt;x"), ("plain", "plain")])
def test_tool_tips_show_markup_as_text(text: str, tip: str) -> None:
    assert plain_tip(text) == tip


def test_the_models_keep_qt_s_rules(qtmodeltester: ModelTester) -> None:
    members = [MemberRow(place, person, 0, None, 1) for place, person in enumerate(people())]
    case = CaseRow(1, None, "~1", "Togo", "TG", "A title", CaseState.ACTIVE, date(2025, 6, 3), None, 1, 4)
    models = (
        RowsModel(COLUMNS, lambda _order: [Thing(1, "a")], Order("name")),
        MembersModel(lambda _order: members),
        CasesModel(lambda _order: [case], lambda: date(2025, 6, 1)),
    )
    for model in models:
        model.refresh()
        qtmodeltester.check(model)
    qtmodeltester.check(PeoplePreviewModel(people()))


def test_a_deadline_says_itself_in_words_and_carries_a_shape(qapp: object) -> None:
    case = CaseRow(1, None, "~1", "Togo", "TG", "A title", CaseState.ACTIVE, date(2025, 6, 3), None, 1, 4)
    model = CasesModel(lambda _order: [case], lambda: date(2025, 6, 1))
    model.refresh()
    index = model.index(0, DEADLINE)
    assert index.data() == "2 days left"
    assert not index.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert model.index(0, 0).data() == "~1"
    assert model.index(0, TITLE).data(Qt.ItemDataRole.AccessibleTextRole) == "~1, Togo, A title, 2 days left"
