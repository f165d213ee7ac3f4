"""The narrow bar at the left: the pages, each an icon and a word."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from uadesk.base.language import N_, _
from uadesk.ui.icons import set_icon
from uadesk.ui.theme import GRID

PAGES = (
    ("tonight", N_("Tonight")),
    ("cases", N_("Urgent actions")),
    ("members", N_("Members")),
    ("letters", N_("Letters")),
    ("reports", N_("Reports")),
)
"""The pages by key, in the order of the side bar; their keys are Ctrl+1 to Ctrl+5."""


class SideBar(QFrame):
    """Chooses a page; settings stand below, apart."""

    page_chosen = Signal(str)
    settings_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAccessibleName(_("Pages"))
        self.buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, 2 * GRID, GRID, GRID)
        column.setSpacing(GRID // 2)
        for place, (key, title) in enumerate(PAGES, 1):
            made = self._button(key, _(title), f"Ctrl+{place}")
            made.setCheckable(True)
            made.clicked.connect(lambda _checked=False, key=key: self.page_chosen.emit(key))
            self._group.addButton(made)
            self.buttons[key] = made
            column.addWidget(made)
        column.addStretch(1)
        self.settings = self._button("settings", _("Settings"), "Ctrl+,")
        self.settings.clicked.connect(self.settings_chosen)
        column.addWidget(self.settings)

    @override
    def minimumSizeHint(self) -> QSize:
        """Its words are never shortened: the page gives way."""
        return self.sizeHint()

    def show_page(self, key: str) -> None:
        """Mark the page that is open."""
        self.buttons[key].setChecked(True)

    def allow(self, *, pages: bool) -> None:
        """Let pages be chosen, or not yet."""
        for each in (*self.buttons.values(), self.settings):
            each.setEnabled(pages)

    def set_narrow(self, *, narrow: bool) -> None:
        """Put the words below the icons, where the window is narrow for its text."""
        style = Qt.ToolButtonStyle
        for made in (*self.buttons.values(), self.settings):
            made.setToolButtonStyle(style.ToolButtonTextUnderIcon if narrow else style.ToolButtonTextBesideIcon)
            made.setText(made.accessibleName().replace(" ", "\n") if narrow else made.accessibleName())

    def _button(self, icon: str, text: str, key: str) -> QToolButton:
        made = QToolButton()
        made.setProperty("look", "side")
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Minimum)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setText(text)
        made.setAccessibleName(text)
        keys = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        made.setToolTip(f"{text}  ({keys})")
        set_icon(made, icon)
        return made
