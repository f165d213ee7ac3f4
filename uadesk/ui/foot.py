"""The foot of the window: one place of one height for the status line, the progress of a job and the notice."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from uadesk.ui.theme import GRID, target_height


class Foot(QFrame):
    """Shows the quiet line while no other bar has something to say.

    Its height stays, so that nothing moves under the hand that is about to click.
    """

    def __init__(self, quiet: QWidget, *bars: QWidget) -> None:
        super().__init__()
        self._quiet = quiet
        self._bars = bars
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (*bars, quiet):
            column.addWidget(widget)
        for bar in bars:
            bar.installEventFilter(self)
        self._fit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._quiet.setVisible(all(bar.isHidden() for bar in self._bars))
        return False

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.setMinimumHeight(target_height(self) + GRID)
