"""A desk with three people and three cases, and the ways a test watches what a page tells the window."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.conftest import OpenFresh
from uadesk.base.clock import fixed_clock
from uadesk.base.errors import UADeskError
from uadesk.base.folders import Home
from uadesk.base.settings import Settings
from uadesk.desk.bulletins import import_draft
from uadesk.desk.desk import Desk
from uadesk.desk.drafting import draft_letters
from uadesk.desk.groups import save_group
from uadesk.desk.members import add_member
from uadesk.domain.addresses import Addressee, Role
from uadesk.domain.bulletins import BulletinDraft, Stage
from uadesk.domain.numbers import UANumber
from uadesk.domain.people import Group, Person
from uadesk.domain.rows import LetterRow
from uadesk.domain.texts import Text
from uadesk.ui.context import Context
from uadesk.ui.worker import JobQueue

TODAY = date(2025, 6, 3)
GROUP = Group("Lakeside Group", "38", ("5 Harbour Street", "Ottawa ON  K2P 1L4"), "CA", "Ingrid Sørensen")
NAMES = ("Amir Haddad", "Bertha Nguyen", "Zoë Łukaszewicz")
CASES = ((34, "USA", "US", "Stop the removals", 28), (77, "Honduras", "HN", "Defender at risk", 24))
LATE = (81, "Belarus", "BY", "Held incommunicado", -12)
SOON = (82, "Chad", "TD", "Taken from home", 2)

Case = tuple[int, str, str, str, int]


def bulletin(case: Case, stage: Stage = Stage.FIRST, issued: date = date(2025, 5, 1)) -> BulletinDraft:
    """A bulletin on a case whose last day is so many days from today."""
    sequence, country, code, title, days = case
    minister = ("The Honourable Ana Núñez", "Minister of Justice", "12 Main Avenue", "1000 Capital", country)
    embassy = ("His Excellency Paul Ito", f"Embassy of {country}", "34 Elm Road", "Ottawa ON  K1N 1G8")
    target = Addressee(
        minister,
        Role.TARGET,
        *minister[:2],
        minister[2:],
        code,
        salutation="Dear Minister Núñez,",
        email=("justice@example.org",),
    )
    copy = Addressee(embassy, Role.COPY, embassy[0], None, embassy[1:], "CA")
    ends = stage is Stage.OUTCOME
    return BulletinDraft(
        text=Text(f"{title} {stage} {issued}"),
        language="en",
        number=UANumber(25, sequence),
        stage=stage,
        country=country,
        country_code=code,
        title=title,
        issued=issued,
        act_until=TODAY + timedelta(days),
        further_action=not ends,
        demand_lead=None if ends else f"urging the government of {country} to",
        demands=() if ends else ("Release all who are held;", "Let their families visit."),
        targets=() if ends else (target,),
        copies=() if ends else (copy,),
        summary="Several people were taken from their homes on 2 March.",
    )


def empty_desk(folder: Path, open_fresh: OpenFresh) -> Desk:
    """A desk that knows its group and nothing else."""
    desk = open_fresh(Home(folder), fixed_clock(TODAY))
    save_group(desk, GROUP)
    return desk


@pytest.fixture
def bare(tmp_path: Path, open_fresh: OpenFresh) -> Iterator[Desk]:
    """A desk without cases and people."""
    desk = empty_desk(tmp_path / "bare", open_fresh)
    yield desk
    desk.close()


@dataclass
class Evening:
    """A desk with people and cases, by their ids."""

    desk: Desk
    people: list[int] = field(default_factory=list)
    cases: list[int] = field(default_factory=list)

    def draft(self, case: int = 0, writers: int = 3, *, copies: bool = False) -> tuple[LetterRow, ...]:
        """Drafts on a case by the first so many people."""
        people = self.people[:writers]
        return draft_letters(self.desk, self.cases[case], people, copies=copies, evening=TODAY).done

    def add_case(self, case: Case) -> int:
        """One more case."""
        self.cases.append(import_draft(self.desk, bulletin(case), None).case_id)
        return self.cases[-1]

    def close_case(self, case: Case) -> None:
        """An outcome came."""
        import_draft(self.desk, bulletin(case, Stage.OUTCOME, TODAY - timedelta(1)), None)


@pytest.fixture
def evening(tmp_path: Path, open_fresh: OpenFresh) -> Iterator[Evening]:
    """A desk with three people and two cases."""
    desk = empty_desk(tmp_path / "desk", open_fresh)
    found = Evening(desk)
    for name in NAMES:
        found.people.append(add_member(desk, Person(name, ("1 Maple Street", "Ottawa ON  K1A 0B1"), "CA")))
    for case in CASES:
        found.add_case(case)
    yield found
    desk.close()


@dataclass
class Told:
    """What was said to the window."""

    notices: list[tuple[str, bool]] = field(default_factory=list)
    troubles: list[UADeskError] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    letters: list[tuple[tuple[int, ...], int]] = field(default_factory=list)
    reads: list[bool] = field(default_factory=list)


class Watched:
    """A context, and what it was told."""

    def __init__(self, desk: Desk) -> None:
        self.context = Context(desk, Settings())
        self.told = Told()
        self.queue = JobQueue(self.context)
        self.context.job_asked.connect(self.queue.add)
        self.context.noticed.connect(lambda text, undoable: self.told.notices.append((text, undoable)))
        self.context.troubled.connect(self.told.troubles.append)
        self.context.page_asked.connect(self.told.pages.append)
        self.context.letter_asked.connect(lambda idents, place: self.told.letters.append((idents, place)))
        self.context.bulletins_asked.connect(lambda: self.told.reads.append(True))


@pytest.fixture
def watched(evening: Evening) -> Iterator[Watched]:
    """The context of the desk with people and cases."""
    found = Watched(evening.desk)
    yield found
    found.queue.stop()


@pytest.fixture
def watched_bare(bare: Desk) -> Iterator[Watched]:
    """The context of the empty desk."""
    found = Watched(bare)
    yield found
    found.queue.stop()
