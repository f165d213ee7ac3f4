"""Closing what stands open beside a window, so that it may let its desk go."""

from PySide6.QtWidgets import QMessageBox, QWidget

from uadesk.base.language import _, ngettext
from uadesk.ui.incoming import Incoming


def close_beside(window: QWidget, incoming: Incoming | None) -> bool:
    """Close the dialogs and windows that belong to this one, the inmost first; each saves or asks as it always does.

    False where one wants to stay: it then stands in front, what was not asked yet stays too, and the bulletins that
    wait for their review go on. So they do where a person would not lose those that nobody looked at.
    """
    has_unseen = incoming is not None and incoming.has_unseen
    if incoming is not None:
        incoming.hold(held=True)
    while (inmost := _inmost(window)) is not None:
        if not inmost.close():
            inmost.raise_()
            inmost.activateWindow()
            if incoming is not None:
                incoming.hold(held=False)
            return False
    if incoming is not None and has_unseen and not _may_lose(window, len(incoming.arrivals.waiting)):
        incoming.hold(held=False)
        return False
    return True


def _may_lose(window: QWidget, count: int) -> bool:
    """Ask whether bulletins that were read and not looked at may go."""
    said = ngettext(
        "{count} bulletin is still to be looked at. Close all the same?",
        "{count} bulletins are still to be looked at. Close all the same?",
        count,
    ).format(count=count)
    box = QMessageBox(QMessageBox.Icon.Question, _("Bulletins still to look at"), said, parent=window)
    box.setInformativeText(_("Nothing of them is saved; their files stay where they are and can be read again."))
    box.addButton(_("&Close"), QMessageBox.ButtonRole.AcceptRole)
    stay = box.addButton(_("&Go on here"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    box.deleteLater()
    return box.clickedButton() is not stay


def _inmost(window: QWidget) -> QWidget | None:
    shown = [each for each in window.findChildren(QWidget) if each.isWindow() and each.isVisible()]
    return shown[-1] if shown else None  # parents are listed before their children
