"""The bulletin beside what was read from it; above it where the window is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from uadesk.ui.theme import GRID
from uadesk.ui.widgets.dialogs import scrolled

_NARROW = 72
"""Characters across below which the bulletin stands above the fields, not beside them; as where both have no room."""
_SHARES = (520, 600)


class Sides(QSplitter):
    """The bulletin, and the cards and fields that are scrolled together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.fields = QWidget()
        """The cards are made as its children: a form that moves to another parent is styled anew as a whole."""
        self.area = scrolled(self.fields)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(2 * GRID)
        self.addWidget(self.area)

    def put(self, source: QWidget, cards: Sequence[QWidget]) -> None:
        """Show this beside these, which stand one below the other."""
        column = QVBoxLayout(self.fields)
        column.setContentsMargins(GRID, 0, 2 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        for each in cards:
            column.addWidget(each)
        column.addStretch(1)
        self.insertWidget(0, source)
        self.setSizes(list(_SHARES))

    def show_field(self, field: QWidget) -> None:
        """Scroll to a field, with some of what stands around it."""
        self.area.ensureWidgetVisible(field, 0, 6 * GRID)

    def bring_up(self, field: QWidget | None) -> None:
        """Scroll so that a field stands in the upper part, where what follows it is seen too."""
        if field is None or not self.fields.isAncestorOf(field):
            return
        place = field.mapTo(self.fields, field.rect().topLeft()).y()
        self.area.verticalScrollBar().setValue(place - self.area.viewport().height() // 3)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        parts = (self.widget(place) for place in range(self.count()))
        needed = sum(each.minimumSizeHint().width() for each in parts if each is not None)
        narrow = self.width() < max(_NARROW * self.fontMetrics().averageCharWidth(), needed + self.handleWidth())
        self.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
