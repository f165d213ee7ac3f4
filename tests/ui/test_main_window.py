"""The window as a whole: it opens before its desk, leads bulletins in, undoes, and remembers where it stood."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from tests.ui.kit import TEXT, TODAY, Gate, answer, bulletin, group, outcome, press, press_in_box
from uadesk.base.clock import fixed_clock
from uadesk.base.folders import Home
from uadesk.base.jobs import Job, Progress
from uadesk.base.logs import log_to
from uadesk.base.settings import Settings, load_settings
from uadesk.desk.arrivals import Arrival, Readings
from uadesk.desk.backups import back_up
from uadesk.desk.bulletins import correct, stored_draft
from uadesk.desk.cases import case_view, list_cases
from uadesk.desk.desk import Desk, HomeNotWritableError, open_desk
from uadesk.desk.drafting import draft_letters
from uadesk.desk.evenings import set_here
from uadesk.desk.groups import save_group
from uadesk.desk.letters import list_letters
from uadesk.desk.members import add_member, list_members, remove_member
from uadesk.desk.source_files import SourceFile
from uadesk.desk.steps import mark
from uadesk.desk.writing import letter_view
from uadesk.domain.letters import LetterStatus
from uadesk.domain.people import Person
from uadesk.domain.texts import Text
from uadesk.ui.context import EVERYTHING, What
from uadesk.ui.course import JobOrder
from uadesk.ui.crash import FaultWatch
from uadesk.ui.dialogs.help import AboutDialog, KeysDialog, ManualDialog
from uadesk.ui.dialogs.pull import PullDialog
from uadesk.ui.letter.window import LetterWindow
from uadesk.ui.main_window import MainWindow
from uadesk.ui.pages.urgent_actions import UrgentActionsPage
from uadesk.ui.review.window import ReviewWindow

Opener = Callable[[], Desk]


@pytest.fixture
def make_window(home: Home, qtbot: QtBot) -> Iterator[Callable[..., MainWindow]]:
    """Makes a main window on the desk of `home`, not opened yet."""
    made: list[MainWindow] = []

    def make(opens: Opener | None = None, **settings: object) -> MainWindow:
        clock = fixed_clock(TODAY)
        asked = replace(Settings(page="members"), **settings)  # type: ignore[arg-type]  # the caller names settings
        window = MainWindow(opens or (lambda: open_desk(home, clock)), home, asked, clock)
        window.furnish()
        window.show()
        made.append(window)
        return window

    yield make
    for window in made:
        if window.incoming is not None:
            window.incoming.arrivals.forget()  # else the closing window asks about those that wait
        window.close()
        window.deleteLater()


@pytest.fixture
def window(make_window: Callable[..., MainWindow], full_desk: Desk) -> MainWindow:
    """A window on the full desk; what it does by itself at the start is over."""
    made = make_window(lambda: full_desk)
    made.attach(full_desk)
    QApplication.processEvents()
    return made


@pytest.fixture(autouse=True)
def _no_reading_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """The window warms the process that reads files; these tests need none."""
    monkeypatch.setattr("uadesk.reading.reader.BulletinReader.warm", lambda _reader: None)


def review_of(window: MainWindow) -> ReviewWindow:
    found = [each for each in window.findChildren(ReviewWindow) if each.isVisible()]
    assert found
    return found[0]


def take(window: MainWindow, *drafts: object) -> None:
    """Bulletins have been read, each from a file of its own."""
    assert window.incoming is not None
    files = tuple(
        Arrival(draft, SourceFile(f"{place}.txt", str(place).encode()))  # type: ignore[arg-type]  # a draft each
        for place, draft in enumerate(drafts)
    )
    window.incoming._take(Readings(files, ()))


def test_it_stands_before_any_desk_is_open(make_window: Callable[..., MainWindow], home: Home) -> None:
    window = make_window()
    assert window.isVisible()
    assert not home.database.exists()
    assert not window.menus.actions["read"].isEnabled()
    assert window.menus.actions["keys"].isEnabled()


def test_the_first_run_asks_for_the_group_and_leads_in(
    make_window: Callable[..., MainWindow], qtbot: QtBot, home: Home
) -> None:
    window = make_window()
    with qtbot.waitSignal(window.attached, timeout=20_000):
        window.open_own_desk()
    assert window.stack.page() is None
    assert not window.side.buttons["letters"].isEnabled()
    window._take_group(group())
    page = window.stack.page()
    assert page is not None
    assert page.key == "members"
    assert "Group 9" in window.status.group.text()


def test_on_a_new_computer_a_backup_can_be_put_back_at_once(
    make_window: Callable[..., MainWindow],
    qtbot: QtBot,
    home: Home,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    elsewhere = open_desk(Home(tmp_path / "elsewhere"), fixed_clock(TODAY))
    save_group(elsewhere, group())
    backup = back_up(elsewhere, tmp_path / "carried.sqlite")
    elsewhere.close()
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getOpenFileName", lambda *_a: (str(backup), ""))
    window = make_window()
    assert not window.menus.actions["restore"].isEnabled()
    with qtbot.waitSignal(window.attached, timeout=20_000):
        window.open_own_desk()
    assert any("backup" in label.text() for label in window.stack.findChildren(QLabel))
    with qtbot.waitSignal(window.attached, timeout=20_000):
        window.menus.actions["restore"].trigger()
    assert "Group 9" in window.status.group.text()
    assert window.stack.page() is not None


def test_a_desk_that_cannot_be_opened_is_said_with_a_way_on(
    make_window: Callable[..., MainWindow], qtbot: QtBot, bare_desk: Desk
) -> None:
    tries = [HomeNotWritableError("/there", "read-only")]

    def opens() -> Desk:
        if tries:
            raise tries.pop()
        return bare_desk

    window = make_window(opens)
    window.open_own_desk()
    assert not window.menus.actions["restore"].isEnabled()
    qtbot.waitUntil(lambda: any("/there" in label.text() for label in window.stack.findChildren(QLabel)))
    assert window.menus.actions["restore"].isEnabled()
    with qtbot.waitSignal(window.attached):
        press(window.stack, "Try again")
    assert window.stack.page() is not None


def test_pages_are_built_when_they_are_seen_and_follow_the_keys(window: MainWindow) -> None:
    assert list(window.stack._pages) == ["members"]
    window.menus.actions["page_cases"].trigger()
    page = window.stack.page()
    assert page is not None
    assert page.key == "cases"
    assert window.side.buttons["cases"].isChecked()


def test_undo_names_the_act_and_takes_it_back(window: MainWindow, full_desk: Desk) -> None:
    assert window.context is not None
    ident = next(iter(list_members(full_desk))).ident
    with window.context.acting(*EVERYTHING, said="Removed."):
        remove_member(full_desk, ident)
    assert window.menus.actions["undo"].text() == "&Undo: Remove a person"
    assert window.notice.undo.isVisible()
    press(window.notice, "Undo")
    assert len(list_members(full_desk)) == 3
    assert window.notice.text.text() == "Taken back: Remove a person"
    window.menus.actions["redo"].trigger()
    assert len(list_members(full_desk)) == 2


def test_a_notice_takes_back_nothing_but_what_it_told_of(window: MainWindow, full_desk: Desk) -> None:
    assert window.context is not None
    first, second, _third = (row.ident for row in list_members(full_desk))
    with window.context.acting(*EVERYTHING, said="Removed."):
        remove_member(full_desk, first)
    set_here(full_desk, second, True)
    press(window.notice, "Undo")
    assert len(list_members(full_desk)) == 2
    assert "“Tick who came” came after it" in window.notice.text.text()
    assert not window.notice.undo.isVisible()


def test_nobody_works_in_a_window_while_a_great_act_is_taken_back(
    window: MainWindow, full_desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("uadesk.ui.context.FEW_CHANGES", 0)
    remove_member(full_desk, next(iter(list_members(full_desk))).ident)
    qtbot.waitUntil(lambda: not window.jobs.is_busy)
    window.menus.actions["undo"].trigger()
    alone = window.job_progress.alone
    assert alone is not None
    assert alone.isVisible()
    assert QApplication.activeModalWidget() is alone
    qtbot.waitUntil(lambda: window.job_progress.alone is None)
    assert QApplication.activeModalWidget() is None
    assert window.notice.text.text() == "Taken back: Remove a person"
    assert len(list_members(full_desk)) == 3


def test_to_close_what_stands_before_every_window_cancels_its_job(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.jobs.is_busy)
    gate = Gate(at=0)
    told: list[object] = []

    def two_steps() -> Job[None]:
        yield from (Progress(0, 2), Progress(1, 2))

    start = partial(gate.through, two_steps())
    window.jobs.add(JobOrder(start, told.append, "Going back", None, lambda: told.append("off"), is_alone=True))
    assert gate.reached.wait(20)
    assert window.job_progress.alone is not None
    window.job_progress.alone.reject()
    assert window.job_progress.alone.isVisible()
    gate.open.set()
    qtbot.waitUntil(lambda: told == ["off"])
    assert window.job_progress.alone is None


def test_a_notice_offers_undo_until_something_newer_is_done(window: MainWindow, full_desk: Desk) -> None:
    assert window.context is not None
    first, second, _third = (row.ident for row in list_members(full_desk))
    with window.context.acting(*EVERYTHING, said="Removed."):
        remove_member(full_desk, first)
    window.context.tell_change(What.CASES)
    assert window.notice.undo.isVisible()
    remove_member(full_desk, second)
    window.context.tell_change(What.MEMBERS)
    assert window.notice.text.text() == "Removed."
    assert not window.notice.undo.isVisible()


def test_several_bulletins_are_reviewed_one_after_another(window: MainWindow, full_desk: Desk) -> None:
    unnumbered = bulletin(number=None, index=None, spans={})
    take(window, *(replace(unnumbered, title=title, text=Text(title)) for title in ("One", "Two")))
    first = review_of(window)
    assert first.header.subtitle.text() == "Bulletin 1 of 2"
    press(first, "Save the case")
    second = review_of(window)
    assert second.header.subtitle.text() == "Bulletin 2 of 2"
    second.reject()
    assert {row.title for row in list_cases(full_desk)} == {"FREE THE RIVER GUARDIANS", "One"}


def test_nothing_is_stored_before_save(window: MainWindow, full_desk: Desk) -> None:
    take(window, bulletin(number=None, index=None, title="Another"))
    assert len(list_cases(full_desk)) == 1
    review_of(window).reject()
    assert len(list_cases(full_desk)) == 1


def test_a_bulletin_without_a_number_goes_to_the_case_that_a_person_chose_and_back(
    window: MainWindow, full_desk: Desk
) -> None:
    take(window, replace(outcome(), number=None, text=Text("They are home."), previous=("AMR 29/0001/2025",)))
    review = review_of(window)
    assert review.same_case is not None
    asked = review.same_case.card.question
    assert asked is not None
    asked.proposed[0].button.click()
    press(review, "Save the case")
    assert case_view(full_desk, 1).row.closed_on is not None
    assert "34/25" in window.notice.text.text()
    press(window.notice, "Undo")
    view = case_view(full_desk, 1)
    assert (view.row.closed_on, len(view.bulletins)) == (None, 1)


def test_an_outcome_lists_the_letters_to_pull(window: MainWindow, full_desk: Desk) -> None:
    ident = next(iter(list_members(full_desk))).ident
    drafted = draft_letters(full_desk, 1, [ident]).done
    mark(full_desk, [row.ident for row in drafted], LetterStatus.PRINTED)
    draft_letters(full_desk, 1, [row.ident for row in list_members(full_desk)])
    take(window, outcome())
    press(review_of(window), "Save the case")
    dialog = window.findChild(PullDialog)
    assert dialog is not None
    [line] = dialog.lines.lines
    assert "Amir Haddad to The Honourable Ana Peña (printed)" in line
    assert "2 drafts stand in the program only; withdraw them too." in dialog.said
    dialog.reject()
    assert "closed" in window.notice.text.text()
    page = window.stack.page()
    assert isinstance(page, UrgentActionsPage)
    assert page.table.current().ident == 1


def test_a_stored_bulletin_is_corrected(window: MainWindow, full_desk: Desk) -> None:
    bulletin_id = case_view(full_desk, 1).bulletins[0].ident
    window.review(bulletin_id)
    review = review_of(window)
    review.form.case_title.setPlainText("Free them")
    press(review, "Save the case")
    assert case_view(full_desk, 1).row.title == "Free them"


def test_a_correction_overwrites_nobody_else_s(window: MainWindow, full_desk: Desk) -> None:
    bulletin_id = case_view(full_desk, 1).bulletins[0].ident
    window.review(bulletin_id)
    review = review_of(window)
    review.form.case_title.setPlainText("Mine")
    theirs = stored_draft(full_desk, bulletin_id)
    correct(full_desk, bulletin_id, replace(theirs.draft, title="Theirs"), theirs.version)
    press(review, "Save the case")
    assert review.isVisible()
    assert "changed elsewhere" in review.notice.text.text()
    assert review.form.case_title.toPlainText() == "Mine"
    assert case_view(full_desk, 1).row.title == "Theirs"
    answer(QMessageBox, press_in_box("Throw the changes away"))
    review.reject()


def test_a_case_entered_by_hand_is_stored(window: MainWindow, full_desk: Desk, qtbot: QtBot) -> None:
    window.menus.actions["by_hand"].trigger()
    review = review_of(window)
    qtbot.keyClicks(review.form.case_title, "Free the bakers")
    press(review, "Save the case")
    assert {row.title for row in list_cases(full_desk)} == {"FREE THE RIVER GUARDIANS", "Free the bakers"}


def test_pasting_nothing_says_what_to_do(window: MainWindow) -> None:
    QGuiApplication.clipboard().clear()
    window.menus.actions["paste_bulletin"].trigger()
    assert "copy" in window.notice.text.text()


@pytest.mark.slow
def test_files_dropped_on_the_window_are_read_and_what_is_none_is_named(
    window: MainWindow, full_desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    good, empty = tmp_path / "bulletin.txt", tmp_path / "empty.txt"
    good.write_text(TEXT.replace("34/25", "35/25"), encoding="utf-8")
    empty.write_text("", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(good)), QUrl.fromLocalFile(str(empty))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, buttons, keys)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, keys))
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(ReviewWindow)), timeout=20_000)
    assert "empty.txt" in window.notice.text.text()
    press(review_of(window), "Save the case")
    assert "35/25" in {row.name for row in list_cases(full_desk)}


def test_the_day_s_backup_is_made_by_itself(window: MainWindow, home: Home, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(list(home.backups.glob("desk-2025-06-01-*.sqlite"))) == 1)
    qtbot.waitUntil(lambda: "Last backup" in window.status.backup.text())


def test_a_backup_is_put_back(
    window: MainWindow, full_desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, home: Home
) -> None:
    qtbot.waitUntil(lambda: not window.jobs.is_busy)
    backup = next(home.backups.glob("desk-*.sqlite"))
    add_member(full_desk, Person("Somebody new"))
    clock = fixed_clock(TODAY)
    window._files.own = lambda: open_desk(home, clock)
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getOpenFileName", lambda *_a: (str(backup), ""))
    with qtbot.waitSignal(window.attached, timeout=20_000):
        window.menus.actions["restore"].trigger()
    assert window.context is not None
    assert len(list_members(window.context.desk)) == 3
    assert list(home.backups.glob("before-restore-*"))


def test_the_sample_has_a_banner_that_leads_out(
    make_window: Callable[..., MainWindow], full_desk: Desk, home: Home, qtbot: QtBot
) -> None:
    clock = fixed_clock(TODAY)
    sample = open_desk(home.sample, clock)
    from uadesk.desk.samples import _mark_as_sample

    _mark_as_sample(sample)
    save_group(sample, group())
    window = make_window(lambda: full_desk)
    window.attach(sample)
    assert window.banner.isVisible()
    assert "Sample desk" in window.status.group.text()
    with qtbot.waitSignal(window.attached):
        press(window.banner, "Start my own")
    assert not window.banner.isVisible()
    assert len(list_members(full_desk)) == 3


def letter_open_on(window: MainWindow, desk: Desk) -> LetterWindow:
    """A letter is drafted and its window is open."""
    assert window.context is not None
    [letter] = draft_letters(desk, 1, [next(iter(list_members(desk))).ident]).done
    window.context.open_letter([letter.ident])
    return window.findChildren(LetterWindow)[-1]


def words_of(home: Home) -> str:
    """The own words of the only letter, read from the file anew."""
    desk = open_desk(home, fixed_clock(TODAY))
    try:
        return letter_view(desk, list_letters(desk)[0].ident).own_words
    finally:
        desk.close()


def test_letters_are_saved_and_closed_before_their_desk_is_let_go(
    window: MainWindow, full_desk: Desk, home: Home, qtbot: QtBot
) -> None:
    clock = fixed_clock(TODAY)
    letter = letter_open_on(window, full_desk)
    qtbot.keyClicks(letter.form.words, "I am a nurse.")
    window._files.sample = lambda: open_desk(home.sample, clock)  # type: ignore[method-assign]  # no need of its people
    with qtbot.waitSignal(window.attached, timeout=20_000):
        window.open_sample_desk()
    assert not [each for each in window.findChildren(LetterWindow) if each.isVisible()]
    assert words_of(home) == "I am a nurse."


def test_a_desk_stays_open_where_a_letter_cannot_be_saved(
    window: MainWindow, full_desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = letter_open_on(window, full_desk)
    context = window.context
    shown = window.stack.page()

    def refuse(*_values: object) -> int:
        raise HomeNotWritableError("/there", "full")

    monkeypatch.setattr("uadesk.ui.letter.saving.save_letter", refuse)
    qtbot.keyClicks(letter.form.words, "Mine.")
    window.open_sample_desk()
    assert letter.isVisible()
    assert window.context is context
    assert window.stack.page() is shown
    monkeypatch.undo()
    assert letter.close()


def test_text_grows_at_once_and_is_remembered(window: MainWindow, home: Home, qapp: QApplication) -> None:
    before = qapp.font(), qapp.styleSheet()
    try:
        window.menus.actions["larger"].trigger()
        assert load_settings(home.settings).text_scale == 125
        assert qapp.font().pointSizeF() > before[0].pointSizeF()
        window.menus.actions["smaller"].trigger()
        assert load_settings(home.settings).text_scale == 100
    finally:
        qapp.setFont(before[0])
        qapp.setStyleSheet(before[1])


def test_its_place_and_page_are_remembered(make_window: Callable[..., MainWindow], full_desk: Desk, home: Home) -> None:
    window = make_window(lambda: full_desk)
    window.attach(full_desk)
    window.resize(950, 610)
    window.open_page("cases")
    window.close()
    stored = load_settings(home.settings)
    assert stored.page == "cases"
    again = make_window(lambda: full_desk, geometry=stored.geometry)
    assert again.height() == 610  # the test's screen is too narrow for the width


def test_help_shows_the_keys_of_this_page(window: MainWindow) -> None:
    window.menus.actions["keys"].trigger()
    dialog = window.findChild(KeysDialog)
    assert dialog is not None
    said = {label.text() for label in dialog.findChildren(QLabel)}
    assert {"Keys on “Members”", "Ctrl+N", "Add a person", "Read bulletin"} <= said
    dialog.reject()


def test_help_has_its_page_and_about(window: MainWindow) -> None:
    window.menus.actions["first_evening"].trigger()
    manual = window.findChild(ManualDialog)
    assert manual is not None
    assert "Before the evening" in manual.page.toPlainText()
    manual.reject()
    window.menus.actions["about"].trigger()
    about = window.findChild(AboutDialog)
    assert about is not None
    about.reject()


def test_every_control_has_a_name_for_a_screen_reader(window: MainWindow) -> None:
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QTableView

    window.open_page("cases")
    for kind in (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QTableView):
        for each in window.findChildren(kind):
            if each.isVisible() and each.focusPolicy() is not Qt.FocusPolicy.NoFocus:
                assert each.accessibleName() or getattr(each, "text", str)(), each


def test_a_fault_is_logged_and_said_once_without_a_traceback(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    log = tmp_path / "uadesk.log"
    log_to(log)
    watch = FaultWatch(log, window)
    for _time in range(2):
        try:
            int("Zoë's secret")
        except ValueError as error:
            watch.hear(type(error), error)
    qtbot.waitUntil(lambda: len(window.findChildren(QMessageBox)) == 1)
    box = window.findChildren(QMessageBox)[0]
    assert str(log) in box.informativeText()
    assert "Traceback" not in box.text() + box.informativeText()
    box.accept()
    noted = log.read_text(encoding="utf-8")
    assert "ValueError" in noted
    assert "secret" not in noted


def test_expected_trouble_at_the_top_is_a_sentence(window: MainWindow, tmp_path: Path) -> None:
    watch = FaultWatch(tmp_path / "log", window)
    watch.troubled.connect(window.tell_trouble)
    error = HomeNotWritableError("/there", "read-only")
    watch.hear(type(error), error)
    assert "/there" in window.notice.text.text()
    assert not window.notice.undo.isVisible()


def test_the_hook_is_set(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    watch = FaultWatch(tmp_path / "log", window)
    watch.install()
    assert sys.excepthook == watch.hear


def test_closing_with_an_unsaved_review_asks_and_stays(window: MainWindow, full_desk: Desk) -> None:
    unnumbered = bulletin(number=None, index=None, title="One", text=Text("One"), spans={})
    take(window, unnumbered, bulletin())
    review_of(window).form.case_title.setPlainText("Changed")
    answer(QMessageBox, press_in_box("Go on here"))
    assert not window.close()
    assert window.isVisible()

    def save_and_close(box: QMessageBox) -> None:
        answer(QMessageBox, press_in_box("Close"))  # asked about the other one
        press_in_box("Save the case")(box)

    answer(QMessageBox, save_and_close)
    assert window.close()
    assert not any(each.isVisible() for each in window.findChildren(ReviewWindow))
