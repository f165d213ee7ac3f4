"""The questions about the group: its name, where letters come from, and who answers for it."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from uadesk.base.language import _
from uadesk.domain.people import Group
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.fields import CountryBox, LinesEdit, labelled


class GroupForm(QWidget):
    """Name, number, address, country, coordinator and email; what else a group has is kept as it was."""

    changed = Signal()

    def __init__(self, group: Group | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = group or Group()
        self.name = QLineEdit(self._group.name)
        self.number = QLineEdit(self._group.number)
        self.number.setPlaceholderText(_("if it has one"))
        self.address = LinesEdit(_("Address of the group"), self._group.address_lines, height=3)
        self.country = CountryBox(self._group.country or None)
        self.coordinator = QLineEdit(self._group.coordinator)
        self.email = QLineEdit(self._group.email)
        self._lay_out()
        for line in (self.name, self.number, self.coordinator, self.email):
            line.textChanged.connect(self._tell)
        self.address.edited.connect(self.changed)
        self.country.currentTextChanged.connect(self._tell)

    @property
    def group(self) -> Group:
        """The group as it stands in the form."""
        return replace(
            self._group,
            name=self.name.text().strip(),
            number=self.number.text().strip(),
            address_lines=self.address.lines,
            country=self.country.code or "",
            coordinator=self.coordinator.text().strip(),
            email=self.email.text().strip(),
        )

    @property
    def is_complete(self) -> bool:
        """Whether name, address and country are there."""
        return self.group.is_known

    @property
    def missing(self) -> str:
        """What is still needed, as a sentence; empty when nothing is."""
        group = self.group
        if not group.name:
            return _("Type the name of your group first.")
        if not group.address_lines:
            return _("Type the address of your group first: letters need a sender.")
        return "" if group.country else _("Choose the country of your group first.")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        first = QHBoxLayout()
        first.setSpacing(2 * GRID)
        first.addWidget(labelled(_("&Name of the group"), self.name), 3)
        first.addWidget(labelled(_("N&umber"), self.number), 1)
        column.addLayout(first)
        column.addWidget(
            labelled(
                _("&Address, as it should stand on letters"),
                self.address,
                hint=_("Street and town, one line each; without the country."),
            )
        )
        column.addWidget(labelled(_("&Country"), self.country))
        last = QGridLayout()
        last.setSpacing(2 * GRID)
        last.addWidget(labelled(_("C&oordinator"), self.coordinator), 0, 0)
        last.addWidget(labelled(_("&Email"), self.email), 0, 1)
        column.addLayout(last)

    def _tell(self, _text: str) -> None:
        self.changed.emit()
