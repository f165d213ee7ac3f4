"""Tonight, driven as a person does: tick, click, press the one filled button."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from tests.ui.kit import accept, answer
from tests.ui.letters.conftest import CASES, LATE, SOON, TODAY, Evening, Watched, bulletin
from uadesk.base.clock import fixed_clock
from uadesk.base.jobs import finish
from uadesk.base.settings import Settings
from uadesk.desk.bulletins import import_draft
from uadesk.desk.evenings import everybody_here, set_here, tonight
from uadesk.desk.letters import list_letters
from uadesk.desk.members import add_member
from uadesk.desk.printing import print_letters
from uadesk.desk.reports import report
from uadesk.desk.runs import note_sent
from uadesk.desk.steps import mark
from uadesk.desk.undoing import undo
from uadesk.desk.writing import letter_view
from uadesk.domain.bulletins import Stage
from uadesk.domain.letters import Channel, LetterStatus, PieceKind
from uadesk.domain.people import Person
from uadesk.domain.rows import LetterFilter
from uadesk.ui import context
from uadesk.ui.context import Context, What
from uadesk.ui.dialogs import held
from uadesk.ui.dialogs.case_text import CaseTextDialog
from uadesk.ui.dialogs.held import HeldDialog
from uadesk.ui.dialogs.post import PostDialog
from uadesk.ui.dialogs.print_dialog import PrintDialog
from uadesk.ui.dialogs.print_parts import QuestionPart
from uadesk.ui.dialogs.pull import PullDialog
from uadesk.ui.dialogs.send import SendDialog
from uadesk.ui.dialogs.stamps import StampsDialog
from uadesk.ui.models.board import BoardModel
from uadesk.ui.pages.tonight import TonightPage
from uadesk.ui.widgets.cell_menu import CellMenu

KEY = Qt.Key


@pytest.fixture
def page(qtbot: QtBot, watched: Watched) -> TonightPage:
    made = TonightPage(watched.context)
    qtbot.addWidget(made)
    made.resize(860, 640)
    made.show()
    return made


def tick(qtbot: QtBot, page: TonightPage, *places: int) -> None:
    for place in places:
        page.people.setCurrentIndex(page.people_model.index(place))
        qtbot.keyClick(page.people, KEY.Key_Space)


def click_cell(qtbot: QtBot, page: TonightPage, row: int, column: int) -> None:
    place = page.board.visualRect(page.board_model.index(row, column)).center()
    qtbot.mouseClick(page.board.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_without_cases_the_one_step_is_to_read_a_bulletin(qtbot: QtBot, watched_bare: Watched) -> None:
    page = TonightPage(watched_bare.context)
    qtbot.addWidget(page)
    page.show()
    assert page.stack.currentWidget() is page.empty
    page.step_button.click()
    assert watched_bare.told.reads == [True]


def test_without_people_the_one_step_is_to_add_some(qtbot: QtBot, watched_bare: Watched) -> None:
    Evening(watched_bare.context.desk).add_case((34, "USA", "US", "Stop", 5))
    page = TonightPage(watched_bare.context)
    qtbot.addWidget(page)
    page.show()
    page.step_button.click()
    assert watched_bare.told.pages == ["members"]


def test_it_says_the_day(page: TonightPage) -> None:
    assert page.header.title.text() == "Letter evening, Tuesday 3 June 2025"


def test_who_is_ticked_stands_on_the_board(qtbot: QtBot, page: TonightPage, watched: Watched) -> None:
    assert page.step_button.text() == "Tick who came"
    tick(qtbot, page, 0, 2)
    assert page.board_model.rowCount() == 2
    assert page.people_heading.text() == "Who came: 2"
    assert [person.name for person in tonight(watched.context.desk).people if person.here] == [
        "Amir Haddad",
        "Zoë Łukaszewicz",
    ]
    tick(qtbot, page, 0)
    assert page.board_model.rowCount() == 1


@pytest.mark.parametrize("from_left", [4, 14, 24, 60, 120])
def test_one_click_anywhere_on_a_row_ticks_it_once(qtbot: QtBot, page: TonightPage, from_left: int) -> None:
    row = page.people.visualRect(page.people_model.index(1))
    place = QPoint(row.left() + from_left, row.center().y())
    qtbot.mouseClick(page.people.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.board_model.headerData(0, Qt.Orientation.Vertical) == "Bertha Nguyen"


@pytest.mark.parametrize("from_left", [4, 14, 24, 60])
def test_one_click_anywhere_on_a_case_takes_it_from_offer_once(qtbot: QtBot, page: TonightPage, from_left: int) -> None:
    row = page.offer.visualRect(page.offer_model.index(0, 0))
    place = QPoint(row.left() + from_left, row.center().y())
    qtbot.mouseClick(page.offer.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.offer_heading.text() == "Cases on offer: 1 of 2"


def test_the_ticks_step_leads_to_the_list(page: TonightPage) -> None:
    page.step_button.click()
    assert page.focusWidget() is page.people
    assert page.people.currentIndex().row() == 0


def test_a_guest_needs_a_first_name_and_enter(qtbot: QtBot, page: TonightPage) -> None:
    qtbot.keyClicks(page.guest, "Anna")
    qtbot.keyClick(page.guest, KEY.Key_Return)
    names = [page.people_model.data(page.people_model.index(row)) for row in range(page.people_model.rowCount())]
    assert names[-1] == "Guest: Anna"
    assert page.board_model.headerData(0, Qt.Orientation.Vertical) == "Anna"
    assert not page.guest.text()


def test_a_click_on_the_board_drafts_there_and_then_opens(qtbot: QtBot, page: TonightPage, watched: Watched) -> None:
    tick(qtbot, page, 0)
    page.copies.setChecked(False)
    click_cell(qtbot, page, 0, 1)
    [letter] = list_letters(watched.context.desk)
    assert page.board_model.data(page.board_model.index(0, 1)) == "draft"
    assert not page.board_model.data(page.board_model.index(0, 0))
    assert watched.told.notices == [("1 letter was drafted.", True)]
    click_cell(qtbot, page, 0, 1)
    assert watched.told.letters == [((letter.ident,), 0)]


def test_space_on_the_board_drafts_with_the_copies(qtbot: QtBot, page: TonightPage, watched: Watched) -> None:
    tick(qtbot, page, 1)
    page.board.setCurrentIndex(page.board_model.index(0, 0))
    qtbot.keyClick(page.board, KEY.Key_Space)
    kinds = {row.kind for row in list_letters(watched.context.desk)}
    assert kinds == {PieceKind.APPEAL, PieceKind.COPY}


def test_the_steps_follow_each_other(qtbot: QtBot, page: TonightPage, watched: Watched) -> None:
    tick(qtbot, page, 0, 1)
    assert page.step_button.text() == "Draft 4 letters and 4 copies"
    page.copies.setChecked(False)
    assert page.step_button.text() == "Draft 4 letters"
    page.step_button.click()
    assert page.step_button.text() == "Print 4 letters and envelopes"
    idents = [row.ident for row in list_letters(watched.context.desk)]
    mark(watched.context.desk, idents, LetterStatus.PRINTED)
    watched.context.tell_change(What.LETTERS)
    assert page.step_button.text() == "4 letters into the box…"
    answer(PostDialog, accept)
    page.step_button.click()
    posted = LetterFilter(statuses=frozenset({LetterStatus.POSTED}))
    assert len(list_letters(watched.context.desk, posted)) == 4
    assert watched.told.notices[-1] == ("4 letters are now posted.", True)
    page.step_button.click()
    assert watched.told.pages == ["reports"]


def test_letters_of_a_closed_case_are_named_to_be_pulled_and_never_marked_posted(
    qtbot: QtBot, page: TonightPage, evening: Evening, watched: Watched
) -> None:
    stopped, going = evening.draft(0, 2), evening.draft(1, 2)
    assert not page.asks.pull.isVisible()
    mark(evening.desk, [row.ident for row in (*stopped, *going)], LetterStatus.PRINTED)
    evening.close_case(CASES[0])
    watched.context.tell_change(What.LETTERS, What.CASES)
    assert page.step_button.text() == "2 letters into the box…"
    assert page.asks.pull.words.text() == "2 letters on 34/25 are to be pulled: none of them is to be posted."
    page.asks.pull_button.click()
    dialog = page.window().findChild(PullDialog)
    assert dialog is not None
    assert all(row.code in dialog.said for row in stopped)
    dialog.reject()
    answer(PostDialog, accept)
    page.step_button.click()
    posted = list_letters(watched.context.desk, LetterFilter(statuses=frozenset({LetterStatus.POSTED})))
    assert {row.ident for row in posted} == {row.ident for row in going}


def test_a_closed_case_alone_still_names_what_is_to_be_pulled(
    page: TonightPage, evening: Evening, watched: Watched
) -> None:
    evening.draft(0, 1)
    for case in CASES:
        evening.close_case(case)
    watched.context.tell_change(What.LETTERS, What.CASES)
    assert page.stack.currentWidget() is page.empty
    assert page.asks.pull.words.text() == "1 letter on 34/25 is to be pulled: it must not be posted."


def test_the_board_takes_no_scroll_bar_for_a_few_pixels(
    qtbot: QtBot, page: TonightPage, evening: Evening, watched: Watched
) -> None:
    evening.add_case((90, "Azerbaijan", "AZ", "Free him", 20))
    watched.context.tell_change(What.CASES)
    page.offer_model.ticked.emit(evening.cases[-1], True)
    tick(qtbot, page, 0)
    board = page.board
    for short in (3, 20):
        around = board.width() - board.maximumViewportSize().width()
        board.setFixedWidth(3 * board._best + around - short)
        qtbot.waitUntil(lambda: board._least <= board.columnWidth(0) < board._best)
        qtbot.waitUntil(lambda: board.horizontalScrollBar().maximum() == 0)


def test_one_round_of_drafts_is_undone_as_one(qtbot: QtBot, page: TonightPage, watched: Watched) -> None:
    tick(qtbot, page, 0, 1)
    page.step_button.click()
    assert watched.told.notices == [("4 letters and 4 copies were drafted.", True)]
    undo(watched.context.desk)
    assert len(list_letters(watched.context.desk)) == 0
    assert len([person for person in tonight(watched.context.desk).people if person.here]) == 2


def test_printing_takes_tonights_drafts(qtbot: QtBot, page: TonightPage, evening: Evening, watched: Watched) -> None:
    evening.draft(copies=True)
    watched.context.tell_change(What.LETTERS)
    page.step_button.click()
    dialog = page.window().findChild(PrintDialog)
    assert isinstance(dialog, PrintDialog)
    qtbot.waitUntil(lambda: dialog.job is not None)
    assert dialog.job is not None
    assert len(dialog.job.codes) == 6
    dialog.reject()


def test_who_comes_late_can_still_be_drafted_beside_the_step(
    qtbot: QtBot, page: TonightPage, evening: Evening, watched: Watched
) -> None:
    tick(qtbot, page, 0)
    page.copies.setChecked(False)
    page.step_button.click()
    assert not page.more.isVisible()
    tick(qtbot, page, 1)
    assert page.step_button.text() == "Print 2 letters and envelopes"
    assert page.more.text() == "Draft 2 letters"
    page.more.click()
    assert page.step_button.text() == "Print 4 letters and envelopes"


def test_cases_are_taken_from_offer_and_put_back(qtbot: QtBot, page: TonightPage, watched: Watched) -> None:
    tick(qtbot, page, 0)
    assert page.board_model.columnCount() == 2
    page.offer.setCurrentIndex(page.offer_model.index(0, 0))
    qtbot.keyClick(page.offer, KEY.Key_Space)
    assert page.offer_heading.text() == "Cases on offer: 1 of 2"
    assert page.board_model.headerData(0, Qt.Orientation.Horizontal) == "34/25\nUSA"
    row = page.offer.visualRect(page.offer_model.index(0, 2)).center()
    qtbot.mouseClick(page.offer.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert page.board_model.columnCount() == 2


def test_a_case_past_its_date_is_not_offered_by_itself_and_says_so(
    page: TonightPage, evening: Evening, watched: Watched
) -> None:
    evening.add_case(LATE)
    watched.context.tell_change(What.CASES)
    first = page.offer_model.index(0, 0)
    assert first.data() == "81/25"
    assert first.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    assert page.offer_model.index(0, page.offer_model.DEADLINE).data() == "12 days past: ask first"


def test_the_place_is_kept(qtbot: QtBot, page: TonightPage, watched: Watched) -> None:
    qtbot.keyClicks(page.place, "Trinity Hall")
    qtbot.keyClick(page.place, KEY.Key_Return)
    assert tonight(watched.context.desk).evening.place == "Trinity Hall"


def test_a_screen_reader_hears_person_case_and_state(qtbot: QtBot, page: TonightPage) -> None:
    tick(qtbot, page, 0)
    index = page.board_model.index(0, 0)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Amir Haddad on 77/25: no letter yet. Press Space to draft one."
    assert index.data(BoardModel.CELL).case.name == "77/25"


def test_each_state_has_a_shape_of_its_own() -> None:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QImage, QPainter

    from uadesk.ui.widgets.state_marks import draw_mark

    drawn = set()
    for status in (None, LetterStatus.DRAFT, LetterStatus.PRINTED, LetterStatus.SIGNED, LetterStatus.POSTED):
        image = QImage(24, 24, QImage.Format.Format_Grayscale8)
        image.fill(255)
        painter = QPainter(image)
        draw_mark(painter, QRectF(0, 0, 24, 24), status, QColor("black"))
        painter.end()
        drawn.add(bytes(image.constBits()))
    assert len(drawn) == 5


def test_a_tick_moves_no_row(qtbot: QtBot, page: TonightPage) -> None:
    before = page.people.visualRect(page.people_model.index(2)).topLeft()
    tick(qtbot, page, 2)
    assert page.people.visualRect(page.people_model.index(2)).topLeft() == before
    assert page.people.currentIndex().row() == 2
    assert before != QPoint()


def test_names_stay_text(qtbot: QtBot, page: TonightPage, watched: Watched) -> None:
    add_member(watched.context.desk, Person("<b>Aaron</b>"))
    watched.context.tell_change(What.MEMBERS)
    assert page.people_model.index(0).data() == "<b>Aaron</b>"
    assert tonight(watched.context.desk).evening.day == TODAY


def test_letters_that_went_to_paper_are_asked_about_until_it_is_answered(
    qtbot: QtBot, page: TonightPage, watched: Watched, evening: Evening
) -> None:
    assert page.asks.paper.isHidden()
    drafts = [row.ident for row in evening.draft(writers=2)]
    job = finish(print_letters(evening.desk, drafts))
    note_sent(evening.desk, job)
    watched.context.tell_change(What.EVENING)
    assert page.asks.paper.words.text().startswith("2 letters went to paper on 3 June 2025 at ")
    page.asks.paper_button.click()
    [dialog] = page.window().findChildren(PrintDialog)
    question = dialog.stack.currentWidget()
    assert isinstance(question, QuestionPart)
    question.fine.click()
    assert {row.status for row in list_letters(evening.desk)} == {LetterStatus.PRINTED}
    dialog.done(0)
    assert page.asks.paper.isHidden()


def test_a_name_drafts_its_whole_row_and_a_case_its_whole_column(
    qtbot: QtBot, page: TonightPage, watched: Watched
) -> None:
    tick(qtbot, page, 0, 1, 2)
    page.copies.setChecked(False)
    page.board.verticalHeader().sectionClicked.emit(0)
    assert {(row.member, row.case) for row in list_letters(watched.context.desk)} == {
        ("Amir Haddad", "34/25"),
        ("Amir Haddad", "77/25"),
    }
    place = page.board.horizontalHeader().sectionViewportPosition(1) + 20
    qtbot.mouseClick(page.board.horizontalHeader().viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, 10))
    assert len(list_letters(watched.context.desk)) == 4
    column = page.board_model.headerData(1, Qt.Orientation.Horizontal).splitlines()[0]
    assert len([row for row in list_letters(watched.context.desk) if row.case == column]) == 3


def test_shift_and_ctrl_with_space_draft_a_row_and_a_column(qtbot: QtBot, page: TonightPage, watched: Watched) -> None:
    tick(qtbot, page, 0, 1, 2)
    page.copies.setChecked(False)
    page.board.setCurrentIndex(page.board_model.index(2, 0))
    qtbot.keyClick(page.board, KEY.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert {row.member for row in list_letters(watched.context.desk)} == {"Zoë Łukaszewicz"}
    qtbot.keyClick(page.board, KEY.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert len(list_letters(watched.context.desk)) == 4
    qtbot.keyClick(page.board, KEY.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert watched.told.notices[-1] == ("There is nothing left to draft here.", False)


def menu_at(page: TonightPage, row: int, column: int) -> CellMenu:
    """The menu of a place, opened as the menu key does."""
    page.board.setCurrentIndex(page.board_model.index(row, column))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    page.board.contextMenuEvent(event)
    return page.findChildren(CellMenu)[-1]


def choose(menu: CellMenu, words: str) -> None:
    [action] = [each for each in menu.actions() if each.text() == words]
    action.trigger()
    menu.close()


def test_the_menu_of_a_place_drafts_by_hand_and_takes_steps(qtbot: QtBot, page: TonightPage, watched: Watched) -> None:
    tick(qtbot, page, 0)
    page.copies.setChecked(False)
    choose(menu_at(page, 0, 0), "Draft it by hand: envelope only")
    [letter] = list_letters(watched.context.desk)
    assert letter.channel is Channel.HANDWRITTEN
    choose(menu_at(page, 0, 0), "Mark posted")
    assert page.board_model.data(page.board_model.index(0, 0)) == "posted"
    assert watched.told.notices[-1] == ("1 letter is now posted.", True)


def test_a_piece_is_taken_out_of_the_stack_and_waits(qtbot: QtBot, page: TonightPage, evening: Evening) -> None:
    mark(evening.desk, [row.ident for row in evening.draft()], LetterStatus.PRINTED)
    page.context.tell_change(What.LETTERS)

    def leave_one(dialog: PostDialog) -> None:
        assert ok_words(dialog) == "All 3 went into the box"
        dialog.list.setCurrentIndex(dialog.model.index(1))
        qtbot.keyClick(dialog.list, KEY.Key_Space)
        assert ok_words(dialog) == "2 of 3 went into the box"
        accept(dialog)

    answer(PostDialog, leave_one)
    page.step_button.click()
    left = list_letters(evening.desk, LetterFilter(statuses=frozenset({LetterStatus.PRINTED})))
    assert [row.member for row in left] == ["Bertha Nguyen"]
    assert page.step_button.text() == "1 letter into the box…"


def ok_words(dialog: PostDialog) -> str:
    return dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).text()


def test_an_earlier_evening_is_asked_about_before_all_else(
    qtbot: QtBot, page: TonightPage, evening: Evening, watched: Watched
) -> None:
    idents = [row.ident for row in evening.draft()]
    mark(evening.desk, idents, LetterStatus.PRINTED)
    later = Context(replace(evening.desk, clock=fixed_clock(TODAY + timedelta(2))), Settings())
    next_page = TonightPage(later)
    qtbot.addWidget(next_page)
    next_page.show()
    assert next_page.asks.box.words.text() == "Tuesday’s 3 letters: did they go into the box?"
    next_page.asks.box_all.click()
    assert report(evening.desk, TODAY, TODAY).total.posted == 3
    assert next_page.asks.box.isHidden()


def test_held_letters_of_which_nothing_changed_most_likely_go_as_they_are(
    page: TonightPage, evening: Evening, watched: Watched
) -> None:
    mark(evening.desk, [row.ident for row in evening.draft()], LetterStatus.PRINTED)
    import_draft(evening.desk, bulletin(CASES[0], Stage.UPDATE, TODAY - timedelta(1)))
    watched.context.tell_change(What.CASES)
    page.asks.held_button.click()
    dialog = page.window().findChild(HeldDialog)
    assert dialog is not None
    assert (dialog.anew.property("look"), dialog.keep.property("look")) == ("", "filled")
    dialog.keep.click()
    assert page.asks.held.isHidden()


def test_very_many_held_letters_are_decided_on_with_progress(
    qtbot: QtBot, page: TonightPage, evening: Evening, watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(held, "MANY", 2)
    idents = [row.ident for row in evening.draft()]
    mark(evening.desk, idents, LetterStatus.PRINTED)
    import_draft(evening.desk, bulletin(CASES[0], Stage.UPDATE, TODAY - timedelta(1)))
    watched.context.tell_change(What.CASES)
    page.asks.held_button.click()
    dialog = page.window().findChild(held.HeldDialog)
    assert dialog is not None
    with qtbot.waitSignal(dialog.finished):
        dialog.anew.click()
        assert dialog.stack.currentWidget() is dialog.busy
    assert watched.told.notices[-1] == ("3 letters are drafts again.", True)
    assert page.asks.held.isHidden()
    assert page.step_button.text() == "Print 3 letters and envelopes"


def test_what_went_to_paper_is_asked_about_and_not_printed_again(
    qtbot: QtBot, page: TonightPage, evening: Evening, watched: Watched
) -> None:
    idents = [row.ident for row in evening.draft()]
    note_sent(evening.desk, finish(print_letters(evening.desk, idents[:2])))
    watched.context.tell_change(What.LETTERS)
    assert page.step_button.text() == "Print 1 letter and envelope"
    mark(evening.desk, idents[2:], LetterStatus.PRINTED)
    watched.context.tell_change(What.LETTERS)
    assert page.step_button.text() == "Say how it came out…"
    page.step_button.click()
    dialog = page.window().findChild(PrintDialog)
    assert dialog is not None
    part = dialog.stack.currentWidget()
    assert isinstance(part, QuestionPart)
    part.fine.click()
    assert page.step_button.text() == "3 letters into the box…"
    dialog.reject()


def test_held_letters_are_decided_on_in_one_window(
    qtbot: QtBot, page: TonightPage, evening: Evening, watched: Watched
) -> None:
    for place in range(3):
        set_here(evening.desk, evening.people[place], here=True)
    idents = [row.ident for row in evening.draft()]
    mark(evening.desk, idents, LetterStatus.PRINTED)
    update = replace(bulletin(CASES[0], Stage.UPDATE, TODAY - timedelta(1)), demands=("Let a doctor see them;",))
    import_draft(evening.desk, update)
    watched.context.tell_change(What.CASES)
    assert page.asks.held.words.text().startswith("34/25 went on")
    page.asks.held_button.click()
    dialog = page.window().findChild(HeldDialog)
    assert dialog is not None
    assert [page.board_model.index(row, 1).data() for row in range(page.board_model.rowCount())] == ["held"] * 3
    assert "Asked now: let a doctor see them" in dialog.changes.toPlainText()
    assert dialog.anew.property("look") == "filled"
    assert not dialog.keep.property("look")
    for row in (1, 2):
        dialog.list.setCurrentIndex(dialog.model.index(row))
        qtbot.keyClick(dialog.list, KEY.Key_Space)
    dialog.anew.click()
    assert letter_view(evening.desk, idents[0]).row.status is LetterStatus.DRAFT
    dialog.keep.click()
    assert page.asks.held.isHidden()
    assert tonight(evening.desk).to_post == tuple(idents[1:])


def test_what_came_to_be_held_meanwhile_is_not_marked_posted(
    page: TonightPage, evening: Evening, watched: Watched
) -> None:
    rows = (*evening.draft(0, 1), *evening.draft(1, 1))
    mark(evening.desk, [row.ident for row in rows], LetterStatus.PRINTED)
    watched.context.tell_change(What.LETTERS)

    def answer_late(dialog: PostDialog) -> None:
        import_draft(evening.desk, bulletin(CASES[0], Stage.UPDATE, TODAY - timedelta(1)))
        accept(dialog)

    answer(PostDialog, answer_late)
    page.step_button.click()
    held, posted = (letter_view(evening.desk, row.ident).row.status for row in rows)
    assert (held, posted) == (LetterStatus.PRINTED, LetterStatus.POSTED)
    said, undoable = watched.told.notices[-1]
    assert said == f"1 letter is now posted. {rows[0].code} is held by now and was not marked: decide on it first."
    assert undoable


def test_stamps_are_shown_for_what_has_not_gone(qtbot: QtBot, page: TonightPage, evening: Evening) -> None:
    assert page.stamps.isHidden()
    evening.draft()
    page.context.tell_change(What.LETTERS)
    page.stamps.click()
    [dialog] = page.window().findChildren(StampsDialog)
    qtbot.waitUntil(lambda: dialog.model.rowCount() > 0)
    dialog.close()


def test_a_case_that_post_would_reach_too_late_says_what_to_use_and_is_drafted_so(
    qtbot: QtBot, page: TonightPage, evening: Evening, watched: Watched
) -> None:
    assert page.late.isHidden()
    soon = evening.add_case(SOON)
    watched.context.tell_change(What.CASES)
    page.offer_model.ticked.emit(soon, True)
    assert page.late.text() == "82/25: 2 days left: post comes too late. Use the email justice@example.org."
    tick(qtbot, page, 0, 1)
    assert page.step_button.text() == "Draft 4 letters and 4 copies"
    assert page.more.text() == "Draft 2 letters by email"
    page.more.click()
    assert {row.channel for row in list_letters(evening.desk)} == {Channel.EMAIL}
    assert (page.step_button.text(), page.more.text()) == ("Send 2 letters…", "Draft 4 letters and 4 copies")
    page.more.click()
    by_post = list_letters(evening.desk, LetterFilter(channels=frozenset({Channel.POST})))
    assert (len(by_post), page.step_button.text()) == (8, "Print 4 letters, 4 copies and envelopes")
    page.offer_model.ticked.emit(soon, False)
    assert page.late.isHidden()


def test_paragraphs_that_nobody_has_looked_at_are_shown_one_after_the_other(
    qtbot: QtBot, page: TonightPage, evening: Evening, watched: Watched
) -> None:
    assert page.silent.words.text().startswith("77/25, 34/25: letters say nothing on the cases")
    seen: list[str] = []

    def look(dialog: CaseTextDialog) -> None:
        seen.append(dialog.windowTitle())
        if len(seen) == 1:
            answer(CaseTextDialog, look)
        accept(dialog)

    answer(CaseTextDialog, look)
    page.text_button.click()
    assert seen == ["What all letters on 77/25 say", "What all letters on 34/25 say"]
    assert page.silent.isHidden()
    assert watched.told.notices[-1] == ("The text of all letters on 34/25 was saved.", True)


def test_where_only_letters_by_email_are_missing_the_step_drafts_them(
    qtbot: QtBot, page: TonightPage, evening: Evening, watched: Watched
) -> None:
    evening.add_case(SOON)
    for case in (evening.cases[0], evening.cases[1]):
        page.offer_model.ticked.emit(case, False)
    page.offer_model.ticked.emit(evening.cases[2], True)
    tick(qtbot, page, 0)
    assert page.step_button.text() == "Draft 1 letter by email"
    page.step_button.click()
    assert page.step_button.text() == "Send 1 letter…"


def test_very_many_are_drafted_and_taken_back_off_the_windows_thread(
    qtbot: QtBot, page: TonightPage, evening: Evening, watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(60):
        add_member(evening.desk, Person(f"Writer {number:02}"))
    everybody_here(evening.desk)
    watched.context.tell_change(What.EVENING)
    page.copies.setChecked(False)
    with qtbot.waitSignal(watched.queue.started):
        page.step_button.click()
    qtbot.waitUntil(lambda: watched.told.notices != [], timeout=20_000)
    assert watched.told.notices[-1] == ("126 letters were drafted.", True)
    assert page.step_button.text() == "Print 126 letters and envelopes"
    monkeypatch.setattr(context, "FEW_CHANGES", 100)
    with qtbot.waitSignal(watched.queue.started):
        watched.context.undo()
    qtbot.waitUntil(lambda: watched.told.notices[-1][0] == "Taken back: Draft letters", timeout=20_000)
    assert len(list_letters(evening.desk)) == 0


def test_where_post_is_too_late_a_letter_goes_by_email_from_the_board(
    qtbot: QtBot, page: TonightPage, watched: Watched
) -> None:
    tick(qtbot, page, 0)
    page.copies.setChecked(False)
    choose(menu_at(page, 0, 0), "Draft it by fax")
    assert watched.told.notices[-1] == (
        "The Honourable Ana Núñez has no fax number: write by post, or add the number to the case.",
        False,
    )
    choose(menu_at(page, 0, 0), "Draft it by email")
    assert page.step_button.text() == "Send 1 letter…"
    page.step_button.click()
    [sending] = page.findChildren(SendDialog)
    assert sending.email.to.text() == "justice@example.org"
    sending.sent_button.click()
    assert [letter.status for letter in list_letters(watched.context.desk)] == [LetterStatus.SENT]
