"""What the README tells people to type is there to be typed."""

import re
from pathlib import Path

import pytest
import typer

from setup import commands

PROJECT = Path(__file__).resolve().parents[2]
README = (PROJECT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (PROJECT / "Makefile").read_text(encoding="utf-8")


def test_every_uadesk_command_of_the_readme_exists() -> None:
    from uadesk.cli.commands import build

    group = typer.main.get_command(build(lambda _home, _clock: 0))
    known = set(getattr(group, "commands", {}))
    told = set(re.findall(r"^    uadesk ([a-z]+)", README, re.MULTILINE))

    assert told == {"read", "import", "uas", "ua", "group", "members", "letters", "print", "report", "backup", "demo"}
    assert told | {"restore", "check"} == known


@pytest.mark.parametrize("target", ["run", "test"])
def test_the_two_commands_of_the_readme_are_in_the_makefile_and_without_make(target: str) -> None:
    assert f"make {target} " in README
    assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE)
    assert commands._parser().parse_args([target]).command == target


def test_each_path_that_the_readme_names_is_there() -> None:
    named = re.findall(r"^\| `([a-z]+/)`", README, re.MULTILINE)

    assert len(named) >= 5
    assert [path for path in named if not (PROJECT / path).is_dir()] == []
    assert [path for path in re.findall(r"requirements/\w+\.txt", README) if not (PROJECT / path).is_file()] == []
