"""Keeps what is typed in a letter: saves by itself, and notices when somebody else saved it meanwhile."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from uadesk.base.errors import UADeskError
from uadesk.desk.composing import LetterEdit
from uadesk.desk.desk import Desk
from uadesk.desk.letters import LetterGoneError
from uadesk.desk.writing import LetterFixedError, LetterView, correct_addressee, letter_view, save_letter
from uadesk.store.errors import StaleSaveError
from uadesk.ui.letter.unsaved import unsaved_words

WAIT = 1500
"""Milliseconds after the first unsaved key; typing on does not put it off."""


class LetterKeeper(QObject):
    """One letter being worked on: its stored state, what was typed since, and its saving."""

    state_changed = Signal()
    """Typed, saved, or could not be saved: `is_saved` and `trouble` tell."""
    went_along = Signal()
    """What was not typed here stands otherwise by now: `edit` holds it."""
    went_stale = Signal(object)
    """A `LetterView` that was saved or printed elsewhere; what was typed here is still in `edit`."""

    def __init__(self, desk: Desk, view: LetterView, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.view = view
        self.edit = view.shown
        self.trouble: UADeskError | None = None
        self._kept = self.edit
        self._version = view.version
        self._conflict = False
        self.is_gone = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT)
        self._timer.timeout.connect(self._save_in_time)

    @property
    def ident(self) -> int:
        """The letter's id."""
        return self.view.row.ident

    @property
    def is_saved(self) -> bool:
        """Whether all that was typed is stored."""
        return self.edit == self._kept

    @property
    def is_too_late(self) -> bool:
        """Whether something was typed that no saving can keep any more: the letter is gone, or on paper."""
        return not self.is_saved and (self.is_gone or not self.view.editable)

    @property
    def unsaved(self) -> str:
        """What was typed and is not stored, as text to take elsewhere."""
        return unsaved_words(self.edit, self._kept)

    def type(self, edit: LetterEdit) -> None:
        """Take what stands in the fields now."""
        if edit == self.edit:
            return
        self.edit = edit
        if not self._timer.isActive():
            self._timer.start()
        self.state_changed.emit()

    def _save_in_time(self) -> None:
        """Store by itself; while another thread writes (a great undo may take seconds), the window does not wait."""
        if self._desk.is_busy:
            self._timer.start()
        else:
            self.save()

    def save(self) -> bool:
        """Store what was typed, and tell whether all is stored now."""
        self._timer.stop()
        if self.is_saved or self.is_gone or self._conflict or not self.view.editable:
            return self.is_saved
        return self._store(self._save_typed)

    def save_for_case(self) -> bool:
        """Take this letter's address and salutation for the whole case."""
        return self.save() and self._store(correct_addressee)

    def _store(self, act: Callable[[Desk, int, LetterEdit, int], int]) -> bool:
        try:
            self._version = act(self._desk, self.ident, self.edit, self._version)
        except (StaleSaveError, LetterFixedError):
            self._conflict = True
            self.went_stale.emit(letter_view(self._desk, self.ident))  # whoever hears it may settle it at once
            return self.is_saved
        except UADeskError as error:
            self.is_gone = isinstance(error, LetterGoneError)
            self.trouble = error
            self.state_changed.emit()
            return False
        typed = self.edit
        self.view = letter_view(self._desk, self.ident)
        self.edit = self._kept = typed.typed_over(self._kept, self.view.shown)
        self.trouble = None
        self.state_changed.emit()
        if self.edit != typed:
            self.went_along.emit()
        return True

    def _save_typed(self, desk: Desk, ident: int, edit: LetterEdit, version: int) -> int:
        return save_letter(desk, ident, edit, version, self._kept)

    def mine(self, other: LetterView) -> LetterEdit:
        """After a conflict: what was saved elsewhere, with what was typed here in its place."""
        return self.edit.typed_over(self._kept, other.shown)

    def keep_mine(self, other: LetterView) -> bool:
        """After a conflict: what was typed here replaces what was saved elsewhere, and nothing else does."""
        self._conflict = False
        self.edit, self._kept = self.mine(other), other.shown
        self.view, self._version = other, other.version
        return self.save()

    def keep_typed(self, other: LetterView) -> None:
        """After a conflict with what is on paper: the letter stays as it is, what was typed stays to be copied."""
        self._conflict = False
        self._timer.stop()
        self.view, self._version = other, other.version
        self._kept = other.shown
        self.trouble = None if self.is_saved else LetterFixedError(other.row.code, other.row.status)
        self.state_changed.emit()

    def take_other(self, other: LetterView) -> None:
        """After a conflict: what was saved elsewhere replaces what stands here."""
        self._conflict = False
        self._timer.stop()
        self.view, self._version = other, other.version
        self.edit = self._kept = other.shown
        self.trouble = None
        self.state_changed.emit()

    def reload(self) -> bool:
        """Look at the store again where nothing is unsaved; tells whether the letter changed there.

        Where something was typed too late and the letter can be changed again, it is a conflict like any other.
        Raises LetterGoneError.
        """
        if self._conflict or not (self.is_saved or self.is_too_late):
            return False
        view = letter_view(self._desk, self.ident)
        if self.is_too_late:
            self._conflict = view.editable
            if view.editable:
                self.went_stale.emit(view)
            return False
        if view == self.view:
            return False
        self.take_other(view)
        return True
