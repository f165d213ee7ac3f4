"""Tells in the review which case a bulletin is about and what it does to it; asks where no number tells."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from uadesk.desk.recognising import Decided
from uadesk.domain.same_case import Proposal
from uadesk.ui.review.case_question import CaseQuestion
from uadesk.ui.theme import GRID
from uadesk.ui.widgets.labels import plain_label


class CaseCard(QWidget):
    """The question, while there is one, and one sentence on what saving does."""

    answered = Signal()

    def __init__(
        self, cases: Sequence[tuple[str, int]], decided: Decided | None = None, parent: QWidget | None = None
    ) -> None:
        """`decided` answers the question when it is asked first."""
        super().__init__(parent)
        self._decided = decided or Decided()
        self._cases = tuple(cases)
        self.question: CaseQuestion | None = None
        self.said = plain_label("", "strong", wraps=True)
        self._effect = QFrame()
        self._effect.setProperty("look", "card")
        inside = QVBoxLayout(self._effect)
        inside.setContentsMargins(int(1.5 * GRID), int(1.5 * GRID), int(1.5 * GRID), int(1.5 * GRID))
        inside.addWidget(self.said)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)
        self._column.addWidget(self._effect)
        self.say("")

    @property
    def waits(self) -> bool:
        """Whether a question is open."""
        return self.question is not None and not self.question.is_answered

    @property
    def case_id(self) -> int | None:
        """The case that was chosen in answer to the question."""
        return self.question.case_id if self.question is not None else None

    def ask(self, proposals: Sequence[Proposal] | None) -> None:
        """Ask which case it is, with these proposals; None takes the question away. An answer to the same one stays."""
        before = self.question
        if before is not None and proposals is not None and before.proposals == tuple(proposals):
            return
        self.question = None
        if before is not None:
            self._column.removeWidget(before)
            before.hide()
            before.deleteLater()
        if proposals or (proposals is not None and self._cases):
            self.question = CaseQuestion(proposals, self._cases)
            self.question.answer(self._decided)
            self._decided = Decided()
            self.question.answered.connect(self.answered)
            self._column.insertWidget(0, self.question)
        self._show()

    def say(self, sentence: str) -> None:
        """Say what saving does."""
        self.said.setText(sentence)
        self._show()

    def _show(self) -> None:
        self._effect.setVisible(bool(self.said.text()))
        self.setVisible(self.question is not None or bool(self.said.text()))
