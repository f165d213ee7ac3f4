"""One addressee in the review: the lines of the block, the country, the salutation, and other ways to write."""

from dataclasses import replace
from itertools import count

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from uadesk.base.language import N_, _
from uadesk.domain.addresses import Addressee, Role
from uadesk.ui.review.editors import PATH, LineRows
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import button
from uadesk.ui.widgets.fields import CountryBox, labelled
from uadesk.ui.widgets.labels import plain_label

NAME, OFFICE, ADDRESS = "name", "office", "address"
KINDS = ((NAME, N_("Name")), (OFFICE, N_("Office")), (ADDRESS, N_("Address")))


class AddresseeForm(QFrame):
    """Everything about one addressee. `origin` is its path as read; one that was added has a path that none had."""

    edited = Signal(str)
    """The path (as read) of what was edited."""
    remove_asked = Signal()
    row_made = Signal(object)

    def __init__(self, addressee: Addressee, origin: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.origin = origin
        self._addressee = addressee
        words = [(key, _(word)) for key, word in KINDS]
        self._kinds_at_first = kinds_of(addressee)
        lines = addressee.lines or ("",)
        self.lines = LineRows(
            _("Line of the address"), lines, self._path("lines"), words, self._kinds_at_first or (NAME,), self
        )
        self.country = CountryBox(addressee.country_code)
        self.salutation = self._line(addressee.salutation or "", _("Salutation"), "salutation")
        self.email = self._line(", ".join(addressee.email), _("Email"), "email")
        self.phone = self._line(", ".join(addressee.phone), _("Phone"), "phone")
        self.fax = self._line(", ".join(addressee.fax), _("Fax"), "fax")
        self.country.setProperty(PATH, self._path("country_code"))
        self._lay_out()
        self.lines.row_made.connect(self.row_made)
        self.lines.edited.connect(lambda: self.edited.emit(self._path("lines")))
        self.country.currentTextChanged.connect(lambda _text: self.edited.emit(self._path("country_code")))

    @property
    def addressee(self) -> Addressee:
        """The addressee as it stands in the form; printed lines and their parts always agree."""
        changed = replace(
            self._addressee,
            country_code=self.country.code,
            salutation=" ".join(self.salutation.text().split()) or None,
            email=_parts(self.email.text()),
            phone=_parts(self.phone.text()),
            fax=_parts(self.fax.text()),
        )
        return self._with_lines(changed)

    @property
    def lines_changed(self) -> bool:
        """Whether the block is another than the one that was read."""
        return (self.lines.lines, self.lines.kinds) != (self._addressee.lines, self._kinds_at_first)

    def focus_first(self) -> None:
        """Go to the first line."""
        if self.lines.fields:
            self.lines.fields[0].setFocus()

    def _with_lines(self, addressee: Addressee) -> Addressee:
        if not self.lines_changed:
            return addressee
        pairs = list(zip(self.lines.lines, self.lines.kinds, strict=True))
        before = list(zip(self._addressee.lines, self._kinds_at_first, strict=True))
        parts = {kind: tuple(line for line, each in pairs if each == kind) for kind, _word in KINDS}
        same_head = [pair for pair in pairs if pair[1] != ADDRESS] == [pair for pair in before if pair[1] != ADDRESS]
        name, title = " ".join(parts[NAME]), ", ".join(parts[OFFICE]) or None
        if same_head:  # an office on the name's own line stays parted from it
            name, title = self._addressee.name, self._addressee.title
        return replace(
            addressee,
            lines=tuple(line for line, _kind in pairs),
            name=name or (pairs[0][0] if pairs else ""),
            title=title,
            address_lines=parts[ADDRESS],
        )

    def _path(self, leaf: str) -> str:
        return f"{self.origin}.{leaf}"

    def _line(self, text: str, name: str, leaf: str) -> QLineEdit:
        line = QLineEdit(text)
        line.setCursorPosition(0)  # a long salutation shows its beginning
        line.setAccessibleName(name)
        line.setProperty(PATH, self._path(leaf))
        line.textChanged.connect(lambda _text: self.edited.emit(self._path(leaf)))
        return line

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(int(1.5 * GRID), GRID, int(1.5 * GRID), GRID)
        column.setSpacing(GRID)
        head = QHBoxLayout()
        head.addWidget(plain_label(_("What the envelope carries, line by line"), "quiet", wraps=True), 1)
        head.addWidget(button(_("Remove"), self.remove_asked.emit, icon="remove", look="flat"))
        column.addLayout(head)
        column.addWidget(self.lines)
        grid = QGridLayout()
        grid.setSpacing(GRID)
        grid.addWidget(labelled(_("Goes to the country"), self.country), 0, 0)
        grid.addWidget(labelled(_("Salutation, word for word"), self.salutation), 0, 1)
        grid.addWidget(labelled(_("Email"), self.email), 1, 0, 1, 2)
        grid.addWidget(labelled(_("Phone"), self.phone), 2, 0)
        grid.addWidget(labelled(_("Fax"), self.fax), 2, 1)
        column.addLayout(grid)


class AddresseeList(QWidget):
    """All addressees of one role, with a button for one more."""

    edited = Signal(str)
    row_made = Signal(object)
    form_made = Signal(object)

    def __init__(
        self, role: Role, heading: str, add: str, addressees: tuple[Addressee, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.role = role
        self.path = {Role.TARGET: "targets", Role.COPY: "copies", Role.SOLIDARITY: "solidarity"}[role]
        self.forms: list[AddresseeForm] = []
        self._fresh = count()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(plain_label(heading, "heading"))
        self._column = QVBoxLayout()
        self._column.setSpacing(int(1.5 * GRID))
        column.addLayout(self._column)
        row = QHBoxLayout()
        self.add_button = button(add, self.add, icon="add")
        self.add_button.setProperty(PATH, self.path)
        row.addWidget(self.add_button)
        row.addStretch(1)
        column.addLayout(row)
        for addressee in addressees:
            self._append(addressee)

    @property
    def addressees(self) -> tuple[Addressee, ...]:
        """Those that have a line."""
        return tuple(form.addressee for form in self.forms if form.lines.lines)

    @property
    def kept(self) -> dict[str, str]:
        """From the path as read to the path now, for each that has a line."""
        said = [form for form in self.forms if form.lines.lines]
        return {form.origin: f"{self.path}[{place}]" for place, form in enumerate(said) if form.origin}

    def add(self) -> None:
        """Add an empty one and go there."""
        self.put(Addressee((), self.role)).focus_first()

    def put(self, addressee: Addressee) -> AddresseeForm:
        """Add this one at the end."""
        form = self._append(addressee)
        self.edited.emit(self.path)
        return form

    def _append(self, addressee: Addressee) -> AddresseeForm:
        form = AddresseeForm(addressee, f"{self.path}[{next(self._fresh)}]", self)
        form.edited.connect(self.edited)
        form.row_made.connect(self.row_made)
        form.remove_asked.connect(lambda: self.remove(form))
        self.forms.append(form)
        self._column.addWidget(form)
        self.form_made.emit(form)
        return form

    def remove(self, form: AddresseeForm) -> None:
        """Take this one away."""
        self.forms.remove(form)
        self._column.removeWidget(form)
        form.hide()
        form.deleteLater()
        self.edited.emit(form.origin)
        self.add_button.setFocus()


def kinds_of(addressee: Addressee) -> tuple[str, ...]:
    """What each printed line is: part of the name, an office, or the address."""
    left = list(addressee.address_lines)
    kinds = []
    for line in addressee.lines:
        if line in left:
            left.remove(line)
            kinds.append(ADDRESS)
        elif addressee.title and line in addressee.title and line not in addressee.name:
            kinds.append(OFFICE)
        elif not addressee.name or line in addressee.name or addressee.name in line:
            kinds.append(NAME)
        else:
            kinds.append(OFFICE if addressee.title else ADDRESS)
    return tuple(kinds)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.replace(";", ",").split(",") if part.strip())
