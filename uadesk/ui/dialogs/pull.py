"""The letters that must not go: a list to take to the pile."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from uadesk.base.language import _, ngettext
from uadesk.domain.rows import LetterRow
from uadesk.ui.dialogs.said import SaidDialog


class PullDialog(SaidDialog):
    """Says which letters on a closed case are still in the house, by code, writer and step."""

    def __init__(self, case: str, letters: Sequence[LetterRow], parent: QWidget | None = None) -> None:
        from uadesk.desk.words import status_word

        lines = [
            _("{code}  {member} to {addressee} ({status})").format(
                code=row.code, member=row.member, addressee=row.addressee, status=status_word(row.status)
            )
            for row in letters
        ]
        count = len(letters)
        super().__init__(
            ngettext("Pull {count} letter on {case}", "Pull {count} letters on {case}", count).format(
                count=count, case=case
            ),
            _("The case is closed. Take these out of the pile; none of them is to be posted."),
            lines,
            parent,
        )
        self.setModal(True)

    @classmethod
    def show_letters(cls, case: str, letters: Sequence[LetterRow], parent: QWidget) -> "PullDialog":
        """Show the list until it is closed."""
        dialog = cls(case, letters, parent)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()
        return dialog
