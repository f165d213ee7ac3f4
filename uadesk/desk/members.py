"""The people of the group: the list, one person, and whole lists from a file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from uadesk.base.errors import UADeskError
from uadesk.base.language import N_
from uadesk.desk.desk import Desk, Skipped
from uadesk.desk.source_files import source_file
from uadesk.domain.duplicates import Duplicate, look_alike
from uadesk.domain.folding import fold
from uadesk.domain.people import Person
from uadesk.domain.rows import LetterRow, MemberRow, Order, Pages
from uadesk.reading.members.lists import MemberList

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from uadesk.store.people import MemberRecord


class NobodyOnListError(UADeskError):
    """There is nobody on the list of members and guests yet."""


class NameMissingError(UADeskError):
    """A person needs at least a name."""


class UnknownMemberError(UADeskError):
    """Nobody's name contains this."""

    def __init__(self, given: str) -> None:
        super().__init__(given)
        self.given = given


class SeveralMembersError(UADeskError):
    """More than one name contains this, so nothing was done."""

    def __init__(self, given: str, names: tuple[str, ...]) -> None:
        super().__init__(given, names)
        self.given = given
        self.names = names


class KnownMemberError(UADeskError):
    """Somebody with this name and address is on the list already."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@dataclass(frozen=True, slots=True)
class MembersImported:
    """What came of a list: who was added, with their names, and who was passed over."""

    added: tuple[int, ...]
    names: tuple[str, ...]
    skipped: tuple[Skipped, ...]


def list_members(
    desk: Desk, *, text: str = "", order: Order = Order("name"), include_left: bool = False
) -> Pages[MemberRow]:
    """Members and guests, by name."""
    from uadesk.store.queries.members import member_ids, member_rows
    from uadesk.store.queries.paging import IdPages

    def fetch(idents: Sequence[int]) -> list[MemberRow]:
        with desk.store.reading() as session:
            return member_rows(session, idents)

    with desk.store.reading() as session:
        found = member_ids(session, text=text, order=order, include_left=include_left)
    return IdPages(found, fetch)


def member_row(desk: Desk, ident: int) -> MemberRow:
    """One person as they stand now. Raises StaleSaveError where they are gone."""
    from uadesk.store.errors import StaleSaveError
    from uadesk.store.queries.members import member_rows

    with desk.store.reading() as session:
        found = member_rows(session, [ident])
    if not found:
        raise StaleSaveError("member", ident)
    return found[0]


def find_member(desk: Desk, given: str) -> int:
    """The one person whose name contains this, whatever its case and accents; a whole name wins over parts.

    Raises UnknownMemberError, SeveralMembersError.
    """
    wanted = fold(given)
    rows = [row for row in list_members(desk) if wanted and wanted in fold(row.person.name)]
    exact = [row for row in rows if fold(row.person.name) == wanted]
    if len(exact) == 1:
        return exact[0].ident
    if not rows:
        raise UnknownMemberError(given)
    if len(rows) > 1:
        raise SeveralMembersError(given, tuple(row.person.name for row in rows))
    return rows[0].ident


def add_member(desk: Desk, person: Person) -> int:
    """Add a member or guest. Raises NameMissingError."""
    from uadesk.store.people import MemberRecord

    if not person.name.strip():
        raise NameMissingError
    with desk.store.writing(N_("Add a person")) as session:
        record = MemberRecord.of(person)
        session.add(record)
        session.flush()
        return record.id


def edit_member(desk: Desk, ident: int, person: Person, version: int) -> None:
    """Change a person's details. Raises NameMissingError, StaleSaveError."""
    if not person.name.strip():
        raise NameMissingError
    with desk.store.writing(N_("Change a person's details")) as session:
        _as_seen(session, ident, version).take(person)


def remove_member(desk: Desk, ident: int) -> None:
    """Take a person off the list. Drafts go with the person; letters that were printed stay in the record."""
    from uadesk.store.people import MemberRecord

    with desk.store.writing(N_("Remove a person")) as session:
        record = session.get_one(MemberRecord, ident)
        record.drop_drafts()
        if record.has_printed_letters:
            record.left_on = desk.today
        else:
            session.flush()
            session.expire(record, ["letters"])
            session.delete(record)


def find_duplicates(desk: Desk) -> list[Duplicate]:
    """The people on the list who may be one person entered twice, without those said to be two."""
    from uadesk.store.queries.members import distinct_pairs, member_ids, member_rows

    with desk.store.reading() as session:
        return look_alike(member_rows(session, member_ids(session)), distinct_pairs(session))


def merge_people(
    desk: Desk, keep_id: int, other_id: int, person: Person, versions: tuple[int, int]
) -> tuple[LetterRow, ...]:
    """Make one entry of two, with these details: letters and evenings of the other go to the one that is kept.

    What was printed on letters does not change. `versions` are those of the two as they were looked at. Gives the
    letters in the house that now stand twice, both by this person to one addressee. Raises NameMissingError,
    StaleSaveError.
    """
    from uadesk.store.merging import letters_twice, merge
    from uadesk.store.queries.letters import letter_rows

    if not person.name.strip():
        raise NameMissingError
    with desk.store.writing(N_("Merge two people")) as session:
        keep, other = (_as_seen(session, *each) for each in zip((keep_id, other_id), versions, strict=True))
        merge(session, keep, other)
        keep.take(person)
        session.flush()
        return tuple(letter_rows(session, letters_twice(session, keep_id)))


def keep_apart(desk: Desk, first_id: int, second_id: int) -> None:
    """Remember that these two are two people, however alike they look. Raises StaleSaveError where one is gone."""
    from uadesk.store.people import DistinctPeopleRecord

    with desk.store.writing(N_("Keep two people apart")) as session:
        for ident in (first_id, second_id):
            _as_seen(session, ident)
        session.merge(DistinctPeopleRecord.of(first_id, second_id))


def look_alikes(desk: Desk, imported: MembersImported) -> tuple[str, ...]:
    """Those who were just added and look like somebody else on the list, by name."""
    both = [pair for pair in find_duplicates(desk) if {pair.keep.ident, pair.other.ident} & set(imported.added)]
    return tuple(dict.fromkeys(pair.proposed.name for pair in both))


def preview_members(desk: Desk, path: Path) -> MemberList:
    """Read a list of members; nothing is stored.

    Raises FileUnreadableError, MissingColumnsError, NotAMemberListError, ReaderDiedError.
    """
    file = source_file(path)
    return desk.reader.members(file.name, file.content)


def import_members(desk: Desk, people: Iterable[Person]) -> MembersImported:
    """Add the people of a list, all in one step; somebody who is there already is passed over and said.

    Somebody who had left is on the list again.
    """
    from sqlalchemy import select

    from uadesk.store.people import MemberRecord

    added: list[MemberRecord] = []
    skipped: list[Skipped] = []
    with desk.store.writing(N_("Import members")) as session:
        known = {_mark(record.person): record for record in session.scalars(select(MemberRecord))}
        for person in people:
            mark = _mark(person)
            before = known.get(mark)
            if before is not None and before.left_on is not None:
                before.left_on = None
                before.take(person)
                added.append(before)
                continue
            if before is not None:
                skipped.append(Skipped(person.name, KnownMemberError(person.name)))
                continue
            known[mark] = MemberRecord.of(person)
            added.append(known[mark])
        session.add_all(added)
        session.flush()
        return MembersImported(
            tuple(record.id for record in added), tuple(record.name for record in added), tuple(skipped)
        )


def _mark(person: Person) -> tuple[str, str]:
    """By what two entries are the same person."""
    return fold(person.name), fold(" ".join(person.address_lines))


def _as_seen(session: "Session", ident: int, version: int | None = None) -> "MemberRecord":
    """The person's row, as it was when a person looked at it. Raises StaleSaveError where it is another, or gone."""
    from uadesk.store.base import expect_version
    from uadesk.store.errors import StaleSaveError
    from uadesk.store.people import MemberRecord

    record = session.get(MemberRecord, ident)
    if record is None:
        raise StaleSaveError("member", ident)
    if version is not None:
        expect_version("member", ident, record.version, version)
    return record
