"""How full the one page is: a row of blocks, and the same in words."""

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from uadesk.base.language import _
from uadesk.ui.theme import colours

BLOCKS = 8
_GAP = 3


class PageMeter(QWidget):
    """Blocks that fill up as a letter grows; amber once it needs a second page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fill = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_fill(0.0)

    @property
    def filled(self) -> int:
        """How many blocks are full."""
        return min(BLOCKS, math.ceil(self._fill * BLOCKS))

    def show_fill(self, fill: float) -> None:
        """Show this part of a page; over 1.0 it is too much for one."""
        self._fill = fill
        words = _("The page is full to {percent} %").format(percent=round(fill * 100))
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setVisible(fill > 0)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        height = round(self.fontMetrics().height() * 0.8)
        return QSize(BLOCKS * (height // 2 + _GAP), height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        found = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = QColor(found.amber if self._fill > 1.0 else found.accent)
        width = self.width() / BLOCKS - _GAP
        for place in range(BLOCKS):
            block = QRectF(place * (width + _GAP) + 0.5, 0.5, width, self.height() - 1)
            painter.setPen(QPen(ink if place < self.filled else QColor(found.quiet), 1))
            painter.setBrush(ink if place < self.filled else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(block, 1.5, 1.5)
