"""Our own icons (resources/icons/*.svg), tinted so that they are seen on light and on dark."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QWidget

from uadesk.base.folders import resource
from uadesk.ui.theme import colours

SIZE = 24
GAP = 6
"""Between an icon and the word beside it, pixels; part of the picture, since styles leave too little."""
_NAME = "icon_name"
_TINT = "icon_tint"


def icon(name: str, tint: str | None = None, gap: int = 0) -> QIcon:
    """The icon of this name, its strokes in this colour (the text's, where none is given), a gap on its right."""
    found = colours()
    result = QIcon()
    for mode, colour in ((QIcon.Mode.Normal, tint or found.text), (QIcon.Mode.Disabled, found.quiet)):
        for scale in (1, 2):
            result.addPixmap(_draw(name, colour, SIZE, float(scale), gap), mode)
    return result


def pixmap(name: str, size: int, tint: str | None = None, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture `size` pixels wide, sharp at this device pixel ratio."""
    return _draw(name, tint or colours().text, size, ratio)


def app_icon() -> QIcon:
    """The program's own icon, in its own colours."""
    result = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        result.addPixmap(_draw("uadesk", "", size, 1.0))
    return result


def set_icon(button: QAbstractButton, name: str, tint: str | None = None) -> None:
    """Give a button an icon that `retint` finds again; `tint` is the name of a colour in `Colours`."""
    button.setProperty(_NAME, name)
    button.setProperty(_TINT, tint)
    gap = GAP if button.text() else 0
    button.setIcon(icon(name, getattr(colours(), tint) if tint else None, gap))
    button.setIconSize(QSize(SIZE + gap, SIZE))


def retint(widget: QWidget) -> None:
    """Draw all icons below this widget anew, after the palette changed."""
    for button in widget.findChildren(QAbstractButton):
        name = button.property(_NAME)
        if name:
            set_icon(button, name, button.property(_TINT))


@cache
def _draw(name: str, colour: str, size: int, ratio: float, gap: int = 0) -> QPixmap:
    drawing = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    if colour:
        drawing = drawing.replace("currentColor", colour)
    picture = QPixmap(QSize(size + gap, size) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture
