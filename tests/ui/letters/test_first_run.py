"""The first run: who the group is, or the sample desk, and the entry in the applications menu."""

import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from uadesk.base.settings import Settings
from uadesk.desk.menu_entry import has_menu_entry
from uadesk.domain.people import Group
from uadesk.ui.first_run import FirstRunPage


@pytest.fixture
def page(qtbot: QtBot) -> FirstRunPage:
    made = FirstRunPage(Settings())
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    return made


def answer(qtbot: QtBot, page: FirstRunPage) -> None:
    qtbot.keyClicks(page.form.name, "Lakeside Group")
    page.form.address.setPlainText("5 Harbour Street\nOttawa ON  K2P 1L4")
    page.form.country.set_code("CA")


def test_start_waits_for_the_three_answers_and_says_for_which(qtbot: QtBot, page: FirstRunPage) -> None:
    assert not page.start.isEnabled()
    assert page.start.toolTip()
    answer(qtbot, page)
    assert page.start.isEnabled()
    page.form.country.setCurrentText("")
    assert not page.start.isEnabled()


def test_the_group_is_handed_on(qtbot: QtBot, page: FirstRunPage) -> None:
    answer(qtbot, page)
    with qtbot.waitSignal(page.group_given) as given:
        page.start.click()
    [group] = given.args
    assert isinstance(group, Group)
    assert group.name == "Lakeside Group"
    assert group.address_lines == ("5 Harbour Street", "Ottawa ON  K2P 1L4")
    assert group.country == "CA"


def test_the_sample_desk_is_one_click_away(qtbot: QtBot, page: FirstRunPage) -> None:
    with qtbot.waitSignal(page.sample_asked):
        page.sample.click()


def test_the_menu_entry_is_written_if_wished(qtbot: QtBot, page: FirstRunPage) -> None:
    answer(qtbot, page)
    with qtbot.waitSignal(page.settings_given) as given:
        page.start.click()
    assert has_menu_entry()
    assert given.args[0].menu_entry_offered


def test_no_menu_entry_without_the_tick(qtbot: QtBot, page: FirstRunPage) -> None:
    answer(qtbot, page)
    page.menu_entry.setChecked(False)
    page.start.click()
    assert not has_menu_entry()


def test_it_offers_the_entry_once(qtbot: QtBot) -> None:
    page = FirstRunPage(Settings(menu_entry_offered=True))
    qtbot.addWidget(page)
    page.show()
    assert not page.menu_entry.isVisible()


def test_a_menu_entry_that_cannot_be_written_stops_nobody(
    qtbot: QtBot, page: FirstRunPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Path(os.environ["XDG_DATA_HOME"]) / "a file"
    folder.write_text("in the way")
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    answer(qtbot, page)
    page.start.click()
    assert page.trouble.isVisible()
    with qtbot.waitSignal(page.group_given):
        page.start.click()
