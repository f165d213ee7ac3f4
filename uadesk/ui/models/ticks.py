"""A short list to tick."""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class TickModel(QAbstractListModel):
    """Lines of text, each with a tick and a key that the caller knows it by."""

    def __init__(self, lines: Sequence[tuple[str, str]] = (), parent: QObject | None = None) -> None:
        """`lines` are pairs of key and text; none is ticked at first."""
        super().__init__(parent)
        self._lines = tuple(lines)
        self._ticked: set[str] = set()

    @property
    def ticked(self) -> tuple[str, ...]:
        """The keys that are ticked, in the order of the list."""
        return tuple(key for key, _text in self._lines if key in self._ticked)

    @property
    def everything(self) -> tuple[str, ...]:
        """All keys, in the order of the list."""
        return tuple(key for key, _text in self._lines)

    def show(self, lines: Sequence[tuple[str, str]], ticked: Collection[str]) -> None:
        """Show these lines; where they are those that stand here already, the current one stays current."""
        same = [key for key, _text in lines] == [key for key, _text in self._lines]
        if not same:
            self.beginResetModel()
        self._lines, self._ticked = tuple(lines), set(ticked)
        if not same:
            self.endResetModel()
        elif self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))

    def tick_from(self, place: int) -> None:
        """Tick this line and all below it."""
        self._ticked.update(key for key, _text in self._lines[place:])
        if self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        key, text = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if key in self._ticked else Qt.CheckState.Unchecked
        return None

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        key = self._lines[index.row()][0]
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._ticked.add(key)
        else:
            self._ticked.discard(key)
        self.dataChanged.emit(index, index, [role])
        return True

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
