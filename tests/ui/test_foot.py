"""What is said at the foot moves nothing above it."""

from pytestqt.qtbot import QtBot

from uadesk.ui.foot import Foot
from uadesk.ui.statusline import StatusLine
from uadesk.ui.widgets.jobbar import JobBar
from uadesk.ui.widgets.notice import NoticeBar


def test_a_notice_takes_the_place_of_the_quiet_line(qtbot: QtBot) -> None:
    status, job, notice = StatusLine(), JobBar(), NoticeBar()
    foot = Foot(status, job, notice)
    qtbot.addWidget(foot)
    foot.resize(800, foot.sizeHint().height())
    with qtbot.waitExposed(foot):
        foot.show()
    height = foot.minimumSizeHint().height()
    notice.say("Zoë was added.", undoable=True)
    assert not status.isVisible()
    assert notice.isVisible()
    assert max(foot.minimumHeight(), foot.minimumSizeHint().height()) == max(foot.minimumHeight(), height)
    notice.clear()
    assert status.isVisible()
