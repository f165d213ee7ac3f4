"""Buttons of one make: a filled one for the main thing, plain ones for the rest."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget
from typing_extensions import override

from uadesk.ui.icons import set_icon

_WITH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


class _Button(QPushButton):
    """Enter presses it where it has the focus, as Space does; its own key outlives a change of its words."""

    def __init__(self, text: str, parent: QWidget | None, key: str) -> None:
        super().__init__(text, parent)
        self._key = QKeySequence(key)
        if key:
            self.setShortcut(self._key)

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        if not self._key.isEmpty():
            self.setShortcut(self._key)  # Qt forgets it with each new text

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _WITH:
            self.click()
            return
        super().keyPressEvent(event)


def button(
    text: str,
    on_click: Callable[[], object],
    *,
    icon: str = "",
    look: str = "",
    key: str = "",
    tip: str = "",
    parent: QWidget | None = None,
) -> QPushButton:
    """A push button. `look` is "", "filled" (one a page) or "flat"; `key` ("Ctrl+D") shows in its tool tip.

    With a key of its own, no letter of its text is underlined: Qt knows one key a button.
    """
    made = _Button(text.replace("&", "") if key else text, parent, key)
    if look:
        made.setProperty("look", look)
    if icon:
        set_icon(made, icon, {"filled": "accent_text", "flat": "accent"}.get(look))
    made.setAccessibleName(text.replace("&", ""))
    made.setAutoDefault(False)
    set_tip(made, tip)
    made.clicked.connect(lambda _checked=False: on_click())
    return made


def icon_button(icon: str, name: str, on_click: Callable[[], object], *, key: str = "") -> QToolButton:
    """A small button with a picture only; `name` is its tool tip and what a screen reader says."""
    made = QToolButton()
    set_icon(made, icon)
    made.setAccessibleName(name)
    made.setAutoRaise(True)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if key:
        made.setShortcut(QKeySequence(key))
    set_tip(made, name)
    made.clicked.connect(lambda _checked=False: on_click())
    return made


def set_text(made: QPushButton, text: str) -> None:
    """Give a button another text, for a screen reader too."""
    made.setText(text)
    made.setAccessibleName(text.replace("&", ""))


def set_tip(made: QPushButton | QToolButton, tip: str) -> None:
    """Give a button its tool tip, with its key behind it."""
    keys = made.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    made.setToolTip(f"{tip or made.text().replace('&', '')}  ({keys})" if keys else tip)


def allow(made: QPushButton | QToolButton, why_not: str = "") -> None:
    """Enable a button, or disable it and say why in its tool tip."""
    made.setEnabled(not why_not)
    set_tip(made, why_not)
