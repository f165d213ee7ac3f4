"""The project's own environment in `.venv`: made, filled from the lock, and known to be whole by a stamp."""

from __future__ import annotations

import hashlib
import json
import subprocess
from pathlib import Path
from typing import Iterable, NamedTuple

from setup import packages, pythons
from setup.trouble import SetupError

LOCKS = {"run": ("run",), "dev": ("dev", "run")}
"""What each lock file in `requirements/` satisfies: the one for development holds all that running needs."""


class Environment(NamedTuple):
    """The environment of the project in this folder."""

    project: Path

    @property
    def folder(self) -> Path:
        return self.project / ".venv"

    @property
    def python(self) -> Path:
        return pythons.in_environment(self.folder)

    @property
    def stamp(self) -> Path:
        """Written when all is installed; without it, or with another content, there is work to do."""
        return self.folder / "uadesk-setup.json"

    def lock(self, kind: str) -> Path:
        return self.project / "requirements" / f"{kind}.txt"


def wanted(environment: Environment, kind: str) -> dict[str, str]:
    """The stamp of a finished set-up: where it was made, and a hash of each file that decided what is in it."""
    decided = {"project": environment.project / "pyproject.toml"}
    decided.update({name: environment.lock(name) for name in LOCKS[kind]})
    hashes = {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in decided.items()}
    return {"folder": str(environment.project), **hashes}


def stamped(environment: Environment) -> dict[str, str] | None:
    """What the stamp says; empty where it cannot be read, None where there is none."""
    try:
        stamp = json.loads(environment.stamp.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def is_ready(environment: Environment, kind: str) -> bool:
    """Whether everything of this kind is installed, from these lock files and at this place."""
    stamp = stamped(environment)
    return stamp is not None and wanted(environment, kind).items() <= stamp.items() and _starts(environment)


def is_usable(environment: Environment) -> bool:
    """Whether the environment can be filled in place: not one that was moved, cut short or left behind."""
    stamp = stamped(environment)
    if stamp is not None and stamp.get("folder") != str(environment.project):
        return False
    version = pythons.version_of(str(environment.python))
    return version in pythons.SUITABLE and pythons.starts([str(environment.python), "-m", "pip", "--version"])


def make_ready(environment: Environment, kind: str, absent: Iterable[str] = ()) -> None:
    """Install what is missing. Raises SetupError with a sentence that says what to do.

    `absent` are system packages that will be wanted later on: where something has to be installed by hand, one command
    is enough for all.
    """
    if is_ready(environment, kind):
        return
    if is_usable(environment):
        print("Bringing UADesk's environment up to date …", flush=True)
    else:
        print("Setting UADesk up. The first time this downloads some 130 MB; later it takes no time.", flush=True)
        _create(environment, absent)
    before, finished = stamped(environment) or {}, wanted(environment, kind)
    _write_stamp(environment, {})  # until the end this environment counts as cut short
    if before.get(kind) != finished[kind]:
        _install_locked(environment, kind)
    _install_project(environment)
    _compile_project(environment)
    _write_stamp(environment, finished)
    print("UADesk is set up.", flush=True)


def _starts(environment: Environment) -> bool:
    return pythons.starts([str(environment.python), "-c", ""])


def _create(environment: Environment, absent: Iterable[str]) -> None:
    current = pythons.this_python()
    python = pythons.choose(current)
    if python.version != current.version:
        print(f"This is {current.name}; UADesk takes {python.name} ({python.command}).", flush=True)
    if not pythons.can_make_environments(python):
        why = f"{python.name} lacks the part that makes environments."
        packages.install([pythons.environment_package(python), *absent], why)
    print(f"Making an environment with {python.name} in {environment.folder.name} …", flush=True)
    command = [python.command, "-m", "venv", "--clear", str(environment.folder)]
    if subprocess.run(command, check=False).returncode != 0:
        raise SetupError(f"{python.name} could not make an environment in {environment.folder} (see above).")


def _install_locked(environment: Environment, kind: str) -> None:
    options = ["--require-hashes", "--only-binary", ":all:", "--progress-bar", "on"]
    if not _pip(environment, *options, "-r", str(environment.lock(kind))):
        raise SetupError(
            "The set-up did not finish (see above). Look at the connection and at the free space on the disk "
            "(1 GB is enough), then run the same command again: what has come down is kept."
        )


def _install_project(environment: Environment) -> None:
    options = ["--quiet", "--no-deps", "--no-index", "--no-build-isolation"]
    if not _pip(environment, *options, "-e", str(environment.project)):
        raise SetupError(
            f"All packages are there, but UADesk itself could not be installed from {environment.project} (see above). "
            "If files are missing there, get the whole folder anew."
        )


def _compile_project(environment: Environment) -> None:
    """Compile the program once for all: a Python that may not write what it compiled would do so at every start."""
    command = [str(environment.python), "-m", "compileall", "-q", str(environment.project / "uadesk")]
    subprocess.run(command, check=False)  # without it the program starts more slowly, and that is all


def _pip(environment: Environment, *arguments: str) -> bool:
    command = [str(environment.python), "-m", "pip", "--disable-pip-version-check", "--no-input", "install", *arguments]
    return subprocess.run(command, check=False).returncode == 0


def _write_stamp(environment: Environment, content: dict[str, str]) -> None:
    environment.stamp.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
