"""What the set-up can do: open the window, or check, test, measure and format the program."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path
from typing import Mapping, Sequence

from setup import libraries
from setup.environment import Environment, make_ready
from setup.trouble import SetupError

PROJECT = Path(__file__).resolve().parent.parent
DEMO = "demo-evening"
"""The folder, beside the README, that takes the sample evening where there is no display."""

CHECKS: Mapping[str, Sequence[str]] = {
    "format": ("-m", "ruff", "format", "--check", "--quiet"),
    "lint": ("-m", "ruff", "check", "--quiet"),
    "types": ("-m", "mypy"),
    "imports": ("-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-logo"),
}
"""What the environment's Python is given for each check."""
TESTS = ("-m", "pytest", "-q", "-n", "auto", "--maxprocesses", "8")
QUICK = (*TESTS, "-m", "not slow")


def do(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command and give its exit status."""
    given = _parser().parse_args(arguments)
    try:
        return COMMANDS[given.command](Environment(PROJECT), given.more)
    except SetupError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. The same command goes on from here.", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python3 -m setup", description="Set up what is missing, then do it.")
    parser.add_argument("command", choices=tuple(COMMANDS))
    parser.add_argument("more", nargs=argparse.REMAINDER, help="handed on to the program, to pytest or to the measure")
    return parser


def run(environment: Environment, more: Sequence[str]) -> int:
    """Open the window; without a display make the sample evening and say so."""
    reason = no_display(sys.platform, os.environ)
    make_ready(environment, "run", libraries.absent() if reason is None else ())
    if reason is None:
        libraries.provide(environment.folder)
        reason = closed_display(environment)
    if reason is None:
        return _python(environment, "-m", "uadesk", *more)
    folder = PROJECT / DEMO
    print(f"{reason} Making a sample evening in {folder} instead.", flush=True)
    return _python(environment, "-m", "uadesk", "demo", str(folder))


def no_display(platform: str, variables: Mapping[str, str]) -> str | None:
    """Why no window can open here, as far as the surroundings tell; None where one may."""
    if platform in ("win32", "darwin") or variables.get("DISPLAY") or variables.get("WAYLAND_DISPLAY"):
        return None
    return "There is no display here, so the window cannot open."


def closed_display(environment: Environment) -> str | None:
    """Why the display that is named cannot be used; None where it can."""
    if not sys.platform.startswith("linux"):
        return None
    attempt = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"
    if subprocess.run([str(environment.python), "-c", attempt], capture_output=True, check=False).returncode == 0:
        return None
    named = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY")
    return f"The display {named} does not answer, so the window cannot open."


def test(environment: Environment, more: Sequence[str]) -> int:
    """Every check and every test."""
    return _check_all(environment, {**CHECKS, "tests": (*TESTS, *more)})


def check(environment: Environment, more: Sequence[str]) -> int:
    """Every check and the quick tests."""
    return _check_all(environment, {**CHECKS, "tests": (*QUICK, *more)})


def bench(environment: Environment, more: Sequence[str]) -> int:
    """Measure the main job."""
    make_ready(environment, "dev")
    return _python(environment, "-m", "tests.bench", *more)


def accuracy(environment: Environment, more: Sequence[str]) -> int:
    """Measure how well bulletins are read."""
    make_ready(environment, "dev")
    return _python(environment, "-m", "tests.accuracy", *more)


def reformat(environment: Environment, more: Sequence[str]) -> int:
    """Bring the code into its form, and mend what the linter can mend by itself."""
    make_ready(environment, "dev")
    steps = (("format",), ("check", "--fix"))
    return max(_python(environment, "-m", "ruff", *step, *more) for step in steps)


COMMANDS = {"run": run, "test": test, "check": check, "bench": bench, "accuracy": accuracy, "format": reformat}


def _check_all(environment: Environment, steps: Mapping[str, Sequence[str]]) -> int:
    make_ready(environment, "dev", libraries.absent())
    libraries.provide(environment.folder)
    failed = []
    for name, command in steps.items():
        print(f"── {name}", flush=True)
        if _python(environment, *command) != 0:
            failed.append(name)
    if failed:
        print(f"Not in order: {', '.join(failed)}.", file=sys.stderr)
    return 1 if failed else 0


def _python(environment: Environment, *arguments: str) -> int:
    command = [str(environment.python), *arguments]
    return subprocess.run(command, cwd=PROJECT, check=False).returncode
