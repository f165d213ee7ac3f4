"""What lists to tick have in common: one click anywhere on a row, Space or Enter ticks it once."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from uadesk.ui.models.ticks import Index

_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Ticker(QObject):
    """Ticks the rows of a view whose first column has check states."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    def toggle(self, index: QModelIndex) -> None:
        """Tick this row, or take its tick away."""
        first = index.siblingAtColumn(0)
        if not first.isValid():
            return
        ticked = first.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        self._view.model().setData(first, state, Qt.ItemDataRole.CheckStateRole)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _KEYS:
            self.toggle(self._view.currentIndex())
            return True
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() is Qt.MouseButton.LeftButton
        ):
            self.toggle(self._view.indexAt(event.position().toPoint()))
        return False


class TickDelegate(QStyledItemDelegate):
    """Leaves ticking to the `Ticker`: by itself it would tick once more where a click falls on the box."""

    @override
    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        return False
