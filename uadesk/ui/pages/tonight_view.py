"""What stands where on the page Tonight: the cases on offer, who came, the board, and the one filled button."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from uadesk.base.language import _
from uadesk.desk.evenings import NextStep, Tonight
from uadesk.desk.words import weekday_date
from uadesk.ui.context import Context
from uadesk.ui.models.board import BoardModel, OfferModel, PeopleModel
from uadesk.ui.models.round_words import pieces_words
from uadesk.ui.pages.tonight_asks import TonightAsks
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.ask_bar import AskBar
from uadesk.ui.widgets.board import BoardView
from uadesk.ui.widgets.buttons import allow, button, icon_button
from uadesk.ui.widgets.empty import EmptyState
from uadesk.ui.widgets.flow import FlowLayout
from uadesk.ui.widgets.labels import plain_label
from uadesk.ui.widgets.offer import OfferView
from uadesk.ui.widgets.page import Page, PageHeader
from uadesk.ui.widgets.tick_list import TickList

_NO_MATTER = QSizePolicy.Policy.Ignored
"""What stands in for a list must not make the window larger than the list would."""


class TonightView(Page):
    """The widgets of the page and what they tell; `TonightPage` does what is asked."""

    place_left = Signal()
    guest_wanted = Signal()
    everybody_wanted = Signal()
    more_wanted = Signal()
    """The letters that are missing beside the next step are to be drafted too."""
    step_wanted = Signal()
    stamps_wanted = Signal()
    text_wanted = Signal()
    """The paragraphs on the cases that nobody has looked at."""
    """Which stamps tonight's letters need is to be shown."""
    prepare_wanted = Signal()
    """This or a later evening is to be prepared."""
    hand_over_wanted = Signal()
    """Those who write take the keyboard, one after the other."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._lay_out()

    def _lay_out(self) -> None:
        self.header = PageHeader("")
        self.header.title.setWordWrap(True)
        self.place = QLineEdit()
        self.place.setPlaceholderText(_("Where you meet"))
        self.place.setAccessibleName(_("Place of the evening"))
        self.place.setMaximumWidth(260)
        self.place.editingFinished.connect(self.place_left)
        self.header.add(self.place)
        self.prepare = button(_("Prepare…"), self.prepare_wanted.emit, key="Ctrl+E")
        self.prepare.setToolTip(_("Choose day and cases, and make the sheets for the table (Ctrl+E)"))
        self.header.add(self.prepare)
        self.body.addWidget(self.header)
        self.asks = TonightAsks(self.context)
        self.body.addWidget(self.asks)
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
        self.offer = OfferView(self.offer_model)
        self.offer_heading = plain_label("", "strong")
        self.offer_heading.setBuddy(self.offer)
        column.addWidget(self.offer_heading)
        column.addWidget(self.offer)
        self.late = plain_label("", "amber", wraps=True)
        column.addWidget(self.late)
        self.text_button = button(_("Look at it…"), self.text_wanted.emit)
        self.silent = AskBar(self.text_button, quiet=True)
        column.addWidget(self.silent)

    def _lay_out_board(self, column: QVBoxLayout) -> None:
        """Headings on one line; the list and the field for a guest on the left, the board on the right."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 5)
        grid.setRowStretch(1, 1)
        self._make_people(grid)
        self._make_board(grid)
        column.addLayout(grid, 1)

    def _make_people(self, grid: QGridLayout) -> None:
        self.people_model = PeopleModel(self)
        self.people = TickList(_("Who came"))
        self.people.setModel(self.people_model)
        self.people_heading = plain_label("", "strong")
        self.everybody = button(_("Everybody"), self.everybody_wanted.emit, look="flat", tip=_("Tick all members"))
        self.guest = QLineEdit()
        self.guest.setPlaceholderText(_("Guest’s first name"))
        self.guest.setAccessibleName(_("Guest’s first name"))
        self.guest.returnPressed.connect(self.guest_wanted)
        self.add_guest_button = icon_button("add", _("Add this guest"), self.guest_wanted.emit)
        adding = QHBoxLayout()
        adding.addWidget(self.guest, 1)
        adding.addWidget(self.add_guest_button)
        heading = QHBoxLayout()
        heading.addWidget(self.people_heading, 1)
        heading.addWidget(self.everybody)
        grid.addLayout(heading, 0, 0)
        grid.addWidget(self.people, 1, 0)
        grid.addLayout(adding, 2, 0)

    def _make_board(self, grid: QGridLayout) -> None:
        self.board_model = BoardModel(self)
        self.board = BoardView()
        self.board.setModel(self.board_model)
        self.board_heading = plain_label("", "strong")
        self.board_hint = EmptyState("letters", "", "")
        self.board_stack = QStackedWidget()
        self.board_hint.setSizePolicy(_NO_MATTER, _NO_MATTER)
        self.board_stack.addWidget(self.board)
        self.board_stack.addWidget(self.board_hint)
        self.more = button("", self.more_wanted.emit, look="flat")
        head = QHBoxLayout()
        head.addWidget(self.board_heading)
        head.addStretch(1)
        head.addWidget(self.more)
        grid.addLayout(head, 0, 1)
        grid.addWidget(self.board_stack, 1, 1, 2, 1)

    def _lay_out_steps(self) -> None:
        self.copies = QCheckBox(_("With copies"))
        self.copies.setToolTip(_("Also draft the copies that the bulletins ask for, such as the embassy’s"))
        self.copies.setChecked(True)
        self.step_button = button("", self.step_wanted.emit, look="filled", key="Ctrl+Return")
        self.stamps = button(_("Stamps…"), self.stamps_wanted.emit, look="flat")
        self.hand_over = button(_("Hand over the keyboard"), self.hand_over_wanted.emit, key="Ctrl+H")
        beside = QWidget()
        flow = FlowLayout(beside)
        for each in (self.copies, self.stamps, self.hand_over):
            flow.addWidget(each)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(beside, 1)
        row.addWidget(self.step_button, 0, Qt.AlignmentFlag.AlignBottom)
        self.add_foot(row)
        order = (
            self.step_button,
            *self.asks.buttons,
            self.offer,
            self.text_button,
            self.everybody,
            self.people,
            self.guest,
            self.add_guest_button,
            self.board,
        )
        for first, then in pairwise(
            (*order, self.copies, self.more, self.stamps, self.hand_over, self.place, self.prepare)
        ):
            QWidget.setTabOrder(first, then)

    def show_state(self, state: Tonight) -> None:
        """Show the evening: the day, the cases, the people and how far their letters are."""
        self.header.set_title(_("Letter evening, {when}").format(when=weekday_date(state.evening.day)))
        if not self.place.hasFocus():
            self.place.setText(state.evening.place)
        self.stack.setCurrentWidget(self.empty if state.step is NextStep.ADD_CASE else self.content)
        has_drafts = bool(state.drafts or state.to_send)
        allow(self.hand_over, "" if has_drafts else _("First draft letters: then each writer finds their own here."))
        self.hand_over.setVisible(state.step is not NextStep.ADD_CASE)
        self.stamps.setVisible(bool(state.drafts or state.to_post))
        self.prepare.setVisible(state.step is not NextStep.ADD_CASE)
        self.place.setVisible(state.step is not NextStep.ADD_CASE)
        written = {
            case.ident: sum(person.cells[place] is not None for person in state.people)
            for place, case in enumerate(state.cases)
        }
        self.offer_model.show(state.cases, state.others, written, self.context.today)
        self.people_model.show(state.people)
        held = {(row.member_id, row.case_id) for row in state.held if row.member_id is not None}
        self.board_model.show(state.people, state.cases, held)
        self._show_words(state)

    def _show_words(self, state: Tonight) -> None:
        total = len(state.cases) + len(state.others)
        here = sum(person.here for person in state.people)
        self.offer_heading.setText(_("Cases on offer: {n} of {total}").format(n=len(state.cases), total=total))
        self.people_heading.setText(_("Who came: {n}").format(n=here))
        self.everybody.setVisible(not all(person.here for person in state.people))
        self.board_heading.setText(_("Tonight: {pieces}").format(pieces=pieces_words(state.pieces, state.copies)))
        self.board_stack.setCurrentWidget(self.board if here and state.cases else self.board_hint)
        if not state.cases:
            self.board_hint.say(_("No case is on offer"), _("Tick at least one case above."))
        else:
            self.board_hint.say(
                _("Who came tonight?"),
                _("Tick them on the left, or add a guest by first name. Their letters will stand here."),
            )
