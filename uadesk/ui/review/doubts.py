"""What is missing or uncertain, in sentences, before everything else; and what a person made of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget
from typing_extensions import override

from uadesk.domain.texts import Check, Span
from uadesk.ui.review.doubt_card import DoubtCard
from uadesk.ui.theme import GRID

_OF_THE_BLOCK = ("name", "title", "address_lines", "lines")
_ORDER = (
    "text", "ua_number", "stage", "index", "title", "country", "country_code", "issued", "act_until", "further_action",
    "demand_lead", "demands", "targets", "copies", "solidarity",
)  # fmt: skip
"""First what kind of text it is and which case it is about, then by the places in the form."""


class Doubts(QWidget):
    """One card for each open doubt, and for those that say the same. Confirming it or editing its field settles it."""

    show_asked = Signal(str)
    """The path of a field to go to."""
    changed = Signal()
    answered = Signal()
    """The last doubt was answered on its card: the focus has nowhere to go here."""
    chosen = Signal(str)
    """The path of the field that the card with the focus is about."""

    def __init__(
        self,
        checks: Sequence[Check],
        country_of: Callable[[str], str],
        name_of: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        """`country_of` names the country that is proposed for the field at a path, `name_of` its addressee; or ""."""
        super().__init__(parent)
        self._country_of, self._name_of = country_of, name_of
        self._cards: list[DoubtCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)
        self._place = 0
        self._show(checks)

    @property
    def open(self) -> tuple[Check, ...]:
        """The doubts that nobody has settled."""
        return tuple(check for card in self._cards for check in card.checks)

    @property
    def cards(self) -> list[DoubtCard]:
        """The cards that are shown."""
        return list(self._cards)

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
        for card in self._cards:
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
        for place, card in enumerate(self._cards):
            if isinstance(answer, QWidget) and card.isAncestorOf(answer):
                self._place, self._came = place, True
                self.chosen.emit(card.field)

    def _card_with_focus(self) -> int | None:
        focused = self.window().focusWidget()
        return next((place for place, card in enumerate(self._cards) if card.isAncestorOf(focused)), None)

    def _go(self, place: int) -> None:
        self._cards[place].confirm.setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self, checks: Sequence[Check]) -> None:
        from uadesk.desk.words.checks import by_sentence

        self._came = False
        for alike in by_sentence(sorted(checks, key=_place_of)).values():
            card = self._card(alike)
            self._cards.append(card)
            self._column.addWidget(card)
        self.setVisible(bool(checks))

    def settle_field(self, path: str) -> None:
        """A person edited this field: what was doubted about it is theirs now."""
        for card in self.cards:
            left = tuple(each for each in card.checks if not (path and concerns(each.field, path)))
            if not left:
                self._settle(card)
            elif left != card.checks:
                card.checks = left
                self.changed.emit()

    def _settle(self, card: DoubtCard) -> None:
        """The doubt is gone; where its card had the focus, the next one has it now."""
        here = self._card_with_focus()
        had_focus = here is not None and self._cards[here] is card
        if card in self._cards:
            self._cards.remove(card)
            self._drop(card)
        self.setVisible(bool(self._cards))
        if had_focus and self._cards:
            self._go(min(here or 0, len(self._cards) - 1))
        self.changed.emit()
        if had_focus and not self._cards:
            self.answered.emit()

    def _drop(self, card: DoubtCard) -> None:
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _card(self, alike: tuple[Check, ...]) -> DoubtCard:
        country = next((self._country_of(each.field) for each in alike if each.field.endswith("country_code")), "")
        card = DoubtCard(alike, _sentence(alike[0], self._name_of(alike[0].field)), country, self)
        card.confirm.clicked.connect(lambda: self._settle(card))
        card.look.clicked.connect(lambda: self.show_asked.emit(card.field))
        for each in (card.confirm, card.look):
            each.installEventFilter(self)
        return card


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


def _place_of(check: Check) -> tuple[int, int]:
    """Where a doubt stands among others: its part of the bulletin, then which one of those that are listed there."""
    part, _bracket, rest = check.field.partition(".")[0].partition("[")
    number = rest.rstrip("]")
    return _ORDER.index(part) if part in _ORDER else len(_ORDER), int(number) if number else -1


def _sentence(check: Check, name: str) -> str:
    from uadesk.desk.words import check_sentence

    return check_sentence(check, name)
