"""Many held letters at once: what was done stands and is told, however it ends."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.kit import Gate
from tests.ui.letters.conftest import CASES, TODAY, Evening, Watched, bulletin
from uadesk.base.jobs import Job, Progress
from uadesk.desk import portions
from uadesk.desk.bulletins import import_draft
from uadesk.desk.desk import Desk
from uadesk.desk.holding import Renewed, held_rows, renewing
from uadesk.desk.steps import mark
from uadesk.domain.bulletins import Stage
from uadesk.domain.letters import LetterStatus
from uadesk.ui.context import What
from uadesk.ui.dialogs import held
from uadesk.ui.dialogs.held import HeldDialog


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    """Held letters are renewed one by one, and held up after the second."""
    gate = Gate(at=2)
    monkeypatch.setattr(held, "MANY", 0)
    monkeypatch.setattr(portions, "AT_ONCE", 1)

    def renew(desk: Desk, idents: tuple[int, ...]) -> Job[Renewed]:
        return gate.through(renewing(desk, idents))

    monkeypatch.setattr(held, "renewing", renew)
    return gate


@pytest.fixture
def dialog(qtbot: QtBot, evening: Evening, watched: Watched) -> HeldDialog:
    mark(evening.desk, [row.ident for row in evening.draft()], LetterStatus.PRINTED)
    import_draft(evening.desk, bulletin(CASES[0], Stage.UPDATE, TODAY - timedelta(1)))
    made = HeldDialog(watched.context)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def heard(watched: Watched) -> list[object]:
    found: list[object] = []
    watched.context.changed.connect(found.append)
    return found


def test_closed_on_the_way_it_tells_what_was_done(
    dialog: HeldDialog,
    gate: Gate,
    heard: list[object],
    evening: Evening,
    watched: Watched,
) -> None:
    dialog.anew.click()
    assert gate.reached.wait(20)
    gate.open.set()
    dialog.reject()
    assert heard == [frozenset({What.LETTERS, What.EVENING})]
    left = len(held_rows(evening.desk))
    assert left < 3
    [(said, undoable)] = watched.told.notices
    assert (said.startswith("Stopped: "), undoable) == (True, True)
    watched.context.undo_noticed()
    assert len(held_rows(evening.desk)) == 3


def test_cancelled_it_shows_what_is_held_still(
    qtbot: QtBot,
    dialog: HeldDialog,
    gate: Gate,
    heard: list[object],
    watched: Watched,
) -> None:
    dialog.anew.click()
    assert gate.reached.wait(20)
    dialog.busy.cancel.click()
    gate.open.set()
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.content)
    assert len(dialog.chosen) == 1
    assert heard == [frozenset({What.LETTERS, What.EVENING})]
    assert watched.told.notices == [("Stopped: 2 of 3 are done.", True)]


def test_a_fault_leaves_no_window_that_waits_for_ever(
    qtbot: QtBot, dialog: HeldDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(held, "MANY", 0)

    def broken(_desk: Desk, _idents: tuple[int, ...]) -> Job[Renewed]:
        yield Progress(0, 3)
        raise ZeroDivisionError

    monkeypatch.setattr(held, "renewing", broken)
    with qtbot.captureExceptions() as faults:
        dialog.anew.click()
        qtbot.waitUntil(lambda: faults != [])
    assert dialog.stack.currentWidget() is dialog.content
    assert len(dialog.chosen) == 3
