"""People are added, found, changed, removed and brought back."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.reading.members.workbooks import workbook
from tests.ui.kit import Heard, accept, answer, press
from uadesk.desk.members import edit_member, list_members
from uadesk.desk.undoing import undo
from uadesk.domain.people import ReturnAddress
from uadesk.ui.context import EVERYTHING
from uadesk.ui.dialogs.member import MemberDialog
from uadesk.ui.dialogs.member_list import MemberListDialog
from uadesk.ui.pages.members import MembersPage
from uadesk.ui.widgets.empty import EmptyState


@pytest.fixture
def page(heard: Heard, qtbot: QtBot) -> MembersPage:
    made = MembersPage(heard.context)
    qtbot.addWidget(made)
    made.show()
    return made


def names(page: MembersPage) -> list[str]:
    return [page.model.row(place).person.name for place in range(page.model.rowCount())]


def test_everybody_stands_there_by_name(page: MembersPage) -> None:
    assert names(page) == ["Amir Haddad", "Anna Brook", "Zoë Łukaszewska"]


def test_a_search_needs_no_accents(page: MembersPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.search.searched):
        qtbot.keyClicks(page.search, "lukasz")
    assert names(page) == ["Zoë Łukaszewska"]
    with qtbot.waitSignal(page.search.searched):
        qtbot.keyClicks(page.search, "xyz")
    shown = page.list.currentWidget()
    assert isinstance(shown, EmptyState)
    assert "Nobody has this name" in shown.heading.text()
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(names(page)) == 3)


def test_a_person_is_added_and_chosen(page: MembersPage, heard: Heard, qtbot: QtBot) -> None:
    def fill(dialog: MemberDialog) -> None:
        assert not dialog.buttons.buttons()[0].isEnabled()
        dialog.name.setText("Chloé  Dupont")
        dialog.address.setPlainText("3 Rue Haute\n\nGatineau QC  J8X 1A1 ")
        dialog.return_address.setCurrentIndex(2)
        accept(dialog)

    answer(MemberDialog, fill)
    press(page, "Add a person")
    row = page.table.current()
    assert row.person.name == "Chloé Dupont"
    assert row.person.address_lines == ("3 Rue Haute", "Gatineau QC  J8X 1A1")
    assert row.person.return_address is ReturnAddress.TOWN
    assert heard.notices == [("Chloé Dupont was added.", True)]


def test_a_change_keeps_what_was_not_touched(page: MembersPage, heard: Heard, qtbot: QtBot) -> None:
    page.table.selectRow(0)

    def fill(dialog: MemberDialog) -> None:
        dialog.email.setText("amir@example.org")
        accept(dialog)

    answer(MemberDialog, fill)
    press(page, "Change…")
    person = page.table.current().person
    assert (person.name, person.email) == ("Amir Haddad", "amir@example.org")
    assert person.address_lines == ("9 Hill Street", "Ottawa ON  K1S 2B2")


def test_details_that_somebody_else_changed_meanwhile_stay_in_the_form(page: MembersPage, heard: Heard) -> None:
    page.table.selectRow(0)
    row = page.table.current()

    def fill(dialog: MemberDialog) -> None:
        edit_member(heard.context.desk, row.ident, replace(row.person, phone="1"), row.version)
        dialog.email.setText("amir@example.org")
        accept(dialog)
        assert dialog.isVisible()
        assert "Amir Haddad\n9 Hill Street\nOttawa ON  K1S 2B2\n1\n" in dialog.trouble.text()
        assert list_members(heard.context.desk)[0].person.phone == "1"
        accept(dialog)

    answer(MemberDialog, fill)
    press(page, "Change…")
    person = list_members(heard.context.desk)[0].person
    assert (person.email, person.phone) == ("amir@example.org", "")
    assert heard.notices[-1] == ("Amir Haddad was changed.", True)


def test_a_form_in_which_nothing_was_changed_offers_no_undo(page: MembersPage, heard: Heard) -> None:
    page.table.selectRow(0)
    answer(MemberDialog, accept)
    press(page, "Change…")
    assert not heard.notices


def test_removing_asks_nothing_and_can_be_undone(page: MembersPage, heard: Heard) -> None:
    page.table.selectRow(0)
    press(page, "Remove")
    assert names(page) == ["Anna Brook", "Zoë Łukaszewska"]
    assert heard.notices == [("Amir Haddad was removed.", True)]
    undo(heard.context.desk)
    heard.context.changed.emit(EVERYTHING)
    assert len(names(page)) == 3


def test_without_a_choice_the_buttons_say_why(page: MembersPage) -> None:
    assert not page.remove.isEnabled()
    assert "Choose a person" in page.remove.toolTip()


def test_a_hidden_page_refreshes_when_it_is_seen_again(page: MembersPage, heard: Heard) -> None:
    page.hide()
    heard.context.tell_change(*EVERYTHING)
    assert page._stale
    page.show()
    assert not page._stale


@pytest.mark.slow
def test_a_list_is_shown_before_anything_is_stored(
    page: MembersPage, heard: Heard, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "members.csv"
    path.write_text("Name,Address,Shoe size\nBea Nguyen,1 Elm Road;Ottawa,39\nAnna Brook,,38\n", encoding="utf-8")
    seen: list[str] = []

    def look(dialog: MemberListDialog) -> None:
        seen.extend((dialog.columns.text(), str(len(dialog.people)), str(len(list_members(heard.context.desk)))))
        accept(dialog)

    answer(MemberListDialog, look)
    with qtbot.waitSignal(heard.queue.idle, timeout=20_000):
        page.read_list(path)
    qtbot.waitUntil(lambda: len(heard.notices) == 1)
    assert "“Name” as name" in seen[0]
    assert "not used" in seen[0]
    assert "“Shoe size”" in seen[0]
    assert seen[1:] == ["2", "3"]
    assert "Bea Nguyen" in names(page)
    assert "Already on the list: Anna Brook" in heard.notices[0][0]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "content", "columns"),
    [
        (
            "list.xlsx",
            workbook([["Name", "Postcode", "Town"], ["Bea Nguyen", 10117, "Berlin"]]),
            "“Postcode” as",
        ),
        ("people.vcf", b"BEGIN:VCARD\nFN:Bea Nguyen\nADR:;;;Berlin;;10117;\nEND:VCARD", ""),
    ],
)
def test_excel_and_address_books_come_in_the_same_way(
    name: str,
    content: bytes,
    columns: str,
    page: MembersPage,
    heard: Heard,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / name).write_bytes(content)
    asked: list[str] = []

    def choose(_parent: QWidget, _title: str, _folder: str, kinds: str) -> tuple[str, str]:
        asked.append(kinds)
        return str(tmp_path / name), ""

    def look(dialog: MemberListDialog) -> None:
        assert columns in dialog.columns.text()
        assert dialog.columns.isVisible() == bool(columns)
        accept(dialog)

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    answer(MemberListDialog, look)
    with qtbot.waitSignal(heard.queue.idle, timeout=20_000):
        press(page, "Import a list…")
    qtbot.waitUntil(lambda: heard.notices == [("1 person was added.", True)])
    assert f"*.{name.partition('.')[2]}" in asked[0]
    [row] = list_members(heard.context.desk, text="bea nguyen")
    assert row.person.address_lines == ("10117 Berlin",)


@pytest.mark.slow
def test_after_an_import_duplicates_are_told_of(page: MembersPage, heard: Heard, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "members.csv"
    path.write_text("Name,Address\nHaddad Amir,9 Hill Street\n", encoding="utf-8")
    answer(MemberListDialog, accept)
    with qtbot.waitSignal(heard.queue.idle, timeout=20_000):
        page.read_list(path)
    qtbot.waitUntil(lambda: len(heard.notices) == 1)
    assert heard.notices[0][0] == "1 person was added. Some look like others on the list: see “Find duplicates…”."


@pytest.mark.slow
def test_a_list_without_names_is_refused_in_a_sentence(
    page: MembersPage, heard: Heard, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "shoes.csv"
    path.write_text("Colour,Size\nred,39\n", encoding="utf-8")
    with qtbot.waitSignal(heard.queue.troubled, timeout=20_000):
        page.read_list(path)
    assert len(list_members(heard.context.desk)) == 3


def test_leaving_the_dialog_changes_nothing(page: MembersPage, heard: Heard) -> None:
    answer(MemberDialog, QDialog.reject)
    press(page, "Add a person")
    assert len(names(page)) == 3
    assert heard.notices == []
