"""Dialogs take a value, give one back, and change nothing else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.kit import TODAY, Heard, accept, answer, group, people, press
from uadesk.base.settings import Settings, load_settings
from uadesk.desk.cases import CaseText, close_case, list_cases
from uadesk.desk.drafting import draft_letters
from uadesk.desk.groups import group as group_of
from uadesk.desk.letters import list_letters
from uadesk.desk.members import list_members
from uadesk.desk.posting import Stack
from uadesk.domain.letters import Channel, LetterStatus, PieceKind
from uadesk.domain.people import Group, MemberKind, Paper, Person
from uadesk.domain.replies import Reply
from uadesk.domain.rows import LetterRow
from uadesk.letters.shared import SharedText
from uadesk.reading.members.lists import Column, MemberList
from uadesk.ui.dialogs.case_text import CaseTextDialog
from uadesk.ui.dialogs.member import MemberDialog
from uadesk.ui.dialogs.member_list import MemberListDialog
from uadesk.ui.dialogs.post import PostDialog
from uadesk.ui.dialogs.pull import PullDialog
from uadesk.ui.dialogs.reason import ReasonDialog
from uadesk.ui.dialogs.reply import ReplyDialog
from uadesk.ui.dialogs.said import SaidDialog
from uadesk.ui.dialogs.settings import SettingsDialog
from uadesk.ui.widgets.fields import CountryBox
from uadesk.ui.widgets.group_form import GroupForm

LETTER = LetterRow(
    ident=1,
    code="AA",
    member_id=1,
    member="Zoë Łukaszewicz",
    case_id=1,
    case="34/25",
    case_title="Free them",
    case_closed=True,
    addressee="The Minister",
    kind=PieceKind.APPEAL,
    channel=Channel.POST,
    status=LetterStatus.PRINTED,
    evening=TODAY,
    changed=datetime(2025, 6, 1, tzinfo=UTC),
)


def ok_of(dialog: QDialog) -> bool:
    return dialog.findChildren(QDialogButtonBox)[0].button(QDialogButtonBox.StandardButton.Ok).isEnabled()


@pytest.mark.parametrize(
    "dialog",
    [
        pytest.param(lambda: MemberDialog(people()[0]), id="member"),
        pytest.param(lambda: SettingsDialog(Settings(), group()), id="settings"),
        pytest.param(lambda: PostDialog(Stack(TODAY, (LETTER,)), TODAY), id="post"),
        pytest.param(lambda: ReplyDialog("Reply", Reply(TODAY, "Ministry")), id="reply"),
        pytest.param(lambda: _with_reason(ReasonDialog("Close", "Why?", "", "Close")), id="reason"),
    ],
)
def test_enter_in_any_line_is_what_the_filled_button_does(dialog: Callable[[], QDialog], qtbot: QtBot) -> None:
    lines = 0
    while True:
        asked = dialog()
        qtbot.addWidget(asked)
        asked.show()
        asked.activateWindow()
        qtbot.waitUntil(asked.isActiveWindow)
        shown = [line for line in asked.findChildren(QLineEdit) if line.isVisible() and line.isEnabled()]
        if lines == len(shown):
            break
        shown[lines].setFocus()
        qtbot.keyClick(shown[lines], Qt.Key.Key_Return)
        assert asked.result() == QDialog.DialogCode.Accepted
        lines += 1
    assert lines


def _with_reason(dialog: ReasonDialog) -> ReasonDialog:
    dialog.line.setText("They are free.")
    return dialog


def test_a_person_goes_through_the_form_unchanged(qtbot: QtBot) -> None:
    person = replace(people()[0], country="CA", email="z@example.org", about="I bake.", kind=MemberKind.GUEST)
    dialog = MemberDialog(person)
    qtbot.addWidget(dialog)
    assert dialog.person == person


def test_a_person_needs_a_name_only(qtbot: QtBot) -> None:
    dialog = MemberDialog()
    qtbot.addWidget(dialog)
    assert not ok_of(dialog)
    dialog.name.setText("Anna")
    assert ok_of(dialog)
    assert dialog.person == Person("Anna")


@pytest.mark.parametrize(("typed", "code"), [("Canada", "CA"), ("usa", "US"), ("Atlantis", None), ("", None)])
def test_a_country_is_known_by_its_names(qtbot: QtBot, typed: str, code: str | None) -> None:
    box = CountryBox("FR")
    qtbot.addWidget(box)
    assert box.code == "FR"
    box.setEditText(typed)
    assert box.code == code


def test_the_group_is_complete_with_name_address_and_country(qtbot: QtBot) -> None:
    form = GroupForm(Group(paper=Paper.A4))
    qtbot.addWidget(form)
    assert "name" in form.missing
    form.name.setText("Group 9")
    assert "address" in form.missing
    form.address.setPlainText("12 Chapel Street\nOttawa")
    assert "country" in form.missing
    form.country.setEditText("Canada")
    assert form.is_complete
    assert form.group.paper is Paper.A4


def test_settings_are_kept_and_the_group_s_with_them(heard: Heard, qtbot: QtBot) -> None:
    def fill(dialog: SettingsDialog) -> None:
        dialog.scale.setCurrentIndex(2)
        dialog.fold_marks.click()
        dialog.paper.setCurrentIndex(2)
        dialog.form.coordinator.setText("Ingrid")
        accept(dialog)

    answer(SettingsDialog, fill)
    SettingsDialog.ask(heard.context, None)  # type: ignore[arg-type]  # a window of its own
    assert (heard.context.settings.text_scale, heard.context.settings.fold_marks) == (150, True)
    assert load_settings(heard.context.desk.home.settings).text_scale == 150
    stored = group_of(heard.context.desk)
    assert (stored.paper, stored.envelope, stored.coordinator) == (Paper.A4, None, "Ingrid")


def test_settings_say_what_the_group_s_country_uses(qtbot: QtBot) -> None:
    dialog = SettingsDialog(Settings(), group())
    qtbot.addWidget(dialog)
    assert "US Letter" in dialog.paper.currentText()
    assert "#10" in dialog.envelope.currentText()
    assert dialog.group == group()
    assert dialog.settings == Settings()


def test_a_proposed_paragraph_stands_there_until_somebody_looked(qtbot: QtBot) -> None:
    shared = SharedText(subject="S", case="", lead="I urge you to:", demands=("Stop.",), body=())
    fresh = CaseText(shared, looked_at=False, proposal="Proposed.", version=0, sure=True)
    dialog = CaseTextDialog("34/25", fresh)
    qtbot.addWidget(dialog)
    assert dialog.shared.case == "Proposed."
    seen = CaseTextDialog("34/25", replace(fresh, looked_at=True))
    qtbot.addWidget(seen)
    assert seen.shared == shared


def test_a_model_letter_is_edited_as_a_whole(qtbot: QtBot) -> None:
    shared = SharedText(subject="S", case="", lead="", demands=(), body=("First.", "Second."))
    dialog = CaseTextDialog("34/25", CaseText(shared, looked_at=True, proposal="", version=1, sure=True))
    qtbot.addWidget(dialog)
    dialog.body.setPlainText("First.\n\nThird.")
    assert dialog.shared.body == ("First.", "Third.")


def test_a_list_without_people_cannot_be_added(qtbot: QtBot) -> None:
    dialog = MemberListDialog("m.csv", MemberList((Column("Name", "name"),), (), ()))
    qtbot.addWidget(dialog)
    assert not ok_of(dialog)


def test_several_things_are_said_one_a_line_as_text(qtbot: QtBot) -> None:
    dialog = SaidDialog("Title", "Sentence", ["<b>one</b>", "two"])
    qtbot.addWidget(dialog)
    assert dialog.lines.toPlainText() == "•  <b>one</b>\n•  two"
    assert dialog.lines.isReadOnly()
    press(dialog, "Close")


def test_what_is_said_can_be_copied(qtbot: QtBot) -> None:
    dialog = SaidDialog("Title", "Sentence", ["one", "two"])
    qtbot.addWidget(dialog)
    press(dialog, "Copy the list")
    assert QGuiApplication.clipboard().text() == "Title\nSentence\n\none\ntwo"


def test_the_list_of_letters_to_pull_is_printed(heard: Heard, qtbot: QtBot, tmp_path: Path) -> None:
    rows = [replace(LETTER, code=code, case=case) for code, case in (("AA", "34/25"), ("AB", "81/25"))]
    dialog = PullDialog(heard.context, rows)
    qtbot.addWidget(dialog)
    out = tmp_path / "list.pdf"

    def choose(printer: QPrinter, _parent: QWidget) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(out))
        return True

    dialog.choose_printer = choose
    dialog.print_button.click()
    document = pypdfium2.PdfDocument(out)
    text = document[0].get_textpage().get_text_range()
    document.close()
    assert "Pull 2 letters on 34/25, 81/25" in text
    assert "81/25 AB" in " ".join(text.split())


def test_the_letters_to_pull_are_withdrawn_there(heard: Heard, qtbot: QtBot) -> None:
    desk = heard.context.desk
    case = next(row for row in list_cases(desk)).ident
    drafts = draft_letters(desk, case, [row.ident for row in list_members(desk)]).done
    close_case(desk, case, "The office phoned.")
    dialog = PullDialog(heard.context, drafts)
    qtbot.addWidget(dialog)
    dialog.withdraw_button.click()
    assert {row.status for row in list_letters(desk)} == {LetterStatus.WITHDRAWN}
    assert heard.notices == [("3 letters are now withdrawn.", True)]
