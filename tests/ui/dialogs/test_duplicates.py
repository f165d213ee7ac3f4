"""People who look alike are shown side by side, merged or kept apart, and taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests.ui.kit import Heard, answer, press
from uadesk.base.settings import Settings
from uadesk.desk.desk import Desk
from uadesk.desk.members import add_member, edit_member, find_duplicates, list_members
from uadesk.desk.undoing import next_undo, undo
from uadesk.domain.duplicates import Part
from uadesk.domain.people import MemberKind, Person
from uadesk.ui.context import Context
from uadesk.ui.dialogs.duplicates import DuplicatesDialog
from uadesk.ui.pages.members import MembersPage
from uadesk.ui.widgets.empty import EmptyState

TWICE = Person("Z. Łukaszewska", ("5 Elm Road", "Gatineau"), "CA", "zoe@example.org", kind=MemberKind.GUEST)


@pytest.fixture
def twice(heard: Heard) -> int:
    """Zoë stands on the list twice, and so does Amir."""
    add_member(heard.context.desk, Person("HADDAD Amir"))
    return add_member(heard.context.desk, TWICE)


@pytest.fixture
def dialog(heard: Heard, twice: int, qtbot: QtBot) -> DuplicatesDialog:
    made = DuplicatesDialog(heard.context, find_duplicates(heard.context.desk))
    qtbot.addWidget(made)
    made.show()
    return made


def people(heard: Heard) -> dict[str, Person]:
    return {row.person.name: row.person for row in list_members(heard.context.desk)}


def choose(dialog: DuplicatesDialog, part: Part, place: int, qtbot: QtBot) -> None:
    """Click on the words of one of two values."""
    assert dialog.pair is not None
    qtbot.mouseClick(dialog.pair.options[part][place].text, Qt.MouseButton.LeftButton)


def test_two_are_merged_as_chosen_and_taken_back_from_the_page(heard: Heard, twice: int, qtbot: QtBot) -> None:
    page = MembersPage(heard.context)
    qtbot.addWidget(page)
    page.show()

    def merge(dialog: DuplicatesDialog) -> None:
        press(dialog, "Decide later")
        assert dialog.pair is not None
        assert set(dialog.pair.options) == {Part.NAME, Part.ADDRESS, Part.EMAIL, Part.KIND}
        assert dialog.why.text() == "The two have the same address, and their names are alike."
        choose(dialog, Part.ADDRESS, 1, qtbot)
        press(dialog, "Same person: merge")
        assert dialog.said.text() == "Zoë Łukaszewska is one entry now, with all letters."
        press(dialog, "Close")

    answer(DuplicatesDialog, merge)
    press(page, "Find duplicates…")
    found = people(heard)
    assert len(found) == page.model.rowCount() == 4
    assert found["Zoë Łukaszewska"] == Person("Zoë Łukaszewska", TWICE.address_lines, "CA", "zoe@example.org")
    heard.context.undo()
    assert heard.notices[-1][0] == "Taken back: Merge two people"
    assert people(heard)["Z. Łukaszewska"] == TWICE
    assert page.model.rowCount() == 5


def test_the_fuller_value_is_chosen_at_first(dialog: DuplicatesDialog) -> None:
    press(dialog, "Decide later")
    assert dialog.pair is not None
    chosen = {part: options[0].button.isChecked() for part, options in dialog.pair.options.items()}
    assert chosen == {Part.NAME: True, Part.ADDRESS: True, Part.EMAIL: False, Part.KIND: True}
    assert dialog.pair.options[Part.EMAIL][0].text.text() == "(nothing)"
    assert dialog.pair.options[Part.ADDRESS][1].text.text() == "5 Elm Road\nGatineau\nCanada"


def test_several_are_merged_in_a_row_and_taken_back_one_by_one(
    dialog: DuplicatesDialog, heard: Heard, qtbot: QtBot
) -> None:
    assert not dialog.undo.isVisible()
    press(dialog, "Same person: merge")
    press(dialog, "Same person: merge")
    assert len(people(heard)) == 3
    assert [each.heading.text() for each in dialog.findChildren(EmptyState) if each.isVisible()] == [
        "Nobody else looks alike"
    ]
    assert not dialog.merge.isVisible()
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    for left, is_more in ((4, True), (5, False)):

        def is_taken_back(count: int = left) -> bool:
            return len(people(heard)) == count

        qtbot.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(is_taken_back)
        assert dialog.merge.isVisible()
        assert dialog.undo.isVisible() == is_more


def test_two_people_stay_two_and_are_not_asked_about_again(dialog: DuplicatesDialog, heard: Heard) -> None:
    assert dialog.place.text() == "1 more to look at"
    press(dialog, "Two people: keep both")
    assert "stay two people" in dialog.said.text()
    assert dialog.place.text() == "the last pair"
    assert len(people(heard)) == 5
    assert len(find_duplicates(heard.context.desk)) == 1
    press(dialog, "Undo")
    assert len(find_duplicates(heard.context.desk)) == 2


def test_undo_takes_back_no_other_act_than_the_last_answer(dialog: DuplicatesDialog, heard: Heard) -> None:
    press(dialog, "Same person: merge")
    add_member(heard.context.desk, Person("Dora Klein"))
    press(dialog, "Undo")
    assert "“Add a person” came after it" in dialog.said.text()
    assert "Dora Klein" in people(heard)
    undo(heard.context.desk)
    press(dialog, "Undo")
    assert dialog.said.text() == "Taken back; decide again."


def test_an_entry_that_was_changed_meanwhile_is_shown_anew(dialog: DuplicatesDialog, heard: Heard, twice: int) -> None:
    press(dialog, "Decide later")
    [row] = [row for row in list_members(heard.context.desk) if row.ident == twice]
    edit_member(heard.context.desk, twice, Person("Zoë Łukaszewska", TWICE.address_lines, phone="555"), row.version)
    press(dialog, "Same person: merge")
    assert "changed elsewhere" in dialog.said.text()
    assert len(list_members(heard.context.desk)) == 5
    assert dialog.pair is not None
    assert Part.PHONE in dialog.pair.options


def test_a_list_without_duplicates_says_so(heard: Heard, qtbot: QtBot) -> None:
    page = MembersPage(heard.context)
    qtbot.addWidget(page)
    page.show()
    press(page, "Find duplicates…")
    assert heard.notices == [("Nobody on the list looks like anybody else: there are no duplicates.", False)]


def test_leaving_changes_nothing(heard: Heard, twice: int, qtbot: QtBot) -> None:
    page = MembersPage(heard.context)
    qtbot.addWidget(page)
    page.show()
    answer(DuplicatesDialog, QDialog.reject)
    press(page, "Find duplicates…")
    assert len(people(heard)) == 5
    assert next_undo(heard.context.desk) == "Add a person"


def test_where_there_are_not_two_people_the_button_says_why(bare_desk: Desk, qtbot: QtBot) -> None:
    page = MembersPage(Context(bare_desk, Settings()))
    qtbot.addWidget(page)
    page.show()
    assert not page.alike.isEnabled()
    assert "There are not two people on the list yet." in page.alike.toolTip()
