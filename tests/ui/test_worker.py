"""Jobs run off the window's thread, one after another."""

import threading
from functools import partial

from pytestqt.qtbot import QtBot

from uadesk.base.errors import UADeskError
from uadesk.base.jobs import Job, Progress
from uadesk.ui.course import JobOrder
from uadesk.ui.worker import JobQueue


def counting(steps: int, seen: list[object]) -> Job[int]:
    """A job of so many steps that notes its thread and whether it was closed."""
    seen.append(threading.current_thread())
    try:
        for step in range(steps):
            yield Progress(step, steps)
    finally:
        seen.append("closed")
    return steps


def test_a_job_runs_elsewhere_and_is_heard_here(qtbot: QtBot) -> None:
    queue = JobQueue()
    seen: list[object] = []
    results: list[tuple[int, threading.Thread]] = []
    here = threading.current_thread()

    def take(result: int) -> None:
        results.append((result, threading.current_thread()))

    with qtbot.waitSignal(queue.idle):
        queue.add(JobOrder(lambda: counting(3, seen), take, "Counting"))
    assert results == [(3, here)]
    assert seen[0] is not here


def test_jobs_wait_for_each_other(qtbot: QtBot) -> None:
    queue = JobQueue()
    order: list[str] = []
    running: list[str] = []

    def job(name: str) -> Job[str]:
        running.append(name)
        assert len(running) == 1
        yield Progress(0, 1)
        running.remove(name)
        return name

    with qtbot.waitSignal(queue.idle):
        for name in ("first", "second", "third"):
            queue.add(JobOrder(partial(job, name), order.append, name))
    assert order == ["first", "second", "third"]


def test_what_a_stopped_job_said_last_is_not_taken_for_the_next_one_s(qtbot: QtBot) -> None:
    queue = JobQueue()
    heard: list[object] = []
    queue.add(JobOrder(lambda: counting(1, []), heard.append, "First"))
    assert queue._worker is not None
    queue._worker.wait()  # it has ended, and what it said waits to be heard
    queue.stop()
    with qtbot.waitSignal(queue.idle):
        queue.add(JobOrder(lambda: counting(2, []), heard.append, "Second"))
    assert heard == [2]


def test_cancel_closes_the_job_and_tells(qtbot: QtBot) -> None:
    queue = JobQueue()
    seen: list[str] = []
    told: list[object] = []
    go_on = threading.Event()

    def endless() -> Job[None]:
        try:
            while True:
                go_on.wait(0.01)
                yield Progress(0, 0)
        finally:
            seen.append("closed")

    with qtbot.waitSignal(queue.idle):
        with qtbot.waitSignal(queue.progressed):
            queue.add(JobOrder(endless, told.append, "Endless", on_cancelled=lambda: told.append("cancelled")))
        queue.cancel()
    assert (seen, told) == (["closed"], ["cancelled"])


def test_expected_trouble_goes_to_who_asked_or_to_the_window(qtbot: QtBot) -> None:
    queue = JobQueue()
    own: list[object] = []
    windows: list[object] = []
    queue.troubled.connect(windows.append)
    error = UADeskError()

    def failing() -> Job[None]:
        yield Progress(0, 1)
        raise error

    with qtbot.waitSignal(queue.idle):
        queue.add(JobOrder(failing, own.append, "Failing", on_failed=own.append))
    with qtbot.waitSignal(queue.idle):
        queue.add(JobOrder(failing, own.append, "Failing"))
    assert (own, windows) == ([error], [error])


def test_a_fault_is_told_as_a_fault(qtbot: QtBot) -> None:
    queue = JobQueue()
    troubles: list[object] = []
    queue.troubled.connect(troubles.append)

    def broken() -> Job[None]:
        yield Progress(0, 1)
        raise ZeroDivisionError

    told: list[str] = []
    queue.faulted.connect(lambda _fault: told.append("fault"))
    with qtbot.waitSignal(queue.faulted) as fault:
        order = JobOrder(
            broken, troubles.append, "Broken", on_failed=troubles.append, on_faulted=lambda: told.append("over")
        )
        queue.add(order)
    assert isinstance(fault.args[0], ZeroDivisionError)
    assert (troubles, told) == ([], ["over", "fault"])
