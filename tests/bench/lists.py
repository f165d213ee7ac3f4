"""The list of letters where there are very many: how long it takes to open it, and each key typed in its search.

Run it: python -m tests.bench.lists [N]. Beside each figure stands the same at a hundred letters.
"""

import argparse
import gc
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from sqlalchemy import insert

from tests.bench.from_desk import bulletin
from tests.bench.subject import OFFICES
from uadesk.base.clock import fixed_clock
from uadesk.base.folders import Home
from uadesk.desk.bulletins import import_draft
from uadesk.desk.desk import Desk, open_desk
from uadesk.desk.letters import list_letters, narrowed, waiting_among
from uadesk.desk.members import import_members
from uadesk.domain.bulletins import BulletinDraft
from uadesk.domain.folding import fold
from uadesk.domain.letters import LetterStatus, match_code
from uadesk.domain.numbers import UANumber
from uadesk.domain.people import Person
from uadesk.domain.rows import LetterFilter, LetterRow, NumberedPages, Order
from uadesk.store.evenings import EveningRecord
from uadesk.store.letters import LetterRecord

MANY, FEW = 100_000, 100
CASES, PEOPLE = 300, 200
COLUMNS = ("code", "member", "addressee", "case", "status", "changed")
OPEN_MS, KEY_MS, GROWTH_MIB = 150, 50, 30
"""What is promised at the larger number: milliseconds to open, milliseconds a key (95 of 100), memory that grows."""

_FIRST = ("Łukasz", "Aysel", "Franz", "Zoë", "Amir", "Bertha", "Ngozi", "Irène", "Paul", "Wanjiru")
_LAST = ("Wójcik", "Yılmaz", "Weiß", "Haddad", "Nguyễn", "Okafor", "Brook", "Sørensen", "Peña", "Martin")
_TOPICS = ("Teacher", "Poet", "Fisherman", "Lawyer", "Midwife", "Farmer", "Student", "Printer", "Singer", "Nurse")
_FATES = ("not seen since March", "held without charge", "faces eviction", "threatened", "on hunger strike")
_SAID = ("I have taught for years and think of her pupils.", "As a nurse I ask you to let a doctor see him.")
TYPED = ("lukasz", "yilmaz wei", "weiss", "34/91", "poet", "fisherman threat", "doctor", "haddad nurse", "k7")
"""What people type, key by key."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured: milliseconds, and how much memory grew in MiB."""

    opening: float
    key: float
    sorting: float
    growth: float


def measure(count: int) -> Figures:
    """Make a desk with so many letters and use its list."""
    with desk_with(count) as desk:
        for _round in range(2):  # what a window does before: the desk was read already
            look(desk)
        gc.collect()
        before = _memory()
        opening = median(_times(partial(look, desk)))
        listed = list_letters(desk)
        keys = [median(_times(partial(press, desk, listed, typed))) for typed in keystrokes()]
        sortings = [median(_times(partial(look, desk, order=Order(name)))) for name in COLUMNS]
        return Figures(opening, quantiles(keys, n=20)[-1], max(sortings), _memory() - before)


def look(desk: Desk, order: Order = Order("changed", descending=True)) -> None:
    """What the page asks for as it opens: the letters, which of them wait for a step, and the rows that are seen."""
    _show(desk, list_letters(desk, LetterFilter(), order))


def press(desk: Desk, listed: NumberedPages[LetterRow], typed: str) -> None:
    """What the page asks for with each key: those of the letters listed that fit, and the same of them."""
    _show(desk, narrowed(desk, listed, typed))


def _show(desk: Desk, rows: NumberedPages[LetterRow]) -> None:
    waiting_among(desk, rows.idents)
    for place in range(min(40, len(rows))):
        rows[place]


def keystrokes() -> Iterator[str]:
    """Each text that stands in the box while the words of TYPED are typed."""
    for words in TYPED:
        yield from (words[:length] for length in range(1, len(words) + 1))


@contextmanager
def desk_with(count: int) -> Iterator[Desk]:
    """A desk of its own with so many letters by PEOPLE people on CASES cases."""
    with TemporaryDirectory() as folder, closing(open_desk(Home(Path(folder)), fixed_clock(date(2025, 6, 1)))) as desk:
        fill(desk, count)
        yield desk


def fill(desk: Desk, count: int) -> None:
    """Cases and people as the program makes them, letters in bulk."""
    names = [f"{first} {last} {each}" for each in range(PEOPLE // 100) for first in _FIRST for last in _LAST]
    members = import_members(desk, [Person(name, (f"{len(name)} Elm Road",)) for name in names]).added
    cases = [import_draft(desk, _bulletin(each)) for each in range(CASES)]
    bulletins = [(case.case_id, case.bulletin_id) for case in cases]
    with desk.store.writing("") as session:
        evenings = [EveningRecord(day=date(2015, 1, 6) + timedelta(weeks=2 * each)) for each in range(250)]
        session.add_all(evenings)
        session.flush()
        days = [(evening.id, evening.day) for evening in evenings]
        for first in range(0, count, 1000):
            places = range(first, min(first + 1000, count))
            session.execute(insert(LetterRecord), [_letter(place, members, bulletins, days) for place in places])


def _bulletin(number: int) -> BulletinDraft:
    """A case with one authority in one of many streets."""
    title = f"{_TOPICS[number % len(_TOPICS)]} {_FATES[number % len(_FATES)]}"
    found = bulletin(UANumber(number % 40, number + 1), title)
    target = found.targets[number % len(OFFICES)]
    street = f"{number} {_FIRST[number // 5 % len(_FIRST)]} Street"
    lines = (f"{_LAST[number // 3 % len(_LAST)]} Example", target.lines[1], street, *target.lines[4:])
    return replace(found, targets=(replace(target, lines=lines, name=lines[0], address_lines=lines[2:]),))


def _letter(
    place: int, members: Sequence[int], bulletins: Sequence[tuple[int, int]], days: Sequence[tuple[int, date]]
) -> dict[str, object]:
    """A letter of long ago, posted; the newest are drafts."""
    evening, day = days[place * 7 % len(days)]
    case, text = bulletins[place * 11 % len(bulletins)]
    code, said = match_code(place), _SAID[place % 2] if place % 5 == 0 else ""
    at = datetime(day.year, day.month, day.day, 19, tzinfo=UTC) + timedelta(seconds=place % 3000)
    return {
        "code": code,
        "member_id": members[place * 13 % len(members)],
        "case_id": case,
        "bulletin_id": text,
        "addressee_id": text,
        "evening_id": evening,
        "status": LetterStatus.POSTED if place % 100 else LetterStatus.DRAFT,
        "changed": at,
        "created": at,
        "own_words": said,
        "folded": fold(f"{code} {said}"),
        "version": 1,
    }


def _times(does: Callable[[], object]) -> list[float]:
    """How long it takes, milliseconds, several times over: of these the median is told."""
    found = []
    for _round in range(5):
        began = time.perf_counter()
        does()
        found.append((time.perf_counter() - began) * 1000)
    return found


def _memory() -> float:
    """The most memory this process had, MiB."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.lists", description="Time the list of letters.")
    parser.add_argument("count", metavar="N", nargs="?", type=int, default=MANY, help="how many letters")
    count = parser.parse_args().count
    few, many = measure(FEW), measure(count)
    print(f"{'the list of letters':34}{FEW:>10,}{count:>10,}{'ratio':>8}{'promised':>10}")
    for words, name, promised in (
        ("opened, ms", "opening", OPEN_MS),
        ("a key, 95 of 100, ms", "key", KEY_MS),
        ("sorted by the slowest column, ms", "sorting", None),
        ("memory that grew, MiB", "growth", GROWTH_MIB),
    ):
        small, large = getattr(few, name), getattr(many, name)
        ratio = f"{large / small:.1f}" if small else ""
        print(f"{words:34}{small:>10.1f}{large:>10.1f}{ratio:>8}{promised or '':>10}")


if __name__ == "__main__":
    main()
