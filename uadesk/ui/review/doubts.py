"""What is missing or uncertain, in sentences, before everything else; and what a person made of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

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
        for check in checks:
            card = self._card(check)
            self._cards.append((check, card))
            self._column.addWidget(card)
        self.setVisible(bool(checks))

    @property
    def open(self) -> tuple[Check, ...]:
        """The doubts that nobody has settled."""
        return tuple(check for check, _card in self._cards)

    @property
    def cards(self) -> list[QFrame]:
        """The cards that are shown."""
        return [card for _check, card in self._cards]

    def settle_field(self, path: str) -> None:
        """A person edited this field: what was doubted about it is theirs now."""
        for check in self.open:
            if path and concerns(check.field, path):
                self._settle(check)

    def _settle(self, check: Check) -> None:
        for pair in [pair for pair in self._cards if pair[0] is check]:
            self._cards.remove(pair)
            self._column.removeWidget(pair[1])
            pair[1].hide()
            pair[1].deleteLater()
        self.setVisible(bool(self._cards))
        self.changed.emit()

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


def _sentence(check: Check) -> str:
    from uadesk.desk.words import check_sentence

    return check_sentence(check)
