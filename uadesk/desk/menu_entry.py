"""The program's entry in the applications menu of a freedesktop desktop, for this person only.

Sources: Desktop Entry Specification 1.5 (quoting of Exec), XDG Base Directory Specification 0.8.
"""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from uadesk.base.errors import UADeskError
from uadesk.base.files import write_whole
from uadesk.base.folders import PACKAGE, resource
from uadesk.base.language import _

NAME = "uadesk"
_RESERVED = '"`$\\'


class MenuEntryError(UADeskError):
    """The entry in the applications menu could not be written."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason


def knows_menu_entries(platform: str = sys.platform) -> bool:
    """Whether this system has a menu that reads such entries; Windows and macOS have their own ways."""
    return platform not in ("win32", "darwin")


def menu_entry(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the entry stands, or would stand."""
    return _data_home(environment) / "applications" / f"{NAME}.desktop"


def has_menu_entry(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the entry is there."""
    return menu_entry(environment).is_file()


def add_menu_entry(command: Sequence[str] = (), environment: Mapping[str, str] = os.environ) -> Path:
    """Write the entry and its icon, and tell where the entry stands.

    `command` starts the program, else this Python runs the package. Raises MenuEntryError.
    """
    entry = menu_entry(environment)
    icon = _data_home(environment) / "icons" / "hicolor" / "scalable" / "apps" / f"{NAME}.svg"
    try:
        for path, content in ((icon, resource(f"icons/{NAME}.svg").read_bytes()), (entry, _entry(command).encode())):
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, content)
            path.chmod(0o644)
    except OSError as error:
        raise MenuEntryError(str(entry), error.strerror or str(error)) from error
    return entry


def remove_menu_entry(environment: Mapping[str, str] = os.environ) -> None:
    """Take the entry away again; the icon does no harm. Raises MenuEntryError."""
    entry = menu_entry(environment)
    try:
        entry.unlink(missing_ok=True)
    except OSError as error:
        raise MenuEntryError(str(entry), error.strerror or str(error)) from error


def _data_home(environment: Mapping[str, str]) -> Path:
    given = Path(environment.get("XDG_DATA_HOME", ""))
    if given.is_absolute():
        return given
    return Path(environment.get("HOME") or Path.home()) / ".local" / "share"


def _entry(command: Sequence[str]) -> str:
    lines = [
        "[Desktop Entry]",
        "Type=Application",
        "Version=1.5",
        "Name=UADesk",
        "GenericName=" + _("Letter evenings"),
        "Comment=" + _("From Urgent Action bulletins to addressed letters"),
        "Exec=" + " ".join(_quoted(part) for part in command or (sys.executable, "-m", NAME)),
        f"Icon={NAME}",
        f"StartupWMClass={NAME}",
        "Terminal=false",
        "Categories=Office;",
    ]
    if not command and (PACKAGE.parent / "pyproject.toml").is_file():
        lines.append("Path=" + str(PACKAGE.parent).replace("\\", "\\\\"))  # run from its source folder
    return "\n".join(lines) + "\n"


def _quoted(part: str) -> str:
    """One argument of Exec: quoted, then escaped once more as every string value is."""
    inside = "".join(f"\\{sign}" if sign in _RESERVED else sign for sign in part.replace("%", "%%"))
    return '"' + inside.replace("\\", "\\\\") + '"'
