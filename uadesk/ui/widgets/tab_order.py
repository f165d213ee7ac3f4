"""The order in which Tab leads through what is laid out."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def tab_through(*parts: QWidget) -> None:
    """Lead Tab through these parts of one window, and within each by its layout: what is above comes first.

    Qt goes by when a field was made, which is another order where fields come and go.
    """
    fields = [field for part in parts for field in _fields(part)]
    for first, second in pairwise(fields):
        QWidget.setTabOrder(first, second)


def _fields(part: QWidget) -> Iterator[QWidget]:
    layout = part.layout()
    if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield part
    elif layout is not None:
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield from _fields(widget)
        elif inner is not None:
            yield from _laid_out(inner)
