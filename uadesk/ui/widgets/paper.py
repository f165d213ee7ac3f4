"""A page of paper on the screen: the real page, drawn from the PDF that would be printed."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from uadesk.base.language import _

_MARGIN = 16
_SETTLE = 150
"""Milliseconds that a new size must hold before the page is drawn again for it."""


class PaperView(QWidget):
    """Shows one page, fitted to the place it has; says so where there is none yet.

    A click, or Space, shows it as wide as there is room, to be read; the wheel and the arrow keys move it then.
    """

    wants_width = Signal(int)
    """The page would be sharp if it were drawn this wide (device pixels)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: QImage | None = None
        self._words = ""
        self._stale = False
        self._is_large, self._above = False, 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(_("Click to see the page larger, or whole again (Space)"))
        self.setAccessibleName(_("The page as it will print"))
        self.setMinimumSize(200, 240)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE)
        self._settle.timeout.connect(lambda: self.wants_width.emit(self.best_width()))

    @property
    def page(self) -> QImage | None:
        """The page shown now."""
        return self._page

    @property
    def words(self) -> str:
        """What is said in the page's place."""
        return self._words

    def show_page(self, page: QImage) -> None:
        """Show this page."""
        self._page, self._words, self._stale = page, "", False
        self.update()

    def show_words(self, words: str) -> None:
        """Say why there is no page."""
        self._page, self._words, self._stale = None, words, False
        self.setAccessibleDescription(words)
        self.update()

    def best_width(self) -> int:
        """How many device pixels wide a page should be drawn for this place."""
        shape = self._page.size() if self._page is not None else QSize(850, 1100)
        return max(64, round(self._fitted(shape).width() * self.devicePixelRatioF()))

    def toggle(self) -> None:
        """From the whole page to a larger one, from its top, and back."""
        self._is_large, self._above = not self._is_large, 0
        self.update()
        self.wants_width.emit(self.best_width())

    def move_by(self, pixels: int) -> None:
        """Move a larger page up by so many pixels, as far as there is more of it."""
        shape = self._page.size() if self._page is not None else QSize(850, 1100)
        hidden = self._fitted(shape).height() - self._room().height()
        self._above = max(0, min(self._above + pixels, hidden))
        self.update()

    def _room(self) -> QRect:
        return self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)

    def _fitted(self, shape: QSize) -> QRect:
        room = self._room()
        if self._is_large:
            height = shape.height() * room.width() // max(1, shape.width())
            return QRect(room.left(), room.top() - self._above, room.width(), height)
        size = shape.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRect(room.left() + (room.width() - size.width()) // 2, room.top(), size.width(), size.height())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._page is not None:
            self.toggle()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._is_large:
            self.move_by(-event.angleDelta().y())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Space and self._page is not None:
            self.toggle()
        elif self._is_large and key in steps:
            self.move_by(steps[key] * 3 * self.fontMetrics().lineSpacing())
        else:
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(480, 360)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle.start()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        palette = self.palette()
        if self._page is None:
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(QRectF(self.rect()).adjusted(32, 32, -32, -32), flags, self._words)
            return
        place = self._fitted(self._page.size())
        shadow = QColor(0, 0, 0, 40)
        painter.fillRect(place.adjusted(-1, -1, 2, 3), shadow)
        painter.fillRect(place, Qt.GlobalColor.white)
        painter.drawImage(place, self._page)
        if self.hasFocus():
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
