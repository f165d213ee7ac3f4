"""The list of letters: found, narrowed, marked, pulled."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.letters.conftest import CASES, TODAY, Evening, Watched, bulletin
from uadesk.desk.bulletins import import_draft
from uadesk.desk.drafting import draft_letters
from uadesk.desk.letters import list_letters
from uadesk.desk.steps import mark
from uadesk.desk.undoing import undo
from uadesk.domain.letters import Channel, LetterStatus
from uadesk.domain.rows import LetterFilter
from uadesk.ui.context import What
from uadesk.ui.dialogs.print_dialog import PrintDialog
from uadesk.ui.dialogs.send import SendDialog
from uadesk.ui.models.letters import STATE
from uadesk.ui.pages.letters import LettersPage


def shown(page: LettersPage, column: int) -> list[str]:
    return [page.model.index(row, column).data() for row in range(page.model.rowCount())]


@pytest.fixture
def page(qtbot: QtBot, evening: Evening, watched: Watched) -> LettersPage:
    evening.draft(0)
    evening.draft(1, 2)
    made = LettersPage(watched.context)
    qtbot.addWidget(made)
    made.resize(900, 640)
    made.show()
    return made


def choose(page: LettersPage, *rows: int) -> None:
    page.table.clearSelection()
    flag = page.table.selectionModel().SelectionFlag
    for row in rows:
        page.table.selectionModel().select(page.model.index(row, 0), flag.Select | flag.Rows)
        page.table.selectionModel().setCurrentIndex(page.model.index(row, 0), flag.NoUpdate)


def status_of(watched: Watched, status: LetterStatus) -> int:
    return len(list_letters(watched.context.desk, LetterFilter(statuses=frozenset({status}))))


def test_the_model_keeps_qts_rules(page: LettersPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.model)


def test_an_empty_list_offers_the_first_step(qtbot: QtBot, watched_bare: Watched) -> None:
    page = LettersPage(watched_bare.context)
    qtbot.addWidget(page)
    page.show()
    assert page.list.currentWidget() is not page.table
    assert page.count.text() == "0 letters"


def test_every_letter_says_who_to_whom_and_how_far(page: LettersPage) -> None:
    assert page.count.text() == "5 letters"
    assert sorted(shown(page, 1)) == [
        "Amir Haddad",
        "Amir Haddad",
        "Bertha Nguyen",
        "Bertha Nguyen",
        "Zoë Łukaszewicz",
    ]
    assert set(shown(page, STATE)) == {"draft"}
    icon = page.model.index(0, STATE).data(Qt.ItemDataRole.DecorationRole)
    assert not icon.isNull()


def test_a_search_narrows_and_can_be_taken_back(qtbot: QtBot, page: LettersPage) -> None:
    with qtbot.waitSignal(page.filters.search.searched):
        qtbot.keyClicks(page.filters.search, "lukasz")
    assert shown(page, 1) == ["Zoë Łukaszewicz"]
    with qtbot.waitSignal(page.filters.search.searched):
        page.filters.search.setText("nobody at all")
    assert page.list.currentWidget() is not page.table
    page.filters.clear()
    assert page.model.rowCount() == 5


def test_a_narrowed_list_shows_what_came_since(qtbot: QtBot, page: LettersPage, evening: Evening) -> None:
    with qtbot.waitSignal(page.filters.search.searched):
        qtbot.keyClicks(page.filters.search, "lukasz")
    drafted = evening.draft(1)
    page.context.tell_change(What.LETTERS)
    assert set(shown(page, 1)) == {"Zoë Łukaszewicz"}
    assert page.model.rowCount() == 2
    assert page.main_button.text() == "Print 2 letters…"
    mark(evening.desk, [row.ident for row in drafted], LetterStatus.PRINTED)
    page.context.tell_change(What.LETTERS)
    assert page.main_button.text() == "Print 1 letter…"


def test_filters_narrow_by_case_writer_state_and_evening(page: LettersPage, evening: Evening) -> None:
    page.filters.case.setCurrentIndex(page.filters.case.findData(evening.cases[1]))
    assert set(shown(page, 3)) == {"77/25"}
    page.filters.member.setCurrentIndex(page.filters.member.findText("Bertha Nguyen"))
    assert shown(page, 1) == ["Bertha Nguyen"]
    page.filters.state.setCurrentIndex(page.filters.state.findText("Letters to post"))
    assert page.model.rowCount() == 0
    page.filters.clear()
    page.filters.evening.setCurrentIndex(page.filters.evening.findText("Tonight"))
    assert page.model.rowCount() == 5
    page.filters.evening.setCurrentIndex(page.filters.evening.findText("On a day…"))
    page.filters.day.setDate(page.filters.day.date().addDays(-1))
    assert page.model.rowCount() == 0


def test_filters_narrow_by_addressee_and_channel_and_the_header_counts(page: LettersPage, evening: Evening) -> None:
    draft_letters(evening.desk, evening.cases[1], evening.people[2:], copies=True, channel=Channel.HANDWRITTEN)
    page.refresh()
    assert page.header.subtitle.text() == ""
    page.filters.addressee.setCurrentIndex(page.filters.addressee.findText("His Excellency Paul Ito"))
    assert page.model.rowCount() == 1
    assert page.header.subtitle.text() == "1 letter, none went out yet"
    page.filters.clear()
    page.filters.channel.setCurrentIndex(page.filters.channel.findText("by hand"))
    assert set(shown(page, 1)) == {"Zoë Łukaszewicz"}
    page.filters.clear()
    assert page.model.rowCount() == 7


def test_the_list_is_narrowed_to_what_another_page_asks_for(page: LettersPage, evening: Evening) -> None:
    page.filters.search.setText("nobody")
    page.filters.narrow_to(LetterFilter(member_id=evening.people[1]))
    assert set(shown(page, 1)) == {"Bertha Nguyen"}
    page.filters.narrow_to(LetterFilter(case_id=evening.cases[1], evening=TODAY))
    assert set(shown(page, 3)) == {"77/25"}
    assert page.filters.day.isVisible()
    page.filters.narrow_to(LetterFilter(evening=TODAY.replace(day=4)))
    assert page.model.rowCount() == 0


def test_a_click_on_a_head_sorts(page: LettersPage) -> None:
    page.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert shown(page, 1)[0] == "Zoë Łukaszewicz"
    page.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert shown(page, 1)[0] == "Amir Haddad"


def test_enter_opens_a_letter_among_its_neighbours(qtbot: QtBot, page: LettersPage, watched: Watched) -> None:
    page.table.selectRow(2)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    [(idents, place)] = watched.told.letters
    assert len(idents) == 5
    assert place == 2
    assert idents[2] == page.model.row(2).ident


def test_several_chosen_letters_open_as_that_list(page: LettersPage, watched: Watched) -> None:
    choose(page, 1, 3)
    page.open_button.click()
    assert watched.told.letters == [((page.model.row(1).ident, page.model.row(3).ident), 1)]


def test_the_filled_button_says_what_comes_next(page: LettersPage, evening: Evening, watched: Watched) -> None:
    choose(page, 0, 1)
    assert page.main_button.text() == "Print 2 letters…"
    idents = [row.ident for row in list_letters(evening.desk)]
    mark(evening.desk, idents, LetterStatus.PRINTED)
    watched.context.tell_change(What.LETTERS)
    page.table.selectAll()
    assert page.main_button.text() == "Mark 5 posted"
    page.main_button.click()
    assert status_of(watched, LetterStatus.POSTED) == 5
    assert watched.told.notices == [("5 letters are now posted.", True)]
    undo(evening.desk)
    assert status_of(watched, LetterStatus.PRINTED) == 5


def test_with_none_chosen_the_filled_button_is_for_all_that_are_listed(
    page: LettersPage, evening: Evening, watched: Watched
) -> None:
    page.table.clearSelection()
    assert page.main_button.text() == "Print 5 letters…"
    page.filters.case.setCurrentIndex(page.filters.case.findData(evening.cases[1]))
    assert page.main_button.text() == "Print 2 letters…"
    mark(evening.desk, [row.ident for row in list_letters(evening.desk)], LetterStatus.PRINTED)
    watched.context.tell_change(What.LETTERS)
    page.table.clearSelection()
    assert page.main_button.text() == "Mark 2 posted"
    page.main_button.click()
    assert status_of(watched, LetterStatus.POSTED) == 2


def test_a_disabled_button_says_why(page: LettersPage) -> None:
    page.table.clearSelection()
    assert not page.open_button.isEnabled()
    assert page.open_button.toolTip() == "Choose a letter in the list first."


def test_marks_that_cannot_follow_are_not_offered(page: LettersPage, watched: Watched) -> None:
    choose(page, 0)
    assert not page.marks[LetterStatus.POSTED].isEnabled()
    page.marks[LetterStatus.WITHDRAWN].trigger()
    assert status_of(watched, LetterStatus.WITHDRAWN) == 1


def test_with_none_chosen_letters_of_a_closed_case_are_not_marked_posted(
    page: LettersPage, evening: Evening, watched: Watched
) -> None:
    mark(evening.desk, [row.ident for row in list_letters(evening.desk)], LetterStatus.PRINTED)
    evening.close_case(CASES[0])
    watched.context.tell_change(What.LETTERS, What.CASES)
    page.table.clearSelection()
    assert page.main_button.text() == "Mark 2 posted"
    page.main_button.click()
    assert status_of(watched, LetterStatus.POSTED) == 2


def test_a_letter_by_hand_goes_straight_to_posted(page: LettersPage, evening: Evening, watched: Watched) -> None:
    draft_letters(evening.desk, evening.cases[1], evening.people[2:], channel=Channel.HANDWRITTEN, evening=TODAY)
    watched.context.tell_change(What.LETTERS)
    row = next(row for row in range(page.model.rowCount()) if page.model.row(row).channel is Channel.HANDWRITTEN)
    choose(page, row)
    assert page.model.index(row, STATE).data() == "draft, by hand"
    assert page.main_button.text() == "Mark 1 posted"
    assert page.envelope_button.isEnabled()


def test_letters_of_a_closed_case_are_to_be_pulled(page: LettersPage, evening: Evening, watched: Watched) -> None:
    assert not page.pull.isVisible()
    evening.close_case(CASES[0])
    watched.context.tell_change(What.CASES)
    assert page.pull.isVisible()
    assert page.pull_words.text() == "3 letters belong to closed cases and must not be posted."
    page.pull_button.click()
    assert shown(page, 3) == ["34/25"] * 3
    page.pull_all.click()
    assert status_of(watched, LetterStatus.WITHDRAWN) == 3
    assert not page.pull.isVisible()


def test_envelopes_of_the_chosen_letters_are_printed(qtbot: QtBot, page: LettersPage) -> None:
    choose(page, 0, 1)
    page.envelope_button.click()
    dialog = page.window().findChild(PrintDialog)
    assert isinstance(dialog, PrintDialog)
    qtbot.waitUntil(lambda: dialog.job is not None)
    assert dialog.job is not None
    assert dialog.job.what == "envelopes"
    dialog.reject()


def drafted_by_wire(evening: Evening) -> int:
    """A case whose minister has email and fax, with one draft by each."""
    reached = bulletin((99, "Chad", "TD", "Taken from home", 9))
    target = replace(reached.targets[0], email=("ana@example.org",), fax=("+235 22 51 01 00",))
    case = import_draft(evening.desk, replace(reached, targets=(target,))).case_id
    for person, channel in zip(evening.people, (Channel.EMAIL, Channel.FAX), strict=False):
        draft_letters(evening.desk, case, [person], channel=channel)
    return case


def test_drafts_by_email_and_fax_are_sent_one_after_the_other(
    page: LettersPage, evening: Evening, watched: Watched
) -> None:
    case = drafted_by_wire(evening)
    watched.context.tell_change(What.LETTERS, What.CASES)
    assert page.main_button.text() == "Print 5 letters…"
    page.filters.case.setCurrentIndex(page.filters.case.findData(case))
    assert page.main_button.text() == "Send 2 letters…"
    page.main_button.click()
    [dialog] = page.window().findChildren(SendDialog)
    assert dialog.place.text() == "1 of 2"
    for _letter in range(2):
        dialog.sent_button.click()
    assert not dialog.isVisible()
    assert status_of(watched, LetterStatus.SENT) == 2
    page.filters.clear()
    assert page.main_button.text() == "Print 5 letters…"


def test_chosen_drafts_by_email_are_sent_and_a_way_narrows_what_comes_next(
    page: LettersPage, evening: Evening, watched: Watched
) -> None:
    drafted_by_wire(evening)
    watched.context.tell_change(What.LETTERS, What.CASES)
    page.filters.channel.setCurrentIndex(page.filters.channel.findText("by fax"))
    assert page.main_button.text() == "Send 1 letter…"
    page.filters.channel.setCurrentIndex(page.filters.channel.findText("by hand"))
    assert not page.main_button.isEnabled()
    page.filters.channel.setCurrentIndex(page.filters.channel.findText("by email"))
    choose(page, 0)
    page.main_button.click()
    [dialog] = page.window().findChildren(SendDialog)
    assert dialog.email.to.text() == "ana@example.org"
    dialog.reject()
