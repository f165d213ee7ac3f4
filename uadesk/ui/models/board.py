"""Tonight's models: who came, the cases on offer, and the board of people and cases."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from uadesk.base.language import N_, _, ngettext
from uadesk.desk.evenings import PersonTonight
from uadesk.desk.words import deadline, status_word
from uadesk.domain.letters import LetterStatus
from uadesk.domain.rows import CaseRow

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LONGEST = 18
"""The longest country in the head of a column, characters; its tool tip has the title."""
_CHECKED = Qt.CheckState.Checked
_TICKS = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


@dataclass(frozen=True, slots=True)
class Cell:
    """One place on the board: this person, this case, and how far the letter is."""

    person: PersonTonight
    case: CaseRow
    status: LetterStatus | None
    is_held: bool = False
    """Whether somebody is to decide before the letter goes."""

    @property
    def word(self) -> str:
        """The state in a word; empty where there is no letter."""
        if self.is_held:
            return _("held")
        return status_word(self.status) if self.status else ""


class PeopleModel(QAbstractListModel):
    """Everybody who may come, with a tick for those who did."""

    PERSON = Qt.ItemDataRole.UserRole
    ticked = Signal(int, bool)
    """A person (id) was ticked or unticked; the page asks the desk, and hands back what came of it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[PersonTonight, ...] = ()

    def show(self, people: Sequence[PersonTonight]) -> None:
        """Show these people; rows that stay keep their place, so that the focus does too."""
        shown = tuple(people)
        if [each.ident for each in shown] == [each.ident for each in self._people]:
            self._people = shown
            if shown:
                self.dataChanged.emit(self.index(0), self.index(len(shown) - 1))
            return
        self.beginResetModel()
        self._people = shown
        self.endResetModel()

    def place_of(self, ident: int) -> int | None:
        """The row of this person."""
        return next((place for place, person in enumerate(self._people) if person.ident == ident), None)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._people)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        person = self._people[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _("Guest: {name}").format(name=person.name) if person.is_guest else person.name
            case Qt.ItemDataRole.CheckStateRole:
                return _CHECKED if person.here else Qt.CheckState.Unchecked
            case self.PERSON:
                return person
        return None

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        here = Qt.CheckState(value) is _CHECKED
        person = self._people[index.row()]
        if here != person.here:
            self.ticked.emit(person.ident, here)
        return True

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return _TICKS if index.isValid() else Qt.ItemFlag.NoItemFlags


class OfferModel(QAbstractTableModel):
    """Every case that can be written on, with a tick for those on offer tonight."""

    CASE = Qt.ItemDataRole.UserRole
    HEADS = (N_("On offer"), N_("Country"), N_("Title"), N_("Time left"), N_("Letters tonight"))
    TITLE, DEADLINE, LETTERS = 2, 3, 4
    ticked = Signal(int, bool)
    """A case (id) was put on offer or taken off."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cases: tuple[CaseRow, ...] = ()
        self._offered: frozenset[int] = frozenset()
        self._tonight: dict[int, int] = {}
        self._today = date.min

    def show(self, offered: Sequence[CaseRow], others: Sequence[CaseRow], tonight: dict[int, int], today: date) -> None:
        """Show all cases by their last day, so that a tick moves no row; `tonight` counts who writes on each."""
        cases = tuple(sorted((*offered, *others), key=lambda case: (case.act_until or date.max, case.ident)))
        same = [case.ident for case in cases] == [case.ident for case in self._cases]
        if not same:
            self.beginResetModel()
        self._cases, self._tonight, self._today = cases, tonight, today
        self._offered = frozenset(case.ident for case in offered)
        if not same:
            self.endResetModel()
        elif cases:
            self.dataChanged.emit(self.index(0, 0), self.index(len(cases) - 1, len(self.HEADS) - 1))

    @property
    def today(self) -> date:
        """The day that deadlines are counted from."""
        return self._today

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._cases)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.HEADS)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(self.HEADS[section])
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        case = self._cases[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._word(case, index.column())
            case Qt.ItemDataRole.ToolTipRole if index.column() == self.TITLE:
                return case.title
            case Qt.ItemDataRole.CheckStateRole if index.column() == 0:
                return _CHECKED if case.ident in self._offered else Qt.CheckState.Unchecked
            case self.CASE:
                return case
        return None

    def _word(self, case: CaseRow, column: int) -> str:
        written = self._tonight.get(case.ident, 0)
        return (
            case.name,
            case.country,
            case.title,
            deadline(case, self._today),
            ngettext("{n} writer", "{n} writers", written).format(n=written) if written else "",
        )[column]

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid() or index.column():
            return False
        offered = Qt.CheckState(value) is _CHECKED
        case = self._cases[index.row()]
        if offered != (case.ident in self._offered):
            self.ticked.emit(case.ident, offered)
        return True

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return _TICKS if index.column() == 0 else plain


class BoardModel(QAbstractTableModel):
    """Those who are here down the side, the cases on offer along the top, a letter's state in each place."""

    CELL = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[PersonTonight, ...] = ()
        self._cases: tuple[CaseRow, ...] = ()
        self._held: frozenset[tuple[int, int]] = frozenset()

    def show(
        self, people: Sequence[PersonTonight], cases: Sequence[CaseRow], held: Collection[tuple[int, int]] = ()
    ) -> None:
        """Show those of the people who are here; the same rows and columns keep their selection.

        `held` are the people and cases (ids) whose letters wait for somebody to decide.
        """
        self._held = frozenset(held)
        here, offered = tuple(each for each in people if each.here), tuple(cases)
        same = self._shape(here, offered) == self._shape(self._people, self._cases)
        if not same:
            self.beginResetModel()
        self._people, self._cases = here, offered
        if not same:
            self.endResetModel()
        elif here and offered:
            self.dataChanged.emit(self.index(0, 0), self.index(len(here) - 1, len(offered) - 1))

    @staticmethod
    def _shape(people: Sequence[PersonTonight], cases: Sequence[CaseRow]) -> tuple[list[tuple[int, str]], list[int]]:
        return [(person.ident, person.name) for person in people], [case.ident for case in cases]

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._people)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._cases)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return self._name_head(self._people[section].name, role)
        case = self._cases[section]
        if role == Qt.ItemDataRole.DisplayRole:
            country = case.country if len(case.country) <= _LONGEST else case.country[: _LONGEST - 1] + "…"
            return f"{case.name}\n{country}"
        if role != Qt.ItemDataRole.ToolTipRole:
            return None
        return _("{title}\nClick to draft it for everybody who is here (Ctrl+Space)").format(title=case.title)

    @staticmethod
    def _name_head(name: str, role: int) -> str | None:
        if role == Qt.ItemDataRole.ToolTipRole:
            return _("{name}\nClick to draft every letter on offer (Shift+Space)").format(name=name)
        return name if role == Qt.ItemDataRole.DisplayRole else None

    def person(self, row: int) -> PersonTonight:
        """Who stands in this row."""
        return self._people[row]

    def case(self, column: int) -> CaseRow:
        """The case of this column."""
        return self._cases[column]

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self.cell(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.word
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._sentence(cell)
            case self.CELL:
                return cell
        return None

    def cell(self, index: Index) -> Cell:
        """What stands at this place."""
        person, case = self._people[index.row()], self._cases[index.column()]
        return Cell(person, case, person.cells[index.column()], (person.ident, case.ident) in self._held)

    @staticmethod
    def _sentence(cell: Cell) -> str:
        if cell.status is None:
            return _("{name} on {case}: no letter yet. Press Space to draft one.").format(
                name=cell.person.name, case=cell.case.name
            )
        return _("{name} on {case}: {status}. Press Space to open the letter.").format(
            name=cell.person.name, case=cell.case.name, status=cell.word
        )
