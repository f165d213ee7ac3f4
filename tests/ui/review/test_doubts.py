"""From doubt to doubt by keys, and all accepted at once where none is left."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.ui.kit import TEXT, bulletin, doubtful, press
from uadesk.domain.bulletins import BulletinDraft
from uadesk.domain.texts import Check, Level
from uadesk.ui.review.addressee_form import AddresseeForm, AddresseeList
from uadesk.ui.review.doubts import Doubts
from uadesk.ui.review.form import DraftForm
from uadesk.ui.review.window import ReviewWindow

Review = Callable[[BulletinDraft], ReviewWindow]
SALUTATION = Check("targets[0].salutation", Level.UNCERTAIN, "hidden_characters")


@pytest.fixture
def stored() -> list[BulletinDraft]:
    return []


@pytest.fixture
def review(qtbot: QtBot, stored: list[BulletinDraft]) -> Review:
    def open_review(draft: BulletinDraft) -> ReviewWindow:
        window = ReviewWindow(draft, stored.append)
        qtbot.addWidget(window, before_close_func=lambda each: setattr(each, "_touched", False))
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return open_review


class Moves(QObject):
    """Notes which large parts of a review were given another parent."""

    def __init__(self) -> None:
        super().__init__()
        self.moved: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        large = isinstance(watched, DraftForm | AddresseeForm | AddresseeList | Doubts)
        if event.type() == QEvent.Type.ParentChange and large:
            self.moved.append(type(watched).__name__)
        return False


def three() -> BulletinDraft:
    return bulletin(checks=(SALUTATION, *doubtful().checks))


def card_of(window: ReviewWindow) -> int:
    """Which card has the focus."""
    [place] = [place for place, card in enumerate(window.doubts.cards) if card.isAncestorOf(window.focusWidget())]
    return place


def focused(window: ReviewWindow) -> QWidget:
    found = window.focusWidget()
    assert found is not None
    return found


def test_the_first_doubt_is_looked_at_first_and_its_words_are_marked(review: Review) -> None:
    window = review(three())
    assert card_of(window) == 0
    assert [TEXT[start:end] for start, end in window.text.marked] == ["Dear Minister Peña,"]


@pytest.mark.parametrize(
    ("forth", "back", "held"),
    [
        (Qt.Key.Key_F8, Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_keys_walk_round_the_doubts(
    review: Review, qtbot: QtBot, forth: Qt.Key, back: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    window = review(three())
    seen = []
    for _step in range(3):
        qtbot.keyClick(focused(window), forth, held)
        seen.append(card_of(window))
    assert seen == [1, 2, 0]
    backwards = Qt.KeyboardModifier.ShiftModifier if back is Qt.Key.Key_F8 else held
    qtbot.keyClick(focused(window), back, backwards)
    assert card_of(window) == 2


def test_from_a_field_the_key_leads_to_the_doubt_after_the_last_one(review: Review, qtbot: QtBot) -> None:
    window = review(three())
    window.form.case_title.setFocus()
    qtbot.keyClick(window.form.case_title, Qt.Key.Key_F8)
    assert card_of(window) == 1


def test_in_an_editor_the_arrows_move_the_cursor(review: Review, qtbot: QtBot) -> None:
    window = review(three())
    window.form.case_title.setFocus()
    qtbot.keyClick(window.form.case_title, Qt.Key.Key_Down)
    assert window.focusWidget() is window.form.case_title


def test_alt_down_still_opens_a_list(review: Review, qtbot: QtBot) -> None:
    window = review(three())
    window.form.stage.setFocus()
    qtbot.keyClick(window.form.stage, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert window.form.stage.view().isVisible()
    window.form.stage.hidePopup()


def test_an_answer_leads_to_the_next_doubt_and_the_last_one_to_save(review: Review, qtbot: QtBot) -> None:
    window = review(three())
    for left in (2, 1, 0):
        qtbot.keyClick(focused(window), Qt.Key.Key_Space)
        assert len(window.doubts.open) == left
    assert window.focusWidget() is window.save_button


def test_all_is_accepted_at_once_only_when_no_doubt_is_left(
    review: Review, qtbot: QtBot, stored: list[BulletinDraft]
) -> None:
    window = review(three())
    assert not window.all_right.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert stored == []
    for card in list(window.doubts.cards):
        card.findChildren(QPushButton)[0].click()
    assert window.all_right.isVisible()
    press(window, "Everything is right")
    assert [draft.checks for draft in stored] == [()]
    assert not window.isVisible()


def test_what_cannot_be_saved_is_not_accepted_at_once(review: Review) -> None:
    window = review(bulletin())
    window.form.number.setText("abc")
    assert not window.all_right.button.isEnabled()


def test_two_doubts_that_say_the_same_are_one_card_and_one_answer(review: Review, qtbot: QtBot) -> None:
    story = {"printed": "Costa Rica"}
    fields = ("country", "country_code")
    checks = tuple(Check(field, Level.UNCERTAIN, "country_from_story", story) for field in fields)
    window = review(bulletin(checks=checks))
    assert (len(window.doubts.cards), window.count.text()) == (1, "1 thing to look at")
    window.form.country.setText("Nicaragua")
    assert [each.field for each in window.doubts.open] == ["country_code"]
    window.doubts.cards[0].confirm.click()
    assert window.draft.checks == ()


def test_what_decides_on_the_case_is_asked_first_and_people_are_called_by_their_names(review: Review) -> None:
    number = Check("ua_number", Level.MISSING, "no_number")
    window = review(bulletin(checks=(*doubtful().checks, SALUTATION, number)))
    fields = [each.field for each in window.doubts.open]
    assert fields == ["ua_number", "targets[0].salutation", "copies[0].country_code", "copies[0].salutation"]
    said = [card.confirm.accessibleName() for card in window.doubts.cards]
    assert "Ana Peña" in said[1]
    assert "Luis Mora" in said[3]


def test_a_look_at_a_field_brings_it_to_where_its_neighbours_are_seen_too(review: Review) -> None:
    window = review(doubtful())
    press(window.doubts.cards[1], "Fill in")
    field = focused(window)
    area = window.findChildren(QScrollArea)[-1]
    assert field.accessibleName() == "Salutation"
    place = field.mapTo(area.viewport(), field.rect().topLeft()).y()
    assert 0 < place < area.viewport().height() * 2 // 3


def test_a_form_is_never_moved_to_another_parent(review: Review, qapp: QApplication) -> None:
    """Each such move styles all its fields anew, which took longer than all the rest."""
    watch = Moves()
    qapp.installEventFilter(watch)
    review(doubtful())
    qapp.removeEventFilter(watch)
    assert watch.moved == []
