"""What happens when the program itself is at fault: it is logged, and said in a sentence."""

import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from uadesk.base.errors import UADeskError
from uadesk.base.language import _
from uadesk.base.logs import log_fault


class FaultWatch(QObject):
    """Hears every error that nobody expected. Expected trouble that slipped through is only told."""

    troubled = Signal(object)

    def __init__(self, log: Path, window: QWidget) -> None:
        super().__init__(window)
        self._log = log
        self._window = window
        self._is_telling = False

    def install(self) -> None:
        """Take the place of the traceback on the terminal."""
        sys.excepthook = self.hear

    def hear(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None = None) -> None:
        """An error reached the top."""
        if isinstance(error, KeyboardInterrupt):
            self._window.close()
        elif isinstance(error, UADeskError):
            self.troubled.emit(error)
        else:
            self.note(error)

    def note(self, error: BaseException) -> None:
        """Log a fault and say so; many at once are said once."""
        log_fault(error)
        if not self._is_telling:
            self._is_telling = True
            QTimer.singleShot(0, self._tell)

    def _tell(self) -> None:
        box = fault_box(self._log, self._window)
        box.finished.connect(self._told)
        box.open()

    def _told(self, _result: int) -> None:
        self._is_telling = False


def fault_box(log: Path, parent: QWidget | None) -> QMessageBox:
    """The dialog that tells of a fault."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(_("Something went wrong"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(_("UADesk made a mistake and could not do that. What you stored before is safe."))
    box.setInformativeText(
        _(
            "Please try again; if it happens again, close the program and open it anew. "
            "What went wrong, without any names, is noted in:\n{log}"
        ).format(log=log)
    )
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    return box
