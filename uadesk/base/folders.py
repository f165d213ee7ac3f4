"""Where a desk lives on disk, and where the program's own resources and data are."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600


@dataclass(frozen=True, slots=True)
class Home:
    """The folder of one desk: its database, backups, settings and logs."""

    folder: Path

    @property
    def database(self) -> Path:
        return self.folder / "desk.sqlite"

    @property
    def backups(self) -> Path:
        return self.folder / "backups"

    @property
    def settings(self) -> Path:
        return self.folder / "settings.json"

    @property
    def log(self) -> Path:
        return self.folder / "logs" / "uadesk.log"

    @property
    def sample(self) -> "Home":
        """The home of the sample desk, which is never mixed with the real one."""
        return Home(self.folder / "sample-desk")

    def make(self) -> None:
        """Make the folder, readable by its owner only. Raises OSError where that cannot be."""
        for folder in (self.folder, self.backups, self.log.parent):
            folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)


def chosen_home(given: Path | None = None, environment: Mapping[str, str] = os.environ) -> Home:
    """The home that was named, else UADESK_HOME, else the platform's folder for user data."""
    named = given or environment.get("UADESK_HOME")
    if named:
        return Home(Path(named).expanduser().absolute())
    from platformdirs import user_data_path

    return Home(user_data_path("uadesk", appauthor=False))


def resource(name: str) -> Path:
    """A file or folder of `resources/`, by its path there."""
    return _beside_or_inside("resources") / name


def data(name: str) -> Path:
    """A file or folder of `data/`, by its path there."""
    return _beside_or_inside("data") / name


def _beside_or_inside(folder: str) -> Path:
    beside = PACKAGE.parent / folder
    if (PACKAGE.parent / "pyproject.toml").is_file() and beside.is_dir():
        return beside
    return PACKAGE / folder
