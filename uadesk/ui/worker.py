"""Long work off the window's thread: one thread a job, one job at a time."""

from collections import deque
from collections.abc import Callable
from contextlib import closing
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal
from typing_extensions import override

from uadesk.base.errors import UADeskError
from uadesk.base.jobs import Job
from uadesk.ui.course import JobOrder


class Worker(QThread):
    """Runs a job step by step; requestInterruption() cancels between two steps."""

    progressed = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, start_job: Callable[[], Job[Any]], parent: QObject) -> None:
        super().__init__(parent)
        self._start_job = start_job  # called in the thread: the job opens its own session

    @override
    def run(self) -> None:
        try:
            with closing(self._start_job()) as job:
                while not self.isInterruptionRequested():
                    self.progressed.emit(next(job))
            self.cancelled.emit()
        except StopIteration as end:
            self.succeeded.emit(end.value)
        except Exception as error:  # noqa: BLE001  the thread's edge
            self.failed.emit(error)


def rethrow(error: Exception) -> None:
    """What nobody expected goes where all faults of the program go."""
    raise error


class JobQueue(QObject):
    """Runs jobs one after another and tells the window how they come on."""

    started = Signal(str)
    """The title of the job that begins."""
    progressed = Signal(object)
    ended = Signal()
    """A job is over; the next one may begin now."""
    idle = Signal()
    """Nothing runs any more."""
    troubled = Signal(object)
    """Expected trouble that nobody else wanted to hear."""
    faulted = Signal(object)
    """An unexpected error: a fault of the program."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[JobOrder] = deque()
        self._order: JobOrder | None = None
        self._worker: Worker | None = None
        self._tell: Callable[[], None] | None = None

    @property
    def is_busy(self) -> bool:
        return self._worker is not None

    @property
    def is_alone(self) -> bool:
        """Whether nobody is to work in any window while this job runs."""
        return self._order is not None and self._order.is_alone

    def add(self, order: JobOrder) -> None:
        """Run this job as soon as those before it are done."""
        self._waiting.append(order)
        self._start_next()

    def cancel(self) -> None:
        """Cancel the job in hand between two of its steps."""
        if self._worker is not None:
            self._worker.requestInterruption()

    def stop(self) -> None:
        """Cancel everything and wait for the thread; nobody hears how it ended."""
        self._waiting.clear()
        worker, self._worker, self._order, self._tell = self._worker, None, None, None
        if worker is not None:
            worker.finished.disconnect(self._finish)
            worker.requestInterruption()
            worker.wait()

    def _start_next(self) -> None:
        if self._worker is not None or not self._waiting:
            return
        self._order = self._waiting.popleft()
        self._worker = Worker(self._order.start_job, self)
        self._worker.progressed.connect(self.progressed)
        self._worker.succeeded.connect(self._keep_result)
        self._worker.failed.connect(self._keep_error)
        self._worker.cancelled.connect(self._keep_cancel)
        self._worker.finished.connect(self._finish)
        self.started.emit(self._order.title)
        self._worker.start()

    def _is_over(self) -> bool:
        """Whether a job tells this that was stopped meanwhile: what it said last may reach us after the next began."""
        return self.sender() is not self._worker

    def _keep_result(self, result: object) -> None:
        order = self._order
        if order is not None and not self._is_over():
            self._tell = lambda: order.on_done(result)

    def _keep_cancel(self) -> None:
        if self._is_over():
            return
        self._tell = self._order.on_cancelled if self._order is not None else None

    def _keep_error(self, error: Exception) -> None:
        order = self._order
        if self._is_over() or order is None:
            return
        if not isinstance(error, UADeskError):
            self._tell = lambda: self._tell_fault(order, error)
        elif order.on_failed is not None:
            hear = order.on_failed
            self._tell = lambda: hear(error)
        else:
            self._tell = lambda: self.troubled.emit(error)

    def _tell_fault(self, order: JobOrder, error: Exception) -> None:
        if order.on_faulted is not None:
            order.on_faulted()
        self.faulted.emit(error)

    def _finish(self) -> None:
        """The thread has ended: clear the way first, then tell, since whoever hears may ask for another job."""
        if self._is_over():
            return
        worker, tell = self._worker, self._tell
        self._worker = self._order = self._tell = None
        if worker is not None:
            worker.deleteLater()
        self.ended.emit()
        self._start_next()
        if not self.is_busy:
            self.idle.emit()
        if tell is not None:
            tell()
