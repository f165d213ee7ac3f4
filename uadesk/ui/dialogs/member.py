"""Asks for the details of a member or guest."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from uadesk.base.language import N_, _
from uadesk.domain.people import MemberKind, Person, ReturnAddress
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import allow
from uadesk.ui.widgets.dialogs import FormDialog, dress, ok_cancel, scrolled
from uadesk.ui.widgets.fields import CountryBox, LinesEdit, labelled

RETURN_ADDRESSES = (
    (ReturnAddress.OWN, N_("own address")),
    (ReturnAddress.GROUP, N_("the group's address")),
    (ReturnAddress.TOWN, N_("name and town only")),
    (ReturnAddress.NONE, N_("no address")),
)
KINDS = ((MemberKind.MEMBER, N_("member")), (MemberKind.GUEST, N_("guest")))


class MemberDialog(FormDialog):
    """A person's details; the caller decides what becomes of them. Only the name is needed."""

    def __init__(self, person: Person | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person = person or Person("")
        self.setWindowTitle(_("Change {name}").format(name=person.name) if person else _("Add a person"))
        self.name = QLineEdit(self._person.name)
        self.address = LinesEdit(_("Address"), self._person.address_lines, height=3)
        self.country = CountryBox(self._person.country)
        line = self.country.lineEdit()
        if line is not None:
            line.setPlaceholderText(_("as the group’s"))
        self.email = QLineEdit(self._person.email)
        self.phone = QLineEdit(self._person.phone)
        self.about = LinesEdit(_("About this person"), self._person.about.splitlines(), height=2)
        self.kind = _choice([(_(word), value) for value, word in KINDS], self._person.kind, _("Kind"))
        self.return_address = _choice(
            [(_(word), value) for value, word in RETURN_ADDRESSES], self._person.return_address, _("Return address")
        )
        self.buttons = ok_cancel(self, _("&Save"))
        self._lay_out()
        self.name.textChanged.connect(self._allow_ok)
        self._allow_ok()
        self.name.setFocus()

    @property
    def person(self) -> Person:
        """The person as it stands in the form."""
        return replace(
            self._person,
            name=" ".join(self.name.text().split()),
            address_lines=self.address.lines,
            country=self.country.code,
            email=self.email.text().strip(),
            phone=self.phone.text().strip(),
            about=" ".join(self.about.lines),
            kind=MemberKind(self.kind.currentData()),
            return_address=ReturnAddress(self.return_address.currentData()),
        )

    @classmethod
    def ask(
        cls,
        person: Person | None,
        parent: QWidget,
        keep: Callable[[Person], object],
        stored: Callable[[], Person] | None = None,
    ) -> Person | None:
        """The person as entered and kept, None where the dialog was left. `stored` reads them anew."""
        dialog = cls(person, parent)
        seen = None if stored is None else lambda: _as_text(stored())
        return dialog.person if dialog.ask_until_kept(lambda: keep(dialog.person), seen) else None

    def _allow_ok(self) -> None:
        missing = "" if self.name.text().strip() else _("Type a name first; a first name is enough.")
        allow(self.buttons.button(QDialogButtonBox.StandardButton.Ok), missing)

    def _lay_out(self) -> None:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(2 * GRID)
        column.addLayout(_beside((labelled(_("&Name"), self.name), 3), (labelled(_("&Kind"), self.kind), 1)))
        hint = _("Street and town, one line each, without the country. A guest needs none.")
        column.addWidget(labelled(_("&Address, as it should stand on letters"), self.address, hint=hint))
        column.addLayout(
            _beside(
                (labelled(_("&Country"), self.country), 1), (labelled(_("&Return address"), self.return_address), 1)
            )
        )
        column.addLayout(_beside((labelled(_("&Email"), self.email), 1), (labelled(_("&Phone"), self.phone), 1)))
        hint = _("For example “I am a nurse and live in Toronto.” It helps to write own words.")
        column.addWidget(labelled(_("A&bout this person"), self.about, hint=hint))
        dress(self, scrolled(form), self.buttons, (560, 680))


def _as_text(person: Person) -> str:
    lines = (person.name, *person.address_lines, person.email, person.phone, person.about)
    return "\n".join(line for line in lines if line)


def _choice(items: list[tuple[str, str]], chosen: str, name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for word, value in items:
        box.addItem(word, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box


def _beside(*fields: tuple[QWidget, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(2 * GRID)
    for field, stretch in fields:
        row.addWidget(field, stretch)
    return row
