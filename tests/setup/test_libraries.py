"""The libraries that Qt lacks: found, named, and where it can be installed."""

import sys
from pathlib import Path

import pytest

from setup import libraries, packages
from setup.trouble import SetupError

ANSWER = """\
/env/PySide6/QtGui.abi3.so:
\tlinux-vdso.so.1 (0x00007ffd)
\tlibEGL.so.1 => not found
\tlibfontconfig.so.1 => /lib/x86_64-linux-gnu/libfontconfig.so.1 (0x00007f)
/env/PySide6/Qt/plugins/platforms/libqxcb.so:
\tlibxcb-cursor.so.0 => not found
\tlibEGL.so.1 => not found
"""


def test_the_loaders_answer_gives_each_missing_library_once() -> None:
    assert libraries.missing_in(ANSWER) == ("libEGL.so.1", "libxcb-cursor.so.0")


def test_what_will_be_wanted_is_known_before_qt_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_apt(tmp_path, monkeypatch, 0)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(libraries, "DEBIAN", {"libno-such-thing.so.9": "libno9", "libc.so.6": "libc6"})

    assert libraries.absent() == ("libno9",)


def test_nothing_is_missing_before_qt_is_there(tmp_path: Path) -> None:
    assert libraries.missing(tmp_path) == ()


def test_without_root_the_exact_command_is_named() -> None:
    with pytest.raises(SetupError) as caught:
        packages.install(["libxcb-cursor0", "libegl1"], "Why.", root=False, find=lambda _name: "/usr/bin/apt-get")

    assert "sudo apt-get update && sudo apt-get install libegl1 libxcb-cursor0" in str(caught.value)


def fake_apt(folder: Path, monkeypatch: pytest.MonkeyPatch, status: int) -> Path:
    """An apt-get that writes down what it was asked for and ends with this status."""
    log = folder / "asked"
    program = folder / "apt-get"
    program.write_text(f'#!/bin/sh\necho "$@" >> "{log}"\nexit {status}\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return log


def test_as_root_apt_installs_without_asking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = fake_apt(tmp_path, monkeypatch, 0)

    packages.install(["libegl1"], "Why.", root=True)

    update, install = log.read_text().splitlines()
    assert update.startswith("update")
    assert install == "install -y -qq --no-install-recommends libegl1"


def test_where_apt_fails_the_command_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_apt(tmp_path, monkeypatch, 100)

    with pytest.raises(SetupError, match="sudo apt-get install libegl1"):
        packages.install(["libegl1"], "Why.", root=True)


@pytest.mark.parametrize("lacking", ["libEGL.so.1", "libxkbcommon-x11.so.0", "libglib-2.0.so.0", "libdbus-1.so.3"])
def test_a_missing_library_leads_to_its_package(lacking: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = fake_apt(tmp_path, monkeypatch, 0)
    answers = iter([(lacking,), ()])
    monkeypatch.setattr(libraries, "missing", lambda _environment: next(answers))
    monkeypatch.setattr(packages, "is_root", lambda: True)

    libraries.provide(tmp_path)

    assert libraries.DEBIAN[lacking] in log.read_text()


def test_a_library_still_missing_afterwards_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_apt(tmp_path, monkeypatch, 0)
    monkeypatch.setattr(libraries, "missing", lambda _environment: ("libEGL.so.1",))
    monkeypatch.setattr(packages, "is_root", lambda: True)

    with pytest.raises(SetupError, match=r"libEGL\.so\.1"):
        libraries.provide(tmp_path)


def test_where_there_is_no_apt_the_systems_own_command_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "dnf").write_text("#!/bin/sh\n")
    (tmp_path / "dnf").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(libraries, "missing", lambda _environment: ("libEGL.so.1",))

    with pytest.raises(SetupError, match=r"sudo dnf install 'libEGL\.so\.1\(\)\(64bit\)'"):
        libraries.provide(tmp_path)
