from datetime import date

import pytest

from tests.store.conftest import TODAY
from tests.store.making import NOON, add_case, add_letter, add_member, draft
from uadesk.domain.counts import Count
from uadesk.domain.letters import Channel, LetterStatus, PieceKind
from uadesk.domain.numbers import UANumber
from uadesk.domain.people import Sender
from uadesk.domain.rows import Report
from uadesk.store.letters import SenderRecord
from uadesk.store.queries.reports import report
from uadesk.store.store import Store

MAY, JUNE, JULY = date(2025, 5, 30), date(2025, 6, 1), date(2025, 7, 2)
PRINTED, SIGNED, POSTED = LetterStatus.PRINTED, LetterStatus.SIGNED, LetterStatus.POSTED


@pytest.fixture
def filled(store: Store) -> Store:
    with store.writing("fill") as session:
        one = add_case(session, draft(number=UANumber(25, 12)))
        two = add_case(session, draft(number=UANumber(24, 100), country="Togo", country_code="TG"))
        odd = add_case(session, draft(number=None))
        ana, bo = add_member(session, "Ana"), add_member(session, "Bo")
        add_letter(session, one, ana, [(PRINTED, MAY), (POSTED, JUNE)])
        add_letter(session, one, ana, [(PRINTED, MAY), (POSTED, MAY), (LetterStatus.REPLIED, JULY)])
        add_letter(session, one, ana, [(PRINTED, MAY), (POSTED, JUNE)], kind=PieceKind.COPY)
        add_letter(session, one, bo, [(PRINTED, JUNE), (SIGNED, JULY)])
        add_letter(session, one, bo, [(PRINTED, JUNE)], kind=PieceKind.COPY)
        add_letter(session, one, bo, [(PRINTED, JUNE), (LetterStatus.WITHDRAWN, JUNE)])
        add_letter(session, two, bo, [(POSTED, JULY)], channel=Channel.HANDWRITTEN)
        add_letter(session, two, bo, [(LetterStatus.SENT, JUNE)], channel=Channel.EMAIL)
        add_letter(session, two, bo, [(PRINTED, JUNE), (POSTED, JUNE)], kind=PieceKind.SOLIDARITY)
        add_letter(session, two, bo)
        left = add_letter(session, odd, None, [(PRINTED, JUNE), (POSTED, JUNE)])
        left.sender = SenderRecord.of(Sender("Zoë"))
    return store


def counted(store: Store, first: date | None = None, last: date | None = None) -> Report:
    with store.reading() as session:
        return report(session, first, last)


def lines(found: Report, by: str) -> dict[str, Count]:
    return {row.key: row.count for row in found.by(by)}


def test_all_that_went_out_was_printed_or_goes_beside(filled: Store) -> None:
    found = counted(filled)
    assert found.total == Count(posted=5, printed=1, copies=1, solidarity=1)
    assert lines(found, "ua") == {
        "100/24": Count(posted=2, solidarity=1),
        "12/25": Count(posted=2, printed=1, copies=1),
        "~3": Count(posted=1),
    }
    assert lines(found, "member") == {
        "Ana": Count(posted=2, copies=1),
        "Bo": Count(posted=2, printed=1, solidarity=1),
        "Zoë": Count(posted=1),
    }
    assert lines(found, "country") == {"Estmark": Count(3, 1, 1), "Togo": Count(posted=2, solidarity=1)}
    assert lines(found, "month") == {
        "2025-05": Count(posted=1),
        "2025-06": Count(posted=3, printed=1, copies=1, solidarity=1),
        "2025-07": Count(posted=1),
    }
    assert lines(found, "channel") == {
        "post": Count(posted=3, printed=1, copies=1, solidarity=1),
        "handwritten": Count(posted=1),
        "email": Count(posted=1),
    }


def test_every_way_of_counting_comes_to_the_same_total(filled: Store) -> None:
    found = counted(filled)
    for by in ("ua", "member", "country", "month", "channel"):
        assert sum((row.count for row in found.by(by)), Count()) == found.total


def test_the_rows_stand_in_the_order_of_a_reader(filled: Store) -> None:
    found = counted(filled)
    assert [row.key for row in found.by("ua")] == ["100/24", "12/25", "~3"]
    assert [row.key for row in found.by("month")] == ["2025-05", "2025-06", "2025-07"]
    assert [row.key for row in found.by("channel")] == ["post", "handwritten", "email"]


@pytest.mark.parametrize(
    ("first", "last", "total"),
    [
        (JUNE, JUNE, Count(posted=3, printed=1, copies=1, solidarity=1)),
        (None, MAY, Count(posted=1)),
        (date(2025, 6, 2), None, Count(posted=1)),
        (date(2025, 8, 1), None, Count()),
    ],
)
def test_a_letter_counts_on_the_day_on_which_it_went(
    first: date | None, last: date | None, total: Count, filled: Store
) -> None:
    found = counted(filled, first, last)
    assert found.total == total
    assert (found.first, found.last) == (first, last)
    if total == Count():
        assert found.rows == ()


def test_two_members_of_one_name_are_counted_apart(store: Store) -> None:
    with store.writing("fill") as session:
        case = add_case(session)
        for member in (add_member(session, "Ana"), add_member(session, "Ana")):
            add_letter(session, case, member, [(PRINTED, TODAY), (POSTED, TODAY)])
    assert [row.count for row in counted(store).by("member")] == [Count(posted=1), Count(posted=1)]


def test_a_step_that_was_corrected_counts_on_its_new_day_only(store: Store) -> None:
    with store.writing("fill") as session:
        case, ana = add_case(session), add_member(session, "Ana")
        posted = add_letter(session, case, ana, [(PRINTED, MAY), (POSTED, JULY)])
        posted.step_back(NOON)
        posted.move_to(POSTED, NOON, JUNE)
        waiting = add_letter(session, case, ana, [(PRINTED, MAY), (POSTED, JULY)])
        waiting.step_back(NOON)
    assert counted(store, JUNE, JUNE).total == Count(posted=1)
    assert counted(store, MAY, MAY).total == Count(printed=1)
    assert counted(store, JULY).total == Count()
