"""Help: the page for the first evening, the keys of a page, and what this program is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from uadesk.base.folders import resource
from uadesk.base.language import _
from uadesk.ui.icons import pixmap
from uadesk.ui.menus import Menus
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.dialogs import dress, fit, scrolled
from uadesk.ui.widgets.labels import plain_label, thin_line
from uadesk.ui.widgets.page import Page

MANUAL = "manual/first-evening.md"


def _close_box(dialog: QDialog) -> QDialogButtonBox:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    close = box.button(QDialogButtonBox.StandardButton.Close)
    close.setText(_("Close"))
    close.setIcon(type(close.icon())())
    box.rejected.connect(dialog.reject)
    return box


class ManualDialog(QDialog):
    """The shipped page "Your first evening"; it stays open beside the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Your first evening"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.page = QTextBrowser()
        self.page.setAccessibleName(_("Your first evening"))
        self.page.setMarkdown(resource(MANUAL).read_text(encoding="utf-8"))
        self.page.document().setDocumentMargin(2 * GRID)
        self.page.setOpenLinks(False)
        dress(self, self.page, _close_box(self), (680, 640))

    @classmethod
    def show_page(cls, parent: QWidget) -> "ManualDialog":
        """Open the page."""
        dialog = cls(parent)
        dialog.show()
        return dialog


class KeysDialog(QDialog):
    """The keys of the page that is open, then those that hold everywhere."""

    def __init__(self, page: Page | None, menus: Menus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = _("Keys on “{page}”").format(page=_(page.title)) if page is not None else _("Keys")
        self.setWindowTitle(title)
        content = QWidget()
        self._grid = QGridLayout(content)
        self._grid.setHorizontalSpacing(3 * GRID)
        self._grid.setColumnStretch(1, 1)
        if page is not None:
            self._add(title, [*page.button_keys(), *page.keys()])
        everywhere = [
            (action.shortcut().toString(), action.text().replace("&", "").rstrip("…"))
            for action in menus.actions.values()
            if not action.shortcut().isEmpty()
        ]
        self._add(_("Everywhere"), everywhere)
        self._add(
            _("In every list and form"),
            [
                ("Tab", _("Go to the next field or button")),
                ("Space", _("Tick, or press the button in focus")),
                ("Alt", _("Go to the menus; underlined letters choose")),
                ("Esc", _("Leave a dialog; nothing is changed")),
            ],
        )
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        dress(self, scrolled(content), _close_box(self), (560, 620))

    @classmethod
    def show_for(cls, page: Page | None, menus: Menus, parent: QWidget) -> "KeysDialog":
        """Show the keys that work now."""
        dialog = cls(page, menus, parent)
        dialog.open()
        return dialog

    def _add(self, heading: str, keys: list[tuple[str, str]]) -> None:
        row = self._grid.rowCount()
        if row > 1:
            self._grid.addWidget(thin_line(), row, 0, 1, 2)
            row += 1
        self._grid.addWidget(plain_label(heading, "heading"), row, 0, 1, 2)
        for place, (key, what) in enumerate(keys, row + 1):
            native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) or key
            self._grid.addWidget(plain_label(native, "strong"), place, 0)
            self._grid.addWidget(plain_label(what, wraps=True), place, 1)


class AboutDialog(QDialog):
    """What this program is, for whom, and under which licence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("About UADesk"))
        sign = plain_label()
        sign.setPixmap(pixmap("uadesk", 64, "", self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(GRID)
        words.addWidget(plain_label(_("UADesk {version}").format(version=_version()), "heading"))
        for text in (
            _("From Urgent Action bulletins to a stack of addressed letters, and the record of who wrote what."),
            _("It works without the internet: nothing you enter leaves this computer except on paper."),
            _("Free software under the MIT licence. Icons drawn for UADesk; paper is set in Noto Serif and Noto Sans."),
        ):
            words.addWidget(plain_label(text, wraps=True))
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(3 * GRID)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.addLayout(row, 1)
        column.addWidget(_close_box(self))
        fit(self, (520, 260))

    @classmethod
    def show_in(cls, parent: QWidget) -> "AboutDialog":
        """Show it."""
        dialog = cls(parent)
        dialog.open()
        return dialog


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("uadesk")
    except PackageNotFoundError:
        return ""
