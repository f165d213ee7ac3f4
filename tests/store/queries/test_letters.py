from datetime import date, timedelta
from typing import Any

import pytest

from tests.store.conftest import TODAY
from tests.store.making import EMBASSY, NOON, add_case, add_letter, add_member, draft, outcome
from tests.store.queries.counting import statements
from uadesk.domain.letters import Channel, LetterStatus, PieceKind
from uadesk.domain.numbers import UANumber
from uadesk.domain.people import Sender
from uadesk.domain.rows import LetterFilter, Order
from uadesk.store.evenings import EveningRecord
from uadesk.store.letters import SenderRecord
from uadesk.store.queries.letters import addressee_names, least_steps, letter_ids, letter_rows
from uadesk.store.store import Store

PRINTED = [(LetterStatus.PRINTED, TODAY)]


@pytest.fixture
def letters(store: Store) -> dict[str, int]:
    """Five letters on two cases by what they are known for."""
    with store.writing("fill") as session:
        first = add_case(session, draft(number=UANumber(25, 12)))
        second = add_case(session, draft(number=UANumber(25, 3), title="Poet at risk"), outcome())
        lukasz, ana = add_member(session, "Łukasz Wójcik"), add_member(session, "Ana")
        evening = EveningRecord(day=TODAY)
        session.add(evening)
        session.flush()
        made = {
            "draft": add_letter(session, first, lukasz, evening_id=evening.id),
            "printed": add_letter(session, first, ana, PRINTED),
            "copy": add_letter(
                session, first, ana, kind=PieceKind.COPY, addressee_id=first.bulletins[0].addressees[1].id
            ),
            "own": add_letter(session, second, lukasz, channel=Channel.FAX),
            "orphan": add_letter(session, second, None, [(LetterStatus.WITHDRAWN, TODAY)]),
        }
        made["own"].address(("President Żubr", "1 Castle"), None, None)
        made["printed"].changed = NOON - timedelta(days=1)
        made["orphan"].sender = SenderRecord.of(Sender("Zoë"))
        return {name: letter.id for name, letter in made.items()}


def found(store: Store, letters: dict[str, int], order: Order = Order("id"), **wanted: Any) -> list[str]:
    names = {ident: name for name, ident in letters.items()}
    with store.reading() as session:
        return [names[ident] for ident in letter_ids(session, LetterFilter(**wanted), order)]


def test_without_a_filter_all_as_they_were_made(store: Store, letters: dict[str, int]) -> None:
    assert found(store, letters) == list(letters)


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ({"case_id": 1}, ["draft", "printed", "copy"]),
        ({"member_id": 2}, ["printed", "copy"]),
        ({"statuses": frozenset({LetterStatus.PRINTED, LetterStatus.WITHDRAWN})}, ["printed", "orphan"]),
        ({"kinds": frozenset({PieceKind.COPY})}, ["copy"]),
        ({"channels": frozenset({Channel.FAX})}, ["own"]),
        ({"evening": TODAY}, ["draft"]),
        ({"evening": date(2020, 1, 1)}, []),
        ({"text": "lukasz"}, ["draft", "own"]),
        ({"text": "zubr"}, ["own"]),
        ({"text": "poet"}, ["own", "orphan"]),
        ({"text": "3/25 wojcik"}, ["own"]),
        ({"text": "embassy"}, ["copy"]),
        ({"text": "moravec ana"}, ["printed"]),
        ({"case_id": 1, "member_id": 1}, ["draft"]),
    ],
)
def test_each_part_of_a_filter_narrows(
    wanted: dict[str, Any], names: list[str], store: Store, letters: dict[str, int]
) -> None:
    assert found(store, letters, **wanted) == names


def test_codes_are_found_however_they_are_typed(store: Store, letters: dict[str, int]) -> None:
    with store.reading() as session:
        (row,) = letter_rows(session, [letters["own"]])
    assert found(store, letters, codes=frozenset({row.code.lower()})) == ["own"]
    assert found(store, letters, text=row.code.lower()) == ["own"]


@pytest.mark.parametrize(
    ("order", "names"),
    [
        (Order("member"), ["printed", "copy", "draft", "own", "orphan"]),
        (Order("member", descending=True), ["orphan", "draft", "own", "printed", "copy"]),
        (Order("case"), ["own", "orphan", "draft", "printed", "copy"]),
        (Order("status"), ["draft", "copy", "own", "printed", "orphan"]),
        (Order("status", descending=True), ["orphan", "printed", "draft", "copy", "own"]),
        (Order("evening"), ["draft", "printed", "copy", "own", "orphan"]),
        (Order("addressee"), ["copy", "draft", "printed", "orphan", "own"]),
        (Order("case_title"), ["draft", "printed", "copy", "own", "orphan"]),
    ],
)
def test_sorting(order: Order, names: list[str], store: Store, letters: dict[str, int]) -> None:
    assert found(store, letters, order) == names


def test_every_column_sorts_both_ways(store: Store, letters: dict[str, int]) -> None:
    for column in ("id", "code", "kind", "channel", "changed"):
        up, down = (found(store, letters, Order(column, descending)) for descending in (False, True))
        assert sorted(up) == sorted(down) == sorted(letters)
        assert up != down


def test_rows_say_who_wrote_what(store: Store, letters: dict[str, int]) -> None:
    with store.reading() as session:
        rows = {row.ident: row for row in letter_rows(session, list(letters.values()))}
    draft_row, own, orphan = rows[letters["draft"]], rows[letters["own"]], rows[letters["orphan"]]
    assert (draft_row.member, draft_row.case, draft_row.evening) == ("Łukasz Wójcik", "12/25", TODAY)
    assert (draft_row.addressee, draft_row.case_closed) == ("Minister Adela Moravec", False)
    assert (own.addressee, own.case_closed, own.channel) == ("President Żubr", True, Channel.FAX)
    assert (orphan.member_id, orphan.member) == (None, "Zoë")
    assert (rows[letters["copy"]].kind, rows[letters["copy"]].addressee) == (PieceKind.COPY, EMBASSY.name)


def test_rows_keep_the_order_asked_for_and_leave_out_what_is_gone(store: Store, letters: dict[str, int]) -> None:
    wanted = [letters["own"], 999, letters["draft"]]
    with store.reading() as session:
        assert [row.ident for row in letter_rows(session, wanted)] == [letters["own"], letters["draft"]]


def test_how_far_each_member_is_with_each_case(store: Store, letters: dict[str, int]) -> None:
    with store.writing("more") as session:
        member = add_member(session, "Bo")
        case = add_case(session, draft(number=UANumber(25, 40)))
        add_letter(session, case, member, [*PRINTED, (LetterStatus.POSTED, TODAY)])
        add_letter(session, case, member, PRINTED)
    with store.reading() as session:
        steps = least_steps(session, [1, 2, member.id], [1, 2, case.id])
    assert steps == {
        (1, 1): LetterStatus.DRAFT,
        (2, 1): LetterStatus.PRINTED,
        (1, 2): LetterStatus.DRAFT,
        (member.id, case.id): LetterStatus.PRINTED,
    }


def test_the_number_of_queries_does_not_grow_with_the_rows(store: Store, letters: dict[str, int]) -> None:
    with store.reading() as session, statements(session) as seen:
        letter_rows(session, list(letters.values()))
    assert len(seen) == 1


def test_a_letter_with_a_block_of_its_own_is_listed_by_whom_it_names(store: Store, letters: dict[str, int]) -> None:
    with store.reading() as session:
        assert "President Żubr" in addressee_names(session)
    assert found(store, letters, addressee="President Żubr") == ["own"]
    assert "own" not in found(store, letters, addressee="Minister Adela Moravec")
