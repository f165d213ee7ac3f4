"""Replies that come: logged, changed, reported, their scans kept, and all of it taken back."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.desk.conftest import TODAY
from uadesk.base.folders import Home
from uadesk.desk.backups import back_up, restore
from uadesk.desk.desk import Desk, open_desk
from uadesk.desk.drafting import draft_letters
from uadesk.desk.history import letter_history
from uadesk.desk.letters import LetterGoneError, list_letters
from uadesk.desk.replies import (
    NoScanError,
    ReplyGoneError,
    ScanTooLargeError,
    add_reply,
    delete_reply,
    edit_reply,
    list_replies,
    mark_reported,
    replies_in,
    save_scan,
    scans_of,
    still_to_report,
)
from uadesk.desk.saving import FileNotWrittenError
from uadesk.desk.steps import mark
from uadesk.desk.undoing import redo, undo
from uadesk.desk.words import report_words, sentence
from uadesk.domain.letters import LetterStatus
from uadesk.domain.replies import LARGEST_SCAN, Reply
from uadesk.domain.rows import Order, ReplyFilter
from uadesk.store.errors import StaleSaveError, WrongStepError

CAME = Reply(TODAY, "Ministry of Justice", "They were let go on Friday.", report_by=TODAY + timedelta(7))
LATER = Reply(TODAY + timedelta(9), "Mr. Luis Mora", report_by=TODAY + timedelta(2))
CONTENT = bytes(range(256)) * 4


@pytest.fixture
def letters(desk: Desk, case: int, people: tuple[int, ...]) -> list[int]:
    """Letters by two people with a copy each, all posted."""
    idents = [row.ident for row in draft_letters(desk, case, people[:2], copies=True).done]
    mark(desk, idents, LetterStatus.PRINTED)
    mark(desk, idents, LetterStatus.POSTED)
    return idents


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "answer.pdf"
    path.write_bytes(CONTENT)
    return path


def status_of(desk: Desk, ident: int) -> LetterStatus:
    return next(row.status for row in list_letters(desk) if row.ident == ident)


def test_a_reply_to_a_letter_answers_it_in_the_same_act(desk: Desk, case: int, letters: list[int]) -> None:
    add_reply(desk, case, CAME, letter_id=letters[0])
    [row] = list_replies(desk)
    assert (row.reply, row.case, row.letter_id, row.member) == (CAME, "34/25", letters[0], "Zoë Łukaszewska")
    assert row.code
    assert status_of(desk, letters[0]) is LetterStatus.REPLIED
    assert undo(desk) == "Log a reply"
    assert not list_replies(desk)
    assert status_of(desk, letters[0]) is LetterStatus.POSTED
    redo(desk)
    assert [row.reply for row in list_replies(desk)] == [CAME]
    assert status_of(desk, letters[0]) is LetterStatus.REPLIED


def test_copies_are_answered_too_and_letters_more_than_once(desk: Desk, case: int, letters: list[int]) -> None:
    copy = next(row.ident for row in list_letters(desk) if row.kind.value == "copy")
    for reply in (CAME, LATER):
        add_reply(desk, case, reply, letter_id=copy)
    assert status_of(desk, copy) is LetterStatus.REPLIED
    assert [step.status for step in letter_history(desk, copy)].count(LetterStatus.REPLIED) == 1
    assert len(list_replies(desk, ReplyFilter(letter_id=copy))) == 2
    assert not list_replies(desk, ReplyFilter(letter_id=letters[0]))


def test_a_reply_on_a_case_needs_no_letter(desk: Desk, case: int) -> None:
    add_reply(desk, case, CAME)
    [row] = list_replies(desk, ReplyFilter(case_id=case))
    assert (row.letter_id, row.code, row.member) == (None, "", "")


def test_a_letter_still_in_the_house_cannot_be_answered(desk: Desk, case: int, people: tuple[int, ...]) -> None:
    [draft] = draft_letters(desk, case, people[:1]).done
    with pytest.raises(WrongStepError):
        add_reply(desk, case, CAME, letter_id=draft.ident)
    with pytest.raises(LetterGoneError):
        add_reply(desk, case, CAME, letter_id=99)
    assert not list_replies(desk)


def test_what_was_noted_can_be_changed_and_taken_back(desk: Desk, case: int) -> None:
    ident = add_reply(desk, case, CAME)
    [row] = list_replies(desk)
    edit_reply(desk, ident, LATER, row.version)
    assert [each.reply for each in list_replies(desk)] == [LATER]
    with pytest.raises(StaleSaveError):
        edit_reply(desk, ident, CAME, row.version)
    undo(desk)
    assert [each.reply for each in list_replies(desk)] == [CAME]


def test_a_deleted_reply_leaves_its_letter_a_step_back_and_comes_again(
    desk: Desk, case: int, letters: list[int], scan: Path, tmp_path: Path
) -> None:
    first = add_reply(desk, case, CAME, letter_id=letters[0], scan=scan)
    second = add_reply(desk, case, LATER, letter_id=letters[0])
    delete_reply(desk, second)
    assert status_of(desk, letters[0]) is LetterStatus.REPLIED
    delete_reply(desk, first)
    assert status_of(desk, letters[0]) is LetterStatus.POSTED
    with pytest.raises(ReplyGoneError):
        delete_reply(desk, first)
    undo(desk)
    assert status_of(desk, letters[0]) is LetterStatus.REPLIED
    save_scan(desk, first, tmp_path / "out.pdf")
    assert (tmp_path / "out.pdf").read_bytes() == CONTENT


def test_a_letter_is_answered_on_the_day_on_which_the_reply_came(desk: Desk, case: int, letters: list[int]) -> None:
    ident = add_reply(desk, case, CAME, letter_id=letters[0])
    assert letter_history(desk, letters[0])[-1].day == CAME.received
    [row] = list_replies(desk)
    edit_reply(desk, ident, LATER, row.version)
    assert letter_history(desk, letters[0])[-1].day == LATER.received
    add_reply(desk, case, CAME, letter_id=letters[0])
    delete_reply(desk, ident)
    assert status_of(desk, letters[0]) is LetterStatus.REPLIED
    assert letter_history(desk, letters[0])[-1].day == CAME.received


def test_a_letter_that_a_person_marked_answered_stays_so(
    desk: Desk, case: int, letters: list[int], on_day: Callable[[date], Desk]
) -> None:
    mark(desk, letters[:1], LetterStatus.REPLIED)
    ident = add_reply(on_day(desk.today + timedelta(1)), case, CAME, letter_id=letters[0])
    delete_reply(desk, ident)
    assert status_of(desk, letters[0]) is LetterStatus.REPLIED


def test_a_scan_is_kept_byte_for_byte(desk: Desk, case: int, scan: Path, tmp_path: Path) -> None:
    ident = add_reply(desk, case, CAME)
    with pytest.raises(NoScanError):
        save_scan(desk, ident, tmp_path / "none.pdf")
    [row] = list_replies(desk)
    edit_reply(desk, ident, row.reply, row.version, scan)
    scan.write_bytes(b"other")
    other = scan.rename(tmp_path / "better.pdf")
    save_scan(desk, ident, tmp_path / "out.pdf")
    assert (tmp_path / "out.pdf").read_bytes() == CONTENT
    edit_reply(desk, ident, row.reply, row.version, other)
    assert scans_of(desk) == [("better.pdf", b"other")]
    undo(desk)
    assert scans_of(desk) == [("answer.pdf", CONTENT)]
    undo(desk)
    assert scans_of(desk) == []
    redo(desk)
    with pytest.raises(FileNotWrittenError):
        save_scan(desk, ident, tmp_path / "no" / "folder" / "out.pdf")


def test_a_scan_that_is_too_large_is_refused_before_it_is_read(desk: Desk, case: int, tmp_path: Path) -> None:
    large = tmp_path / "large.tif"
    with large.open("wb") as file:
        file.truncate(LARGEST_SCAN + 1)
    with pytest.raises(ScanTooLargeError) as caught:
        add_reply(desk, case, CAME, scan=large)
    assert "20 MB" in sentence(caught.value)
    assert not list_replies(desk)
    with large.open("wb") as file:
        file.truncate(LARGEST_SCAN)
    add_reply(desk, case, CAME, scan=large)
    assert len(scans_of(desk)[0][1]) == LARGEST_SCAN


def test_a_changed_word_does_not_copy_the_scan(desk: Desk, case: int, scan: Path) -> None:
    ident = add_reply(desk, case, CAME, scan=scan)
    edit_reply(desk, ident, LATER, list_replies(desk)[0].version)
    with desk.store.reading() as session:
        tables = session.scalars(text("SELECT table_name FROM journal_row ORDER BY id DESC LIMIT 1")).all()
    assert tables == ["reply"]
    assert scans_of(desk) == [("answer.pdf", CONTENT)]


def test_what_is_due_first_stands_first_and_is_marked(desk: Desk, case: int) -> None:
    first, second = add_reply(desk, case, CAME), add_reply(desk, case, LATER)
    third = add_reply(desk, case, Reply(TODAY, "Somebody"))
    assert [row.ident for row in still_to_report(desk)] == [second, first]
    assert mark_reported(desk, [second, first, third]) == 3
    assert not still_to_report(desk)
    assert {row.reply.reported_on for row in list_replies(desk)} == {TODAY}
    assert mark_reported(desk, [second], TODAY + timedelta(1)) == 0
    undo(desk)
    assert len(still_to_report(desk)) == 2


def test_replies_are_counted_by_the_day_they_came(desk: Desk, case: int, scan: Path) -> None:
    add_reply(desk, case, CAME, scan=scan)
    add_reply(desk, case, LATER, scan=scan)
    assert replies_in(desk) == 2
    assert replies_in(desk, TODAY, TODAY) == 1
    assert replies_in(desk, TODAY + timedelta(1)) == 1
    assert replies_in(desk, None, TODAY - timedelta(1)) == 0
    assert [name for name, _content in scans_of(desk)] == ["answer.pdf", "answer (2).pdf"]
    assert [name for name, _content in scans_of(desk, TODAY, TODAY)] == ["answer.pdf"]


def test_replies_are_found_and_sorted(desk: Desk, case: int, letters: list[int]) -> None:
    add_reply(desk, case, CAME, letter_id=letters[0])
    add_reply(desk, case, LATER)
    by = {
        typed: [row.reply.sender for row in list_replies(desk, ReplyFilter(text=typed))] for typed in ("frid", "34/25")
    }
    assert by == {"frid": ["Ministry of Justice"], "34/25": ["Mr. Luis Mora", "Ministry of Justice"]}
    for column in ("received", "sender", "says", "case", "code", "report_by"):
        assert len(list_replies(desk, order=Order(column))) == 2
    assert list_replies(desk, order=Order("sender"))[0].reply.sender == "Ministry of Justice"


def test_a_backup_has_the_replies(desk: Desk, case: int, scan: Path, tmp_path: Path) -> None:
    add_reply(desk, case, CAME, scan=scan)
    copy = back_up(desk, tmp_path / "copy.sqlite")
    other = Home(tmp_path / "other")
    restore(other, desk.clock, copy)
    again = open_desk(other, desk.clock)
    assert scans_of(again) == [("answer.pdf", CONTENT)]
    again.close()


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (Reply(TODAY, "M"), "need not be reported"),
        (Reply(TODAY, "M", report_by=TODAY), "report it today"),
        (Reply(TODAY, "M", report_by=TODAY + timedelta(1)), "report it, 1 day left"),
        (Reply(TODAY, "M", report_by=TODAY - timedelta(2)), "2 days overdue"),
        (Reply(TODAY, "M", report_by=TODAY, reported_on=date(2025, 6, 3)), "reported on 3 June 2025"),
    ],
)
def test_how_it_stands_with_the_office_in_words(reply: Reply, words: str, on_day: Callable[[date], Desk]) -> None:
    assert report_words(reply, on_day(TODAY).today) == words
