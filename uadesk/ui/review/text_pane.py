"""The bulletin's own words, set as they looked, with the places marked from which fields were taken."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QShowEvent, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextEdit, QWidget
from typing_extensions import override

from uadesk.base.language import _
from uadesk.domain.texts import Span, Text
from uadesk.ui.theme import GRID, colours

_LONG = ("summary", "background", "model_letter", "issuer")
"""Fields marked only while they are chosen: marked softly too, they would colour the whole page."""


_POINT = re.compile(r"^(?:[-–—*•·▪◦●]|\d{1,2}[.)]|[a-z]\))[ \t]+(?=\S)", re.MULTILINE)
"""The mark of a point at the beginning of its line."""


class BulletinText(QTextEdit):
    """Read only: whatever a file says stays text, never markup."""

    def __init__(self, text: Text, spans: Mapping[str, Span], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName(_("The text of the bulletin"))
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(GRID)
        self.spans = dict(spans)
        self._wide = [place for place, sign in enumerate(text.content) if ord(sign) > 0xFFFF]
        self._marked: tuple[Span, ...] = ()
        self.setPlainText(text.content)
        self._content = text.content
        self._set(text)
        self.mark("")

    @property
    def marked(self) -> tuple[Span, ...]:
        """The places of the field that was chosen last, in code points."""
        return self._marked

    @property
    def selected(self) -> Span | None:
        """The place of what is selected, in code points and without white space around it; None for nothing."""
        cursor = self.textCursor()
        units = [place + before for before, place in enumerate(self._wide)]  # where Qt sees the second half of each
        start, end = (place - bisect_left(units, place) for place in (cursor.selectionStart(), cursor.selectionEnd()))
        said = self._content[start:end]
        start, end = start + len(said) - len(said.lstrip()), end - len(said) + len(said.rstrip())
        return (start, end) if start < end else None

    def said(self, span: Span) -> str:
        """The words at this place."""
        return self._content[span[0] : span[1]]

    def select(self, span: Span) -> None:
        """Select this place, in code points."""
        self.setTextCursor(self._cursor(span))

    def _set(self, text: Text) -> None:
        """Headings larger, bold and italic as they were, points hanging; nothing of the file's own markup."""
        bold, italic, heading = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        italic.setFontItalic(True)
        heading.setProperty(QTextFormat.Property.FontSizeAdjustment, 1)  # one step larger than the text around it
        for spans, form in ((text.bold, bold), (text.italic, italic), (text.headings, heading)):
            for span in spans:
                self._cursor(span).mergeCharFormat(form)
        for point in _POINT.finditer(text.content):
            hanging = QTextBlockFormat()
            indent = self.fontMetrics().horizontalAdvance(point[0])
            hanging.setLeftMargin(indent)
            hanging.setTextIndent(-indent)
            self._cursor((point.start(), point.start())).mergeBlockFormat(hanging)

    def mark(self, path: str) -> None:
        """Mark the places of this field strongly and go there; those of all others stay marked softly."""
        self._marked = tuple(spans_of(self.spans, path))
        if not self._marked and "]." in path:  # what an address shows without naming it: its country
            self._marked = tuple(spans_of(self.spans, path.partition(".")[0] + ".lines"))
        found = colours()
        short = {span for path, span in self.spans.items() if not path.startswith(_LONG)}
        soft = [self._selection(span, found.mark) for span in short if span not in self._marked]
        self.setExtraSelections([*soft, *(self._selection(span, found.mark_strong) for span in self._marked)])
        if self._marked:
            cursor = self._cursor(self._marked[0])
            cursor.setPosition(cursor.selectionStart())
            self.setTextCursor(cursor)
            self._keep_in_sight(cursor)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous() and not self._marked:
            self._begin()

    def _begin(self) -> None:
        """Begin with this bulletin's own part, where it is not the first in its file."""
        own = [span for path, span in self.spans.items() if not path.startswith("issuer")]
        if not own:
            return
        place = self.cursorRect(self._cursor((min(own)[0],) * 2)).top()
        if place > self.viewport().height() // 2:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + place - 2 * GRID)

    def _keep_in_sight(self, cursor: QTextCursor) -> None:
        """Bring the place to the upper third, where what follows it is seen too."""
        place = self.cursorRect(cursor).top()
        height = self.viewport().height()
        if not height // 8 < place < height * 2 // 3:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + place - height // 3)

    def _selection(self, span: Span, colour: str) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.cursor = self._cursor(span)
        selection.format.setBackground(QColor(colour))
        return selection

    def _cursor(self, span: Span) -> QTextCursor:
        """The span as Qt counts it: in units of UTF-16, not in code points."""
        cursor = QTextCursor(self.document())
        last = self.document().characterCount() - 1
        start, end = (min(last, place + bisect_left(self._wide, place)) for place in span)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor


def spans_of(spans: Mapping[str, Span], path: str) -> Iterable[Span]:
    """The places of a field and of all its parts, in the order of the text."""
    if not path:
        return []
    inside = (f"{path}[", f"{path}.")
    return sorted({span for each, span in spans.items() if each == path or each.startswith(inside)})
