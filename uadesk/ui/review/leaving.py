"""What is asked before a review with changes is left."""

from PySide6.QtWidgets import QMessageBox, QWidget

from uadesk.base.language import _


def ask_leaving(parent: QWidget) -> QMessageBox.ButtonRole:
    """Save them (AcceptRole), throw them away (DestructiveRole), or stay."""
    box = leaving_box(parent)
    box.exec()
    chosen = box.buttonRole(box.clickedButton())
    box.deleteLater()
    return chosen


def leaving_box(parent: QWidget) -> QMessageBox:
    """Asks what to do with what was changed and not saved."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(_("Not saved yet"))
    box.setText(_("You changed something here that is not saved yet."))
    box.addButton(_("&Save the case"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(_("&Throw the changes away"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(_("&Go on here"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    return box
