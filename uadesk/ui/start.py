"""Opens the window: first it is painted, then the desk is opened."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from uadesk.base.clock import Clock
from uadesk.base.folders import Home
from uadesk.base.settings import Settings
from uadesk.desk.desk import Desk
from uadesk.ui.crash import FaultWatch
from uadesk.ui.icons import app_icon
from uadesk.ui.main_window import MainWindow
from uadesk.ui.theme import apply_theme


def run_window(open_desk: Callable[[], Desk], home: Home, settings: Settings, clock: Clock) -> int:
    """Show the window until it is closed; gives the exit status.

    `open_desk` is called off the window's thread once the window has been painted. What cannot be opened is
    said in the window with what to do.
    """
    app = make_app(settings)
    window = MainWindow(open_desk, home, settings, clock)
    watch = FaultWatch(home.log, window)
    watch.troubled.connect(window.tell_trouble)
    window.faulted.connect(watch.note)
    watch.install()
    window.show()
    QTimer.singleShot(0, window.open_own_desk)
    try:
        return app.exec()
    finally:
        sys.excepthook = sys.__excepthook__


def make_app(settings: Settings) -> QApplication:
    """The application with its name, its icon and its looks."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(["uadesk"])
    app.setApplicationName("uadesk")
    app.setApplicationDisplayName("UADesk")
    app.setDesktopFileName("uadesk")
    app.setWindowIcon(app_icon())
    apply_theme(app, settings.text_scale)
    hints = app.styleHints()
    hints.colorSchemeChanged.connect(lambda _scheme: apply_theme(app, _scale_now(app, settings)))
    return app


def _scale_now(app: QApplication, settings: Settings) -> int:
    for window in app.topLevelWidgets():
        if isinstance(window, MainWindow):
            return window.settings.text_scale
    return settings.text_scale
