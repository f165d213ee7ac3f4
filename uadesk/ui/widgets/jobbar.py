"""The progress of the job in hand, with its Cancel."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from uadesk.base.jobs import Progress
from uadesk.base.language import _
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import button
from uadesk.ui.widgets.labels import plain_label

PATIENCE = 300
"""Milliseconds a job may take before its progress is shown: what is over sooner would only flicker."""


class JobBar(QFrame):
    """What is being done, how far it is, and a button to cancel it. Hidden while nothing runs."""

    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "bar")
        self.text = plain_label(wraps=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Progress"))
        self.cancel = button(_("Cancel"), self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(2 * GRID)
        row.addWidget(self.text, 1)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        self._title = ""
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self.show)
        self.hide()

    def begin(self, title: str) -> None:
        """A job begins."""
        self._title = title
        self.text.setText(title)
        self.bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        self._patience.start()

    def end(self) -> None:
        """Nothing runs any more."""
        self._patience.stop()
        self.hide()

    def show_progress(self, progress: Progress) -> None:
        """The job has come so far."""
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        if progress.total > 1:
            self.text.setText(
                _("{title}: {done} of {total}").format(title=self._title, done=progress.done, total=progress.total)
            )

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.text.setText(_("Stopping…"))
        self.cancel_asked.emit()
