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

from uadesk.base.language import _, ngettext
from uadesk.domain.letters import Channel
from uadesk.domain.rows import AddresseeRow, CaseView, MemberRow
from uadesk.ui.models.ticks import TickModel
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import allow, button
from uadesk.ui.widgets.dialogs import dress, ok_cancel
from uadesk.ui.widgets.labels import plain_label
from uadesk.ui.widgets.tick_list import TickList


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
        self.members = TickModel([(str(row.ident), row.person.name) for row in members], self)
        lines = [(str(row.ident), _first_lines(row)) for row in view.targets]
        lines += [(str(row.ident), _("Copy: {name}").format(name=_first_lines(row))) for row in view.copies]
        self.addressees = TickModel(lines, self)
        self.addressees.tick_from(0)
        self.by_post = QRadioButton(_("Printed, to go by &post"))
        self.by_hand = QRadioButton(_("Written by &hand: only envelopes are printed"))
        self.by_post.setChecked(True)
        self._channels = QButtonGroup(self)
        for choice in (self.by_post, self.by_hand):
            self._channels.addButton(choice)
        self.count = plain_label("", "strong")
        self.buttons = ok_cancel(self, _("&Draft the letters"))
        self._lay_out()
        self.members.dataChanged.connect(lambda *_changes: self._settle())
        self.addressees.dataChanged.connect(lambda *_changes: self._settle())
        self._settle()

    @property
    def choice(self) -> DraftChoice:
        """What is ticked."""
        ticked = self.addressees.ticked
        return DraftChoice(
            members=tuple(int(key) for key in self.members.ticked),
            addressees=tuple(int(key) for key in ticked),
            copies=any(key not in self._targets for key in ticked),
            channel=Channel.POST if self.by_post.isChecked() else Channel.HANDWRITTEN,
        )

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

    def _settle(self) -> None:
        choice = self.choice
        targets = sum(key in self._targets for key in self.addressees.ticked)
        letters = len(choice.members) * targets
        copies = letters * (len(choice.addressees) - targets)
        said = ngettext("{count} letter", "{count} letters", letters).format(count=letters)
        if copies:
            more = ngettext("{count} copy", "{count} copies", copies).format(count=copies)
            said = _("{letters} and {copies}").format(letters=said, copies=more)
        self.count.setText(said)
        why_not = ""
        if not choice.members:
            why_not = _("Tick who writes first.")
        elif not targets:
            why_not = _("Tick to whom they write first.")
        allow(self.buttons.button(QDialogButtonBox.StandardButton.Ok), why_not)

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
        column.addWidget(self.by_post)
        column.addWidget(self.by_hand)
        column.addWidget(self.count)
        dress(self, content, self.buttons, (800, 560))
        people.setFocus()


def _first_lines(row: AddresseeRow) -> str:
    addressee = row.addressee
    name = addressee.name or (addressee.lines[0] if addressee.lines else _("somebody without a name"))
    return f"{name}, {addressee.title}" if addressee.title else name
