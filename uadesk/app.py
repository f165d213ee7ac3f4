"""Start-up: the one place where the faces meet the desk.

Nearly everything is imported where it is used: what a call does not need, it need not wait for.
"""

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from uadesk.reading.process import reading_process

if TYPE_CHECKING:
    from uadesk.base.child import Child
    from uadesk.base.clock import Clock
    from uadesk.base.folders import Home
    from uadesk.desk.desk import Desk

READ = "read"
"""The command for which the process that reads is started before anything else is imported."""


def main() -> None:
    """Run the command line; without a command it opens the window."""
    process = reading_process()
    if READ in sys.argv:
        process.warm()  # it starts while the commands are imported; where the word is no command, it is only ended
    try:
        _run(process)
    finally:
        process.close()


def _run(process: "Child") -> None:
    """Do what was called; where nothing at all was said, open the window, which need not wait for the commands.

    The language is chosen before either face is imported: they take words while they are.
    """
    from uadesk.base.clock import TODAY, system_clock
    from uadesk.base.folders import chosen_home
    from uadesk.base.language import use_language, wished_languages

    use_language(*wished_languages())
    if len(sys.argv) == 1 and TODAY not in os.environ:
        raise SystemExit(open_window(chosen_home(), system_clock()))
    if READ in sys.argv[1:2] and _reads_at_once(process):
        return
    from uadesk.cli.commands import run

    run(open_window, process)


def _reads_at_once(process: "Child") -> bool:
    """Do a plain call of `read`, which need not wait for the other commands; False where it is none."""
    from uadesk.base.clock import system_clock
    from uadesk.base.folders import chosen_home
    from uadesk.cli.calling import call
    from uadesk.cli.reading import plain_call, read_files
    from uadesk.reading.reader import BulletinReader

    plain = plain_call(sys.argv[2:])
    if plain is None:
        return False

    def read() -> None:
        system_clock()  # a day that is wrongly set is said by every command
        read_files(plain, BulletinReader(process))

    call(read, chosen_home)
    return True


def open_window(home: "Home", clock: "Clock") -> int:
    """Open the window on the desk in this folder and give the program's exit status."""
    from uadesk.base.language import _

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


def _opened(home: "Home", clock: "Clock") -> "Desk":
    """The desk. Called once the window is painted: this imports the store."""
    from uadesk.desk.desk import open_desk

    return open_desk(home, clock)
