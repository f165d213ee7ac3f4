"""A bulletin is looked at, corrected, and only then stored."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.kit import MINISTER, TEXT, answer, bulletin, doubtful, press, press_in_box
from uadesk.desk.bulletins import NothingToStoreError, empty_draft
from uadesk.domain.addresses import Role
from uadesk.domain.bulletins import BulletinDraft, Stage
from uadesk.domain.numbers import UANumber
from uadesk.domain.texts import Text
from uadesk.ui.review.sides import Sides
from uadesk.ui.review.titles import title_of
from uadesk.ui.review.window import ReviewWindow

if TYPE_CHECKING:
    from uadesk.base.errors import UADeskError

Review = Callable[[BulletinDraft], ReviewWindow]


class Shelf:
    """Where reviewed drafts go; `trouble` is raised instead when there is one."""

    def __init__(self) -> None:
        self.stored: list[BulletinDraft] = []
        self.trouble: UADeskError | None = None

    def __call__(self, draft: BulletinDraft) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.stored.append(draft)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def review(qtbot: QtBot, shelf: Shelf) -> Review:
    def open_review(draft: BulletinDraft) -> ReviewWindow:
        window = ReviewWindow(draft, shelf)
        qtbot.addWidget(window, before_close_func=lambda each: setattr(each, "_touched", False))
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return open_review


def marked(window: ReviewWindow) -> list[str]:
    return [TEXT[start:end] for start, end in window.text.marked]


def test_what_was_read_is_stored_as_it_stands(review: Review, shelf: Shelf) -> None:
    draft = bulletin()
    window = review(draft)
    press(window, "Save the case")
    assert shelf.stored == [draft]
    assert not window.isVisible()


def test_choosing_a_field_marks_its_words(review: Review) -> None:
    window = review(bulletin())
    window.form.go_to("targets[0].salutation")
    assert marked(window) == ["Dear Minister Peña,"]
    window.form.demands.fields[1].setFocus()
    assert marked(window) == ["Return their boats."]


def test_the_text_begins_with_the_bulletin_s_own_part_of_its_file(review: Review) -> None:
    assert review(bulletin()).text.verticalScrollBar().value() == 0
    before = "Another case that the file holds.\n" * 200
    spans = {path: (start + len(before), end + len(before)) for path, (start, end) in bulletin().spans.items()}
    text = review(bulletin(text=Text(before + TEXT), spans=spans)).text
    place = text.document().find("FREE THE RIVER GUARDIANS")
    assert 0 <= text.cursorRect(place).top() < text.viewport().height()


def test_marks_stand_right_behind_signs_that_qt_counts_twice(review: Review) -> None:
    window = review(bulletin())
    window.text.mark("title")
    strong = [each.cursor.selectedText() for each in window.text.extraSelections()][-1]
    assert strong == "FREE THE RIVER GUARDIANS"


def test_bold_is_bold_and_markup_is_text(review: Review) -> None:
    window = review(bulletin())
    cursor = window.text.textCursor()
    cursor.setPosition(window.text.toPlainText().index("RIVER") + 2)
    assert cursor.charFormat().fontWeight() == QFont.Weight.Bold
    hostile = review(bulletin(text=Text("<b>x</b> <img src='file:///etc/passwd'>"), spans={}))
    assert hostile.text.toPlainText() == "<b>x</b> <img src='file:///etc/passwd'>"


def test_doubts_come_first_and_are_counted(review: Review) -> None:
    window = review(doubtful())
    assert len(window.doubts.cards) == 2
    assert window.count.text() == "2 things to look at"
    assert window.form.people[Role.COPY].forms[0].salutation.property("doubt") == "true"
    assert window.form.people[Role.TARGET].forms[0].salutation.property("doubt") != "true"


def test_a_proposed_country_is_confirmed_in_one_click(review: Review, shelf: Shelf) -> None:
    window = review(doubtful())
    press(window.doubts, "Yes, Canada")
    assert window.count.text() == "1 thing to look at"
    press(window, "Save the case")
    stored = shelf.stored[0]
    assert stored.copies[0].country_code == "CA"
    assert [check.field for check in stored.checks] == ["copies[0].salutation"]


def test_filling_in_what_is_missing_settles_its_doubt(review: Review, shelf: Shelf, qtbot: QtBot) -> None:
    window = review(doubtful())
    press(window.doubts.cards[1], "Fill in")
    field = window.form.people[Role.COPY].forms[0].salutation
    assert window.focusWidget() is field
    qtbot.keyClicks(field, "Dear Mr. Mora,")
    assert [check.field for check in window.doubts.open] == ["copies[0].country_code"]
    press(window, "Save the case")
    assert shelf.stored[0].copies[0].salutation == "Dear Mr. Mora,"


def test_lines_are_moved_added_and_removed(review: Review, shelf: Shelf, qtbot: QtBot) -> None:
    window = review(bulletin())
    lines = window.form.people[Role.TARGET].forms[0].lines
    lines.fields[3].setFocus()
    qtbot.keyClick(lines.fields[3], Qt.Key.Key_Return)
    qtbot.keyClicks(lines.fields[4], "Costa Rica")
    qtbot.keyClick(lines.fields[4], Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    lines.fields[2].setFocus()
    lines.remove_button.click()
    press(window, "Save the case")
    target = shelf.stored[0].targets[0]
    assert target.lines == ("The Honourable Ana Peña", "Minister of Justice", "Costa Rica", "San Rafael")
    assert (target.name, target.title) == (MINISTER.name, MINISTER.title)
    assert target.address_lines == ("Costa Rica", "San Rafael")


def test_rewritten_lines_lose_their_places_and_others_keep_theirs(review: Review, shelf: Shelf) -> None:
    window = review(bulletin())
    window.form.people[Role.TARGET].forms[0].lines.fields[0].setPlainText("The Honourable Ana María Peña")
    press(window, "Save the case")
    stored = shelf.stored[0]
    assert stored.targets[0].name == "The Honourable Ana María Peña"
    assert not any(path.startswith("targets[0].lines") for path in stored.spans)
    assert {"targets[0].salutation", "copies[0].lines[0]", "title"} <= set(stored.spans)


def test_an_office_on_the_name_s_line_stays_parted_when_the_address_changes(review: Review, shelf: Shelf) -> None:
    line = "Ambassador Maria Kovač"
    split = replace(MINISTER, lines=(line, "1 High Street"), name="Maria Kovač", title="Ambassador")
    split = replace(split, address_lines=("1 High Street",))
    window = review(bulletin(targets=(split,), spans={}))
    window.form.people[Role.TARGET].forms[0].lines.fields[1].setPlainText("2 High Street")
    press(window, "Save the case")
    target = shelf.stored[0].targets[0]
    assert (target.lines, target.name, target.title) == ((line, "2 High Street"), "Maria Kovač", "Ambassador")


def test_removing_an_addressee_moves_the_doubts_and_places_of_the_next(review: Review, shelf: Shelf) -> None:
    other = replace(MINISTER, lines=("Mr. Luis Mora", "1 Road"), name="Mr. Luis Mora", address_lines=("1 Road",))
    draft = bulletin(targets=(MINISTER, other))
    check = replace(doubtful().checks[1], field="targets[1].salutation")
    place = draft.spans["copies[0].lines[0]"]
    window = review(replace(draft, checks=(check,), spans={**draft.spans, "targets[1].lines[0]": place}))
    press(window.form.people[Role.TARGET].forms[0], "Remove")
    press(window, "Save the case")
    stored = shelf.stored[0]
    assert [target.name for target in stored.targets] == ["Mr. Luis Mora"]
    assert [each.field for each in stored.checks] == ["targets[0].salutation"]
    assert stored.spans["targets[0].lines[0]"] == place


def test_somebody_to_write_to_is_added(review: Review, shelf: Shelf, qtbot: QtBot) -> None:
    window = review(bulletin())
    press(window, "Add somebody to write to")
    form = window.form.people[Role.TARGET].forms[1]
    qtbot.keyClicks(form.lines.fields[0], "President Li")
    qtbot.keyClick(form.lines.fields[0], Qt.Key.Key_Return)
    qtbot.keyClick(form.lines.fields[1], Qt.Key.Key_Return)
    qtbot.keyClicks(form.lines.fields[2], "1 Palace")
    press(window, "Save the case")
    added = shelf.stored[0].targets[1]
    assert (added.lines, added.name, added.address_lines) == (
        ("President Li", "1 Palace"),
        "President Li",
        ("1 Palace",),
    )


def test_a_case_is_entered_by_hand(review: Review, shelf: Shelf, qtbot: QtBot) -> None:
    window = review(empty_draft())
    assert not window.text.isVisible()
    assert not window.save_button.isEnabled()
    assert "number or a title" in window.save_button.toolTip()
    qtbot.keyClicks(window.form.case_title, "Free the bakers")
    qtbot.keyClicks(window.form.number, "EXTRA 7/25")
    qtbot.keyClicks(window.form.act_until, "1 July 2025")
    window.form.stage.setCurrentIndex(1)
    press(window, "Save the case")
    stored = shelf.stored[0]
    assert (stored.title, stored.number, stored.stage) == ("Free the bakers", UANumber(25, 7, extra=True), Stage.FIRST)
    assert str(stored.act_until) == "2025-07-01"


def test_what_is_no_number_or_date_keeps_save_waiting(review: Review) -> None:
    window = review(bulletin())
    window.form.number.setText("abc")
    assert not window.save_button.isEnabled()
    window.form.number.setText("35/25")
    window.form.issued.setText("07/01/25")
    assert not window.save_button.isEnabled()
    window.form.issued.setText("2025-07-01")
    assert window.save_button.isEnabled()


def test_where_storing_fails_everything_typed_stays(review: Review, shelf: Shelf) -> None:
    window = review(bulletin())
    window.form.case_title.setPlainText("Another title")
    shelf.trouble = NothingToStoreError()
    press(window, "Save the case")
    assert window.isVisible()
    assert window.notice.isVisible()
    assert window.notice.text.text()
    assert window.draft.title == "Another title"


def test_leaving_unchanged_asks_nothing(review: Review) -> None:
    window = review(doubtful())
    press(window, "Leave without saving")
    assert not window.isVisible()


def test_leaving_with_changes_asks_and_can_go_on(review: Review, shelf: Shelf) -> None:
    window = review(bulletin())
    window.form.case_title.setPlainText("Another title")
    answer(QMessageBox, press_in_box("Go on here"))
    window.reject()
    assert window.isVisible()
    answer(QMessageBox, press_in_box("Throw the changes away"))
    window.close()
    assert not window.isVisible()
    assert shelf.stored == []


def test_saving_is_offered_when_leaving(review: Review, shelf: Shelf) -> None:
    window = review(bulletin())
    window.form.case_title.setPlainText("Another title")
    answer(QMessageBox, press_in_box("Save the case"))
    window.reject()
    assert not window.isVisible()
    assert shelf.stored[0].title == "Another title"


def test_the_window_says_which_bulletin_it_shows() -> None:
    assert title_of(bulletin()) == "First bulletin on 34/25, Costa Rica"
    assert title_of(empty_draft()) == "A case entered by hand"


@pytest.mark.parametrize(("width", "way"), [(900, Qt.Orientation.Vertical), (1200, Qt.Orientation.Horizontal)])
def test_the_text_stands_above_the_fields_where_there_is_no_room_for_both(
    qtbot: QtBot, width: int, way: Qt.Orientation
) -> None:
    sides = Sides()
    qtbot.addWidget(sides)
    source, card = QWidget(), QWidget()
    for each in (source, card):
        QHBoxLayout(each).addSpacing(480)
    sides.put(source, [card])
    sides.resize(width, 600)
    sides.show()
    assert sides.orientation() is way


def test_tab_leads_from_the_doubts_through_the_form_as_it_stands_to_save_and_to_the_text(
    review: Review, qtbot: QtBot
) -> None:
    window = review(doubtful())
    window.form.people[Role.TARGET].add()
    added = window.form.people[Role.TARGET].forms[1]
    qtbot.waitUntil(added.salutation.isVisible)
    seen: list[QWidget] = []
    window.doubts.cards[0].confirm.setFocus()
    while (field := window.focusWidget()) not in seen:
        seen.append(field)
        qtbot.keyClick(field, Qt.Key.Key_Tab)
    wanted = [
        window.doubts.cards[1].look,
        window.form.case_title,
        *window.form.demands.fields,
        window.form.demands.add_button,
        added.lines.fields[0],
        added.salutation,
        window.form.people[Role.TARGET].add_button,
        window.form.people[Role.COPY].forms[0].lines.fields[0],
        window.form.summary,
        window.leave_button,
        window.save_button,
        window.text,
    ]
    assert [each for each in seen if each in wanted] == wanted
