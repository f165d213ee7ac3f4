"""A list of rows: whole rows chosen, by mouse and keyboard, and something to read where it is empty."""

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStackedWidget, QTableView, QWidget
from typing_extensions import override

from uadesk.ui.models.rows import HasIdent, RowsModel
from uadesk.ui.theme import GRID, target_height

R = TypeVar("R", bound=HasIdent)
_REMEMBERED = 200
"""How many chosen rows are found again after the list changed."""
_LEAST = 18
"""Characters that a column keeps which takes what the others leave."""


class RowsTable(QTableView):
    """Shows a `RowsModel`. `row_opened` is Enter or a double click; `row_chosen` follows the current row."""

    row_opened = Signal(object)
    row_chosen = Signal(object)
    """The current row, or None."""
    chosen_changed = Signal()
    """Which rows are selected has changed."""

    def __init__(
        self, model: RowsModel[Any], name: str, *, several: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._rows = model
        self._widths: tuple[int, ...] = ()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if several else modes.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.setModel(model)
        self.horizontalHeader().setSortIndicator(
            model.sorted_column,
            Qt.SortOrder.DescendingOrder if model.order.descending else Qt.SortOrder.AscendingOrder,
        )
        self.setSortingEnabled(True)
        self._fit_rows()
        self._kept: list[int] = []
        self._kept_current: tuple[int, int] | None = None
        self._is_resetting = False
        model.modelAboutToBeReset.connect(self._keep_choice)
        model.modelReset.connect(self._restore_choice)
        self.selectionModel().currentRowChanged.connect(self._tell_current)
        self.selectionModel().selectionChanged.connect(self._tell_selection)
        self.doubleClicked.connect(lambda index: self.row_opened.emit(model.row(index.row())))

    def set_widths(self, widths: Sequence[int]) -> None:
        """Columns this wide, in characters; 0 takes what is left."""
        header, sign = self.horizontalHeader(), self.fontMetrics().averageCharWidth()
        header.setMinimumSectionSize(4 * sign)
        self._widths = tuple(widths)
        for place, width in enumerate(widths):
            if width:
                header.resizeSection(place, width * sign + 3 * GRID)
        self._fit_columns()

    def current(self) -> Any:
        """The current row, None where there is none."""
        index = self.currentIndex()
        return self._rows.row(index.row()) if index.isValid() and index.row() < self._rows.rowCount() else None

    def chosen(self) -> list[Any]:
        """The selected rows, from top to bottom."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._rows.row(place) for place in places if place < self._rows.rowCount()]

    def choose(self, ident: int) -> bool:
        """Make the row with this ident the current one; False where it is not near."""
        place = self._rows.place_of(ident, reach=2000)
        if place is None:
            return False
        self.selectRow(place)
        self.scrollTo(self._rows.index(place, 0))
        return True

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Give what is left to the columns that take it, but never so little that their words are lost."""
        header, modes = self.horizontalHeader(), QHeaderView.ResizeMode
        least = _LEAST * self.fontMetrics().averageCharWidth()
        free = [place for place, width in enumerate(self._widths) if not width]
        used = sum(header.sectionSize(place) for place, width in enumerate(self._widths) if width)
        roomy = self.viewport().width() - used >= least * len(free)
        for place in free:
            header.setSectionResizeMode(place, modes.Stretch if roomy else modes.Interactive)
            if not roomy:
                header.resizeSection(place, least)

    def row_height(self) -> int:
        """How high a row is, pixels."""
        return target_height(self) + GRID // 2

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self.row_opened.emit(row)
            return
        if event.matches(QKeySequence.StandardKey.Cancel):
            event.ignore()
            return
        super().keyPressEvent(event)

    @override
    def changeEvent(self, event: Any) -> None:
        super().changeEvent(event)
        if event.type() in (event.Type.FontChange, event.Type.StyleChange):
            self._fit_rows()
            if getattr(self, "_widths", ()):  # Qt tells a change of font while the table is still being made
                self.set_widths(self._widths)

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.row_height())

    def _keep_choice(self) -> None:
        self._is_resetting = True

    def _restore_choice(self) -> None:
        """Choose again what was chosen; where the current row is gone, the one that took its place."""
        kept, current = set(self._kept), self._kept_current
        self._is_resetting = False
        if current is not None and self._rows.rowCount():
            place = self._rows.place_of(current[0], current[1])
            if place is None:
                place = min(current[1], self._rows.rowCount() - 1)
            flag = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(self._rows.index(place, 0), flag.NoUpdate)
            self.selectionModel().select(self._selection(kept, place), flag.ClearAndSelect | flag.Rows)
        self._tell_current()
        self._tell_selection()

    def _selection(self, idents: set[int], near: int) -> QItemSelection:
        result = QItemSelection()
        for ident in idents:
            place = self._rows.place_of(ident, near)
            if place is not None:
                index = self._rows.index(place, 0)
                result.select(index, index)
        if result.isEmpty():
            index = self._rows.index(near, 0)
            result.select(index, index)
        return result

    def _tell_current(self, *_indexes: object) -> None:
        if self._is_resetting:
            return
        row = self.current()
        self._kept_current = (row.ident, self.currentIndex().row()) if row is not None else None
        self.row_chosen.emit(row)

    def _tell_selection(self, *_selections: object) -> None:
        """Note the choice while its rows can still be asked for: after a change they may be gone."""
        if self._is_resetting:
            return
        places = sorted(index.row() for index in self.selectionModel().selectedRows())[:_REMEMBERED]
        self._kept = [self._rows.row(place).ident for place in places]
        self.chosen_changed.emit()


class ListOrEmpty(QStackedWidget, Generic[R]):
    """A table while it has rows, else what explains why there are none."""

    def __init__(self, table: RowsTable, empty: QWidget, nothing_found: QWidget | None = None) -> None:
        """`nothing_found` stands in for `empty` while `is_narrowed` is True: a search that finds nothing."""
        super().__init__()
        self.is_narrowed = False
        self._table, self._empty, self._nothing = table, empty, nothing_found or empty
        for widget in {table: None, empty: None, self._nothing: None}:
            self.addWidget(widget)
        table.model().modelReset.connect(self.settle)

    def settle(self) -> None:
        """Show what fits now."""
        if self._table.model().rowCount():
            self.setCurrentWidget(self._table)
        else:
            self.setCurrentWidget(self._nothing if self.is_narrowed else self._empty)
