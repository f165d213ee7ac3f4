"""Letters that are held since their case went on: each with what changed, and the three things that can be done."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from uadesk.base.errors import UADeskError
from uadesk.base.jobs import Job, finish
from uadesk.base.language import _, ngettext
from uadesk.desk.changes import HeldLetter, held_letters
from uadesk.desk.desk import Skipped
from uadesk.desk.holding import Renewed, keeping, renewing
from uadesk.desk.steps import Marked, marking
from uadesk.desk.words import change_heading, change_sentences, sentence, status_word
from uadesk.domain.letters import LetterStatus
from uadesk.ui.context import MANY, Context, What
from uadesk.ui.dialogs.job_dialog import JobDialog
from uadesk.ui.models.ticks import TickModel
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import allow, button
from uadesk.ui.widgets.dialogs import fit
from uadesk.ui.widgets.labels import plain_label, set_tone
from uadesk.ui.widgets.tick_list import TickList

_NAMED = 3
"""So many letters that could not be changed are named with why."""


class HeldDialog(JobDialog):
    """A list by code; what is ticked is printed anew, goes as it is, or is withdrawn."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._held: dict[int, HeldLetter] = {}
        self.model = TickModel((), self)
        self.setWindowTitle(_("Letters that are held"))
        self.list = TickList(_("Letters that are held"))
        self.changes = QPlainTextEdit()
        self.changes.setReadOnly(True)
        self.changes.setProperty("look", "list")
        self.changes.setAccessibleName(_("What changed"))
        self.trouble = plain_label("", "amber", wraps=True)
        self.anew = button(_("Print anew, with what changed"), self._renew, look="filled")
        self.keep = button(_("Let them go as they are"), self._keep)
        self.withdraw = button(_("Withdraw"), self._withdraw)
        self._lay_out()
        self._show()

    def _lay_out(self) -> None:
        self.content = QWidget()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.content)
        self.stack.addWidget(self.busy)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        whole.addWidget(self.stack)
        column = QVBoxLayout(self.content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(plain_label(_("Their cases went on while these lay in the house"), "heading", wraps=True))
        hint = _("Take them out of the pile by their code. Nothing of this goes into the box before you decide.")
        column.addWidget(plain_label(hint, "quiet", wraps=True))
        column.addWidget(self.list, 3)
        column.addWidget(plain_label(_("What changed for the letter chosen above"), "strong"))
        column.addWidget(self.changes, 2)
        column.addWidget(self.trouble)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(button(_("Close"), self.reject))
        row.addStretch(1)
        for each in (self.withdraw, self.keep, self.anew):
            row.addWidget(each)
        column.addLayout(row)
        fit(self, (820, 620))

    def _show(self) -> None:
        """What is held now, all of it ticked."""
        self._held = {each.row.ident: each for each in held_letters(self._context.desk)}
        self.model = TickModel([(str(ident), _line(each)) for ident, each in self._held.items()], self)
        self.model.tick_from(0)
        self.model.dataChanged.connect(self._allow)
        self.list.setModel(self.model)
        self.list.selectionModel().currentChanged.connect(lambda now, _before: self._tell_changes(now.row()))
        if self._held:
            self.list.setCurrentIndex(self.model.index(0))
        else:
            self._tell_changes(-1)
        self._allow()

    @property
    def chosen(self) -> tuple[int, ...]:
        """The letters (ids) that are ticked."""
        return tuple(int(key) for key in self.model.ticked)

    def _tell_changes(self, row: int) -> None:
        held = list(self._held.values())
        if not 0 <= row < len(held):
            self.changes.setPlainText(_("Nothing is held any more."))
            return
        changes = held[row].changes
        self.changes.setPlainText("\n".join((change_heading(changes), *change_sentences(changes))))

    def _allow(self, *_values: object) -> None:
        none = "" if self.chosen else _("Tick at least one letter.")
        changed = any(self._held[ident].changes.is_other for ident in self.chosen)
        for each, is_usual in ((self.anew, changed), (self.keep, not changed)):
            set_tone(each, "filled" if is_usual else "", "look")
        for each in (self.anew, self.keep, self.withdraw):
            allow(each, none)

    def _renew(self) -> None:
        desk, chosen = self._context.desk, self.chosen

        def told(done: Renewed) -> None:
            words = ngettext("{n} letter is a draft again.", "{n} letters are drafts again.", len(done.done))
            self._after(words.format(n=len(done.done)), done.skipped)

        self._do(lambda: renewing(desk, chosen), told)

    def _keep(self) -> None:
        desk, chosen = self._context.desk, self.chosen
        words = ngettext("{n} letter goes as it is.", "{n} letters go as they are.", len(chosen))
        self._do(lambda: keeping(desk, chosen), lambda _done: self._after(words.format(n=len(chosen)), ()))

    def _withdraw(self) -> None:
        desk, chosen = self._context.desk, self.chosen

        def told(done: Marked) -> None:
            words = ngettext("{n} letter is withdrawn.", "{n} letters are withdrawn.", len(done.done))
            self._after(words.format(n=len(done.done)), done.skipped)

        self._do(lambda: marking(desk, chosen, LetterStatus.WITHDRAWN), told)

    def _do(self, start_job: Callable[[], Job[Any]], told: Callable[[Any], None]) -> None:
        """Few letters at once; many with progress, and what was done until it is stopped stands."""
        if len(self.chosen) <= MANY:
            with self._context.acting(What.LETTERS, What.EVENING):
                told(finish(start_job()))
            return
        self.busy.begin(_("Changing the letters…"))
        self.stack.setCurrentWidget(self.busy)
        self._run_change(start_job, told, What.LETTERS, What.EVENING)

    @override
    def _fail(self, error: UADeskError) -> None:
        self._leave_busy()
        self.trouble.setText(sentence(error))

    @override
    def _leave_busy(self) -> None:
        """Show what is held still."""
        self.stack.setCurrentWidget(self.content)
        self._show()

    def _after(self, said: str, skipped: Sequence[Skipped]) -> None:
        self.trouble.setText(" ".join(sentence(each.why) for each in skipped[:_NAMED]))
        self._leave_busy()
        self._context.notify(said, undoable=True)
        if not self._held:
            self.accept()


def _line(held: HeldLetter) -> str:
    row = held.row
    state = _("new address") if held.changes.is_elsewhere else status_word(row.status)
    words = _("{code}  {case}, {state}: {name} to {addressee}")
    return words.format(code=row.code, case=row.case, state=state, name=row.member, addressee=row.addressee)
