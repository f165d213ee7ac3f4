"""Shows what a list of members holds before anything of it is stored."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from uadesk.base.language import _, ngettext
from uadesk.desk.words import list_field_word, problem_sentence
from uadesk.domain.people import Person
from uadesk.ui.models.preview import PeoplePreviewModel, PreviewTable
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import allow
from uadesk.ui.widgets.dialogs import dress, ok_cancel
from uadesk.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from uadesk.reading.members.lists import MemberList

_MOST_PROBLEMS = 6


class MemberListDialog(QDialog):
    """The columns as they were understood, the people, and what is left out; only Add stores anything."""

    def __init__(self, name: str, found: "MemberList", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Members from {file}").format(file=name))
        self._people = tuple(found.people)
        count = len(self._people)
        self.buttons = ok_cancel(
            self, ngettext("&Add {count} person", "&Add {count} people", count).format(count=count)
        )
        self.columns = plain_label(columns_words(found), wraps=True)
        self.columns.setVisible(bool(found.columns))
        self.problems = plain_label(problem_words(found), "amber", wraps=True)
        self.problems.setVisible(bool(found.problems))
        self.table = PreviewTable(PeoplePreviewModel(self._people, self), _("People in the list"))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        heading = ngettext("{count} person in this list", "{count} people in this list", count)
        column.addWidget(plain_label(heading.format(count=count), "heading"))
        column.addWidget(self.columns)
        column.addWidget(self.table, 1)
        column.addWidget(self.problems)
        dress(self, content, self.buttons, (960, 560))
        if not count:
            allow(self.buttons.button(QDialogButtonBox.StandardButton.Ok), _("There is nobody in this list."))

    @property
    def people(self) -> tuple[Person, ...]:
        """Whom to add."""
        return self._people

    @classmethod
    def ask(cls, name: str, found: "MemberList", parent: QWidget) -> tuple[Person, ...] | None:
        """The people to add, None where the dialog was left."""
        dialog = cls(name, found, parent)
        dialog.finished.connect(dialog.deleteLater)
        return dialog.people if dialog.exec() else None


def columns_words(found: "MemberList") -> str:
    """How each column was understood, and which are left out."""
    known = [
        _("“{column}” as {field}").format(column=column.header, field=list_field_word(column.field))
        for column in found.columns
        if column.field is not None
    ]
    unknown = [f"“{column.header}”" for column in found.columns if column.field is None]
    said = _("Columns read: {columns}.").format(columns=", ".join(known))
    if unknown:
        said += " " + _("Columns that are not used: {columns}.").format(columns=", ".join(unknown))
    return said


def problem_words(found: "MemberList") -> str:
    """What is wrong with the first few rows, a line each."""
    more = len(found.problems) - _MOST_PROBLEMS
    lines = [problem_sentence(problem) for problem in found.problems[:_MOST_PROBLEMS]]
    if more > 0:
        said = ngettext("{count} more is like these.", "{count} more are like these.", more)
        lines.append(said.format(count=more))
    return "\n".join(lines)
