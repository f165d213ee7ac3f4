"""When the environment counts as ready, and what is done where it does not."""

import json
import sys
from pathlib import Path

import pytest

from setup import environment as environments
from setup import packages, pythons
from setup.environment import Environment
from setup.pythons import Python
from setup.trouble import SetupError


@pytest.fixture
def project(tmp_path: Path) -> Environment:
    """A project with lock files and an environment whose Python is the one that runs this test."""
    folder = tmp_path / "project"
    (folder / "requirements").mkdir(parents=True)
    (folder / ".venv" / "bin").mkdir(parents=True)
    (folder / "pyproject.toml").write_text("[project]\n")
    (folder / "requirements" / "run.txt").write_text("a==1\n")
    (folder / "requirements" / "dev.txt").write_text("a==1\nb==2\n")
    interpreter = folder / ".venv" / "bin" / "python"
    interpreter.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    interpreter.chmod(0o755)
    return Environment(folder)


def finish(project: Environment, kind: str) -> None:
    project.stamp.write_text(json.dumps(environments.wanted(project, kind)))


def test_ready_is_what_was_finished_from_these_files(project: Environment) -> None:
    assert not environments.is_ready(project, "run")

    finish(project, "run")

    assert environments.is_ready(project, "run")
    assert not environments.is_ready(project, "dev")


def test_what_development_needs_holds_all_that_running_needs(project: Environment) -> None:
    finish(project, "dev")

    assert environments.is_ready(project, "run")


def test_a_changed_lock_is_installed_in_place(project: Environment) -> None:
    finish(project, "run")
    project.lock("run").write_text("a==2\n")

    assert not environments.is_ready(project, "run")
    assert environments.is_usable(project)


def test_a_moved_folder_is_made_anew(project: Environment, tmp_path: Path) -> None:
    finish(project, "run")
    moved = Environment(project.project.rename(tmp_path / "elsewhere"))

    assert not environments.is_ready(moved, "run")
    assert not environments.is_usable(moved)


@pytest.mark.parametrize("stamp", ["{}", "", "not json", "[]"])
def test_an_interrupted_set_up_is_made_anew(project: Environment, stamp: str) -> None:
    project.stamp.write_text(stamp)

    assert not environments.is_ready(project, "run")
    assert not environments.is_usable(project)


def test_a_python_that_is_gone_is_noticed(project: Environment) -> None:
    finish(project, "run")
    project.python.unlink()

    assert not environments.is_ready(project, "run")
    assert not environments.is_usable(project)


def test_a_failed_download_says_what_to_do_and_leaves_no_finished_stamp(project: Environment) -> None:
    project.lock("run").write_text("no such requirement\n")

    with pytest.raises(SetupError, match="same command again"):
        environments.make_ready(project, "run")

    assert not environments.is_ready(project, "run")
    assert not environments.is_usable(project)


def test_without_the_part_that_makes_environments_one_command_is_named_for_all(
    tmp_path: Path, project: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.python.unlink()
    monkeypatch.setattr(pythons, "this_python", lambda: Python("python3", (3, 11)))
    monkeypatch.setattr(pythons, "can_make_environments", lambda _python: False)
    monkeypatch.setattr(packages, "is_root", lambda: False)

    with pytest.raises(SetupError, match=r"apt-get install libegl1 python3\.11-venv"):
        environments.make_ready(project, "run", ["libegl1"])


def test_a_changed_project_file_does_not_ask_for_the_packages_again(
    project: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish(project, "dev")
    (project.project / "pyproject.toml").write_text("[project]\nname = 'changed'\n")
    (project.project / "uadesk").mkdir()
    (project.project / "uadesk" / "letters.py").write_text("GREETING = 'Dear'\n")
    asked: list[tuple[str, ...]] = []

    def note(_environment: Environment, *arguments: str) -> bool:
        asked.append(arguments)
        return True

    monkeypatch.setattr(environments, "_pip", note)

    environments.make_ready(project, "dev")

    assert [arguments[-2:] for arguments in asked] == [("-e", str(project.project))]
    assert environments.is_ready(project, "dev")
    assert [*(project.project / "uadesk").rglob("letters.*.pyc")], "the program is compiled when it is installed"


def test_nothing_is_done_and_said_where_all_is_ready(
    project: Environment, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    finish(project, "run")
    done: list[object] = []
    monkeypatch.setattr(environments, "_create", lambda *arguments: done.append(arguments))
    monkeypatch.setattr(environments, "_pip", lambda *arguments: done.append(arguments))

    environments.make_ready(project, "run")

    assert done == []
    assert capsys.readouterr().out == ""
