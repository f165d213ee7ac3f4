"""Many bulletins at once: listed, reviewed one after another, saved together, and summed up."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from tests.ui.kit import TEXT, TODAY, accept, answer, bulletin, doubtful, press, press_in_box
from tests.ui.review.papers import paper
from uadesk.base.clock import fixed_clock
from uadesk.base.folders import Home
from uadesk.base.settings import Settings
from uadesk.desk.arrivals import Arrival, Arrivals, Readings, Refusal
from uadesk.desk.bulletins import import_draft
from uadesk.desk.cases import case_view, list_cases
from uadesk.desk.desk import Desk
from uadesk.desk.recognising import Decided
from uadesk.desk.source_files import SourceFile
from uadesk.domain.bulletins import BulletinDraft, Stage
from uadesk.domain.numbers import UANumber
from uadesk.domain.texts import Text
from uadesk.reading.errors import NotABulletinError
from uadesk.ui.dialogs.arrivals import ArrivalsDialog, SaveSureDialog
from uadesk.ui.dialogs.said import SaidDialog
from uadesk.ui.incoming import FEW, Incoming
from uadesk.ui.main_window import MainWindow
from uadesk.ui.review.same_case import SameCase
from uadesk.ui.review.window import ReviewWindow

CTRL = Qt.KeyboardModifier.ControlModifier
D = TypeVar("D", bound=QDialog)


@pytest.fixture
def window(qtbot: QtBot, bare_desk: Desk, home: Home, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setattr("uadesk.reading.reader.BulletinReader.warm", lambda _reader: None)
    made = MainWindow(lambda: bare_desk, home, Settings(page="cases"), fixed_clock(TODAY))
    made.furnish()
    made.show()
    made.attach(bare_desk)
    qtbot.waitUntil(lambda: not made.jobs.is_busy)
    yield made
    for kind in (ArrivalsDialog, SaidDialog, ReviewWindow):
        for dialog in shown(made, kind):
            dialog.reject()
    arrivals_of(made).forget()  # else the closing window asks about those that wait
    made.close()
    made.deleteLater()


def shown(window: MainWindow, kind: type[D]) -> list[D]:
    return [each for each in window.findChildren(kind) if each.isVisible()]


def press_key(qtbot: QtBot, dialog: QDialog, key: Qt.Key) -> None:
    """Press a key together with Ctrl in a dialog that is in front."""
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, key, CTRL)


def review_of(window: MainWindow) -> ReviewWindow:
    [found] = shown(window, ReviewWindow)
    return found


def list_of(window: MainWindow) -> ArrivalsDialog:
    [found] = shown(window, ArrivalsDialog)
    return found


def same_case_of(window: MainWindow) -> SameCase:
    found = review_of(window).same_case
    assert found is not None
    return found


def choose_case(window: MainWindow, case_id: int) -> None:
    question = same_case_of(window).card.question
    assert question is not None
    question.answer(Decided(case_id))


def on_case(number: int, **changes: object) -> BulletinDraft:
    """A bulletin on a case of its own."""
    draft = replace(bulletin(), number=UANumber(25, number), index=None, title=f"Case {number}")
    return replace(draft, **changes)  # type: ignore[arg-type]  # the caller names fields of the draft


def many(count: int = FEW + 3) -> list[BulletinDraft]:
    """More than a few, of which the first two are in doubt."""
    drafts = [on_case(number) for number in range(1, count + 1)]
    return [replace(each, checks=doubtful().checks) for each in drafts[:2]] + drafts[2:]


def take(window: MainWindow, *drafts: BulletinDraft, refused: tuple[Refusal, ...] = ()) -> None:
    """Bulletins have been read, each from a file of its own."""
    files = (SourceFile(f"{place}.txt", str(place).encode()) for place in range(len(drafts)))
    found = tuple(Arrival(draft, file) for file, draft in zip(files, drafts, strict=True))
    incoming_of(window)._take(Readings(found, refused))


def incoming_of(window: MainWindow) -> Incoming:
    assert window.incoming is not None
    return window.incoming


def arrivals_of(window: MainWindow) -> Arrivals:
    return incoming_of(window).arrivals


def numbers(desk: Desk) -> set[str]:
    return {row.name for row in list_cases(desk)}


def no_bulletin(name: str) -> Refusal:
    return Refusal(name, NotABulletinError(name, "no_bulletin"))


def test_many_are_listed_first_with_how_they_stand(window: MainWindow) -> None:
    take(window, *many(), refused=(no_bulletin("aunt.txt"), no_bulletin("news.txt")))
    listed = list_of(window)
    assert listed.heading.text() == "8 bulletins came"
    assert listed.tally.text() == "6 without doubt · 2 to look at · 2 files are no bulletins"
    words = [listed.model.index(row, 1).data() for row in range(8)]
    assert words == ["2 things to look at"] * 2 + ["nothing in doubt"] * 6
    press(listed, "What about the 2 other files?")
    [why] = listed.findChildren(SaidDialog)
    assert "aunt.txt" in why.said
    assert "news.txt" in why.said
    why.reject()


def test_those_without_doubt_are_shown_saved_together_and_taken_back_together(
    window: MainWindow, bare_desk: Desk, qtbot: QtBot
) -> None:
    take(window, *many())
    asked: list[tuple[str, ...]] = []

    def agree(dialog: SaveSureDialog) -> None:
        asked.append(dialog.lines.lines)
        accept(dialog)

    answer(SaveSureDialog, agree)
    press(list_of(window), "Save the 6 without doubt…")
    qtbot.waitUntil(lambda: len(list_cases(bare_desk)) == 6)
    assert [line.split(":")[1].split(" (")[0].strip() for line in asked[0]] == [f"Case {n}" for n in range(3, 9)]
    qtbot.waitUntil(lambda: bool(shown(window, ArrivalsDialog)))
    listed = list_of(window)
    assert listed.tally.text() == "6 saved · 2 to look at"
    assert not listed.sure_button.isVisible()
    listed.reject()
    assert window.notice.text.text() == "6 bulletins were saved."
    press(window.notice, "Undo")
    assert numbers(bare_desk) == set()


def test_those_whose_saving_is_undone_wait_again(window: MainWindow, bare_desk: Desk, qtbot: QtBot) -> None:
    take(window, *many())
    answer(SaveSureDialog, accept)
    press(list_of(window), "Save the 6 without doubt…")
    qtbot.waitUntil(lambda: len(list_cases(bare_desk)) == 6 and bool(shown(window, ArrivalsDialog)))
    list_of(window).reject()
    window.menus.actions["undo"].trigger()
    assert numbers(bare_desk) == set()
    assert window.status.waiting.text() == "8 bulletins still to look at"
    window.show_waiting()
    assert list_of(window).tally.text() == "6 without doubt · 2 to look at"


def test_what_is_to_be_saved_can_be_refused(window: MainWindow, bare_desk: Desk) -> None:
    take(window, *many())
    answer(SaveSureDialog, lambda dialog: press(dialog, "Cancel"))
    press(list_of(window), "Save the 6 without doubt…")
    assert numbers(bare_desk) == set()
    assert list_of(window).isVisible()


def test_they_are_reviewed_one_after_another_from_the_list(window: MainWindow, bare_desk: Desk, qtbot: QtBot) -> None:
    take(window, *many())
    press_key(qtbot, list_of(window), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(shown(window, ReviewWindow)))
    assert review_of(window).header.subtitle.text() == "Bulletin 1 of 8"
    press(review_of(window), "Save the case")
    assert review_of(window).header.subtitle.text() == "Bulletin 2 of 8"
    assert numbers(bare_desk) == {"1/25"}


def test_one_row_of_the_list_is_opened(window: MainWindow, qtbot: QtBot) -> None:
    take(window, *many())
    listed = list_of(window)
    listed.table.choose(arrivals_of(window).all[4].ident)
    qtbot.keyClick(listed.table, Qt.Key.Key_Return)
    assert review_of(window).draft.title == "Case 5"


def test_next_and_previous_go_round_those_that_wait_and_keep_what_was_typed(
    window: MainWindow, bare_desk: Desk, qtbot: QtBot
) -> None:
    take(window, on_case(1), on_case(2), on_case(3))
    review_of(window).form.case_title.setPlainText("Typed")
    press_key(qtbot, review_of(window), Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: review_of(window).draft.title == "Case 2")
    press_key(qtbot, review_of(window), Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: review_of(window).draft.title == "Typed")
    press(review_of(window), "Save the case")
    assert {row.title for row in list_cases(bare_desk)} == {"Typed"}


def test_what_was_decided_about_the_case_is_kept_too(window: MainWindow, bare_desk: Desk) -> None:
    import_draft(bare_desk, on_case(1))
    later = on_case(1, stage=Stage.UPDATE, index="AMR 29/0007/2025", issued=date(2025, 5, 10), text=Text("More."))
    unnumbered = replace(
        later, number=None, index=None, title="Elsewhere", text=Text("Still more."), targets=(), copies=()
    )
    take(window, replace(later, act_until=date(2025, 8, 1)), unnumbered)
    [row] = same_case_of(window).changes.rows[:1]
    row.tick.click()
    review_of(window).go(1)
    choose_case(window, 1)
    review_of(window).go(1)
    assert [each.tick.isChecked() for each in same_case_of(window).changes.rows][:1] == [False]
    review_of(window).go(1)
    assert same_case_of(window).case_id == 1
    press(review_of(window), "Save the case")
    press(review_of(window), "Save the case")
    view = case_view(bare_desk, 1)
    assert (len(view.bulletins), view.row.act_until) == (3, bulletin().act_until)


def test_an_update_that_names_no_case_is_not_saved_unseen(window: MainWindow, bare_desk: Desk, qtbot: QtBot) -> None:
    astray = replace(bulletin(), number=None, index=None, stage=Stage.UPDATE, text=Text("More."))
    take(window, *many(), astray)
    answer(SaveSureDialog, accept)
    press(list_of(window), "Save the 7 without doubt…")
    qtbot.waitUntil(lambda: bool(shown(window, ArrivalsDialog)) and len(list_cases(bare_desk)) == 6)
    assert list_of(window).tally.text() == "6 saved · 3 to look at"


def test_what_is_no_number_is_not_left_behind(window: MainWindow) -> None:
    take(window, on_case(1), on_case(2))
    review = review_of(window)
    review.form.number.setText("abc")
    review.go(1)
    assert review_of(window) is review
    assert "34/25" in review.notice.text.text()
    review.form.number.setText("1/25")


def test_one_is_skipped_and_the_others_go_on(window: MainWindow, bare_desk: Desk) -> None:
    take(window, on_case(1), on_case(2))
    press(review_of(window), "Skip this one")
    assert review_of(window).draft.title == "Case 2"
    press(review_of(window), "Save the case")
    assert shown(window, ReviewWindow) == []
    assert numbers(bare_desk) == {"2/25"}


def test_stopped_nothing_is_lost_and_one_can_come_back(window: MainWindow, bare_desk: Desk) -> None:
    take(window, *[on_case(number) for number in range(1, 4)])
    press(review_of(window), "Save the case")
    review_of(window).form.case_title.setPlainText("Typed")
    press(review_of(window), "Stop for now")
    assert shown(window, ReviewWindow) == []
    assert window.status.waiting.text() == "2 bulletins still to look at"
    window.menus.actions["waiting"].trigger()
    press(list_of(window), "Look at each")
    assert review_of(window).draft.title == "Typed"
    press(review_of(window), "Save the case")
    press(review_of(window), "Save the case")
    assert {row.title for row in list_cases(bare_desk)} == {"Case 1", "Typed", "Case 3"}
    assert window.status.waiting.isHidden()


def test_the_foot_leads_back_too(window: MainWindow) -> None:
    take(window, *many())
    press(list_of(window), "Later")
    window.say("Something was done.", undoable=True)
    assert window.notice.isVisible()
    assert window.status.waiting.isVisible()
    window.status.waiting.click()
    assert list_of(window).isVisible()


def test_more_that_come_meanwhile_join_those_that_wait(window: MainWindow) -> None:
    take(window, on_case(1), on_case(2))
    press(review_of(window), "Stop for now")
    take(window, on_case(3))
    assert len(arrivals_of(window).waiting) == 3


def test_with_none_waiting_the_menu_says_how_to_read_one(window: MainWindow) -> None:
    window.menus.actions["waiting"].trigger()
    assert "Ctrl+O" in window.notice.text.text()


def test_at_the_end_one_summary_tells_saved_copies_and_refused(
    window: MainWindow, bare_desk: Desk, qtbot: QtBot
) -> None:
    drafts = [on_case(number) for number in range(1, 7)]
    again = replace(drafts[0], issued=date(2025, 4, 2))
    take(window, *drafts, again, replace(again), refused=(no_bulletin("aunt.txt"),))
    answer(SaveSureDialog, accept)
    press(list_of(window), "Save the 8 without doubt…")
    qtbot.waitUntil(lambda: bool(shown(window, SaidDialog)))
    [summary] = shown(window, SaidDialog)
    assert "6 saved · 2 you had already · 1 file is no bulletin" in summary.said
    assert "6/25 is a new case" in summary.said
    assert "aunt.txt is no urgent action" in summary.said
    assert arrivals_of(window).all == []
    assert len(numbers(bare_desk)) == 6


def test_a_single_refusal_is_a_notice_and_no_more(window: MainWindow) -> None:
    take(window, refused=(no_bulletin("aunt.txt"),))
    assert "aunt.txt" in window.notice.text.text()
    assert (shown(window, SaidDialog), shown(window, ArrivalsDialog)) == ([], [])


def test_a_single_one_that_is_left_waits_no_more(window: MainWindow, bare_desk: Desk) -> None:
    take(window, on_case(1))
    press(review_of(window), "Leave without saving")
    assert arrivals_of(window).waiting == []
    assert numbers(bare_desk) == set()


def test_updates_are_stored_behind_their_first_bulletins(window: MainWindow, bare_desk: Desk, qtbot: QtBot) -> None:
    later = on_case(1, issued=date(2025, 5, 20), index="AMR 29/0007/2025", title="Later")
    take(window, later, on_case(1), *[on_case(number) for number in range(2, 7)])
    answer(SaveSureDialog, accept)
    press(list_of(window), "Save the 7 without doubt…")
    qtbot.waitUntil(lambda: bool(shown(window, SaidDialog)))
    [first] = [row.ident for row in list_cases(bare_desk) if row.name == "1/25"]
    assert [each.ident for each in case_view(bare_desk, first).bulletins] == [1, 7]


def test_closing_asks_once_about_those_that_nobody_looked_at(window: MainWindow, bare_desk: Desk) -> None:
    take(window, *many())
    press(list_of(window), "Look at each")
    said: list[str] = []

    def stay(box: QMessageBox) -> None:
        said.append(box.text())
        press_in_box("Go on here")(box)

    answer(QMessageBox, stay)
    assert not window.close()
    assert said == ["8 bulletins are still to be looked at. Close all the same?"]
    assert len(arrivals_of(window).waiting) == 8
    window.menus.actions["waiting"].trigger()
    answer(QMessageBox, press_in_box("Close"))
    assert window.close()


def test_closing_with_one_review_open_and_nothing_typed_asks_nothing(window: MainWindow) -> None:
    take(window, on_case(1))
    assert window.close()


def test_a_pdf_is_reviewed_with_its_page(window: MainWindow, bare_desk: Desk) -> None:
    pdf, draft = paper()
    incoming_of(window)._take(Readings((Arrival(draft, SourceFile("ua.pdf", pdf)),)))
    assert review_of(window).source.page_button.isVisible()
    press(review_of(window), "Save the case")
    window.review(case_view(bare_desk, 1).bulletins[0].ident)
    assert review_of(window).source.page_button.isVisible()


@pytest.mark.slow
def test_a_folder_is_read_with_all_that_is_in_it(
    window: MainWindow, bare_desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "bulletins"
    (folder / "more").mkdir(parents=True)
    for number in range(1, FEW + 3):
        text = TEXT.replace("34/25", f"{number}/25")
        (folder / ("more" if number % 2 else ".") / f"{number}.txt").write_text(text, encoding="utf-8")
    (folder / "aunt.txt").write_text("Dear aunt, thank you.", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_values: str(folder))
    window.menus.actions["read_folder"].trigger()
    qtbot.waitUntil(lambda: bool(shown(window, ArrivalsDialog)), timeout=30_000)
    assert list_of(window).heading.text() == "7 bulletins came"
    list_of(window).reject()


@pytest.mark.slow
def test_a_folder_and_files_are_dropped_and_the_reading_is_stopped(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    for number in range(60):
        (tmp_path / f"{number}.txt").write_text(TEXT.replace("34/25", f"{number}/25") * 40, encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    held, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, held))
    qtbot.waitUntil(lambda: window.jobs.is_busy)
    window.job_bar.cancel.click()
    qtbot.waitUntil(lambda: not window.jobs.is_busy, timeout=10_000)
    assert arrivals_of(window).all == []
