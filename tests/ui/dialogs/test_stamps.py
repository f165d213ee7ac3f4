"""The stamps of some letters, as a person sees them, and the prices that a person changes."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from tests.ui.kit import MINISTER, TODAY, Heard, accept, answer, bulletin, group, press
from uadesk.desk.bulletins import import_draft
from uadesk.desk.cases import list_cases
from uadesk.desk.drafting import draft_letters
from uadesk.desk.groups import save_group
from uadesk.desk.letters import list_letters
from uadesk.desk.members import list_members
from uadesk.desk.rates import postage_folder, postage_table
from uadesk.domain.numbers import UANumber
from uadesk.domain.people import Group
from uadesk.domain.postage import HOME, WORLD, PostageTable
from uadesk.domain.rows import LetterFilter
from uadesk.domain.texts import Text
from uadesk.ui.dialogs.rate import RateDialog
from uadesk.ui.dialogs.stamps import StampsDialog

Opener = Callable[[], StampsDialog]


@pytest.fixture
def letters(heard: Heard) -> list[int]:
    """Two letters to Costa Rica, each with a copy to Ottawa."""
    desk = heard.context.desk
    people = [row.ident for row in list_members(desk)][:2]
    return [row.ident for row in draft_letters(desk, list_cases(desk)[0].ident, people, copies=True).done]


@pytest.fixture
def opened(qtbot: QtBot, heard: Heard) -> Iterator[Opener]:
    """Opens the window on all letters and waits until they are counted."""
    shown: list[StampsDialog] = []

    def open_it() -> StampsDialog:
        dialog = StampsDialog(heard.context, [row.ident for row in list_letters(heard.context.desk, LetterFilter())])
        qtbot.addWidget(dialog, before_close_func=lambda widget: widget.done(0))
        dialog.open()
        shown.append(dialog)
        wait(qtbot, dialog)
        return dialog

    yield open_it
    for dialog in shown:
        dialog.done(0)


def wait(qtbot: QtBot, dialog: StampsDialog) -> None:
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is not dialog.busy)


def cells(dialog: StampsDialog) -> list[list[str]]:
    model = dialog.table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_it_says_how_many_stamps_of_which_kind(letters: list[int], opened: Opener) -> None:
    dialog = opened()
    assert dialog.heading.text() == "4 stamps, $9.78 together"
    assert dialog.day.text() == "By the prices of 1 June 2025, in the envelope #10."
    assert [row[:4] for row in cells(dialog)] == [
        ["Canada", "2", "$1.24", "$2.48"],
        ["Other countries", "2", "$3.65", "$7.30"],
    ]
    assert cells(dialog)[0][4] == "stamp from a booklet or coil, up to 30 g\nsince 13 January 2025"
    assert "not verified" in dialog.notes.text()


def test_without_letters_it_says_so(opened: Opener) -> None:
    dialog = opened()
    assert dialog.list.currentWidget() is dialog.empty
    assert dialog.empty.heading.text() == "No letter waits for a stamp"
    assert not dialog.heading.isVisible()
    assert not dialog.copy_button.isEnabled()
    assert not dialog.notes.isVisible()


def test_the_list_is_copied_as_text(letters: list[int], opened: Opener) -> None:
    dialog = opened()
    press(dialog, "Copy the list")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "4 stamps, $9.78 together"
    assert lines[3] == "Canada: 2 × $1.24 = $2.48, stamp from a booklet or coil, up to 30 g, since 13 January 2025"
    assert "not verified" in lines[-1]


def test_a_changed_price_counts_at_once_and_is_taken_back(
    qtbot: QtBot, heard: Heard, letters: list[int], opened: Opener
) -> None:
    def fill(dialog: RateDialog) -> None:
        assert dialog.zone.currentData() == HOME
        qtbot.keyClicks(dialog.price, "1,50")
        accept(dialog)

    dialog = opened()
    assert not dialog.undo.isVisible()
    answer(RateDialog, fill)
    press(dialog, "Change a rate…")
    wait(qtbot, dialog)
    assert dialog.heading.text() == "4 stamps, $10.30 together"
    assert cells(dialog)[0][4].endswith("since 1 June 2025, your own price")
    press(dialog, "Take the new price back")
    wait(qtbot, dialog)
    assert dialog.heading.text() == "4 stamps, $9.78 together"
    assert not dialog.undo.isVisible()


def test_where_no_price_is_known_it_is_asked_for(
    qtbot: QtBot, heard: Heard, letters: list[int], opened: Opener
) -> None:
    def fill(dialog: RateDialog) -> None:
        assert (dialog.zone.currentData(), dialog.weight.currentText()) == (WORLD, "another weight")
        qtbot.keyClicks(dialog.grams, "20")
        qtbot.keyClicks(dialog.price, "2.10")
        accept(dialog)

    save_group(heard.context.desk, replace(group(), country="FR"))
    dialog = opened()
    assert dialog.heading.text() == "4 letters without a known price"
    assert "No price is known for a letter of 10 g to other countries" in dialog.notes.text()
    answer(RateDialog, fill)
    press(dialog, "Change a rate…")
    wait(qtbot, dialog)
    assert "8.40" in dialog.heading.text().replace(",", ".")
    assert not dialog.notes.isVisible()


def test_heavier_paper_is_kept_and_counted(qtbot: QtBot, heard: Heard, letters: list[int], opened: Opener) -> None:
    dialog = opened()
    dialog.enclosed.setCurrentIndex(dialog.enclosed.findText("20 g"))
    dialog.enclosed.activated.emit(dialog.enclosed.currentIndex())
    wait(qtbot, dialog)
    assert [row[2] for row in cells(dialog)] == ["$1.75", "$5.21"]
    assert postage_table(heard.context.desk).weights.more == 20


def test_a_spoiled_file_is_said_in_the_window_until_it_is_put_right(
    qtbot: QtBot, heard: Heard, letters: list[int], opened: Opener
) -> None:
    path = postage_folder(heard.context.desk) / "ca.toml"
    path.parent.mkdir()
    path.write_text("[[")
    dialog = opened()
    assert dialog.stack.currentWidget() is dialog.trouble
    assert "ca.toml cannot be read; correct it, or remove it." in dialog.trouble.sentence.text()
    assert not dialog.change_button.isEnabled()
    path.unlink()
    press(dialog, "Try again")
    wait(qtbot, dialog)
    assert dialog.heading.text() == "4 stamps, $9.78 together"
    assert dialog.change_button.isEnabled()
    assert dialog.paper.currentText() == "80 g/m²"


def test_a_group_without_a_country_is_told_what_to_do(heard: Heard, letters: list[int], opened: Opener) -> None:
    save_group(heard.context.desk, Group())
    assert "choose it in the settings" in opened().trouble.sentence.text()


def test_letters_without_a_country_are_named(heard: Heard, opened: Opener) -> None:
    desk = heard.context.desk
    nowhere = bulletin(number=UANumber(25, 77), index="X", targets=(replace(MINISTER, country_code=None),))
    case = import_draft(desk, replace(nowhere, text=Text("another"))).case_id
    [row] = draft_letters(desk, case, [list_members(desk)[0].ident]).done
    dialog = opened()
    assert dialog.empty.heading.text() == "No stamp can be named yet"
    assert f"the addressee of {row.code} is; choose it on the case." in dialog.notes.text()


@pytest.fixture
def rate_dialog(qtbot: QtBot, heard: Heard) -> RateDialog:
    dialog = RateDialog(postage_table(heard.context.desk), TODAY)
    qtbot.addWidget(dialog)
    return dialog


def ok_tip(dialog: RateDialog) -> str:
    made = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    return "" if made.isEnabled() else made.toolTip()


def test_a_rate_is_asked_for_by_zone_weight_price_and_day(qtbot: QtBot, rate_dialog: RateDialog) -> None:
    assert [rate_dialog.zone.itemText(place) for place in range(3)] == ["Canada", "United States", "Other countries"]
    rate_dialog.zone.setCurrentIndex(1)
    assert rate_dialog.weight.currentText() == "standard letter, up to 30 g: $1.75 now"
    assert ok_tip(rate_dialog).startswith("Type the price of one stamp")
    qtbot.keyClicks(rate_dialog.price, "free")
    assert ok_tip(rate_dialog).startswith("Type the price of one stamp")
    rate_dialog.price.clear()
    qtbot.keyClicks(rate_dialog.price, "1.90")
    rate_dialog.day.setText("soon")
    assert ok_tip(rate_dialog).startswith("Say from which day on")
    rate_dialog.day.setText("1 July 2025")
    rate = rate_dialog.rate
    assert rate is not None
    assert (rate.of.zone, rate.of.upto, rate.price, rate.held_from) == ("US", 30, Decimal("1.90"), date(2025, 7, 1))
    assert ok_tip(rate_dialog) == ""


def test_another_weight_wants_its_grams(qtbot: QtBot, rate_dialog: RateDialog) -> None:
    rate_dialog.show()
    assert not rate_dialog.grams.isVisible()
    rate_dialog.weight.setCurrentIndex(rate_dialog.weight.count() - 1)
    assert rate_dialog.grams.isVisible()
    qtbot.keyClicks(rate_dialog.price, "3.40")
    assert ok_tip(rate_dialog).startswith("Say up to how many grams")
    qtbot.keyClicks(rate_dialog.grams, "100")
    assert rate_dialog.rate is not None
    assert rate_dialog.rate.of.upto == 100


def test_a_country_of_which_nothing_is_known_has_home_and_the_world(qtbot: QtBot) -> None:
    dialog = RateDialog(PostageTable("FR", "EUR"), TODAY, WORLD)
    qtbot.addWidget(dialog)
    assert [dialog.zone.itemText(place) for place in range(dialog.zone.count())] == ["France", "Other countries"]
    assert dialog.zone.currentData() == WORLD


def test_escape_leaves_it(qtbot: QtBot, heard: Heard, letters: list[int], opened: Opener) -> None:
    dialog = opened()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
