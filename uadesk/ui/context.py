"""What every page is given: the desk, the settings, and the ways to speak to the window around it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from uadesk.base.errors import UADeskError
from uadesk.base.jobs import Job, finish
from uadesk.base.language import _, ngettext
from uadesk.base.settings import Settings, save_settings

if TYPE_CHECKING:
    from uadesk.desk.desk import Desk
    from uadesk.domain.rows import LetterFilter


T = TypeVar("T")

MANY = 100
"""More letters than this are drafted or marked with progress, and can be stopped."""

FEW_CHANGES = 400
"""So many rows are put back while one waits: some 0.1 s (three rows for a letter that was marked)."""


class What(StrEnum):
    """What an act changed; pages refresh by it."""

    CASES = "cases"
    MEMBERS = "members"
    LETTERS = "letters"
    EVENING = "evening"
    GROUP = "group"


EVERYTHING = frozenset(What)


class Context(QObject):
    """One open desk and the window around it. Pages keep it, change nothing in it, and speak through it.

    The signals are heard by the main window; `changed` also by every page.
    """

    changed = Signal(object)
    """frozenset[What]: what an act changed."""
    noticed = Signal(str, bool)
    """A sentence for the notice bar, and whether it offers Undo."""
    begun = Signal()
    """A change begins: what was said of the one before is over, its Undo would take back something else now."""
    troubled = Signal(object)
    """An expected error (UADeskError) to be said in a sentence."""
    job_asked = Signal(object)
    """A JobOrder, to be run off the window's thread."""
    letter_asked = Signal(object, int)
    """Idents of letters in their order, and the place of the one to open."""
    review_asked = Signal(object)
    """The ident of a stored bulletin to look at and correct; None to enter a case by hand."""
    page_asked = Signal(str)
    """The key of a page to go to: tonight, cases, members, letters, reports."""
    letters_asked = Signal(object)
    """A LetterFilter: the letters of a case, a writer, an addressee or an evening to list."""
    case_asked = Signal(int)
    """The ident of a case to show."""
    bulletins_asked = Signal()
    """Ask the person for bulletin files and read them."""
    settings_changed = Signal()

    def __init__(
        self, desk: "Desk", settings: Settings, settings_file: Path | None = None, parent: QObject | None = None
    ) -> None:
        """`settings_file` is where settings are kept; the desk's own, where none is given."""
        super().__init__(parent)
        self.desk = desk
        self.settings = settings
        self._settings_file = settings_file or desk.home.settings
        self._noticed_act: int | None = None
        self._noticed_acts = 1

    @property
    def today(self) -> date:
        return self.desk.today

    def notify(self, text: str, *, undoable: bool = False, acts: int = 1) -> None:
        """Say in the notice bar what happened; `undoable` offers Undo beside it, of what was done last.

        `acts` is of how many acts the sentence tells.
        """
        from uadesk.desk.undoing import last_act

        if undoable:
            self._noticed_act, self._noticed_acts = last_act(self.desk), acts
        self.noticed.emit(text, undoable)

    def tell_trouble(self, error: UADeskError) -> None:
        """Say in the notice bar what could not be done and what to do."""
        self.troubled.emit(error)

    def tell_change(self, *what: What) -> None:
        """Let every page know what was changed."""
        self.changed.emit(frozenset(what))

    @contextmanager
    def acting(self, *changes: What, said: str = "", undoable: bool = True) -> Iterator[None]:
        """Around a short use case: tells what it changed, or its expected trouble, which goes no further."""
        if changes:
            self.begun.emit()
        try:
            yield
        except UADeskError as error:
            self.tell_trouble(error)
            return
        if changes:
            self.tell_change(*changes)
        if said:
            self.notify(said, undoable=undoable)

    def tell_kept(self, *changes: What, said: str) -> None:
        """Tell what a form changed that kept it itself; it can be undone."""
        self.begun.emit()
        self.tell_change(*changes)
        self.notify(said, undoable=True)

    def undo(self) -> None:
        """Take back the last act, and say which it was; a great one off the window's thread, with progress."""
        from uadesk.desk.undoing import undo_size, undoing

        with self.acting():
            self._revert(lambda: undoing(self.desk), undo_size(self.desk), _("Taken back: {act}"), _("Taking back"))

    def undo_noticed(self) -> None:
        """Take back what the notice told of. Where anything was done since, that stays, and it is said."""
        from uadesk.desk.undoing import next_undo, undoing_acts

        with self.acting():
            if self.can_undo_noticed() and self._noticed_acts > 1:
                acts = self._noticed_acts
                said = ngettext("Taken back: {count} act", "Taken back: {count} acts", acts).format(count=acts)
                title = _("Taking back")
                self.do(
                    lambda: undoing_acts(self.desk, acts), lambda _n: self.notify(said), *What, pieces=acts, title=title
                )
                return
            if self.can_undo_noticed():
                self.undo()
                return
            said = _("“{act}” came after it, so nothing was taken back. The Edit menu takes back one by one.")
            act = next_undo(self.desk)
            self.notify(said.format(act=act) if act else _("There is nothing to take back any more."))

    def can_undo_noticed(self) -> bool:
        """Whether what the notice told of is still the last thing that was done."""
        from uadesk.desk.undoing import last_act

        return self._noticed_act is not None and self._noticed_act == last_act(self.desk)

    def redo(self) -> None:
        """Do again what was taken back, and say what it was; a great act off the window's thread, with progress."""
        from uadesk.desk.undoing import redoing, undo_size

        with self.acting():
            size = undo_size(self.desk, again=True)
            self._revert(lambda: redoing(self.desk), size, _("Done again: {act}"), _("Doing again"))

    def next_acts(self) -> tuple[str | None, str | None]:
        """The names of what `undo` would take back and `redo` do again; None where there is nothing."""
        from uadesk.desk.undoing import next_redo, next_undo

        return next_undo(self.desk), next_redo(self.desk)

    def _revert(self, start_job: Callable[[], Job[str | None]], size: int, said: str, title: str) -> None:
        if size <= FEW_CHANGES:
            self._tell_undone(said, finish(start_job()))
        else:
            self.run(start_job, lambda act: self._tell_undone(said, act), title=title)

    def _tell_undone(self, text: str, act: str | None) -> None:
        if act is not None:
            self.changed.emit(EVERYTHING)
            self.notify(text.format(act=act))

    def run(
        self,
        start_job: Callable[[], Job[Any]],
        on_done: Callable[[Any], None],
        *,
        title: str,
        on_failed: Callable[[Exception], None] | None = None,
        on_cancelled: Callable[[], None] | None = None,
    ) -> None:
        """Run a job off the window's thread, one after another, with its progress shown.

        `start_job` is called in the thread; the others in the window's. Without `on_failed` expected trouble
        goes to the notice bar. What is not expected goes to the crash dialog.
        """
        self.job_asked.emit(JobOrder(start_job, on_done, title, on_failed, on_cancelled))

    def do(
        self,
        start_job: Callable[[], Job[T]],
        on_done: Callable[[T], None],
        *changes: What,
        pieces: int,
        title: str,
    ) -> None:
        """Carry out a job that changes this many things; more than `MANY` off the window's thread, with progress.

        Where a long one is stopped or fails, what was done until then stands, and every page is told.
        """
        if pieces <= MANY:
            with self.acting(*changes):
                on_done(finish(start_job()))
            return

        def end(outcome: T) -> None:
            self.tell_change(*changes)
            on_done(outcome)

        def fail(error: Exception) -> None:
            self.tell_change(*changes)
            if not isinstance(error, UADeskError):
                raise error
            self.tell_trouble(error)

        self.begun.emit()
        self.run(start_job, end, title=title, on_failed=fail, on_cancelled=lambda: self.tell_change(*changes))

    def open_letter(self, idents: Sequence[int], place: int = 0) -> None:
        """Open the letter window on the letter at `place` of these."""
        self.letter_asked.emit(tuple(idents), place)

    def open_page(self, key: str) -> None:
        """Go to the page tonight, cases, members, letters or reports."""
        self.page_asked.emit(key)

    def open_letters(self, wanted: "LetterFilter") -> None:
        """List the letters of a case, a writer, an addressee or an evening on their page."""
        self.letters_asked.emit(wanted)

    def open_case(self, case_id: int) -> None:
        """Show a case on its page."""
        self.case_asked.emit(case_id)

    def review(self, bulletin_id: int | None = None) -> None:
        """Open the review of a stored bulletin, or an empty one to enter a case by hand."""
        self.review_asked.emit(bulletin_id)

    def read_bulletins(self) -> None:
        """Ask for bulletin files, as Ctrl+O does."""
        self.bulletins_asked.emit()

    def set_settings(self, settings: Settings) -> None:
        """Keep these settings, in the file too."""
        self.settings = settings
        try:
            save_settings(self._settings_file, settings)
        except OSError:
            self.notify(_("The settings could not be written; they hold until you close the program."))
        self.settings_changed.emit()


class JobOrder:
    """A job that a page wants to be run, and who hears its end."""

    def __init__(
        self,
        start_job: Callable[[], Job[Any]],
        on_done: Callable[[Any], None],
        title: str,
        on_failed: Callable[[Exception], None] | None = None,
        on_cancelled: Callable[[], None] | None = None,
    ) -> None:
        self.start_job = start_job
        self.on_done = on_done
        self.title = title
        self.on_failed = on_failed
        self.on_cancelled = on_cancelled
