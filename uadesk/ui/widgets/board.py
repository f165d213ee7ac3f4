"""The board of people and cases: each letter's state as a shape and a word."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPalette,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from uadesk.base.language import _
from uadesk.domain.letters import LetterStatus
from uadesk.ui.models.board import BoardModel, Cell, Index
from uadesk.ui.theme import colours
from uadesk.ui.widgets.state_marks import draw_mark

_PRESS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_GAP = 8
_MOST_PICTURES = 200
"""Pictures of places kept: the states by size and ground."""
_PLAIN_HEADS = """
QTableCornerButton::section { background: palette(base); border: 0; }
QHeaderView::section:vertical { color: palette(text); font-weight: 400; border: 0; padding: 0 8px; }
QHeaderView::section:hover { background: palette(alternate-base); }
"""


class BoardView(QTableView):
    """People down the side, cases along the top; Space, Enter or a click acts on a place.

    With Shift it acts on the whole row, with Ctrl on the whole column; a click on a name or a case does the same.
    """

    pressed_cell = Signal(object)
    """A `Cell`: where nothing is, a letter is wanted; else the letter is to be opened."""
    pressed_row = Signal(int)
    pressed_column = Signal(int)
    menu_wanted = Signal(object, object)
    """A `Cell` whose other acts are wanted, and the place on the screen for their menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = self._best = 112
        self.setAccessibleName(_("Letters of tonight, people by cases"))
        self.setItemDelegate(_CellDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setShowGrid(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setStyleSheet(_PLAIN_HEADS)
        self.verticalHeader().sectionClicked.connect(self.pressed_row)
        self.horizontalHeader().sectionClicked.connect(self.pressed_column)
        for head in (self.verticalHeader(), self.horizontalHeader()):
            head.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        self.model().modelReset.connect(self.measure)
        self.measure()

    def measure(self) -> None:
        """Fit rows and columns to the present size of text."""
        metrics = self.fontMetrics()
        across, down = self.horizontalHeader(), self.verticalHeader()
        for each in (across, down):
            each.setSectionsClickable(True)
            each.setHighlightSections(False)
            each.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        word = metrics.horizontalAdvance(_("withdrawn")) + _mark_side(metrics) + 3 * _GAP
        head, most = max([0, *self._head_widths(Qt.Orientation.Horizontal)]), 22 * metrics.averageCharWidth()
        self._least, self._best = (min(most, max(word, head + 2 * _GAP) + air) for air in (0, 2 * _GAP))
        across.setFixedHeight(2 * metrics.lineSpacing() + 2 * _GAP)
        down.setDefaultSectionSize(max(40, metrics.height() + 2 * _GAP))
        widest = max([96, *self._head_widths(Qt.Orientation.Vertical)])
        down.setFixedWidth(min(26 * metrics.averageCharWidth(), widest + 3 * _GAP))
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        down.setTextElideMode(Qt.TextElideMode.ElideRight)
        across.setTextElideMode(Qt.TextElideMode.ElideNone)  # it would count the width of both lines together
        self._fit_columns()

    def _fit_columns(self) -> None:
        """As wide as looks best; narrower, as far as the words allow, where a scroll bar can be spared by that."""
        room, columns, rows = self.maximumViewportSize(), self.model().columnCount(), self.model().rowCount()
        bar = rows * self.verticalHeader().defaultSectionSize() > room.height()
        width = room.width() - (self.verticalScrollBar().sizeHint().width() if bar else 0)
        fitting = min(self._best, width // max(1, columns))
        self.horizontalHeader().setDefaultSectionSize(fitting if fitting >= self._least else self._best)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.model() is not None:
            self._fit_columns()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.model() is not None:
            self.measure()

    @override
    def sizeHint(self) -> QSize:
        """Small: it takes what room there is."""
        return QSize(320, self.horizontalHeader().height() + 2 * self.verticalHeader().defaultSectionSize())

    def _head_widths(self, side: Qt.Orientation) -> list[int]:
        """How wide the words of the heads are, pixels."""
        model = self.model()
        font = QFont(self.font())
        font.setBold(side == Qt.Orientation.Horizontal)
        metrics = QFontMetrics(font)
        number = model.columnCount() if side == Qt.Orientation.Horizontal else min(200, model.rowCount())
        heads = [str(model.headerData(place, side)).splitlines() for place in range(number)]
        return [metrics.horizontalAdvance(line) for lines in heads for line in lines]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, held = self.currentIndex(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() not in _PRESS or not index.isValid():
            super().keyPressEvent(event)
        elif held == Qt.KeyboardModifier.NoModifier:
            self._press(index)
        elif held == Qt.KeyboardModifier.ShiftModifier:
            self.pressed_row.emit(index.row())
        elif held == Qt.KeyboardModifier.ControlModifier:
            self.pressed_column.emit(index.column())
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        cell = index.data(BoardModel.CELL)
        if isinstance(cell, Cell):
            self.setCurrentIndex(index)
            self.menu_wanted.emit(cell, self.viewport().mapToGlobal(self.visualRect(index).center()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._press(self.indexAt(event.position().toPoint()))

    def _press(self, index: QModelIndex) -> None:
        cell = index.data(BoardModel.CELL)
        if isinstance(cell, Cell):
            self.pressed_cell.emit(cell)


class _CellDelegate(QStyledItemDelegate):
    """Paints one place of the board. What a state looks like is drawn once and then copied: a board has hundreds."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._drawn: dict[object, QPixmap] = {}

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = index.data(BoardModel.CELL)
        view = self.parent()
        if not isinstance(cell, Cell) or not isinstance(view, BoardView):
            return
        rect = option.rect
        hovered = bool(option.state & option.state.State_MouseOver)
        painter.drawPixmap(rect.topLeft(), self._picture(cell, option, hovered=hovered))
        if index == view.currentIndex() and view.hasFocus():
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(option.palette.color(QPalette.ColorRole.Highlight), 2))
            painter.drawRoundedRect(_inner(rect.size()).translated(QPointF(rect.topLeft())), 4, 4)
            painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(112, 40)

    def _picture(self, cell: Cell, option: QStyleOptionViewItem, *, hovered: bool) -> QPixmap:
        size, palette, ratio = option.rect.size(), option.palette, option.widget.devicePixelRatioF()
        key = (
            cell.status,
            cell.is_held,
            hovered,
            size.width(),
            size.height(),
            ratio,
            palette.cacheKey(),
            option.font.key(),
        )
        if key not in self._drawn:
            if len(self._drawn) > _MOST_PICTURES:
                self._drawn.clear()
            picture = QPixmap(size * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painter.setFont(option.font)
            _draw_cell(painter, _inner(size), cell, palette, hovered=hovered)
            painter.end()
            self._drawn[key] = picture
        return self._drawn[key]


def _inner(size: QSize) -> QRectF:
    """The room within a place, with air around it."""
    return QRectF(2, 2, size.width() - 4, size.height() - 4)


def _mark_side(metrics: QFontMetrics) -> int:
    return max(18, round(metrics.height() * 0.9))


def _draw_cell(painter: QPainter, inner: QRectF, cell: Cell, palette: QPalette, *, hovered: bool) -> None:
    """The shade, the shape and the word of a state; what is held stands out."""
    status = cell.status
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if hovered or status is not None:
        shade = palette.color(QPalette.ColorRole.Highlight if hovered else QPalette.ColorRole.AlternateBase)
        shade.setAlphaF(0.15 if hovered else 1.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        painter.drawRoundedRect(inner, 4, 4)
    quiet = status is None or status is LetterStatus.WITHDRAWN
    ink = palette.color(QPalette.ColorRole.PlaceholderText if quiet else QPalette.ColorRole.Text)
    if cell.is_held:
        ink = QColor(colours(palette).amber)
    side = float(_mark_side(painter.fontMetrics()))
    left = inner.center().x() - side / 2 if status is None else inner.left() + _GAP
    draw_mark(painter, QRectF(left, inner.center().y() - side / 2, side, side), status, ink)
    if status is None:
        return
    painter.setPen(ink)
    words = inner.adjusted(2 * _GAP + side, 0, -_GAP, 0)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
    shown = painter.fontMetrics().elidedText(cell.word, Qt.TextElideMode.ElideRight, int(words.width()))
    painter.drawText(words, flags, shown)
