"""The lock files: whole, with hashes, of no one machine."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).resolve().parents[2]
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+)", re.MULTILINE)


def pins(kind: str) -> dict[str, str]:
    """Name and version of all that a lock file holds."""
    return dict(PIN.findall((PROJECT / "requirements" / f"{kind}.txt").read_text()))


def declared(*groups: str) -> list[Requirement]:
    """What pyproject asks for."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text())
    asked = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    for group in groups:
        asked += project["dependency-groups"][group]
    return [Requirement(line) for line in asked]


@pytest.mark.parametrize(("kind", "groups"), [("run", ()), ("dev", ("dev",))])
def test_the_lock_holds_what_the_project_asks_for(kind: str, groups: tuple[str, ...]) -> None:
    locked = pins(kind)

    wrong = [
        str(asked)
        for asked in declared(*groups)
        if locked.get(canonicalize_name(asked.name), "") not in asked.specifier
    ]

    assert wrong == []


def test_development_runs_on_the_versions_that_people_get() -> None:
    assert pins("run").items() <= pins("dev").items()


@pytest.mark.parametrize("kind", ["run", "dev"])
def test_every_pin_has_hashes_and_no_line_names_a_place(kind: str) -> None:
    text = (PROJECT / "requirements" / f"{kind}.txt").read_text()
    entries = re.split(r"\n(?=[a-z0-9])", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE))

    assert all("--hash=sha256:" in entry for entry in entries)
    assert not re.search(r"https?:|file:|--(extra-)?index-url|--find-links| @ ", text)
