"""The wheel carries all that the program reads, and nothing that it does not."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
BUILD = "import sys; from hatchling.build import build_wheel; build_wheel(sys.argv[1])"


@pytest.mark.slow
def test_the_wheel_holds_data_and_resources_but_no_screenshots_and_tests(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", BUILD, str(tmp_path)], cwd=PROJECT, check=True, capture_output=True)

    (wheel,) = tmp_path.glob("uadesk-*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())

    wanted = [
        path
        for folder in ("data", "resources/icons", "resources/letters", "resources/looks")
        for path in _files(PROJECT / folder)
    ]
    assert [str(path) for path in wanted if f"uadesk/{path.as_posix()}" not in names] == []
    assert "uadesk/data/sample/members.csv" in names
    assert not any("screenshots" in name or name.startswith(("tests", "setup")) for name in names)


def _files(folder: Path) -> list[Path]:
    return [
        path.relative_to(PROJECT) for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    ]
