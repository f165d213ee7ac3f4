"""A real desk on real SQLite, on a day that stands still."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import OpenFresh
from uadesk.base.clock import fixed_clock
from uadesk.base.folders import Home
from uadesk.desk.bulletins import import_draft
from uadesk.desk.desk import Desk
from uadesk.desk.groups import save_group
from uadesk.desk.members import add_member
from uadesk.domain.addresses import Addressee, Role
from uadesk.domain.bulletins import BulletinDraft, Stage
from uadesk.domain.numbers import UANumber
from uadesk.domain.people import Group, Person
from uadesk.domain.texts import Text

TODAY = date(2025, 6, 1)

MINISTER = Addressee(
    lines=("The Honourable Ana Peña", "Minister of Justice", "12 Palace Square", "San Rafael", "Costa Rica"),
    name="The Honourable Ana Peña",
    title="Minister of Justice",
    address_lines=("12 Palace Square", "San Rafael", "Costa Rica"),
    country_code="CR",
    salutation="Dear Minister Peña,",
)
EMBASSY = Addressee(
    lines=("Mr. Luis Mora", "Embassy of Costa Rica", "350 Sparks Street", "Ottawa, ON K1R 7S8"),
    role=Role.COPY,
    name="Mr. Luis Mora",
    address_lines=("Embassy of Costa Rica", "350 Sparks Street", "Ottawa, ON K1R 7S8"),
    country_code="CA",
)
FIRST = BulletinDraft(
    text=Text("First UA: 34/25 and what it says"),
    language="en",
    number=UANumber(25, 34),
    stage=Stage.FIRST,
    index="AMR 29/0001/2025",
    country="Costa Rica",
    country_code="CR",
    title="FREE THE RIVER GUARDIANS",
    issued=date(2025, 4, 1),
    act_until=date(2025, 7, 1),
    further_action=True,
    demand_lead="urging the government to",
    demands=("Release the guardians at once.", "Return their boats."),
    targets=(MINISTER,),
    copies=(EMBASSY,),
    summary="Three river guardians were arrested in March. Nobody has charged them.",
)
UPDATE = replace(
    FIRST,
    text=Text("Second UA: 34/25 and what it says"),
    stage=Stage.UPDATE,
    stage_ordinal=2,
    index="AMR 29/0003/2025",
    issued=date(2025, 5, 10),
    demands=("Release the guardians at once.", "Let a doctor see them."),
)
"""The same case five weeks later: something else is asked for, of the same minister."""
OUTCOME = BulletinDraft(
    text=Text("Outcome UA: 34/25 and what it says"),
    language="en",
    number=UANumber(25, 34),
    stage=Stage.OUTCOME,
    index="AMR 29/0002/2025",
    country="Costa Rica",
    country_code="CR",
    title="RIVER GUARDIANS ARE FREE",
    issued=date(2025, 5, 20),
    further_action=False,
    summary="The guardians came home.",
)
GROUP = Group("Group 9", "9", ("12 Chapel Street", "Ottawa ON  K1P 5T7"), "CA")
PEOPLE = (
    Person("Zoë Łukaszewska", ("5 Elm Road", "Ottawa ON  K2B 1A1")),
    Person("Amir Haddad", ("9 Hill Street", "Ottawa ON  K1S 2B2")),
    Person("Anna Brook"),
)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture
def desk(home: Home, open_fresh: OpenFresh) -> Iterator[Desk]:
    """An empty desk of a Canadian group on 1 June 2025."""
    desk = open_fresh(home, fixed_clock(TODAY))
    save_group(desk, GROUP)
    yield desk
    desk.close()


@pytest.fixture
def people(desk: Desk) -> tuple[int, ...]:
    """Three people: two with an address, one without."""
    return tuple(add_member(desk, person) for person in PEOPLE)


@pytest.fixture
def case(desk: Desk) -> int:
    """A case that is open until 1 July 2025, with a target in Costa Rica and a copy in Ottawa."""
    return import_draft(desk, FIRST).case_id


@pytest.fixture
def on_day(desk: Desk) -> Callable[[date], Desk]:
    """The same desk on another day."""
    return lambda day: replace(desk, clock=fixed_clock(day))
