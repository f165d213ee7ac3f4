"""The parts of the print window: the batch with its real pages, the question afterwards, what comes next."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from uadesk.base.language import _, ngettext
from uadesk.desk.proofs import Proof
from uadesk.desk.words import silent_sentence
from uadesk.ui.models.ticks import TickModel
from uadesk.ui.preview import DrawnPage, Previewer
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import allow, button, icon_button
from uadesk.ui.widgets.dialogs import scrolled
from uadesk.ui.widgets.labels import plain_label, set_tone
from uadesk.ui.widgets.paper import PaperView
from uadesk.ui.widgets.tick_list import TickList


class PageBrowser(QWidget):
    """The pages of one PDF, one at a time, with keys to turn them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pdf: bytes = b""
        self._page = self._pages = 0
        self.paper = PaperView()
        self.place = plain_label("", "quiet")
        self.back = icon_button("left", _("Previous page"), lambda: self.turn(-1), key="Alt+Left")
        self.on = icon_button("right", _("Next page"), lambda: self.turn(1), key="Alt+Right")
        self._previewer = Previewer(self)
        self._previewer.drawn.connect(self._take)
        self.paper.wants_width.connect(lambda _width: self._draw())
        row = QHBoxLayout()
        row.addStretch(1)
        for each in (self.back, self.place, self.on):
            row.addWidget(each)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.paper, 1)
        column.addLayout(row)
        self._settle()

    def show_pdf(self, pdf: bytes) -> None:
        """Show this PDF from its first page."""
        self._pdf, self._page, self._pages = pdf, 0, 0
        self._draw()

    def turn(self, by: int) -> None:
        """Go some pages on, or back."""
        wanted = max(0, min(self._page + by, self._pages - 1))
        if wanted != self._page:
            self._page = wanted
            self._settle()
            self._draw()

    def stop(self) -> None:
        """Draw no more."""
        self._previewer.stop()

    def _draw(self) -> None:
        if self._pdf:
            proof = Proof(self._pdf)
            self._previewer.ask(lambda: proof, self._page, self.paper.best_width())

    def _take(self, drawn: DrawnPage) -> None:
        self._pages = drawn.pages
        self.paper.show_page(drawn.image)
        self._settle()

    def _settle(self) -> None:
        many = self._pages > 1
        self.place.setText(_("{page} of {pages}").format(page=self._page + 1, pages=self._pages) if many else "")
        for each in (self.back, self.on):
            each.setVisible(many)
        allow(self.back, "" if self._page else _("This is the first page."))
        allow(self.on, "" if self._page < self._pages - 1 else _("This is the last page."))


class Card(QFrame):
    """A frame with a heading, sentences and perhaps buttons; `look` as in the theme: card or doubt."""

    def __init__(self, heading: str, look: str = "card", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", look)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        self.heading = plain_label(heading, "strong", wraps=True)
        self.column.addWidget(self.heading)

    def say(self, sentence: str) -> QLabel:
        """Add a sentence."""
        label = plain_label(sentence, wraps=True)
        self.column.addWidget(label)
        return label


class ReadyPart(QWidget):
    """What will come out: in words on the left, as real pages on the right."""

    late_allowed = Signal()
    late_left_out = Signal()
    texts_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = plain_label("", "heading", wraps=True)
        self.then = plain_label("", "quiet", wraps=True)
        self.pages = PageBrowser()
        self._cards = QVBoxLayout()
        self._cards.setSpacing(GRID)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(GRID)
        column.addWidget(self.heading)
        column.addWidget(self.then)
        column.addLayout(self._cards)
        column.addStretch(1)
        scroll = scrolled(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID)
        row.addWidget(scroll, 2)
        row.addWidget(self.pages, 3)
        self.late: Card | None = None

    def clear(self) -> None:
        """Take the cards of the last batch away."""
        self.late = None
        while (item := self._cards.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def show_refused(self, reasons: Sequence[tuple[str, str]]) -> None:
        """Name the pieces that cannot be printed, each with why."""
        many = ngettext("{n} letter cannot be printed:", "{n} letters cannot be printed:", len(reasons))
        card = Card(many.format(n=len(reasons)), "doubt")
        for who, why in reasons:
            card.say(f"{who}: {why}")
        self._cards.addWidget(card)

    def show_silent(self, cases: Sequence[str]) -> None:
        """Name the cases on which the letters say nothing, since nobody has looked at their paragraph."""
        card = Card(_("Nothing on the case itself"), "doubt")
        card.say(silent_sentence(cases))
        card.column.addWidget(
            button(ngettext("Look at it…", "Look at them…", len(cases)), self.texts_wanted.emit),
            0,
            Qt.AlignmentFlag.AlignLeft,
        )
        self._cards.addWidget(card)

    def ask_late(self, sentences: Sequence[str], left: int) -> None:
        """Ask, once for the batch, whether letters past their date are printed; `left` would go without them."""
        self.late = Card(_("Ask first"), "doubt")
        for sentence in sentences:
            self.late.say(sentence)
        side = Qt.AlignmentFlag.AlignLeft
        self.late.column.addWidget(button(_("Print all the same"), self.late_allowed.emit), 0, side)
        if left:
            out = button(_("Leave these out"), self.late_left_out.emit, look="flat")
            self.late.column.addWidget(out, 0, side)
        self._cards.addWidget(self.late)

    def late_answered(self) -> None:
        """The question was answered."""
        if self.late is not None:
            self.late.hide()


class QuestionPart(QWidget):
    """Did all come out well? If some did not: which."""

    all_fine = Signal()
    some_bad = Signal(object)
    """The codes that did not come out well."""
    later_wanted = Signal()
    """Nobody knows yet."""

    def __init__(
        self, heading: str, before: str, lines: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """`before` says what went before the question; `lines` are codes and what each piece is."""
        super().__init__(parent)
        self.model = TickModel(lines, self)
        self.before = plain_label(before, wraps=True)
        self.before.setVisible(bool(before))
        self.heading = plain_label(heading, "title", wraps=True)
        self.fine = button(_("All fine"), self.all_fine.emit, look="filled")
        self.some = button(_("Some did not…"), self._pick)
        self.none = button(_("None did"), lambda: self.some_bad.emit(tuple(code for code, _what in lines)))
        self.later = button(_("Ask me later"), self.later_wanted.emit, look="flat")
        self._hint = plain_label(_("Tick those that did not come out well; they stay to be printed."), wraps=True)
        self.list = TickList(_("Which did not come out well"))
        self.list.setModel(self.model)
        self.rest = button(_("This one and all after it"), self._tick_rest, look="flat")
        self.done = button(_("Go on"), self._answer, look="filled")
        self._fill(QVBoxLayout(self))
        self._show_picking(picking=False)
        self.model.dataChanged.connect(self._allow)

    def _fill(self, column: QVBoxLayout) -> None:
        column.setSpacing(2 * GRID)
        column.addStretch(1)
        column.addWidget(self.before)
        column.addWidget(self.heading)
        first, last = QHBoxLayout(), QHBoxLayout()
        for each in (self.fine, self.some, self.none):
            first.addWidget(each)
        first.addStretch(1)
        first.addWidget(self.later)
        last.addWidget(self.rest)
        last.addStretch(1)
        last.addWidget(self.done)
        column.addLayout(first)
        column.addWidget(self._hint)
        column.addWidget(self.list, 6)
        column.addLayout(last)
        column.addStretch(1)

    def _pick(self) -> None:
        self._show_picking(picking=True)
        self.list.setFocus()

    def _show_picking(self, *, picking: bool) -> None:
        for each in (self._hint, self.list, self.rest, self.done):
            each.setVisible(picking)
        for each in (self.some, self.none):
            each.setVisible(not picking)
        set_tone(self.fine, "" if picking else "filled", "look")
        self._allow()

    def _allow(self) -> None:
        allow(self.done, "" if self.model.ticked else _("Tick at least one, or press All fine."))

    def _tick_rest(self) -> None:
        self.model.tick_from(max(0, self.list.currentIndex().row()))

    def _answer(self) -> None:
        self.some_bad.emit(self.model.ticked)


class NextPart(QWidget):
    """What was done, and the one thing that comes next."""

    def __init__(self, heading: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(2 * GRID)
        self.heading = plain_label(heading, "title", wraps=True)
        self.sentence = plain_label(sentence, wraps=True)
        self._row = QHBoxLayout()
        self._row.addStretch(1)
        self._column.addStretch(1)
        for part in (self.heading, self.sentence):
            self._column.addWidget(part)
        self._column.addLayout(self._row)
        self._column.addStretch(3)

    def name(self, lines: Sequence[str]) -> None:
        """Add one line for each thing to be named."""
        for line in lines:
            self._column.insertWidget(self._column.count() - 2, plain_label(line, wraps=True))

    def offer(self, words: str, on_click: Callable[[], object], *, main: bool = False) -> None:
        """Add a button; `main` is the filled one."""
        made = button(words, on_click, look="filled" if main else "")
        self._row.insertWidget(self._row.count() - 1, made)
        if main:
            made.setFocus()
