"""The shape of each step of a letter, so that no state is told by colour alone."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from uadesk.domain.letters import LetterStatus

SIDE = 18
"""Side of a mark, pixels at 100 % text."""


def draw_mark(painter: QPainter, place: QRectF, status: LetterStatus | None, colour: QColor) -> None:
    """Draw the shape of a step: dot, pencil, envelope, signed envelope, ticked box, arrow back, cross."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = min(place.width(), place.height())
    painter.translate(place.center().x() - side / 2, place.center().y() - side / 2)
    painter.scale(side / 24, side / 24)
    pen = QPen(colour, 2)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    if status is None:
        painter.setBrush(QBrush(colour))
        painter.drawEllipse(QPointF(12, 12), 1.5, 1.5)
    else:
        painter.drawPath(_PATHS[status])
    painter.restore()


def mark_icon(status: LetterStatus | None, colour: QColor, side: int = SIDE) -> QIcon:
    """The shape as an icon for menus and lists."""
    picture = QPixmap(side * 2, side * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw_mark(painter, QRectF(0, 0, side, side), status, colour)
    painter.end()
    return QIcon(picture)


def _lines(*runs: tuple[tuple[float, float], ...]) -> QPainterPath:
    path = QPainterPath()
    for first, *others in runs:
        path.moveTo(*first)
        for point in others:
            path.lineTo(*point)
    return path


_BOX = ((3.0, 5.0), (21.0, 5.0), (21.0, 19.0), (3.0, 19.0), (3.0, 5.0))
_SQUARE = ((4.0, 4.0), (20.0, 4.0), (20.0, 20.0), (4.0, 20.0), (4.0, 4.0))
_FLAP = ((3.0, 6.0), (12.0, 13.0), (21.0, 6.0))
_TICK = ((7.5, 12.0), (11.0, 15.5), (17.0, 8.5))
_PATHS = {
    LetterStatus.DRAFT: _lines(
        ((4.0, 20.0), (5.0, 15.5), (16.0, 4.5), (19.5, 8.0), (8.5, 19.0), (4.0, 20.0)), ((13.5, 7.0), (17.0, 10.5))
    ),
    LetterStatus.PRINTED: _lines(_BOX, _FLAP),
    LetterStatus.SIGNED: _lines(_BOX, _FLAP, ((7.0, 16.0), (11.0, 16.0))),
    LetterStatus.POSTED: _lines(_SQUARE, _TICK),
    LetterStatus.SENT: _lines(_SQUARE, _TICK),
    LetterStatus.REPLIED: _lines(((10.0, 6.0), (4.0, 12.0), (10.0, 18.0)), ((4.0, 12.0), (16.0, 12.0), (20.0, 18.0))),
    LetterStatus.RETURNED: _lines(((9.0, 4.0), (4.0, 9.0), (9.0, 14.0)), ((4.0, 9.0), (20.0, 9.0), (20.0, 20.0))),
    LetterStatus.WITHDRAWN: _lines(((6.0, 6.0), (18.0, 18.0)), ((18.0, 6.0), (6.0, 18.0))),
}
