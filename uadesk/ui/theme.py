"""How everything looks: the system's light or dark palette, one accent, one grid, one text size.

Lengths are in device-independent pixels on a grid of 8; nothing to click is smaller than 36.
"""

import math
from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from uadesk.base.folders import resource

GRID = 8
TARGET = 36
"""The least height of anything to click."""
BODY_POINTS = 11.0

_BODY = "uadesk_body_points"


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours in use, as hex; derived from the palette so that light and dark follow the desktop."""

    window: str
    base: str
    text: str
    quiet: str
    line: str
    hover: str
    chosen: str
    accent: str
    accent_text: str
    accent_hover: str
    amber: str
    amber_back: str
    red: str
    green: str
    handle: str
    mark: str
    mark_strong: str


def mix(first: QColor, second: QColor, part: float) -> QColor:
    """The first colour with this part (0 to 1) of the second in it."""
    return QColor.fromRgbF(
        first.redF() * (1 - part) + second.redF() * part,
        first.greenF() * (1 - part) + second.greenF() * part,
        first.blueF() * (1 - part) + second.blueF() * part,
    )


def is_dark(palette: QPalette) -> bool:
    """Whether text is lighter than what it stands on."""
    return palette.windowText().color().lightness() > palette.window().color().lightness()


def colours(palette: QPalette | None = None) -> Colours:
    """The colours that go with a palette (the application's, where none is given)."""
    palette = palette or QApplication.palette()
    window, base, text = (palette.window().color(), palette.base().color(), palette.text().color())
    dark = is_dark(palette)
    accent = QColor("#7fb2e5" if dark else "#1f5c99")
    return Colours(
        window=window.name(),
        base=base.name(),
        text=text.name(),
        quiet=mix(text, window, 0.32).name(),
        line=mix(window, text, 0.24).name(),
        hover=mix(base, text, 0.07).name(),
        chosen=mix(base, accent, 0.24).name(),
        accent=accent.name(),
        accent_text="#10202f" if dark else "#ffffff",
        accent_hover=mix(accent, QColor("#ffffff" if dark else "#000000"), 0.14).name(),
        amber="#f2b950" if dark else "#8a4b00",
        amber_back=mix(base, QColor("#e09a1a"), 0.20).name(),
        red="#ff9a8f" if dark else "#a3211a",
        green="#8fce9b" if dark else "#1d6b34",
        handle=mix(window, text, 0.34).name(),
        mark=mix(base, accent, 0.16).name(),
        mark_strong=mix(base, QColor("#f0b400"), 0.45).name(),
    )


def apply_theme(app: QApplication, text_scale: int = 100) -> None:
    """Dress the application; to be called again when the palette or the text size changes.

    `text_scale` is in percent, 100 to 200.
    """
    body = app.property(_BODY)
    if body is None:
        app.setStyle("Fusion")
        body = max(BODY_POINTS, app.font().pointSizeF())
        app.setProperty(_BODY, body)
    font = QFont(app.font())
    font.setPointSizeF(body * max(100, min(200, text_scale)) / 100)
    app.setFont(font)
    palette = app.palette()
    found = colours(palette)
    for role in (QPalette.ColorRole.Highlight, QPalette.ColorRole.Link, QPalette.ColorRole.Accent):
        palette.setColor(role, QColor(found.accent))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor(found.accent_text))
    palette.setColor(QPalette.ColorRole.PlaceholderText, QColor(found.quiet))
    if palette != app.palette():
        app.setPalette(palette)
    app.setStyleSheet(_sheet(found, font, "dark" if is_dark(palette) else "light"))


def target_height(widget: QWidget) -> int:
    """The height of one line to click, text and padding."""
    return max(TARGET, widget.fontMetrics().height() + 2 * GRID)


def _sheet(found: Colours, font: QFont, ground: str) -> str:
    """The style sheet with these colours, and the sizes that follow the text."""
    arrow, tick = (resource(f"icons/{name}-on-{ground}.svg").as_posix() for name in ("arrow", "tick"))
    points = font.pointSizeF()
    line = math.ceil(QFontMetricsF(font).height())
    return Template(resource("looks/window.qss").read_text(encoding="utf-8")).substitute(
        asdict(found),
        arrow=arrow,
        tick=tick,
        points=f"{points:g}",
        heading=f"{points * 1.15:g}",
        title=f"{points * 1.45:g}",
        field=max(TARGET - 8, line + 4),
        pushed=max(TARGET - 10, line + 2),
        tool=TARGET - 4,
    )
