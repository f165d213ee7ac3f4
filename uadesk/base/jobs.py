"""Long work as a generator: it yields its progress, and closing it cancels it."""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job has come: `done` of `total` steps.

    `what` is the thing in hand: a file, a code, or a word in the person's language.
    """

    done: int
    total: int
    what: str = ""


Job = Generator[Progress, None, T]


def still(value: T) -> Job[T]:
    """A job with nothing to do: another one took its place while it waited for its turn."""
    yield from ()
    return value


def finish(job: Job[T], report: Callable[[Progress], None] | None = None) -> T:
    """Run a job to its end and give its result; `report` hears each step."""
    while True:
        try:
            progress = next(job)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]
        if report is not None:
            report(progress)
