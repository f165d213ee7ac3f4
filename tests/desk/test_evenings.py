"""An evening: who is here, what is on offer, and always one next step."""

from dataclasses import replace
from datetime import date

import pytest

from tests.desk.conftest import FIRST, GROUP, MINISTER, OUTCOME, PEOPLE, TODAY
from uadesk.base.jobs import finish
from uadesk.desk.bulletins import import_draft
from uadesk.desk.desk import Desk
from uadesk.desk.drafting import draft_letters
from uadesk.desk.evenings import NextStep, add_guest, everybody_here, set_here, set_on_offer, set_place, tonight
from uadesk.desk.members import NameMissingError, add_member
from uadesk.desk.printing import confirm_printed, print_letters
from uadesk.desk.steps import mark
from uadesk.desk.undoing import undo
from uadesk.desk.writing import letter_view
from uadesk.domain.bulletins import Stage
from uadesk.domain.letters import Channel, LetterStatus
from uadesk.domain.numbers import UANumber
from uadesk.domain.people import MemberKind, Person
from uadesk.domain.texts import Text
from uadesk.store.store import Store


def test_the_next_step_leads_through_the_evening(desk: Desk) -> None:
    assert tonight(desk).step is NextStep.ADD_CASE
    case = import_draft(desk, FIRST).case_id
    assert tonight(desk).step is NextStep.ADD_PEOPLE
    zoe = add_member(desk, PEOPLE[0])
    assert tonight(desk).step is NextStep.TICK
    set_here(desk, zoe, here=True)
    assert tonight(desk).step is NextStep.DRAFT
    drafts = [row.ident for row in draft_letters(desk, case, [zoe], copies=True, evening=TODAY).done]
    evening = tonight(desk)
    assert (evening.step, evening.drafts, evening.pieces) == (NextStep.PRINT, tuple(drafts), tuple(drafts))
    confirm_printed(desk, finish(print_letters(desk, drafts)))
    evening = tonight(desk)
    assert (evening.step, evening.to_post) == (NextStep.POST, tuple(drafts))
    mark(desk, drafts, LetterStatus.POSTED)
    assert tonight(desk).step is NextStep.DONE


def test_letters_by_hand_and_by_mail_are_no_paper_to_print(desk: Desk, people: tuple[int, ...]) -> None:
    minister = replace(MINISTER, email=("minister@example.org",))
    case = import_draft(desk, replace(FIRST, targets=(minister,))).case_id
    for person in people:
        set_here(desk, person, here=True)
    [by_hand] = draft_letters(desk, case, people[:1], channel=Channel.HANDWRITTEN, evening=TODAY).done
    [mail] = draft_letters(desk, case, people[1:2], channel=Channel.EMAIL, evening=TODAY).done
    evening = tonight(desk)
    assert (evening.step, evening.drafts, evening.to_post) == (NextStep.POST, (), (by_hand.ident,))
    mark(desk, [by_hand.ident], LetterStatus.POSTED)
    evening = tonight(desk)
    assert (evening.step, evening.to_send) == (NextStep.SEND, (mail.ident,))
    mark(desk, [mail.ident], LetterStatus.SENT)
    assert tonight(desk).step is NextStep.DRAFT


def test_a_held_letter_shows_on_the_board_and_is_neither_printed_nor_posted(
    desk: Desk, case: int, people: tuple[int, ...]
) -> None:
    set_here(desk, people[0], here=True)
    drafts = [row.ident for row in draft_letters(desk, case, people[:1], evening=TODAY).done]
    confirm_printed(desk, finish(print_letters(desk, drafts)))
    update = replace(FIRST, stage=Stage.UPDATE, index="X", issued=date(2025, 5, 9), text=Text("More"))
    import_draft(desk, update)
    evening = tonight(desk)
    assert [row.ident for row in evening.held] == drafts
    assert (evening.step, evening.to_post) == (NextStep.DONE, ())
    [zoe] = [person for person in evening.people if person.here]
    assert zoe.cells == (LetterStatus.PRINTED,)


def test_cases_past_their_date_are_not_offered_by_themselves(desk: Desk, people: tuple[int, ...]) -> None:
    late = replace(FIRST, number=UANumber(25, 7), index="X", text=Text("x"), act_until=date(2025, 5, 31))
    fresh, gone = import_draft(desk, FIRST).case_id, import_draft(desk, late).case_id
    evening = tonight(desk)
    assert [row.ident for row in evening.cases] == [fresh]
    assert [row.ident for row in evening.others] == [gone]
    set_on_offer(desk, gone, offered=True)
    set_on_offer(desk, fresh, offered=False)
    assert [row.ident for row in tonight(desk).cases] == [gone]


def test_the_board_shows_the_letter_that_is_least_far(desk: Desk, case: int, people: tuple[int, ...]) -> None:
    for ident in people[:2]:
        set_here(desk, ident, here=True)
    [row] = draft_letters(desk, case, people[:1], evening=TODAY).done
    cells = {person.ident: person.cells for person in tonight(desk).people}
    assert cells[people[0]] == (LetterStatus.DRAFT,)
    assert cells[people[1]] == (None,)
    confirm_printed(desk, finish(print_letters(desk, [row.ident])))
    assert {person.ident: person.cells for person in tonight(desk).people}[people[0]] == (LetterStatus.PRINTED,)


def test_a_guest_needs_a_first_name_only_and_writes_with_the_groups_address(desk: Desk, case: int) -> None:
    guest = add_guest(desk, "  Anna ")
    [person] = tonight(desk).people
    assert (person.name, person.is_guest, person.here) == ("Anna", True, True)
    [row] = draft_letters(desk, case, [guest], evening=TODAY).done
    assert letter_view(desk, row.ident).sender.address_lines == (GROUP.name, *GROUP.address_lines)
    with pytest.raises(NameMissingError):
        add_guest(desk, "  ")


def test_a_tick_can_be_taken_back(desk: Desk, people: tuple[int, ...]) -> None:
    set_here(desk, people[0], here=True)
    set_here(desk, people[0], here=False)
    assert not any(person.here for person in tonight(desk).people)


def test_looking_at_the_evening_stores_nothing(desk: Desk, case: int, people: tuple[int, ...]) -> None:
    assert tonight(desk).evening.ident == 0
    set_place(desk, "Trinity Hall")
    evening = tonight(desk).evening
    assert (evening.day, evening.place, evening.cases) == (TODAY, "Trinity Hall", (case,))


def test_a_guest_who_is_on_the_list_already_is_the_one_who_came(desk: Desk) -> None:
    anna = add_member(desk, Person("Anna", kind=MemberKind.GUEST))
    assert add_guest(desk, "anna") == anna
    another = add_guest(desk, "Anna")
    assert another != anna
    assert undo(desk) == "Add a guest"
    assert [person.ident for person in tonight(desk).people] == [anna]


def test_a_guest_of_whom_more_is_known_may_be_somebody_else(desk: Desk) -> None:
    known = add_member(desk, Person("Anna", ("7 Secret Lane",), "CA", kind=MemberKind.GUEST))
    assert add_guest(desk, "Anna") != known


def test_everybody_at_once_is_one_act(desk: Desk, people: tuple[int, ...]) -> None:
    everybody_here(desk)
    assert all(person.here for person in tonight(desk).people)
    assert undo(desk) == "Tick who came"
    assert not any(person.here for person in tonight(desk).people)


def test_letters_of_a_closed_case_are_neither_printed_nor_posted_tonight(desk: Desk, people: tuple[int, ...]) -> None:
    case = import_draft(desk, FIRST).case_id
    idents = [row.ident for row in draft_letters(desk, case, people[:2], evening=TODAY).done]
    confirm_printed(desk, finish(print_letters(desk, idents[:1])))
    import_draft(desk, OUTCOME)
    evening = tonight(desk)
    assert (evening.drafts, evening.to_post, evening.pieces) == ((), (), ())
    assert evening.step is NextStep.ADD_CASE


def test_an_evening_begins_on_the_connection_that_writes(
    desk: Desk, case: int, people: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def another_connection(_store: Store) -> None:
        raise AssertionError("a second connection inside a write")

    with monkeypatch.context() as patched:
        patched.setattr(Store, "reading", another_connection)
        set_here(desk, people[0], here=True)
    assert [row.ident for row in tonight(desk).cases] == [case]
