"""Asks which case a bulletin without a number is about; nothing is chosen before a person says so."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from uadesk.base.language import _
from uadesk.desk.recognising import Decided
from uadesk.desk.words import proposal_word, reason_words
from uadesk.domain.same_case import Proposal
from uadesk.ui.review.editors import Choice
from uadesk.ui.theme import GRID, TARGET
from uadesk.ui.widgets.choosing import WordyChoice
from uadesk.ui.widgets.labels import plain_label


class CaseQuestion(QFrame):
    """The proposed cases with their reasons, every other case, or a case of its own."""

    answered = Signal()

    def __init__(
        self, proposals: Sequence[Proposal], cases: Sequence[tuple[str, int]], parent: QWidget | None = None
    ) -> None:
        """`cases` are all that there are, by what they are called."""
        super().__init__(parent)
        self.setProperty("look", "doubt")
        self.proposals = tuple(proposals)
        about = _("Yes, about {case}") if len(self.proposals) == 1 else _("About {case}")
        self.proposed = [
            WordyChoice(about.format(case=proposal_word(each)), _sentence(reason_words(each))) for each in proposals
        ]
        self.another = WordyChoice(_("About another case:") if proposals else _("About this case:"))
        self.own = WordyChoice(_("It is a case of its own"))
        first = (_("choose the case"), None)
        self.cases = Choice([first, *cases], None, _("Another case"))
        self.cases.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.cases.setMinimumContentsLength(10)  # long titles make the window no wider
        self._group = QButtonGroup(self)
        for each in (*self.proposed, self.another, self.own):
            self._group.addButton(each.button)
        self._lay_out(has_cases=bool(cases))
        self._group.buttonToggled.connect(self._note)
        self.cases.currentIndexChanged.connect(self._note_case)

    @property
    def is_answered(self) -> bool:
        """Whether a person said which case it is, or that it is none of these."""
        return self.own.button.isChecked() or self.case_id is not None

    @property
    def case_id(self) -> int | None:
        """The case that was chosen; None for a case of its own, and while nobody said."""
        if self.another.button.isChecked():
            chosen = self.cases.value
            return chosen if isinstance(chosen, int) else None
        pairs = zip(self.proposed, self.proposals, strict=True)
        return next((proposal.case_id for choice, proposal in pairs if choice.button.isChecked()), None)

    def answer(self, decided: Decided) -> None:
        """Answer as a person did before, where that is still among the answers."""
        for choice, proposal in zip(self.proposed, self.proposals, strict=True):
            if proposal.case_id == decided.case_id:
                choice.button.setChecked(True)
                return
        if decided.case_id in self.cases.values[1:]:
            self.cases.setCurrentIndex(self.cases.values.index(decided.case_id))
        elif decided.is_own:
            self.own.button.setChecked(True)

    def focus_first(self) -> None:
        """Go to the first answer."""
        self._group.buttons()[0].setFocus()

    def _note(self, _button: object, is_chosen: object) -> None:
        if is_chosen:
            self.answered.emit()

    def _note_case(self) -> None:
        """A case taken from the list is the answer."""
        if self.cases.value is not None and not self.another.button.isChecked():
            self.another.button.setChecked(True)
        else:
            self.answered.emit()

    def _lay_out(self, *, has_cases: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(int(1.5 * GRID), GRID, int(1.5 * GRID), int(1.5 * GRID))
        column.setSpacing(GRID // 2)
        column.addWidget(plain_label(self._question(), "heading", wraps=True))
        said = _("The bulletin gives no number that the desk knows. Your answer decides where it is kept.")
        column.addWidget(plain_label(said, wraps=True))
        listed = QHBoxLayout()
        listed.setContentsMargins(TARGET + GRID // 2, 0, 0, 0)  # below the words of its button
        listed.addWidget(self.cases)
        for each in self.proposed:
            column.addWidget(each)
        column.addWidget(self.another)
        column.addLayout(listed)
        column.addWidget(self.own)
        for widget in (self.another, self.cases):
            widget.setVisible(has_cases)

    def _question(self) -> str:
        if len(self.proposals) == 1:
            return _("Is this about {case}?").format(case=self.proposals[0].case)
        return _("Which case is this about?")


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
