"""A case is looked at, gets its text and its letters, is closed and opened again."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.press.paper import open_sheets
from tests.ui.kit import Heard, accept, answer, bulletin, outcome, press
from uadesk.desk.bulletins import import_draft
from uadesk.desk.cases import save_shared_text, shared_text
from uadesk.desk.drafting import draft_letters
from uadesk.desk.letters import list_letters
from uadesk.desk.members import list_members
from uadesk.desk.steps import mark
from uadesk.desk.words import outcome_sentence
from uadesk.domain.letters import Channel, LetterStatus, PieceKind
from uadesk.domain.numbers import UANumber
from uadesk.ui.context import EVERYTHING
from uadesk.ui.dialogs.case_text import CaseTextDialog
from uadesk.ui.dialogs.draft_letters import DraftDialog
from uadesk.ui.dialogs.pull import PullDialog
from uadesk.ui.dialogs.reason import ReasonDialog
from uadesk.ui.dialogs.sheet import SheetDialog
from uadesk.ui.pages.urgent_actions import UrgentActionsPage


@pytest.fixture
def page(heard: Heard, qtbot: QtBot) -> UrgentActionsPage:
    made = UrgentActionsPage(heard.context)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def words(page: UrgentActionsPage) -> list[str]:
    return [label.text() for label in page.panel.findChildren(QLabel)]


def draft_all(dialog: DraftDialog) -> None:
    press(dialog, "All or none")
    accept(dialog)


def close(dialog: ReasonDialog) -> None:
    dialog.line.setText("the office phoned")
    accept(dialog)


def test_the_case_with_least_time_is_shown_whole(page: UrgentActionsPage) -> None:
    assert page.table.current().name == "34/25"
    said = words(page)
    assert "FREE THE RIVER GUARDIANS" in said
    assert "30 days left" in said
    assert {"The Honourable Ana Peña", "San Rafael", "Ottawa, ON K1R 7S8"} <= set(said)
    assert all(
        label.textFormat() is Qt.TextFormat.PlainText for label in page.panel.findChildren(QLabel) if label.text()
    )


def test_letters_are_drafted_for_those_who_were_ticked(page: UrgentActionsPage, heard: Heard, qtbot: QtBot) -> None:
    def fill(dialog: DraftDialog) -> None:
        assert dialog.count.text() == "0 letters"
        index = dialog.members.index(0)
        dialog.members.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
        assert dialog.count.text() == "1 letter and 1 copy"
        dialog.ways[Channel.HANDWRITTEN].setChecked(True)
        accept(dialog)

    answer(DraftDialog, fill)
    press(page, "Draft letters…")
    rows = list(list_letters(heard.context.desk))
    assert {(row.member, row.kind, row.channel) for row in rows} == {
        ("Amir Haddad", PieceKind.APPEAL, Channel.HANDWRITTEN),
        ("Amir Haddad", PieceKind.COPY, Channel.HANDWRITTEN),
    }
    assert heard.notices == [("2 drafts were made on 34/25.", True)]


def test_copies_can_be_left_out(page: UrgentActionsPage, heard: Heard) -> None:
    def fill(dialog: DraftDialog) -> None:
        index = dialog.addressees.index(1)
        dialog.addressees.setData(index, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
        draft_all(dialog)

    answer(DraftDialog, fill)
    press(page, "Draft letters…")
    assert [row.kind for row in list_letters(heard.context.desk)] == [PieceKind.APPEAL] * 3


def test_who_has_a_letter_already_is_left_out_and_said(page: UrgentActionsPage, heard: Heard) -> None:
    for _time in range(2):
        answer(DraftDialog, draft_all)
        press(page, "Draft letters…")
    assert len(list_letters(heard.context.desk)) == 6
    text, undoable = heard.notices[1]
    assert text.startswith("0 drafts")
    assert "more were left out" in text
    assert not undoable


def test_nothing_is_drafted_before_somebody_is_ticked(page: UrgentActionsPage, heard: Heard) -> None:
    def look(dialog: DraftDialog) -> None:
        assert not dialog.buttons.buttons()[0].isEnabled()
        dialog.reject()

    answer(DraftDialog, look)
    press(page, "Draft letters…")
    assert len(list_letters(heard.context.desk)) == 0


def test_the_text_of_all_letters_is_edited_once(page: UrgentActionsPage, heard: Heard) -> None:
    warning = "Letters say nothing on the case itself until you have looked at its paragraph."
    assert warning in words(page)

    def fill(dialog: CaseTextDialog) -> None:
        assert dialog.case.toPlainText() == "Three river guardians were arrested in March."
        dialog.case.setPlainText("Three guardians of the river are in prison.")
        dialog.demands.setPlainText("Release them.\n\nReturn their boats.")
        accept(dialog)

    answer(CaseTextDialog, fill)
    press(page, "Text of all letters…")
    text = shared_text(heard.context.desk, page.table.current().ident)
    assert text.looked_at
    assert text.shared.case == "Three guardians of the river are in prison."
    assert text.shared.demands == ("Release them.", "Return their boats.")
    assert warning not in words(page)


def test_a_text_that_somebody_else_saved_meanwhile_stays_in_the_form(page: UrgentActionsPage, heard: Heard) -> None:
    desk, case_id = heard.context.desk, page.table.current().ident

    def fill(dialog: CaseTextDialog) -> None:
        before = shared_text(desk, case_id)
        save_shared_text(desk, case_id, replace(before.shared, subject="Theirs"), before.version)
        dialog.case.setPlainText("What took me ten minutes.")
        accept(dialog)
        assert dialog.isVisible()
        assert dialog.trouble.isVisible()
        assert dialog.case.toPlainText() == "What took me ten minutes."
        dialog.reject()

    answer(CaseTextDialog, fill)
    press(page, "Text of all letters…")
    assert shared_text(desk, case_id).shared.subject == "Theirs"


def test_closing_by_hand_lists_what_must_be_pulled(page: UrgentActionsPage, heard: Heard, qtbot: QtBot) -> None:
    answer(DraftDialog, draft_all)
    press(page, "Draft letters…")
    mark(heard.context.desk, [row.ident for row in list_letters(heard.context.desk)], LetterStatus.PRINTED)
    answer(ReasonDialog, close)
    press(page, "Close the case…")
    assert not page.draft.isEnabled()
    assert "closed" in page.draft.toolTip()
    assert "Closed by hand: the office phoned" in words(page)
    page.show_pull_list()
    dialog = page.findChild(PullDialog)
    assert dialog is not None
    assert dialog.lines.toPlainText().count("Ana Peña") == 3
    dialog.reject()
    press(page, "Withdraw them all")
    assert {row.status for row in list_letters(heard.context.desk)} == {LetterStatus.WITHDRAWN}


def test_a_closed_case_is_opened_again(page: UrgentActionsPage, heard: Heard) -> None:
    answer(ReasonDialog, close)
    press(page, "Close the case…")
    answer(ReasonDialog, close)
    press(page, "Reopen the case…")
    assert page.draft.isEnabled()


def test_closing_waits_for_a_reason(qtbot: QtBot) -> None:
    dialog = ReasonDialog("Close", "Why?", "", "Close")
    qtbot.addWidget(dialog)
    assert not dialog.buttons.buttons()[0].isEnabled()
    dialog.line.setText("  ")
    assert not dialog.buttons.buttons()[0].isEnabled()


def test_closed_cases_are_shown_when_asked_for(page: UrgentActionsPage, heard: Heard) -> None:
    import_draft(heard.context.desk, bulletin(number=UANumber(25, 40), index="X 1", title="Poet in prison"))
    import_draft(heard.context.desk, outcome())
    heard.context.changed.emit(EVERYTHING)
    assert [page.model.row(place).name for place in range(page.model.rowCount())] == ["40/25"]
    page.closed.click()
    assert page.model.rowCount() == 2


def test_a_case_is_found_by_a_word_of_its_title(page: UrgentActionsPage, heard: Heard, qtbot: QtBot) -> None:
    import_draft(heard.context.desk, bulletin(number=UANumber(25, 40), index="X 1", title="Poet in prison"))
    with qtbot.waitSignal(page.search.searched):
        qtbot.keyClicks(page.search, "guardians")
    assert [page.model.row(place).name for place in range(page.model.rowCount())] == ["34/25"]


def test_looking_at_a_bulletin_opens_its_review(page: UrgentActionsPage, heard: Heard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(heard.context.review_asked) as asked:
        press(page.panel, "Look at it…")
    assert asked.args == [1]


def test_a_case_is_shown_on_one_page_for_the_table(page: UrgentActionsPage, qtbot: QtBot) -> None:
    press(page.panel, "Case sheet…")
    [sheet] = page.findChildren(SheetDialog)
    qtbot.waitUntil(lambda: bool(sheet.pdf))
    [printed] = open_sheets(sheet.pdf)
    assert "12 Palace Square" in printed.text
    assert "Dear Minister Peña," in printed.text
    sheet.close()


def test_a_closed_case_says_what_the_group_did_and_has_news_to_read_aloud(
    page: UrgentActionsPage, heard: Heard, qtbot: QtBot
) -> None:
    desk = heard.context.desk
    people = [row.ident for row in list_members(desk)]
    drafts = [row.ident for row in draft_letters(desk, page.table.current().ident, people, copies=True).done]
    for status in (LetterStatus.PRINTED, LetterStatus.POSTED):
        mark(desk, drafts, status)
    imported = import_draft(desk, outcome())
    assert "3 letters by 3 people went out." in outcome_sentence(imported)
    page.closed.setChecked(True)
    heard.context.tell_change(*EVERYTHING)
    page.choose(imported.case_id)
    assert "3 letters by 3 people went out" in words(page)
    press(page.panel, "News to read aloud…")
    [sheet] = page.findChildren(SheetDialog)
    qtbot.waitUntil(lambda: bool(sheet.pdf))
    assert "3 letters by 3 people went out." in open_sheets(sheet.pdf)[0].text.replace("\r\n", " ")
    sheet.close()
