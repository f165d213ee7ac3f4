"""What was reported as saved is there after the process was killed, and nothing is there by half."""

import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select

from uadesk.store.letters import LetterRecord, StepRecord
from uadesk.store.people import MemberRecord
from uadesk.store.store import Store

WRITER = """
import sys
from datetime import date
from pathlib import Path
from tests.store.making import add_case, add_letter, add_member, draft
from uadesk.base.clock import fixed_clock
from uadesk.store.cases import CaseRecord
from uadesk.store.store import Store

store = Store.open(Path(sys.argv[1]), fixed_clock(date(2025, 6, 1)))
with store.writing("case") as session:
    ident = add_case(session, draft(number=None)).id
turn = 0
while True:
    turn += 1
    with store.writing("write") as session:
        case = session.get_one(CaseRecord, ident)
        add_letter(session, case, add_member(session, f"{sys.argv[2]} {turn}"))
    print(turn, flush=True)
    if turn % 5 == 0:
        with store.writing("undone") as session:
            add_letter(session, session.get_one(CaseRecord, ident), add_member(session, "nobody"))
        store.undo()
"""


@pytest.mark.slow
def test_what_was_saved_survives_a_kill(path: Path, open_store: Callable[..., Store]) -> None:
    chance = random.Random(7)
    for round_number in range(6):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), str(round_number)], stdout=subprocess.PIPE, text=True
        )
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(chance.uniform(0.05, 0.4))
        writer.send_signal(signal.SIGKILL)
        saved = 1 + len(writer.stdout.read().split())
        writer.wait()
        writer.stdout.close()
        check(open_store(), round_number, saved)


def check(store: Store, round_number: int, saved: int) -> None:
    assert store.findings() == ()
    with store.reading() as session:
        names = set(session.scalars(select(MemberRecord.name)))
        assert {f"{round_number} {turn}" for turn in range(1, saved + 1)} <= names
        counts = [
            session.scalar(select(func.count()).select_from(each)) for each in (MemberRecord, LetterRecord, StepRecord)
        ]
    assert len(set(counts)) == 1
    store.close()
