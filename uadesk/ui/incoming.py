"""Bulletins on their way in: chosen, dropped or pasted, read in a job, reviewed one after another, then stored."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from uadesk.base.errors import UADeskError
from uadesk.base.jobs import Job, Progress
from uadesk.base.language import _, ngettext
from uadesk.domain.bulletins import BulletinDraft
from uadesk.ui.context import Context, What

if TYPE_CHECKING:
    from uadesk.desk.bulletins import Imported, ReadFile, SourceFile
    from uadesk.ui.review.same_case import SameCase
    from uadesk.ui.review.window import ReviewWindow


@dataclass(frozen=True, slots=True)
class Waiting:
    """A bulletin that waits for its review, and the file it came in."""

    draft: BulletinDraft
    file: "SourceFile | None"


@dataclass(frozen=True, slots=True)
class Readings:
    """What came of reading some files: bulletins, and the errors of those that are none."""

    found: "tuple[ReadFile, ...]"
    troubles: tuple[UADeskError, ...]


class Incoming(QObject):
    """Leads each bulletin from its file to the desk; nothing is stored before a person has confirmed it."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(context)
        self._context = context
        self._window = window
        self._waiting: deque[Waiting] = deque()
        self._total = self._place = 0
        self._review: ReviewWindow | None = None
        self._is_held = False

    def hold(self, *, held: bool) -> None:
        """Open no further review while the window is closing; go on when it stays open after all."""
        self._is_held = held
        if not held:
            self._review_next()

    def ask_files(self) -> None:
        """Ask which bulletins to read."""
        chosen, _filter = QFileDialog.getOpenFileNames(
            self._window, _("Read bulletins"), "", _("Bulletins (*.txt *.md *.markdown);;All files (*)")
        )
        if chosen:
            self.read_files([Path(name) for name in chosen])

    def read_files(self, paths: Sequence[Path]) -> None:
        """Read these files; each bulletin in them is then reviewed."""

        def read(path: Path) -> "ReadFile":
            from uadesk.desk.bulletins import read_file

            return read_file(self._context.desk, path)

        self._run([(path.name, partial(read, path)) for path in paths])

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

        def read() -> "ReadFile":
            from uadesk.desk.bulletins import read_pasted

            return read_pasted(self._context.desk, text)

        self._run([(_("the pasted text"), read)])

    def by_hand(self) -> None:
        """Enter a case in an empty form."""
        from uadesk.desk.bulletins import empty_draft

        self._waiting.append(Waiting(empty_draft(), None))
        self._total += 1
        self._review_next()

    def review_stored(self, bulletin_id: int | None) -> None:
        """Look at a stored bulletin and correct it; with None, enter a case by hand."""
        if bulletin_id is None:
            self.by_hand()
            return
        from uadesk.desk.bulletins import correct, stored_draft

        desk = self._context.desk
        stored = stored_draft(desk, bulletin_id)

        def store(draft: BulletinDraft) -> None:
            correct(desk, bulletin_id, draft, stored.version)
            self._context.tell_change(What.CASES, What.LETTERS, What.EVENING)
            self._context.notify(_("The bulletin was corrected."), undoable=True)

        with self._context.acting():
            self._open(stored.draft, store, "")

    def _run(self, readings: "Sequence[tuple[str, Callable[[], ReadFile]]]") -> None:
        def job() -> Job[Readings]:
            found: list[ReadFile] = []
            troubles: list[UADeskError] = []
            for place, (name, read) in enumerate(readings):
                yield Progress(place, len(readings), name)
                try:
                    found.append(read())
                except UADeskError as error:
                    troubles.append(error)
            return Readings(tuple(found), tuple(troubles))

        title = ngettext("Reading {count} bulletin", "Reading {count} bulletins", len(readings))
        self._context.run(job, self._take, title=title.format(count=len(readings)))

    def _take(self, readings: Readings) -> None:
        for each in readings.found:
            self._waiting.extend(Waiting(draft, each.file) for draft in each.drafts)
            self._total += len(each.drafts)
        if readings.troubles:
            self._tell_troubles(readings)
        self._review_next()

    def _tell_troubles(self, readings: Readings) -> None:
        from uadesk.desk.words import sentence
        from uadesk.ui.dialogs.said import SaidDialog

        sentences = [sentence(error) for error in readings.troubles]
        if len(sentences) == 1:
            self._context.tell_trouble(readings.troubles[0])
        else:
            title = _("Some files could not be read")
            SaidDialog.show_list(title, _("The others were read. Nothing was stored yet."), sentences, self._window)

    def _review_next(self) -> None:
        if self._review is not None or self._is_held:
            return
        if not self._waiting:
            self._total = self._place = 0
            return
        waiting = self._waiting.popleft()
        self._place += 1
        place = ""
        if self._total > 1:
            place = _("{place} of {total}").format(place=self._place, total=self._total)
        from uadesk.desk.recognising import with_doubts

        same_case = self._same_case()
        draft = with_doubts(self._context.desk, waiting.draft)
        self._open(draft, lambda draft: self._store(draft, waiting.file, same_case.case_id), place, same_case)

    def _same_case(self) -> "SameCase":
        """What tells in a review of the case that a new bulletin is about."""
        from uadesk.desk.recognising import named_cases, recognise
        from uadesk.ui.review.same_case import SameCase

        desk = self._context.desk
        return SameCase(partial(recognise, desk), named_cases(desk))

    def _open(
        self,
        draft: BulletinDraft,
        store: Callable[[BulletinDraft], None],
        place: str,
        same_case: "SameCase | None" = None,
    ) -> None:
        from uadesk.ui.review.window import ReviewWindow

        self._review = ReviewWindow(draft, store, place=place, same_case=same_case, parent=self._window)
        self._review.finished.connect(self._forget_review)
        self._review.open()

    def _forget_review(self, _result: int) -> None:
        review, self._review = self._review, None
        if review is not None:
            review.deleteLater()
        self._review_next()

    def _store(self, draft: BulletinDraft, file: "SourceFile | None", case_id: int | None) -> None:
        """Store a reviewed bulletin. Raises UADeskError: the review stays open with all that was typed."""
        from uadesk.desk.bulletins import ImportOutcome, import_draft
        from uadesk.desk.words import outcome_sentence

        imported = import_draft(self._context.desk, draft, file, case_id)
        self._context.tell_change(What.CASES, What.LETTERS, What.EVENING)
        changed = imported.outcome is not ImportOutcome.UNCHANGED
        self._context.notify(outcome_sentence(imported), undoable=changed)
        self._context.open_case(imported.case_id)
        if imported.to_pull:
            self._list_to_pull(imported)

    def _list_to_pull(self, imported: "Imported") -> None:
        from uadesk.ui.dialogs.pull import PullDialog

        PullDialog.show_letters(self._context, imported.to_pull, self._window)
