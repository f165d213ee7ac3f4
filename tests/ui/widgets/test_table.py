"""Lists keep what was chosen, open by key, and say why they are empty."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from uadesk.base.language import N_
from uadesk.domain.rows import Order
from uadesk.ui.models.rows import Column, RowsModel
from uadesk.ui.widgets.table import ListOrEmpty, RowsTable


@dataclass(frozen=True)
class Thing:
    ident: int


def model_of(rows: list[Thing]) -> RowsModel[Thing]:
    model = RowsModel((Column[Thing](N_("Number"), lambda row: str(row.ident), "number"),), lambda _o: rows, Order("x"))
    model.refresh()
    return model


def table_of(model: RowsModel[Thing]) -> RowsTable:
    return RowsTable(model, "Things", several=True)


def test_what_was_chosen_stays_chosen_when_rows_move(qtbot: QtBot) -> None:
    rows = [Thing(1), Thing(2), Thing(3)]
    model = model_of(rows)
    table = table_of(model)
    qtbot.addWidget(table)
    assert table.choose(2)
    rows[:] = [Thing(9), Thing(8), Thing(1), Thing(2)]
    model.refresh()
    assert table.current() == Thing(2)
    assert table.chosen() == [Thing(2)]


def test_where_the_chosen_row_is_gone_its_neighbour_is_current(qtbot: QtBot) -> None:
    rows = [Thing(1), Thing(2), Thing(3)]
    model = model_of(rows)
    table = table_of(model)
    qtbot.addWidget(table)
    table.choose(3)
    rows.pop()
    model.refresh()
    assert table.current() == Thing(2)


def test_enter_opens_the_current_row(qtbot: QtBot) -> None:
    table = table_of(model_of([Thing(1), Thing(2)]))
    qtbot.addWidget(table)
    table.choose(2)
    with qtbot.waitSignal(table.row_opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [Thing(2)]


def test_an_empty_list_tells_a_search_that_found_nothing_from_nothing_at_all(qtbot: QtBot) -> None:
    rows: list[Thing] = []
    model = model_of(rows)
    table, empty, nothing = table_of(model), QLabel("empty"), QLabel("nothing found")
    both: ListOrEmpty[Thing] = ListOrEmpty(table, empty, nothing)
    qtbot.addWidget(both)
    model.refresh()
    assert both.currentWidget() is empty
    both.is_narrowed = True
    both.settle()
    assert both.currentWidget() is nothing
    rows.append(Thing(1))
    model.refresh()
    assert both.currentWidget() is table
