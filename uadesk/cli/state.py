"""What every command is given: the folder of the desk, the clock, and the way to open the window."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Annotated

import typer

from uadesk.base.clock import Clock
from uadesk.base.folders import Home
from uadesk.desk.desk import Desk, open_desk

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")]

FAILED = 1
"""Exit status of what could not be done, or not wholly."""


@dataclass(frozen=True, slots=True)
class State:
    """What `uadesk` was called with."""

    home: Home
    clock: Clock
    open_window: Callable[[Home, Clock], int]


def state_of(context: typer.Context) -> State:
    """The state that the call began with."""
    state = context.find_object(State)
    assert state is not None
    return state


@contextmanager
def opened(context: typer.Context) -> Iterator[Desk]:
    """The desk of this call, closed at the end. A new desk is said to be without a passphrase."""
    state = state_of(context)
    desk = open_desk(state.home, state.clock)
    try:
        yield desk
    finally:
        desk.close()
