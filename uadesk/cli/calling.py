"""How every call of the command line ends: by an exit status and a sentence, never by a traceback."""

from collections.abc import Callable

from uadesk.base.errors import UADeskError
from uadesk.base.folders import Home
from uadesk.base.language import _
from uadesk.cli.output import notice, say_error, speak_utf8

FAILED = 1
"""Exit status of what could not be done, or not wholly."""
INTERRUPTED = 130
"""Exit status of what the person stopped by Ctrl+C."""


def call(command: Callable[[], None], home: Callable[[], Home]) -> None:
    """Do what was called; expected trouble is one sentence and status 1.

    `home` has the log, for trouble that nobody expected.
    """
    speak_utf8()
    try:
        command()
    except UADeskError as error:
        say_error(error)
        raise SystemExit(FAILED) from None
    except BrokenPipeError:
        raise SystemExit(FAILED) from None
    except KeyboardInterrupt:
        raise SystemExit(INTERRUPTED) from None
    except Exception as error:  # noqa: BLE001  the program's edge
        raise SystemExit(_unexpected(error, home())) from None


def _unexpected(error: Exception, home: Home) -> int:
    """A fault of the program: noted in the log without names, and said with where the log is."""
    from uadesk.base.logs import log_fault, log_to

    log = home.log
    try:
        log_to(log)
        log_fault(error)
    except OSError:
        notice(
            _("Something went wrong inside UADesk ({kind}), and no log could be written.").format(
                kind=type(error).__name__
            )
        )
        return FAILED
    notice(
        _("Something went wrong inside UADesk ({kind}); what was done so far is kept. The log is in {log}.").format(
            kind=type(error).__name__, log=log
        )
    )
    return FAILED
