"""A picture of a real page, fitted to the width it has."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from uadesk.ui.theme import colours


class PagePicture(Protocol):
    """A drawn page: rows of blue, green, red and an unused byte."""

    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def stride(self) -> int: ...
    @property
    def bgrx(self) -> bytes: ...


def image_of(picture: PagePicture) -> QImage:
    """A picture from the press as Qt knows it; it keeps bytes of its own."""
    return QImage(picture.bgrx, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32).copy()


class PictureLabel(QWidget):
    """Shows a page as it will print, with a thin edge. `draw(width)` makes the picture for a width in pixels."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 200)
        self._draw: Callable[[int], QImage] | None = None
        self._image = QImage()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(120)
        self._again.timeout.connect(self._redraw)

    def show_page(self, draw: Callable[[int], QImage] | None) -> None:
        """Show the page that `draw` makes (called again when the size changes); None empties it."""
        self._draw = draw
        self._redraw()

    @property
    def image(self) -> QImage:
        """What is shown."""
        return self._image

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._again.start()

    @override
    def sizeHint(self) -> QSize:
        return QSize(420, 540)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        painter = QPainter(self)
        size = self._image.size().scaled(self.size() - QSize(2, 2), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) // 2, 1
        ratio = self.devicePixelRatioF()
        sharp = self._image.scaled(
            size * ratio, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        sharp.setDevicePixelRatio(ratio)
        painter.drawPixmap(left, top, QPixmap.fromImage(sharp))
        painter.setPen(colours().line)
        painter.drawRect(left - 1, top - 1, size.width() + 1, size.height() + 1)

    def _redraw(self) -> None:
        width = max(240, int(self.width() * self.devicePixelRatioF()))
        self._image = self._draw(width) if self._draw is not None else QImage()
        self.update()
