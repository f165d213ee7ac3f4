"""Closing what stands open beside a window, so that it may let its desk go."""

from PySide6.QtWidgets import QWidget

from uadesk.ui.incoming import Incoming


def close_beside(window: QWidget, incoming: Incoming | None) -> bool:
    """Close the dialogs and windows that belong to this one, the inmost first; each saves or asks as it always does.

    False where one wants to stay: it then stands in front, what was not asked yet stays too, and the bulletins that
    wait for their review go on.
    """
    if incoming is not None:
        incoming.hold(held=True)
    while (inmost := _inmost(window)) is not None:
        if not inmost.close():
            inmost.raise_()
            inmost.activateWindow()
            if incoming is not None:
                incoming.hold(held=False)
            return False
    return True


def _inmost(window: QWidget) -> QWidget | None:
    shown = [each for each in window.findChildren(QWidget) if each.isWindow() and each.isVisible()]
    return shown[-1] if shown else None  # parents are listed before their children
