"""A dialog that makes something while one waits: its jobs, and the part that shows how far they are."""

from abc import abstractmethod
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from uadesk.base.jobs import Job, Progress
from uadesk.base.language import _
from uadesk.ui.context import JobOrder
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

    def begin(self, words: str) -> None:
        """Say what is being done."""
        self.words.setText(words)
        self.bar.setRange(0, 0)
        self.cancel.setEnabled(True)

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

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        self.queue.add(JobOrder(start, done, "", self._fail, on_cancelled))

    def _show_progress(self, progress: Progress) -> None:
        self.busy.show_progress(progress)

    @abstractmethod
    def _fail(self, error: Exception) -> None:
        """Say what a job could not do; what is not expected is raised again."""

    def _stop(self) -> None:
        self.queue.stop()
        self.deleteLater()
