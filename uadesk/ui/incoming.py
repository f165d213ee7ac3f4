"""Bulletins on their way in: chosen, dropped or pasted, read in a job, reviewed or accepted together, then stored."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from uadesk.base.language import _, ngettext
from uadesk.domain.bulletins import BulletinDraft
from uadesk.domain.rows import LetterRow
from uadesk.ui.context import Context, What
from uadesk.ui.course import Course

if TYPE_CHECKING:
    from uadesk.base.jobs import Job
    from uadesk.desk.arrivals import Arrival, Arrivals, Readings
    from uadesk.ui.dialogs.arrivals import ArrivalsDialog
    from uadesk.ui.review.rounds import ReviewRound

FEW = 5
"""Up to so many bulletins are reviewed at once, one after another; of more a list is shown first."""
_CHANGES = (What.CASES, What.LETTERS, What.EVENING)


class Incoming(QObject):
    """Leads each bulletin from its file to the desk; nothing is stored before a person has confirmed it."""

    waiting_changed = Signal(int)
    """How many bulletins were read and wait for a person."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(context)
        self._context = context
        self._window = window
        self._list: ArrivalsDialog | None = None
        self._is_used = False
        context.changed.connect(self._note_change)

    @cached_property
    def arrivals(self) -> "Arrivals":
        """What came and what became of it."""
        from uadesk.desk.arrivals import Arrivals

        return Arrivals()

    @cached_property
    def round(self) -> "ReviewRound":
        """The way from one review to the next; made, with all that it needs, when a bulletin comes."""
        from uadesk.ui.review.rounds import ReviewRound

        self._is_used = True
        made = ReviewRound(self._context, self.arrivals, self._window)
        made.saved.connect(self._tell_saved)
        made.ended.connect(self._settle)
        return made

    @property
    def has_unseen(self) -> bool:
        """Whether bulletins wait beside the one whose review is open: that one asks for itself."""
        return self._is_used and len(self.arrivals.waiting) > int(self.round.reviews_arrival)

    def hold(self, *, held: bool) -> None:
        """Open no further review while the window is closing; go on when it stays open after all."""
        if self._is_used:
            self.round.hold(held=held)

    def ask_files(self) -> None:
        """Ask which bulletins to read."""
        from uadesk.desk.arrivals import READ

        kinds = " ".join(f"*{each}" for each in READ)
        chosen, _filter = QFileDialog.getOpenFileNames(
            self._window, _("Read bulletins"), "", _("Bulletins ({kinds});;All files (*)").format(kinds=kinds)
        )
        if chosen:
            self.read_files([Path(name) for name in chosen])

    def ask_folder(self) -> None:
        """Ask for a folder of which all bulletins are read."""
        chosen = QFileDialog.getExistingDirectory(self._window, _("Read all bulletins in a folder"))
        if chosen:
            self.read_files([Path(chosen)])

    def read_files(self, paths: Sequence[Path]) -> None:
        """Read these files, and all in these folders; the bulletins in them are then reviewed."""
        from uadesk.desk.arrivals import reading

        title = ngettext("Reading {count} bulletin", "Reading {count} bulletins", len(paths)).format(count=len(paths))
        if any(path.is_dir() for path in paths):
            title = _("Reading bulletins")
        self._run(lambda: reading(self._context.desk, paths), title)

    def paste(self) -> None:
        """Read what is in the clipboard."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            from uadesk.desk.bulletins import NothingToPasteError

            self._context.tell_trouble(NothingToPasteError())
            return
        self.read_text(text)

    def read_text(self, text: str) -> None:
        """Read a bulletin given as text."""
        from uadesk.desk.arrivals import reading_pasted

        self._run(lambda: reading_pasted(self._context.desk, text), _("Reading the pasted text"))

    def by_hand(self) -> None:
        """Enter a case in an empty form."""
        from uadesk.desk.arrivals import Arrival
        from uadesk.desk.bulletins import empty_draft, import_draft

        def store(draft: BulletinDraft) -> None:
            made = Arrival(draft)
            made.keep(self._context.noting(import_draft)(self._context.desk, draft))
            self._tell_saved(made)

        self.round.alone(empty_draft(), store, None)

    def review_stored(self, bulletin_id: int | None) -> None:
        """Look at a stored bulletin and correct it; with None, enter a case by hand."""
        if bulletin_id is None:
            self.by_hand()
            return
        from uadesk.desk.bulletins import correct, stored_draft
        from uadesk.desk.originals import stored_original

        desk = self._context.desk
        stored = stored_draft(desk, bulletin_id)

        def store(draft: BulletinDraft) -> None:
            self._context.noting(correct)(desk, bulletin_id, draft, stored.version)
            self._context.tell_change(*_CHANGES)
            self._context.notify(_("The bulletin was corrected."), undoable=True)

        with self._context.acting():
            self.round.alone(stored.draft, store, stored_original(desk, bulletin_id))

    def show_waiting(self) -> None:
        """Show the bulletins that were read and wait for a person."""
        if not self.arrivals.waiting:
            self._context.notify(_("No bulletin waits. Read one with Ctrl+O, or drop its file here."))
            return
        from uadesk.ui.dialogs.arrivals import ArrivalsDialog

        self._list = ArrivalsDialog(self.arrivals, self._window)
        self._list.look_asked.connect(self._look)
        self._list.sure_asked.connect(self._save_sure)
        self._list.finished.connect(self._forget_list)
        self._list.open()

    def _run(self, start: "Callable[[], Job[Readings]]", title: str) -> None:
        self._context.run(start, self._take, title=title)

    def _take(self, readings: "Readings") -> None:
        """What was read is kept; a few are reviewed at once, many are listed first."""
        self._is_used = True
        self.arrivals.add(readings)
        waiting = self.arrivals.waiting
        self.waiting_changed.emit(len(waiting))
        if len(readings.refused) == 1 and len(waiting) <= FEW:
            self._context.tell_trouble(readings.refused[0].why)
        if self.round.is_open:
            return
        if not waiting:
            self._finish()
        elif len(waiting) > FEW:
            self.show_waiting()
        else:
            self.round.begin(waiting[0])

    def _look(self, arrival: "Arrival") -> None:
        self._close_list()
        self.round.begin(arrival)

    def _save_sure(self) -> None:
        """Show which ones have no doubt, and store them off the window's thread."""
        from uadesk.desk.arrivals import storing
        from uadesk.ui.dialogs.arrivals import SaveSureDialog

        sure = self.arrivals.sure
        if not SaveSureDialog.ask(sure, self._list or self._window):
            return
        self._close_list()
        title = ngettext("Saving {count} bulletin", "Saving {count} bulletins", len(sure)).format(count=len(sure))
        desk = self._context.desk
        course = Course(lambda: storing(desk, sure))
        self._context.begun.emit()
        self._context.run(
            course.run,
            lambda _done: self._tell_stored(sure, course),
            title=title,
            on_cancelled=lambda: self._tell_stored(sure, course),
        )

    def _tell_stored(self, sure: "Sequence[Arrival]", course: Course[Any]) -> None:
        from uadesk.desk.arrivals import to_pull_of

        stored = [each for each in sure if each.imported is not None]
        said = ngettext("{count} bulletin was saved.", "{count} bulletins were saved.", len(stored))
        self._context.tell_course(course, *_CHANGES, said=said.format(count=len(stored)))
        self._settle()
        if self.arrivals.waiting:
            self.show_waiting()
        self._list_to_pull(to_pull_of(stored))

    def _note_change(self, what: frozenset[What]) -> None:
        """Saving may have been undone: those bulletins wait again."""
        if self._is_used and What.CASES in what:
            self.arrivals.recheck(self._context.desk)
            self.waiting_changed.emit(len(self.arrivals.waiting))

    def _settle(self) -> None:
        """No review is open any more: say what waits; where nothing does, what became of all."""
        waiting = len(self.arrivals.waiting)
        self.waiting_changed.emit(waiting)
        if not waiting:
            self._finish()

    def _finish(self) -> None:
        """All are settled: sum up many of them, and begin anew."""
        from uadesk.desk.words import summary_lines, tally_sentence
        from uadesk.ui.dialogs.said import SaidDialog

        arrivals = self.arrivals
        had = sum(each.state != "saved" for each in arrivals.all) + len(arrivals.refused)
        if len(arrivals.all) > FEW or had > 1:
            title = _("What became of the bulletins")
            SaidDialog.show_list(title, tally_sentence(arrivals), summary_lines(arrivals), self._window)
        arrivals.forget()

    def _tell_saved(self, arrival: "Arrival") -> None:
        from uadesk.desk.arrivals import ArrivalState
        from uadesk.desk.bulletins import ImportOutcome
        from uadesk.desk.words import outcome_sentence

        imported = arrival.imported
        assert imported is not None, f"said to be {ArrivalState.SAVED}"
        self._context.tell_change(*_CHANGES)
        changed = imported.outcome is not ImportOutcome.UNCHANGED
        self._context.notify(outcome_sentence(imported), undoable=changed)
        self._context.open_case(imported.case_id)
        self._list_to_pull(imported.to_pull)

    def _list_to_pull(self, letters: Sequence[LetterRow]) -> None:
        from uadesk.ui.dialogs.pull import PullDialog

        if letters:
            PullDialog.show_letters(self._context, letters, self._window)

    def _close_list(self) -> None:
        if self._list is not None:
            self._list.reject()

    def _forget_list(self, _result: int) -> None:
        shown, self._list = self._list, None
        if shown is not None:
            shown.deleteLater()
