"""Opens the window: first it is painted, then it is furnished, then the desk is opened."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from uadesk.base.clock import Clock
from uadesk.base.folders import Home
from uadesk.base.settings import Settings
from uadesk.ui.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from uadesk.desk.desk import Desk


def run_window(open_desk: "Callable[[], Desk]", home: Home, settings: Settings, clock: Clock) -> int:
    """Show the window until it is closed; gives the exit status.

    Everything but the empty window is imported once that was painted. `open_desk` is called off the window's thread;
    what cannot be opened is said in the window with what to do.
    """
    app = bare_app()
    window = MainWindow(open_desk, home, settings, clock)
    window.first_painted.connect(lambda: _fill(app, window, home))
    window.show()
    try:
        return app.exec()
    finally:
        sys.excepthook = sys.__excepthook__


def _fill(app: QApplication, window: MainWindow, home: Home) -> None:
    from uadesk.ui.crash import FaultWatch

    watch = FaultWatch(home.log, window)
    watch.troubled.connect(window.tell_trouble)
    window.faulted.connect(watch.note)
    watch.install()
    dress(app, window.settings)
    window.furnish()
    window.open_own_desk()


def make_app(settings: Settings) -> QApplication:
    """The application with its name, its icon and its looks."""
    app = bare_app()
    dress(app, settings)
    return app


def bare_app() -> QApplication:
    """The application with its name."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(["uadesk"])
    app.setApplicationName("uadesk")
    app.setApplicationDisplayName("UADesk")
    app.setDesktopFileName("uadesk")
    return app


def dress(app: QApplication, settings: Settings) -> None:
    """Give the application its icon and its looks, which follow the desktop from now on."""
    from uadesk.ui.icons import app_icon
    from uadesk.ui.theme import apply_theme

    app.setWindowIcon(app_icon())
    apply_theme(app, settings.text_scale)
    hints = app.styleHints()
    hints.colorSchemeChanged.connect(lambda _scheme: apply_theme(app, _scale_now(app, settings)))


def _scale_now(app: QApplication, settings: Settings) -> int:
    for window in app.topLevelWidgets():
        if isinstance(window, MainWindow):
            return window.settings.text_scale
    return settings.text_scale
