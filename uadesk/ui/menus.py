"""The menus of the main window; every entry has a key where people will want one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from uadesk.base.language import N_, _
from uadesk.ui.sidebar import PAGES


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its name in code, its text (N_()), its key, and whether it needs an open desk."""

    name: str
    text: str
    key: str = ""
    needs_desk: bool = True


LINE = Entry("", "")
MENUS: tuple[tuple[str, tuple[Entry, ...]], ...] = (
    (
        N_("&File"),
        (
            Entry("read", N_("&Read bulletin…"), "Ctrl+O"),
            Entry("read_folder", N_("Read a &folder…"), "Ctrl+Shift+O"),
            Entry("paste_bulletin", N_("&Paste bulletin"), "Ctrl+Shift+V"),
            Entry("by_hand", N_("Enter a case by &hand…"), "Ctrl+Shift+N"),
            Entry("waiting", N_("Bulletins still to &look at…"), "Ctrl+Shift+L"),
            LINE,
            Entry("back_up", N_("&Back up"), "Ctrl+B"),
            Entry("restore", N_("Re&store…")),
            LINE,
            Entry("quit", N_("&Quit"), "Ctrl+Q", needs_desk=False),
        ),
    ),
    (
        N_("&Edit"),
        (
            Entry("undo", N_("&Undo"), "Ctrl+Z"),
            Entry("redo", N_("&Redo"), "Ctrl+Shift+Z"),
            LINE,
            Entry("settings", N_("&Settings…"), "Ctrl+,"),
        ),
    ),
    (
        N_("&View"),
        (
            *(Entry(f"page_{key}", title, f"Ctrl+{place}") for place, (key, title) in enumerate(PAGES, 1)),
            LINE,
            Entry("larger", N_("&Larger text"), "Ctrl++"),
            Entry("smaller", N_("S&maller text"), "Ctrl+-"),
        ),
    ),
    (
        N_("&Help"),
        (
            Entry("first_evening", N_("Your &first evening"), "Shift+F1", needs_desk=False),
            Entry("keys", N_("&Keys on this page"), "F1", needs_desk=False),
            LINE,
            Entry("about", N_("&About UADesk"), needs_desk=False),
        ),
    ),
)


class Menus:
    """The actions by name, for the window to rename and to enable."""

    def __init__(self, window: QMainWindow, does: Mapping[str, Callable[[], object]]) -> None:
        """`does` leads from the name of an entry to what it does."""
        self.actions: dict[str, QAction] = {}
        self._needing: list[QAction] = []
        self.menus: list[QMenu] = []
        for title, entries in MENUS:
            menu = window.menuBar().addMenu(_(title))
            self.menus.append(menu)
            for entry in entries:
                if entry is LINE:
                    menu.addSeparator()
                    continue
                self._add(window, menu, entry, does[entry.name])

    def allow(self, *, desk_is_open: bool) -> None:
        """Enable what needs an open desk, or disable it."""
        for action in self._needing:
            action.setEnabled(desk_is_open)

    def allow_restore(self) -> None:
        """Let a backup be put back where nothing else of a desk can be done: it is new, or could not be opened."""
        self.actions["restore"].setEnabled(True)

    def name_undo(self, undo: str | None, redo: str | None) -> None:
        """Say what would be taken back and what done again."""
        for name, text, act in (("undo", _("&Undo"), undo), ("redo", _("&Redo"), redo)):
            action = self.actions[name]
            action.setEnabled(act is not None)
            action.setText(_("{undo}: {act}").format(undo=text, act=act) if act else text)

    def _add(self, window: QMainWindow, menu: QMenu, entry: Entry, does: Callable[[], object]) -> None:
        action = QAction(_(entry.text), window)
        if entry.key:
            action.setShortcut(QKeySequence(entry.key))
        if entry.name == "larger":
            action.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        action.triggered.connect(lambda _checked=False: does())
        menu.addAction(action)
        self.actions[entry.name] = action
        if entry.needs_desk:
            self._needing.append(action)
