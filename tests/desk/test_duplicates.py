"""Two entries of one person become one, with all letters and evenings, and two again by undo."""

import pytest

from tests.desk.conftest import PEOPLE
from tests.store.making import snapshot
from uadesk.base.jobs import finish
from uadesk.desk.desk import Desk
from uadesk.desk.drafting import draft_letters
from uadesk.desk.evenings import set_here, tonight
from uadesk.desk.letters import list_letters
from uadesk.desk.members import (
    NameMissingError,
    add_member,
    edit_member,
    find_duplicates,
    keep_apart,
    list_members,
    merge_people,
    remove_member,
)
from uadesk.desk.printing import confirm_printed, print_letters
from uadesk.desk.reports import report
from uadesk.desk.steps import mark
from uadesk.desk.undoing import next_undo, redo, undo
from uadesk.desk.writing import letter_view
from uadesk.domain.counts import Count
from uadesk.domain.duplicates import Duplicate
from uadesk.domain.letters import LetterStatus, PieceKind
from uadesk.domain.people import Person
from uadesk.domain.rows import MemberRow, Report
from uadesk.store.errors import StaleSaveError

TWICE = Person("Z. Łukaszewska", ("5 Elm Road",), email="zoe@example.org")


def merge(desk: Desk, pair: Duplicate) -> None:
    """Make one of a pair, as proposed."""
    versions = (pair.keep.version, pair.other.version)
    merge_people(desk, pair.keep.ident, pair.other.ident, pair.proposed, versions)


def members(desk: Desk) -> dict[str, MemberRow]:
    return {row.person.name: row for row in list_members(desk)}


def counts(counted: Report) -> tuple[Count, list[tuple[str, str, Count]]]:
    """All that is counted without regard to who wrote."""
    return counted.total, [(row.by, row.key, row.count) for row in counted.rows if row.by != "member"]


@pytest.fixture
def twice(desk: Desk, case: int, people: tuple[int, ...]) -> int:
    """Zoë again: each entry posted a letter and its copy, and came tonight."""
    second = add_member(desk, TWICE)
    for ident in (people[0], second):
        set_here(desk, ident, here=True)
    posted = [row.ident for row in draft_letters(desk, case, (people[0], second), copies=True).done]
    confirm_printed(desk, finish(print_letters(desk, posted)))
    mark(desk, posted, LetterStatus.POSTED)
    return second


def test_letters_go_to_the_one_that_is_kept_and_all_counts_stay(
    desk: Desk, people: tuple[int, ...], twice: int
) -> None:
    before, printed = report(desk), {row.ident: letter_view(desk, row.ident).sender for row in list_letters(desk)}
    [pair] = find_duplicates(desk)
    assert (pair.keep.ident, pair.other.ident) == (people[0], twice)
    merge(desk, pair)

    found = members(desk)
    assert twice not in {row.ident for row in found.values()}
    one = found["Zoë Łukaszewska"]
    assert (one.person.address_lines, one.person.email, one.letters) == (PEOPLE[0].address_lines, "zoe@example.org", 2)
    assert {row.member_id for row in list_letters(desk)} == {people[0]}
    after = report(desk)
    assert counts(after) == counts(before)
    assert [(row.key, row.count.posted, row.count.copies) for row in after.by("member")] == [("Zoë Łukaszewska", 2, 2)]
    assert len(before.by("member")) == 2
    assert {row.ident: letter_view(desk, row.ident).sender for row in list_letters(desk)} == printed
    assert [each.ident for each in tonight(desk).people if each.here] == [people[0]]


def test_letters_that_stand_twice_then_are_named(desk: Desk, case: int, people: tuple[int, ...]) -> None:
    second = add_member(desk, TWICE)
    drafts = draft_letters(desk, case, (people[0], second), copies=True).done
    [pair] = find_duplicates(desk)
    versions = (pair.keep.version, pair.other.version)
    twice = merge_people(desk, pair.keep.ident, pair.other.ident, pair.proposed, versions)
    assert [row.code for row in twice] == [row.code for row in drafts if row.kind is PieceKind.APPEAL]
    mark(desk, [twice[0].ident], LetterStatus.WITHDRAWN)
    undo(desk)
    undo(desk)
    assert len(find_duplicates(desk)) == 1


def test_undo_makes_two_of_them_again_and_redo_one(desk: Desk, people: tuple[int, ...], twice: int) -> None:
    before = snapshot(desk.store)
    [pair] = find_duplicates(desk)
    merge(desk, pair)
    merged = snapshot(desk.store)
    assert merged != before
    assert undo(desk) == "Merge two people"
    assert snapshot(desk.store) == before
    assert redo(desk) == "Merge two people"
    assert snapshot(desk.store) == merged


def test_several_merges_are_taken_back_one_by_one(desk: Desk, people: tuple[int, ...]) -> None:
    for person in (TWICE, Person("HADDAD Amir")):
        add_member(desk, person)
    for left in (1, 0):
        merge(desk, find_duplicates(desk)[0])
        assert len(find_duplicates(desk)) == left
    assert len(members(desk)) == 3
    assert (undo(desk), len(members(desk))) == ("Merge two people", 4)
    assert (undo(desk), len(members(desk))) == ("Merge two people", 5)
    assert len(find_duplicates(desk)) == 2


def test_evenings_of_the_other_are_evenings_of_the_one(desk: Desk, people: tuple[int, ...]) -> None:
    second = add_member(desk, TWICE)
    set_here(desk, second, here=True)
    [pair] = find_duplicates(desk)
    merge(desk, pair)
    assert [each.ident for each in tonight(desk).people if each.here] == [people[0]]


def test_two_people_kept_apart_are_not_asked_about_again(desk: Desk) -> None:
    mother, daughter, third = (add_member(desk, Person("Ann Roy", about=about)) for about in "abc")
    assert len(find_duplicates(desk)) == 3
    keep_apart(desk, daughter, mother)
    keep_apart(desk, mother, daughter)
    assert len(find_duplicates(desk)) == 2
    keep_apart(desk, third, mother)
    [pair] = find_duplicates(desk)
    merge(desk, pair)  # what was said of the third holds of the one that is kept
    assert find_duplicates(desk) == []
    for _act in range(3):
        undo(desk)
    assert next_undo(desk) == "Add a person"
    assert len(find_duplicates(desk)) == 3


def test_who_left_the_list_is_no_duplicate(desk: Desk, case: int, people: tuple[int, ...], twice: int) -> None:
    remove_member(desk, twice)
    assert find_duplicates(desk) == []


@pytest.mark.parametrize("place", [0, 1])
def test_an_entry_that_was_changed_meanwhile_is_not_merged(desk: Desk, twice: int, place: int) -> None:
    [pair] = find_duplicates(desk)
    row = (pair.keep, pair.other)[place]
    edit_member(desk, row.ident, Person("Zoe Changed"), row.version)
    before = snapshot(desk.store)
    with pytest.raises(StaleSaveError):
        merge(desk, pair)
    assert snapshot(desk.store) == before


def test_an_entry_that_is_gone_is_neither_merged_nor_kept_apart(desk: Desk, people: tuple[int, ...]) -> None:
    second = add_member(desk, TWICE)
    [pair] = find_duplicates(desk)
    remove_member(desk, second)
    with pytest.raises(StaleSaveError):
        merge(desk, pair)
    with pytest.raises(StaleSaveError):
        keep_apart(desk, people[0], second)


def test_what_is_kept_needs_a_name(desk: Desk, twice: int) -> None:
    [pair] = find_duplicates(desk)
    with pytest.raises(NameMissingError):
        merge_people(desk, pair.keep.ident, pair.other.ident, Person(" "), (pair.keep.version, pair.other.version))
