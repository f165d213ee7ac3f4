"""What all letters on a case say, edited once by the coordinator."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from uadesk.base.language import _
from uadesk.ui.context import Context, What
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.buttons import button, set_text
from uadesk.ui.widgets.dialogs import FormDialog, dress, ok_cancel, scrolled
from uadesk.ui.widgets.fields import LinesEdit, labelled
from uadesk.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from uadesk.desk.cases import CaseText
    from uadesk.letters.shared import SharedText


class CaseTextDialog(FormDialog):
    """Subject, the paragraph on the case, and what is asked; a model letter's body instead, where there is one."""

    def __init__(self, case: str, text: "CaseText", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shared = text.shared
        self.setWindowTitle(_("What all letters on {case} say").format(case=case))
        self.subject = QLineEdit(text.shared.subject)
        case_text = text.shared.case if text.looked_at else text.proposal
        self.case = LinesEdit(_("The paragraph on the case"), [case_text], height=5)
        self.lead = LinesEdit(_("The words before the demands"), [text.shared.lead], height=1)
        self.demands = LinesEdit(_("What is asked"), text.shared.demands, height=5)
        self.body = LinesEdit(_("The letter"), text.shared.body, height=9)
        self.buttons = ok_cancel(self, _("&Save for all letters"))
        self._lay_out(text)

    @property
    def shared(self) -> "SharedText":
        """The text as it stands in the form."""
        return replace(
            self._shared,
            subject=" ".join(self.subject.text().split()),
            case=" ".join(self.case.lines),
            lead=" ".join(self.lead.lines),
            demands=self.demands.lines,
            body=self.body.lines,
        )

    @classmethod
    def ask(
        cls,
        case: str,
        text: "CaseText",
        parent: QWidget,
        keep: "Callable[[SharedText], object]",
        stored: "Callable[[], SharedText]",
    ) -> bool:
        """Whether the text was kept; False where the dialog was left. `stored` reads it anew."""
        dialog = cls(case, text, parent)
        return dialog.ask_until_kept(lambda: keep(dialog.shared), lambda: _as_text(stored()))

    @property
    def ok(self) -> QPushButton:
        """The filled button."""
        return self.buttons.button(QDialogButtonBox.StandardButton.Ok)

    def _lay_out(self, text: "CaseText") -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(2 * GRID)
        said = _("Each letter adds the writer's own words. Letters that are printed already stay as they are.")
        column.addWidget(plain_label(said, "quiet", wraps=True))
        column.addWidget(labelled(_("S&ubject"), self.subject))
        if text.shared.body:
            column.addWidget(labelled(_("The &letter, one paragraph a line"), self.body))
        else:
            hint = "" if text.looked_at else _("Taken from the bulletin's summary: shorten it to what a letter needs.")
            column.addWidget(labelled(_("One &paragraph on the case"), self.case, hint=hint), 4)
            unsure = "" if text.sure else _("Please check: is this what you want to say, in the first person?")
            column.addWidget(labelled(_("The words &before the demands"), self.lead, hint=unsure), 1)
            column.addWidget(labelled(_("What is &asked, one point a line"), self.demands), 4)
        dress(self, scrolled(content), self.buttons, (720, 720))


def edit_case_text(context: Context, case_id: int, name: str, parent: QWidget) -> bool:
    """Let the coordinator look at what all letters on a case say; whether it was kept, and told, or left."""
    from uadesk.desk.cases import save_shared_text, shared_text

    desk = context.desk
    seen = [shared_text(desk, case_id)]
    save = context.noting(save_shared_text)

    def stored() -> "SharedText":
        seen.append(shared_text(desk, case_id))
        return seen[-1].shared

    kept = CaseTextDialog.ask(
        name, seen[0], parent, lambda shared: save(desk, case_id, shared, seen[-1].version), stored
    )
    if kept:
        said = _("The text of all letters on {case} was saved.").format(case=name)
        context.tell_kept(What.CASES, What.LETTERS, said=said)
    return kept


class LetterTextDialog(CaseTextDialog):
    """The same for one letter, which may depart from the others; the coordinator may change it for all instead."""

    def __init__(
        self,
        case: str,
        text: "CaseText",
        own: "SharedText | None",
        *,
        can_change_all: bool,
        parent: QWidget | None = None,
    ) -> None:
        """`own` is the letter's text where it departs already."""
        super().__init__(case, text if own is None else replace(text, shared=own, looked_at=True), parent)
        self.for_all = False
        self.setWindowTitle(_("The text of this letter"))
        set_text(self.ok, _("Only this letter"))
        self.all_button = button(_("All letters on {case}").format(case=case), self._take_for_all)
        self.all_button.setToolTip(_("Letters with a text of their own stay as they are"))
        self.all_button.setVisible(can_change_all)
        self.buttons.addButton(self.all_button, QDialogButtonBox.ButtonRole.ActionRole)

    @classmethod
    def ask_for(
        cls,
        case: str,
        text: "CaseText",
        own: "SharedText | None",
        parent: QWidget,
        *,
        keep: "Callable[[SharedText], object]",
        keep_for_all: "Callable[[SharedText], object] | None",
        stored: "Callable[[], SharedText]",
    ) -> bool:
        """Whether the text was kept, for this letter or for all on the case, which is offered where there is a way.

        `stored` reads anew what all letters say.
        """
        dialog = cls(case, text, own, can_change_all=keep_for_all is not None, parent=parent)

        def take() -> None:
            (keep_for_all if dialog.for_all and keep_for_all is not None else keep)(dialog.shared)

        return dialog.ask_until_kept(take, lambda: _as_text(stored()))

    def _take_for_all(self) -> None:
        self.for_all = True
        self.accept()
        self.for_all = False  # where it could not be kept, the person chooses again


def _as_text(text: "SharedText") -> str:
    lines = (text.subject, text.case, text.lead, *text.demands, *text.body)
    return "\n".join(line for line in lines if line)
