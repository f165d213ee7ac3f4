"""Which Python the environment is made with."""

# Annotations stay unread, so that an older Python can run the set-up and find a newer one.
from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Callable, NamedTuple, Sequence

from setup.trouble import SetupError

SUITABLE = ((3, 13), (3, 12), (3, 11))
"""The versions that the lock was made for, newest first (see requires-python in pyproject.toml)."""


class Python(NamedTuple):
    """An interpreter and its version, major and minor."""

    command: str
    version: tuple[int, int]

    @property
    def name(self) -> str:
        return "Python {}.{}".format(*self.version)


def this_python() -> Python:
    """The interpreter that runs the set-up, outside any environment."""
    command = getattr(sys, "_base_executable", None) or sys.executable
    return Python(command, (sys.version_info[0], sys.version_info[1]))


def version_of(command: str) -> tuple[int, int] | None:
    """Major and minor version of an interpreter; None where it does not start (a shim of a version not there)."""
    try:
        answer = subprocess.run(
            [command, "-c", "import sys; print(*sys.version_info[:2])"],
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
        major, minor = answer.stdout.split()
        return int(major), int(minor)
    except (OSError, ValueError, subprocess.SubprocessError):
        return None


def choose(
    current: Python,
    find: Callable[[str], str | None] = shutil.which,
    ask: Callable[[str], tuple[int, int] | None] = version_of,
) -> Python:
    """The current interpreter where it is suitable, else the newest suitable one on the path.

    Raises SetupError where there is none.
    """
    if current.version in SUITABLE:
        return current
    for version in SUITABLE:
        command = find("python{}.{}".format(*version))
        if command and ask(command) == version:
            return Python(command, version)
    raise SetupError(no_python(current))


def no_python(current: Python) -> str:
    """The sentence for a machine without a suitable Python."""
    return (
        f"UADesk needs Python 3.11, 3.12 or 3.13, and this machine has {current.name} only. "
        "Install one of them (Debian from 12, Ubuntu from 24.04: sudo apt-get install python3 python3-venv; "
        "elsewhere from https://www.python.org/downloads/), then run the same command again."
    )


def can_make_environments(python: Python) -> bool:
    """Whether this interpreter brings venv and ensurepip; Debian keeps them in a package of their own."""
    return (
        subprocess.run([python.command, "-c", "import ensurepip, venv"], capture_output=True, check=False).returncode
        == 0
    )


def environment_package(python: Python) -> str:
    """The Debian package that brings venv and ensurepip to this interpreter."""
    return "python{}.{}-venv".format(*python.version)


def in_environment(folder: Path, system: str = os.name) -> Path:
    """The interpreter of the environment in this folder."""
    return folder / "Scripts" / "python.exe" if system == "nt" else folder / "bin" / "python"


def starts(command: Sequence[str]) -> bool:
    """Whether a command can be started and ends well."""
    try:
        return subprocess.run(list(command), capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.SubprocessError):
        return False
