"""The counts of a report, one line a case, member, country, month, channel, kind or evening."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from uadesk.desk.words import report_columns, report_key, report_word
from uadesk.domain.rows import ReportRow
from uadesk.ui.models.rows import plain_tip

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ReportModel(QAbstractTableModel):
    """All lines of one kind."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kind = "ua"
        self._figures = report_columns()
        self._rows: tuple[ReportRow, ...] = ()
        self._about: Mapping[str, str] = {}

    def show(self, kind: str, rows: Sequence[ReportRow], about: Mapping[str, str]) -> None:
        """Show these lines; `kind` is what they count by. `about` says more about a line, by key."""
        self.beginResetModel()
        self._kind, self._rows, self._about = kind, tuple(rows), about
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 1 + len(self._figures)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._cell(self._rows[index.row()], index.column())
            case Qt.ItemDataRole.ToolTipRole if index.column() == 0:
                return plain_tip(self._cell(self._rows[index.row()], 0))
            case Qt.ItemDataRole.TextAlignmentRole:
                return _side(index.column())
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._figures[section - 1] if section else report_word(self._kind)
        return _side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _cell(self, row: ReportRow, column: int) -> str:
        if not column:
            return "  ".join(part for part in (report_key(row), self._about.get(row.key, "")) if part)
        count = row.count
        number = (count.posted, count.printed, count.copies, count.solidarity)[column - 1]
        return str(number) if number else "–"


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
