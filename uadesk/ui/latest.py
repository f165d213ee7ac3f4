"""Work off the window's thread of which only the latest wish counts."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from uadesk.base.errors import UADeskError
from uadesk.base.jobs import Job
from uadesk.ui.worker import Worker


class LatestJob(QObject):
    """Runs the job last wished for; answers that are out of date are dropped."""

    answered = Signal(object)
    """What the job gave."""
    refused = Signal(object)
    """A `UADeskError`: why there is no answer."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._worker: Worker | None = None
        self._next: Callable[[], Job[Any]] | None = None
        self._stopped = False

    @property
    def is_busy(self) -> bool:
        """Whether a job runs."""
        return self._worker is not None

    def wish(self, start_job: Callable[[], Job[Any]]) -> None:
        """Run this job, in a thread, as soon as the one in hand is done."""
        if self._stopped:
            return
        self._next = start_job
        if self._worker is None:
            self._start()
        else:
            self._worker.requestInterruption()

    def stop(self) -> None:
        """Forget what was wished for, wait for the thread, and run nothing any more: the window goes."""
        self._stopped, self._next = True, None
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.blockSignals(True)  # noqa: FBT003  Qt's own signature
            worker.requestInterruption()
            worker.wait()

    def _start(self) -> None:
        if self._next is None:
            return
        start_job, self._next = self._next, None
        self._worker = Worker(start_job, self)
        self._worker.succeeded.connect(self._answer)
        self._worker.failed.connect(self._refuse)
        self._worker.finished.connect(self._finish)
        self._worker.start()

    def _answer(self, answer: object) -> None:
        if self._next is None:
            self.answered.emit(answer)

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, UADeskError):
            raise error  # a fault of the program: the crash dialog's
        if self._next is None:
            self.refused.emit(error)

    def _finish(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.deleteLater()
        self._start()
