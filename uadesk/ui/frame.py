"""The frame of the main window: what stands where, before any desk is open; its place on the screen."""

import base64
import binascii
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget
from typing_extensions import override

from uadesk.base.errors import UADeskError
from uadesk.base.folders import Home
from uadesk.base.settings import Settings, save_settings

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

USUAL_SIZE = QSize(1180, 740)
LEAST_SIZE = QSize(880, 560)
NARROW = 90
"""A window of fewer characters than this across is narrow for its text."""


class WindowFrame(QMainWindow):
    """Side bar, banner, page, progress, notice and status line; remembers where it stood.

    It is there at once and empty: what it is made of is imported by `furnish`, once the window was painted. Until then
    no large class of Qt is touched either (Qt, QEvent): the first touch makes all of its enums, some 15 ms each.
    """

    first_painted = Signal()

    def __init__(self, home: Home, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self._home = home
        self._is_narrow = False
        self._is_painted = self._is_furnished = False
        self.setWindowTitle("UADesk")
        self.setMinimumSize(LEAST_SIZE)
        self._restore_geometry()

    def say(self, text: str, undoable: bool) -> None:  # noqa: FBT001  a slot
        """Tell what happened."""
        self.notice.say(text, undoable=undoable)

    def tell_trouble(self, error: UADeskError) -> None:
        """Tell what could not be done, and what to do."""
        from uadesk.desk.words import sentence

        self.notice.say(sentence(error), trouble=True)

    def show_first_evening(self) -> None:
        """Show the page for the first evening."""
        from uadesk.ui.dialogs.help import ManualDialog

        ManualDialog.show_page(self)

    def show_about(self) -> None:
        """Say what this program is."""
        from uadesk.ui.dialogs.help import AboutDialog

        AboutDialog.show_in(self)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_furnished:
            self._fit_side()

    def _fit_side(self) -> None:
        narrow = self.width() < NARROW * self.fontMetrics().averageCharWidth()
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self.side.set_narrow(narrow=narrow)

    @override
    def changeEvent(self, event: "QEvent") -> None:
        super().changeEvent(event)
        if not self._is_furnished:
            return
        from PySide6.QtCore import QEvent

        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ApplicationPaletteChange):
            from uadesk.ui.icons import retint

            retint(self)
        elif event.type() == QEvent.Type.FontChange:
            self._fit_side()

    def _keep_geometry(self) -> None:
        geometry = base64.b64encode(self.saveGeometry().data()).decode()
        self.settings = replace(self.settings, geometry=geometry)
        try:
            self._home.folder.mkdir(parents=True, exist_ok=True)
            save_settings(self._home.settings, self.settings)
        except OSError:
            return  # the place of a window is not worth a word when the folder cannot be written

    def _restore_geometry(self) -> None:
        self.resize(USUAL_SIZE.boundedTo(QGuiApplication.primaryScreen().availableSize()))
        try:
            stored = base64.b64decode(self.settings.geometry, validate=True)
        except (binascii.Error, ValueError):
            return
        if stored:
            self.restoreGeometry(QByteArray(stored))

    def furnish(self) -> None:
        """Put everything into the window."""
        from uadesk.ui.foot import Foot
        from uadesk.ui.job_progress import JobProgress
        from uadesk.ui.pagestack import PageStack
        from uadesk.ui.sidebar import SideBar
        from uadesk.ui.statusline import SampleBanner, StatusLine
        from uadesk.ui.widgets.jobbar import JobBar
        from uadesk.ui.widgets.notice import NoticeBar
        from uadesk.ui.worker import JobQueue

        self.side = SideBar()
        self.stack = PageStack()
        self.notice = NoticeBar()
        self.job_bar = JobBar()
        self.banner = SampleBanner()
        self.status = StatusLine()
        self.jobs = JobQueue(self)
        self.job_progress = JobProgress(self.jobs, self.job_bar, self)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.banner)
        right.addWidget(self.stack, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addLayout(right, 1)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        foot = QHBoxLayout()
        foot.setSpacing(0)
        foot.addWidget(Foot(self.status, self.job_bar, self.notice), 1)
        foot.addWidget(self.status.waiting)
        column.addLayout(foot)
        self.setCentralWidget(whole)
        self._is_furnished = True
        self._fit_side()
