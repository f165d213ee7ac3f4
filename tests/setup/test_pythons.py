"""Which Python is taken, and what is said where none is there."""

import sys
from pathlib import Path

import pytest

from setup import pythons
from setup.pythons import Python
from setup.trouble import SetupError


def test_a_suitable_python_is_taken_as_it_is() -> None:
    current = Python("/usr/bin/python3", (3, 12))

    assert pythons.choose(current, find=lambda _name: None) == current


@pytest.mark.parametrize("version", [(3, 9), (3, 14)])
def test_for_an_older_or_newer_one_the_newest_suitable_is_taken(version: tuple[int, int]) -> None:
    on_path = {"python3.11": "/opt/python3.11", "python3.12": "/opt/python3.12"}
    answers = {"/opt/python3.11": (3, 11), "/opt/python3.12": (3, 12)}

    chosen = pythons.choose(Python("python3", version), find=on_path.get, ask=answers.get)

    assert chosen == Python("/opt/python3.12", (3, 12))


def test_a_command_that_does_not_start_is_passed_over() -> None:
    on_path = {"python3.13": "/shims/python3.13", "python3.11": "/opt/python3.11"}

    chosen = pythons.choose(
        Python("python3", (3, 8)), find=on_path.get, ask=lambda path: (3, 11) if "3.11" in path else None
    )

    assert chosen.command == "/opt/python3.11"


def test_without_a_suitable_one_the_sentence_names_the_versions_and_the_command() -> None:
    with pytest.raises(SetupError) as caught:
        pythons.choose(Python("python3", (3, 9)), find=lambda _name: None)

    sentence = str(caught.value)
    assert "3.11, 3.12 or 3.13" in sentence
    assert "Python 3.9" in sentence
    assert "apt-get install" in sentence


def test_version_of_asks_the_interpreter() -> None:
    assert pythons.version_of(sys.executable) == sys.version_info[:2]
    assert pythons.version_of("no-such-python") is None


def test_ensurepip_is_looked_for_in_the_interpreter_itself(tmp_path: Path) -> None:
    without = tmp_path / "python3"
    without.write_text("#!/bin/sh\necho 'No module named ensurepip' >&2\nexit 1\n")
    without.chmod(0o755)

    assert not pythons.can_make_environments(Python(str(without), (3, 11)))
    assert pythons.environment_package(Python(str(without), (3, 11))) == "python3.11-venv"


def test_the_interpreter_of_an_environment_has_its_place_on_each_system(tmp_path: Path) -> None:
    assert pythons.in_environment(tmp_path, "posix") == tmp_path / "bin" / "python"
    assert pythons.in_environment(tmp_path, "nt") == tmp_path / "Scripts" / "python.exe"
