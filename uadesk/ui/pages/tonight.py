"""Tonight: who came, which cases are on offer, how far each letter is, and the one next step."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from uadesk.base.jobs import Job
from uadesk.base.language import N_, _, ngettext
from uadesk.desk.cases import silent_cases
from uadesk.desk.draft_maker import AlreadyWrittenError
from uadesk.desk.drafting import Drafted, drafting
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
from uadesk.desk.letters import list_letters
from uadesk.desk.missing import Missing, Round, missing
from uadesk.desk.posting import stack_of
from uadesk.desk.steps import mark
from uadesk.desk.words import marked_sentence, sentence, silent_sentence
from uadesk.domain.letters import WAITING, Channel, LetterStatus
from uadesk.domain.rows import CaseRow, LetterFilter, LetterRow, Order
from uadesk.ui.context import EVERYTHING, Context, What
from uadesk.ui.dialogs.case_text import edit_case_text
from uadesk.ui.dialogs.prepare import PrepareDialog
from uadesk.ui.dialogs.print_dialog import PrintDialog
from uadesk.ui.dialogs.send import SendDialog
from uadesk.ui.dialogs.stamps import StampsDialog
from uadesk.ui.hand_over import HandOver
from uadesk.ui.models.board import Cell
from uadesk.ui.models.round_words import drafted_words, late_words, pieces_words, round_words
from uadesk.ui.pages.tonight_asks import ask_posted
from uadesk.ui.pages.tonight_view import TonightView
from uadesk.ui.widgets.buttons import set_text
from uadesk.ui.widgets.cell_menu import CellMenu

_MORE_CAN_BE_DRAFTED = (NextStep.DRAFT, NextStep.PRINT, NextStep.ANSWER, NextStep.POST, NextStep.SEND, NextStep.DONE)
_SHOWN = frozenset(LetterStatus) - {LetterStatus.WITHDRAWN}


class TonightPage(TonightView):
    """The evening at a glance. The filled button is always the next thing to do, and there is only one."""

    key = "tonight"
    title = N_("Tonight")
    shows = EVERYTHING

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.state: Tonight | None = None
        self.missing = Missing()
        self._silent: tuple[CaseRow, ...] = ()
        self.text_wanted.connect(self._look_at_text)
        self.place_left.connect(self._keep_place)
        self.guest_wanted.connect(self._add_guest)
        self.more_wanted.connect(self._draft_more)
        self.step_wanted.connect(self._take_step)
        self.people_model.ticked.connect(self._tick)
        self.everybody_wanted.connect(self._tick_everybody)
        self.offer_model.ticked.connect(self._offer)
        self.stamps_wanted.connect(self._show_stamps)
        self.prepare_wanted.connect(lambda: PrepareDialog(self.context, self.window()).open())
        self.hand_over_wanted.connect(self._hand_over)
        self.board.pressed_cell.connect(self._press)
        self.board.pressed_row.connect(self._draft_row)
        self.board.pressed_column.connect(self._draft_column)
        self.board.menu_wanted.connect(self._show_menu)
        self.copies.toggled.connect(lambda _on: self._show_steps())

    @override
    def keys(self) -> list[tuple[str, str]]:
        return [
            ("Ctrl+Return", _("Do the next step")),
            (_("Space"), _("Tick a person or a case; on the board: draft or open a letter")),
            (_("Shift+Space"), _("On the board: draft every letter of this person")),
            (_("Ctrl+Space"), _("On the board: draft this case for everybody who is here")),
            (_("Menu"), _("On the board: by hand, signed, posted, withdrawn")),
        ]

    # -- showing it

    @override
    def refresh(self) -> None:
        self.state = state = tonight(self.context.desk)
        self.missing = missing(self.context.desk, state)
        self.asks.refresh(state.held, state.sent)
        self.late.setText(late_words(self.missing.late, self.context.today))
        self.late.setVisible(bool(self.missing.late))
        self._silent = silent_cases(self.context.desk, state.cases)
        self.silent.ask(silent_sentence([case.name for case in self._silent]))
        set_text(self.text_button, ngettext("Look at it…", "Look at them…", len(self._silent)))
        self.show_state(state)
        self._show_steps()

    def _show_steps(self) -> None:
        state = self.state
        if state is None:
            return
        words, _act = self._step()
        set_text(self.step_button, words)
        rounds = self.missing.rounds
        self.copies.setVisible(any(each.copies for each in rounds))
        beside = rounds[1:] if state.step is NextStep.DRAFT else rounds
        self.more.setVisible(bool(beside) and state.step in _MORE_CAN_BE_DRAFTED)
        set_text(self.more, self._draft_words(beside[0]) if beside else "")

    def _step(self) -> tuple[str, Callable[[], None]]:
        """The one next step: its words and what it does."""
        assert self.state is not None
        state, copies = self.state, self.state.copies
        match state.step:
            case NextStep.DRAFT if self.missing.rounds:
                return self._draft_words(self.missing.rounds[0]), lambda: self._draft(self.missing.rounds[:1])
            case NextStep.PRINT:
                pieces = pieces_words(state.drafts, copies, _("{letters}, {copies}"))
                words = ngettext("Print {pieces} and envelope", "Print {pieces} and envelopes", len(state.drafts))
                return words.format(pieces=pieces), self._print
            case NextStep.POST:
                return _("{pieces} into the box…").format(pieces=pieces_words(state.to_post, copies)), self._post
            case NextStep.SEND:
                number = len(state.to_send)
                return ngettext("Send {n} letter…", "Send {n} letters…", number).format(n=number), self._send
        return self._plain_steps()[state.step]

    def _plain_steps(self) -> dict[NextStep, tuple[str, Callable[[], None]]]:
        """The steps that count nothing."""
        go_to = self.context.open_page
        return {
            NextStep.ADD_CASE: (_("Read a bulletin…"), self.context.read_bulletins),
            NextStep.ADD_PEOPLE: (_("Add people…"), partial(go_to, "members")),
            NextStep.OFFER: (_("Choose the cases for tonight"), self.offer.setFocus),
            NextStep.TICK: (_("Tick who came"), self._go_to_people),
            NextStep.DRAFT: (_("See who can be written to"), partial(go_to, "cases")),
            NextStep.ANSWER: (_("Say how it came out…"), self.asks.answer_for_paper),
            NextStep.DONE: (_("See what was written"), partial(go_to, "reports")),
        }

    def _draft_words(self, round_: Round) -> str:
        return round_words(round_, with_copies=self.copies.isChecked())

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

    def _look_at_text(self) -> None:
        """Show the paragraphs that nobody has looked at, one after the other, until one is left as it is."""
        for case in self._silent:
            if not edit_case_text(self.context, case.ident, case.name, self):
                break

    def _press(self, cell: Cell) -> None:
        if cell.status is None:
            way = self.missing.of(cell.person.ident, cell.case.ident)
            self._draft_cell(cell, way[0].channel if way else Channel.POST)
            return
        idents = [row.ident for row in self._letters_of(cell)]
        if idents:
            self.context.open_letter(idents)

    def _letters_of(self, cell: Cell) -> list[LetterRow]:
        """The letters that a place on the board stands for, each before its copies."""
        wanted = LetterFilter(case_id=cell.case.ident, member_id=cell.person.ident)
        rows = [row for row in list_letters(self.context.desk, wanted, Order("id")) if row.status in _SHOWN]
        current = set(list_letters(self.context.desk, replace(wanted, current_only=True)))
        return [row for row in rows if row in current or row.status in WAITING]

    def _draft_more(self) -> None:
        """What the button beside the board's heading says: the next round that is not the filled button's."""
        assert self.state is not None
        rounds = self.missing.rounds
        self._draft(rounds[1:2] if self.state.step is NextStep.DRAFT else rounds[:1])

    def _draft(self, rounds: Sequence[Round]) -> None:
        """Draft these rounds as one act to undo; very many are drafted off the window's thread."""
        desk, copies, today = self.context.desk, self.copies.isChecked(), self.context.today

        def job() -> Job[Drafted]:
            return drafting(desk, rounds, copies=copies, evening=today)

        self.context.do(
            job,
            self._tell_drafted,
            What.LETTERS,
            What.EVENING,
            pieces=sum(len(people) for each in rounds for people in each.writers.values()),
            title=_("Drafting letters"),
        )

    def _tell_drafted(self, drafted: Drafted) -> None:
        said = [drafted_words(drafted.done)] if drafted.done else []
        said += [sentence(each.why) for each in drafted.skipped if not isinstance(each.why, AlreadyWrittenError)]
        if said:
            self.context.notify(" ".join(said), undoable=bool(drafted.done))

    def _hand_over(self) -> None:
        """The writers take the keyboard; this window is not seen meanwhile."""
        HandOver(self.context).start()

    def _show_stamps(self) -> None:
        """Which stamps the letters of tonight need that have not gone."""
        if self.state is not None:
            idents = (*self.state.drafts, *self.state.to_post)
            StampsDialog(self.context, idents, self.window()).open()

    def _draft_row(self, row: int) -> None:
        """Every letter of this person that is missing."""
        self._draft_some(self.missing.of(member_id=self.board_model.person(row).ident))

    def _draft_column(self, column: int) -> None:
        """The letters on this case of everybody who is here."""
        self._draft_some(self.missing.of(case_id=self.board_model.case(column).ident))

    def _draft_some(self, rounds: Sequence[Round]) -> None:
        if rounds:
            self._draft(rounds)
        else:
            self.context.notify(_("There is nothing left to draft here."))

    def _draft_cell(self, cell: Cell, channel: Channel) -> None:
        self._draft([Round(channel, {cell.case.ident: (cell.person.ident,)}, 1, 0)])

    def _show_menu(self, cell: Cell, place: QPoint) -> None:
        menu = CellMenu(cell, self._letters_of(cell), self)
        menu.letter_wanted.connect(self._press)
        menu.way_wanted.connect(partial(self._draft_cell, cell))
        menu.step_wanted.connect(self._mark)
        menu.popup(place)

    def _mark(self, idents: tuple[int, ...], status: LetterStatus) -> None:
        with self.context.acting(What.LETTERS, What.EVENING):
            marked = mark(self.context.desk, idents, status)
            self.context.notify(marked_sentence(marked, status), undoable=bool(marked.done))

    def _print(self) -> None:
        if self.state is not None:
            PrintDialog(self.context, self.state.drafts, parent=self.window()).open()

    def _send(self) -> None:
        """Show the drafts by email and fax, one after the other."""
        if self.state is not None:
            SendDialog.open_for(self.context, self.state.to_send, self.window())

    def _post(self) -> None:
        """Ask which of tonight's stack went into the box."""
        ask_posted(self.context, stack_of(self.context.desk, self.context.today), self.window())
