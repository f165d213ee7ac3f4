import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from uadesk.base.clock import Clock, fixed_clock
from uadesk.store.store import Store

TODAY = date(2025, 6, 1)


@pytest.fixture(autouse=True)
def _the_disk_is_not_waited_for() -> None:
    """Here it is: the store is opened as the program opens it."""


@pytest.fixture
def clock() -> Clock:
    return fixed_clock(TODAY)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "desk.sqlite"


@pytest.fixture
def open_store(path: Path, clock: Clock) -> Iterator[Callable[..., Store]]:
    """Opens stores, by default in `path`, and closes them all."""
    opened: list[Store] = []

    def open_one(where: Path = path, key: bytes | None = None) -> Store:
        store = Store.open(where, clock, key)
        opened.append(store)
        return store

    yield open_one
    for store in opened:
        store.close()


@pytest.fixture
def store(open_store: Callable[..., Store], path: Path, fresh_desk: Path) -> Store:
    path.parent.mkdir(mode=0o700)
    shutil.copy(fresh_desk, path)
    return open_store()
