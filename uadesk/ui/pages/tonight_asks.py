"""What stands above the evening until it is answered: letters to pull, held ones, the box, the paper."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from uadesk.base.language import _, ngettext
from uadesk.desk.holding import held_rows, to_pull
from uadesk.desk.posting import Stack, unposted_stacks
from uadesk.desk.runs import sent_job
from uadesk.desk.steps import Marked, marking
from uadesk.desk.words import marked_sentence
from uadesk.domain.letters import LetterStatus
from uadesk.domain.rows import LetterRow, SentRun
from uadesk.ui.context import Context, What
from uadesk.ui.dialogs import print_words
from uadesk.ui.dialogs.held import HeldDialog
from uadesk.ui.dialogs.post import PostDialog, stack_question
from uadesk.ui.dialogs.print_dialog import PrintDialog
from uadesk.ui.dialogs.pull import PullDialog
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.ask_bar import AskBar
from uadesk.ui.widgets.buttons import button


class TonightAsks(QWidget):
    """What must be pulled, and below it one question at a time: how paper came out, the box, what is held."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._to_pull: Sequence[LetterRow] = ()
        self._stacks: Sequence[Stack] = ()
        self._runs: Sequence[SentRun] = ()
        self.pull_button = button(_("Show the list"), self._show_pull_list)
        self.held_button = button(_("Look at them…"), self._show_held)
        self.box_all = button(_("Yes, all"), self._post_all)
        self.box_some = button(_("Choose…"), self._post_some)
        self.paper_button = button(_("Say how it came out…"), self.answer_for_paper)
        self.pull = AskBar(self.pull_button, urgent=True)
        self.held = AskBar(self.held_button, urgent=True)
        self.box = AskBar(self.box_all, self.box_some)
        self.paper = AskBar(self.paper_button)
        self._questions = (self.paper, self.held, self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for bar in (self.pull, *self._questions):
            column.addWidget(bar)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """All buttons in their order."""
        return (self.pull_button, self.paper_button, self.box_all, self.box_some, self.held_button)

    def refresh(self, held: Sequence[LetterRow], sent: Sequence[SentRun]) -> None:
        """Ask what is open now."""
        desk = self._context.desk
        self._to_pull = to_pull(desk)
        self._stacks = unposted_stacks(desk)
        self._runs = sent
        self.pull.ask(_pull_words(self._to_pull))
        asked = (
            print_words.unanswered(self._runs[0]) if self._runs else "",
            _held_words(held),
            stack_question(self._stacks, self._context.today),
        )
        first = next((words for words in asked if words), "")
        for bar, words in zip(self._questions, asked, strict=True):
            bar.ask(words if words is first else "")
        self.setVisible(bool(self._to_pull or first))

    def _show_pull_list(self) -> None:
        PullDialog.show_letters(self._context, self._to_pull, self.window())

    def _show_held(self) -> None:
        HeldDialog(self._context, self.window()).open()

    def _post_all(self) -> None:
        """All of the stack that was asked about went, on its evening or once it was on paper."""
        if self._stacks:
            stack = self._stacks[0]
            day = min(stack.likely_day, self._context.today)
            take_posted(self._context, [row.ident for row in stack.letters], day)

    def _post_some(self) -> None:
        if self._stacks:
            ask_posted(self._context, self._stacks[0], self.window())

    def answer_for_paper(self) -> None:
        """Ask how the oldest batch that went to paper came out."""
        if self._runs:
            job = sent_job(self._context.desk, self._runs[0].ident)
            PrintDialog(self._context, self._runs[0].letters, sent=job, parent=self.window()).open()


def ask_posted(context: Context, stack: Stack, parent: QWidget) -> None:
    """Ask which of a stack went into the box, and mark those posted."""
    answer = PostDialog.ask(stack, context.today, parent)
    if answer is not None:
        take_posted(context, *answer)


def take_posted(context: Context, idents: Sequence[int], day: date) -> None:
    """Mark these letters posted on this day, and say so; very many with progress. What is held by now stays, named."""
    desk = context.desk
    held = [row for row in held_rows(desk) if row.ident in set(idents)]
    going = [ident for ident in idents if ident not in {row.ident for row in held}]

    def tell(marked: Marked) -> None:
        said = [marked_sentence(marked, LetterStatus.POSTED)] if going else []
        context.notify(" ".join((*said, _stay_words(held))).strip(), undoable=bool(marked.done))

    context.do(
        lambda: marking(desk, going, LetterStatus.POSTED, day=day),
        tell,
        What.LETTERS,
        What.EVENING,
        pieces=len(going),
        title=_("Marking letters"),
    )


def _stay_words(letters: Sequence[LetterRow]) -> str:
    """Name the letters that came to be held after their stack was shown."""
    if not letters:
        return ""
    codes = ", ".join(row.code for row in letters)
    words = ngettext(
        "{codes} is held by now and was not marked: decide on it first.",
        "{codes} are held by now and were not marked: decide on them first.",
        len(letters),
    )
    return words.format(codes=codes)


def _pull_words(letters: Sequence[LetterRow]) -> str:
    """Name the letters on closed cases that are still in the house."""
    cases = ", ".join(dict.fromkeys(row.case for row in letters))
    words = ngettext(
        "{n} letter on {cases} is to be pulled: it must not be posted.",
        "{n} letters on {cases} are to be pulled: none of them is to be posted.",
        len(letters),
    )
    return words.format(n=len(letters), cases=cases) if letters else ""


def _held_words(letters: Sequence[LetterRow]) -> str:
    """Name the cases that went on while letters on them lay in the house."""
    cases = ", ".join(dict.fromkeys(row.case for row in letters))
    words = ngettext(
        "{cases} went on, or an address was corrected: {n} letter waits for you to decide.",
        "{cases} went on, or an address was corrected: {n} letters wait for you to decide.",
        len(letters),
    )
    return words.format(n=len(letters), cases=cases) if letters else ""
