"""The two ways in which a letter goes without the post: as a mail, and as a fax."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from uadesk.base.language import _
from uadesk.desk.groups import group
from uadesk.desk.sending import OutgoingEmail, OutgoingFax
from uadesk.desk.words import sentence
from uadesk.domain.paper import SHEETS
from uadesk.ui.context import Context
from uadesk.ui.course import JobOrder
from uadesk.ui.dialogs.print_parts import PageBrowser
from uadesk.ui.printer import ChoosePrinter, asked_to_print, choose_printer
from uadesk.ui.save_as import save_as
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import allow, button
from uadesk.ui.widgets.fields import labelled
from uadesk.ui.widgets.flow import FlowLayout
from uadesk.ui.widgets.labels import plain_label
from uadesk.ui.worker import JobQueue, rethrow

OpenLink = Callable[[QUrl], bool]
"""Hands a link to the system; False where nothing opened."""


class EmailPart(QWidget):
    """A mail to look at, and three ways to take it to where it is sent."""

    acted = Signal(str)
    """It was opened, saved or copied: what to do now."""
    failed = Signal(str)
    """It could not be: what to do instead."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.open_link: OpenLink = QDesktopServices.openUrl
        self._mail: OutgoingEmail | None = None
        self._code = ""
        self.to, self.subject, self.text = QLineEdit(), QLineEdit(), QPlainTextEdit()
        for field in (self.to, self.subject, self.text):
            field.setReadOnly(True)
            field.setProperty("look", "list")  # in full ink: it is there to be read
        self.text.setTabChangesFocus(True)
        self.open_button = button(_("Open in the mail program"), self.open_mail, look="filled", key="Ctrl+M")
        self.save_button = button(_("Save as mail file…"), self.save_mail, icon="save", key="Ctrl+S")
        self.copy_button = button(_("Copy the text"), self.copy_text, key="Ctrl+Shift+C")
        column = _column(self)
        column.addWidget(labelled(_("&To"), self.to))
        column.addWidget(labelled(_("S&ubject"), self.subject))
        column.addWidget(labelled(_("Te&xt"), self.text), 1)
        column.addWidget(_row(self.open_button, self.save_button, self.copy_button))

    def show_mail(self, mail: OutgoingEmail, code: str) -> None:
        """Show a mail; `code` is its letter's, for the name of a file."""
        self._mail, self._code = mail, code
        self.to.setText(", ".join(mail.to))
        self.subject.setText(mail.subject)
        for field in (self.to, self.subject):
            field.setCursorPosition(0)
        self.text.setPlainText(mail.body)
        self.open_button.setFocus()

    def open_mail(self) -> None:
        """Hand the mail to the mail program; a text too long for that is copied, to be pasted there."""
        assert self._mail is not None
        if not self.open_link(QUrl.fromEncoded(self._mail.mailto.encode())):
            self.failed.emit(_("No mail program opened. Save the mail as a file, or copy the text into your web mail."))
        elif self._mail.text_in_link:
            self.acted.emit(_("The mail program opens with the letter. Send it there, then press “I have sent it”."))
        else:
            QGuiApplication.clipboard().setText(self._mail.body)
            said = _("This letter is too long to hand over: its text is copied. Paste it into the mail (Ctrl+V).")
            self.acted.emit(said)

    def save_mail(self) -> None:
        """Ask for a place and write the mail there, as a draft that mail programs open."""
        assert self._mail is not None
        name = _("letter-{code}.eml").format(code=self._code)
        saved = save_as(self, _("Save as mail file"), name, self._mail.eml, _("Mail (*.eml)"))
        if saved.path is not None:
            self.acted.emit(saved.said + " " + _("Open it in your mail program and send it there."))
        elif saved.said:
            self.failed.emit(saved.said)

    def copy_text(self) -> None:
        """Copy the text, to be pasted into a mail."""
        assert self._mail is not None
        QGuiApplication.clipboard().setText(self._mail.body)
        self.acted.emit(_("The text is copied. Paste it into a mail (Ctrl+V); address and subject stand above."))


class FaxPart(QWidget):
    """The number to dial and the page to lay in."""

    acted = Signal(str)
    """It was printed or saved: what to do now."""
    failed = Signal(str)
    """It could not be: what to do instead."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choose_printer: ChoosePrinter = choose_printer
        self._context = context
        self._queue = JobQueue(self)
        self._queue.troubled.connect(self._fail)
        self._queue.faulted.connect(rethrow)
        self._pdf, self._code = b"", ""
        self.number = plain_label("", "title", wraps=True)
        by_mouse, by_keys = (
            Qt.TextInteractionFlag.TextSelectableByMouse,
            Qt.TextInteractionFlag.TextSelectableByKeyboard,
        )
        self.number.setTextInteractionFlags(by_mouse | by_keys)
        self.others = plain_label("", "quiet", wraps=True)
        self.pages = PageBrowser()
        self.print_button = button(_("Print…"), self.print_it, icon="print", look="filled", key="Ctrl+P")
        self.save_button = button(_("Save as PDF…"), self.save_pdf, icon="save", key="Ctrl+S")
        column = _column(self)
        for each in (self.number, self.others, self.pages):
            column.addWidget(each, int(each is self.pages))
        column.addWidget(_row(self.print_button, self.save_button))

    def show_fax(self, fax: OutgoingFax, code: str) -> None:
        """Show a fax; `code` is its letter's, for the name of a file."""
        self._pdf, self._code = fax.pdf, code
        self.number.setText(_("Fax: {number}").format(number=next(iter(fax.numbers), _("no number any more"))))
        self.others.setText(_("or {numbers}").format(numbers=", ".join(fax.numbers[1:])))
        self.others.setVisible(len(fax.numbers) > 1)
        self.pages.show_pdf(fax.pdf)
        self.print_button.setFocus()

    def print_it(self) -> None:
        """Ask for a printer and send the page."""
        sheet = SHEETS[group(self._context.desk).usual_paper]
        start = asked_to_print(_("Fax {code}").format(code=self._code), self._pdf, sheet, self.choose_printer, self)
        if start is None:
            return
        allow(self.print_button, _("Wait until the page is at the printer."))
        self._queue.add(JobOrder(start, lambda _sent: self._tell_printed(), "", self._fail))

    def save_pdf(self) -> None:
        """Ask for a place and write the page there."""
        name = _("fax-{code}.pdf").format(code=self._code)
        saved = save_as(self, _("Save as PDF"), name, self._pdf)
        if saved.path is not None:
            self.acted.emit(saved.said + " " + _("Fax it from there, then press “I have sent it”."))
        elif saved.said:
            self.failed.emit(saved.said)

    def stop(self) -> None:
        """Draw and print no more: the window goes."""
        self._queue.stop()
        self.pages.stop()

    def _tell_printed(self) -> None:
        allow(self.print_button)
        self.acted.emit(_("The page went to the printer. Sign and fax it, then press “I have sent it”."))

    def _fail(self, error: Exception) -> None:
        allow(self.print_button)
        self.failed.emit(sentence(error))


def _column(part: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GRID)
    return column


def _row(*buttons: QPushButton) -> QWidget:
    """Buttons side by side, on further lines where the text is large."""
    row = QWidget()
    flow = FlowLayout(row)
    for each in buttons:
        flow.addWidget(each)
    return row
