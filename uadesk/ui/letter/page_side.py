"""The page beside a letter's fields, as it will print, with how full it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from uadesk.base.errors import UADeskError
from uadesk.base.language import _
from uadesk.desk.words import sentence
from uadesk.ui.dialogs import print_words
from uadesk.ui.letter.meter import PageMeter
from uadesk.ui.preview import DrawnPage, Previewer, ProofMaker
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import button
from uadesk.ui.widgets.labels import plain_label, set_tone
from uadesk.ui.widgets.paper import PaperView


class PageSide(QWidget):
    """Draws one page of a letter at a time; a letter that cannot print says why instead."""

    wanted = Signal()
    """The page is to be drawn anew: it was turned, or has another width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page, self._pages = 0, 1
        self._previewer = Previewer(self)
        self.paper = PaperView()
        self.meter = PageMeter()
        self.fits = plain_label("", "quiet", wraps=True)
        self.turn_button = button("", self._turn, look="flat")
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.meter)
        row.addWidget(self.fits, 1)
        row.addWidget(self.turn_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.paper, 1)
        column.addLayout(row)
        self._previewer.drawn.connect(self._show_page)
        self._previewer.refused.connect(self._show_refusal)
        self.paper.wants_width.connect(lambda _width: self.wanted.emit())

    def draw(self, make_proof: ProofMaker) -> None:
        """Draw the page that is turned to; `make_proof` runs off the window's thread."""
        self._previewer.ask(make_proof, self._page, self.paper.best_width())

    def show_kind(self, *, is_letter: bool) -> None:
        """Only a letter can be too long for its page; an envelope is what it is."""
        for each in (self.meter, self.fits):
            each.setVisible(is_letter)

    def turn_to_first(self) -> None:
        """The next letter begins with its first page."""
        self._page = 0

    def stop(self) -> None:
        """Draw nothing any more."""
        self._previewer.stop()

    def _show_page(self, drawn: DrawnPage) -> None:
        self._page, self._pages = drawn.page, drawn.pages
        self.paper.show_page(drawn.image)
        set_tone(self.fits, "quiet" if drawn.pages == 1 else "amber", "look")
        self.fits.setText(print_words.fits(drawn.pages))
        self.meter.show_fill(drawn.proof.fill)
        self.turn_button.setVisible(drawn.pages > 1)
        self.turn_button.setText(_("Page {n} of {all} ▸").format(n=drawn.page + 1, all=drawn.pages))

    def _show_refusal(self, error: UADeskError) -> None:
        self.paper.show_words(sentence(error))
        self.fits.setText("")
        self.meter.show_fill(0.0)
        self.turn_button.hide()

    def _turn(self) -> None:
        self._page = (self._page + 1) % self._pages
        self.wanted.emit()
