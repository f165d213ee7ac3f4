"""The bulletin as it came, beside what was read from it: its text, or its page as a picture."""

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from uadesk.base.language import _
from uadesk.ui.review.page_pane import PagePane
from uadesk.ui.review.text_pane import BulletinText
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import button


class SourceSide(QWidget):
    """Shows the text, and where the file has pages, a switch to them. What is marked in one is marked in both."""

    def __init__(
        self, text: BulletinText, pages: PagePane | None, use: QPushButton, parent: QWidget | None = None
    ) -> None:
        """`use` is the button that says what a selection is: it stands above the text."""
        super().__init__(parent)
        self.text, self.pages, self._use = text, pages, use
        self.text_button = button(_("Text"), lambda: self.show_page(shown=False), tip=_("The text that was read (F6)"))
        self.page_button = button(
            _("Page"),
            lambda: self.show_page(shown=True),
            tip=_("The page as it looks on paper; to see, not to select (F6)"),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(text)
        if pages is not None:
            self._stack.addWidget(pages)
        self._lay_out()

    @property
    def shows_page(self) -> bool:
        return self._stack.currentWidget() is self.pages

    def show_page(self, *, shown: bool) -> None:
        """Show the page as a picture, or the text."""
        if self.pages is None:
            return
        self._stack.setCurrentWidget(self.pages if shown else self.text)
        (self.page_button if shown else self.text_button).setChecked(True)
        self._use.setVisible(not shown)
        if shown:
            self.pages.mark(self.text.marked)

    def switch(self) -> None:
        """From the text to the page, or back."""
        self.show_page(shown=not self.shows_page)

    def mark(self, path: str) -> None:
        """Mark the words of this field and go there."""
        self.text.mark(path)
        if self.pages is not None and self.shows_page:
            self.pages.mark(self.text.marked)

    def stop(self) -> None:
        """The window goes."""
        if self.pages is not None:
            self.pages.stop()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(GRID // 2)
        group = QButtonGroup(self)
        for each in (self.text_button, self.page_button):
            each.setCheckable(True)
            each.setVisible(self.pages is not None)
            group.addButton(each)
            bar.addWidget(each)
        self.text_button.setChecked(True)
        bar.addStretch(1)
        bar.addWidget(self._use)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(bar)
        column.addWidget(self._stack, 1)
