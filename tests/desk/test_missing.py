"""What an evening still lacks, and how it goes: by post, or where that comes too late by email or fax."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tests.desk.conftest import EMBASSY, FIRST, MINISTER
from uadesk.desk.bulletins import import_draft
from uadesk.desk.desk import Desk
from uadesk.desk.drafting import draft_letters
from uadesk.desk.evenings import set_here, tonight
from uadesk.desk.missing import Missing, Round, missing
from uadesk.domain.addresses import Addressee
from uadesk.domain.letters import Channel
from uadesk.domain.numbers import UANumber
from uadesk.domain.texts import Text

SOON = date(2025, 6, 29)
"""Two days before the last day to write."""
WIRED = replace(MINISTER, email=("ana@example.org",))
DIALLED = replace(MINISTER, fax=("+506 2555 0100",))


def case_to(desk: Desk, *targets: Addressee, number: int = 34, copies: tuple[Addressee, ...] = (EMBASSY,)) -> int:
    draft = replace(
        FIRST,
        number=UANumber(25, number),
        index=f"X {number}",
        text=Text(f"UA {number}"),
        targets=targets,
        copies=copies,
    )
    return import_draft(desk, draft).case_id


def _two(people: tuple[int, ...]) -> tuple[int, ...]:
    """The first two by name: Amir, then Zoë."""
    return (people[1], people[0])


def lacking(desk: Desk, *here: int) -> Missing:
    for ident in here:
        set_here(desk, ident, here=True)
    return missing(desk, tonight(desk))


def test_letters_and_copies_of_who_is_here_are_counted(desk: Desk, people: tuple[int, ...]) -> None:
    case = case_to(desk, MINISTER, DIALLED)
    found = lacking(desk, *people[:2])
    assert found.rounds == (Round(Channel.POST, {case: _two(people)}, 4, 4),)
    assert found.late == ()
    draft_letters(desk, case, people[:1], copies=True, evening=desk.today)
    assert lacking(desk).rounds == (Round(Channel.POST, {case: people[1:2]}, 2, 2),)
    draft_letters(desk, case, people[1:2], evening=desk.today)
    assert lacking(desk).rounds == ()


def test_what_post_would_bring_too_late_goes_by_email_or_fax_where_somebody_is_reached(
    desk: Desk, people: tuple[int, ...], on_day: Callable[[date], Desk]
) -> None:
    by_mail = case_to(desk, WIRED, MINISTER, copies=(EMBASSY, replace(EMBASSY, email=("embassy@example.org",))))
    by_fax, by_post = case_to(desk, DIALLED, number=35), case_to(desk, MINISTER, number=36)
    later = on_day(SOON)
    found = lacking(later, *people[:2])
    assert found.rounds == (
        Round(Channel.POST, {by_post: _two(people)}, 2, 2),
        Round(Channel.EMAIL, {by_mail: _two(people)}, 2, 2),
        Round(Channel.FAX, {by_fax: _two(people)}, 2, 0),
    )
    assert [each.case.ident for each in found.late] == [by_mail, by_fax, by_post]


def test_the_rounds_of_one_person_or_one_case(desk: Desk, people: tuple[int, ...]) -> None:
    first, second = case_to(desk, MINISTER), case_to(desk, MINISTER, number=35)
    found = lacking(desk, *people[:2])
    assert [dict(each.writers) for each in found.of(member_id=people[0])] == [
        {first: people[:1], second: people[:1]},
    ]
    assert [dict(each.writers) for each in found.of(case_id=second)] == [{second: _two(people)}]
    assert found.of(member_id=people[2]) == ()
