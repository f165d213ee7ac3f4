"""Fields to type in: several lines of plain text, a country, and a label above each."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLabel, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from uadesk.base.language import _
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.labels import plain_label


class LinesEdit(QPlainTextEdit):
    """A few lines of plain text, such as an address. Tab leaves it; pasted text stays text."""

    edited = Signal()
    focused = Signal()

    def __init__(self, name: str, lines: Sequence[str] = (), *, height: int = 4, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader says; `height` counts lines."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setPlainText("\n".join(lines))
        self._height = height
        self._fit()
        self.textChanged.connect(self.edited)

    @property
    def lines(self) -> tuple[str, ...]:
        """What was typed, line by line, without empty lines and outer blanks."""
        return tuple(line.strip() for line in self.toPlainText().splitlines() if line.strip())

    def set_lines(self, lines: Sequence[str]) -> None:
        self.setPlainText("\n".join(lines))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(280, self.minimumHeight())

    def _fit(self) -> None:
        self.setMinimumHeight(self._height * self.fontMetrics().lineSpacing() + 3 * GRID)
        self.setMaximumHeight((self._height + 4) * self.fontMetrics().lineSpacing() + 3 * GRID)


class CountryBox(QComboBox):
    """Chooses a country by name; typing finds it. `code` is its ISO 3166 alpha-2 code, None for none."""

    def __init__(self, code: str | None = None, language: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Country"))
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.addItem("", None)
        for name, each in country_names(language):
            self.addItem(name, each)
        completer = self.completer()
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        line = self.lineEdit()
        if line is not None:
            line.setPlaceholderText(_("Type a country"))
            line.editingFinished.connect(self._complete)
        self.set_code(code)

    @property
    def code(self) -> str | None:
        """The chosen country; None where the text is none."""
        place = self.findText(self.currentText().strip(), Qt.MatchFlag.MatchFixedString)
        if place > 0:
            found = self.itemData(place)
            return found if isinstance(found, str) else None
        from uadesk.reference.countries import load_countries

        return load_countries().code_of(self.currentText()) if self.currentText().strip() else None

    def _complete(self) -> None:
        """Take the country that was meant where only one begins with what was typed."""
        from uadesk.domain.folding import fold

        typed = fold(self.currentText())
        if not typed or self.code is not None:
            self.set_code(self.code)
            return
        meant = [place for place in range(1, self.count()) if fold(self.itemText(place)).startswith(typed)]
        if len(meant) == 1:
            self.setCurrentIndex(meant[0])

    def set_code(self, code: str | None) -> None:
        place = self.findData(code) if code else 0
        self.setCurrentIndex(max(0, place))


def country_names(language: str = "en") -> list[tuple[str, str]]:
    """All countries by their names in this language, in the order of the names."""
    from uadesk.domain.folding import fold
    from uadesk.reference.countries import load_countries

    countries = load_countries()
    found = [(countries.name(code, language), code) for code in countries.codes]
    return sorted(found, key=lambda each: fold(each[0]))


def labelled(text: str, field: QWidget, *, hint: str = "") -> QWidget:
    """A field with its label above, and a quiet hint below where there is one."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GRID // 2)
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setBuddy(field)
    if not field.accessibleName():
        field.setAccessibleName(text.replace("&", ""))
    column.addWidget(label)
    column.addWidget(field)
    if hint:
        column.addWidget(plain_label(hint, "quiet", wraps=True))
    return box
