"""What a notice takes back: its own act and no other, whatever was done meanwhile."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.kit import Gate
from tests.ui.letters.conftest import Evening, Watched
from uadesk.base.jobs import Job
from uadesk.desk import portions
from uadesk.desk.letters import list_letters
from uadesk.desk.members import add_member, list_members
from uadesk.desk.steps import Marked, mark, marking
from uadesk.desk.undoing import next_undo
from uadesk.desk.writing import letter_view, save_letter
from uadesk.domain.letters import LetterStatus
from uadesk.domain.people import Person
from uadesk.ui import context
from uadesk.ui.context import What

Starter = Callable[[], Job[Marked]]


@pytest.fixture
def printed(evening: Evening) -> list[int]:
    """Three letters on paper."""
    idents = [row.ident for row in evening.draft()]
    mark(evening.desk, idents, LetterStatus.PRINTED)
    return idents


@pytest.fixture(autouse=True)
def _all_is_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each letter is a portion, and three are many."""
    monkeypatch.setattr(context, "MANY", 2)
    monkeypatch.setattr(portions, "AT_ONCE", 1)


def post(watched: Watched, start: Starter) -> None:
    def tell(marked: Marked) -> None:
        watched.context.notify(f"{len(marked.done)} posted", undoable=True)

    watched.context.do(start, tell, What.LETTERS, pieces=3, title="Marking letters")


def posting(evening: Evening, idents: list[int]) -> Job[Marked]:
    return marking(evening.desk, idents, LetterStatus.POSTED)


def type_on(evening: Evening, ident: int) -> None:
    view = letter_view(evening.desk, ident)
    edit = replace(view.shown, own_words="I am a nurse.")
    save_letter(evening.desk, ident, edit, view.version, view.shown)


def statuses(evening: Evening, idents: list[int]) -> list[LetterStatus]:
    return [letter_view(evening.desk, ident).row.status for ident in idents]


def test_where_nothing_was_done_no_undo_is_offered(evening: Evening, watched: Watched, printed: list[int]) -> None:
    with watched.context.acting(What.LETTERS, said="Nothing new."):
        mark(evening.desk, printed, LetterStatus.PRINTED)
    assert watched.told.notices == [("Nothing new.", False)]
    watched.context.undo_noticed()
    assert statuses(evening, printed) == [LetterStatus.PRINTED] * 3


def test_what_is_typed_while_a_job_runs_parts_nothing_of_it(
    qtbot: QtBot, evening: Evening, watched: Watched, printed: list[int]
) -> None:
    [draft] = [row.ident for row in evening.draft(1, 1)]
    gate = Gate(at=1)
    post(watched, lambda: gate.through(posting(evening, printed)))
    assert gate.reached.wait(20)
    type_on(evening, draft)
    gate.open.set()
    qtbot.waitUntil(lambda: watched.told.notices == [("3 posted", True)])
    watched.context.undo_noticed()
    assert statuses(evening, printed) == [LetterStatus.PRINTED] * 3
    assert letter_view(evening.desk, draft).own_words == "I am a nurse."


def test_what_is_typed_right_after_a_job_is_not_what_its_notice_takes_back(
    qtbot: QtBot, evening: Evening, watched: Watched, printed: list[int]
) -> None:
    [draft] = [row.ident for row in evening.draft(1, 1)]
    post(watched, lambda: posting(evening, printed))
    assert watched.queue._worker is not None
    watched.queue._worker.wait()  # it has ended, and its end waits to be heard
    type_on(evening, draft)
    qtbot.waitUntil(lambda: watched.told.notices == [("3 posted", False)])
    watched.context.undo_noticed()
    assert letter_view(evening.desk, draft).own_words == "I am a nurse."


def test_undo_pressed_twice_takes_back_one_act(
    qtbot: QtBot, evening: Evening, watched: Watched, printed: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(context, "FEW_CHANGES", 0)
    people = len(list_members(evening.desk))
    add_member(evening.desk, Person("Dora Klein"))
    with watched.context.acting(What.LETTERS, said="Posted."):
        mark(evening.desk, printed, LetterStatus.POSTED)
    for _press in range(2):
        watched.context.undo_noticed()
    qtbot.waitUntil(lambda: not watched.queue.is_busy)
    assert statuses(evening, printed) == [LetterStatus.PRINTED] * 3
    assert len(list_members(evening.desk)) == people + 1


def test_the_menus_undo_waits_for_a_job_and_takes_back_nothing_that_came_after(
    qtbot: QtBot, evening: Evening, watched: Watched, printed: list[int]
) -> None:
    gate = Gate(at=1)
    post(watched, lambda: gate.through(posting(evening, printed)))
    assert gate.reached.wait(20)
    watched.context.undo()
    [trouble] = watched.told.troubles
    assert type(trouble).__name__ == "ActGoingOnError"
    gate.open.set()
    qtbot.waitUntil(lambda: watched.told.notices == [("3 posted", True)])
    assert statuses(evening, printed) == [LetterStatus.POSTED] * 3


def test_a_job_that_is_stopped_says_how_far_it_came_and_can_be_taken_back(
    qtbot: QtBot, evening: Evening, watched: Watched, printed: list[int]
) -> None:
    heard: list[object] = []
    watched.context.changed.connect(heard.append)
    gate = Gate(at=2)
    post(watched, lambda: gate.through(posting(evening, printed)))
    assert gate.reached.wait(20)
    watched.queue.cancel()
    gate.open.set()
    qtbot.waitUntil(lambda: watched.told.notices == [("Stopped: 2 of 3 are done.", True)])
    assert heard == [frozenset({What.LETTERS})]
    assert statuses(evening, printed).count(LetterStatus.POSTED) == 2
    watched.context.undo_noticed()
    assert statuses(evening, printed) == [LetterStatus.PRINTED] * 3


def test_a_job_that_breaks_tells_what_stands(
    qtbot: QtBot, evening: Evening, watched: Watched, printed: list[int]
) -> None:
    faults: list[object] = []
    watched.queue.faulted.connect(faults.append)

    def breaking() -> Job[Marked]:
        job = posting(evening, printed)
        yield next(job)
        yield next(job)
        raise ZeroDivisionError

    post(watched, breaking)
    qtbot.waitUntil(lambda: faults != [])
    assert watched.told.notices == [("Stopped: 1 of 3 are done.", True)]
    assert next_undo(evening.desk) == "Mark letters"


def test_what_nobody_noted_is_never_taken_back_by_a_notice(evening: Evening, watched: Watched) -> None:
    """A form that kept nothing since nothing was changed in it."""
    evening.draft()
    watched.context.tell_kept(What.LETTERS, said="Saved.")
    assert watched.told.notices == [("Saved.", False)]
    keep = watched.context.noting(add_member)
    keep(evening.desk, Person("Dora Klein"))
    watched.context.tell_kept(What.MEMBERS, said="Saved.")
    assert watched.told.notices[-1] == ("Saved.", True)
    watched.context.undo_noticed()
    assert next_undo(evening.desk) == "Draft letters"
    assert len(list_letters(evening.desk)) == 3
