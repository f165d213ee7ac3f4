"""Very many things changed as one act: a portion at a time, so that nobody waits long for the desk."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from uadesk.base.jobs import Job, Progress

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from uadesk.store.acts import Act

T = TypeVar("T")

AT_ONCE = 24
"""Letters moved in one transaction: it can be stopped between two."""


def in_portions(act: "Act", things: Sequence[T], change: "Callable[[Session, Sequence[T]], None]") -> Job[None]:
    """Change all of these, each portion in a transaction of its own. Where it is stopped, the portions before stand."""
    for first in range(0, len(things), AT_ONCE):
        yield Progress(first, len(things))
        with act.writing() as session:
            change(session, things[first : first + AT_ONCE])
