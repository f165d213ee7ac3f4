"""What only a process proves: that each command stands alone, its exit status, and what it writes to pipes."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

pytestmark = pytest.mark.slow

LETTERS = ("letters", "draft", "--ua", "12/25", "--all")


def test_an_evening_whose_every_step_is_a_process(spawn: Run, first: Path, tmp_path: Path) -> None:
    people = tmp_path / "list.csv"
    people.write_text("Name,Street,Town\nZoë Łukaszewska,5 Elm Road,Ottawa\n", "utf-8")
    pdf = tmp_path / "letters.pdf"
    for step in (
        ("group", "--name", "Group 9", "--address", "12 Chapel Street;Ottawa", "--country", "CA"),
        ("members", "import", people),
        ("import", first),
        LETTERS,
        ("print", "letters", "--pdf", pdf),
        ("letters", "mark", "posted", "--ua", "12/25"),
    ):
        assert spawn(*step).status == 0
    assert pdf.read_bytes().startswith(b"%PDF")
    counted = {"by": "member", "key": "Zoë Łukaszewska", "posted": 1, "printed": 0, "copies": 0, "solidarity": 0}
    assert counted in spawn("report", "--json").rows


def test_a_process_answers_as_a_call_does(run: Run, spawn: Run, first: Path) -> None:
    run("members", "add", "--name", "Zoë Łukaszewska")
    run("import", first)
    run(*LETTERS)
    for command in (
        ("read", first),
        ("ua", "12/25", "--json"),
        ("letters", "list", "--json"),
        ("check", "--json"),
        ("letters", "draft", "--ua", "12/25", "--member", "nobody"),
    ):
        called = run(*command)
        assert called.out + called.err
        assert spawn(*command) == called


def test_all_is_said_in_utf8_whatever_the_terminal_is_set_to(run: Run, spawn: Run) -> None:
    run("members", "add", "--name", "Łukasz Şahin")
    listed = spawn("members", "list", PYTHONIOENCODING="ascii")
    assert listed.status == 0
    assert "Łukasz Şahin" in listed.out
    wrong = spawn("group", "--country", "Ł", PYTHONIOENCODING="ascii")
    assert wrong.status == 2
    assert "“Ł”" in wrong.err


def test_without_a_screen_the_window_is_not_tried(spawn: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    said = spawn()
    assert said.status == 1
    assert "screen" in said.err
    assert len(said.err.strip().splitlines()) == 1
