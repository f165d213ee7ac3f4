"""Said in the doubts' place once none is left: only then can all be accepted at once."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from uadesk.base.language import _
from uadesk.ui.icons import pixmap
from uadesk.ui.theme import GRID, colours
from uadesk.ui.widgets.buttons import button
from uadesk.ui.widgets.labels import plain_label


class AllRight(QFrame):
    """Nothing is in doubt, and a button that saves it all."""

    def __init__(self, accept: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        sign = QLabel()
        sign.setPixmap(pixmap("check", 24, colours().green, self.devicePixelRatioF()))
        self.button = button(
            _("Everything is right"),
            accept,
            key="Ctrl+Return",
            tip=_("Nothing is in doubt: save the case as it stands here"),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(int(1.5 * GRID), GRID, GRID, GRID)
        row.setSpacing(GRID)
        row.addWidget(sign)
        row.addWidget(plain_label(_("Nothing is in doubt."), wraps=True), 1)
        row.addWidget(self.button)
