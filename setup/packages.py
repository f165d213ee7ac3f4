"""Packages of the operating system: installed where that needs no question, else named with the exact command."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import Callable, Iterable

from setup.trouble import SetupError

Find = Callable[[str], "str | None"]


def is_root() -> bool:
    """Whether this process may install packages without asking for a password."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def install(packages: Iterable[str], why: str, *, root: bool | None = None, find: Find = shutil.which) -> None:
    """Install Debian packages as root with apt.

    Raises SetupError with the exact command where this user or machine cannot, or apt fails.
    """
    names = sorted(set(packages))
    may = is_root() if root is None else root
    if not (may and find("apt-get")):
        raise SetupError(f"{why} Run this once, then the same command again:\n\n    {by_apt(names)}\n")
    print(f"{why} Installing {', '.join(names)} …", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=environment, check=False)  # an old list may still do
    done = subprocess.run(
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *names], env=environment, check=False
    )
    if done.returncode != 0:
        raise SetupError(f"{why} apt-get could not install it (see above). By hand:\n\n    {by_apt(names)}\n")


def by_apt(names: Iterable[str]) -> str:
    """The command that a person types on Debian, Ubuntu and their kin."""
    return "sudo apt-get update && sudo apt-get install " + " ".join(names)
