"""Deadlines as chips that carry words, so that nothing is said by colour alone."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from uadesk.domain.cases import CaseState, days_left
from uadesk.domain.rows import CaseRow
from uadesk.ui.widgets.labels import plain_label, set_tone

SOON = 7
"""Days left from which a deadline is marked."""


def deadline_tone(state: CaseState, act_until: date | None, today: date) -> str:
    """Which colour goes with a deadline: amber when it is near or past, quiet when closed, else green."""
    if state is CaseState.CLOSED:
        return "quiet"
    if state is CaseState.PAST or act_until is None:
        return "amber"
    return "amber" if days_left(act_until, today) <= SOON else "green"


def deadline_words(row: CaseRow, today: date) -> str:
    """The deadline of a case in words: "9 days left", "closed 22 July 2025"."""
    from uadesk.desk.words import deadline

    return deadline(row, today)


class DeadlineChip(QLabel):
    """How long there is to write on a case."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", "chip")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)

    def show_case(self, row: CaseRow, today: date) -> None:
        """Say how this case stands today."""
        words = deadline_words(row, today)
        self.setText(words)
        self.setAccessibleName(words)
        set_tone(self, deadline_tone(row.state, row.act_until, today))


def chip(text: str, tone: str = "") -> QLabel:
    """A small label with an edge; `tone` is amber, green or quiet."""
    label = plain_label(text, "chip")
    label.setProperty("tone", tone)
    label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    return label
