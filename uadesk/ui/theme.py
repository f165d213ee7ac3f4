"""How everything looks: the system's light or dark palette, one accent, one grid, one text size.

Lengths are in device-independent pixels on a grid of 8; nothing to click is smaller than 36.
"""

import math
from dataclasses import dataclass

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


def heading_font(widget: QWidget, times: float = 1.5) -> QFont:
    """The widget's font as a heading, `times` as large."""
    font = QFont(widget.font())
    font.setPointSizeF(QApplication.font().pointSizeF() * times)
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _sheet(found: Colours, font: QFont, ground: str) -> str:
    arrow, tick = (resource(f"icons/{name}-on-{ground}.svg").as_posix() for name in ("arrow", "tick"))
    points = font.pointSizeF()
    line = math.ceil(QFontMetricsF(font).height())
    field, pushed = max(TARGET - 8, line + 4), max(TARGET - 10, line + 2)
    return f"""
    QWidget {{ font-size: {points:g}pt; }}
    QToolTip {{ padding: 4px 8px; }}
    QPushButton {{
        min-height: {pushed}px; padding: 4px 16px; border: 1px solid {found.line}; border-radius: 6px;
        background: {found.base}; color: {found.text};
    }}
    QPushButton:hover {{ background: {found.hover}; }}
    QPushButton:pressed, QPushButton:checked {{ background: {found.chosen}; }}
    QPushButton:focus {{ border: 2px solid {found.accent}; padding: 3px 15px; }}
    QPushButton:disabled {{ color: {found.quiet}; background: {found.window}; }}
    QPushButton[look="filled"] {{
        background: {found.accent}; color: {found.accent_text}; border: 1px solid {found.accent}; font-weight: 600;
    }}
    QPushButton[look="filled"]:hover {{ background: {found.accent_hover}; }}
    QPushButton[look="filled"]:focus {{ border: 2px solid {found.text}; }}
    QPushButton[look="filled"]:disabled {{
        background: {found.window}; color: {found.quiet}; border: 1px solid {found.line};
    }}
    QPushButton[look="flat"] {{ background: transparent; border: 1px solid transparent; color: {found.accent}; }}
    QPushButton[look="flat"]:hover {{ background: {found.hover}; }}
    QPushButton[look="flat"]:focus {{ border: 2px solid {found.accent}; }}
    QPushButton[look="flat"]:disabled {{ color: {found.quiet}; }}
    QToolButton {{
        min-height: {TARGET - 4}px; min-width: {TARGET - 4}px; border: 2px solid transparent; border-radius: 6px;
    }}
    QToolButton:hover {{ background: {found.hover}; }}
    QToolButton:focus {{ border: 2px solid {found.accent}; }}
    QToolButton[look="side"] {{
        padding: 6px 22px 6px 8px; text-align: left; border-radius: 6px; background: transparent;
    }}
    QToolButton[look="side"]:disabled {{ color: {found.quiet}; }}
    QToolButton[look="side"]:hover {{ background: {found.hover}; }}
    QToolButton[look="side"]:checked {{ background: {found.chosen}; font-weight: 600; }}
    QToolButton[look="side"]:focus {{ border: 2px solid {found.accent}; }}
    QLineEdit, QComboBox, QSpinBox, QDateEdit {{
        min-height: {field}px; padding: 2px 8px; border: 1px solid {found.line}; border-radius: 6px;
        background: {found.base}; selection-background-color: {found.accent};
        selection-color: {found.accent_text};
    }}
    QPlainTextEdit, QTextEdit {{
        padding: 4px; border: 1px solid {found.line}; border-radius: 6px; background: {found.base};
        selection-background-color: {found.accent}; selection-color: {found.accent_text};
    }}
    QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus {{
        border: 2px solid {found.accent}; padding: 1px 7px;
    }}
    QPlainTextEdit:focus, QTextEdit:focus {{ border: 2px solid {found.accent}; padding: 3px; }}
    QLineEdit:disabled, QLineEdit:read-only, QPlainTextEdit:disabled, QPlainTextEdit[readOnly="true"] {{
        background: {found.window}; color: {found.quiet};
    }}
    QPlainTextEdit[look="list"] {{ background: {found.base}; color: {found.text}; }}
    QLineEdit[doubt="true"], QComboBox[doubt="true"], QPlainTextEdit[doubt="true"] {{
        background: {found.amber_back}; border: 1px solid {found.amber};
    }}
    QLineEdit[doubt="true"]:focus, QComboBox[doubt="true"]:focus, QPlainTextEdit[doubt="true"]:focus {{
        border: 2px solid {found.amber};
    }}
    QLineEdit QToolButton {{ min-height: 0; min-width: 0; border: 0; padding: 0; }}
    QComboBox::drop-down {{ border: 0; width: 28px; }}
    QComboBox::down-arrow {{ image: url("{arrow}"); width: 16px; height: 16px; }}
    QComboBox QAbstractItemView {{ border: 1px solid {found.line}; background: {found.base}; outline: 0; }}
    QComboBox QAbstractItemView::item {{ min-height: {TARGET - 4}px; }}
    QScrollBar:vertical {{ background: transparent; width: 14px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 14px; margin: 0; }}
    QScrollBar::handle {{ background: {found.handle}; border-radius: 5px; margin: 2px; }}
    QScrollBar::handle:vertical {{ min-height: 36px; }}
    QScrollBar::handle:horizontal {{ min-width: 36px; }}
    QScrollBar::handle:hover {{ background: {found.quiet}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: 0; background: transparent; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QCheckBox, QRadioButton {{ min-height: {TARGET - 4}px; spacing: 8px; border: 2px solid transparent;
        border-radius: 6px; padding: 0 4px; }}
    QCheckBox:focus, QRadioButton:focus {{ border: 2px solid {found.accent}; }}
    QCheckBox::indicator, QRadioButton::indicator {{
        width: 18px; height: 18px; border: 1px solid {found.quiet}; border-radius: 4px; background: {found.base};
    }}
    QRadioButton::indicator {{ border-radius: 10px; }}
    QCheckBox::indicator:checked {{
        background: {found.accent}; border: 1px solid {found.accent}; image: url("{tick}");
    }}
    QRadioButton::indicator:checked {{ width: 8px; height: 8px; border: 6px solid {found.accent}; }}
    QTableView, QListView, QTreeView, QListWidget {{
        border: 1px solid {found.line}; border-radius: 6px; background: {found.base};
        alternate-background-color: {found.base}; gridline-color: transparent; outline: 0;
        selection-background-color: {found.chosen}; selection-color: {found.text};
    }}
    QTableView:focus, QListView:focus, QTreeView:focus {{ border: 2px solid {found.accent}; }}
    QTableView::item, QListView::item {{ padding: 4px 8px; border-bottom: 1px solid {found.hover}; }}
    QTableView::item:selected, QListView::item:selected {{ background: {found.chosen}; color: {found.text}; }}
    QTableView::item:focus, QListView::item:focus {{ border: 2px solid {found.accent}; }}
    QHeaderView {{ background: {found.base}; border: 0; }}
    QHeaderView::section {{
        background: {found.base}; color: {found.quiet}; border: 0; border-bottom: 1px solid {found.line};
        padding: 8px 8px 8px 11px; font-weight: 600;
    }}
    QSplitter::handle {{ background: transparent; }}
    QScrollArea {{ border: 2px solid transparent; border-radius: 6px; background: transparent; }}
    QAbstractScrollArea::corner {{ background: transparent; border: 0; }}
    QScrollArea:focus {{ border: 2px solid {found.accent}; }}
    QScrollArea > QWidget > QWidget {{ background: transparent; }}
    QMenuBar {{ background: {found.window}; border: 0; border-bottom: 1px solid {found.line}; }}
    QMenuBar::item {{ padding: 8px 12px; background: transparent; }}
    QMenuBar::item:selected {{ background: {found.chosen}; border-radius: 6px; }}
    QMenu {{ padding: 4px; border: 1px solid {found.line}; background: {found.base}; }}
    QMenu::item {{ padding: 8px 32px 8px 16px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {found.chosen}; color: {found.text}; }}
    QMenu::item:disabled {{ color: {found.quiet}; }}
    QMenu::separator {{ height: 1px; background: {found.line}; margin: 4px 8px; }}
    QTabBar::tab {{ padding: 8px 16px; border: 0; border-bottom: 3px solid transparent; }}
    QTabBar::tab:selected {{ border-bottom: 3px solid {found.accent}; font-weight: 600; }}
    QTabBar::tab:focus {{ background: {found.hover}; }}
    QProgressBar {{
        border: 1px solid {found.line}; border-radius: 6px; background: {found.base}; min-height: 14px;
        text-align: center;
    }}
    QProgressBar::chunk {{ background: {found.accent}; border-radius: 5px; }}
    QLabel[look="quiet"] {{ color: {found.quiet}; }}
    QLabel[look="strong"] {{ font-weight: 600; }}
    QLabel[look="heading"] {{ font-size: {points * 1.15:g}pt; font-weight: 600; }}
    QLabel[look="title"] {{ font-size: {points * 1.45:g}pt; font-weight: 600; }}
    QLabel[look="amber"] {{ color: {found.amber}; font-weight: 600; }}
    QLabel[look="red"] {{ color: {found.red}; font-weight: 600; }}
    QLabel[look="chip"] {{
        padding: 3px 10px; border-radius: 6px; border: 1px solid {found.line}; background: {found.window};
    }}
    QLabel[look="chip"][tone="amber"] {{
        color: {found.amber}; border: 1px solid {found.amber}; background: {found.amber_back};
    }}
    QLabel[look="chip"][tone="green"] {{ color: {found.green}; border: 1px solid {found.green}; }}
    QLabel[look="chip"][tone="quiet"] {{ color: {found.quiet}; }}
    QFrame#sidebar {{ border: 0; border-right: 1px solid {found.line}; }}
    QFrame[look="card"] {{ border: 1px solid {found.line}; border-radius: 8px; background: {found.base}; }}
    QFrame[look="doubt"] {{ border: 1px solid {found.amber}; border-radius: 8px; background: {found.amber_back}; }}
    QFrame[look="bar"] {{ border: 0; border-top: 1px solid {found.line}; background: {found.base}; }}
    QFrame[look="banner"] {{ border: 0; background: {found.amber_back}; border-bottom: 1px solid {found.amber}; }}
    QFrame[look="line"] {{ background: {found.line}; border: 0; max-height: 1px; min-height: 1px; }}
    QStatusBar {{ border-top: 1px solid {found.line}; color: {found.quiet}; }}
    QStatusBar QLabel {{ color: {found.quiet}; padding: 2px 8px; }}
    QStatusBar::item {{ border: 0; }}
    """
