"""People who are not stored yet, as a table."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from uadesk.base.language import N_, _
from uadesk.domain.people import Person
from uadesk.ui.models.rows import Index, plain_tip

_COLUMNS: "Columns" = (
    (N_("Name"), lambda person: person.name),
    (N_("Address"), lambda person: ", ".join(person.address_lines)),
    (N_("Country"), lambda person: person.country or ""),
    (N_("Email"), lambda person: person.email),
    (N_("Phone"), lambda person: person.phone),
)


Columns = tuple[tuple[str, Callable[[Person], str]], ...]


def filled_columns(people: Sequence[Person]) -> Columns:
    """The columns in which anybody has something."""
    return tuple(column for column in _COLUMNS if any(column[1](person) for person in people)) or _COLUMNS[:1]


class PeoplePreviewModel(QAbstractTableModel):
    """The people of a list, to look at."""

    def __init__(self, people: Sequence[Person], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people = people
        self._columns = filled_columns(people)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._people)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        text = self._columns[index.column()][1](self._people[index.row()])
        return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(self._columns[section][0])
        return None


class PreviewTable(QTableView):
    """A table to look at only."""

    def __init__(self, model: PeoplePreviewModel, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setModel(model)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setResizeContentsPrecision(100)  # rows looked at: a long list must not keep the dialog waiting
        head.setStretchLastSection(True)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
