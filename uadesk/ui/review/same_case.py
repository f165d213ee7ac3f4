"""The same case again, in the review: which case a bulletin is about, and what of the case it changes."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from uadesk.base.language import _
from uadesk.desk.recognising import Decided, Effect, Recognised, must_be_asked
from uadesk.desk.words import effect_sentence
from uadesk.domain.bulletins import BulletinDraft
from uadesk.domain.comparing import ROLES, fields_of, take_over
from uadesk.ui.review.case_card import CaseCard
from uadesk.ui.review.changes import Changes
from uadesk.ui.review.doubts import checks_now, spans_now

Recognise = Callable[[BulletinDraft, int | None], Recognised]
_REST = 300
"""Milliseconds without a key, after which the desk is asked again what the bulletin is to it."""


class SameCase(QObject):
    """Keeps the two cards of the review that tell of the case in step with the draft as it stands in the form."""

    changed = Signal()
    """What the bulletin is to the desk may be another thing now."""
    touched = Signal()
    """A person answered the question, or set or took away a tick."""
    left_out = Signal(str)
    """The path of a field that stays as the case has it: what was doubted about it matters no more."""

    def __init__(
        self,
        recognise: Recognise,
        cases: Sequence[tuple[str, int]],
        decided: Decided | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`recognise` asks the desk; `cases` are all that there are, by what they are called.

        `decided` is what a person decided before, when the review was left without saving.
        """
        super().__init__(parent)
        self._recognise = recognise
        self._draft: BulletinDraft | None = None
        self.recognised = Recognised(Effect.NEW_CASE)
        decided = decided or Decided()
        self.card = CaseCard(cases, decided)
        self.changes = Changes(decided.left)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._look)
        self.card.answered.connect(self._look)
        self.card.answered.connect(self._note_case)
        self.card.answered.connect(self.touched)
        self.changes.changed.connect(self.touched)
        self.changes.left_out.connect(self.left_out)

    @property
    def trouble(self) -> str:
        """Why the bulletin cannot be stored yet, "" when it can."""
        return _("Say first which case this is about.") if self.card.waits else ""

    @property
    def case_id(self) -> int | None:
        """The case that a person chose, None where the number tells or it is a case of its own."""
        return self.card.case_id

    @property
    def decided(self) -> Decided:
        """What a person decided so far."""
        question = self.card.question
        is_own = question is not None and question.is_answered and question.case_id is None
        return Decided(self.case_id, is_own, self.changes.unticked)

    def note_edit(self, draft: BulletinDraft) -> None:
        """The form has another draft now."""
        self._draft = draft
        self._rest.start()

    def look(self, draft: BulletinDraft) -> None:
        """Ask the desk at once what this draft is to it, and show that."""
        self._draft = draft
        self._look()

    def taken(self, draft: BulletinDraft) -> BulletinDraft:
        """The draft with what a person left as the case has it."""
        before = self.recognised.before
        left = [each for each in self.recognised.differences(draft) if self.changes.is_left(each)]
        if before is None or not left:
            return draft
        gone = {each.path for each in left if each.path.endswith("]")}
        kept: dict[str, str] = {}
        for listed in ROLES.values():
            paths = (f"{listed}[{place}]" for place in range(len(getattr(draft, listed))))
            stay = [path for path in paths if path not in gone]
            kept.update({path: f"{listed}[{place}]" for place, path in enumerate(stay)})
        rewritten = [path for each in left for path in fields_of(each)]
        checks = [each for each in draft.checks if not each.field.startswith(tuple(rewritten))]
        return replace(
            take_over(draft, before, left),
            checks=checks_now(checks, kept),
            spans=spans_now(draft.spans, kept, rewritten),
        )

    def _note_case(self) -> None:
        """With the case its number is known, or known to be none."""
        if self.case_id is not None:
            self.left_out.emit("ua_number")

    def _look(self) -> None:
        self._rest.stop()
        draft = self._draft
        if draft is None:
            return
        found = self._recognise(draft, None)
        self.card.ask(found.proposals if must_be_asked(found, draft) else None)
        if self.card.case_id is not None:
            found = self._recognise(draft, self.card.case_id)
        self.recognised = found
        differences = found.differences(draft)
        if found.effect is Effect.CHANGES and not differences:
            found = replace(found, effect=Effect.HISTORY)
        self.card.say("" if self.card.waits or found.effect is Effect.NEW_CASE else effect_sentence(found))
        self.changes.show_differences(differences, found.case)
        self.changed.emit()
