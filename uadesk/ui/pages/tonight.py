"""Tonight: who came, which cases are on offer, how far each letter is, and the one next step."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from uadesk.base.language import N_, _, ngettext
from uadesk.desk.drafting import draft_letters
from uadesk.desk.evenings import NextStep, Tonight, add_guest, set_here, set_on_offer, set_place, tonight
from uadesk.desk.letters import list_letters, mark
from uadesk.desk.words import long_date
from uadesk.domain.letters import LetterStatus
from uadesk.domain.rows import LetterFilter, LetterRow
from uadesk.ui.context import EVERYTHING, Context, What
from uadesk.ui.dialogs.print_dialog import PrintDialog
from uadesk.ui.models.board import BoardModel, Cell, OfferModel, PeopleModel
from uadesk.ui.models.missing import Missing, drafted_words, find_missing
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.board import BoardView
from uadesk.ui.widgets.buttons import button, icon_button
from uadesk.ui.widgets.empty import EmptyState
from uadesk.ui.widgets.labels import plain_label
from uadesk.ui.widgets.offer import OfferView
from uadesk.ui.widgets.page import Page, PageHeader
from uadesk.ui.widgets.tick_list import TickList

WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
_NO_MATTER = QSizePolicy.Policy.Ignored
"""What stands in for a list must not make the window larger than the list would."""
_TO_POST = frozenset({LetterStatus.PRINTED, LetterStatus.SIGNED})


class TonightPage(Page):
    """The evening at a glance. The filled button is always the next thing to do, and there is only one."""

    key = "tonight"
    title = N_("Tonight")
    shows = EVERYTHING

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.state: Tonight | None = None
        self.missing = Missing({}, 0, 0)
        self._lay_out()

    # -- what stands where

    def _lay_out(self) -> None:
        self.header = PageHeader("")
        self.header.title.setWordWrap(True)
        self.place = QLineEdit()
        self.place.setPlaceholderText(_("Where you meet"))
        self.place.setAccessibleName(_("Place of the evening"))
        self.place.setMaximumWidth(260)
        self.place.editingFinished.connect(self._keep_place)
        self.header.add(self.place)
        self.body.addWidget(self.header)
        self.content = QWidget()
        self.stack = QStackedWidget()
        self.empty = EmptyState(
            "tonight",
            _("Your evening starts with a bulletin"),
            _("Read the Urgent Actions that came; the cases on offer, the people and their letters will stand here."),
        )
        self.empty.setSizePolicy(_NO_MATTER, _NO_MATTER)
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.content)
        self.body.addWidget(self.stack, 1)
        column = QVBoxLayout(self.content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        self._lay_out_offer(column)
        self._lay_out_board(column)
        self._lay_out_steps()

    def _lay_out_offer(self, column: QVBoxLayout) -> None:
        self.offer_model = OfferModel(self)
        self.offer_model.ticked.connect(self._offer)
        self.offer = OfferView(self.offer_model)
        self.offer_heading = plain_label("", "strong")
        self.offer_heading.setBuddy(self.offer)
        column.addWidget(self.offer_heading)
        column.addWidget(self.offer)

    def _lay_out_board(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        left, right = QVBoxLayout(), QVBoxLayout()
        for side in (left, right):
            side.setSpacing(GRID)
        self.people_model, self.board_model = PeopleModel(self), BoardModel(self)
        self.people_model.ticked.connect(self._tick)
        self.people = TickList(_("Who came"))
        self.people.setModel(self.people_model)
        self.people_heading = plain_label("", "strong")
        self.guest = QLineEdit()
        self.guest.setPlaceholderText(_("Guest’s first name"))
        self.guest.setAccessibleName(_("Guest’s first name"))
        self.guest.returnPressed.connect(self._add_guest)
        self.add_guest_button = icon_button("add", _("Add this guest"), self._add_guest)
        adding = QHBoxLayout()
        adding.addWidget(self.guest, 1)
        adding.addWidget(self.add_guest_button)
        left.addWidget(self.people_heading)
        left.addWidget(self.people, 1)
        left.addLayout(adding)
        self.board = BoardView()
        self.board.setModel(self.board_model)
        self.board.pressed_cell.connect(self._press)
        self.board_heading = plain_label("", "strong")
        self.board_hint = EmptyState("letters", "", "")
        self.board_stack = QStackedWidget()
        self.board_hint.setSizePolicy(_NO_MATTER, _NO_MATTER)
        self.board_stack.addWidget(self.board)
        self.board_stack.addWidget(self.board_hint)
        right.addWidget(self.board_heading)
        right.addWidget(self.board_stack, 1)
        row.addLayout(left, 2)
        row.addLayout(right, 5)
        column.addSpacing(GRID)
        column.addLayout(row, 1)

    def _lay_out_steps(self) -> None:
        self.copies = QCheckBox(_("With copies"))
        self.copies.setToolTip(_("Also draft the copies that the bulletins ask for, such as the embassy’s"))
        self.copies.setChecked(True)
        self.copies.toggled.connect(lambda _on: self._show_steps())
        self.more = button("", self._draft_missing, look="flat")
        self.step_button = button("", self._take_step, look="filled", key="Ctrl+Return")
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(self.copies)
        row.addStretch(1)
        row.addWidget(self.more)
        row.addWidget(self.step_button)
        self.body.addLayout(row)
        order = (self.step_button, self.offer, self.people, self.guest, self.add_guest_button, self.board)
        for first, then in pairwise((*order, self.copies, self.more, self.place)):
            QWidget.setTabOrder(first, then)

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
        day = state.evening.day
        when = _("{weekday} {date}").format(weekday=_(WEEKDAYS[day.weekday()]), date=long_date(day))
        self.header.set_title(_("Letter evening, {when}").format(when=when))
        if not self.place.hasFocus():
            self.place.setText(state.evening.place)
        self.stack.setCurrentWidget(self.empty if state.step is NextStep.ADD_CASE else self.content)
        self.place.setVisible(state.step is not NextStep.ADD_CASE)
        written = {
            case.ident: sum(person.cells[place] is not None for person in state.people)
            for place, case in enumerate(state.cases)
        }
        self.offer_model.show(state.cases, state.others, written, self.context.today)
        self.people_model.show(state.people)
        self.board_model.show(state.people, state.cases)
        self._show_words(state)
        self._show_steps()

    def _show_words(self, state: Tonight) -> None:
        total = len(state.cases) + len(state.others)
        here = sum(person.here for person in state.people)
        self.offer_heading.setText(_("Cases on offer: {n} of {total}").format(n=len(state.cases), total=total))
        self.people_heading.setText(_("Who came: {n}").format(n=here))
        self.board_heading.setText(_("Tonight’s letters: {n}").format(n=state.pieces))
        self.board_stack.setCurrentWidget(self.board if here and state.cases else self.board_hint)
        if not state.cases:
            self.board_hint.say(_("No case is on offer"), _("Tick at least one case above."))
        else:
            self.board_hint.say(
                _("Who came tonight?"),
                _("Tick them on the left, or add a guest by first name. Their letters will stand here."),
            )

    def _show_steps(self) -> None:
        state = self.state
        if state is None:
            return
        words, _act = self._step()
        self.step_button.setText(words)
        self.step_button.setAccessibleName(words)
        drafts = self.missing.words(with_copies=self.copies.isChecked())
        self.copies.setVisible(bool(self.missing.copies))
        beside = state.step in (NextStep.PRINT, NextStep.POST, NextStep.DONE) and bool(self.missing.letters)
        self.more.setVisible(beside)
        self.more.setText(drafts)
        self.more.setAccessibleName(drafts)

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

    def _post(self) -> None:
        idents = self._tonights(_TO_POST)
        with self.context.acting(What.LETTERS, What.EVENING):
            done = len(mark(self.context.desk, idents, LetterStatus.POSTED).done)
            said = ngettext("{n} letter is marked posted.", "{n} letters are marked posted.", done).format(n=done)
            self.context.notify(said, undoable=True)

    def _tonights(self, statuses: frozenset[LetterStatus]) -> list[int]:
        wanted = LetterFilter(evening=self.context.today, statuses=statuses)
        rows = list_letters(self.context.desk, wanted)
        return sorted(row.ident for row in rows)
