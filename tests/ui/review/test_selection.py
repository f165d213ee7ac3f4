"""Words selected in the bulletin are said to be a field, which takes them and their place; and back again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.kit import TEXT, bulletin, doubtful, press
from uadesk.domain.addresses import Role
from uadesk.domain.bulletins import BulletinDraft
from uadesk.domain.texts import Check, Level, Text
from uadesk.ui.review.meanings import Meaning
from uadesk.ui.review.window import ReviewWindow

CTRL = Qt.KeyboardModifier.ControlModifier
Review = Callable[[BulletinDraft], ReviewWindow]


@pytest.fixture
def review(qtbot: QtBot) -> Review:
    def open_review(draft: BulletinDraft) -> ReviewWindow:
        window = ReviewWindow(draft, lambda _draft: None)
        qtbot.addWidget(window, before_close_func=lambda each: setattr(each, "_touched", False))
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return open_review


def select(window: ReviewWindow, words: str) -> None:
    start = window.text.said((0, 10_000)).index(words)
    window.text.select((start, start + len(words)))


def use(window: ReviewWindow, words: str, leaf: str, whose: str = "") -> None:
    select(window, words)
    window.selection.use(Meaning(leaf, whose))


def said_at(draft: BulletinDraft, path: str) -> str:
    start, end = draft.spans[path]
    return draft.text.content[start:end]


def test_a_missing_salutation_is_set_its_doubt_settled_and_its_place_kept(review: Review) -> None:
    window = review(doubtful())
    use(window, "Salutation: Dear Minister Peña,", "salutation", "copies[0]")
    draft = window.draft
    assert draft.copies[0].salutation == "Dear Minister Peña,"
    assert said_at(draft, "copies[0].salutation") == "Dear Minister Peña,"
    assert [check.field for check in draft.checks] == ["copies[0].country_code"]
    assert [window.text.said(span) for span in window.text.marked] == ["Dear Minister Peña,"]
    assert "the salutation" in window.notice.text.text()


def test_ctrl_z_takes_it_back_with_its_doubt(review: Review, qtbot: QtBot) -> None:
    draft = doubtful()
    window = review(draft)
    use(window, "Dear Minister Peña,", "salutation", "copies[0]")
    qtbot.keyClick(window.text, Qt.Key.Key_Z, CTRL)
    assert window.draft == draft
    assert window.count.text() == "2 things to look at"
    use(window, "Dear Minister Peña,", "salutation", "copies[0]")
    press(window.notice, "Undo")
    assert window.draft == draft


def test_settings_are_taken_back_one_by_one(review: Review) -> None:
    draft = bulletin()
    window = review(draft)
    use(window, "Three river guardians", "title")
    use(window, "12 Palace Square", "salutation", "targets[0]")
    window.selection.undo()
    assert (window.draft.title, window.draft.targets) == ("Three river guardians", draft.targets)
    window.selection.undo()
    assert window.draft == draft
    window.selection.undo()


@pytest.mark.parametrize(
    ("words", "leaf", "value"),
    [
        ("First UA: 34/25 Index", "ua_number", "34/25"),
        ("34/25 Index: AMR 29/0001/2025", "index", "AMR 29/0001/2025"),
        ("Three river guardians were\narrested in March.", "title", "Three river guardians were arrested in March."),
        ("until 14 September 2025.", "act_until", "2025-09-14"),
        ("until 14 September 2025.", "issued", "2025-09-14"),
        ("Costa Rica", "country", "Costa Rica"),
        ("urging the government to:", "demand_lead", "urging the government to"),
    ],
)
def test_a_field_takes_its_value_out_of_the_words(review: Review, words: str, leaf: str, value: str) -> None:
    text = TEXT.replace("guardians were", "guardians were\n").replace("\n arrested", "\narrested")
    text += "\nWrite until 14 September 2025.\n"
    window = review(bulletin(text=Text(text), spans={}, number=None, index=None, title=None, country=None))
    use(window, words, leaf)
    draft = window.draft
    assert str(getattr(draft, {"ua_number": "number"}.get(leaf, leaf))) == value
    assert leaf in draft.spans


def test_words_that_hold_nothing_of_the_kind_change_nothing(review: Review) -> None:
    draft = bulletin()
    window = review(draft)
    use(window, "San Rafael", "act_until")
    assert window.draft == draft
    assert "San Rafael" in window.notice.text.text()
    assert not window.selection.can_undo


def test_points_become_demands_where_they_stand_in_the_text(review: Review) -> None:
    draft = bulletin(demands=("Return their boats.",))
    start = TEXT.index("Return their boats.")
    window = review(replace(draft, spans={**draft.spans, "demands[0]": (start, start + 19)}))
    use(window, "- Release the guardians at once.", "demands")
    made = window.draft
    assert made.demands == ("Release the guardians at once.", "Return their boats.")
    assert said_at(made, "demands[0]") == "Release the guardians at once."


def test_a_demand_that_was_cut_short_is_replaced_by_all_of_its_words(review: Review) -> None:
    start = TEXT.index("Release the")
    draft = bulletin(demands=("Release the",), spans={"demands[0]": (start, start + 11)})
    window = review(draft)
    use(window, "- Release the guardians at once.\n- Return their boats.", "demands")
    assert window.draft.demands == ("Release the guardians at once.", "Return their boats.")
    window.selection.undo()
    assert window.draft == draft


def test_lines_of_an_address_are_added_in_their_order(review: Review) -> None:
    lines = ("The Honourable Ana Peña", "Minister of Justice", "San Rafael")
    draft = bulletin()
    short = replace(draft.targets[0], lines=lines, address_lines=lines[2:])
    spans = {f"targets[0].lines[{row}]": (TEXT.index(line), TEXT.index(line) + 5) for row, line in enumerate(lines)}
    window = review(replace(draft, targets=(short,), spans=spans))
    use(window, "12 Palace Square", "address", "targets[0]")
    made = window.draft
    assert made.targets[0].lines == (*lines[:2], "12 Palace Square", "San Rafael")
    assert made.targets[0].address_lines == ("12 Palace Square", "San Rafael")
    assert said_at(made, "targets[0].lines[2]") == said_at(made, "targets[0].address_lines[0]") == "12 Palace Square"


def test_somebody_new_is_made_of_a_block_and_goes_again(review: Review) -> None:
    missing = Check("targets", Level.MISSING, "no_targets")
    draft = bulletin(targets=(), spans={}, checks=(missing,))
    window = review(draft)
    use(window, "The Honourable Ana Peña\nMinister of Justice\n12 Palace Square\nSan Rafael", "new", "targets")
    made = window.draft
    assert made.targets[0].name == "The Honourable Ana Peña"
    assert made.targets[0].lines[1:] == ("Minister of Justice", "12 Palace Square", "San Rafael")
    assert said_at(made, "targets[0].lines[3]") == "San Rafael"
    assert made.checks == ()
    use(window, "Dear Minister Peña,", "salutation", window.form.people[Role.TARGET].forms[0].origin)
    assert said_at(window.draft, "targets[0].salutation") == "Dear Minister Peña,"
    window.selection.undo()
    window.selection.undo()
    assert window.draft == draft


def test_somebody_new_takes_salutation_phone_fax_and_email_from_the_block(review: Review) -> None:
    block = (
        "The Honourable Ana Peña\nMinister of Justice\n12 Palace Square\nSan Rafael, Costa Rica\n"
        "Phone: +506 2256 0001\nFax: +506 2256 0002\nEmail: minister@justice.example\nSalutation: Dear Minister Peña,"
    )
    window = review(bulletin(targets=(), spans={}, checks=(), text=Text(f"Write to:\n{block}\n")))
    use(window, block, "new", "targets")
    made = window.draft
    [target] = made.targets
    assert (target.name, target.title) == ("The Honourable Ana Peña", "Minister of Justice")
    assert target.lines[2:] == ("12 Palace Square", "San Rafael, Costa Rica")
    assert (target.phone, target.fax) == (("+506 2256 0001",), ("+506 2256 0002",))
    assert (target.email, target.salutation) == (("minister@justice.example",), "Dear Minister Peña,")
    assert target.country_code == "CR"
    assert said_at(made, "targets[0].salutation") == "Dear Minister Peña,"
    window.selection.undo()
    assert window.draft.targets == ()


def test_a_day_is_read_in_the_language_of_the_bulletin(review: Review) -> None:
    window = review(
        bulletin(text=Text("Bitte bis zum 14. August 2025 schreiben, am 3. März entschieden"), language="de")
    )
    use(window, "bis zum 14. August 2025", "act_until")
    assert window.draft.act_until == date(2025, 8, 14)


def test_a_value_typed_over_stands_in_the_text_no_more(review: Review) -> None:
    window = review(bulletin(title=None, spans={}))
    use(window, "FREE THE RIVER GUARDIANS", "title")
    assert "title" in window.draft.spans
    window.form.case_title.setPlainText("Free them")
    assert "title" not in window.draft.spans


def test_signs_that_qt_counts_twice_move_no_place(review: Review) -> None:
    window = review(bulletin(title=None, spans={}))
    use(window, "FREE THE RIVER GUARDIANS", "title")
    assert window.draft.title == "FREE THE RIVER GUARDIANS"
    assert said_at(window.draft, "title") == "FREE THE RIVER GUARDIANS"


def test_the_button_waits_for_a_selection(review: Review) -> None:
    window = review(bulletin())
    assert not window.selection.button.isEnabled()
    assert "Select words" in window.selection.button.toolTip()
    select(window, "San Rafael")
    assert window.selection.button.isEnabled()


def test_by_keyboard_alone(review: Review, qtbot: QtBot) -> None:
    window = review(bulletin(title=None, spans={}))
    window.text.setFocus()
    cursor = window.text.textCursor()
    cursor.setPosition(window.text.toPlainText().index("FREE THE") + 1)  # a sign before it takes two of Qt's places
    window.text.setTextCursor(cursor)
    qtbot.keyClick(window.text, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(window.text, Qt.Key.Key_U, CTRL)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    qtbot.keyPress(QApplication.activePopupWidget(), Qt.Key.Key_L)  # it is gone before the key comes up
    assert window.draft.title == "FREE THE RIVER GUARDIANS"


def test_the_text_s_own_menu_offers_the_same(review: Review, qtbot: QtBot) -> None:
    window = review(bulletin())
    select(window, "San Rafael")
    place = window.text.cursorRect(window.text.textCursor()).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, window.text.viewport().mapToGlobal(place))
    QApplication.sendEvent(window.text.viewport(), event)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QMenu)
    uses = shown.actions()[0].menu()
    assert isinstance(uses, QMenu)
    words = {action.text().replace("&", "") for action in uses.actions()}
    assert {"the number", "a demand", "for The Honourable Ana Peña", "for Mr. Luis Mora", "a new copy"} <= words
    shown.close()


def test_the_selection_survives_a_walk_through_the_text(review: Review) -> None:
    window = review(bulletin())
    select(window, "San Rafael")
    cursor = window.text.textCursor()
    assert cursor.selectedText() == "San Rafael"
    cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor)
    window.text.setTextCursor(cursor)
    span = window.text.selected
    assert span is not None
    assert window.text.said(span) == "San Rafael"  # without the line's end behind it


def test_the_field_that_was_set_is_brought_into_sight(review: Review) -> None:
    window = review(doubtful())
    use(window, "Dear Minister Peña,", "salutation", "copies[0]")
    [form] = window.form.people[Role.COPY].forms
    assert form.salutation.visibleRegion().boundingRect().height() == form.salutation.height()
