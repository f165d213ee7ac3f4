"""The commands put together: `uadesk` with all that stands behind it."""

from collections import UserDict
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_group

from uadesk.base.child import Child
from uadesk.base.clock import Clock, system_clock
from uadesk.base.folders import Home, chosen_home
from uadesk.base.language import _
from uadesk.base.overriding import override
from uadesk.cli.calling import call
from uadesk.cli.state import State
from uadesk.reading.process import reading_process

OpenWindow = Callable[[Home, Clock], int]


def _bulletins(app: typer.Typer) -> None:
    from uadesk.cli import bulletins

    app.command("read", help=_("Read bulletins and show what was found; nothing is stored."))(bulletins.read)
    app.command("import", help=_("Read bulletins and store them with their cases; the same again changes nothing."))(
        bulletins.import_
    )


def _cases(app: typer.Typer) -> None:
    from uadesk.cli import cases

    app.command("uas", help=_("List the cases on which letters are written."))(cases.uas)
    app.command("ua", help=_("Show one case: its bulletins, and to whom letters go."))(cases.ua)


def _people(app: typer.Typer) -> None:
    from uadesk.cli import people

    app.command("group", help=_("Show the group, or set what is given."))(people.group)
    app.add_typer(people.members, name="members")


def _letters(app: typer.Typer) -> None:
    from uadesk.cli.letters import letters

    app.add_typer(letters, name="letters")


def _printing(app: typer.Typer) -> None:
    from uadesk.cli.printing import printing

    app.add_typer(printing, name="print")


def _upkeep(app: typer.Typer) -> None:
    from uadesk.cli import upkeep

    app.command("report", help=_("Count the letters that went out, by case, member, country, month and channel."))(
        upkeep.report
    )
    app.command("backup", help=_("Copy the whole desk."))(upkeep.backup)
    app.command("restore", help=_("Put a backup in the desk's place; the desk as it was is kept."))(upkeep.restore)
    app.command(
        "check", help=_("Prove the desk's file sound; a damaged one can be looked at too, and nothing is written.")
    )(upkeep.check)
    app.command("demo", help=_("Hold a whole evening on sample data, on a desk of its own inside FOLDER."))(upkeep.demo)


COMMANDS: Mapping[str, Callable[[typer.Typer], None]] = {
    "read": _bulletins,
    "import": _bulletins,
    "uas": _cases,
    "ua": _cases,
    "group": _people,
    "members": _people,
    "letters": _letters,
    "print": _printing,
    "report": _upkeep,
    "backup": _upkeep,
    "restore": _upkeep,
    "check": _upkeep,
    "demo": _upkeep,
}
"""Each command in the order of the help, with what imports it."""


class CommandsOnDemand(UserDict[str, Any]):
    """The commands by name, each imported when it is called or explained: no call waits for all the others."""

    def __init__(self) -> None:
        super().__init__(dict.fromkeys(COMMANDS))

    @override
    def __getitem__(self, name: str) -> Any:
        if self.data[name] is None:
            part = typer.Typer(pretty_exceptions_enable=False, rich_markup_mode=None)
            COMMANDS[name](part)
            self.data |= get_group(part).commands
        return self.data[name]


class Commands(TyperGroup):
    """`uadesk` with its commands."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = CommandsOnDemand()


def build(
    open_window: OpenWindow, on_home: Callable[[Home], None] = lambda _home: None, process: Child | None = None
) -> typer.Typer:
    """All commands; without one, `open_window` is called. `on_home` hears which folder was chosen.

    `process` is the one that reads files, where it was started already.
    """
    app = typer.Typer(
        name="uadesk",
        cls=Commands,
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
        state = State(chosen_home(home), system_clock(), open_window, process or reading_process())
        context.obj = state
        on_home(state.home)
        if context.invoked_subcommand is None:
            raise typer.Exit(open_window(state.home, state.clock))

    return app


def run(open_window: OpenWindow, process: Child) -> None:
    """Run the command that was called; `process` is the one that reads files."""
    homes: list[Home] = []
    call(build(open_window, homes.append, process), lambda: homes[-1] if homes else chosen_home())
