"""What was typed in a letter and cannot be saved: it is never lost without a word."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from uadesk.base.language import _
from uadesk.desk.composing import LetterEdit
from uadesk.ui.dialogs.member import RETURN_ADDRESSES
from uadesk.ui.widgets.fields import country_names


def unsaved_words(typed: LetterEdit, kept: LetterEdit) -> str:
    """What was typed and is not stored, as text to take elsewhere."""
    changed = LetterEdit(
        own_words=typed.own_words if typed.own_words != kept.own_words else "",
        recipient=typed.recipient if typed.recipient != kept.recipient else None,
        salutation=typed.salutation if typed.salutation != kept.salutation else None,
        own_text=typed.own_text if typed.own_text != kept.own_text else None,
    )
    chosen = []
    if typed.country_code != kept.country_code:
        country = next((name for name, code in country_names() if code == typed.country_code), _("none"))
        chosen.append(_("Country: {country}").format(country=country))
    if typed.return_address != kept.return_address and typed.return_address is not None:
        words = _(dict(RETURN_ADDRESSES)[typed.return_address])
        chosen.append(_("Return address: {address}").format(address=words))
    return "\n\n".join(part for part in (changed.as_text, "\n".join(chosen)) if part)


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
