"""What a letter asks for: the demands as a checklist, and whether its text departs from the others'."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from uadesk.base.language import _
from uadesk.letters.mentions import mentions
from uadesk.letters.shared import SharedText
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import allow, button
from uadesk.ui.widgets.labels import plain_label


class AskedPart(QWidget):
    """A tick for each demand: ticked ones stand in the letter. `own_text` is how this letter departs, if it does."""

    edited = Signal()
    text_wanted = Signal()
    """The words of the letter are to be changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shared = SharedText()
        self._own: SharedText | None = None
        self._editable = True
        self.rows: list[_DemandRow] = []
        self.heading = plain_label(_("You ask for"))
        self.departs = plain_label(_("This letter has a text of its own."), "strong", wraps=True)
        self.change = button(_("Change the text…"), self.text_wanted.emit, look="flat", key="Ctrl+T")
        self.back = button(_("Back to the text for all"), self._go_back, look="flat")
        self._list = QVBoxLayout()
        self._list.setSpacing(GRID // 2)
        acts = QHBoxLayout()
        for each in (self.change, self.back):
            acts.addWidget(each)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.heading)
        column.addLayout(self._list)
        column.addWidget(self.departs)
        column.addLayout(acts)

    @property
    def own_text(self) -> SharedText | None:
        """The text of this letter where it is another than the one for all."""
        return self._own

    @property
    def text(self) -> SharedText:
        """What the letter says besides its writer's own words."""
        return self._own or self._shared

    def show_text(self, shared: SharedText, own: SharedText | None, *, editable: bool) -> None:
        """Show what all letters say, and where this one departs."""
        wanted = _all_demands(shared, own)
        if wanted != tuple(row.demand for row in self.rows):
            self._make_rows(wanted)
        self._shared, self._own, self._editable = shared, own, editable
        self._settle()

    def notice(self, words: str) -> None:
        """Mark the demands that the writer's own words make already."""
        for row in self.rows:
            row.show_mentioned(mentioned=mentions(words, row.demand))

    def take(self, text: SharedText) -> None:
        """This letter says this from now on."""
        self._own = None if text == self._shared else text
        wanted = _all_demands(self._shared, self._own)
        if wanted != tuple(row.demand for row in self.rows):
            self._make_rows(wanted)
        self._settle()
        self.edited.emit()

    def _make_rows(self, demands: Sequence[str]) -> None:
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [_DemandRow(demand) for demand in demands]
        for row in self.rows:
            row.box.toggled.connect(self._take_ticks)
            self._list.addWidget(row)

    def _settle(self) -> None:
        for row in self.rows:
            with QSignalBlocker(row.box):
                row.box.setChecked(row.demand in self.text.demands)
            row.box.setEnabled(self._editable)
        self.heading.setVisible(bool(self.rows))
        self.departs.setVisible(self._own is not None)
        self.back.setVisible(self._own is not None and self._editable)
        allow(self.change, "" if self._editable else _("This letter cannot be changed any more."))

    def _take_ticks(self, _on: bool) -> None:  # noqa: FBT001  a signal's argument
        self.take(replace(self.text, demands=tuple(row.demand for row in self.rows if row.box.isChecked())))

    def _go_back(self) -> None:
        self.take(self._shared)


class _DemandRow(QWidget):
    """One demand with its tick, and a quiet word where the writer says it already."""

    def __init__(self, demand: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.demand = demand
        self.box = QCheckBox()
        self.box.setAccessibleName(demand)
        self.words = plain_label(demand, wraps=True)
        self.words.setBuddy(self.box)
        self.said = plain_label(_("✓ in your own words already"), "quiet", wraps=True)
        self.said.hide()
        inside = QVBoxLayout()
        inside.setSpacing(0)
        first_line = (self.box.sizeHint().height() - self.words.fontMetrics().height()) // 2
        inside.setContentsMargins(0, max(0, first_line), 0, 0)
        inside.addWidget(self.words)
        inside.addWidget(self.said)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(inside, 1)

    def show_mentioned(self, *, mentioned: bool) -> None:
        """Say that the writer's own words make this demand, or do not."""
        self.said.setVisible(mentioned)


def _all_demands(shared: SharedText, own: SharedText | None) -> tuple[str, ...]:
    """The demands of all letters in their order, then those that only this one makes."""
    return tuple(dict.fromkeys((*shared.demands, *(own.demands if own else ()))))
