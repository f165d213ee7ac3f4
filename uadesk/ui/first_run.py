"""The first run: three questions about the group, or the sample desk with one click."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from uadesk.base.language import _
from uadesk.base.settings import Settings
from uadesk.desk.menu_entry import MenuEntryError, add_menu_entry, has_menu_entry, knows_menu_entries
from uadesk.domain.people import Group
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import allow, button
from uadesk.ui.widgets.dialogs import scrolled
from uadesk.ui.widgets.group_form import GroupForm
from uadesk.ui.widgets.labels import plain_label

_WIDTH = 640


class FirstRunPage(QWidget):
    """Shown instead of the pages while nobody knows whose desk this is. It stores nothing about the group itself."""

    group_given = Signal(object)
    """A `Group` with name, address and country."""
    sample_asked = Signal()
    settings_given = Signal(object)
    """The `Settings` with the answer about the applications menu."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.form = GroupForm(Group())
        self.form.address.setMaximumHeight(self.form.address.minimumHeight())
        self.form.changed.connect(self._allow)
        self.start = button(_("Start"), self._start, look="filled", key="Ctrl+Return")
        self.sample = button(_("Try it on a sample desk"), self._try_sample)
        self.menu_entry = QCheckBox(_("Put UADesk into the applications menu"))
        self.menu_entry.setChecked(True)
        self.menu_entry.setVisible(self._offers_menu_entry())
        self.missing = plain_label("", "quiet")
        self.trouble = plain_label("", "amber", wraps=True)
        self.trouble.hide()
        self._lay_out()
        self._allow()
        self.form.name.setFocus()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * GRID, 3 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(plain_label(_("Welcome to UADesk"), "title"))
        welcome = _(
            "From Urgent Action bulletins to a stack of addressed letters. "
            "The group’s name, address and country are enough to begin; everything can be changed later."
        )
        column.addWidget(plain_label(welcome, wraps=True))
        column.addWidget(
            plain_label(_("You have a backup of a desk? “File, Restore…” puts it back."), "quiet", wraps=True)
        )
        column.addWidget(self.form)
        column.addWidget(self.menu_entry)
        column.addWidget(self.trouble)
        column.addStretch(1)
        around = QWidget()
        middle = QHBoxLayout(around)
        middle.addStretch(1)
        middle.addWidget(inside, 20)
        middle.addStretch(1)
        scroll = scrolled(around)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addWidget(self._foot())

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("look", "bar")
        row = QHBoxLayout(foot)
        row.setContentsMargins(3 * GRID, GRID, 3 * GRID, GRID)
        row.setSpacing(2 * GRID)
        words = _("Only looking? The sample desk has invented people and cases and never mixes with yours.")
        self.sample.setToolTip(words)
        row.addWidget(self.sample)
        row.addStretch(1)
        row.addWidget(self.missing)
        row.addWidget(self.start)
        return foot

    def _offers_menu_entry(self) -> bool:
        return knows_menu_entries() and not self._settings.menu_entry_offered and not has_menu_entry()

    def _allow(self) -> None:
        allow(self.start, self.form.missing)
        self.missing.setText(self.form.missing)

    def _start(self) -> None:
        if not self.form.is_complete or not self._write_menu_entry():
            return
        self.group_given.emit(self.form.group)

    def _try_sample(self) -> None:
        self.sample_asked.emit()

    def _write_menu_entry(self) -> bool:
        """Write the entry if it is wanted; after trouble the next click goes on without it."""
        if self.menu_entry.isHidden() or self._settings.menu_entry_offered:
            return True
        self._settings = replace(self._settings, menu_entry_offered=True)
        self.settings_given.emit(self._settings)
        if not self.menu_entry.isChecked():
            return True
        try:
            add_menu_entry()
        except MenuEntryError as error:
            self.menu_entry.setChecked(False)
            self.trouble.setText(
                _("The menu entry could not be written to {path} ({why}). Press Start to go on without it.").format(
                    path=error.path, why=error.reason
                )
            )
            self.trouble.show()
            return False
        return True
