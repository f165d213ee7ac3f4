"""The child process: answers, limits, and a new one after a death."""

import sys
from pathlib import Path

import pytest

from uadesk.base.child import Child, ReaderDiedError

ECHO = "tests.base.echo_child"


@pytest.fixture
def child():  # type: ignore[no-untyped-def]
    child = Child(ECHO, seconds=20)
    yield child
    child.close()


def test_an_answer_brings_values_and_bytes(child: Child) -> None:
    assert child.ask({"do": "echo", "words": "Zoë"}, b"\x00\xff") == ({"do": "echo", "words": "Zoë"}, b"\x00\xff")


def test_what_kills_the_child_is_said_and_the_next_request_is_answered(child: Child) -> None:
    with pytest.raises(ReaderDiedError) as death:
        child.ask({"do": "die"})
    assert not death.value.timed_out
    assert child.ask({"do": "echo"})[0] == {"do": "echo"}


def test_a_child_that_prints_does_not_break_the_answer(child: Child) -> None:
    assert child.ask({"do": "print"})[0] == {"do": "print"}


def test_the_time_limit_ends_it() -> None:
    child = Child(ECHO, seconds=0.5)
    try:
        with pytest.raises(ReaderDiedError) as death:
            child.ask({"do": "sleep"})
        assert death.value.timed_out
    finally:
        child.close()


def test_it_imports_nothing_from_the_folder_that_the_person_is_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(1)")
    monkeypatch.chdir(tmp_path)
    child = Child(ECHO, seconds=20)
    try:
        assert child.ask({"do": "echo"})[0] == {"do": "echo"}
    finally:
        child.close()


@pytest.mark.skipif(sys.platform == "win32", reason="the limits of a process are those of POSIX")
@pytest.mark.parametrize("what", ["memory", "file", "network", "datagram"])
def test_memory_files_and_network_are_taken_away(child: Child, what: str) -> None:
    answer, _ = child.ask({"do": what})
    assert answer["refused"]
