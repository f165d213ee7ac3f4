"""Which desk is open: the group's own, the sample, one put back from a backup; and the copies made of it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from uadesk.base.clock import Clock
from uadesk.base.folders import Home
from uadesk.base.jobs import Job, Progress
from uadesk.base.language import _
from uadesk.ui.context import Context, What
from uadesk.ui.course import JobOrder

if TYPE_CHECKING:
    from uadesk.desk.desk import Desk
    from uadesk.domain.people import Group


class DeskFiles:
    """Opens desks and keeps copies of them; the slow parts as jobs."""

    def __init__(self, open_desk: "Callable[[], Desk]", home: Home, clock: Clock) -> None:
        self.own = open_desk
        self._home, self._clock = home, clock

    def sample(self) -> "Desk":
        """The sample desk. Raises UADeskError."""
        from uadesk.desk.samples import sample_desk

        return sample_desk(self._home, self._clock)

    def restored(self, home: Home, file: Path) -> "Desk":
        """A desk after a backup was put in its place. Raises UADeskError, with the desk as it was."""
        from uadesk.desk.backups import restore
        from uadesk.desk.desk import open_desk

        restore(home, self._clock, file)
        return self.own() if home == self._home else open_desk(home, self._clock)

    def opening(
        self,
        opens: "Callable[[], Desk]",
        title: str,
        on_done: "Callable[[Desk], None]",
        on_failed: Callable[[Exception], None],
    ) -> JobOrder:
        """A job that opens a desk."""

        def job() -> "Job[Desk]":
            yield Progress(0, 1)
            return opens()

        return JobOrder(job, on_done, title, on_failed)

    def group_of(self, desk: "Desk") -> "tuple[Group, bool]":
        """The group of a desk, and whether it is the sample."""
        from uadesk.desk.groups import group, is_sample

        return group(desk), is_sample(desk)

    def back_up_daily(self, context: Context) -> None:
        """Make the copy of today, where there is none yet."""

        def job() -> Job[Path | None]:
            from uadesk.desk.backups import daily_backup

            yield Progress(0, 1)
            return daily_backup(context.desk)

        context.run(job, lambda _path: context.tell_change(What.GROUP), title=_("Making today's backup"))

    def warm_reader(self, context: Context) -> None:
        """Start the process that reads files, so that the first bulletin need not wait for it."""

        def job() -> Job[None]:
            yield Progress(0, 1)
            context.desk.reader.warm()

        context.run(job, lambda _nothing: None, title=_("Getting ready"))

    def back_up(self, context: Context, on_done: Callable[[Path], None]) -> None:
        """Make a copy now."""

        def job() -> Job[Path]:
            from uadesk.desk.backups import back_up

            yield Progress(0, 1)
            return back_up(context.desk)

        context.run(job, on_done, title=_("Backing up"))

    def ask_backup(self, home: Home, parent: QWidget) -> Path | None:
        """Ask which backup to put back; the desk as it is now is kept beside the backups."""
        chosen, _filter = QFileDialog.getOpenFileName(
            parent,
            _("Put a backup back (your desk as it is now is kept)"),
            str(home.backups),
            _("Backups of UADesk (*.sqlite)"),
        )
        return Path(chosen) if chosen else None
