"""Table models whose rows a query finds, a page at a time, when they are seen."""

import html
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from uadesk.base.language import _
from uadesk.domain.rows import Order, Pages

Index = QModelIndex | QPersistentModelIndex


class HasIdent(Protocol):
    """A row that can be found again after the list changed."""

    @property
    def ident(self) -> int: ...


R = TypeVar("R", bound=HasIdent)


@dataclass(frozen=True)  # without slots, which a generic class cannot have when it is called as Column[Row](…)
class Column(Generic[R]):
    """One column: its title (an N_() text), what it shows of a row, and the name the query sorts it by."""

    title: str
    value: Callable[[R], str]
    order: str | None = None
    right: bool = False
    """Whether it is set to the right, as numbers are."""
    tip: Callable[[R], str] | None = None


class RowsModel(QAbstractTableModel, Generic[R]):
    """The rows of a query. It asks `fetch` for them, in an order, and knows no query itself."""

    ROW = Qt.ItemDataRole.UserRole

    def __init__(
        self,
        columns: Sequence[Column[R]],
        fetch: Callable[[Order], Pages[R]],
        order: Order,
        parent: QObject | None = None,
    ) -> None:
        """`fetch` is first called by `refresh`, so that a model costs nothing before it is looked at."""
        super().__init__(parent)
        self._columns = tuple(columns)
        self._fetch = fetch
        self._pages: Pages[R] | Sequence[R] = ()
        self.order = order

    def refresh(self) -> None:
        """Ask for the rows anew: the filter or the data changed."""
        pages = self._fetch(self.order)
        self.beginResetModel()
        self._pages = pages
        self.endResetModel()

    def row(self, place: int) -> R:
        """The row at this place."""
        return self._pages[place]

    def place_of(self, ident: int, near: int = 0, reach: int = 500) -> int | None:
        """Where the row with this ident stands, looked for around `near`; None where it is not close by."""
        size = len(self._pages)
        for step in range(reach):
            for place in {near + step, near - step}:
                if 0 <= place < size and self._pages[place].ident == ident:
                    return place
        return None

    @property
    def sorted_column(self) -> int:
        """The column the rows are in the order of, -1 for none."""
        names = [column.order for column in self._columns]
        return names.index(self.order.column) if self.order.column in names else -1

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._pages)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return column.value(self._pages[index.row()])
            case Qt.ItemDataRole.ToolTipRole:
                row = self._pages[index.row()]
                return plain_tip(column.tip(row) if column.tip else column.value(row))
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case self.ROW:
                return self._pages[index.row()]
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return _(column.title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in the order of a column; the query does it."""
        if not 0 <= column < len(self._columns):
            return
        name = self._columns[column].order
        wanted = Order(name, order is Qt.SortOrder.DescendingOrder) if name else None
        if wanted is not None and wanted != self.order:
            self.order = wanted
            self.refresh()


def plain_tip(text: str) -> str:
    """A tool tip in which names from files stay text, never markup."""
    return html.escape(text) if "<" in text or "&" in text else text
