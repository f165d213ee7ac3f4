"""The entry in the applications menu, as a freedesktop desktop reads it."""

import configparser
from pathlib import Path

import pytest

from uadesk.desk.menu_entry import (
    MenuEntryError,
    add_menu_entry,
    has_menu_entry,
    knows_menu_entries,
    remove_menu_entry,
)


def entry_of(path: Path) -> configparser.SectionProxy:
    parser = configparser.RawConfigParser()
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their letter case
    parser.read(path, encoding="utf-8")
    return parser["Desktop Entry"]


def test_the_entry_and_its_icon_stand_where_desktops_look(tmp_path: Path) -> None:
    environment = {"XDG_DATA_HOME": str(tmp_path)}
    assert not has_menu_entry(environment)
    path = add_menu_entry(environment=environment)
    assert path == tmp_path / "applications" / "uadesk.desktop"
    assert has_menu_entry(environment)
    entry = entry_of(path)
    assert entry["Type"] == "Application"
    assert entry["Terminal"] == "false"
    icon = tmp_path / "icons" / "hicolor" / "scalable" / "apps" / f"{entry['Icon']}.svg"
    assert icon.read_bytes().lstrip().startswith(b"<")


def test_without_a_data_folder_named_it_is_the_usual_one(tmp_path: Path) -> None:
    path = add_menu_entry(environment={"HOME": str(tmp_path)})
    assert path == tmp_path / ".local" / "share" / "applications" / "uadesk.desktop"


def test_a_path_with_blanks_and_signs_is_quoted(tmp_path: Path) -> None:
    command = ("/opt/my tools/py$thon", "-m", "100%")
    path = add_menu_entry(command, {"XDG_DATA_HOME": str(tmp_path)})
    written = entry_of(path)["Exec"].replace("\\\\", "\\")
    assert written == '"/opt/my tools/py\\$thon" "-m" "100%%"'


def test_it_can_be_taken_away_again(tmp_path: Path) -> None:
    environment = {"XDG_DATA_HOME": str(tmp_path)}
    add_menu_entry(environment=environment)
    remove_menu_entry(environment)
    remove_menu_entry(environment)
    assert not has_menu_entry(environment)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(MenuEntryError) as caught:
        add_menu_entry(environment={"XDG_DATA_HOME": str(blocked)})
    assert str(blocked) in caught.value.path
    assert caught.value.reason


def test_windows_and_macos_have_their_own_ways() -> None:
    assert knows_menu_entries("linux")
    assert not knows_menu_entries("win32")
    assert not knows_menu_entries("darwin")
