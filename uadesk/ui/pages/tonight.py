"""Tonight: who came, which cases are on offer, how far each letter is, and the one next step."""

from collections.abc import Callable

from PySide6.QtWidgets import (
    QWidget,
)
from typing_extensions import override

from uadesk.base.language import N_, _, ngettext
from uadesk.desk.drafting import draft_letters
from uadesk.desk.evenings import (
    NextStep,
    Tonight,
    add_guest,
    everybody_here,
    set_here,
    set_on_offer,
    set_place,
    tonight,
)
from uadesk.desk.letters import list_letters, mark
from uadesk.desk.runs import sent_job, unanswered_runs
from uadesk.domain.letters import WAITING, LetterStatus
from uadesk.domain.rows import LetterFilter, LetterRow, Order, SentRun
from uadesk.ui.context import EVERYTHING, Context, What
from uadesk.ui.dialogs import print_words
from uadesk.ui.dialogs.print_dialog import PrintDialog
from uadesk.ui.dialogs.pull import PullDialog
from uadesk.ui.models.board import Cell
from uadesk.ui.models.missing import Missing, drafted_words, find_missing
from uadesk.ui.pages.tonight_view import TonightView
from uadesk.ui.widgets.buttons import set_text

_TO_POST = frozenset({LetterStatus.PRINTED, LetterStatus.SIGNED})


class TonightPage(TonightView):
    """The evening at a glance. The filled button is always the next thing to do, and there is only one."""

    key = "tonight"
    title = N_("Tonight")
    shows = EVERYTHING

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.state: Tonight | None = None
        self.missing = Missing({}, 0, 0)
        self.to_pull: list[LetterRow] = []
        self.unanswered: tuple[SentRun, ...] = ()
        self.place_left.connect(self._keep_place)
        self.guest_wanted.connect(self._add_guest)
        self.more_wanted.connect(self._draft_missing)
        self.step_wanted.connect(self._take_step)
        self.pull_list_wanted.connect(lambda: PullDialog.show_letters(self.to_pull, self.window()))
        self.paper_answer_wanted.connect(self._answer_for_paper)
        self.people_model.ticked.connect(self._tick)
        self.everybody_wanted.connect(self._tick_everybody)
        self.offer_model.ticked.connect(self._offer)
        self.board.pressed_cell.connect(self._press)
        self.copies.toggled.connect(lambda _on: self._show_steps())

    @override
    def keys(self) -> list[tuple[str, str]]:
        return [
            ("Ctrl+Return", _("Do the next step")),
            (_("Space"), _("Tick a person or a case; on the board: draft or open a letter")),
        ]

    # -- showing it

    @override
    def refresh(self) -> None:
        self.state = state = tonight(self.context.desk)
        self.missing = find_missing(self.context.desk, state)
        self.to_pull = self._to_pull()
        self.show_to_pull(self.to_pull)
        self.unanswered = unanswered_runs(self.context.desk)
        self.paper.ask(print_words.unanswered(self.unanswered[0]) if self.unanswered else "")
        self.show_state(state)
        self._show_steps()

    def _show_steps(self) -> None:
        state = self.state
        if state is None:
            return
        words, _act = self._step()
        set_text(self.step_button, words)
        drafts = self.missing.words(with_copies=self.copies.isChecked())
        self.copies.setVisible(bool(self.missing.copies))
        beside = state.step in (NextStep.PRINT, NextStep.POST, NextStep.DONE) and bool(self.missing.letters)
        self.more.setVisible(beside)
        set_text(self.more, drafts)

    def _step(self) -> tuple[str, Callable[[], None]]:
        """The one next step: its words and what it does."""
        assert self.state is not None
        drafts, to_post = self.state.drafts, self.state.to_post
        match self.state.step:
            case NextStep.ADD_CASE:
                return _("Read a bulletin…"), self.context.read_bulletins
            case NextStep.ADD_PEOPLE:
                return _("Add people…"), lambda: self.context.open_page("members")
            case NextStep.OFFER:
                return _("Choose the cases for tonight"), self.offer.setFocus
            case NextStep.TICK:
                return _("Tick who came"), self._go_to_people
            case NextStep.DRAFT if not self.missing.letters:
                return _("See who can be written to"), lambda: self.context.open_page("cases")
            case NextStep.DRAFT:
                return self.missing.words(with_copies=self.copies.isChecked()), self._draft_missing
            case NextStep.PRINT:
                words = ngettext("Print {n} letter and envelope", "Print {n} letters and envelopes", drafts)
                return words.format(n=drafts), self._print
            case NextStep.POST:
                return ngettext("Mark {n} posted", "Mark {n} posted", to_post).format(n=to_post), self._post
            case _:
                return _("See what was written"), lambda: self.context.open_page("reports")

    # -- what a person does

    def _take_step(self) -> None:
        if self.state is not None:
            self._step()[1]()

    def _go_to_people(self) -> None:
        self.people.setFocus()
        if not self.people.currentIndex().isValid() and self.people_model.rowCount():
            self.people.setCurrentIndex(self.people_model.index(0))

    def _keep_place(self) -> None:
        if self.state is not None and self.place.text().strip() != self.state.evening.place:
            with self.context.acting(What.EVENING):
                set_place(self.context.desk, self.place.text())

    def _tick(self, ident: int, here: bool) -> None:  # noqa: FBT001  a signal's arguments come by place
        with self.context.acting(What.EVENING):
            set_here(self.context.desk, ident, here)

    def _tick_everybody(self) -> None:
        with self.context.acting(What.EVENING):
            everybody_here(self.context.desk)

    def _offer(self, ident: int, offered: bool) -> None:  # noqa: FBT001  a signal's arguments come by place
        with self.context.acting(What.EVENING):
            set_on_offer(self.context.desk, ident, offered)

    def _add_guest(self) -> None:
        name = self.guest.text().strip()
        if not name:
            self.guest.setFocus()
            return
        with self.context.acting(What.EVENING, What.MEMBERS):
            add_guest(self.context.desk, name)
            self.guest.clear()
        self.guest.setFocus()

    def _press(self, cell: Cell) -> None:
        if cell.status is None:
            self._draft({cell.case.ident: (cell.person.ident,)})
            return
        wanted = LetterFilter(case_id=cell.case.ident, member_id=cell.person.ident, current_only=True)
        idents = sorted(row.ident for row in list_letters(self.context.desk, wanted))  # each letter before its copies
        if idents:
            self.context.open_letter(idents)

    def _draft_missing(self) -> None:
        self._draft(self.missing.writers)

    def _draft(self, writers: dict[int, tuple[int, ...]]) -> None:
        """Draft for these writers, by case, as one act to undo."""
        made: list[LetterRow] = []
        merge = f"tonight:{self.context.desk.now.isoformat()}"
        with self.context.acting(What.LETTERS, What.EVENING):
            for case_id, members in writers.items():
                done = draft_letters(
                    self.context.desk,
                    case_id,
                    members,
                    copies=self.copies.isChecked(),
                    evening=self.context.today,
                    merge=merge,
                )
                made += done.done
        if made:
            self.context.notify(drafted_words(made), undoable=True)

    def _print(self) -> None:
        idents = self._tonights(frozenset({LetterStatus.DRAFT}))
        PrintDialog(self.context, idents, parent=self.window()).open()

    def _answer_for_paper(self) -> None:
        """Ask how the oldest batch that went to paper came out."""
        if self.unanswered:
            run = self.unanswered[0]
            job = sent_job(self.context.desk, run.ident)
            PrintDialog(self.context, run.letters, sent=job, parent=self.window()).open()

    def _post(self) -> None:
        idents = self._tonights(_TO_POST)
        with self.context.acting(What.LETTERS, What.EVENING):
            done = len(mark(self.context.desk, idents, LetterStatus.POSTED).done)
            said = ngettext("{n} letter is marked posted.", "{n} letters are marked posted.", done).format(n=done)
            self.context.notify(said, undoable=True)

    def _tonights(self, statuses: frozenset[LetterStatus]) -> list[int]:
        """This evening's letters that may go on: those on a closed case are to be pulled."""
        wanted = LetterFilter(evening=self.context.today, statuses=statuses)
        rows = list_letters(self.context.desk, wanted)
        return sorted(row.ident for row in rows if not row.case_closed)

    def _to_pull(self) -> list[LetterRow]:
        """Letters of whatever evening that wait on a closed case."""
        waiting = list_letters(self.context.desk, LetterFilter(statuses=WAITING), Order("code"))
        return [row for row in waiting if row.case_closed]
