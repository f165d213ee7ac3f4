"""Shows a PDF of ours as its real pages, to print or to save: sheets for the table, a report for the office."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from uadesk.base.errors import UADeskError
from uadesk.base.jobs import Job
from uadesk.base.language import _
from uadesk.desk.groups import group
from uadesk.desk.sheets import SheetStack
from uadesk.desk.words import sentence
from uadesk.domain.paper import SHEETS
from uadesk.ui.context import Context
from uadesk.ui.dialogs.job_dialog import JobDialog
from uadesk.ui.dialogs.print_parts import Card, PageBrowser
from uadesk.ui.printer import ChoosePrinter, asked_to_print, choose_printer
from uadesk.ui.save_as import save_as
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import allow, button
from uadesk.ui.widgets.dialogs import fit, foot
from uadesk.ui.widgets.labels import plain_label


class SheetDialog(JobDialog):
    """The real pages with Print and Save as PDF; what was refused of them is named above."""

    def __init__(
        self,
        context: Context,
        title: str,
        make: Callable[[], Job[SheetStack]],
        default_name: str,
        parent: QWidget | None = None,
    ) -> None:
        """`default_name` is the name proposed for the file."""
        super().__init__(context, parent)
        self.choose_printer: ChoosePrinter = choose_printer
        self._title, self._default_name = title, default_name
        self.pdf = b""
        self._lay_out()
        fit(self, (780, 900))
        self._begin(make)

    @classmethod
    def show_pages(
        cls, context: Context, title: str, make: Callable[[], Job[SheetStack]], default_name: str, parent: QWidget
    ) -> "SheetDialog":
        """Make the pages and show them until the person closes the window."""
        dialog = cls(context, title, make, default_name, parent)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()
        return dialog

    def _lay_out(self) -> None:
        self.setWindowTitle(self._title)
        self.pages = PageBrowser()
        self.refused = Card(_("Left out"), "doubt")
        self.refused.hide()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.busy)
        self.stack.addWidget(self.pages)
        self.said = plain_label("", "quiet", wraps=True)
        self.close_button = button(_("Close"), self.reject)
        self.pdf_button = button(_("Save as PDF…"), self.save_pdf, icon="save", key="Ctrl+S")
        self.print_button = button(_("Print…"), self.print_it, icon="print", look="filled", key="Ctrl+P")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        for each in (self.refused, self.stack):
            column.addWidget(each, int(each is self.stack))
        column.addLayout(foot(self.close_button, self.said, self.pdf_button, self.print_button))

    # -- making

    def _begin(self, make: Callable[[], Job[SheetStack]]) -> None:
        self._wait(_("Making the pages…"))
        self._run(make, self._take, self.reject)

    def _take(self, made: SheetStack) -> None:
        for each in made.refused:
            self.refused.say(f"{each.what}: {sentence(each.why)}")
        self.refused.setVisible(bool(made.refused))
        self.pdf = made.pdf
        self.pages.show_pdf(self.pdf)
        self._show_pages()

    def _wait(self, words: str) -> None:
        self.busy.begin(words)
        self.stack.setCurrentWidget(self.busy)
        for each in (self.pdf_button, self.print_button):
            allow(each, _("Wait until the pages are there."))

    def _show_pages(self, said: str = "") -> None:
        self.stack.setCurrentWidget(self.pages)
        self.said.setText(said)
        for each in (self.pdf_button, self.print_button):
            allow(each, "" if self.pdf else _("There is no page."))
        self.print_button.setFocus()

    @override
    def _fail(self, error: UADeskError) -> None:
        """Say it: above where no page was made, else at the foot."""
        if not self.pdf:
            self.refused.heading.setText(_("No page was made"))
            self.refused.say(sentence(error))
            self.refused.show()
        self._show_pages(sentence(error) if self.pdf else "")

    @override
    def _leave_busy(self) -> None:
        self._show_pages()

    # -- onto paper

    def print_it(self) -> None:
        """Ask for a printer and send the pages."""
        sheet = SHEETS[group(self._context.desk).usual_paper]
        start = asked_to_print(self._title, self.pdf, sheet, self.choose_printer, self)
        if start is None:
            return
        self._wait(_("Sending the pages to the printer…"))
        self._run(
            start,
            lambda _sent: self._show_pages(_("The pages went to the printer.")),
            lambda: self._show_pages(_("Stopped.")),
        )

    def save_pdf(self) -> None:
        """Ask for a place and write the PDF there."""
        self.said.setText(save_as(self, _("Save as PDF"), self._default_name, self.pdf).said)

    @override
    def _stop(self) -> None:
        self.pages.stop()
        super()._stop()
