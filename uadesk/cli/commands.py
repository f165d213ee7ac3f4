"""The commands put together: `uadesk` with all that stands behind it."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from uadesk.base.clock import Clock, system_clock
from uadesk.base.errors import UADeskError
from uadesk.base.folders import Home, chosen_home
from uadesk.base.language import _
from uadesk.base.logs import log_fault, log_to
from uadesk.cli import bulletins, cases, people, upkeep
from uadesk.cli.letters import letters
from uadesk.cli.output import notice, say_error, speak_utf8
from uadesk.cli.printing import printing
from uadesk.cli.state import FAILED, State

OpenWindow = Callable[[Home, Clock], int]


def build(open_window: OpenWindow, on_home: Callable[[Home], None] = lambda _home: None) -> typer.Typer:
    """All commands; without one, `open_window` is called. `on_home` hears which folder was chosen."""
    app = typer.Typer(
        name="uadesk",
        help=_(
            "From Urgent Action bulletins to posted letters, and the record of who wrote what. "
            "Without a command, the window opens."
        ),
        pretty_exceptions_enable=False,
        add_completion=False,
        rich_markup_mode=None,
    )

    @app.callback(invoke_without_command=True)
    def start(
        context: typer.Context,
        home: Annotated[
            Path | None, typer.Option("--home", metavar="FOLDER", help=_("The folder of the desk; else UADESK_HOME."))
        ] = None,
    ) -> None:
        state = State(chosen_home(home), system_clock(), open_window)
        context.obj = state
        on_home(state.home)
        if context.invoked_subcommand is None:
            raise typer.Exit(open_window(state.home, state.clock))

    app.command("read", help=_("Read bulletins and show what was found; nothing is stored."))(bulletins.read)
    app.command("import", help=_("Read bulletins and store them with their cases; the same again changes nothing."))(
        bulletins.import_
    )
    app.command("uas", help=_("List the cases on which letters are written."))(cases.uas)
    app.command("ua", help=_("Show one case: its bulletins, and to whom letters go."))(cases.ua)
    app.command("group", help=_("Show the group, or set what is given."))(people.group)
    app.add_typer(people.members, name="members")
    app.add_typer(letters, name="letters")
    app.add_typer(printing, name="print")
    app.command("report", help=_("Count the letters that went out, by case, member, country, month and channel."))(
        upkeep.report
    )
    app.command("backup", help=_("Copy the whole desk."))(upkeep.backup)
    app.command("restore", help=_("Put a backup in the desk's place; the desk as it was is kept."))(upkeep.restore)
    app.command(
        "check", help=_("Prove the desk's file sound; a damaged one can be looked at too, and nothing is written.")
    )(upkeep.check)
    app.command("demo", help=_("Hold a whole evening on sample data, on a desk of its own inside FOLDER."))(upkeep.demo)
    return app


def run(open_window: OpenWindow) -> None:
    """Run the command that was called; expected trouble is one sentence and status 1, never a traceback."""
    speak_utf8()
    homes: list[Home] = []
    try:
        build(open_window, homes.append)()
    except UADeskError as error:
        say_error(error)
        raise SystemExit(FAILED) from None
    except BrokenPipeError:
        raise SystemExit(FAILED) from None
    except Exception as error:  # noqa: BLE001  the program's edge
        raise SystemExit(_unexpected(error, homes[-1] if homes else chosen_home())) from None


def _unexpected(error: Exception, home: Home) -> int:
    """A fault of the program: noted in the log without names, and said with where the log is."""
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
