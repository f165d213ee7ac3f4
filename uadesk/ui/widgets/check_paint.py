"""Draws a row that can be ticked: a large box, its tick, the words, and a frame where the focus is."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from uadesk.ui.models.ticks import Index
from uadesk.ui.theme import GRID, Colours, colours

LEAST_BOX = 20


def box_side(metrics: QFontMetrics) -> int:
    """The side of a check box that goes with this size of text, pixels."""
    return max(LEAST_BOX, round(metrics.height() * 0.95))


def draw_box(painter: QPainter, place: QRectF, *, ticked: bool, found: Colours) -> None:
    """A check box: empty with an edge, or filled with a tick."""
    painter.setPen(QPen(QColor(found.accent if ticked else found.quiet), 1.5))
    painter.setBrush(QColor(found.accent) if ticked else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place, 4, 4)
    if ticked:
        unit = place.width() / LEAST_BOX
        path = QPainterPath(QPointF(place.left() + 5 * unit, place.center().y() + 0.5 * unit))
        path.lineTo(place.left() + 9 * unit, place.center().y() + 4.5 * unit)
        path.lineTo(place.right() - 4.5 * unit, place.center().y() - 4.5 * unit)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(found.accent_text), 2.2 * unit))
        painter.drawPath(path)


def draw_check_row(painter: QPainter, option: QStyleOptionViewItem, index: Index, *, focused: bool) -> None:
    """One row: box and words."""
    rect, state, font_metrics = option.rect, option.state, option.fontMetrics
    found = colours()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = QRectF(rect).adjusted(2, 1, -2, -1)
    if focused or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(QPen(QColor(found.accent), 2) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(found.hover))
        painter.drawRoundedRect(inner.adjusted(1, 1, -1, -1), 4, 4)
    ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    side = box_side(font_metrics)
    box = QRectF(inner.left() + GRID, inner.center().y() - side / 2, side, side)
    draw_box(painter, box, ticked=ticked, found=found)
    words = inner.adjusted(side + 2.5 * GRID, 0, -GRID, 0)
    painter.setPen(QColor(found.text))
    text = font_metrics.elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, int(words.width()))
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
    painter.restore()
