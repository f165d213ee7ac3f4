"""The page of a bulletin as a picture, with the words marked from which a field was taken."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from uadesk.base.errors import UADeskError
from uadesk.base.jobs import Job, Progress
from uadesk.base.language import _
from uadesk.domain.pictures import PagePicture
from uadesk.domain.texts import Box, Origin, Span
from uadesk.ui.latest import LatestJob
from uadesk.ui.review.page_canvas import PageCanvas
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import allow, icon_button
from uadesk.ui.widgets.labels import plain_label

STEP = 1.25
SMALLEST, LARGEST = 0.4, 6.0
"""Zoom, in pixels a pt."""
A4 = (595.0, 842.0)
"""What a page is taken for, in pt, until it was drawn."""


class Pages(Protocol):
    """Where the pages come from."""

    def page(self, page: int, scale: float) -> PagePicture:
        """A page (from 0), `scale` pixels a pt. Raises UADeskError."""

    def interrupt(self) -> None:
        """End what is being drawn, from another thread."""


class PagePane(QWidget):
    """One page at a time, as wide as there is room until it is zoomed."""

    def __init__(self, pages: Pages, origins: Sequence[Origin], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages, self._origins = pages, tuple(origins)
        self.page, self.count = 0, 1 + max((each.page or 0 for each in origins), default=0)
        self.zoom = 0.0
        """Pixels a pt; 0 fits the width."""
        self._size = A4
        self._marked: tuple[tuple[int, Box], ...] = ()
        self._asked = (-1, 0.0)
        self.canvas = PageCanvas()
        self.area = _PageArea(self.canvas)
        self.words = plain_label("", "quiet")
        self.back = icon_button("left", _("The page before (PgUp)"), lambda: self.turn(-1))
        self.on = icon_button("right", _("The next page (PgDown)"), lambda: self.turn(1))
        self.smaller = icon_button("zoom-out", _("Smaller (Ctrl+-)"), lambda: self.zoom_by(1 / STEP))
        self.larger = icon_button("zoom-in", _("Larger (Ctrl++)"), lambda: self.zoom_by(STEP))
        self.fit = icon_button("fit-width", _("As wide as there is room (Ctrl+0)"), self.fit_width)
        self._drawer = LatestJob(self)
        self._drawer.answered.connect(self._take)
        self._drawer.refused.connect(self._tell)
        self.area.zoomed.connect(self.zoom_by)
        self.area.turned.connect(self.turn)
        self.area.fitted.connect(self.fit_width)
        self.area.resized.connect(self._settle)
        self._lay_out()

    @property
    def scale(self) -> float:
        """Pixels a pt, as it is shown."""
        room = self.area.viewport().width() - 2 * GRID
        return self.zoom or max(SMALLEST, room / self._size[0])

    @property
    def boxes(self) -> tuple[Box, ...]:
        """What is marked on the page that is shown, in pt."""
        return tuple(box for page, box in self._marked if page == self.page)

    def mark(self, spans: Sequence[Span]) -> None:
        """Mark the words of these spans and go there; without any, nothing is marked."""
        self._marked = boxes_of(self._origins, spans)
        if self._marked and not self.boxes:
            self.page = self._marked[0][0]
        self._settle()
        if self.boxes:
            self.area.show_box(self.canvas.placed(self.boxes[0]))

    def turn(self, step: int) -> None:
        """Go to the page before (-1) or the next one (1)."""
        page = max(0, min(self.page + step, self.count - 1))
        if page != self.page:
            self.page = page
            self.area.verticalScrollBar().setValue(0)
            self._settle()

    def zoom_by(self, factor: float) -> None:
        """Show it so many times larger."""
        self.zoom = max(SMALLEST, min(self.scale * factor, LARGEST))
        self._settle()

    def fit_width(self) -> None:
        """Show it as wide as there is room."""
        self.zoom = 0.0
        self._settle()

    def stop(self) -> None:
        """The window goes: nothing is drawn any more."""
        if self._drawer.is_busy:
            self._pages.interrupt()
        self._drawer.stop()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        """Show what there is in its new size, and ask for the page as sharp as it is shown now."""
        self.words.setText(_("Page {page} of {count}").format(page=self.page + 1, count=self.count))
        allow(self.back, "" if self.page else _("This is the first page."))
        allow(self.on, "" if self.page + 1 < self.count else _("This is the last page."))
        scale = self.scale
        self.canvas.show_at(self.page, self._size, scale, self.boxes)
        if self.isVisible():
            self._ask(self.page, scale * self.devicePixelRatioF())

    def _ask(self, page: int, scale: float) -> None:
        """Wish for the page at this scale, once: a very large one is drawn smaller than it was wished for."""
        if (page, scale) != self._asked and not self.canvas.is_sharp(page, scale):
            self._asked = page, scale
            self._drawer.wish(lambda: drawing(self._pages, page, scale))

    def _take(self, drawn: PagePicture) -> None:
        picture = drawn.picture
        image = QImage(picture.bgrx, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
        self.count, self._size = drawn.pages, drawn.size
        self.canvas.take(drawn.page, drawn.scale, image.copy())
        self._settle()
        if self.boxes and drawn.page == self.page:
            self.area.show_box(self.canvas.placed(self.boxes[0]))

    def _tell(self, error: UADeskError) -> None:
        from uadesk.desk.words import sentence

        self.canvas.say(sentence(error))

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(0)
        for each in (self.back, self.words, self.on):
            bar.addWidget(each)
        bar.addStretch(1)
        for tool in (self.smaller, self.larger, self.fit):
            bar.addWidget(tool)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(bar)
        column.addWidget(self.area, 1)


class _PageArea(QScrollArea):
    """Scrolls the page; Ctrl with the wheel or + and - zooms it, PgUp and PgDown turn it at its ends."""

    zoomed = Signal(float)
    turned = Signal(int)
    fitted = Signal()
    resized = Signal()

    def __init__(self, canvas: PageCanvas) -> None:
        super().__init__()
        self.setWidget(canvas)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # or fitting the width would swing
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("The page of the bulletin"))

    def show_box(self, box: QRectF) -> None:
        """Bring this place, in pixels of the page, into sight."""
        centre = box.center()
        margin = self.viewport().height() // 3
        self.ensureVisible(int(centre.x()), int(centre.y()), int(box.width() / 2) + GRID, margin)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(STEP if event.angleDelta().y() > 0 else 1 / STEP)
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, bar = Qt.Key(event.key()), self.verticalScrollBar()
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if held and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoomed.emit(1 / STEP if key is Qt.Key.Key_Minus else STEP)
        elif held and key is Qt.Key.Key_0:
            self.fitted.emit()
        elif key is Qt.Key.Key_PageDown and bar.value() == bar.maximum():
            self.turned.emit(1)
        elif key is Qt.Key.Key_PageUp and bar.value() == bar.minimum():
            self.turned.emit(-1)
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(360, 360)


def drawing(pages: Pages, page: int, scale: float) -> Job[PagePicture]:
    """Draw a page; to be run off the window's thread."""
    yield Progress(0, 1)
    return pages.page(page, scale)


def boxes_of(origins: Sequence[Origin], spans: Sequence[Span]) -> tuple[tuple[int, Box], ...]:
    """Page (from 0) and box of every stretch that these spans touch, in the order of the text."""
    return tuple(
        (each.page, each.box)
        for each in origins
        if each.page is not None
        and each.box is not None
        and any(start < each.end and each.start < end for start, end in spans)
    )
