"""The list of cases, two lines each: number, country and time left above, the title below."""

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from uadesk.base.language import _, ngettext
from uadesk.domain.rows import CaseRow
from uadesk.ui.icons import pixmap
from uadesk.ui.models.cases import SHAPES, CasesModel
from uadesk.ui.models.rows import Index
from uadesk.ui.theme import GRID, colours
from uadesk.ui.widgets.chips import deadline_tone, deadline_words
from uadesk.ui.widgets.table import RowsTable

TITLE = 2
_SIGN = 16


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
        return 2 * self.fontMetrics().lineSpacing() + 3 * GRID

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
        half = place.height() // 2
        top, below = place.adjusted(0, 0, 0, -half), place.adjusted(0, half, 0, 0)
        left = deadline_words(row, today)
        width = painter.fontMetrics().horizontalAdvance(left)
        painter.setPen(QColor(tint))
        painter.drawText(top, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, left)
        sign = pixmap(SHAPES[tone], _SIGN, tint, self._table.devicePixelRatioF())
        painter.drawPixmap(top.right() - width - _SIGN - GRID // 2, top.center().y() - _SIGN // 2 + 1, sign)
        painter.setPen(QColor(found.text))
        bold = QFont(painter.font())
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        self._draw(painter, top.adjusted(0, 0, -width - _SIGN - 2 * GRID, 0), f"{row.name}  {row.country}")
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


def letters_words(count: int) -> str:
    """How many letters were begun on a case."""
    return ngettext("{count} letter", "{count} letters", count).format(count=count)
