"""The list of cases, two lines each: number, country and time left above, the title below."""

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from uadesk.base.language import _
from uadesk.domain.rows import CaseRow
from uadesk.ui.icons import pixmap
from uadesk.ui.models.cases import SHAPES, TITLE, CasesModel
from uadesk.ui.models.rows import Index
from uadesk.ui.theme import GRID, colours
from uadesk.ui.widgets.chips import deadline_tone, deadline_words
from uadesk.ui.widgets.table import RowsTable

_SIGN = 16
_ROOMY = 40
"""Characters across from which number, country and time left stand on one line."""


class CaseTable(RowsTable):
    """A narrow list of cases; its rows read like a card, and sort by what the page says."""

    def __init__(self, model: CasesModel, parent: QWidget | None = None) -> None:
        super().__init__(model, _("Urgent actions"), parent=parent)
        self.horizontalHeader().hide()
        for column in range(model.columnCount()):
            self.setColumnHidden(column, column != TITLE)
        self.horizontalHeader().setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        self.setItemDelegate(CaseDelegate(model, self))

    @override
    def row_height(self) -> int:
        return (3 if self.is_stacked else 2) * self.fontMetrics().lineSpacing() + 3 * GRID

    @property
    def is_stacked(self) -> bool:
        """Whether the list is too narrow for number, country and time left on one line."""
        return self.viewport().width() < _ROOMY * self.fontMetrics().averageCharWidth()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.verticalHeader().defaultSectionSize() != self.row_height():
            self.verticalHeader().setDefaultSectionSize(self.row_height())

    @override
    def moveCursor(self, action: "CaseTable.CursorAction", modifiers: Qt.KeyboardModifier) -> QModelIndex:
        found = super().moveCursor(action, modifiers)
        return found.siblingAtColumn(TITLE)


class CaseDelegate(QStyledItemDelegate):
    """Draws one case."""

    def __init__(self, model: CasesModel, table: CaseTable) -> None:
        super().__init__(table)
        self._model = model
        self._table = table

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        row: CaseRow = index.data(CasesModel.ROW)
        found = colours()
        painter.save()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(found.chosen if chosen else found.hover))
        if chosen:
            painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), QColor(found.accent))
        painter.setPen(QPen(QColor(found.line)))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._draw_words(painter, rect.adjusted(2 * GRID, GRID, -int(1.5 * GRID), -GRID), row)
        if state & QStyle.StateFlag.State_HasFocus and self._table.hasFocus():
            painter.setPen(QPen(QColor(found.accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()

    def _draw_words(self, painter: QPainter, place: QRect, row: CaseRow) -> None:
        found = colours()
        today = self._model.today
        tint: str = getattr(found, tone := deadline_tone(row.state, row.act_until, today))
        painter.setFont(self._table.font())
        stacked = self._table.is_stacked
        step = place.height() // (3 if stacked else 2)
        top, below = (QRect(place.left(), y, place.width(), step) for y in (place.top(), place.bottom() - step + 1))
        when = QRect(place.left(), place.top() + step, place.width(), step) if stacked else top
        left = deadline_words(row, today)
        width = painter.fontMetrics().horizontalAdvance(left)
        start = when.left() + _SIGN + GRID // 2 if stacked else when.right() - width
        painter.setPen(QColor(tint))
        painter.drawText(when.adjusted(start - when.left(), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, left)
        sign = pixmap(SHAPES[tone], _SIGN, tint, self._table.devicePixelRatioF())
        painter.drawPixmap(start - _SIGN - GRID // 2, when.center().y() - _SIGN // 2 + 1, sign)
        painter.setPen(QColor(found.text))
        bold = QFont(painter.font())
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        taken = 0 if stacked else width + _SIGN + 2 * GRID
        self._draw(painter, top.adjusted(0, 0, -taken, 0), f"{row.name}  {row.country}")
        painter.setFont(self._table.font())
        painter.setPen(QColor(found.quiet))
        self._draw(painter, below, row.title or _("without a title"))

    @staticmethod
    def _draw(painter: QPainter, place: QRect, text: str) -> None:
        fitted = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, fitted)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, self._table.row_height())
