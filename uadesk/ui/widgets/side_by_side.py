"""Two entries of the list beside each other, part by part; where they differ, a person picks what stays."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from uadesk.base.language import _, ngettext, spoken
from uadesk.desk.words import part_word
from uadesk.domain.duplicates import Duplicate, Part, united
from uadesk.domain.people import Person
from uadesk.domain.rows import MemberRow
from uadesk.ui.theme import GRID, TARGET
from uadesk.ui.widgets.labels import plain_label


class Option(QWidget):
    """One of two values: a round button and its text, which wraps; a click on either chooses it."""

    def __init__(self, part: Part, row: MemberRow) -> None:
        super().__init__()
        self.row = row
        self.text = _value(part_text(row.person, part) or _("(nothing)"))
        self.button = QRadioButton()
        self.button.setAccessibleName(f"{part_word(part)}: {part_text(row.person, part) or _('(nothing)')}")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GRID // 2)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.text, 1)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.button.setChecked(True)
        self.button.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)


class SideBySide(QWidget):
    """A pair that looks alike, the older entry on the left; what is fuller is chosen at first."""

    def __init__(self, pair: Duplicate) -> None:
        super().__init__()
        self._pair = pair
        self._rows = sorted((pair.keep, pair.other), key=lambda row: row.ident)
        self.options: dict[Part, tuple[Option, Option]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, GRID, 0)
        self._grid.setHorizontalSpacing(2 * GRID)
        self._grid.setVerticalSpacing(GRID)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        for column, (words, row) in enumerate(zip((_("Older entry"), _("Newer entry")), self._rows, strict=True), 1):
            self._grid.addWidget(_head(words, row), 0, column)
        for part in Part:
            self._add(part)
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    @property
    def person(self) -> Person:
        """One entry of the values that are chosen."""
        chosen = {
            part: next(option.row.person for option in options if option.button.isChecked())
            for part, options in self.options.items()
        }
        return united(self._pair.keep.person, chosen)

    def _add(self, part: Part) -> None:
        place = self._grid.rowCount()
        if part not in self._pair.differing:
            text = part_text(self._pair.keep.person, part)
            if text:
                self._grid.addWidget(_label(part), place, 0)
                self._grid.addWidget(_value(text), place, 1, 1, 2)
            return
        left, right = (Option(part, row) for row in self._rows)
        self.options[part] = (left, right)
        group = QButtonGroup(self)
        for column, option in enumerate((left, right), 1):
            group.addButton(option.button)
            option.button.setChecked(option.row is self._pair.fuller(part))
            self._grid.addWidget(option, place, column, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(_label(part), place, 0)


def part_text(person: Person, part: Part) -> str:
    """A part of an entry as it stands on the screen; empty where it says nothing."""
    from uadesk.reference.countries import load_countries
    from uadesk.ui.dialogs.member import KINDS, RETURN_ADDRESSES

    if part is Part.ADDRESS:
        country = load_countries().name(person.country, spoken()) if person.country else ""
        return "\n".join((*person.address_lines, *filter(None, (country,))))
    texts = {
        Part.NAME: person.name,
        Part.EMAIL: person.email,
        Part.PHONE: person.phone,
        Part.ABOUT: person.about,
        Part.KIND: _(dict(KINDS)[person.kind]),
        Part.SENDER: _(dict(RETURN_ADDRESSES)[person.return_address]),
    }
    return texts[part]


def _head(words: str, row: MemberRow) -> QWidget:
    letters = ngettext("{count} letter", "{count} letters", row.letters).format(count=row.letters)
    head = QWidget()
    column = QVBoxLayout(head)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(plain_label(words, "strong"))
    column.addWidget(plain_label(letters, "quiet"))
    return head


def _label(part: Part) -> QLabel:
    label = plain_label(part_word(part), "quiet")
    label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    return _beside_button(label)


def _value(text: str) -> QLabel:
    return _beside_button(plain_label(text.replace("@", "\u200b@"), wraps=True))  # a long email may break there


def _beside_button(label: QLabel) -> QLabel:
    """The first line at the height of a round button's middle, however many follow."""
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.ensurePolished()  # only then its font is that of the text size
    label.setContentsMargins(0, max(0, (TARGET - label.fontMetrics().height()) // 2), 0, 0)
    return label
