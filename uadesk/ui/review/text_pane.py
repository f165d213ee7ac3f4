"""The bulletin's own words, bold as bold, with the places marked from which fields were taken."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from uadesk.base.language import _
from uadesk.domain.texts import Span, Text
from uadesk.ui.theme import GRID, colours

_LONG = ("summary", "background", "model_letter", "issuer")
"""Fields marked only while they are chosen: marked softly too, they would colour the whole page."""


class BulletinText(QTextEdit):
    """Read only and plain: whatever a file says stays text, never markup."""

    def __init__(self, text: Text, spans: Mapping[str, Span], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName(_("The text of the bulletin"))
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(GRID)
        self._spans = dict(spans)
        self._short = {span for path, span in self._spans.items() if not path.startswith(_LONG)}
        self._wide = [place for place, sign in enumerate(text.content) if ord(sign) > 0xFFFF]
        self._marked: tuple[Span, ...] = ()
        self.setPlainText(text.content)
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        for span in text.bold:
            self._cursor(span).mergeCharFormat(bold)
        self.mark("")

    @property
    def marked(self) -> tuple[Span, ...]:
        """The places of the field that was chosen last, in code points."""
        return self._marked

    def mark(self, path: str) -> None:
        """Mark the places of this field strongly and go there; those of all others stay marked softly."""
        self._marked = tuple(spans_of(self._spans, path))
        if not self._marked and "]." in path:  # what an address shows without naming it: its country
            self._marked = tuple(spans_of(self._spans, path.partition(".")[0] + ".lines"))
        found = colours()
        soft = [self._selection(span, found.mark) for span in self._short if span not in self._marked]
        self.setExtraSelections([*soft, *(self._selection(span, found.mark_strong) for span in self._marked)])
        if self._marked:
            cursor = self._cursor(self._marked[0])
            cursor.setPosition(cursor.selectionStart())
            self.setTextCursor(cursor)
            self._keep_in_sight(cursor)

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
