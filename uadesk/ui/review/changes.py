"""The case as it stands beside the bulletin that came, part by part; only what is ticked is taken over."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from uadesk.base.language import N_, _
from uadesk.desk.words import difference_lines, difference_word
from uadesk.domain.comparing import Difference, Key, Mark, marked_lines
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.labels import plain_label, set_tone, thin_line

SIGNS = {Mark.SAME: "", Mark.GONE: "−", Mark.NEW: "+", Mark.OTHER: "≠"}
_SPOKEN = {
    Mark.GONE: N_("goes away: {line}"),
    Mark.NEW: N_("new: {line}"),
    Mark.OTHER: N_("different: {line}"),
}
_LONG, _STAYS = 12, 3
"""Signs of a word that may be parted, and how many of them stay together at its ends."""
_SOFT_HYPHEN = "\xad"
_LOOKS = {Mark.SAME: "", Mark.GONE: "red", Mark.NEW: "green", Mark.OTHER: "amber"}


class DifferenceRow(QWidget):
    """One part: its tick, and both sides line by line, each line that differs with a sign before it."""

    def __init__(self, difference: Difference, case: str, *, is_taken: bool) -> None:
        super().__init__()
        self.difference = difference
        self._case = case
        self.tick = QCheckBox(_without_mnemonic(difference_word(difference)))
        self.tick.setChecked(is_taken)
        self.outcome = plain_label("", "quiet")
        self.before, self.now = (
            _Side(lines) for lines in marked_lines(*(list(side) for side in difference_lines(difference)))
        )
        head = QHBoxLayout()
        head.addWidget(self.tick, 1)
        head.addWidget(self.outcome)
        sides = QGridLayout()
        sides.setContentsMargins(GRID, 0, 0, 0)
        sides.setHorizontalSpacing(2 * GRID)
        for column, side in enumerate((self.before, self.now)):
            sides.addWidget(side, 0, column, Qt.AlignmentFlag.AlignTop)
            sides.setColumnStretch(column, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addLayout(sides)
        self.tick.toggled.connect(lambda _on: self._tell())
        self._tell()

    def _tell(self) -> None:
        taken = self.tick.isChecked()
        self.outcome.setText(_("is taken over") if taken else _("stays as it was"))
        said = _("Take over from the bulletin: {part}").format(part=difference_word(self.difference))
        self.tick.setAccessibleName(said)
        self.tick.setAccessibleDescription("\n".join((*self.before.spoken, *self.now.spoken)))
        self.before.set_holding(holding=not taken)
        self.now.set_holding(holding=taken)


class Changes(QFrame):
    """Where case and bulletin differ. `left` are the differences that are not to be taken over."""

    changed = Signal()
    left_out = Signal(str)
    """The path of the field whose tick was taken away, "" for somebody who is named no more."""

    def __init__(self, unticked: frozenset[Key] = frozenset(), parent: QWidget | None = None) -> None:
        """`unticked` are the differences whose ticks a person took away before."""
        super().__init__(parent)
        self.setProperty("look", "card")
        self._unticked = set(unticked)
        self._shown: tuple[Difference, ...] = ()
        self.rows: list[DifferenceRow] = []
        self._before = plain_label("", "strong", wraps=True)
        self._column = QVBoxLayout()
        self._column.setSpacing(GRID)
        self._lay_out()
        self.hide()

    @property
    def left(self) -> tuple[Difference, ...]:
        """What stays as the case has it."""
        return tuple(each for each in self._shown if each.key in self._unticked)

    @property
    def unticked(self) -> frozenset[Key]:
        """What a person took the ticks from, shown just now or not."""
        return frozenset(self._unticked)

    def is_left(self, difference: Difference) -> bool:
        """Whether a person took the tick away."""
        return difference.key in self._unticked

    def show_differences(self, differences: Sequence[Difference], case: str) -> None:
        """Show these; what was unticked before stays so."""
        if tuple(differences) == self._shown:
            return
        self._shown = tuple(differences)
        self._before.setText(_("{case} now").format(case=case))
        focused = next((row.difference.key for row in self.rows if row.tick.hasFocus()), None)
        self._clear()
        for difference in differences:
            row = DifferenceRow(difference, case, is_taken=not self.is_left(difference))
            row.tick.toggled.connect(lambda on, each=difference: self._note(each, on))
            self.rows.append(row)
            if self._column.count():
                self._column.addWidget(thin_line())
            self._column.addWidget(row)
            if difference.key == focused:
                row.tick.setFocus()
        self.setVisible(bool(differences))

    def _note(self, difference: Difference, is_taken: object) -> None:
        (self._unticked.discard if is_taken else self._unticked.add)(difference.key)
        if not is_taken:
            self.left_out.emit(difference.path)
        self.changed.emit()

    def _clear(self) -> None:
        self.rows.clear()
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _lay_out(self) -> None:
        head = QGridLayout()
        head.setContentsMargins(GRID, 0, 0, 0)
        head.setHorizontalSpacing(2 * GRID)
        for place, label in enumerate((self._before, plain_label(_("This bulletin"), "strong", wraps=True))):
            head.addWidget(label, 0, place)
            head.setColumnStretch(place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(int(1.5 * GRID), GRID, int(1.5 * GRID), int(1.5 * GRID))
        column.setSpacing(GRID)
        column.addWidget(plain_label(_("What changes"), "heading"))
        said = _(
            "Take the tick away from what is to stay as the case has it. Where the bulletin was read wrongly, "
            "correct it in the fields below."
        )
        column.addWidget(plain_label(said, wraps=True))
        column.addWidget(plain_label(_("+ is new   − goes away   ≠ is different"), "quiet", wraps=True))
        column.addLayout(head)
        column.addLayout(self._column)


class _Side(QWidget):
    """The lines of one side; "nothing" where there are none."""

    def __init__(self, lines: Sequence[tuple[Mark, str]]) -> None:
        super().__init__()
        self.spoken = tuple(_(_SPOKEN[mark]).format(line=line) if mark in _SPOKEN else line for mark, line in lines)
        self._texts: list[tuple[QLabel, str]] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GRID // 2)
        grid.setVerticalSpacing(GRID // 4)
        grid.setColumnStretch(1, 1)
        width = max(2 * GRID, GRID // 2 + 2 * self.fontMetrics().averageCharWidth())
        grid.setColumnMinimumWidth(0, width)
        for place, (mark, line) in enumerate(lines):
            sign = plain_label(SIGNS[mark], _LOOKS[mark])
            sign.setFixedWidth(width)
            text = plain_label(_breakable(line), wraps=True)
            text.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._texts.append((text, "strong" if mark is not Mark.SAME else ""))
            grid.addWidget(sign, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text, place, 1)
        if not lines:
            grid.addWidget(plain_label(_("(nothing)"), "quiet"), 0, 1)

    def set_holding(self, *, holding: bool) -> None:
        """Show this side as the one that holds, or quietly."""
        for label, look in self._texts:
            set_tone(label, look if holding else "quiet", "look")


def _breakable(line: str) -> str:
    """A line whose long words may be parted by a hyphen where a column is narrow; email addresses at . and @."""
    return " ".join(_parted(each) for each in line.split(" "))


def _parted(word: str) -> str:
    if "@" in word:
        return word.replace("@", "\u200b@").replace(".", ".\u200b")
    if len(word) <= _LONG:
        return word
    return word[:_STAYS] + "".join(f"{_SOFT_HYPHEN}{each}" for each in word[_STAYS:-_STAYS]) + word[-_STAYS:]


def _without_mnemonic(words: str) -> str:
    return words.replace("&", "&&")
