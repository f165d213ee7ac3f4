"""The letters of one evening: drafted for it, listed, printed and marked by its day."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_commands import pages

pytestmark = pytest.mark.slow

FIRST_DAY, SECOND_DAY = "2025-06-03", "2025-06-17"


@pytest.fixture
def codes(run: Run, first: Path) -> tuple[str, str]:
    """The codes of a letter drafted for each of two evenings."""
    run("group", "--name", "Group 9", "--address", "12 Chapel Street;Ottawa ON  K1P 5T7", "--country", "CA")
    for name in ("Zoë Łukaszewska", "Amir Haddad"):
        run("members", "add", "--name", name, "--address", "5 Elm Road;Ottawa ON  K2B 1A1")
    run("import", first)
    found = []
    for name, day in (("zoe", FIRST_DAY), ("amir", SECOND_DAY)):
        drafted = run("letters", "draft", "--ua", "12/25", "--member", name, "--evening", day, "--json")
        found += drafted.rows[0]["done"]
    return found[0], found[1]


def test_an_evening_is_listed_printed_and_marked_by_its_day(run: Run, codes: tuple[str, str], tmp_path: Path) -> None:
    listed = run("letters", "list", "--evening", FIRST_DAY, "--json").rows
    assert [(row["code"], row["evening"]) for row in listed] == [(codes[0], FIRST_DAY)]
    assert not run("letters", "list", "--evening", "2025-06-04", "--json").rows

    letters, envelopes = tmp_path / "letters.pdf", tmp_path / "envelopes.pdf"
    printed = run("print", "letters", "--pdf", letters, "--evening", SECOND_DAY, "--json")
    assert printed.rows[0]["done"] == [codes[1]]
    assert "Amir Haddad" in pages(letters)[0]
    enveloped = run("print", "envelopes", "--pdf", envelopes, "--evening", FIRST_DAY, "--ua", "12/25", "--json")
    assert enveloped.rows[0]["done"] == [codes[0]]
    assert "Zoë Łukaszewska" in pages(envelopes)[0]

    marked = run("letters", "mark", "posted", "--evening", SECOND_DAY, "--json")
    assert marked.rows[0]["done"] == [codes[1]]
    states = {row["code"]: row["status"] for row in run("letters", "list", "--json").rows}
    assert states == {codes[0]: "draft", codes[1]: "posted"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("letters", "list", "--evening", "3 June"),
        ("letters", "mark", "posted", "--evening", "2025-13-01"),
        ("letters", "draft", "--ua", "12/25", "--all", "--evening", "soon"),
        ("print", "letters", "--pdf", "x.pdf", "--evening", ""),
    ],
)
def test_a_wrong_day_is_wrong_usage(run: Run, arguments: tuple[str, ...]) -> None:
    said = run(*arguments)
    assert said.status == 2
    assert f"“{arguments[-1]}” is no date; write it as 2025-06-01." in said.err
    assert "Traceback" not in said.err


def test_letters_are_named_by_code_or_by_where_they_belong(run: Run, codes: tuple[str, str]) -> None:
    both = run("letters", "mark", "withdrawn", "--code", codes[0], "--evening", FIRST_DAY)
    assert both.status == run("letters", "mark", "withdrawn").status == 2
    assert "--evening" in both.err
