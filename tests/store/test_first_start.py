"""Several programs that open one desk at once, each a process of its own."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import select

from tests.store.making import add_member
from uadesk.base.clock import Clock
from uadesk.store.people import MemberRecord
from uadesk.store.store import Store

STARTER = """
import sys
from datetime import date
from pathlib import Path
from tests.store.making import add_member
from uadesk.base.clock import fixed_clock
from uadesk.store.store import Store

sys.stdout.write("ready\\n")
sys.stdout.flush()
sys.stdin.readline()
store = Store.open(Path(sys.argv[1]), fixed_clock(date(2025, 6, 1)))
with store.writing("add") as session:
    add_member(session, sys.argv[2])
store.close()
"""


def start(path: Path, name: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", STARTER, str(path), name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def test_first_starts_at_once_lose_nothing(path: Path, open_store: Callable[..., Store]) -> None:
    names = {"Ana", "Bo", "Cem"}
    starters = [start(path, name) for name in sorted(names)]
    for starter in starters:
        assert starter.stdout is not None
        starter.stdout.readline()
    for starter in starters:
        starter.communicate("go\n")
    assert [starter.returncode for starter in starters] == [0, 0, 0]
    with open_store().reading() as session:
        assert set(session.scalars(select(MemberRecord.name))) == names


def test_a_second_opening_leaves_the_first_its_undo(store: Store, open_store: Callable[..., Store]) -> None:
    with store.writing("add") as session:
        add_member(session, "Ana")
    open_store().close()
    assert store.undo() == "add"


def test_an_opening_with_nothing_to_forget_writes_nothing(open_store: Callable[..., Store], path: Path) -> None:
    open_store().close()
    before = path.read_bytes()
    open_store().close()
    assert path.read_bytes() == before
    assert not path.with_name(path.name + "-wal").stat().st_size


def test_a_killed_opener_holds_nothing(path: Path, open_store: Callable[..., Store], clock: Clock) -> None:
    code = f"import time{STARTER.replace('store.close()', 'time.sleep(60)')}".replace(
        "    add_member(session, sys.argv[2])", "    add_member(session, sys.argv[2])\nprint('held', flush=True)"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(path), "Ana"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdin is not None
    assert holder.stdout is not None
    holder.stdin.write("go\n")
    holder.stdin.flush()
    assert [holder.stdout.readline(), holder.stdout.readline()] == ["ready\n", "held\n"]
    holder.kill()
    holder.communicate()
    again = open_store()
    assert again.next_undo() is None  # it was alone, and forgot
