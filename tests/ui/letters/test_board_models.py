"""Tonight's models by Qt's own rules, and what they tell."""

from datetime import date

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from uadesk.desk.evenings import PersonTonight
from uadesk.domain.cases import CaseState
from uadesk.domain.letters import LetterStatus
from uadesk.domain.rows import CaseRow
from uadesk.ui.models.board import BoardModel, OfferModel, PeopleModel
from uadesk.ui.models.ticks import TickModel

TODAY = date(2025, 6, 3)
PEOPLE = (
    PersonTonight(1, "Amir", False, True, (LetterStatus.DRAFT, None)),
    PersonTonight(2, "Bertha", False, False, (None, None)),
    PersonTonight(3, "Anna", True, True, (LetterStatus.POSTED, LetterStatus.PRINTED)),
)


def case(ident: int, number: str, until: date | None) -> CaseRow:
    return CaseRow(ident, number, f"~{ident}", "USA", "US", "Stop", CaseState.ACTIVE, until, None, 1, 0)


CASES = (case(1, "34/25", date(2025, 6, 30)), case(2, "77/25", date(2025, 6, 5)))


def people() -> PeopleModel:
    model = PeopleModel()
    model.show(PEOPLE)
    return model


def offer() -> OfferModel:
    model = OfferModel()
    model.show(CASES[:1], CASES[1:], {1: 2}, TODAY)
    return model


def board() -> BoardModel:
    model = BoardModel()
    model.show(PEOPLE, CASES)
    return model


@pytest.mark.parametrize("make", [people, offer, board, lambda: TickModel([("a", "A"), ("b", "B")])])
def test_the_models_keep_qts_rules(qtmodeltester: ModelTester, make: type[QAbstractItemModel]) -> None:
    qtmodeltester.check(make())


def test_the_board_has_those_who_are_here(qtbot: QtBot) -> None:
    model = board()
    assert [model.headerData(row, Qt.Orientation.Vertical) for row in range(model.rowCount())] == ["Amir", "Anna"]
    assert [model.index(1, column).data() for column in range(2)] == ["posted", "printed"]
    assert model.index(0, 1).data() == ""


def test_the_same_people_and_cases_keep_the_place(qtbot: QtBot) -> None:
    model = board()
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    with qtbot.waitSignal(model.dataChanged):
        model.show((PersonTonight(1, "Amir", False, True, (LetterStatus.PRINTED, None)), PEOPLE[2]), CASES)
    assert not resets
    assert model.index(0, 0).data() == "printed"


def test_cases_stand_by_their_last_day_offered_or_not(qtbot: QtBot) -> None:
    model = offer()
    assert [model.index(row, 0).data() for row in range(2)] == ["77/25", "34/25"]
    assert model.index(0, model.DEADLINE).data() == "2 days left"
    assert model.index(1, model.LETTERS).data() == "2 writers"


def test_a_tick_is_asked_for_and_not_taken(qtbot: QtBot) -> None:
    model = people()
    with qtbot.waitSignal(model.ticked) as ticked:
        model.setData(model.index(1), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert ticked.args == [2, True]
    assert model.index(1).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked


def test_lines_below_a_jam_are_ticked_together(qtbot: QtBot) -> None:
    model = TickModel([("a", "A"), ("b", "B"), ("c", "C")])
    model.tick_from(1)
    model.setData(model.index(2), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert model.ticked == ("b",)
