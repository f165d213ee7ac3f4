"""What was typed in a letter and cannot be saved: it is never lost without a word."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from uadesk.base.language import _


def copy_words(words: str) -> None:
    """Put what was typed into the clipboard."""
    QGuiApplication.clipboard().setText(words)


def close_anyway(parent: QWidget, why: str) -> bool:
    """Ask whether a letter is closed that cannot be saved; `why` says what hinders it."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(_("Not saved"))
    box.setText(why)
    box.setInformativeText(
        _("If you close the letter all the same, what you typed is put into the clipboard: paste it somewhere safe.")
    )
    leave = box.addButton(_("&Close without saving"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(_("&Go on here"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    chosen = box.clickedButton()
    box.deleteLater()
    return chosen is leave
