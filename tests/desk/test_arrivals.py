"""Bulletins that came together: read, put in order, stored one by one, and summed up."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.desk.conftest import FIRST, MINISTER, OUTCOME, UPDATE
from uadesk.base.child import ReaderDiedError
from uadesk.base.jobs import finish
from uadesk.desk.arrivals import (
    Arrival,
    Arrivals,
    ArrivalState,
    FolderTooLargeError,
    Readings,
    Refusal,
    files_in,
    reading,
    storing,
    to_pull_of,
)
from uadesk.desk.cases import list_cases
from uadesk.desk.desk import Desk
from uadesk.desk.drafting import draft_letters
from uadesk.desk.recognising import Decided
from uadesk.desk.source_files import FileUnreadableError, SourceFile
from uadesk.desk.undoing import undo
from uadesk.desk.words import arrival_words, refusal_sentence, sentence, summary_lines, tally_sentence
from uadesk.domain.bulletins import BulletinDraft
from uadesk.domain.comparing import Part
from uadesk.domain.numbers import UANumber
from uadesk.domain.texts import Check, Level, Text
from uadesk.reading.errors import NotABulletinError

DOUBT = Check("targets[0].salutation", Level.MISSING, "no_salutation")
OTHER = replace(FIRST, number=UANumber(25, 35), index=None, text=Text("another"))
UNNUMBERED = replace(UPDATE, number=None, index=None, title="New hearing", targets=(), copies=())
UNNUMBERED_FIRST = replace(OTHER, number=None)
NAMED_EARLIER = replace(UNNUMBERED, stage=None, previous=(FIRST.index or "",))
MOVED = replace(
    UPDATE,
    targets=(
        replace(
            MINISTER,
            lines=(*MINISTER.lines[:2], "4 River Road", *MINISTER.lines[3:]),
            address_lines=("4 River Road", *MINISTER.address_lines[1:]),
        ),
    ),
)
SAMPLES = Path(__file__).parent.parent / "reading" / "bulletins"


def arrived(*drafts: BulletinDraft) -> Arrivals:
    """Each came in a file of its own."""
    arrivals = Arrivals()
    files = (SourceFile(f"{place}.txt", str(place).encode()) for place in range(len(drafts)))
    arrivals.add(Readings(tuple(Arrival(draft, file) for file, draft in zip(files, drafts, strict=True))))
    return arrivals


def test_updates_stand_behind_the_bulletins_that_they_follow() -> None:
    arrivals = arrived(replace(OTHER, issued=None), OUTCOME, UPDATE, FIRST)
    assert [each.draft for each in arrivals.all] == [FIRST, UPDATE, OUTCOME, replace(OTHER, issued=None)]


def test_only_what_raised_no_doubt_and_names_its_case_is_sure() -> None:
    bare = replace(FIRST, number=None, title=None, targets=())
    arrivals = arrived(FIRST, replace(OTHER, checks=(DOUBT,)), bare)
    assert [each.draft for each in arrivals.sure] == [FIRST]


def test_what_a_person_decided_about_is_not_stored_unseen() -> None:
    arrivals = arrived(FIRST, OTHER)
    arrivals.all[0].decided = Decided(left=frozenset({(Part.TITLE, None, None)}))
    arrivals.all[1].decided = Decided()
    assert [each.draft for each in arrivals.sure] == [OTHER]


@pytest.mark.parametrize("doubted", [UNNUMBERED, NAMED_EARLIER, MOVED])
def test_what_the_desk_doubts_is_not_stored_unseen(desk: Desk, doubted: BulletinDraft) -> None:
    arrivals = arrived(FIRST, doubted)
    finish(storing(desk, arrivals.all))
    assert [each.state for each in arrivals.all] == [ArrivalState.SAVED, ArrivalState.WAITING]
    assert arrivals.sure == []
    assert arrival_words(arrivals.all[1]) == "1 thing to look at"
    assert tally_sentence(arrivals) == "1 saved · 1 to look at"
    assert len(list_cases(desk)) == 1


def test_an_unnumbered_copy_of_what_is_stored_is_kept_as_a_copy(desk: Desk) -> None:
    arrivals = arrived(UNNUMBERED_FIRST, UNNUMBERED_FIRST)
    finish(storing(desk, arrivals.all))
    assert [each.state for each in arrivals.all] == [ArrivalState.SAVED, ArrivalState.COPY]


def test_the_ways_lead_to_those_that_wait_and_round() -> None:
    arrivals = arrived(FIRST, UPDATE, OUTCOME)
    first, second, third = arrivals.all
    second.state = ArrivalState.SKIPPED
    assert arrivals.beside(first, 1) is third
    assert arrivals.beside(third, 1) is first
    assert arrivals.beside(first, -1) is third
    assert arrivals.beside(third, -1) is first
    third.state = ArrivalState.SAVED
    assert arrivals.beside(first, 1) is None


def test_each_is_stored_and_what_fails_stops_no_other(desk: Desk) -> None:
    arrivals = arrived(FIRST, replace(FIRST, number=None, title=None, targets=()), UPDATE, FIRST)
    finish(storing(desk, arrivals.all))
    states = {str(each.draft.index) + each.draft.text.content: each.state for each in arrivals.all}
    assert sorted(each.state for each in arrivals.all) == ["copy", "failed", "saved", "saved"]
    assert states[str(UPDATE.index) + UPDATE.text.content] is ArrivalState.SAVED
    assert len(list_cases(desk)) == 1


def test_all_that_was_stored_together_is_taken_back_together(desk: Desk) -> None:
    arrivals = arrived(FIRST, OTHER, UPDATE)
    finish(storing(desk, arrivals.all))
    assert len(list_cases(desk)) == 2
    assert undo(desk) == "Import bulletins"
    assert len(list_cases(desk)) == 0


def test_stopped_on_the_way_the_others_wait_on(desk: Desk) -> None:
    arrivals = arrived(FIRST, OTHER)
    job = storing(desk, arrivals.all)
    next(job)
    next(job)
    job.close()
    assert [each.state for each in arrivals.all] == [ArrivalState.SAVED, ArrivalState.WAITING]


def test_letters_to_pull_are_named_once(desk: Desk, case: int, people: tuple[int, ...]) -> None:
    drafted = draft_letters(desk, case, people).done
    again = replace(OUTCOME, index="AMR 29/0009/2025", issued=date(2025, 5, 21))
    arrivals = arrived(OUTCOME, again)
    finish(storing(desk, arrivals.all))
    assert {row.ident for row in to_pull_of(arrivals.all)} == {row.ident for row in drafted}
    assert len(to_pull_of(arrivals.all)) == len(drafted)


def test_a_folder_gives_what_may_be_bulletins_from_all_its_folders(tmp_path: Path) -> None:
    for name in ("b.pdf", "a.TXT", ".hidden.txt", "photo.jpg", "in/c.eml", "in/d.doc", ".git/e.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [file.name for file in files_in(tmp_path)] == ["a.TXT", "b.pdf", "c.eml", "d.doc"]


def test_a_folder_that_cannot_be_meant_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("uadesk.desk.arrivals.MOST_FILES", 2)
    for place in range(3):
        (tmp_path / f"{place}.txt").write_text("x")
    with pytest.raises(FolderTooLargeError) as refusal:
        files_in(tmp_path)
    assert str(tmp_path) in sentence(refusal.value)


@pytest.mark.slow
def test_files_and_folders_are_read_and_what_is_none_is_named(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.txt").write_bytes((SAMPLES / "outcome.txt").read_bytes())
    (folder / "b.txt").write_text("A letter to my aunt.")
    readings = finish(reading(desk, [folder, tmp_path / "gone.txt", SAMPLES / "two_in_one_file.txt"]))
    names = [each.file.name for each in readings.found if each.file is not None]
    assert names == ["a.txt", "two_in_one_file.txt", "two_in_one_file.txt"]
    assert [(each.name, each.is_no_bulletin) for each in readings.refused] == [("b.txt", True), ("gone.txt", False)]


def test_the_summary_tells_saved_copies_refused_and_failed(desk: Desk) -> None:
    arrivals = arrived(FIRST, FIRST, replace(OTHER, checks=(DOUBT,)))
    finish(storing(desk, arrivals.all[:2]))
    arrivals.refused += [
        Refusal("aunt.txt", NotABulletinError("aunt.txt", "no_bulletin")),
        Refusal("gone.txt", FileUnreadableError("/there/gone.txt", "gone")),
        Refusal("bomb.pdf", ReaderDiedError(timed_out=True, name="bomb.pdf")),
    ]
    tally = "1 saved · 1 you had already · 1 to look at · 1 file is no bulletin · 2 files could not be read"
    assert tally_sentence(arrivals) == tally
    lines = summary_lines(arrivals)
    assert len(lines) == 6
    assert "34/25 is a new case" in lines[0]
    assert "another copy" in lines[1]
    assert all(name in line for name, line in zip(("aunt.txt", "gone.txt", "bomb.pdf"), lines[3:], strict=True))


def test_every_refusal_names_its_file() -> None:
    died = Refusal("bomb.pdf", ReaderDiedError(timed_out=False))
    assert refusal_sentence(died).startswith("bomb.pdf")


def test_how_it_stands_is_said_in_words(desk: Desk) -> None:
    sure, doubted, failed = arrived(FIRST, replace(OTHER, checks=(DOUBT,)), replace(FIRST, title=None)).all
    assert arrival_words(sure) == "nothing in doubt"
    assert arrival_words(doubted) == "1 thing to look at"
    failed.draft = replace(FIRST, number=None, title=None, targets=())
    finish(storing(desk, [failed]))
    assert arrival_words(failed).startswith("not saved: A case needs")
