"""What every page is given: the desk, the settings, and the ways to speak to the window around it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from uadesk.base.errors import UADeskError
from uadesk.base.jobs import Job, finish
from uadesk.base.language import _
from uadesk.base.settings import Settings, save_settings
from uadesk.ui.course import Course, JobOrder

if TYPE_CHECKING:
    from uadesk.desk.desk import Desk
    from uadesk.domain.rows import LetterFilter


P = ParamSpec("P")
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
        self._acts: list[int] = []
        self._noticed_act: int | None = None

    @property
    def today(self) -> date:
        return self.desk.today

    def notify(self, text: str, *, undoable: bool = False) -> None:
        """Say in the notice bar what happened; `undoable` offers Undo of it, where it did anything and is the last act.

        What happened is what was recorded since `begun`, or by what `noting` gave.
        """
        acts, self._acts = self._acts, []
        self._noticed_act = acts[-1] if undoable and acts else None
        self.noticed.emit(text, self.can_undo_noticed())

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
            self._begin()
        try:
            with self._noting() if changes else nullcontext():
                yield
        except UADeskError as error:
            self.tell_trouble(error)
            return
        if changes:
            self.tell_change(*changes)
        if said:
            self.notify(said, undoable=undoable)

    def noting(self, act: Callable[P, T]) -> Callable[P, T]:
        """This use case; what it does is what the next notice tells of."""

        def noted(*values: P.args, **named: P.kwargs) -> T:
            self._acts = []
            with self._noting():
                return act(*values, **named)

        return noted

    def tell_kept(self, *changes: What, said: str) -> None:
        """Tell what a form changed that kept it itself, by what `noting` gave; it can be undone."""
        self.begun.emit()
        self.tell_change(*changes)
        self.notify(said, undoable=True)

    def tell_course(self, course: Course[Any], *changes: What, said: str = "") -> None:
        """Tell what a job changed, also one that was stopped; what is said next, or `said`, is of it."""
        self.tell_change(*changes)
        self._acts = course.acts
        if said:
            self.notify(said, undoable=True)

    def _begin(self) -> None:
        self.begun.emit()
        self._acts = []

    @contextmanager
    def _noting(self) -> Iterator[None]:
        from uadesk.desk.undoing import noting_acts

        with noting_acts(self._acts):
            yield

    def undo(self) -> None:
        """Take back the last act, and say which it was; a great one off the window's thread, with progress."""
        from uadesk.desk.undoing import last_act

        with self.acting():
            self._take_back(last_act(self.desk))

    def undo_noticed(self) -> None:
        """Take back what the notice told of, once. Where anything was done since, that stays, and it is said."""
        act, self._noticed_act = self._noticed_act, None
        with self.acting():
            if act is None:
                self.notify(_("There is nothing to take back any more."))
            else:
                self._take_back(act)

    def can_undo_noticed(self) -> bool:
        """Whether what the notice told of is still the last thing that was done."""
        from uadesk.desk.undoing import last_act

        return self._noticed_act is not None and self._noticed_act == last_act(self.desk)

    def _take_back(self, act: int | None) -> None:
        from uadesk.desk.undoing import undo_size, undoing

        self._revert(lambda: undoing(self.desk, act), undo_size(self.desk), _("Taken back: {act}"), _("Taking back"))

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
            self.begun.emit()
            self.run(start_job, lambda act: self._tell_undone(said, act), title=title, is_alone=True)

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
        on_failed: Callable[[UADeskError], None] | None = None,
        on_cancelled: Callable[[], None] | None = None,
        is_alone: bool = False,
    ) -> None:
        """Run a job off the window's thread, one after another, with its progress shown.

        Nobody works in any window while one runs that `is_alone`: the desk cannot be written meanwhile.

        `start_job` is called in the thread; the others in the window's. Without `on_failed` expected trouble
        goes to the notice bar. What is not expected goes to the crash dialog.
        """
        self.job_asked.emit(JobOrder(start_job, on_done, title, on_failed, on_cancelled, is_alone=is_alone))

    def do(
        self,
        start_job: Callable[[], Job[T]],
        on_done: Callable[[T], None],
        *changes: What,
        pieces: int,
        title: str,
    ) -> None:
        """Carry out a job that changes this many things; more than `MANY` off the window's thread, with progress.

        Where a long one is stopped or fails, what was done until then stands: every page is told, and the person.
        """
        if pieces <= MANY:
            with self.acting(*changes):
                on_done(finish(start_job()))
            return
        course = Course(start_job)

        def end(outcome: T) -> None:
            self.tell_course(course, *changes)
            on_done(outcome)

        def fail(error: UADeskError) -> None:
            self.tell_course(course, *changes)
            self.tell_trouble(error)

        def stop() -> None:
            self.tell_course(course, *changes, said=course.stopped)

        self._begin()
        self.job_asked.emit(JobOrder(course.run, end, title, fail, stop, on_faulted=stop))

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
