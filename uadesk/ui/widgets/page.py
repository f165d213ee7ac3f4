"""What every page of the main window is: a header on top, content below, refreshed when something it shows changed."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from uadesk.ui.context import EVERYTHING, Context, What
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.flow import FlowLayout
from uadesk.ui.widgets.labels import plain_label


class PageHeader(QWidget):
    """The title of a page, a quiet line beside it, and on the right its buttons, the filled one last."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = plain_label(title, "title")
        self.subtitle = plain_label("", "quiet", wraps=True)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GRID)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        self.subtitle.hide()
        self._row.addLayout(words, 1)
        self._tools = QWidget()
        self._flow = FlowLayout(self._tools)
        self._row.addWidget(self._tools, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_title(self, text: str) -> None:
        self.title.setText(text)

    def set_subtitle(self, text: str) -> None:
        """Say something quietly under the title; nothing takes its place away."""
        self.subtitle.setText(text)
        self.subtitle.setVisible(bool(text))

    def add(self, widget: QWidget) -> None:
        """Put a widget on the right, after those there; the filled button comes last."""
        self._flow.addWidget(widget)
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        """As wide as its widest part: the rest can stand below."""
        parts = [self.title.minimumSizeHint().width(), self._flow.minimumSize().width()]
        return QSize(max(parts), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Beside the title where there is room, else below it."""
        direction = QBoxLayout.Direction
        needed = self.title.sizeHint().width() + self._tools.sizeHint().width() + GRID
        wanted = direction.LeftToRight if needed <= self.width() else direction.TopToBottom
        if wanted != self._row.direction():
            self._row.setDirection(wanted)
        self._tools.setMinimumWidth(self._tools.sizeHint().width() if wanted is direction.LeftToRight else 0)


class Page(QWidget):
    """A page of the main window.

    A subclass sets `key`, `title` and `shows`, builds its widgets into `self.body` in its constructor, and
    fills them in `refresh`, which is called when the page is seen and something it shows has changed. The body scrolls
    where the window is too small for its text; what `add_foot` puts below it is always seen.
    """

    key: str = ""
    """Its name in settings and in `Context.open_page`; also the name of its icon."""
    title: str = ""
    """An N_() text: what the side bar calls it."""
    shows: frozenset[What] = EVERYTHING
    """What it must be refreshed for."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._stale = True
        content = QWidget()
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        self.body.setSpacing(2 * GRID)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(content)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(area, 1)
        context.changed.connect(self._note_change)

    def add_foot(self, acts: QLayout) -> None:
        """Put what is done on this page below its body."""
        acts.setContentsMargins(3 * GRID, GRID, 3 * GRID, 2 * GRID)
        self._column.addLayout(acts)
        self.body.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, GRID)

    def refresh(self) -> None:
        """Show what the desk holds now."""

    def keys(self) -> list[tuple[str, str]]:
        """The keys of this page for F1: (key, what it does). Buttons with a shortcut are found by themselves."""
        return []

    def button_keys(self) -> list[tuple[str, str]]:
        """The shortcuts of the buttons on this page."""
        return [
            (each.shortcut().toString(), each.text().replace("&", ""))
            for each in self.findChildren(QPushButton)
            if not each.shortcut().isEmpty()
        ]

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh_if_stale()

    def _note_change(self, what: frozenset[What]) -> None:
        if what & self.shows:
            self._stale = True
            if self.isVisible():
                self._refresh_if_stale()

    def _refresh_if_stale(self) -> None:
        if self._stale:
            self._stale = False
            self.refresh()
