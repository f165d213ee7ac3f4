"""One letter to work on: what a writer changes, what the paper keeps."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tests.desk.conftest import FIRST
from uadesk.base.jobs import finish
from uadesk.desk.bulletins import correct, import_draft, stored_draft
from uadesk.desk.cases import case_view, save_shared_text, shared_text
from uadesk.desk.composing import LetterEdit
from uadesk.desk.desk import Desk
from uadesk.desk.drafting import draft_letters
from uadesk.desk.letters import list_letters, narrowed
from uadesk.desk.members import add_member, edit_member, list_members, remove_member
from uadesk.desk.printing import confirm_printed, print_letters
from uadesk.desk.proofs import letter_proof
from uadesk.desk.reports import report
from uadesk.desk.steps import NoStepToTakeBackError, mark, take_back
from uadesk.desk.undoing import undo
from uadesk.desk.writing import LetterFixedError, correct_addressee, letter_view, save_letter
from uadesk.domain.addresses import Addressee
from uadesk.domain.counts import Count
from uadesk.domain.letters import LetterStatus
from uadesk.domain.people import Person, ReturnAddress
from uadesk.domain.rows import LetterFilter, Order
from uadesk.store.errors import StaleSaveError

OWN = "I am a nurse in Ottawa.\nI write because I care."


@pytest.fixture
def letter(desk: Desk, case: int, people: tuple[int, ...]) -> int:
    """Zoë's draft."""
    return draft_letters(desk, case, people[:1]).done[0].ident


def printed(desk: Desk, *idents: int) -> None:
    confirm_printed(desk, finish(print_letters(desk, idents)))


def test_own_words_are_kept_as_typed(desk: Desk, letter: int) -> None:
    view = letter_view(desk, letter)
    version = save_letter(desk, letter, replace(view.edit, own_words=OWN), view.version)
    after = letter_view(desk, letter)
    assert (after.own_words, after.version) == (OWN, version)
    assert after.version > view.version


def test_a_save_from_an_older_state_overwrites_nothing(desk: Desk, letter: int) -> None:
    version = letter_view(desk, letter).version
    save_letter(desk, letter, LetterEdit(own_words="first"), version)
    with pytest.raises(StaleSaveError):
        save_letter(desk, letter, LetterEdit(own_words="second"), version)
    assert letter_view(desk, letter).own_words == "first"


def test_what_equals_the_case_follows_the_case(desk: Desk, letter: int) -> None:
    view = letter_view(desk, letter)
    same = LetterEdit(OWN, view.recipient, view.country_code, view.salutation, view.return_address)
    save_letter(desk, letter, same, view.version)
    assert letter_view(desk, letter).edit == LetterEdit(OWN)


def test_an_address_for_this_letter_alone(desk: Desk, case: int, letter: int, people: tuple[int, ...]) -> None:
    [other] = draft_letters(desk, case, people[1:2]).done
    view = letter_view(desk, letter)
    save_letter(desk, letter, replace(view.edit, recipient=("The Minister", "1 New Road", "San Rafael")), view.version)
    assert letter_view(desk, letter).recipient[1] == "1 New Road"
    assert letter_view(desk, other.ident).recipient[2] == "12 Palace Square"


def test_an_address_for_the_whole_case(desk: Desk, case: int, letter: int, people: tuple[int, ...]) -> None:
    [other] = draft_letters(desk, case, people[1:2]).done
    view = letter_view(desk, letter)
    lines = ("The Honourable Ana Peña", "Minister of Justice", "1 New Road", "San Rafael", "Costa Rica")
    correct_addressee(desk, letter, replace(view.edit, recipient=lines), view.version)
    assert letter_view(desk, other.ident).recipient == lines
    assert undo(desk) == "Correct an address"
    assert letter_view(desk, other.ident).recipient[2] == "12 Palace Square"
    assert letter_view(desk, letter).recipient[2] == "12 Palace Square"


def test_another_person_at_the_top_of_an_address_is_the_addressee(desk: Desk, case: int, letter: int) -> None:
    view = letter_view(desk, letter)
    lines = ("Ms. Eva Soto", "1 New Road", "San Rafael", "Costa Rica")
    correct_addressee(desk, letter, replace(view.edit, recipient=lines), view.version)
    [target] = case_view(desk, case).targets
    assert (target.addressee.name, target.addressee.title) == ("Ms. Eva Soto", None)
    assert target.addressee.address_lines == lines[1:]


def test_what_was_printed_never_changes(desk: Desk, case: int, letter: int, people: tuple[int, ...]) -> None:
    printed(desk, letter)
    before = letter_view(desk, letter)
    [row] = [each for each in list_members(desk) if each.ident == people[0]]
    edit_member(desk, people[0], Person("Zoë Brown", ("1 Far Away",)), row.version)
    bulletin = import_draft(desk, FIRST).bulletin_id
    other = replace(FIRST, targets=(replace(FIRST.targets[0], lines=("Somebody", "Else")),))
    correct(desk, bulletin, other, stored_draft(desk, bulletin).version)
    after = letter_view(desk, letter)
    assert after.sender == before.sender
    assert after.recipient == before.recipient
    assert "5 Elm Road" in after.sender.address_lines
    with pytest.raises(LetterFixedError):
        save_letter(desk, letter, LetterEdit(own_words="too late"), after.version)


def test_a_list_shows_a_sent_letter_as_it_was_sent(desk: Desk, case: int, letter: int, people: tuple[int, ...]) -> None:
    [draft] = draft_letters(desk, case, people[1:2]).done
    printed(desk, letter)
    [row] = [each for each in list_members(desk) if each.ident == people[0]]
    edit_member(desk, people[0], Person("Zoë Brown"), row.version)
    bulletin = import_draft(desk, FIRST).bulletin_id
    other = replace(FIRST.targets[0], lines=("Somebody Else", "1 Else Street"), name="Somebody Else")
    correct(desk, bulletin, replace(FIRST, targets=(other,)), stored_draft(desk, bulletin).version)
    rows = {row.ident: (row.member, row.addressee) for row in list_letters(desk)}
    assert rows == {
        letter: ("Zoë Łukaszewska", "The Honourable Ana Peña"),
        draft.ident: ("Amir Haddad", "Somebody Else"),
    }
    assert [row.ident for row in list_letters(desk, order=Order("addressee", descending=True))] == [letter, draft.ident]
    assert [row.ident for row in list_letters(desk, order=Order("member"))] == [draft.ident, letter]
    by_text = {"pena palace": letter, "somebody": draft.ident, "lukasz": letter, "brown": letter}
    for text, found in by_text.items():
        assert [row.ident for row in list_letters(desk, LetterFilter(text=text))] == [found]


OTHER = replace(
    FIRST.targets[0],
    lines=("Judge Ivo Reyes", "1 Court Road", "San Rafael", "Costa Rica"),
    name="Judge Ivo Reyes",
    title=None,
    address_lines=("1 Court Road", "San Rafael", "Costa Rica"),
    salutation="Dear Judge Reyes,",
)


@pytest.mark.parametrize(
    ("targets", "named"),
    [
        ((OTHER,), ["Judge Ivo Reyes"]),
        ((OTHER, FIRST.targets[0]), ["Judge Ivo Reyes", "The Honourable Ana Peña"]),
        ((), []),
        (
            (replace(OTHER, lines=("Judge Ivo Reyes", "2 New Road")), FIRST.targets[0]),
            ["Judge Ivo Reyes", "The Honourable Ana Peña"],
        ),
    ],
)
def test_letters_keep_their_addressee_when_targets_go_or_move(
    targets: tuple[Addressee, ...], named: list[str], desk: Desk, people: tuple[int, ...]
) -> None:
    imported = import_draft(desk, replace(FIRST, targets=(FIRST.targets[0], OTHER)))
    drafted = [row.ident for row in draft_letters(desk, imported.case_id, people[:1]).done]
    stored = stored_draft(desk, imported.bulletin_id)
    correct(desk, imported.bulletin_id, replace(stored.draft, targets=targets), stored.version)
    assert [letter_view(desk, ident).recipient[0] for ident in drafted] == [
        "The Honourable Ana Peña",
        "Judge Ivo Reyes",
    ]
    assert [row.addressee.name for row in case_view(desk, imported.case_id).targets] == named
    assert stored_draft(desk, imported.bulletin_id).draft.targets == targets
    if named:
        skipped = draft_letters(desk, imported.case_id, people[:1]).skipped
        assert [getattr(each.why, "addressee", "") for each in skipped] == named


def test_an_addressee_that_comes_back_is_the_same(desk: Desk, people: tuple[int, ...]) -> None:
    imported = import_draft(desk, replace(FIRST, targets=(FIRST.targets[0], OTHER)))
    draft_letters(desk, imported.case_id, people[:1])
    for targets in ((OTHER,), (OTHER, FIRST.targets[0])):
        stored = stored_draft(desk, imported.bulletin_id)
        correct(desk, imported.bulletin_id, replace(stored.draft, targets=targets), stored.version)
    assert draft_letters(desk, imported.case_id, people[:1]).done == ()


def test_a_removed_person_stays_in_the_record_of_what_was_printed(
    desk: Desk, case: int, letter: int, people: tuple[int, ...]
) -> None:
    printed(desk, letter)
    remove_member(desk, people[0])
    remove_member(desk, people[1])
    assert [row.person.name for row in list_members(desk)] == ["Anna Brook"]
    assert letter_view(desk, letter).sender.name == "Zoë Łukaszewska"


def test_the_return_address_of_one_letter(desk: Desk, letter: int) -> None:
    view = letter_view(desk, letter)
    save_letter(desk, letter, replace(view.edit, return_address=ReturnAddress.GROUP), view.version)
    assert letter_view(desk, letter).sender.address_lines[0] == "Group 9"


def test_the_preview_shows_what_is_not_saved_yet(desk: Desk, letter: int) -> None:
    from uadesk.press.preview import page_count

    assert page_count(letter_proof(desk, letter, LetterEdit(own_words=OWN)).pdf) == 1
    assert letter_view(desk, letter).own_words == ""


def test_steps_that_cannot_be_taken_are_named(desk: Desk, case: int, letter: int, people: tuple[int, ...]) -> None:
    [other] = draft_letters(desk, case, people[1:2]).done
    printed(desk, letter)
    marked = mark(desk, [letter, other.ident], LetterStatus.POSTED)
    assert [row.ident for row in marked.done] == [letter]
    assert [skipped.what for skipped in marked.skipped] == [other.code]


def test_a_step_is_taken_back(desk: Desk, letter: int) -> None:
    printed(desk, letter)
    mark(desk, [letter], LetterStatus.POSTED)
    assert undo(desk) == "Mark letters"
    assert letter_view(desk, letter).row.status is LetterStatus.PRINTED


def test_the_list_is_filtered_searched_and_sorted(desk: Desk, case: int, people: tuple[int, ...]) -> None:
    draft_letters(desk, case, people)
    by_name = [row.member for row in list_letters(desk, order=Order("member"))]
    assert by_name == ["Amir Haddad", "Anna Brook", "Zoë Łukaszewska"]
    assert [row.member for row in list_letters(desk, LetterFilter(text="lukasz"))] == ["Zoë Łukaszewska"]
    assert len(list_letters(desk, LetterFilter(statuses=frozenset({LetterStatus.POSTED})))) == 0


def test_the_shared_text_is_edited_once_for_all(desk: Desk, case: int) -> None:
    text = shared_text(desk, case)
    assert not text.looked_at
    assert text.proposal.startswith("Three river guardians")
    save_shared_text(desk, case, replace(text.shared, case="They only guarded the river."), text.version)
    after = shared_text(desk, case)
    assert after.looked_at
    assert after.shared.case == "They only guarded the river."
    with pytest.raises(StaleSaveError):
        save_shared_text(desk, case, text.shared, text.version)


def test_a_step_is_taken_back_on_another_day_and_stays_in_the_history(
    desk: Desk, letter: int, on_day: Callable[[date], Desk]
) -> None:
    printed(desk, letter)
    mark(desk, [letter], LetterStatus.POSTED)
    later = on_day(date(2025, 6, 20))
    [row] = take_back(later, [letter]).done
    assert row.status is LetterStatus.PRINTED
    assert report(later).total == Count(printed=1)
    mark(later, [letter], LetterStatus.POSTED)
    assert report(later, date(2025, 6, 20), date(2025, 6, 20)).total.posted == 1
    take_back(later, [letter])
    assert take_back(later, [letter]).done[0].status is LetterStatus.DRAFT
    assert letter_view(later, letter).editable
    [skipped] = take_back(later, [letter]).skipped
    assert isinstance(skipped.why, NoStepToTakeBackError)


def test_a_withdrawn_letter_comes_back_as_what_it_was(desk: Desk, letter: int) -> None:
    printed(desk, letter)
    mark(desk, [letter], LetterStatus.WITHDRAWN)
    assert take_back(desk, [letter]).done[0].status is LetterStatus.PRINTED


def test_many_letters_marked_at_once_are_one_act_to_undo(desk: Desk, case: int) -> None:
    writers = [add_member(desk, Person(f"Writer {place}", ("1 Road", "Town"))) for place in range(50)]
    idents = [row.ident for row in draft_letters(desk, case, writers).done]
    assert len(mark(desk, idents, LetterStatus.WITHDRAWN).done) == 50
    assert undo(desk) == "Mark letters"
    assert {row.status for row in list_letters(desk)} == {LetterStatus.DRAFT}


@pytest.mark.parametrize("text", ["zoe", "lukasz river", "34/25 haddad", "  ", "…", "nobody"])
@pytest.mark.parametrize("order", [Order("member"), Order("code", descending=True)])
def test_typing_narrows_a_list_to_what_a_search_finds(
    desk: Desk, case: int, people: tuple[int, ...], text: str, order: Order
) -> None:
    draft_letters(desk, case, people, copies=True)
    listed = list_letters(desk, LetterFilter(), order)
    found = narrowed(desk, listed, text)
    assert found.idents == list_letters(desk, LetterFilter(text=text), order).idents
    assert [row.ident for row in found] == list(found.idents)
