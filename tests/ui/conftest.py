"""The window's tests: no display, every path in a temporary folder, no window left open."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.conftest import OpenFresh
from tests.ui.kit import TODAY, Heard, bulletin, group, people
from uadesk.base.clock import fixed_clock
from uadesk.base.folders import Home
from uadesk.base.settings import Settings
from uadesk.desk.bulletins import import_draft
from uadesk.desk.desk import Desk
from uadesk.desk.groups import save_group
from uadesk.desk.members import add_member
from uadesk.ui.context import Context
from uadesk.ui.worker import JobQueue


@pytest.fixture(autouse=True)
def _nothing_left_open(request: pytest.FixtureRequest) -> Iterator[None]:
    """A dialog that nobody closed is a fault of the test or of the window."""
    yield
    if "qtbot" in request.fixturenames:
        modal = QApplication.activeModalWidget()
        assert modal is None, f"left open: {modal.windowTitle()}"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture
def bare_desk(home: Home, open_fresh: OpenFresh) -> Iterator[Desk]:
    """A desk of a group without people and cases."""
    desk = open_fresh(home, fixed_clock(TODAY))
    save_group(desk, group())
    yield desk
    desk.close()


@pytest.fixture
def full_desk(bare_desk: Desk) -> Desk:
    """Three people, one open case and one closed by an outcome."""
    for person in people():
        add_member(bare_desk, person)
    import_draft(bare_desk, bulletin())
    return bare_desk


@pytest.fixture
def heard(full_desk: Desk, qtbot: object) -> Iterator[Heard]:
    """The context of the full desk, and what pages said to it; jobs it is asked for are run."""
    context = Context(full_desk, Settings())
    queue = JobQueue()
    context.job_asked.connect(queue.add)
    yield Heard(context, queue)
    queue.stop()
