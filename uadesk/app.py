"""Start-up: the one place where the faces meet the desk."""

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from uadesk.base.clock import TODAY, Clock, system_clock
from uadesk.base.folders import Home, chosen_home
from uadesk.base.language import _, use_language, wished_languages

if TYPE_CHECKING:
    from uadesk.desk.desk import Desk


def main() -> None:
    """Run the command line; without a command it opens the window.

    The language is chosen before either face is imported: they take words while they are.
    Where nothing at all was said, the window need not wait for the commands to be imported.
    """
    use_language(*wished_languages())
    if len(sys.argv) == 1 and TODAY not in os.environ:
        raise SystemExit(open_window(chosen_home(), system_clock()))
    from uadesk.cli.commands import run

    run(open_window)


def open_window(home: Home, clock: Clock) -> int:
    """Open the window on the desk in this folder and give the program's exit status."""
    if not _has_screen(os.environ):
        from uadesk.cli.output import notice

        notice(_("There is no screen here to open a window on; “uadesk --help” tells what can be done without one."))
        return 1
    from uadesk.base.logs import log_to
    from uadesk.base.settings import load_settings
    from uadesk.ui.start import run_window

    with suppress(OSError):  # the window opens all the same and says what to do
        home.make()
        log_to(home.log)
    return run_window(lambda: _opened(home, clock), home, load_settings(home.settings), clock)


def _has_screen(environment: Mapping[str, str]) -> bool:
    """Whether a window can be shown; on Linux and its kin the environment tells."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _opened(home: Home, clock: Clock) -> "Desk":
    """The desk. Called once the window is painted: this imports the store."""
    from uadesk.desk.desk import open_desk

    return open_desk(home, clock)
