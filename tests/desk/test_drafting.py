"""Drafts: who writes to whom, and what is passed over."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from sqlalchemy import Engine, event

from tests.desk.conftest import FIRST, MINISTER, OUTCOME, UPDATE
from uadesk.base.jobs import Progress, finish
from uadesk.desk.bulletins import import_draft
from uadesk.desk.cases import close_case
from uadesk.desk.composing import LetterEdit
from uadesk.desk.desk import Desk
from uadesk.desk.draft_maker import AlreadyWrittenError
from uadesk.desk.drafting import (
    AT_ONCE,
    CaseClosedError,
    NobodyToWriteToError,
    SeveralAddresseesError,
    addressees_named,
    draft_letters,
    drafting,
)
from uadesk.desk.letters import list_letters
from uadesk.desk.members import add_member
from uadesk.desk.missing import Round
from uadesk.desk.printing import print_letters
from uadesk.desk.same_again import same_again
from uadesk.desk.steps import mark
from uadesk.desk.undoing import undo
from uadesk.desk.writing import letter_view, save_letter
from uadesk.domain.letters import Channel, LetterStatus, PieceKind
from uadesk.domain.numbers import UANumber
from uadesk.domain.people import Person
from uadesk.domain.texts import Text


def test_each_writer_gets_a_letter_and_its_copy_right_behind(desk: Desk, case: int, people: tuple[int, ...]) -> None:
    drafted = draft_letters(desk, case, people[:2], copies=True)
    assert [(row.member, row.kind) for row in drafted.done] == [
        ("Zoë Łukaszewska", PieceKind.APPEAL),
        ("Zoë Łukaszewska", PieceKind.COPY),
        ("Amir Haddad", PieceKind.APPEAL),
        ("Amir Haddad", PieceKind.COPY),
    ]
    assert {row.addressee for row in drafted.done} == {"The Honourable Ana Peña", "Mr. Luis Mora"}
    assert len({row.code for row in drafted.done}) == 4


def test_who_has_a_letter_already_is_passed_over_and_named(desk: Desk, case: int, people: tuple[int, ...]) -> None:
    [first] = draft_letters(desk, case, people[:1]).done
    again = draft_letters(desk, case, people[:2])
    assert [row.member for row in again.done] == ["Amir Haddad"]
    [skipped] = again.skipped
    assert isinstance(skipped.why, AlreadyWrittenError)
    assert (skipped.what, skipped.why.code) == ("Zoë Łukaszewska", first.code)


def test_copies_can_be_added_to_letters_that_are_there(desk: Desk, case: int, people: tuple[int, ...]) -> None:
    draft_letters(desk, case, people[:1])
    later = draft_letters(desk, case, people[:1], copies=True)
    assert [row.kind for row in later.done] == [PieceKind.COPY]


def test_a_copy_of_a_letter_by_hand_goes_by_hand(desk: Desk, case: int, people: tuple[int, ...]) -> None:
    draft_letters(desk, case, people[:1], channel=Channel.HANDWRITTEN)
    [copy] = draft_letters(desk, case, people[:1], copies=True).done
    assert (copy.kind, copy.channel) == (PieceKind.COPY, Channel.HANDWRITTEN)


def test_a_withdrawn_letter_does_not_stand_in_the_way(desk: Desk, case: int, people: tuple[int, ...]) -> None:
    [letter] = draft_letters(desk, case, people[:1]).done
    mark(desk, [letter.ident], LetterStatus.WITHDRAWN)
    assert len(draft_letters(desk, case, people[:1]).done) == 1


def test_a_closed_case_takes_no_letters(desk: Desk, case: int, people: tuple[int, ...]) -> None:
    import_draft(desk, OUTCOME)
    with pytest.raises(CaseClosedError) as closed:
        draft_letters(desk, case, people)
    assert closed.value.case == "34/25"
    assert len(list_letters(desk)) == 0


def test_an_addressee_is_chosen_by_a_part_of_the_block(desk: Desk, case: int, people: tuple[int, ...]) -> None:
    idents = addressees_named(desk, case, "PENA")
    assert len(draft_letters(desk, case, people, addressee_ids=idents).done) == 3
    with pytest.raises(NobodyToWriteToError):
        addressees_named(desk, case, "nobody")


def test_a_text_that_fits_several_addressees_chooses_none(desk: Desk) -> None:
    mayor = replace(MINISTER, lines=("Mayor Ana Peña Mora", "San Rafael"), name="Mayor Ana Peña Mora")
    judge = replace(MINISTER, lines=("Ana Peña", "Judge", "San Rafael"), name="Ana Peña")
    case = import_draft(desk, replace(FIRST, targets=(MINISTER, mayor, judge), copies=())).case_id
    for asked in ("pena", "San Rafael", ""):
        with pytest.raises(SeveralAddresseesError) as several:
            addressees_named(desk, case, asked)
        assert several.value.asked == asked
        assert several.value.names[:2] == ("The Honourable Ana Peña", "Mayor Ana Peña Mora")
    assert len(addressees_named(desk, case, "mayor")) == 1
    assert addressees_named(desk, case, "ana pena") == addressees_named(desk, case, "Judge")


def test_by_hand(desk: Desk, case: int, people: tuple[int, ...]) -> None:
    [row] = draft_letters(desk, case, people[:1], channel=Channel.HANDWRITTEN).done
    assert row.channel is Channel.HANDWRITTEN
    posted = mark(desk, [row.ident], LetterStatus.POSTED)
    assert [each.status for each in posted.done] == [LetterStatus.POSTED]


def test_a_round_of_drafts_is_taken_back_at_once(desk: Desk, case: int, people: tuple[int, ...]) -> None:
    codes = {row.code for row in draft_letters(desk, case, people, copies=True).done}
    assert undo(desk) == "Draft letters"
    assert len(list_letters(desk)) == 0
    assert not codes & {row.code for row in draft_letters(desk, case, people, copies=True).done}


@contextmanager
def statements() -> Iterator[list[str]]:
    """The statements that run meanwhile on any database."""
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield seen
    event.remove(Engine, "before_cursor_execute", note)


def test_drafts_of_a_whole_evening_take_few_statements(desk: Desk, case: int) -> None:
    def drafted(count: int) -> int:
        members = [add_member(desk, Person(f"Writer {count}-{place}")) for place in range(count)]
        with statements() as made:
            assert len(draft_letters(desk, case, members, copies=True).done) == 2 * count
        return len(made)

    assert drafted(3) == drafted(AT_ONCE // 2)


def test_very_many_drafts_are_written_in_portions_and_taken_back_at_once(desk: Desk, case: int) -> None:
    members = [add_member(desk, Person(f"Writer {place:02}")) for place in range(AT_ONCE)]
    with statements() as made:
        done = draft_letters(desk, case, members, copies=True).done
    assert len([each for each in made if each.startswith("BEGIN IMMEDIATE")]) == 2
    assert [row.member_id for row in done[::2]] == members
    assert len({row.code for row in done}) == 2 * AT_ONCE
    assert undo(desk) == "Draft letters"
    assert len(list_letters(desk)) == 0


def test_what_is_saved_while_very_many_are_drafted_parts_nothing(desk: Desk, case: int) -> None:
    writers = frozenset(add_member(desk, Person(f"Writer {place:02}")) for place in range(AT_ONCE))
    drafting_all = drafting(desk, [Round(Channel.POST, {case: tuple(writers)}, 0, 0)], copies=True, evening=desk.today)
    steps = 0
    for _step in drafting_all:
        steps += 1
        add_member(desk, Person(f"Guest {steps}"))
    assert steps > 1
    assert len(list_letters(desk)) == 2 * AT_ONCE
    assert undo(desk) == "Draft letters"
    assert len(list_letters(desk)) == 0
    assert undo(desk) == "Add a person"


def test_a_copy_stands_right_behind_its_letter_and_knows_it(desk: Desk, case: int, people: tuple[int, ...]) -> None:
    undo_first = draft_letters(desk, case, people[:1], copies=True).done
    undo(desk)
    done = draft_letters(desk, case, people[:2], copies=True).done
    assert [row.kind for row in done] == [PieceKind.APPEAL, PieceKind.COPY] * 2
    assert [row.member_id for row in done] == [people[0], people[0], people[1], people[1]]
    assert [row.ident for row in done] == sorted(row.ident for row in done)
    assert not {row.ident for row in done} & {row.ident for row in undo_first}
    assert not {row.code for row in done} & {row.code for row in undo_first}
    again = draft_letters(desk, case, (people[0], people[0]), copies=True)
    assert [getattr(each.why, "code", "") for each in again.skipped] == [row.code for row in done[:2]] * 2


def test_the_same_again_takes_what_was_chosen_and_nothing_that_was_written(
    desk: Desk, case: int, people: tuple[int, ...]
) -> None:
    first = draft_letters(desk, case, people[:1], copies=True).done
    view = letter_view(desk, first[0].ident)
    kept = view.shared.demands[1:]
    text = replace(view.shared, case="My name is Zoë and I am a nurse.", demands=kept)
    save_letter(desk, first[0].ident, LetterEdit("I am a nurse.", own_text=text, salutation="Dear Ana,"), view.version)
    done = same_again(desk, first[0].ident, people[1]).done
    assert [(row.member_id, row.kind) for row in done] == [
        (people[1], PieceKind.APPEAL),
        (people[1], PieceKind.COPY),
    ]
    other = letter_view(desk, done[0].ident)
    assert (other.own_words, other.salutation) == ("", "Dear Ana,")
    assert other.edit.own_text == replace(view.shared, demands=kept)
    again = same_again(desk, done[1].ident, people[1])
    assert not again.done
    assert [type(each.why) for each in again.skipped] == [AlreadyWrittenError] * 2
    assert undo(desk) == "Draft letters"
    assert {row.member_id for row in list_letters(desk)} == {people[0]}


def test_the_same_again_makes_no_demand_that_holds_no_more(desk: Desk, case: int, people: tuple[int, ...]) -> None:
    [row] = draft_letters(desk, case, people[:1]).done
    view = letter_view(desk, row.ident)
    save_letter(desk, row.ident, LetterEdit(own_text=replace(view.shared, subject="Our river")), view.version)
    import_draft(desk, UPDATE)
    [other] = same_again(desk, row.ident, people[1]).done
    assert letter_view(desk, other.ident).edit.own_text is None
    text = finish(print_letters(desk, [other.ident])).pieces[0].text
    assert text is not None
    assert text.demands == letter_view(desk, other.ident).shared.demands


def test_drafting_an_evening_counts_its_writers_once(desk: Desk, case: int) -> None:
    people = tuple(add_member(desk, Person(f"Person {number}")) for number in range(60))
    seen: list[Progress] = []
    drafted = finish(
        drafting(desk, [Round(Channel.POST, {case: people}, 60, 60)], copies=True, evening=desk.today), seen.append
    )
    assert len(drafted.done) == 120
    assert [step.done for step in seen] == [0, 24, 48]
    assert {step.total for step in seen} == {60}
    undo(desk)
    assert len(list_letters(desk)) == 0


def test_a_case_that_is_closed_stops_no_other(desk: Desk, case: int, people: tuple[int, ...]) -> None:
    other = import_draft(desk, replace(FIRST, number=UANumber(25, 77), index="X 2", text=Text("Another"))).case_id
    close_case(desk, other, "the office phoned")
    rounds = [Round(Channel.POST, {other: people, case: people}, 6, 0)]
    drafted = finish(drafting(desk, rounds, copies=False, evening=desk.today))
    assert {row.case_id for row in drafted.done} == {case}
    assert [type(each.why) for each in drafted.skipped] == [CaseClosedError]
    undo(desk)
    assert len(list_letters(desk)) == 0
