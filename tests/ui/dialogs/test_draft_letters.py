"""How the letters go is chosen with who writes and to whom; who cannot be reached that way is left out."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.kit import Heard
from tests.ui.kit import bulletin as first
from uadesk.desk.cases import case_view
from uadesk.desk.members import list_members
from uadesk.domain.addresses import Addressee
from uadesk.domain.letters import Channel
from uadesk.domain.rows import AddresseeRow
from uadesk.ui.dialogs.draft_letters import DraftDialog


def opened(heard: Heard, qtbot: QtBot, *targets: Addressee) -> DraftDialog:
    desk = heard.context.desk
    rows = tuple(AddresseeRow(100 + place, each) for place, each in enumerate(targets))
    dialog = DraftDialog(replace(case_view(desk, 1), targets=rows), list(list_members(desk)))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_way_that_reaches_nobody_says_why_and_cannot_be_chosen(heard: Heard, qtbot: QtBot) -> None:
    dialog = opened(heard, qtbot, replace(first().targets[0], fax=("+506 2555 0100",)))
    email, fax = dialog.ways[Channel.EMAIL], dialog.ways[Channel.FAX]
    assert not email.isEnabled()
    assert "nobody to write to has an email address" in email.text()
    assert fax.isEnabled()
    fax.click()
    assert dialog.choice.channel is Channel.FAX


@pytest.mark.parametrize("channel", [Channel.EMAIL, Channel.FAX])
def test_who_cannot_be_reached_is_not_counted_and_named(heard: Heard, qtbot: QtBot, channel: Channel) -> None:
    minister = first().targets[0]
    reached = replace(minister, name="Ana Peña", email=("ana@example.org",), fax=("+506 2555 0100",))
    dialog = opened(heard, qtbot, reached, replace(minister, name="Raúl Soto"))
    dialog.tick_all()
    assert dialog.count.text() == "6 letters and 6 copies"
    assert not dialog.left_out.isVisible()
    dialog.ways[channel].click()
    assert dialog.count.text() == "3 letters"
    assert dialog.left_out.text().endswith(": Raúl Soto, Mr. Luis Mora")
    assert dialog.choice.channel is channel
    dialog.ways[Channel.HANDWRITTEN].click()
    assert dialog.count.text() == "6 letters and 6 copies"
    assert dialog.choice.channel is Channel.HANDWRITTEN
