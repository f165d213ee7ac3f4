"""What all dialogs share: margins, a scrolled form that fits small screens, and the buttons at the foot."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from uadesk.base.language import _
from uadesk.ui.theme import GRID

_SCREEN_PART = 0.9


def ok_cancel(dialog: QDialog, ok: str) -> QDialogButtonBox:
    """A filled button that accepts, named after what it does, and Cancel."""
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    made = box.button(QDialogButtonBox.StandardButton.Ok)
    made.setText(ok)
    made.setAccessibleName(ok.replace("&", ""))
    made.setProperty("look", "filled")
    made.setDefault(True)
    box.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Cancel"))
    for each in box.buttons():
        if isinstance(each, QPushButton):
            each.setIcon(type(each.icon())())
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box


def scrolled(content: QWidget) -> QScrollArea:
    """The content in an area that scrolls where the screen is too small or the text too large."""
    area = QScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def dress(dialog: QDialog, content: QWidget, buttons: QDialogButtonBox, size: tuple[int, int]) -> None:
    """Lay the content over the buttons and take a size in pixels, as far as the screen and the text allow."""
    column = QVBoxLayout(dialog)
    column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
    column.setSpacing(2 * GRID)
    column.addWidget(content, 1)
    column.addWidget(buttons)
    fit(dialog, size)


def fit(dialog: QWidget, size: tuple[int, int]) -> None:
    """Resize to these pixels at 100 % text, larger with larger text, never beyond the screen."""
    larger = max(1.0, dialog.fontMetrics().height() / 18)
    screen = dialog.screen().availableSize() * _SCREEN_PART
    wanted = QSize(int(size[0] * larger), int(size[1] * larger))
    dialog.resize(wanted.boundedTo(screen))
