"""What every command is given: the folder of the desk, the clock, and the way to open the window."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Annotated

import typer

from uadesk.base.child import Child
from uadesk.base.clock import Clock
from uadesk.base.errors import UADeskError
from uadesk.base.folders import Home
from uadesk.base.language import _
from uadesk.cli.output import notice, say_error
from uadesk.cli.reading import JSON
from uadesk.desk.desk import Desk, open_desk

Json = Annotated[bool, typer.Option(JSON, help=_("Print one JSON object a line."))]


def day(given: str) -> date:
    """A day as the command line takes it."""
    try:
        return date.fromisoformat(given.strip())
    except ValueError as error:
        raise typer.BadParameter(_("“{given}” is no date; write it as 2025-06-01.").format(given=given)) from error


@dataclass(frozen=True, slots=True)
class State:
    """What `uadesk` was called with."""

    home: Home
    clock: Clock
    open_window: Callable[[Home, Clock], int]
    reading_process: Child
    """Perhaps started already; whoever made it ends it."""


def state_of(context: typer.Context) -> State:
    """The state that the call began with."""
    state = context.find_object(State)
    assert state is not None
    return state


@contextmanager
def opened(context: typer.Context) -> Iterator[Desk]:
    """The desk of this call, closed at the end.

    A new desk is said to be without a passphrase; one in use is copied once a day before anything changes.
    """
    state = state_of(context)
    is_new = not state.home.database.exists()
    desk = open_desk(state.home, state.clock)
    try:
        if is_new:
            said = _("A new desk was made in {folder}; it has no passphrase, so whoever has the computer can read it.")
            notice(said.format(folder=state.home.folder))
        else:
            _copy_of_the_day(desk)
        yield desk
    finally:
        desk.close()


def _copy_of_the_day(desk: Desk) -> None:
    """Copy the desk if today's copy is not there; a copy that cannot be made is said and stops nothing."""
    from uadesk.desk.backups import daily_backup

    try:
        daily_backup(desk)
    except UADeskError as error:
        say_error(error)
