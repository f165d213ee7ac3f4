"""What the window's tests share: an invented bulletin, its text and spans, and answers to dialogs."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import count
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton, QWidget

from tests.desk.conftest import FIRST
from tests.desk.conftest import MINISTER as ABROAD
from uadesk.base.jobs import Job
from uadesk.domain.bulletins import BulletinDraft, Stage
from uadesk.domain.people import Group, Person
from uadesk.domain.texts import Check, Level, Span, Text
from uadesk.ui.context import Context
from uadesk.ui.worker import JobQueue

if TYPE_CHECKING:
    from uadesk.base.errors import UADeskError

D = TypeVar("D", bound=QWidget)
T = TypeVar("T")
TODAY = date(2025, 6, 1)

TEXT = """Urgent Action Office 𝒜
First UA: 34/25 Index: AMR 29/0001/2025

FREE THE RIVER GUARDIANS

Three river guardians were arrested in March.

Write to the minister urging the government to:
- Release the guardians at once.
- Return their boats.

The Honourable Ana Peña
Minister of Justice
12 Palace Square
San Rafael
Salutation: Dear Minister Peña,

And copy:
Mr. Luis Mora
Embassy of Costa Rica
350 Sparks Street
Ottawa, ON K1R 7S8
"""
MINISTER = replace(ABROAD, lines=ABROAD.lines[:-1], address_lines=ABROAD.address_lines[:-1])
"""As the bulletin above prints it: without a country line."""


def bulletin(**changes: object) -> BulletinDraft:
    """A first bulletin on 34/25, every field found, nothing in doubt."""
    first = TEXT.index("FREE THE")
    draft = replace(
        FIRST,
        text=Text(TEXT, ((first, first + len("FREE THE RIVER GUARDIANS")),)),
        targets=(MINISTER,),
        summary="Three river guardians were arrested in March.",
    )
    draft = replace(draft, spans=spans(draft))
    return replace(draft, **changes)  # type: ignore[arg-type]  # the caller names fields of the draft


def outcome() -> BulletinDraft:
    """The outcome that closes 34/25."""
    return bulletin(
        stage=Stage.OUTCOME,
        index="AMR 29/0002/2025",
        issued=date(2025, 5, 20),
        text=Text("The guardians came home."),
        further_action=False,
        demands=(),
        targets=(),
        copies=(),
        spans={},
    )


def doubtful() -> BulletinDraft:
    """The same bulletin with two doubts about its copy."""
    return bulletin(
        checks=(
            Check(
                "copies[0].country_code", Level.UNCERTAIN, "country_inferred", {"why": "postal_code", "country": "CA"}
            ),
            Check("copies[0].salutation", Level.MISSING, "no_salutation"),
        )
    )


def spans(draft: BulletinDraft) -> dict[str, Span]:
    """Where the values stand in the text."""
    values = {"title": draft.title, "index": draft.index, "demand_lead": draft.demand_lead, "summary": draft.summary}
    values |= {f"demands[{place}]": demand for place, demand in enumerate(draft.demands)}
    for listed, addressees in (("targets", draft.targets), ("copies", draft.copies)):
        for place, addressee in enumerate(addressees):
            values |= {f"{listed}[{place}].lines[{row}]": line for row, line in enumerate(addressee.lines)}
            values[f"{listed}[{place}].salutation"] = addressee.salutation
    found = {path: (draft.text.content.find(value), value) for path, value in values.items() if value}
    return {path: (start, start + len(value)) for path, (start, value) in found.items() if start >= 0}


def group() -> Group:
    return Group("Group 9", "9", ("12 Chapel Street", "Ottawa ON  K1P 5T7"), "CA")


def people() -> tuple[Person, ...]:
    return (
        Person("Zoë Łukaszewska", ("5 Elm Road", "Ottawa ON  K2B 1A1")),
        Person("Amir Haddad", ("9 Hill Street", "Ottawa ON  K1S 2B2")),
        Person("Anna Brook"),
    )


class Heard:
    """A context, and what was said to it."""

    def __init__(self, context: Context, queue: JobQueue) -> None:
        self.context = context
        self.queue = queue
        self.notices: list[tuple[str, bool]] = []
        self.troubles: list[UADeskError] = []
        context.noticed.connect(lambda text, undoable: self.notices.append((text, undoable)))
        context.troubled.connect(self.troubles.append)


def answer(kind: type[D], does: Callable[[D], object]) -> None:
    """When a dialog of this kind opens, do this with it."""

    def look(tries: int = 200) -> None:
        shown = QApplication.activeModalWidget()
        if isinstance(shown, kind):
            does(shown)
        elif tries:
            QTimer.singleShot(5, lambda: look(tries - 1))

    QTimer.singleShot(0, look)


def press(window: QWidget, text: str) -> None:
    """Press the button with this word."""
    buttons = [each for each in window.findChildren(QPushButton) if each.text().replace("&", "") == text]
    assert buttons, f"no button {text!r}"
    assert buttons[0].isEnabled(), f"{text!r} is disabled: {buttons[0].toolTip()}"
    buttons[0].click()


def accept(dialog: QDialog) -> None:
    """Press the filled button of a dialog."""
    filled = [each for each in dialog.findChildren(QPushButton) if each.property("look") == "filled"]
    assert filled[0].isEnabled(), filled[0].toolTip()
    filled[0].click()


def press_in_box(text: str) -> Callable[[QMessageBox], None]:
    """Answer a question with this word."""
    return lambda box: press(box, text)


class Gate:
    """Holds a job up at one of its steps, until a test lets it go on."""

    def __init__(self, at: int) -> None:
        self.reached, self.open = Event(), Event()
        self._at = at

    def through(self, job: Job[T]) -> Job[T]:
        """The job, held up at its step number `at` (from 0)."""
        for place in count():
            try:
                step = next(job)
            except StopIteration as end:
                return end.value  # type: ignore[no-any-return]
            if place == self._at:
                self.reached.set()
                assert self.open.wait(20)
            yield step
        raise AssertionError
