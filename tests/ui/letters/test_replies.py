"""Replies in the window: logged on a letter, listed, reported, taken back; and what became of a letter."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.kit import accept, answer
from tests.ui.letters.conftest import TODAY, Evening, Watched
from tests.ui.letters.test_letters_page import choose
from uadesk.desk.letters import list_letters
from uadesk.desk.replies import add_reply, edit_reply, list_replies, scans_of
from uadesk.desk.steps import mark, take_back
from uadesk.desk.undoing import next_undo, undo
from uadesk.desk.words import long_date
from uadesk.domain.letters import LetterStatus
from uadesk.domain.replies import Reply
from uadesk.domain.rows import LetterFilter
from uadesk.ui.context import What
from uadesk.ui.dialogs.history import HistoryDialog
from uadesk.ui.dialogs.replies import RepliesDialog
from uadesk.ui.dialogs.reply import ReplyDialog
from uadesk.ui.models.replies import OFFICE
from uadesk.ui.pages.letters import LettersPage

LATE = Reply(TODAY - timedelta(20), "Embassy", "They passed it on.", report_by=TODAY - timedelta(6))
SOON = Reply(TODAY - timedelta(1), "Ministry", "She is well.", report_by=TODAY + timedelta(3))
PLAIN = Reply(TODAY - timedelta(3), "A neighbour")


@pytest.fixture
def page(qtbot: QtBot, evening: Evening, watched: Watched) -> LettersPage:
    """The list of three posted letters."""
    idents = [row.ident for row in evening.draft(0)]
    mark(evening.desk, idents, LetterStatus.PRINTED)
    mark(evening.desk, idents, LetterStatus.POSTED)
    made = LettersPage(watched.context)
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    return made


@pytest.fixture
def replies(qtbot: QtBot, evening: Evening, watched: Watched) -> RepliesDialog:
    """The list of three replies."""
    for reply in (LATE, SOON, PLAIN):
        add_reply(evening.desk, evening.cases[0], reply)
    dialog = RepliesDialog(watched.context)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def senders(dialog: RepliesDialog) -> list[str]:
    return [dialog.model.row(place).reply.sender for place in range(dialog.model.rowCount())]


def test_a_reply_is_logged_on_the_chosen_letter(qtbot: QtBot, page: LettersPage, watched: Watched) -> None:
    desk = watched.context.desk
    choose(page, 0)

    def fill(dialog: ReplyDialog) -> None:
        assert dialog.from_whom.text() == "The Honourable Ana Núñez"
        assert dialog.report_by.day == TODAY + timedelta(14)
        qtbot.keyClicks(dialog.says, "The trial was moved.")
        dialog.received.setText("2 June 2025")
        accept(dialog)

    answer(ReplyDialog, fill)
    page.record.reply.click()
    [row] = list_replies(desk)
    assert (row.reply.says, row.reply.received) == ("The trial was moved.", TODAY - timedelta(1))
    assert row.letter_id == page.model.row(0).ident
    assert len(list_letters(desk, LetterFilter(statuses=frozenset({LetterStatus.REPLIED})))) == 1
    [(said, undoable)] = watched.told.notices
    assert said == f"The reply was logged; letter {row.code} is answered."
    assert undoable
    assert page.record.replies.text() == "Replies: 1 to report…"
    watched.context.undo()
    assert not list_replies(desk)
    assert page.record.replies.text() == "Replies…"


def test_a_letter_that_has_not_gone_cannot_be_answered_and_says_why(page: LettersPage, evening: Evening) -> None:
    evening.draft(1, 1)
    page.refresh()
    draft = next(row for row in range(4) if page.model.row(row).status is LetterStatus.DRAFT)
    choose(page, draft)
    assert not page.record.reply.isEnabled()
    assert "mark it posted first" in page.record.reply.toolTip()
    page.table.clearSelection()
    page.table.setCurrentIndex(page.model.index(-1, -1))
    assert page.record.history.toolTip().startswith("Choose one letter")


def test_the_form_waits_for_a_day_and_for_whom_it_came_from(qtbot: QtBot) -> None:
    dialog = ReplyDialog("Reply", Reply(TODAY, ""))
    qtbot.addWidget(dialog)
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not ok.isEnabled()
    assert "from whom" in ok.toolTip()
    qtbot.keyClicks(dialog.from_whom, "Ministry")
    assert ok.isEnabled()
    dialog.received.setText("yesterday")
    assert not ok.isEnabled()
    dialog.received.setText(long_date(TODAY))
    dialog.report_by.setText("soon")
    assert not ok.isEnabled()
    dialog.report_by.clear()
    assert ok.isEnabled()
    assert dialog.choice.reply == Reply(TODAY, "Ministry")


def test_the_model_keeps_qts_rules(replies: RepliesDialog, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(replies.model)


def test_the_list_says_what_the_office_waits_for(replies: RepliesDialog) -> None:
    assert senders(replies) == ["Ministry", "A neighbour", "Embassy"]
    assert replies.count.text() == "3 replies; 1 is overdue for the office"
    offices = [replies.model.index(place, OFFICE).data() for place in range(3)]
    assert offices == ["report it, 3 days left", "need not be reported", "6 days overdue"]
    assert replies.model.index(2, OFFICE).data(Qt.ItemDataRole.DecorationRole) is not None
    replies.waiting.click()
    assert senders(replies) == ["Embassy", "Ministry"]
    assert not replies.report_button.isEnabled()
    replies.table.selectAll()
    replies.report_button.click()
    assert replies.notice.text.text() == "2 replies were reported today."
    assert senders(replies) == []
    replies.notice.undo.click()
    assert senders(replies) == ["Embassy", "Ministry"]


def test_a_search_narrows_the_replies(qtbot: QtBot, replies: RepliesDialog) -> None:
    with qtbot.waitSignal(replies.search.searched):
        qtbot.keyClicks(replies.search, "passed")
    assert senders(replies) == ["Embassy"]
    with qtbot.waitSignal(replies.search.searched):
        replies.search.setText("nothing like it")
    assert replies.list.currentWidget() is not replies.table


def test_a_reply_is_changed_given_a_scan_and_deleted(
    replies: RepliesDialog, watched: Watched, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, scan, saved = watched.context.desk, tmp_path / "answer.png", tmp_path / "saved.png"
    scan.write_bytes(b"picture")
    replies.table.selectRow(0)
    assert "attach one" in replies.scan_button.toolTip()

    def change(dialog: ReplyDialog) -> None:
        dialog.says.setPlainText("She is at home.")
        dialog.take_scan(scan)
        accept(dialog)

    answer(ReplyDialog, change)
    replies.change_button.click()
    assert list_replies(desk)[0].reply.says == "She is at home."
    assert scans_of(desk) == [("answer.png", b"picture")]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(saved), ""))
    replies.scan_button.click()
    assert saved.read_bytes() == b"picture"
    assert replies.notice.text.text() == f"The scan was saved as {saved}."
    replies.delete_button.click()
    assert senders(replies) == ["A neighbour", "Embassy"]
    replies.notice.undo.click()
    assert senders(replies) == ["Ministry", "A neighbour", "Embassy"]


def test_a_reply_that_somebody_else_changed_is_shown_beside_what_was_typed(
    replies: RepliesDialog, watched: Watched
) -> None:
    desk = watched.context.desk
    replies.table.selectRow(0)
    row = list_replies(desk)[0]

    def change(dialog: ReplyDialog) -> None:
        edit_reply(desk, row.ident, replace(row.reply, says="He was moved."), row.version)
        dialog.says.setPlainText("She is at home.")
        accept(dialog)
        assert f"{row.reply.sender}\nHe was moved." in dialog.trouble.text()
        accept(dialog)

    answer(ReplyDialog, change)
    replies.change_button.click()
    assert list_replies(desk)[0].reply.says == "She is at home."


def test_a_reply_left_as_it_is_offers_no_undo(replies: RepliesDialog, watched: Watched) -> None:
    replies.table.selectRow(0)
    answer(ReplyDialog, accept)
    replies.change_button.click()
    assert watched.told.notices[-1][1] is False
    before = next_undo(watched.context.desk)
    watched.context.undo_noticed()
    assert next_undo(watched.context.desk) == before


def test_a_scan_too_large_is_said_in_the_form_and_nothing_typed_is_lost(
    replies: RepliesDialog, watched: Watched, tmp_path: Path
) -> None:
    large, small = tmp_path / "large.tif", tmp_path / "small.tif"
    small.write_bytes(b"picture")
    with large.open("wb") as file:
        file.truncate((20 << 20) + 1)
    replies.table.selectRow(0)

    def change(dialog: ReplyDialog) -> None:
        dialog.says.setPlainText("She is at home.")
        dialog.take_scan(large)
        accept(dialog)
        assert dialog.isVisible()
        assert "at most 20 MB" in dialog.trouble.text()
        assert not scans_of(watched.context.desk)
        dialog.take_scan(small)
        accept(dialog)
        assert not dialog.isVisible()

    answer(ReplyDialog, change)
    replies.change_button.click()
    assert list_replies(watched.context.desk)[0].reply.says == "She is at home."
    assert scans_of(watched.context.desk) == [("small.tif", b"picture")]
    watched.context.undo()
    assert list_replies(watched.context.desk)[0].reply.says != "She is at home."
    assert not scans_of(watched.context.desk)


def test_a_reply_on_a_case_is_logged_without_a_letter(
    qtbot: QtBot, replies: RepliesDialog, evening: Evening, watched: Watched
) -> None:
    def fill(dialog: ReplyDialog) -> None:
        dialog.case.setCurrentIndex(dialog.case.findData(evening.cases[1]))
        qtbot.keyClicks(dialog.from_whom, "Red Cross")
        accept(dialog)

    answer(ReplyDialog, fill)
    replies.log_button.click()
    row = next(row for row in list_replies(watched.context.desk) if row.reply.sender == "Red Cross")
    assert (row.case, row.letter_id) == ("77/25", None)


def test_an_empty_list_says_how_replies_come(qtbot: QtBot, watched_bare: Watched) -> None:
    dialog = RepliesDialog(watched_bare.context)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.list.currentWidget() is not dialog.table
    assert dialog.count.text() == "0 replies"


def test_the_history_shows_every_step_and_the_replies(page: LettersPage, watched: Watched) -> None:
    desk, row = watched.context.desk, page.model.row(0)
    take_back(desk, [row.ident])
    mark(desk, [row.ident], LetterStatus.POSTED)
    add_reply(desk, row.case_id, LATE, letter_id=row.ident)
    watched.context.tell_change(What.LETTERS)
    choose(page, next(place for place in range(3) if page.model.row(place).ident == row.ident))
    page.record.history.click()
    dialog = page.window().findChild(QDialog)
    assert isinstance(dialog, HistoryDialog)
    steps = [line.removeprefix("•  ").split(",")[0] for line in dialog.lines.lines]
    assert steps[:6] == [
        "drafted",
        "printed",
        "put in the box",
        "step taken back: printed",
        "put in the box",
        "answered",
    ]
    assert "2025" in dialog.lines.lines[0]
    assert dialog.lines.lines[-1].endswith("They passed it on. (6 days overdue)")
    assert f"{row.member} to {row.addressee} on 34/25, by post; evening of 3 June 2025" in dialog.said
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == dialog.said
    dialog.reject()


def test_the_history_of_a_letter_that_is_gone_is_said(page: LettersPage, watched: Watched) -> None:
    choose(page, 0)
    for _step in range(3):
        undo(watched.context.desk)
    page.record.history.click()
    assert len(watched.told.troubles) == 1


def test_what_is_said_after_the_list_was_closed_reaches_the_others(
    qtbot: QtBot, page: LettersPage, watched: Watched
) -> None:
    page.record.show_replies()
    [dialog] = page.window().findChildren(RepliesDialog)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    watched.context.notify("Something else was done.")
    watched.context.tell_change(What.LETTERS)
    assert watched.told.notices[-1] == ("Something else was done.", False)
