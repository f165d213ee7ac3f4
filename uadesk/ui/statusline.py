"""The quiet line at the foot of the window, and the banner of the sample desk."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStatusBar, QWidget

from uadesk.base.language import _, ngettext
from uadesk.domain.people import Group
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import button, set_text
from uadesk.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from uadesk.desk.desk import Desk


class StatusLine(QStatusBar):
    """Whose desk this is, and when it was last backed up.

    `waiting` leads to the bulletins still to look at; it stands beside the line, where no notice hides it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group = plain_label()
        self.backup = plain_label()
        self.group.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setSizeGripEnabled(False)
        self.addWidget(self.group, 1)
        self.waiting = button("", lambda: None, look="flat")
        self.waiting.hide()
        self.addPermanentWidget(self.backup)

    def show_desk(self, desk: "Desk", group: Group, *, is_sample: bool) -> None:
        """Say whose desk is open."""
        name = f"{group.name} · {group.number}" if group.number else group.name
        self.group.setText(_("Sample desk: {name}").format(name=name) if is_sample else name)
        self.backup.setText(self._backup_words(desk))

    def show_waiting(self, count: int) -> None:
        """Say how many bulletins were read and not looked at yet; a click leads to them."""
        words = ngettext("{count} bulletin still to look at", "{count} bulletins still to look at", count)
        set_text(self.waiting, words.format(count=count))
        self.waiting.setVisible(count > 0)

    def clear(self) -> None:
        """No desk is open."""
        self.show_waiting(0)
        self.group.clear()
        self.backup.clear()

    @staticmethod
    def _backup_words(desk: "Desk") -> str:
        from uadesk.desk.backups import last_backup
        from uadesk.desk.words import long_date

        made = last_backup(desk)
        if made is None:
            return _("No backup yet")
        here = made.astimezone()
        if here.date() == desk.now.astimezone().date():
            return _("Last backup: today, {time}").format(time=f"{here:%H:%M}")
        return _("Last backup: {day}").format(day=long_date(here.date()))


class SampleBanner(QFrame):
    """Says that everything here is invented, and offers the way out."""

    own_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "banner")
        words = _("This is the sample desk: all people and cases in it are invented. Try anything.")
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * GRID, GRID // 2, GRID, GRID // 2)
        row.addWidget(plain_label(words, wraps=True), 1)
        self.own = button(_("Start my own"), self.own_asked.emit, key="Ctrl+Alt+O")
        row.addWidget(self.own)
        self.hide()
