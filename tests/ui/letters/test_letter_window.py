"""The letter's window: what is typed is kept, and the page beside it is the one that would print."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from tests.ui.kit import answer, press_in_box
from tests.ui.letters.conftest import CASES, TODAY, Evening, Watched, bulletin
from uadesk.base.jobs import finish
from uadesk.desk.bulletins import import_draft
from uadesk.desk.cases import save_shared_text, shared_text
from uadesk.desk.composing import LetterEdit
from uadesk.desk.drafting import draft_letters
from uadesk.desk.holding import held_rows
from uadesk.desk.letters import LetterGoneError, list_letters
from uadesk.desk.printing import print_letters
from uadesk.desk.steps import mark
from uadesk.desk.undoing import undo
from uadesk.desk.writing import correct_addressee, letter_view, save_letter
from uadesk.domain.bulletins import Stage
from uadesk.domain.letters import Channel, LetterStatus
from uadesk.store.errors import DiskFullError
from uadesk.ui.context import What
from uadesk.ui.dialogs.case_text import LetterTextDialog
from uadesk.ui.dialogs.send import SendDialog
from uadesk.ui.letter.conflict import ConflictDialog
from uadesk.ui.letter.others import OthersMenu
from uadesk.ui.letter.window import LetterWindow

Opener = Callable[..., LetterWindow]


@pytest.fixture
def opened(qtbot: QtBot, watched: Watched) -> Opener:
    """Opens the letter window and sees that it is closed."""

    def open_on(*idents: int, place: int = 0) -> LetterWindow:
        window = LetterWindow(watched.context, idents, place)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
        return window

    return open_on


def pixels(window: LetterWindow) -> QImage | None:
    return window.page_side.paper.page


def test_the_page_is_shown_before_anything_is_typed(qtbot: QtBot, evening: Evening, opened: Opener) -> None:
    window = opened(evening.draft()[0].ident)
    qtbot.waitUntil(lambda: pixels(window) is not None)
    assert window.heading.text() == "Amir Haddad to The Honourable Ana Núñez (34/25)"
    assert window.page_side.fits.text() == "Fits one page"


def test_what_is_typed_saves_itself_and_shows_on_the_page(qtbot: QtBot, evening: Evening, opened: Opener) -> None:
    letter = evening.draft()[0].ident
    window = opened(letter)
    qtbot.waitUntil(lambda: pixels(window) is not None)
    before = pixels(window)
    qtbot.keyClicks(window.form.words, "I am a nurse.")
    assert window.saved.text() == "Saving…"
    qtbot.waitUntil(lambda: window.saved.text() == "Saved")
    assert letter_view(evening.desk, letter).own_words == "I am a nurse."
    qtbot.waitUntil(lambda: pixels(window) != before)


def test_closing_keeps_what_was_typed_a_moment_ago(qtbot: QtBot, evening: Evening, opened: Opener) -> None:
    letter = evening.draft()[0].ident
    window = opened(letter)
    qtbot.keyClicks(window.form.words, "Typed just now.")
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    assert letter_view(evening.desk, letter).own_words == "Typed just now."


def test_leaving_a_field_saves(qtbot: QtBot, evening: Evening, opened: Opener) -> None:
    letter = evening.draft()[0].ident
    window = opened(letter)
    window.form.words.setFocus()
    qtbot.keyClicks(window.form.words, "Before the tab.")
    window.form.salutation.setFocus()
    assert letter_view(evening.desk, letter).own_words == "Before the tab."


def test_alt_and_arrows_go_to_the_neighbours(qtbot: QtBot, evening: Evening, opened: Opener) -> None:
    idents = [row.ident for row in evening.draft()]
    window = opened(*idents)
    assert window.place_words.text() == "1 of 3"
    assert not window.back.isEnabled()
    qtbot.keyClicks(window.form.words, "Mine.")
    qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: window.heading.text().startswith("Bertha Nguyen"))
    assert not window.form.words.toPlainText()
    assert letter_view(evening.desk, idents[0]).own_words == "Mine."
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: window.form.words.toPlainText() == "Mine.")


def test_the_last_letter_is_done(evening: Evening, opened: Opener) -> None:
    idents = [row.ident for row in evening.draft(writers=2)]
    window = opened(*idents)
    window.next_button.click()
    assert window.next_button.text() == "Done"
    window.next_button.click()
    assert not window.isVisible()


def test_an_address_is_for_this_letter_or_for_the_case(qtbot: QtBot, evening: Evening, opened: Opener) -> None:
    first, second, third = (row.ident for row in evening.draft())
    window = opened(first, second)
    assert not window.form.question.isVisible()
    window.form.recipient.selectAll()
    for line in ("Minister of Justice", "New Street 1", "Capital"):
        qtbot.keyClicks(window.form.recipient, line)
        qtbot.keyClick(window.form.recipient, Qt.Key.Key_Return)
    qtbot.keyClicks(window.form.recipient, "USA")
    assert window.form.question.isVisible()
    window.form.only_this.click()
    assert not window.form.only_this.isVisible()
    window.next_button.click()
    assert letter_view(evening.desk, first).recipient[1] == "New Street 1"
    assert letter_view(evening.desk, third).recipient[0] == "The Honourable Ana Núñez"
    window.form.salutation.selectAll()
    qtbot.keyClicks(window.form.salutation, "Dear Minister,")
    window.form.whole_case.click()
    assert not window.form.question.isVisible()
    assert letter_view(evening.desk, third).salutation == "Dear Minister,"


def test_a_letter_can_go_back_to_the_cases_address(qtbot: QtBot, evening: Evening, opened: Opener) -> None:
    letter = evening.draft()[0].ident
    window = opened(letter)
    qtbot.keyClicks(window.form.words, "Kept.")
    window.form.salutation.selectAll()
    qtbot.keyClicks(window.form.salutation, "Hello,")
    window.form.as_case.click()
    assert window.form.salutation.text() == "Dear Minister Núñez,"
    assert window.form.words.toPlainText() == "Kept."
    assert letter_view(evening.desk, letter).edit.salutation is None


def test_a_printed_letter_is_read_only_and_says_why(qtbot: QtBot, evening: Evening, opened: Opener) -> None:
    letter = evening.draft()[0].ident
    mark(evening.desk, [letter], LetterStatus.PRINTED)
    window = opened(letter)
    assert window.form.words.isReadOnly()
    assert window.form.fixed.isVisible()
    assert "printed" in window.form.fixed_words.text()
    qtbot.keyClicks(window.form.words, "Too late.")
    window.close()
    assert not letter_view(evening.desk, letter).own_words


def test_a_letter_by_hand_has_an_envelope_and_a_code(qtbot: QtBot, evening: Evening, opened: Opener) -> None:
    [row] = draft_letters(evening.desk, evening.cases[0], evening.people[:1], channel=Channel.HANDWRITTEN).done
    window = opened(row.ident)
    qtbot.waitUntil(lambda: pixels(window) is not None)
    page = pixels(window)
    assert page is not None
    assert page.width() > page.height()
    assert not window.form.words.isVisible()
    assert row.code in window.form.note.text()


def test_a_copy_carries_the_words_of_its_letter(evening: Evening, opened: Opener) -> None:
    _letter, copy = evening.draft(writers=1, copies=True)
    window = opened(copy.ident)
    assert not window.form.words.isVisible()
    assert not window.form.salutation.isVisible()


def test_what_cannot_print_is_said_in_the_pages_place(qtbot: QtBot, evening: Evening, opened: Opener) -> None:
    window = opened(evening.draft()[0].ident)
    window.form.words.setPlainText("My name is 字.")
    qtbot.waitUntil(lambda: "字" in window.page_side.paper.words)
    assert window.page_side.paper.page is None
    window.form.words.setPlainText("My name is Zi.")
    qtbot.waitUntil(lambda: window.page_side.paper.page is not None)


@pytest.mark.parametrize(("mine", "kept"), [(True, "Mine."), (False, "Theirs.")])
def test_two_versions_are_shown_and_the_person_chooses(
    qtbot: QtBot,
    evening: Evening,
    opened: Opener,
    monkeypatch: pytest.MonkeyPatch,
    mine: bool,
    kept: str,
) -> None:
    letter = evening.draft()[0].ident
    window = opened(letter)
    save_letter(evening.desk, letter, LetterEdit("Theirs."), letter_view(evening.desk, letter).version)
    seen: list[ConflictDialog] = []

    def choose(dialog: ConflictDialog) -> int:
        seen.append(dialog)
        assert "Mine." in dialog.mine.toPlainText()
        assert "Theirs." in dialog.other.toPlainText()
        return int(dialog.DialogCode.Accepted if mine else dialog.DialogCode.Rejected)

    monkeypatch.setattr(ConflictDialog, "exec", choose)
    qtbot.keyClicks(window.form.words, "Mine.")
    window.close()
    assert len(seen) == 1
    assert not window.isVisible()
    assert letter_view(evening.desk, letter).own_words == kept


def test_an_address_corrected_while_words_are_typed_is_the_one_that_is_kept(
    evening: Evening, opened: Opener, qtbot: QtBot
) -> None:
    first, second = (row.ident for row in evening.draft(writers=2))
    window = opened(first)
    qtbot.keyClicks(window.form.words, "I am a nurse.")
    other = letter_view(evening.desk, second)
    lines = (*other.recipient[:1], "9 New Street", *other.recipient[2:])
    correct_addressee(evening.desk, second, replace(other.edit, recipient=lines), other.version)
    assert window.keeper is not None
    assert window.keeper.save()
    kept = letter_view(evening.desk, first)
    assert (kept.own_words, kept.recipient, kept.edit.recipient) == ("I am a nurse.", lines, None)
    assert window.form.recipient.lines == lines
    assert window.form.words.toPlainText() == "I am a nurse."
    window.close()


def test_keeping_mine_keeps_what_was_typed_and_no_address_that_holds_no_more(
    evening: Evening, opened: Opener, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    [row] = evening.draft(writers=1)
    window = opened(row.ident)
    monkeypatch.setattr(ConflictDialog, "exec", lambda dialog: int(dialog.DialogCode.Accepted))
    qtbot.keyClicks(window.form.words, "I am a nurse.")
    before = letter_view(evening.desk, row.ident)
    lines = (*before.recipient[:1], "9 New Street", *before.recipient[2:])
    save_letter(evening.desk, row.ident, LetterEdit("Theirs.", recipient=lines), before.version)
    window.close()
    kept = letter_view(evening.desk, row.ident)
    assert (kept.own_words, kept.recipient) == ("I am a nurse.", lines)
    assert kept.edit.salutation is None


def printed_while_typing(qtbot: QtBot, evening: Evening, window: LetterWindow, letter: int) -> None:
    """Something is typed; before it is saved, the letter is printed elsewhere."""
    qtbot.keyClicks(window.form.words, "I am a nurse.")
    mark(evening.desk, [letter], LetterStatus.PRINTED)
    qtbot.waitUntil(window.form.words.isReadOnly)


def test_what_was_typed_while_the_letter_was_printed_stays_to_be_copied(
    qtbot: QtBot, evening: Evening, opened: Opener, watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ConflictDialog, "exec", lambda _dialog: pytest.fail("there is nothing to choose"))
    QGuiApplication.clipboard().clear()
    [row] = evening.draft(writers=1)
    window = opened(row.ident)
    printed_while_typing(qtbot, evening, window, row.ident)
    assert window.form.words.toPlainText() == "I am a nurse."
    flags = window.form.words.textInteractionFlags()
    assert flags & Qt.TextInteractionFlag.TextSelectableByMouse
    assert flags & Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert f"Letter {row.code} is printed" in window.saved.text()
    assert window.form.unsaved_words.isVisible()
    window.form.copy_button.click()
    assert QGuiApplication.clipboard().text() == "I am a nurse."
    window.close()
    assert not window.isVisible()
    assert not letter_view(evening.desk, row.ident).own_words
    assert watched.told.notices[-1][0] == "What was typed last could not be saved; it is in the clipboard."


def test_closing_a_letter_that_was_printed_meanwhile_first_says_so(
    qtbot: QtBot, evening: Evening, opened: Opener
) -> None:
    QGuiApplication.clipboard().clear()
    [row] = evening.draft(writers=1)
    window = opened(row.ident)
    qtbot.keyClicks(window.form.words, "I am a nurse.")
    mark(evening.desk, [row.ident], LetterStatus.PRINTED)
    window.close()
    assert window.isVisible()
    assert window.form.words.toPlainText() == "I am a nurse."
    window.close()
    assert not window.isVisible()
    assert QGuiApplication.clipboard().text() == "I am a nurse."


def test_what_was_typed_too_late_can_be_kept_once_the_step_is_taken_back(
    qtbot: QtBot, evening: Evening, opened: Opener, watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ConflictDialog, "exec", lambda dialog: int(dialog.DialogCode.Accepted))
    [row] = evening.draft(writers=1)
    window = opened(row.ident)
    printed_while_typing(qtbot, evening, window, row.ident)
    undo(evening.desk)
    watched.context.tell_change(What.LETTERS)
    assert not window.form.words.isReadOnly()
    assert letter_view(evening.desk, row.ident).own_words == "I am a nurse."
    assert not window.form.unsaved_words.isVisible()


def test_a_letter_that_can_never_be_saved_can_be_closed_and_its_words_are_in_the_clipboard(
    qtbot: QtBot, evening: Evening, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_values: object) -> int:
        raise DiskFullError(Path("/there"))

    QGuiApplication.clipboard().clear()
    window = opened(evening.draft()[0].ident)
    monkeypatch.setattr("uadesk.ui.letter.saving.save_letter", full)
    qtbot.keyClicks(window.form.words, "I am a nurse.")
    window.close()
    assert window.isVisible()
    answer(QMessageBox, press_in_box("Go on here"))
    window.close()
    assert window.isVisible()
    answer(QMessageBox, press_in_box("Close without saving"))
    window.close()
    assert not window.isVisible()
    assert QGuiApplication.clipboard().text() == "I am a nurse."


def test_undo_elsewhere_shows_here(qtbot: QtBot, evening: Evening, opened: Opener, watched: Watched) -> None:
    letter = evening.draft()[0].ident
    window = opened(letter)
    save_letter(evening.desk, letter, LetterEdit("From elsewhere."), letter_view(evening.desk, letter).version)
    watched.context.tell_change(What.LETTERS)
    assert window.form.words.toPlainText() == "From elsewhere."


def test_a_letter_whose_drafting_is_undone_closes_and_says_so(
    evening: Evening, opened: Opener, watched: Watched
) -> None:
    window = opened(evening.draft()[0].ident)
    undo(evening.desk)
    watched.context.tell_change(What.LETTERS)
    assert not window.isVisible()
    assert [type(error) for error in watched.told.troubles] == [LetterGoneError]


def test_a_letter_of_the_list_that_is_gone_leaves_the_list_and_the_shown_one_stays(
    evening: Evening, opened: Opener, watched: Watched
) -> None:
    first = evening.draft(0, 1)[0].ident
    window = opened(first, evening.draft(1, 1)[0].ident)
    undo(evening.desk)
    window.on.click()
    assert [type(error) for error in watched.told.troubles] == [LetterGoneError]
    assert window.keeper is not None
    assert window.keeper.ident == first
    assert window.next_button.text() == "Done"
    assert window.heading.text() == "Amir Haddad to The Honourable Ana Núñez (34/25)"


def test_a_window_on_a_letter_that_is_gone_shows_the_next_or_closes(
    qtbot: QtBot, evening: Evening, opened: Opener, watched: Watched
) -> None:
    there = evening.draft(0, 1)[0].ident
    gone = evening.draft(1, 1)[0].ident
    undo(evening.desk)
    window = opened(gone, there)
    assert window.keeper is not None
    assert window.keeper.ident == there
    window.close()
    empty = LetterWindow(watched.context, [gone])
    with qtbot.waitSignal(empty.closed):
        empty.show()


def test_nobody_waits_for_another_thread_that_writes(qtbot: QtBot, evening: Evening, opened: Opener) -> None:
    letter = evening.draft()[0].ident
    window = opened(letter)
    qtbot.keyClicks(window.form.words, "I am a nurse.")
    assert window.keeper is not None
    began, done = Event(), Event()

    def write() -> None:
        with evening.desk.store.writing(""):
            began.set()
            assert done.wait(20)

    other = Thread(target=write)
    other.start()
    assert began.wait(20)
    window.keeper._timer.timeout.emit()
    assert not window.keeper.is_saved
    done.set()
    other.join()
    qtbot.waitUntil(lambda: window.saved.text() == "Saved")
    assert letter_view(evening.desk, letter).own_words == "I am a nurse."


def test_what_was_chosen_too_late_is_kept_like_what_was_typed(qtbot: QtBot, evening: Evening, opened: Opener) -> None:
    letter = evening.draft()[0].ident
    window = opened(letter)
    mark(evening.desk, [letter], LetterStatus.PRINTED)
    window.form.from_where.setCurrentIndex(3)
    window.form.country.set_code("CA")
    assert window.keeper is not None
    assert not window.keeper.save()
    window.close()
    assert QGuiApplication.clipboard().text() == "Country: Canada\nReturn address: no address"


def test_an_address_for_the_whole_case_is_told_to_every_page(
    evening: Evening, opened: Opener, watched: Watched
) -> None:
    mark(evening.desk, [row.ident for row in evening.draft(0, 2)], LetterStatus.PRINTED)
    window = opened(evening.draft(0, 3)[0].ident)
    heard: list[object] = []
    watched.context.changed.connect(heard.append)
    window.form.recipient.setPlainText("The Honourable Ana Núñez\nMinister of Justice\n99 New Street\nUSA")
    window.form.whole_case.click()
    assert heard == [frozenset({What.LETTERS, What.CASES, What.EVENING})]
    assert len(held_rows(evening.desk)) == 2


def test_what_could_not_be_done_for_the_whole_case_is_no_word_on_saving(
    evening: Evening, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened(evening.draft()[0].ident)

    def refuse(*_given: object) -> int:
        raise DiskFullError(evening.desk.home.database)

    monkeypatch.setattr("uadesk.ui.letter.saving.correct_addressee", refuse)
    window.form.recipient.setPlainText("The Honourable Ana Núñez\n99 New Street\nUSA")
    window.form.whole_case.click()
    assert window.keeper is not None
    assert window.keeper.is_saved
    assert "Not saved" not in window.saved.text()
    assert "disk" in window.saved.text()


def test_a_held_draft_is_not_seen_but_decided_on(evening: Evening, opened: Opener, watched: Watched) -> None:
    first, second, _third = (row.ident for row in evening.draft())
    view = letter_view(evening.desk, first)
    own = replace(view.shown, own_text=replace(view.shared, subject="Mine"))
    save_letter(evening.desk, first, own, view.version, view.shown)
    update = replace(bulletin(CASES[0], Stage.UPDATE, TODAY - timedelta(1)), demands=("Let a doctor see them;",))
    import_draft(evening.desk, update)
    window = opened(first, second)
    assert window.form.news.isVisible()
    assert not window.form.news.seen_button.isVisible()
    window.on.click()
    assert window.form.news.seen_button.isVisible()


def test_typing_into_a_letter_that_is_gone_hinders_nobody_from_closing(
    qtbot: QtBot, evening: Evening, opened: Opener
) -> None:
    window = opened(evening.draft()[0].ident)
    undo(evening.desk)
    qtbot.keyClicks(window.form.words, "Too late.")
    qtbot.waitUntil(lambda: window.saved.text().startswith("Not saved"))
    window.close()
    assert not window.isVisible()


def test_a_long_letter_says_that_it_takes_two_pages(qtbot: QtBot, evening: Evening, opened: Opener) -> None:
    window = opened(evening.draft()[0].ident)
    window.form.words.setPlainText("\n".join(f"Line {line} of many." for line in range(80)))
    qtbot.waitUntil(lambda: "pages" in window.page_side.fits.text())
    first = pixels(window)
    window.page_side.turn_button.click()
    qtbot.waitUntil(lambda: pixels(window) != first)
    assert window.page_side.turn_button.text().startswith("Page 2 of")


def test_the_demands_are_a_checklist_and_what_is_ticked_stands_in_the_letter(
    qtbot: QtBot, evening: Evening, opened: Opener
) -> None:
    letter = evening.draft()[0].ident
    window = opened(letter)
    rows = window.form.asked.rows
    assert [row.demand for row in rows] == ["release all who are held;", "let their families visit."]
    assert not window.form.asked.departs.isVisible()
    rows[0].box.click()
    assert window.form.asked.departs.isVisible()
    qtbot.waitUntil(lambda: window.saved.text() == "Saved")
    piece = finish(print_letters(evening.desk, [letter])).pieces[0]
    assert piece.text is not None
    assert piece.text.demands == ("I urge the government of USA to let their families visit.",)
    rows[0].box.click()
    window.close()
    assert letter_view(evening.desk, letter).edit.own_text is None


def test_what_the_writer_says_already_is_noticed(qtbot: QtBot, evening: Evening, opened: Opener) -> None:
    window = opened(evening.draft()[0].ident)
    qtbot.keyClicks(window.form.words, "Please let the families visit them.")
    assert [row.said.isVisible() for row in window.form.asked.rows] == [False, True]


def change_text(window: LetterWindow, subject: str, *, for_all: bool) -> None:
    """Change the subject in the window that the letter's button opens."""

    def change(dialog: LetterTextDialog) -> None:
        dialog.subject.setText(subject)
        (dialog.all_button if for_all else dialog.ok).click()

    answer(LetterTextDialog, change)
    window.form.asked.change.click()


def subjects(evening: Evening) -> list[str]:
    """The subject of each draft by the case's order of making."""
    pieces = finish(print_letters(evening.desk, sorted(row.ident for row in list_letters(evening.desk)))).pieces
    return [piece.text.subject for piece in pieces if piece.text is not None]


def test_a_text_for_all_takes_the_place_of_the_letters_own(qtbot: QtBot, evening: Evening, opened: Opener) -> None:
    letter = evening.draft()[0].ident
    window = opened(letter)
    change_text(window, "Only mine", for_all=False)
    assert window.form.asked.departs.isVisible()
    change_text(window, "For everybody", for_all=True)
    assert not window.form.asked.departs.isVisible()
    qtbot.keyClicks(window.form.words, "I am a nurse.")
    window.close()
    assert letter_view(evening.desk, letter).edit.own_text is None
    assert [subject.split(" (")[0] for subject in subjects(evening)] == ["For everybody"] * 3


def test_a_text_that_was_saved_elsewhere_is_shown_beside_what_was_typed(evening: Evening, opened: Opener) -> None:
    window = opened(evening.draft()[0].ident)
    desk, case = evening.desk, evening.cases[0]

    def change(dialog: LetterTextDialog) -> None:
        text = shared_text(desk, case)
        save_shared_text(desk, case, replace(text.shared, subject="From elsewhere"), text.version)
        dialog.subject.setText("Typed here")
        dialog.all_button.click()
        assert "From elsewhere\n" in dialog.trouble.text()
        dialog.all_button.click()

    answer(LetterTextDialog, change)
    window.form.asked.change.click()
    assert shared_text(desk, case).shared.subject == "Typed here"


def test_a_letter_departs_alone_and_a_change_for_all_leaves_it(qtbot: QtBot, evening: Evening, opened: Opener) -> None:
    first, second, third = (row.ident for row in evening.draft())
    window = opened(first, second)
    change_text(window, "Only mine", for_all=False)
    window.on.click()
    assert not window.form.asked.departs.isVisible()
    change_text(window, "For everybody", for_all=True)
    window.close()
    said = subjects(evening)
    assert [subject.split(" (")[0] for subject in said] == ["Only mine", "For everybody", "For everybody"]
    assert letter_view(evening.desk, third).edit.own_text is None
    again = opened(first)
    again.form.asked.back.click()
    again.close()
    assert subjects(evening)[0].startswith("For everybody")


def test_the_meter_fills_with_the_page(qtbot: QtBot, evening: Evening, opened: Opener) -> None:
    window = opened(evening.draft()[0].ident)
    qtbot.waitUntil(lambda: window.page_side.meter.filled > 0)
    before = window.page_side.meter.filled
    window.form.words.setPlainText("\n".join(f"Line {line} of a few." for line in range(14)))
    qtbot.waitUntil(lambda: window.page_side.meter.filled > before)


def test_the_same_again_for_another_person_comes_next_without_the_own_words(
    qtbot: QtBot, evening: Evening, opened: Opener, watched: Watched
) -> None:
    [first] = evening.draft(writers=1)
    window = opened(first.ident)
    qtbot.keyClicks(window.form.words, "I am a nurse.")
    window.show_others()
    [menu] = window.findChildren(OthersMenu)
    assert [each.text() for each in menu.actions()] == ["Bertha Nguyen", "Zoë Łukaszewicz"]
    menu.actions()[0].trigger()
    menu.close()
    assert window.place_words.text() == "1 of 2"
    window.on.click()
    assert window.heading.text().startswith("Bertha Nguyen to")
    assert window.form.words.toPlainText() == ""
    assert watched.told.notices[-1] == ("Bertha Nguyen has the same letter now, without your words.", True)


def test_what_a_later_bulletin_changed_stands_above_the_letter_until_it_was_seen(
    qtbot: QtBot, evening: Evening, opened: Opener
) -> None:
    letter = evening.draft()[0].ident
    update = replace(bulletin(CASES[0], Stage.UPDATE, TODAY - timedelta(1)), demands=("Let a doctor see them;",))
    import_draft(evening.desk, update)
    window = opened(letter)
    news = window.form.news
    assert news.heading.text() == "New since this letter was begun: Update of 2 June 2025"
    assert "Asked now: let a doctor see them" in news.words.text()
    news.seen_button.click()
    assert not news.isVisible()
    assert not opened(letter).form.news.isVisible()


def test_a_letter_by_email_is_sent_from_here_with_what_was_just_typed(
    qtbot: QtBot, evening: Evening, opened: Opener
) -> None:
    drafted = draft_letters(evening.desk, evening.cases[0], evening.people[:1], channel=Channel.EMAIL)
    window = opened(drafted.done[0].ident)
    qtbot.keyClicks(window.form.words, "I am a nurse.")
    assert window.print_button.text() == "Send…"
    window.print_button.click()
    [sending] = window.findChildren(SendDialog)
    assert "I am a nurse." in sending.email.text.toPlainText()
    sending.sent_button.click()
    assert [letter.status for letter in list_letters(evening.desk)] == [LetterStatus.SENT]
    assert not window.form.words.isEnabled() or window.form.words.isReadOnly()
