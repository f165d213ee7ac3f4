"""The commands of the set-up: what they start, and what they say where there is no display."""

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from setup import commands, libraries
from setup.environment import Environment
from setup.trouble import SetupError


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """What the environment's Python was given, with everything installed already."""
    given: list[tuple[str, ...]] = []

    def note(_environment: Environment, *arguments: str) -> int:
        given.append(arguments)
        return 1 if "mypy" in arguments else 0

    monkeypatch.setattr(commands, "make_ready", lambda *_given: None)
    monkeypatch.setattr(libraries, "provide", lambda _folder: None)
    monkeypatch.setattr(commands, "_python", note)
    return given


@pytest.mark.parametrize(
    ("platform", "variables", "opens"),
    [
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {}, False),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_a_display_is_where_the_surroundings_name_one(platform: str, variables: Mapping[str, str], opens: bool) -> None:
    assert (commands.no_display(platform, variables) is None) is opens


def test_with_a_display_the_window_opens(started: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "no_display", lambda _platform, _variables: None)
    monkeypatch.setattr(commands, "closed_display", lambda _environment: None)

    assert commands.do(["run"]) == 0
    assert started == [("-m", "uadesk")]


def test_without_a_display_the_sample_evening_is_made_and_said(
    started: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")

    assert commands.do(["run"]) == 0

    folder = str(commands.PROJECT / "demo-evening")
    assert started == [("-m", "uadesk", "demo", folder)]
    said = capsys.readouterr().out
    assert "no display" in said
    assert folder in said


def test_one_failed_check_does_not_hide_the_others(
    started: list[tuple[str, ...]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.do(["test"]) == 1

    assert len(started) == len(commands.CHECKS) + 1
    assert capsys.readouterr().err == "Not in order: types.\n"


def test_check_leaves_the_slow_tests_out_and_test_does_not(started: list[tuple[str, ...]]) -> None:
    commands.do(["check"])
    commands.do(["test"])

    quick, full = (arguments for arguments in started if "pytest" in arguments)
    assert "not slow" in quick
    assert "not slow" not in full


@pytest.mark.parametrize(("command", "module"), [("bench", "tests.bench"), ("accuracy", "tests.accuracy")])
def test_a_measure_is_given_what_else_the_command_was_given(
    command: str, module: str, started: list[tuple[str, ...]]
) -> None:
    assert commands.do([command, "--brief"]) == 0
    assert started == [("-m", module, "--brief")]


def test_trouble_is_one_sentence_and_status_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_given: object) -> None:
        raise SetupError("Do this.")

    monkeypatch.setattr(commands, "make_ready", fail)

    assert commands.do(["run"]) == 1
    assert capsys.readouterr().err == "\nDo this.\n"


def test_the_project_is_the_folder_of_the_readme() -> None:
    assert (commands.PROJECT / "pyproject.toml").is_file()
    assert Path(__file__).resolve().parents[2] == commands.PROJECT
