"""The system libraries that Qt's window needs on Linux, found by asking the loader."""

from __future__ import annotations

import ctypes
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Iterable

from setup import packages
from setup.trouble import SetupError

PARTS = (
    "QtCore.abi3.so",
    "QtGui.abi3.so",
    "QtWidgets.abi3.so",
    "QtSvg.abi3.so",
    "QtPrintSupport.abi3.so",
    "QtTest.abi3.so",
    "Qt/plugins/platforms/libqxcb.so",
    "Qt/plugins/platforms/libqoffscreen.so",
    "Qt/plugins/imageformats/libqsvg.so",
)
"""What UADesk loads of PySide6, below its folder."""

DEBIAN = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libstdc++.so.6": "libstdc++6",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
"""Debian's and Ubuntu's package for each library that Qt 6 asks the system for."""

_NOT_FOUND = re.compile(r"^\s*(\S+) => not found", re.MULTILINE)


def missing_in(answer: str) -> tuple[str, ...]:
    """The libraries that ldd did not find, each once, by name."""
    return tuple(sorted(set(_NOT_FOUND.findall(answer))))


def absent() -> tuple[str, ...]:
    """Debian's packages for those of Qt's libraries that do not load here; none on a system without apt."""
    if not sys.platform.startswith("linux") or shutil.which("apt-get") is None:
        return ()
    return tuple(sorted({package for name, package in DEBIAN.items() if not _loads(name)}))


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def missing(environment: Path) -> tuple[str, ...]:
    """The system libraries that Qt lacks on this machine; none where the system brings no loader to ask."""
    if not sys.platform.startswith("linux") or shutil.which("ldd") is None:
        return ()
    parts = [str(part) for folder in environment.glob("lib/python3*/site-packages/PySide6") for part in _parts(folder)]
    if not parts:
        return ()
    answer = subprocess.run(
        ["ldd", *parts], capture_output=True, text=True, env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"}, check=False
    )
    return missing_in(answer.stdout)


def _parts(folder: Path) -> Iterable[Path]:
    return (folder / part for part in PARTS if (folder / part).exists())


def provide(environment: Path) -> None:
    """See that Qt finds its libraries. Raises SetupError, with the exact command, where it cannot be brought about."""
    lacking = missing(environment)
    if not lacking:
        return
    why = "The window needs libraries that this system does not have."
    unknown = [name for name in lacking if name not in DEBIAN]
    if shutil.which("apt-get") is None or unknown:
        raise SetupError(f"{why} {by_hand(lacking)}")
    packages.install((DEBIAN[name] for name in lacking), why)
    still = missing(environment)
    if still:
        raise SetupError(f"{why} {by_hand(still)}")


def by_hand(lacking: Iterable[str]) -> str:
    """What a person types, or looks for, where apt cannot help."""
    names = list(lacking)
    for manager, word in (("dnf", "dnf install"), ("zypper", "zypper install")):
        if shutil.which(manager):
            wanted = " ".join(f"'{name}()(64bit)'" for name in names)
            return f"Run this once, then the same command again:\n\n    sudo {word} {wanted}\n"
    return f"Please install the packages of your system that hold {', '.join(names)}, then run the same command again."
