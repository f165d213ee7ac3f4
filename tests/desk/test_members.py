"""The people on the list."""

from pathlib import Path

import pytest

from tests.desk.conftest import PEOPLE
from uadesk.base.jobs import finish
from uadesk.desk.desk import Desk
from uadesk.desk.drafting import draft_letters
from uadesk.desk.letters import list_letters
from uadesk.desk.members import (
    NameMissingError,
    SeveralMembersError,
    UnknownMemberError,
    add_member,
    edit_member,
    find_member,
    import_members,
    list_members,
    preview_members,
    remove_member,
)
from uadesk.desk.printing import confirm_printed, print_letters
from uadesk.desk.undoing import redo, undo
from uadesk.domain.people import Person
from uadesk.store.errors import StaleSaveError


def names(desk: Desk, text: str = "") -> list[str]:
    return [row.person.name for row in list_members(desk, text=text)]


def test_found_in_any_spelling(desk: Desk, people: tuple[int, ...]) -> None:
    assert names(desk) == ["Amir Haddad", "Anna Brook", "Zoë Łukaszewska"]
    assert names(desk, "LUKASZ") == ["Zoë Łukaszewska"]
    assert find_member(desk, "zoe") == people[0]


def test_a_name_that_fits_several_does_nothing(desk: Desk, people: tuple[int, ...]) -> None:
    with pytest.raises(SeveralMembersError) as several:
        find_member(desk, "a")
    assert len(several.value.names) == 3
    with pytest.raises(UnknownMemberError):
        find_member(desk, "Boris")


def test_a_whole_name_wins_over_a_part(desk: Desk) -> None:
    ann = add_member(desk, Person("Ann"))
    add_member(desk, Person("Anna"))
    assert find_member(desk, "ann") == ann


def test_removed_and_taken_back(desk: Desk, people: tuple[int, ...]) -> None:
    remove_member(desk, people[1])
    assert "Amir Haddad" not in names(desk)
    assert undo(desk) == "Remove a person"
    assert "Amir Haddad" in names(desk)
    assert redo(desk) == "Remove a person"
    assert "Amir Haddad" not in names(desk)


def test_a_stale_edit_overwrites_nothing(desk: Desk, people: tuple[int, ...]) -> None:
    [row] = [row for row in list_members(desk) if row.ident == people[0]]
    edit_member(desk, people[0], Person("Zoë One"), row.version)
    with pytest.raises(StaleSaveError):
        edit_member(desk, people[0], Person("Zoë Two"), row.version)
    assert "Zoë One" in names(desk)


def test_a_person_needs_a_name(desk: Desk) -> None:
    with pytest.raises(NameMissingError):
        add_member(desk, Person("  "))


def test_a_list_is_added_in_one_step_and_known_people_are_passed_over(desk: Desk, people: tuple[int, ...]) -> None:
    imported = import_members(desk, (*PEOPLE[:1], Person("New Person"), Person("New Person")))
    assert len(imported.added) == len(imported.names) == 1
    assert [skipped.what for skipped in imported.skipped] == [PEOPLE[0].name, "New Person"]
    undo(desk)
    assert len(names(desk)) == 3


def test_a_csv_is_looked_at_before_anything_is_stored(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Nom;Adresse;Courriel\nÉlodie Roy;3 rue Bleue\\nMontréal QC  H2X 1Y4;e@example.org\n", "cp1252")
    found = preview_members(desk, path)
    assert names(desk) == []
    [person] = found.people
    assert (person.name, person.address_lines) == ("Élodie Roy", ("3 rue Bleue", "Montréal QC  H2X 1Y4"))


def test_drafts_go_with_the_person_and_come_back_with_the_undo(desk: Desk, case: int, people: tuple[int, ...]) -> None:
    draft_letters(desk, case, people[:2], copies=True)
    remove_member(desk, people[0])
    assert {row.member for row in list_letters(desk)} == {"Amir Haddad"}
    assert len(list_letters(desk)) == 2
    undo(desk)
    assert len(list_letters(desk)) == 4


def test_somebody_who_left_comes_back_with_the_next_list(desk: Desk, case: int, people: tuple[int, ...]) -> None:
    idents = [row.ident for row in draft_letters(desk, case, people[:1]).done]
    confirm_printed(desk, finish(print_letters(desk, idents)))
    remove_member(desk, people[0])
    imported = import_members(desk, PEOPLE[:1])
    assert (imported.added, imported.skipped) == ((people[0],), ())
    assert PEOPLE[0].name in names(desk)
