"""A list whose rows are big enough to tick: a click anywhere on a row or Space ticks it."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem, QWidget
from typing_extensions import override

from uadesk.ui.models.ticks import Index
from uadesk.ui.theme import target_height
from uadesk.ui.widgets.check_paint import draw_check_row
from uadesk.ui.widgets.ticking import TickDelegate, Ticker


class TickList(QListView):
    """Shows a model with check states; Enter and Space tick the current row, a click the row below it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(_RowDelegate(self))
        self._ticker = Ticker(self)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)

    @override
    def sizeHint(self) -> QSize:
        """Small: it takes what room there is."""
        return QSize(200, 2 * target_height(self))


class _RowDelegate(TickDelegate):
    """A row with a check mark and its words."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = self.parent()
        assert isinstance(view, TickList)
        draw_check_row(painter, option, index, focused=view.hasFocus() and index == view.currentIndex())

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        view = self.parent()
        assert isinstance(view, TickList)
        size.setHeight(target_height(view))
        size.setWidth(0)  # as wide as the list: longer words are shortened, nothing scrolls sideways
        return size
