"""Asks who writes on a case, to whom, and how the letters go."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from uadesk.base.language import N_, _, ngettext
from uadesk.domain.letters import Channel
from uadesk.domain.rows import AddresseeRow, CaseView, MemberRow
from uadesk.ui.models.ticks import TickModel
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import allow, button
from uadesk.ui.widgets.dialogs import dress, ok_cancel
from uadesk.ui.widgets.flow import FlowLayout
from uadesk.ui.widgets.labels import plain_label
from uadesk.ui.widgets.tick_list import TickList

_WAYS = {
    Channel.POST: N_("Printed, to go by &post"),
    Channel.HANDWRITTEN: N_("Written by &hand: only envelopes are printed"),
    Channel.EMAIL: N_("To send by &email"),
    Channel.FAX: N_("To send by &fax"),
}
_NO_WAY = {
    Channel.EMAIL: N_("By email: nobody to write to has an email address"),
    Channel.FAX: N_("By fax: nobody to write to has a fax number"),
}
_LEFT_OUT = {
    Channel.EMAIL: N_("Left out, since they have no email address: {names}"),
    Channel.FAX: N_("Left out, since they have no fax number: {names}"),
}


@dataclass(frozen=True, slots=True)
class DraftChoice:
    """Who writes, to which addressees (copies among them), and how the letters go."""

    members: tuple[int, ...]
    addressees: tuple[int, ...]
    copies: bool
    channel: Channel


class DraftDialog(QDialog):
    """Ticks for members, for targets and for copies; all targets and copies are ticked at first."""

    def __init__(self, view: CaseView, members: Sequence[MemberRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Letters on {case}").format(case=view.row.name))
        self._targets = tuple(str(row.ident) for row in view.targets)
        self._rows = {str(row.ident): row for row in (*view.targets, *view.copies)}
        self.members = TickModel([(str(row.ident), row.person.name) for row in members], self)
        lines = [(str(row.ident), _first_lines(row)) for row in view.targets]
        lines += [(str(row.ident), _("Copy: {name}").format(name=_first_lines(row))) for row in view.copies]
        self.addressees = TickModel(lines, self)
        self.addressees.tick_from(0)
        self.ways = {channel: self._way(channel) for channel in _WAYS}
        self.ways[Channel.POST].setChecked(True)
        self._one_way = QButtonGroup(self)
        for way in self.ways.values():
            self._one_way.addButton(way)
        self.count = plain_label("", "strong")
        self.left_out = plain_label("", "amber", wraps=True)
        self.buttons = ok_cancel(self, _("&Draft the letters"))
        self._lay_out()
        self.members.dataChanged.connect(lambda *_changes: self._settle())
        self.addressees.dataChanged.connect(lambda *_changes: self._settle())
        self._one_way.buttonToggled.connect(lambda *_way: self._settle())
        self._settle()

    @property
    def choice(self) -> DraftChoice:
        """What is ticked."""
        ticked = self.addressees.ticked
        return DraftChoice(
            members=tuple(int(key) for key in self.members.ticked),
            addressees=tuple(int(key) for key in ticked),
            copies=any(key not in self._targets for key in ticked),
            channel=self.channel,
        )

    @property
    def channel(self) -> Channel:
        """How the letters go."""
        return next(channel for channel, way in self.ways.items() if way.isChecked())

    @classmethod
    def ask(cls, view: CaseView, members: Sequence[MemberRow], parent: QWidget) -> DraftChoice | None:
        """What to draft, None where the dialog was left."""
        dialog = cls(view, members, parent)
        dialog.finished.connect(dialog.deleteLater)
        return dialog.choice if dialog.exec() else None

    def tick_all(self) -> None:
        """Tick every member; where all are ticked, none."""
        everybody = len(self.members.ticked) < self.members.rowCount()
        state = Qt.CheckState.Checked if everybody else Qt.CheckState.Unchecked
        for place in range(self.members.rowCount()):
            self.members.setData(self.members.index(place), state, Qt.ItemDataRole.CheckStateRole)

    def _way(self, channel: Channel) -> QRadioButton:
        """A way for letters to go; where nobody can be reached so, it says that and cannot be chosen."""
        way = QRadioButton(_(_WAYS[channel]))
        if not any(self._rows[key].addressee.is_reached(channel) for key in self._targets) and channel in _NO_WAY:
            way.setText(_(_NO_WAY[channel]))
            way.setToolTip(_("Add it to the case first: open its bulletin and correct the addressee."))
            way.setEnabled(False)
        return way

    def _settle(self) -> None:
        choice = self.choice
        ticked = self.addressees.ticked
        reached = [key for key in ticked if self._rows[key].addressee.is_reached(choice.channel)]
        self._say_left_out([key for key in ticked if key not in reached])
        targets = sum(key in self._targets for key in reached)
        letters = len(choice.members) * targets
        copies = letters * (len(reached) - targets)
        said = ngettext("{count} letter", "{count} letters", letters).format(count=letters)
        if copies:
            more = ngettext("{count} copy", "{count} copies", copies).format(count=copies)
            said = _("{letters} and {copies}").format(letters=said, copies=more)
        self.count.setText(said)
        allow(self.buttons.button(QDialogButtonBox.StandardButton.Ok), self._why_not(targets))

    def _why_not(self, targets: int) -> str:
        """Why nothing can be drafted for so many targets; empty where it can."""
        if not self.members.ticked:
            return _("Tick who writes first.")
        if not targets:
            return _("Tick somebody to write to who can be reached this way.")
        return ""

    def _say_left_out(self, keys: Sequence[str]) -> None:
        self.left_out.setVisible(bool(keys))
        if keys:
            names = ", ".join(self._rows[key].addressee.shown_name or _("somebody without a name") for key in keys)
            self.left_out.setText(_(_LEFT_OUT[self.channel]).format(names=names))

    def _lay_out(self) -> None:
        people, places = TickList(_("Who writes")), TickList(_("To whom"))
        people.setModel(self.members)
        places.setModel(self.addressees)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        lists = QGridLayout()
        lists.setSpacing(2 * GRID)
        head = QHBoxLayout()
        head.addWidget(plain_label(_("Who writes"), "heading"), 1)
        head.addWidget(button(_("&All or none"), self.tick_all, look="flat"))
        for place, (heading, ticks, stretch) in enumerate((("", people, 2), (_("To whom"), places, 3))):
            if heading:
                lists.addWidget(plain_label(heading, "heading"), 0, place)
            else:
                lists.addLayout(head, 0, place)
            lists.addWidget(ticks, 1, place)
            lists.setColumnStretch(place, stretch)
        column.addLayout(lists, 1)
        column.addWidget(self._ways_row())
        column.addWidget(self.left_out)
        column.addWidget(self.count)
        dress(self, content, self.buttons, (800, 560))
        people.setFocus()

    def _ways_row(self) -> QWidget:
        """The ways side by side, on further lines where the text is large."""
        row = QWidget()
        flow = FlowLayout(row)
        for way in self.ways.values():
            flow.addWidget(way)
        return row


def _first_lines(row: AddresseeRow) -> str:
    addressee = row.addressee
    name = addressee.shown_name or _("somebody without a name")
    return f"{name}, {addressee.title}" if addressee.title else name
