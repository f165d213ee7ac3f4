"""A dialog that makes something while one waits: its jobs, and the part that shows how far they are."""

from abc import abstractmethod
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from uadesk.base.errors import UADeskError
from uadesk.base.jobs import Job, Progress
from uadesk.base.language import _
from uadesk.ui.context import Context, What
from uadesk.ui.course import Course, JobOrder
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import button
from uadesk.ui.widgets.labels import plain_label
from uadesk.ui.worker import JobQueue, rethrow


class BusyPart(QWidget):
    """Something is being made or sent: how far it is, and Cancel."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = plain_label("", "heading", wraps=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Progress"))
        self.cancel = button(_("Cancel"), self._cancel)
        column = QVBoxLayout(self)
        column.setSpacing(2 * GRID)
        column.addStretch(1)
        column.addWidget(self.words)
        column.addWidget(self.bar)
        column.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(2)

    def begin(self, words: str, *, can_stop: bool = True) -> None:
        """Say what is being done; what must come to its end shows no Cancel."""
        self.words.setText(words)
        self.bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        self.cancel.setVisible(can_stop)

    def show_progress(self, progress: Progress) -> None:
        """So far it has come."""
        self.bar.setRange(0, max(1, progress.total))
        self.bar.setValue(progress.done)

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.words.setText(_("Stopping…"))
        self.cancelled.emit()


class JobDialog(QDialog):
    """Runs jobs off the window's thread, one after another, and none any more once it is closed.

    `busy` is the part to be shown meanwhile; its Cancel stops the job that runs.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._course: Course[Any] | None = None
        self._changes: tuple[What, ...] = ()
        self.busy = BusyPart()
        self.queue = JobQueue(self)
        self.queue.progressed.connect(self._show_progress)
        self.queue.faulted.connect(rethrow)
        self.busy.cancelled.connect(self.queue.cancel)
        self.finished.connect(self._stop)

    def _run(
        self,
        start: Callable[[], Job[object]],
        done: Callable[..., None],
        on_cancelled: Callable[[], None] | None = None,
    ) -> None:
        self.queue.add(JobOrder(start, done, "", self._fail, on_cancelled, on_faulted=self._leave_busy))

    def _run_change(
        self,
        start: Callable[[], Job[object]],
        done: Callable[..., None],
        *changes: What,
        on_failed: Callable[[UADeskError], None] | None = None,
    ) -> None:
        """Run a job that changes the desk: however it ends, and if this is closed on the way, every page is told."""
        self._course, self._changes = Course(start), changes

        def end(outcome: object) -> None:
            self._tell_course()
            done(outcome)

        def fail(error: UADeskError) -> None:
            self._tell_course()
            (on_failed or self._fail)(error)

        def stop() -> None:
            self._tell_course(is_stopped=True)
            self._leave_busy()

        self._context.begun.emit()
        self.queue.add(JobOrder(self._course.run, end, "", fail, stop, on_faulted=stop))

    @property
    def is_changing(self) -> bool:
        """Whether a job that changes the desk is on its way."""
        return self._course is not None

    def _tell_course(self, *, is_stopped: bool = False) -> None:
        course, self._course = self._course, None
        if course is not None:
            self._context.tell_course(course, *self._changes, said=course.stopped if is_stopped else "")

    def _show_progress(self, progress: Progress) -> None:
        self.busy.show_progress(progress)

    @abstractmethod
    def _fail(self, error: UADeskError) -> None:
        """Say what a job could not do."""

    @abstractmethod
    def _leave_busy(self) -> None:
        """A job was stopped, or came upon a fault of the program: show what one can go on with."""

    def _stop(self) -> None:
        self.queue.stop()
        self._tell_course(is_stopped=True)
        self.deleteLater()
