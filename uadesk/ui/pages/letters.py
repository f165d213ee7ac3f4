"""Letters: who wrote what, what is to be printed, posted or pulled."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget
from typing_extensions import override

from uadesk.base.language import N_, _, ngettext
from uadesk.desk.history import tally
from uadesk.desk.letters import list_letters, narrowed, waiting_among
from uadesk.desk.steps import Marked, marking, taking_back
from uadesk.desk.words import marked_sentence, status_word, tally_words
from uadesk.domain.letters import WAITING, LetterStatus, may_follow, next_steps
from uadesk.domain.rows import TO_PULL, LetterFilter, LetterRow, NumberedPages, Order
from uadesk.ui.context import Context, What
from uadesk.ui.dialogs.print_dialog import PrintDialog
from uadesk.ui.dialogs.send import SendDialog
from uadesk.ui.models.letters import SINCE, LettersModel
from uadesk.ui.pages.letter_record import LetterRecordButtons
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import allow, button, set_text
from uadesk.ui.widgets.empty import EmptyState
from uadesk.ui.widgets.flow import FlowLayout
from uadesk.ui.widgets.labels import plain_label
from uadesk.ui.widgets.letter_filters import LetterFilters
from uadesk.ui.widgets.page import Page, PageHeader
from uadesk.ui.widgets.table import ListOrEmpty, RowsTable

_PRINTABLE = frozenset({LetterStatus.DRAFT, LetterStatus.PRINTED, LetterStatus.SIGNED})
_ALL_COLUMNS = 105
"""From this width on (characters) the page has room for all columns."""
_MARKS = (
    (LetterStatus.SIGNED, N_("Mark signed"), "Ctrl+Shift+G"),
    (LetterStatus.POSTED, N_("Mark posted"), "Ctrl+Shift+P"),
    (LetterStatus.SENT, N_("Mark sent"), ""),
    (LetterStatus.REPLIED, N_("Mark answered"), ""),
    (LetterStatus.RETURNED, N_("Mark as come back"), ""),
    (LetterStatus.WITHDRAWN, N_("Withdraw"), "Ctrl+Shift+W"),
)


class LettersPage(Page):
    """The list of all letters, to find, print, mark and pull."""

    key = "letters"
    title = N_("Letters")
    shows = frozenset({What.LETTERS, What.CASES, What.MEMBERS, What.EVENING})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._waiting: dict[LetterStatus, list[int]] = {}
        self._listed: tuple[tuple[LetterFilter, Order], NumberedPages[LetterRow]] | None = None
        self.model = LettersModel(self._fetch, self)
        self.table = RowsTable(self.model, _("Letters"), several=True)
        self.table.set_widths((5, 18, 0, 8, 17, 14))
        self.filters = LetterFilters(context.desk, self)
        self.filters.changed.connect(self._show_filtered)
        self.record = LetterRecordButtons(context, self, self._only_chosen)
        self._lay_out()
        self.table.row_opened.connect(lambda _row: self.open_chosen())
        self.table.chosen_changed.connect(self._show_choice)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_menu)

    def _lay_out(self) -> None:
        self.header = PageHeader(_("Letters"))
        self.header.add(self.record.replies)
        self.body.addWidget(self.header)
        self.body.addWidget(self.filters)
        self.pull = self._pull_bar()
        self.body.addWidget(self.pull)
        clear = button(_("Show all letters"), self.filters.clear)
        self.list = ListOrEmpty[LetterRow](
            self.table,
            EmptyState(
                "letters",
                _("Letters will stand here"),
                _("Each letter with who writes it, to whom, and whether it was printed and posted."),
                button(_("Go to tonight"), lambda: self.context.open_page("tonight")),
            ),
            EmptyState("search", _("No letter fits"), _("Nothing is lost: the search or a filter hides it."), clear),
        )
        self.body.addWidget(self.list, 1)
        self.add_foot(self._action_row())

    def _pull_bar(self) -> QFrame:
        bar = QFrame()
        bar.setProperty("look", "doubt")
        row = QHBoxLayout(bar)
        row.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        self.pull_words = plain_label("", wraps=True)
        self.pull_button = button(_("Show them"), self.filters.show_to_pull)
        self.pull_all = button(_("Withdraw them all"), self._withdraw_to_pull)
        row.addWidget(self.pull_words, 1)
        row.addWidget(self.pull_button)
        row.addWidget(self.pull_all)
        bar.hide()
        return bar

    def _action_row(self) -> QHBoxLayout:
        self.count = plain_label("", "quiet")
        self.open_button = button(_("Open"), self.open_chosen, icon="open", tip=_("Open the letter (Enter)"))
        self.envelope_button = button(_("Envelopes…"), self.print_envelopes, icon="post", key="Ctrl+E")
        self.mark_button = button(_("Mark…"), lambda: None)
        self.mark_menu = QMenu(self.mark_button)
        self.marks = {status: self._mark_action(status, words, key) for status, words, key in _MARKS}
        self.back = self.mark_menu.addAction(_("Take the last step back"))
        self.back.triggered.connect(lambda _on=False: self.take_back_chosen())
        self.again = self.mark_menu.addAction(_("Print again…"))
        self.again.triggered.connect(lambda _on=False: self.print_again())
        self.mark_button.setMenu(self.mark_menu)
        self.main_button = button("", self.do_next, look="filled", key="Ctrl+P")
        tools = QWidget()
        flow = FlowLayout(tools)
        record = (self.record.history, self.record.reply)
        for each in (self.open_button, *record, self.envelope_button, self.mark_button):
            flow.addWidget(each)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.count)
        row.addWidget(tools, 1)
        row.addWidget(self.main_button, 0, Qt.AlignmentFlag.AlignBottom)
        return row

    def _mark_action(self, status: LetterStatus, words: str, key: str) -> QAction:
        action = self.mark_menu.addAction(_(words))
        if key:
            action.setShortcut(QKeySequence(key))
            action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(lambda _on=False: self.mark_chosen(status))
        self.addAction(action)
        return action

    @override
    def keys(self) -> list[tuple[str, str]]:
        found = [(_("Enter"), _("Open the letter"))]
        return found + [(key, _(words)) for _status, words, key in _MARKS if key]

    # -- showing the list

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        sign = self.fontMetrics().averageCharWidth()
        self.table.setColumnHidden(SINCE, event.size().width() < _ALL_COLUMNS * sign)

    @override
    def refresh(self) -> None:
        side = max(16, round(self.fontMetrics().height() * 0.9))
        self.table.setIconSize(QSize(side, side))
        self._listed = None
        self.filters.refresh()
        self.record.refresh()
        to_pull = len(list_letters(self.context.desk, TO_PULL))
        words = ngettext(
            "{n} letter belongs to a closed case and must not be posted.",
            "{n} letters belong to closed cases and must not be posted.",
            to_pull,
        )
        self.pull_words.setText(words.format(n=to_pull))
        self.pull.setVisible(bool(to_pull))
        self._show_filtered()

    def _show_filtered(self) -> None:
        self.list.is_narrowed = self.filters.is_narrowed
        self.model.refresh()
        self.list.settle()
        wanted = self.filters.wanted
        of_one = wanted.case_id or wanted.member_id or wanted.addressee or wanted.evening
        self.header.set_subtitle(tally_words(tally(self.context.desk, wanted)) if of_one else "")

    def _fetch(self, order: Order) -> NumberedPages[LetterRow]:
        """The letters that fit; which step they wait for is noted with them. Typing only narrows what is listed."""
        desk, wanted = self.context.desk, self.filters.wanted
        key = replace(wanted, text=""), order
        if self._listed is None or self._listed[0] != key:
            self._listed = key, list_letters(desk, *key)
        found = narrowed(desk, self._listed[1], wanted.text)
        self._waiting = waiting_among(desk, found.idents)
        return found

    def _show_choice(self) -> None:
        chosen = self.table.chosen()
        total = self.model.rowCount()
        said = ngettext("{n} letter", "{n} letters", total).format(n=total)
        if len(chosen) > 1:
            said = _("{chosen} of {letters} chosen").format(chosen=len(chosen), letters=said)
        self.count.setText(said)
        self.record.settle()
        none = "" if chosen else _("Choose a letter in the list first.")
        for each in (self.open_button, self.mark_button):
            allow(each, none)
        envelopes = [row for row in chosen if row.status in WAITING and row.channel.needs_envelope]
        allow(self.envelope_button, none or ("" if envelopes else _("These letters have gone, or need no envelope.")))
        for status, action in self.marks.items():
            action.setEnabled(any(may_follow(row.status, status, row.channel) for row in chosen))
        self.again.setEnabled(any(row.status in _PRINTABLE - {LetterStatus.DRAFT} for row in chosen))
        self._name_main(chosen)

    def _only_chosen(self) -> LetterRow | None:
        """The chosen letter, where it is one alone."""
        chosen = self.table.chosen()
        return chosen[0] if len(chosen) == 1 else None

    def _name_main(self, chosen: Sequence[LetterRow]) -> None:
        """The filled button says what comes next for the chosen letters, or for all listed where none is chosen."""
        step, number = self._next_of(chosen)
        allow(self.main_button)
        if step is LetterStatus.PRINTED:
            words = ngettext("Print {n} letter…", "Print {n} letters…", number).format(n=number)
        elif step is LetterStatus.SENT:
            words = ngettext("Send {n} letter…", "Send {n} letters…", number).format(n=number)
        elif step is not None:
            words = _("Mark {n} {state}").format(n=number, state=status_word(step))
        else:
            words = _("Print letters…")
            allow(self.main_button, _("Choose drafts to print, or printed letters to mark posted."))
        set_text(self.main_button, words)

    def _next_of(self, chosen: Sequence[LetterRow]) -> tuple[LetterStatus | None, int]:
        """The next step and how many letters would take it."""
        if chosen:
            step = self._next_step(chosen)
            fitting = [row for row in chosen if step in next_steps(row.status, row.channel)] if step else []
            return step, len(fitting)
        return next(((step, len(idents)) for step, idents in self._waiting.items() if idents), (None, 0))

    @staticmethod
    def _next_step(chosen: Sequence[LetterRow]) -> LetterStatus | None:
        """The usual next step of the letter that is least far; a letter already gone has none here."""
        for status in (LetterStatus.DRAFT, LetterStatus.PRINTED, LetterStatus.SIGNED):
            for row in chosen:
                if row.status is status:
                    step = next_steps(row.status, row.channel)[0]
                    return LetterStatus.POSTED if step is LetterStatus.SIGNED else step
        return None

    # -- what a person does

    def do_next(self) -> None:
        """What the filled button says."""
        chosen = self.table.chosen()
        step, _number = self._next_of(chosen)
        if step is None:
            return
        idents = [row.ident for row in chosen if step in next_steps(row.status, row.channel)]
        if not chosen:
            idents = self._waiting[step]
        if step is LetterStatus.PRINTED:
            self._open_print(idents)
        elif step is LetterStatus.SENT:
            SendDialog.open_for(self.context, idents, self.window())
        else:
            self._mark(idents, step)

    def open_chosen(self) -> None:
        """Open the current letter; its neighbours are those chosen, or those around it in the list."""
        row = self.table.current()
        if row is None:
            return
        chosen = [each.ident for each in self.table.chosen()]
        if len(chosen) > 1 and row.ident in chosen:
            self.context.open_letter(chosen, chosen.index(row.ident))
            return
        place = self.table.currentIndex().row()
        around = range(max(0, place - 100), min(self.model.rowCount(), place + 100))
        idents = [self.model.row(each).ident for each in around]
        self.context.open_letter(idents, idents.index(row.ident))

    def print_envelopes(self) -> None:
        """Print the envelopes of the chosen letters."""
        self._open_print([row.ident for row in self.table.chosen()], envelopes=True)

    def print_again(self) -> None:
        """Print the chosen letters once more, as they were printed."""
        self._open_print([row.ident for row in self.table.chosen()], again=True)

    def _open_print(self, idents: Sequence[int], *, envelopes: bool = False, again: bool = False) -> None:
        PrintDialog(self.context, idents, envelopes=envelopes, again=again, parent=self.window()).open()

    def mark_chosen(self, status: LetterStatus) -> None:
        """Move the chosen letters that can take this step."""
        chosen = self.table.chosen()
        self._mark([row.ident for row in chosen if may_follow(row.status, status, row.channel)], status)

    def take_back_chosen(self) -> None:
        """Take the last step of the chosen letters back, whenever it was taken."""
        idents = [row.ident for row in self.table.chosen() if row.status is not LetterStatus.DRAFT]

        def tell(marked: Marked) -> None:
            number = len(marked.done)
            said = ngettext("{n} letter is a step back.", "{n} letters are a step back.", number).format(n=number)
            self.context.notify(said, undoable=bool(number))

        self.context.do(
            lambda: taking_back(self.context.desk, idents),
            tell,
            What.LETTERS,
            What.EVENING,
            pieces=len(idents),
            title=_("Taking a step back"),
        )

    def _withdraw_to_pull(self) -> None:
        self._mark(list_letters(self.context.desk, TO_PULL).idents, LetterStatus.WITHDRAWN)

    def _mark(self, idents: Sequence[int], status: LetterStatus) -> None:
        self.context.do(
            lambda: marking(self.context.desk, idents, status),
            lambda marked: self._tell_marked(marked, status),
            What.LETTERS,
            What.EVENING,
            pieces=len(idents),
            title=_("Marking letters"),
        )

    def _tell_marked(self, marked: Marked, status: LetterStatus) -> None:
        self.context.notify(marked_sentence(marked, status), undoable=bool(marked.done))

    def _show_menu(self, place: QPoint) -> None:
        if self.table.chosen():
            self.mark_menu.popup(self.table.viewport().mapToGlobal(place))
