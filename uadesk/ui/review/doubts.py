"""What is missing or uncertain, in sentences, before everything else; and what a person made of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from uadesk.base.language import _
from uadesk.domain.texts import Check, Level, Span
from uadesk.ui.icons import pixmap
from uadesk.ui.theme import GRID, colours
from uadesk.ui.widgets.buttons import button
from uadesk.ui.widgets.flow import FlowLayout
from uadesk.ui.widgets.labels import plain_label

_OF_THE_BLOCK = ("name", "title", "address_lines", "lines")


class Doubts(QWidget):
    """One card for each open doubt. Confirming it, or editing its field, takes the card away."""

    show_asked = Signal(str)
    """The path of a field to go to."""
    changed = Signal()
    answered = Signal()
    """The last doubt was answered on its card: the focus has nowhere to go here."""
    chosen = Signal(str)
    """The path of the field that the card with the focus is about."""

    def __init__(
        self, checks: Sequence[Check], country_of: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        """`country_of` names the country that is proposed for the field at a path, "" where none is."""
        super().__init__(parent)
        self._country_of = country_of
        self._cards: list[tuple[Check, QFrame]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)
        self._place = 0
        self._show(checks)

    @property
    def open(self) -> tuple[Check, ...]:
        """The doubts that nobody has settled."""
        return tuple(check for check, _card in self._cards)

    @property
    def cards(self) -> list[QFrame]:
        """The cards that are shown."""
        return [card for _check, card in self._cards]

    def walk(self, step: int) -> bool:
        """Go to the next doubt (1) or the one before (-1), round and round; False where there is none."""
        if not self._cards:
            return False
        here = self._card_with_focus()
        if here is None:  # from a field: to the doubt after the one that was looked at, to the first where none was
            here = self._place if self._came else -1
        self._go((here + step if here >= 0 or step > 0 else here) % len(self._cards))
        return True

    def walk_or_open(self, step: int) -> None:
        """To the next doubt or the one before; in a field that opens a list with this key, open it."""
        field = self.window().focusWidget()
        if isinstance(field, QComboBox):
            field.showPopup()
        else:
            self.walk(step)

    def reopen(self, checks: Sequence[Check]) -> None:
        """Have these doubts open again: what settled them was taken back."""
        for _check, card in self._cards:
            self._drop(card)
        self._cards.clear()
        self._show(checks)
        self.changed.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """On an answer: the arrows walk, and the focus tells which doubt is looked at."""
        if event.type() == QEvent.Type.FocusIn:
            self._note_focus(watched)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not _held(event):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                return self.walk(step)
        return super().eventFilter(watched, event)

    def _note_focus(self, answer: QObject) -> None:
        for place, (check, card) in enumerate(self._cards):
            if isinstance(answer, QWidget) and card.isAncestorOf(answer):
                self._place, self._came = place, True
                self.chosen.emit(check.field)

    def _card_with_focus(self) -> int | None:
        focused = self.window().focusWidget()
        for place, (_check, card) in enumerate(self._cards):
            if card.isAncestorOf(focused):
                return place
        return None

    def _go(self, place: int) -> None:
        answers = self._cards[place][1].findChildren(QPushButton)
        answers[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self, checks: Sequence[Check]) -> None:
        self._came = False
        for check in checks:
            card = self._card(check)
            self._cards.append((check, card))
            self._column.addWidget(card)
        self.setVisible(bool(checks))

    def settle_field(self, path: str) -> None:
        """A person edited this field: what was doubted about it is theirs now."""
        for check in self.open:
            if path and concerns(check.field, path):
                self._settle(check)

    def _settle(self, check: Check) -> None:
        """The doubt is gone; where its card had the focus, the next one has it now."""
        here = self._card_with_focus()
        had_focus = here is not None and self._cards[here][0] is check
        for pair in [pair for pair in self._cards if pair[0] is check]:
            self._cards.remove(pair)
            self._drop(pair[1])
        self.setVisible(bool(self._cards))
        if had_focus and self._cards:
            self._go(min(here or 0, len(self._cards) - 1))
        self.changed.emit()
        if had_focus and not self._cards:
            self.answered.emit()

    def _drop(self, card: QFrame) -> None:
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _card(self, check: Check) -> QFrame:
        card = QFrame()
        card.setProperty("look", "doubt")
        row = QHBoxLayout(card)
        row.setContentsMargins(int(1.5 * GRID), GRID, GRID, GRID)
        row.setSpacing(GRID)
        sign = QLabel()
        sign.setPixmap(pixmap("warning", 24, colours().amber, self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(GRID // 2)
        sentence = plain_label(_sentence(check), wraps=True)
        words.addWidget(sentence)
        answers = QWidget()
        flow = FlowLayout(answers)
        for made in self._answers(check):
            flow.addWidget(made)
        words.addWidget(answers)
        row.addWidget(sign)
        row.addLayout(words, 1)
        return card

    def _answers(self, check: Check) -> list[QWidget]:
        country = self._country_of(check.field) if check.field.endswith("country_code") else ""
        if country:
            confirm = _("&Yes, {country}").format(country=country.replace("&", "&&"))
            look = _("Change")
        elif check.level is Level.MISSING:
            confirm, look = _("There is none"), _("Fill in")
        else:
            confirm, look = _("It is right"), _("Look at it")
        said = _sentence(check)
        made = [
            button(confirm, lambda: self._settle(check)),
            button(look, lambda: self.show_asked.emit(check.field)),
        ]
        for each in made:
            each.installEventFilter(self)
            each.setAccessibleName(_("{answer}: {doubt}").format(answer=each.text().replace("&", ""), doubt=said))
        return list(made)


def concerns(field: str, path: str) -> bool:
    """Whether a doubt about `field` is settled by an edit at `path`."""
    if field == path or path.startswith((f"{field}.", f"{field}[")):
        return True
    whose, _dot, leaf = field.rpartition(".")
    block, _dot, part = path.rpartition(".")
    if part == "lines" and whose == block:
        return leaf.split("[")[0] in _OF_THE_BLOCK
    return field.startswith(f"{path}[") and "." not in field


def checks_now(checks: Sequence[Check], kept: Mapping[str, str]) -> tuple[Check, ...]:
    """Doubts with the paths that their fields have now; those of removed addressees are dropped.

    `kept` leads from the path of each addressee as read to its path now.
    """
    moved = ((check, path_now(check.field, kept)) for check in checks)
    return tuple(replace(check, field=path) for check, path in moved if path is not None)


def spans_now(spans: Mapping[str, Span], kept: Mapping[str, str], changed: Sequence[str]) -> dict[str, Span]:
    """Places with the paths that their fields have now, without those of parts (`changed`) that were rewritten."""
    result = {}
    for path, span in spans.items():
        if any(path == each or path.startswith((f"{each}[", f"{each}.")) for each in changed):
            continue
        now = path_now(path, kept)
        if now is not None:
            result[now] = span
    return result


def path_now(path: str, kept: Mapping[str, str]) -> str | None:
    """Where a path leads after addressees were added or removed; None where its addressee is gone."""
    listed = path.partition("[")[0]
    if listed not in ("targets", "copies", "solidarity") or "[" not in path:
        return path
    whose, bracket, rest = path.partition("]")
    now = kept.get(whose + bracket)
    return now + rest if now is not None else None


def _held(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)


def _sentence(check: Check) -> str:
    from uadesk.desk.words import check_sentence

    return check_sentence(check)
