"""Who else could write the same letter: those who are here tonight, else everybody on the list."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from uadesk.base.language import _
from uadesk.desk.desk import Desk
from uadesk.desk.evenings import people_tonight


class OthersMenu(QMenu):
    """The names, the present writer's left out."""

    person_chosen = Signal(int, str)
    """The id and name of the one who was chosen."""

    def __init__(self, desk: Desk, writer: int | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.aboutToHide.connect(self.deleteLater)
        self.setStyleSheet("QMenu { menu-scrollable: 1; }")
        people = [each for each in people_tonight(desk) if each.ident != writer]
        shown = [each for each in people if each.here] or people
        for each in shown:
            self.addAction(each.name.replace("&", "&&"), partial(self.person_chosen.emit, each.ident, each.name))
        if not shown:
            self.addAction(_("Nobody else is on the list")).setEnabled(False)
