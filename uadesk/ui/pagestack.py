"""The pages, built when they are first seen; and what stands in their place while no desk is open."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from uadesk.base.language import _
from uadesk.base.settings import Settings
from uadesk.ui.context import Context
from uadesk.ui.widgets.buttons import button
from uadesk.ui.widgets.empty import EmptyState
from uadesk.ui.widgets.labels import plain_label
from uadesk.ui.widgets.page import Page

if TYPE_CHECKING:
    from uadesk.domain.people import Group

_CLASSES = {
    "tonight": ("uadesk.ui.pages.tonight", "TonightPage"),
    "cases": ("uadesk.ui.pages.urgent_actions", "UrgentActionsPage"),
    "members": ("uadesk.ui.pages.members", "MembersPage"),
    "letters": ("uadesk.ui.pages.letters", "LettersPage"),
    "reports": ("uadesk.ui.pages.reports", "ReportsPage"),
}
"""Where each page's class stands: its module is imported when the page is first opened."""


class PageStack(QStackedWidget):
    """Holds one page of each kind for the desk that is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context: Context | None = None
        self._pages: dict[str, Page] = {}
        self._word = plain_label("", "quiet")
        self._word.setAlignment(Qt.AlignmentFlag.AlignCenter)
        waiting = QWidget()
        QVBoxLayout(waiting).addWidget(self._word)
        self._waiting = waiting
        self.addWidget(waiting)

    def open_desk(self, context: Context) -> None:
        """Build pages for this desk from now on."""
        self._context = context

    def forget(self) -> None:
        """Remove the pages of the desk that was open."""
        self._context = None
        self._pages.clear()
        self.setCurrentWidget(self._waiting)
        for place in reversed(range(self.count())):
            widget = self.widget(place)
            if widget is not None and widget is not self._waiting:
                self.removeWidget(widget)
                widget.deleteLater()

    def open_page(self, key: str) -> None:
        """Show a page; it is built when it is asked for the first time."""
        if key not in self._pages:
            assert self._context is not None, "pages are opened on an open desk"
            module, name = _CLASSES[key]
            page: Page = getattr(import_module(module), name)(self._context, self)
            self._pages[key] = page
            self.addWidget(page)
        self.setCurrentWidget(self._pages[key])

    def page(self) -> Page | None:
        """The page that is shown, None while there is none."""
        shown = self.currentWidget()
        return shown if isinstance(shown, Page) else None

    def say(self, text: str) -> None:
        """Show a quiet word instead of a page."""
        self._word.setText(text)
        self.setCurrentWidget(self._waiting)

    def say_trouble(self, text: str, again: Callable[[], None], sample: Callable[[], None]) -> None:
        """Say that the desk could not be opened, what to do, and offer to try again."""
        state = EmptyState(
            "warning",
            _("Your desk could not be opened"),
            text,
            button(_("Open the sample desk"), sample),
            button(_("Try again"), again, look="filled"),
        )
        self.addWidget(state)
        self.setCurrentWidget(state)

    def ask_first(
        self,
        settings: Settings,
        take: "Callable[[Group], None]",
        sample: Callable[[], None],
        keep: Callable[[Settings], None],
    ) -> None:
        """Show the first questions; `keep` takes the settings as they were answered."""
        from uadesk.ui.first_run import FirstRunPage

        page = FirstRunPage(settings, self)
        page.group_given.connect(take)
        page.sample_asked.connect(sample)
        page.settings_given.connect(keep)
        self.addWidget(page)
        self.setCurrentWidget(page)
