"""The cases that can be offered tonight, each with a tick, its title, its time left and its letters."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from uadesk.base.language import _
from uadesk.domain.rows import CaseRow
from uadesk.ui.models.board import Index, OfferModel
from uadesk.ui.theme import GRID, colours, target_height
from uadesk.ui.widgets.check_paint import box_side, draw_box
from uadesk.ui.widgets.chips import deadline_tone
from uadesk.ui.widgets.ticking import TickDelegate, Ticker

_MOST_ROWS = 3


class OfferView(QTableView):
    """A table of cases; Space, Enter or a click puts a case on offer, or takes it off."""

    def __init__(self, model: OfferModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Cases on offer tonight"))
        self.setModel(model)
        self.setItemDelegate(_OfferDelegate(self))
        self._ticker = Ticker(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().hide()
        model.modelReset.connect(self.measure)
        model.dataChanged.connect(self.measure)
        self.measure()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.measure()

    def measure(self) -> None:
        """Fit rows, columns and height to the text and the number of cases."""
        sign = self.fontMetrics().averageCharWidth()
        head = self.horizontalHeader()
        head.setMinimumSectionSize(4 * sign)
        for column, most in ((0, 16), (1, 18), (OfferModel.DEADLINE, 32), (OfferModel.LETTERS, 22)):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            head.resizeSection(column, min(most * sign, self._widest(column)) + 5 * GRID)
        head.setSectionResizeMode(OfferModel.TITLE, QHeaderView.ResizeMode.Stretch)
        row = target_height(self) + GRID // 2
        self.verticalHeader().setDefaultSectionSize(row)
        shown = max(1, min(_MOST_ROWS, self.model().rowCount()))
        half = row // 2 if self.model().rowCount() > _MOST_ROWS else 0
        self.setFixedHeight(shown * row + half + 4)

    def _widest(self, column: int) -> int:
        """How wide the words of a column are, pixels; the first one is bold and has its box."""
        model, metrics = self.model(), self.fontMetrics()
        words = [str(model.index(row, column).data() or "") for row in range(min(200, model.rowCount()))]
        return max([0, *map(metrics.horizontalAdvance, words)]) + (box_side(metrics) + 2 * GRID if column == 0 else 0)


class _OfferDelegate(TickDelegate):
    """Paints one field of a case; the focus frames the whole row."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = self.parent()
        assert isinstance(view, OfferView)
        rect = QRectF(option.rect)
        found = colours()
        case = index.data(OfferModel.CASE)
        offered = index.model().index(index.row(), 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if view.hasFocus() and index.row() == view.currentIndex().row():
            painter.fillRect(rect, QColor(found.hover))
            painter.fillRect(QRectF(rect.left(), rect.bottom() - 2, rect.width(), 2), QColor(found.accent))
        self._draw(painter, rect, index, case, offered=offered)
        painter.restore()

    def _draw(self, painter: QPainter, rect: QRectF, index: Index, case: CaseRow, *, offered: bool) -> None:
        found, text = colours(), str(index.data() or "")
        words = rect.adjusted(GRID, 0, -GRID, 0)
        model = index.model()
        if index.column() == 0:
            side = box_side(painter.fontMetrics())
            box = QRectF(rect.left() + GRID, rect.center().y() - side / 2, side, side)
            draw_box(painter, box, ticked=offered, found=found)
            words = words.adjusted(side + GRID, 0, 0, 0)
            font = painter.font()
            font.setBold(True)
            painter.setFont(font)
        elif index.column() == OfferModel.DEADLINE and isinstance(model, OfferModel):
            _draw_chip(painter, words, text, deadline_tone(case.state, case.act_until, model.today))
            return
        painter.setPen(QColor(found.text if offered or index.column() == 0 else found.quiet))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(words.width()))
        edge = Qt.AlignmentFlag.AlignRight if index.column() == OfferModel.LETTERS else Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | edge | Qt.TextFlag.TextSingleLine, shown)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, 40)


def _draw_chip(painter: QPainter, place: QRectF, text: str, tone: str) -> None:
    found = colours()
    ink = QColor({"amber": found.amber, "green": found.green}.get(tone, found.quiet))
    metrics = painter.fontMetrics()
    width = min(place.width(), metrics.horizontalAdvance(text) + 20.0)
    chip = QRectF(place.left(), place.center().y() - metrics.height() / 2 - 3, width, metrics.height() + 6.0)
    painter.setPen(QPen(ink, 1))
    painter.setBrush(QColor(found.amber_back) if tone == "amber" else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(chip, 6, 6)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(width - 16))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, shown)
