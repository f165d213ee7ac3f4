"""How far the job in hand is: at the foot of the window, or before every window where nobody is to work meanwhile."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from typing_extensions import override

from uadesk.base.jobs import Progress
from uadesk.ui.dialogs.job_dialog import BusyPart
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.dialogs import fit
from uadesk.ui.widgets.jobbar import JobBar
from uadesk.ui.worker import JobQueue


class AloneDialog(QDialog):
    """Stands before every window until its job is over; to close it is to cancel the job."""

    cancel_asked = Signal()

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setWindowTitle(title)
        self.busy = BusyPart()
        self.busy.begin(f"{title}…")
        self.busy.cancelled.connect(self.cancel_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.addWidget(self.busy)
        fit(self, (420, 160))

    @override
    def reject(self) -> None:
        self.busy.cancel.click()


class JobProgress(QObject):
    """Shows the jobs of a queue in its window."""

    def __init__(self, jobs: JobQueue, bar: JobBar, window: QWidget) -> None:
        super().__init__(window)
        self.alone: AloneDialog | None = None
        self._jobs, self._bar, self._window = jobs, bar, window
        jobs.started.connect(self._begin)
        jobs.progressed.connect(self._show)
        jobs.ended.connect(self.end)
        bar.cancel_asked.connect(jobs.cancel)

    def end(self) -> None:
        """The job is over."""
        self._bar.end()
        alone, self.alone = self.alone, None
        if alone is not None:
            alone.hide()
            alone.deleteLater()

    def _begin(self, title: str) -> None:
        if not self._jobs.is_alone:
            self._bar.begin(title)
            return
        self.alone = AloneDialog(title, self._window)
        self.alone.cancel_asked.connect(self._jobs.cancel)
        self.alone.show()

    def _show(self, progress: Progress) -> None:
        if self.alone is not None:
            self.alone.busy.show_progress(progress)
        else:
            self._bar.show_progress(progress)
