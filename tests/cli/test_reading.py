"""A plain call of `read` goes a shorter way and says the same; it waits for nothing that it does not need."""

import os
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from tests.cli.conftest import Run, Said, written
from uadesk.app import main
from uadesk.cli.reading import ReadCall, plain_call

NOT_NEEDED = ("PySide6", "reportlab", "sqlalchemy", "typer", "rich", "babel", "lxml", "docx", "pypdfium2", "logging")
SHOW_IMPORTED = f"""
import sys
{{}}
print([name for name in {NOT_NEEDED} if name in sys.modules], file=sys.stderr)
"""


def _plain(home: Path, *arguments: str | Path, today: str = "2025-06-01") -> Said:
    """Call `uadesk` without the options that lead around the short way."""
    out, err = (TextIOWrapper(BytesIO(), encoding="ascii", write_through=True) for _name in ("out", "err"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["uadesk", *map(str, arguments)])
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        for name, value in (("UADESK_HOME", str(home)), ("UADESK_TODAY", today), ("LANGUAGE", "en")):
            patch.setenv(name, value)
        try:
            main()
            status = 0
        except SystemExit as ended:
            status = int(ended.code or 0)
    return Said(status, written(out), written(err))


@pytest.mark.parametrize("options", [(), ("--json",), ("--text",), ("--json", "--text")])
def test_the_short_way_says_what_the_long_way_says(
    run: Run, first: Path, outcome: Path, tmp_path: Path, options: tuple[str, ...]
) -> None:
    for files in ((first,), (first, tmp_path / "missing.txt", outcome), (tmp_path,)):
        assert plain_call([*map(str, files), *options]) is not None
        assert _plain(tmp_path / "home", "read", *files, *options) == run("read", *files, *options)


def test_what_is_no_plain_call_is_left_to_typer(run: Run, first: Path, tmp_path: Path) -> None:
    for arguments in (("read",), ("read", "--jsn", first), ("read", "--help"), ("read", "--", first)):
        assert plain_call([str(each) for each in arguments[1:]]) is None
        assert _plain(tmp_path / "home", *arguments) == run(*arguments)


def test_a_wrong_day_is_said_on_the_short_way_too(first: Path, tmp_path: Path) -> None:
    said = _plain(tmp_path / "home", "read", first, today="tomorrow")

    assert said.status == 1
    assert "tomorrow" in said.err


def test_options_may_stand_before_or_behind_the_files() -> None:
    assert plain_call(["--json", "a.txt", "b.txt"]) == ReadCall(
        (Path("a.txt"), Path("b.txt")), as_json=True, text=False
    )
    assert plain_call(["a.txt", "--text"]) == ReadCall((Path("a.txt"),), as_json=False, text=True)


@pytest.mark.parametrize("name", ["*.txt", "~/a.txt", "$HOME/a.txt", "%HOME%", "-"])
def test_names_that_some_platforms_expand_are_left_to_typer(name: str) -> None:
    assert plain_call([name]) is None


@pytest.mark.slow
def test_neither_the_command_nor_its_child_imports_what_a_text_does_not_need(first: Path, tmp_path: Path) -> None:
    command = f"sys.argv = ['uadesk', 'read', {str(first)!r}, '--json']\nfrom uadesk.app import main\nmain()"
    child = f"from uadesk.reading.child import handle\nhandle({{'do': 'read'}}, open({str(first)!r}, 'rb').read())"
    for act in (command, child):
        done = subprocess.run(
            [sys.executable, "-c", SHOW_IMPORTED.format(act)],
            env={**os.environ, "UADESK_HOME": str(tmp_path)},
            capture_output=True,
            check=True,
            text=True,
        )
        assert done.stderr == "[]\n"
