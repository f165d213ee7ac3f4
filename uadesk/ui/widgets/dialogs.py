"""What all dialogs share: margins, a scrolled form that fits small screens, and the buttons at the foot."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from uadesk.base.errors import UADeskError
from uadesk.base.language import _
from uadesk.store.errors import StaleSaveError
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.labels import plain_label, set_tone

_SCREEN_PART = 0.9


def ok_cancel(dialog: QDialog, ok: str) -> QDialogButtonBox:
    """A filled button that accepts, named after what it does, and Cancel. Enter is the filled one in every field."""
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, dialog)
    made = box.button(QDialogButtonBox.StandardButton.Ok)
    made.setText(ok)
    made.setAccessibleName(ok.replace("&", ""))
    set_tone(made, "filled", "look")
    left = box.button(QDialogButtonBox.StandardButton.Cancel)
    left.setText(_("Cancel"))
    left.setAutoDefault(False)
    made.setDefault(True)
    for each in box.buttons():
        if isinstance(each, QPushButton):
            each.setIcon(type(each.icon())())
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box


class FormDialog(QDialog):
    """A form whose filled button keeps what was entered: where that fails it says why, and stays as it was filled.

    Where the same was saved elsewhere meanwhile it shows how, and the next press keeps what stands here.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keep: Callable[[], object] = lambda: None
        self.trouble = plain_label("", "red", wraps=True)
        self.trouble.hide()
        self._stored: Callable[[], str] | None = None

    def ask_until_kept(self, keep: Callable[[], object], stored: Callable[[], str] | None = None) -> bool:
        """Show it until `keep` took what was entered; False where the person left it. The dialog is gone then.

        `stored` reads anew what is being changed, so that `keep` may replace it, and gives it as text.
        """
        self._keep, self._stored = keep, stored
        self.finished.connect(self.deleteLater)
        return bool(self.exec())

    @override
    def accept(self) -> None:
        from uadesk.desk.words import sentence

        try:
            self._keep()
        except UADeskError as error:
            self.trouble.setText(self._saved_elsewhere(error) or sentence(error))
            self.trouble.show()
            return
        super().accept()

    def _saved_elsewhere(self, error: UADeskError) -> str:
        """How it stands where somebody else saved it meanwhile; empty for any other trouble."""
        if not isinstance(error, StaleSaveError) or self._stored is None:
            return ""
        words = _("This was changed elsewhere meanwhile; it is now:\n{stored}\n\nSave again to keep what stands above.")
        try:
            return words.format(stored=self._stored())
        except UADeskError:
            return ""  # it is gone: the first trouble says that nothing can be kept


def foot(close: QPushButton, said: QWidget, *acts: QPushButton) -> QHBoxLayout:
    """The foot of a window: what closes it, what is said, then what it is for, the usual act last."""
    row = QHBoxLayout()
    row.setSpacing(GRID)
    row.addWidget(close)
    row.addWidget(said, 1)
    for each in acts:
        row.addWidget(each)
    return row


def width_needed(area: QScrollArea) -> int:
    """How wide an area must be that scrolls up and down only, pixels: what it holds, and the scroll bar."""
    content = area.widget()
    inside = content.minimumSizeHint().width() if content is not None else 0
    return inside + area.verticalScrollBar().sizeHint().width()


class ScrolledForm(QScrollArea):
    """Scrolls up and down only: it is never narrower than what it holds."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content.installEventFilter(self)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(width_needed(self), super().minimumSizeHint().height())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def scrolled(content: QWidget) -> QScrollArea:
    """The content in an area that scrolls where the screen is too small or the text too large."""
    return ScrolledForm(content)


def dress(dialog: QDialog, content: QWidget, buttons: QDialogButtonBox, size: tuple[int, int]) -> None:
    """Lay the content over the buttons and take a size in pixels, as far as the screen and the text allow."""
    column = QVBoxLayout(dialog)
    column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
    column.setSpacing(2 * GRID)
    column.addWidget(content, 1)
    if isinstance(dialog, FormDialog):
        column.addWidget(dialog.trouble)
    column.addWidget(buttons)
    fit(dialog, size)


def fit(dialog: QWidget, size: tuple[int, int]) -> None:
    """Resize to these pixels at 100 % text, larger with larger text, never beyond the screen."""
    larger = max(1.0, dialog.fontMetrics().height() / 18)
    wanted = QSize(int(size[0] * larger), int(size[1] * larger))
    dialog.resize(wanted.boundedTo(_room(dialog) * _SCREEN_PART))


def _room(dialog: QWidget) -> QSize:
    """The size of the screen on which the dialog's window is.

    Not asked of the dialog itself: PySide takes the screen that `QWidget.screen` gives for a child of the widget, and
    may delete it with a dialog that goes.
    """
    window = dialog.parentWidget() or dialog
    screen = QGuiApplication.screenAt(window.mapToGlobal(window.rect().center())) or QGuiApplication.primaryScreen()
    return screen.availableSize()
