"""The keyboard goes round: first names only, one's own letters only, and back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.letters.conftest import NAMES, Evening, Watched
from uadesk.desk.drafting import draft_letters
from uadesk.desk.steps import mark
from uadesk.desk.writers import writers_tonight
from uadesk.desk.writing import letter_view
from uadesk.domain.letters import Channel, LetterStatus
from uadesk.ui.hand_over import HandOver


@pytest.fixture
def hidden(qtbot: QtBot) -> QWidget:
    """The window with everybody's lists."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def handed(qtbot: QtBot, evening: Evening, watched: Watched, hidden: QWidget) -> HandOver:
    """All three have two letters, and the keyboard is handed over."""
    evening.draft(0, copies=True)
    evening.draft(1)
    window = HandOver(watched.context)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(window)
    window.start()
    return window


def shown_words(window: QWidget) -> str:
    """All that can be read in a window just now."""
    seen = [each.text() for each in window.findChildren(QLabel) if each.isVisible()]
    seen += [each.text() for each in window.findChildren(QPushButton) if each.isVisible()]
    seen += [each.toPlainText() for each in window.findChildren(QPlainTextEdit) if each.isVisible()]
    return "\n".join(seen)


def test_only_first_names_are_seen(handed: HandOver, hidden: QWidget) -> None:
    assert not hidden.isVisible()
    assert [each.text() for each in handed.names.buttons] == ["Amir\n2 letters", "Bertha\n2 letters", "Zoë\n2 letters"]
    words = shown_words(handed)
    assert not any(last in words for last in ("Haddad", "Nguyen", "Łukaszewicz", "Maple Street"))


def test_a_writer_sees_own_letters_and_nobody_elses(handed: HandOver) -> None:
    handed.names.buttons[1].click()
    letters = handed.letters
    assert letters is not None
    assert letters.heading.text() == "Bertha Nguyen to The Honourable Ana Núñez (34/25)"
    assert letters.place_words.text() == "1 of 2"
    words = shown_words(handed)
    assert not any(name in words for name in (NAMES[0], NAMES[2]))
    assert not any(word in words for word in ("Print", "Same again"))


def test_done_keeps_what_was_typed_and_goes_back_to_the_names(qtbot: QtBot, handed: HandOver, evening: Evening) -> None:
    handed.names.buttons[0].click()
    letters = handed.letters
    assert letters is not None
    qtbot.keyClicks(letters.form.words, "I am a nurse.")
    letters.next_button.click()
    assert letters.next_button.text() == "Done, next person"
    letters.next_button.click()
    assert handed.stack.currentWidget() is handed.names
    assert handed.names.buttons[0].text() == "Amir\n2 letters, 1 written"
    assert [letter_view(evening.desk, ident).own_words for ident in writers_tonight(evening.desk)[0].letters] == [
        "I am a nurse.",
        "",
    ]


def test_a_writer_can_stop_before_the_last_letter(qtbot: QtBot, handed: HandOver, evening: Evening) -> None:
    handed.names.buttons[0].click()
    assert handed.letters is not None
    qtbot.keyClicks(handed.letters.form.words, "I am a nurse.")
    handed.letters.finish_button.click()
    assert handed.stack.currentWidget() is handed.names
    assert writers_tonight(evening.desk)[0].written == 1


def test_what_came_too_late_to_be_saved_is_said_to_the_writer(qtbot: QtBot, handed: HandOver, evening: Evening) -> None:
    handed.names.buttons[0].click()
    assert handed.letters is not None
    qtbot.keyClicks(handed.letters.form.words, "I am a nurse.")
    mark(evening.desk, [writers_tonight(evening.desk)[0].letters[0]], LetterStatus.PRINTED)
    for _press in range(2):  # the first one shows that the letter is printed by now
        handed.letters.finish_button.click()
    assert handed.stack.currentWidget() is handed.names
    assert "could not be saved; it is in the clipboard" in shown_words(handed)
    handed.names.buttons[1].click()
    handed.letters.close()
    assert "clipboard" not in shown_words(handed)


def test_the_address_a_writer_corrects_is_for_that_letter_alone(qtbot: QtBot, handed: HandOver) -> None:
    handed.names.buttons[0].click()
    letters = handed.letters
    assert letters is not None
    letters.form.salutation.clear()
    qtbot.keyClicks(letters.form.salutation, "Dear Madam,")
    assert letters.form.question.isVisible()
    assert not letters.form.whole_case.isVisible()


def test_leaving_brings_the_evening_back(handed: HandOver, hidden: QWidget) -> None:
    handed.names.buttons[2].click()
    handed.close()
    assert not handed.isVisible()
    assert hidden.isVisible()


def test_letters_by_hand_have_nothing_to_type(evening: Evening) -> None:
    draft_letters(
        evening.desk, evening.cases[0], evening.people[:1], channel=Channel.HANDWRITTEN, evening=evening.desk.today
    )
    assert writers_tonight(evening.desk) == ()
