"""Fields of the review: text that grows with its words, dates, choices, and lists of lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count, pairwise

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from uadesk.base.language import _
from uadesk.ui.theme import GRID, TARGET
from uadesk.ui.widgets.buttons import icon_button

PATH = "field_path"
"""The property in which a field keeps the path of its value in the draft."""


class GrowingEdit(QPlainTextEdit):
    """Plain text of one paragraph that grows with its words. Enter asks for a next line, Tab leaves."""

    entered = Signal()
    pasted = Signal(list)
    """Several lines were pasted: all but the first, which stays here."""
    moved = Signal(int)
    """Ctrl+Up (-1) or Ctrl+Down (1)."""
    came = Signal()

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.setPlainText(text)
        self.textChanged.connect(self._fit)
        self._fit()

    @property
    def text(self) -> str:
        """The words, white space folded."""
        return " ".join(self.toPlainText().split())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.modifiers() == Qt.KeyboardModifier.ControlModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        lines = [line.strip() for line in source.text().splitlines() if line.strip()]
        if lines:
            self.insertPlainText(lines[0])
        if lines[1:]:
            self.pasted.emit(lines[1:])

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.came.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self.minimumHeight())

    def _fit(self) -> None:
        lines = max(1, int(self.document().size().height()))
        height = max(TARGET, lines * self.fontMetrics().lineSpacing() + 2 * GRID)
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)


class Choice(QComboBox):
    """One of a few values, by their words. The wheel passes over it, so that scrolling changes nothing."""

    def __init__(self, items: Sequence[tuple[str, object]], chosen: object, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.values = [value for _word, value in items]
        self.addItems([word for word, _value in items])
        if chosen not in self.values:
            self.values.append(chosen)
            self.addItem(str(chosen))
        self.setCurrentIndex(self.values.index(chosen))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def value(self) -> object:
        return self.values[self.currentIndex()]

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


@dataclass(frozen=True, slots=True)
class RowLine:
    """One line as it stands in its row: its words, its kind, and the path by which its place in the text is known."""

    text: str
    kind: str = ""
    path: str = ""


class LineRows(QWidget):
    """Lines that can be changed, added, removed and moved; each may be of a kind."""

    edited = Signal()
    row_made = Signal(object)
    """A field (GrowingEdit) came to be, for whoever watches fields."""

    def __init__(
        self,
        name: str,
        lines: Sequence[str],
        path: str = "",
        kinds: Sequence[tuple[str, str]] = (),
        chosen: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`path` is that of the list; `kinds` are pairs of key and word, `chosen` the key for each line."""
        super().__init__(parent)
        self._name, self._path, self._kinds = name, path, tuple(kinds)
        self._rows: list[_Row] = []
        self._current: _Row | None = None
        self._fresh = count(len(lines))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        self._column = QVBoxLayout()
        self._column.setSpacing(GRID // 2)
        column.addLayout(self._column)
        self.add_button = icon_button("add", _("Add a line"), self.add)
        self.up_button = icon_button("up", _("Move the line up (Ctrl+Up)"), lambda: self.move_line(-1))
        self.down_button = icon_button("down", _("Move the line down (Ctrl+Down)"), lambda: self.move_line(1))
        self.remove_button = icon_button("remove", _("Remove the line"), self.remove)
        tools = QHBoxLayout()
        tools.setSpacing(0)
        for tool in (self.add_button, self.up_button, self.down_button, self.remove_button):
            tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            tools.addWidget(tool)
        tools.addStretch(1)
        column.addLayout(tools)
        for place, line in enumerate(lines):
            self._insert(place, line, chosen[place] if chosen else "", f"{path}[{place}]" if path else "")

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines that say something."""
        return tuple(row.edit.text for row in self._rows if row.edit.text)

    @property
    def rows(self) -> tuple[RowLine, ...]:
        """The lines that say something, with what they are."""
        said = (row for row in self._rows if row.edit.text)
        return tuple(RowLine(row.edit.text, row.kind, str(row.edit.property(PATH) or "")) for row in said)

    def put(self, rows: Sequence[RowLine]) -> None:
        """Have these lines instead."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self._current = [], None
        for place, line in enumerate(rows):
            self._insert(place, line.text, line.kind, line.path)
        self.edited.emit()

    def fresh_path(self) -> str:
        """A path for a line that was not read, which no other line has."""
        return f"{self._path}[{next(self._fresh)}]" if self._path else ""

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kind of each line that says something."""
        return tuple(row.kind for row in self._rows if row.edit.text)

    @property
    def fields(self) -> list[GrowingEdit]:
        """The fields from top to bottom."""
        return [row.edit for row in self._rows]

    def add(self) -> None:
        """Add an empty line below the current one and go there."""
        place = self._rows.index(self._current) + 1 if self._current in self._rows else len(self._rows)
        kind = self._rows[place - 1].kind if place and self._kinds else ""
        self._insert(place, "", self._after(kind)).edit.setFocus()
        self.edited.emit()

    def remove(self) -> None:
        """Remove the current line."""
        row = self._current or (self._rows[-1] if self._rows else None)
        if row is None:
            return
        place = self._rows.index(row)
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._current = self._rows[min(place, len(self._rows) - 1)] if self._rows else None
        if self._current is not None:
            self._current.edit.setFocus()
        self.edited.emit()

    def move_line(self, step: int) -> None:
        """Move the current line up or down."""
        if self._current not in self._rows:
            return
        place = self._rows.index(self._current)
        other = place + step
        if not 0 <= other < len(self._rows):
            return
        self._rows[place], self._rows[other] = self._rows[other], self._rows[place]
        self._column.removeWidget(self._current)
        self._column.insertWidget(other, self._current)
        self._current.edit.setFocus()
        self._order_tabs()
        self.edited.emit()

    def _after(self, kind: str) -> str:
        """What follows a line of this kind: an office follows a name, an address everything else."""
        keys = [key for key, _word in self._kinds]
        return keys[min(keys.index(kind) + 1, len(keys) - 1)] if kind in keys else (keys[0] if keys else "")

    def _insert(self, place: int, line: str, kind: str, path: str = "") -> "_Row":
        row = _Row(line, kind, self._kinds, self._name, self)
        row.edit.setProperty(PATH, path)
        row.edit.textChanged.connect(self.edited)
        row.edit.came.connect(lambda: self._take(row))
        row.edit.entered.connect(self.add)
        row.edit.moved.connect(self.move_line)
        row.edit.pasted.connect(self._paste)
        row.kind_changed.connect(self.edited)
        self._rows.insert(place, row)
        self._column.insertWidget(place, row)
        self._order_tabs()
        self.row_made.emit(row.edit)
        return row

    def _paste(self, lines: list[str]) -> None:
        place = self._rows.index(self._current) + 1 if self._current in self._rows else len(self._rows)
        for step, line in enumerate(lines):
            before = self._rows[place + step - 1].kind if place + step else ""
            self._insert(place + step, line, self._after(before) if self._kinds else "")
        self.edited.emit()

    def _take(self, row: "_Row") -> None:
        self._current = row

    def _order_tabs(self) -> None:
        widgets: list[QWidget] = [each for row in self._rows for each in row.fields]
        widgets.append(self.add_button)
        for first, second in pairwise(widgets):
            QWidget.setTabOrder(first, second)


class _Row(QWidget):
    kind_changed = Signal()

    def __init__(self, line: str, kind: str, kinds: Sequence[tuple[str, str]], name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.edit = GrowingEdit(line, name)
        self._choice = Choice([(word, key) for key, word in kinds], kind, _("What this line is")) if kinds else None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        if self._choice is not None:
            self._choice.currentIndexChanged.connect(lambda _place: self.kind_changed.emit())
            row.addWidget(self._choice, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.edit, 1)

    @property
    def kind(self) -> str:
        return str(self._choice.value) if self._choice is not None else ""

    @property
    def fields(self) -> list[QWidget]:
        return [self._choice, self.edit] if self._choice is not None else [self.edit]
