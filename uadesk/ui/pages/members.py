"""The page of the people who write."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget
from typing_extensions import override

from uadesk.base.jobs import Job, Progress
from uadesk.base.language import N_, _, ngettext
from uadesk.domain.people import Person
from uadesk.domain.rows import LetterFilter, MemberRow, Order, Pages
from uadesk.ui.context import Context, What
from uadesk.ui.dialogs.member import MemberDialog
from uadesk.ui.dialogs.member_list import MemberListDialog
from uadesk.ui.models.members import MembersModel
from uadesk.ui.widgets.buttons import allow, button
from uadesk.ui.widgets.empty import EmptyState
from uadesk.ui.widgets.page import Page, PageHeader
from uadesk.ui.widgets.search import SearchBox
from uadesk.ui.widgets.table import ListOrEmpty, RowsTable

if TYPE_CHECKING:
    from uadesk.reading.members.lists import MemberList


class MembersPage(Page):
    """Members and guests: found, added, changed, removed, or brought in from a list."""

    key = "members"
    title = N_("Members")
    shows = frozenset({What.MEMBERS, What.LETTERS})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._text = ""
        self.model = MembersModel(self._fetch, self)
        self.table = RowsTable(self.model, _("Members"))
        self.table.set_widths((20, 0, 26, 8, 8))
        self.search = SearchBox(_("Find a person"), self)
        self.add = button(_("&Add a person"), self.add_person, icon="add", look="filled", key="Ctrl+N")
        self.bring = button(_("&Import a list…"), self.ask_list, icon="open", key="Ctrl+I")
        self.alike = button(_("Find &duplicates…"), self.find_duplicates, icon="search", key="Ctrl+Shift+D")
        self.change = button(_("&Change…"), self.change_person, icon="edit")
        self.letters = button(_("&Letters"), self.show_letters, icon="letters", key="Ctrl+L")
        self.remove = button(_("&Remove"), self.remove_person, icon="remove", key="Del")
        self._lay_out()
        self.search.searched.connect(self._search)
        self.table.row_opened.connect(lambda _row: self.change_person())
        self.table.chosen_changed.connect(self._allow_buttons)

    @override
    def refresh(self) -> None:
        self.model.refresh()
        self._allow_buttons()
        self._tell_count()

    @override
    def keys(self) -> list[tuple[str, str]]:
        return [("Return", _("Change the chosen person")), ("Ctrl+F", _("Find a person"))]

    def add_person(self) -> None:
        """Ask for a new person and add them."""
        from uadesk.desk.members import add_member

        added: list[int] = []
        add = self.context.noting(add_member)
        person = MemberDialog.ask(None, self, lambda person: added.append(add(self.context.desk, person)))
        if person is not None:
            self.context.tell_kept(What.MEMBERS, What.EVENING, said=_("{name} was added.").format(name=person.name))
            self.table.choose(added[0])

    def change_person(self) -> None:
        """Ask what changed about the chosen person."""
        from uadesk.desk.members import edit_member, member_row

        row: MemberRow | None = self.table.current()
        if row is None:
            return
        seen = [row]
        edit = self.context.noting(edit_member)

        def keep(person: Person) -> None:
            if person != seen[-1].person:
                edit(self.context.desk, row.ident, person, seen[-1].version)

        def stored() -> Person:
            seen.append(member_row(self.context.desk, row.ident))
            return seen[-1].person

        person = MemberDialog.ask(row.person, self, keep, stored)
        if person is not None and person != seen[-1].person:
            said = _("{name} was changed.").format(name=person.name)
            self.context.tell_kept(What.MEMBERS, What.EVENING, said=said)

    def remove_person(self) -> None:
        """Take the chosen person off the list; Undo brings them back."""
        row: MemberRow | None = self.table.current()
        if row is None:
            return
        from uadesk.desk.members import remove_member

        said = _("{name} was removed.").format(name=row.person.name)
        with self.context.acting(What.MEMBERS, What.EVENING, What.LETTERS, said=said):
            remove_member(self.context.desk, row.ident)

    def show_letters(self) -> None:
        """List what the chosen person wrote."""
        row: MemberRow | None = self.table.current()
        if row is not None:
            self.context.open_letters(LetterFilter(member_id=row.ident))

    def ask_list(self) -> None:
        """Ask for a file with a list of people."""
        kinds = _("A list: csv, Excel (xlsx) or address book (vcf) (*.csv *.xlsx *.vcf);;All files (*)")
        chosen, _filter = QFileDialog.getOpenFileName(self, _("Import a list of members"), "", kinds)
        if chosen:
            self.read_list(Path(chosen))

    def read_list(self, path: Path) -> None:
        """Read a list and show what is in it."""

        def job() -> "Job[MemberList]":
            from uadesk.desk.members import preview_members

            yield Progress(0, 1, path.name)
            return preview_members(self.context.desk, path)

        self.context.run(job, lambda found: self._preview(path.name, found), title=_("Reading the list"))

    def find_duplicates(self) -> None:
        """Look for people who stand on the list twice, and ask about each pair."""
        from uadesk.desk.members import find_duplicates
        from uadesk.ui.dialogs.duplicates import DuplicatesDialog

        with self.context.acting():
            pairs = find_duplicates(self.context.desk)
            if pairs:
                DuplicatesDialog.show_pairs(self.context, pairs, self)
            else:
                self.context.notify(_("Nobody on the list looks like anybody else: there are no duplicates."))

    def _preview(self, name: str, found: "MemberList") -> None:
        people = MemberListDialog.ask(name, found, self)
        if not people:
            return
        from uadesk.desk.members import import_members, look_alikes

        with self.context.acting(What.MEMBERS, What.EVENING):
            imported = import_members(self.context.desk, people)
            said = ngettext("{count} person was added.", "{count} people were added.", len(imported.added))
            text = said.format(count=len(imported.added))
            if imported.skipped:
                names = ", ".join(skipped.what for skipped in imported.skipped[:5])
                more = "…" if len(imported.skipped) > 5 else ""
                text += " " + _("Already on the list: {names}.").format(names=names + more)
            if look_alikes(self.context.desk, imported):
                text += " " + _("Some look like others on the list: see “Find duplicates…”.")
            self.context.notify(text, undoable=bool(imported.added))

    def _fetch(self, order: Order) -> Pages[MemberRow]:
        from uadesk.desk.members import list_members

        return list_members(self.context.desk, text=self._text, order=order)

    def _search(self, text: str) -> None:
        self._text = text
        self.list.is_narrowed = bool(text)
        self.model.refresh()
        self._tell_count()

    def _tell_count(self) -> None:
        count = self.model.rowCount()
        said = ngettext("{count} person", "{count} people", count).format(count=count)
        self.header.set_subtitle(_("{people} found").format(people=said) if self._text else said)

    def _allow_buttons(self) -> None:
        why_not = "" if self.table.chosen() else _("Choose a person in the list first.")
        allow(self.change, why_not)
        allow(self.letters, why_not)
        allow(self.remove, why_not)
        few = "" if self._text or self.model.rowCount() > 1 else _("There are not two people on the list yet.")
        allow(self.alike, few)

    def _lay_out(self) -> None:
        self.header = PageHeader(_(self.title))
        self.header.add(self.alike)
        self.header.add(self.bring)
        self.header.add(self.add)
        tools = QHBoxLayout()
        tools.addWidget(self.search, 1)
        tools.addStretch(1)
        tools.addWidget(self.letters)
        tools.addWidget(self.change)
        tools.addWidget(self.remove)
        empty = EmptyState(
            "members",
            _("Nobody is here yet"),
            _(
                "Here stand the people who write letters: their names, and the address their letters come from. "
                "A list may be a csv file, an Excel file (xlsx) or an address book (vcf)."
            ),
            button(_("Import a list…"), self.ask_list, icon="open"),
            button(_("Add a person"), self.add_person, icon="add"),
        )
        nothing = EmptyState("search", _("Nobody has this name"), _("Type fewer letters, or none to see everybody."))
        self.list: ListOrEmpty[MemberRow] = ListOrEmpty(self.table, empty, nothing)
        self.body.addWidget(self.header)
        self.body.addLayout(tools)
        self.body.addWidget(self.list, 1)
