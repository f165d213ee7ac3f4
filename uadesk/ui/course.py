"""A job that is to be run off the window's thread: who hears its end, how far it came, what can be taken back of it."""

from collections.abc import Callable
from contextlib import closing
from typing import Any, Generic, TypeVar

from uadesk.base.errors import UADeskError
from uadesk.base.jobs import Job, Progress
from uadesk.base.language import _

T = TypeVar("T")


class JobOrder:
    """A job that a page wants to be run, and who hears its end."""

    def __init__(
        self,
        start_job: Callable[[], Job[Any]],
        on_done: Callable[[Any], None],
        title: str,
        on_failed: Callable[[UADeskError], None] | None = None,
        on_cancelled: Callable[[], None] | None = None,
        *,
        on_faulted: Callable[[], None] | None = None,
        is_alone: bool = False,
    ) -> None:
        """`on_failed` hears of expected trouble; after `on_faulted` a fault of the program is told as one."""
        self.start_job = start_job
        self.on_done = on_done
        self.title = title
        self.on_failed = on_failed
        self.on_cancelled = on_cancelled
        self.on_faulted = on_faulted
        self.is_alone = is_alone


class Course(Generic[T]):
    """Runs a job and keeps its last step and the acts that it recorded; they stand where it is stopped."""

    def __init__(self, start_job: Callable[[], Job[T]]) -> None:
        self.acts: list[int] = []
        self._start_job = start_job
        self._last = Progress(0, 0)

    def run(self) -> Job[T]:
        """The job itself."""
        from uadesk.desk.undoing import noting_acts

        with noting_acts(self.acts), closing(self._start_job()) as job:
            while True:
                try:
                    self._last = next(job)
                except StopIteration as end:
                    return end.value  # type: ignore[no-any-return]
                yield self._last

    @property
    def stopped(self) -> str:
        """What to say where it did not come to its end."""
        if not self.acts:
            return _("Stopped. Nothing was changed.")
        return _("Stopped: {n} of {all} are done.").format(n=self._last.done, all=self._last.total)
