"""A picture of a page, shown at a scale, with boxes marked on it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from uadesk.base.language import _
from uadesk.domain.texts import Box
from uadesk.ui.theme import GRID

_BLURRED = 0.002
"""By which part a picture may be drawn at another scale than it is shown and still be sharp."""
_MARK = QColor(240, 180, 0, 90)
_EDGE = QColor(138, 75, 0)
"""Amber on white paper, in a dark window too: the page stays as it was printed."""


class PageCanvas(QWidget):
    """As large as the page is shown; lengths of the page in pt, its own in pixels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._drawn: tuple[int, float] = (-1, 0.0)
        self._page, self._scale = 0, 1.0
        self._boxes: tuple[Box, ...] = ()
        self._words = _("The page is being drawn…")

    @property
    def image(self) -> QImage | None:
        """The picture of the page that is shown; None while there is none."""
        return self._image if self._drawn[0] == self._page else None

    @property
    def words(self) -> str:
        """What is said where there is no picture."""
        return self._words

    def is_sharp(self, page: int, scale: float) -> bool:
        """Whether this page was drawn for this scale."""
        return self._drawn[0] == page and abs(self._drawn[1] / scale - 1) <= _BLURRED

    def take(self, page: int, scale: float, image: QImage) -> None:
        """A page was drawn."""
        self._drawn, self._image = (page, scale), image
        self.update()

    def say(self, words: str) -> None:
        """Say why there is no picture."""
        self._image, self._words = None, words
        self.setAccessibleDescription(words)
        self.update()

    def show_at(self, page: int, size: tuple[float, float], scale: float, boxes: Sequence[Box]) -> None:
        """Show a page of this size in pt at this scale, with these boxes marked."""
        self._page, self._scale, self._boxes = page, scale, tuple(boxes)
        self.resize(round(size[0] * scale), round(size[1] * scale))
        self.update()

    def placed(self, box: Box) -> QRectF:
        """Where a box of the page stands, in pixels, a little wider than its words."""
        left, top, right, bottom = (side * self._scale for side in box)
        return QRectF(left, top, right - left, bottom - top).adjusted(-3, -2, 3, 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        image = self.image
        if image is None:
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(QRectF(self.rect()).adjusted(2 * GRID, 4 * GRID, -2 * GRID, 0), flags, self._words)
            return
        if self.is_sharp(self._page, self._scale * self.devicePixelRatioF()):
            image.setDevicePixelRatio(self.devicePixelRatioF())
            painter.drawImage(0, 0, image)  # pixel for pixel: to fit a part of one would blur the letters
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.rect(), image)
        painter.setPen(QPen(_EDGE, 1))
        painter.setBrush(_MARK)
        for box in self._boxes:
            painter.drawRect(self.placed(box))
