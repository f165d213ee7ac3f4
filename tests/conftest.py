"""What holds for every test: no path of the person's, no display, no day set from outside."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

from uadesk.base.clock import fixed_clock

if TYPE_CHECKING:
    from uadesk.base.clock import Clock
    from uadesk.base.folders import Home
    from uadesk.desk.desk import Desk

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt

FOLDERS = ("UADESK_HOME", "HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
WINDOWS_FOLDERS = ("USERPROFILE", "APPDATA", "LOCALAPPDATA")

OpenFresh = Callable[["Home", "Clock"], "Desk"]

settings.register_profile("uadesk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("uadesk")  # a busy machine is no failure


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew", action="store_true", help="write the expected values beside the samples anew")


@pytest.fixture
def renew(request: pytest.FixtureRequest) -> bool:
    """Whether the expected values are written anew instead of compared."""
    return bool(request.config.getoption("--renew"))


@pytest.fixture(scope="session", autouse=True)
def _statements_are_compiled_once() -> Iterator[None]:
    """Let all desks share what SQLAlchemy compiled: each has an engine of its own, which would begin anew."""
    from sqlalchemy import create_engine
    from sqlalchemy.dialects.sqlite.base import SQLiteDialect
    from sqlalchemy.util import LRUCache

    from uadesk.store import engine

    shared: LRUCache[Any, Any] = LRUCache(2000)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SQLiteDialect, "__eq__", lambda self, other: type(self) is type(other))
        patch.setattr(SQLiteDialect, "__hash__", lambda self: hash(type(self)))
        patch.setattr(engine, "create_engine", partial(create_engine, execution_options={"compiled_cache": shared}))
        yield


@pytest.fixture(autouse=True)
def _the_disk_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a commit be handed to the system and not wait for the disk: only a loss of power could tell.

    The store's own tests wait, as the program does.
    """
    from uadesk.store import sqlite

    connect = sqlite.connect

    def connect_unsynced(*values: Any, **named: Any) -> Any:
        raw = connect(*values, **named)
        raw.execute("PRAGMA synchronous = OFF")
        return raw

    monkeypatch.setattr(sqlite, "connect", connect_unsynced)


@pytest.fixture(scope="session")
def fresh_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a new desk, made once; each test works on a copy."""
    from uadesk.store.store import Store

    made = tmp_path_factory.mktemp("fresh") / "desk.sqlite"
    Store.open(made, fixed_clock(date(2025, 6, 1))).close()
    return made


@pytest.fixture
def open_fresh(fresh_desk: Path) -> OpenFresh:
    """Opens a new desk in a folder where there is none."""
    from uadesk.desk.desk import open_desk

    def open_one(home: "Home", clock: "Clock") -> "Desk":
        home.make()
        assert not home.database.exists()
        shutil.copy(fresh_desk, home.database)
        return open_desk(home, clock)

    return open_one


class Away:
    """Empty folders in place of those that the program might find by itself; made anew once something is in them."""

    def __init__(self, make: Callable[[], Path]) -> None:
        self._make = make
        self._folders: dict[str, Path] = {}

    def folders(self) -> dict[str, Path]:
        """The empty folders, by their names in the environment."""
        if not self._folders or any(_holds_something(folder) for folder in self._folders.values()):
            above = self._make()
            self._folders = {name: above / name.lower() for name in FOLDERS + WINDOWS_FOLDERS}
            for folder in self._folders.values():
                folder.mkdir()
        return self._folders


@pytest.fixture(scope="session")
def away(tmp_path_factory: pytest.TempPathFactory) -> Away:
    """The folders that tests are sent to, the same ones for as long as no test leaves something there."""
    return Away(lambda: tmp_path_factory.mktemp("away"))


@pytest.fixture(autouse=True)
def _away_from_home(away: Away, monkeypatch: pytest.MonkeyPatch) -> None:
    """Send every folder that the program might find by itself into one that is thrown away."""
    for name, folder in away.folders().items():
        monkeypatch.setenv(name, str(folder))
    for name in ("UADESK_TODAY", "UADESK_PASSPHRASE_FILE"):
        monkeypatch.delenv(name, raising=False)


def _holds_something(folder: Path) -> bool:
    """Also true where the folder is gone, or is none any more."""
    return not folder.is_dir() or any(folder.iterdir())
