"""The letters that must not go: a list to take to the pile."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from uadesk.base.language import _, ngettext
from uadesk.desk.holding import paper_among
from uadesk.domain.letters import LetterStatus
from uadesk.domain.rows import LetterRow
from uadesk.ui.context import Context, What
from uadesk.ui.dialogs.said import SaidDialog
from uadesk.ui.printer import choose_printer
from uadesk.ui.widgets.buttons import button


class PullDialog(SaidDialog):
    """Says which letters on closed cases are still in the house, by code, writer and step; the list can be printed."""

    def __init__(self, context: Context, letters: Sequence[LetterRow], parent: QWidget | None = None) -> None:
        cases = list(dict.fromkeys(row.case for row in letters))
        paper = paper_among(context.desk, letters)
        super().__init__(
            _title(len(paper), cases),
            _sentence(len(paper), len(letters) - len(paper), len(cases)),
            [_line(row, names_case=len(cases) > 1) for row in paper],
            parent,
        )
        self.lines.setVisible(bool(paper))
        self.choose_printer: Callable[[QPrinter, QWidget], bool] = choose_printer
        self.print_button = button(_("Print the list…"), self.print_list, icon="print", key="Ctrl+P")
        self.row.insertWidget(1, self.print_button)
        self._context, self._idents = context, [row.ident for row in letters]
        self.withdraw_button = button(_("Withdraw them all"), self.withdraw)
        self.withdraw_button.setToolTip(_("They are out of the pile: the record says that none of them goes"))
        self.row.insertWidget(2, self.withdraw_button)
        self.setModal(True)

    @classmethod
    def show_letters(cls, context: Context, letters: Sequence[LetterRow], parent: QWidget) -> "PullDialog":
        """Show the list until it is closed."""
        dialog = cls(context, letters, parent)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()
        return dialog

    def withdraw(self) -> None:
        """They are pulled: none of them goes. It can be undone."""
        from uadesk.desk.steps import Marked, marking
        from uadesk.desk.words import marked_sentence

        context, idents = self._context, self._idents

        def tell(marked: Marked) -> None:
            context.notify(marked_sentence(marked, LetterStatus.WITHDRAWN), undoable=bool(marked.done))

        self.accept()
        context.do(
            lambda: marking(context.desk, idents, LetterStatus.WITHDRAWN),
            tell,
            What.LETTERS,
            What.EVENING,
            pieces=len(idents),
            title=_("Marking letters"),
        )

    def print_list(self) -> None:
        """Ask for a printer and print the list."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(_("Letters to pull"))  # says nothing about people
        if self.choose_printer(printer, self):
            document = QTextDocument()
            document.setPlainText(self.said)
            document.print_(printer)


def _title(paper: int, cases: Sequence[str]) -> str:
    if not paper:
        return _("Nothing on {case} is to go any more").format(case=", ".join(cases))
    words = ngettext("Pull {count} letter on {case}", "Pull {count} letters on {case}", paper)
    return words.format(count=paper, case=", ".join(cases))


def _sentence(paper: int, drafts: int, cases: int) -> str:
    """What is to be done with the paper; drafts that are on none are only told of."""
    said = [ngettext("The case is closed.", "The cases are closed.", cases)]
    if paper:
        said.append(_("Take these out of the pile; none of them is to be posted."))
    if drafts:
        words = ngettext(
            "{n} draft stands in the program only; withdraw it too.",
            "{n} drafts stand in the program only; withdraw them too.",
            drafts,
        )
        said.append(words.format(n=drafts))
    return " ".join(said)


def _line(row: LetterRow, *, names_case: bool) -> str:
    from uadesk.desk.words import status_word

    words = _("{code}  {member} to {addressee} ({status})").format(
        code=row.code, member=row.member, addressee=row.addressee, status=status_word(row.status)
    )
    return f"{row.case}  {words}" if names_case else words
