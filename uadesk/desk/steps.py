"""The steps of letters: printed, signed, posted, sent, answered; and taking one back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from uadesk.base.errors import UADeskError
from uadesk.base.jobs import Job, finish
from uadesk.base.language import N_
from uadesk.desk.blocks import Blocks
from uadesk.desk.composing import Composer
from uadesk.desk.desk import Desk, Skipped
from uadesk.desk.following import rejoin
from uadesk.desk.freezing import freeze
from uadesk.desk.groups import group
from uadesk.desk.portions import in_portions
from uadesk.domain.letters import LetterStatus
from uadesk.domain.rows import LetterRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class NoStepToTakeBackError(UADeskError):
    """A draft has taken no step that could be taken back."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Marked:
    """The letters that took a step, and those that could not.

    `behind` are the codes of those whose writer typed on after their page was made: the words are kept with the
    letter, and are not on this paper.
    """

    done: tuple[LetterRow, ...]
    skipped: tuple[Skipped, ...]
    behind: tuple[str, ...] = ()


def mark(desk: Desk, idents: Iterable[int], status: LetterStatus, *, day: date | None = None) -> Marked:
    """Move those letters that can take this step, and name the rest. `day` is when it happened, else today.

    A letter that leaves the state of a draft is frozen as it stands, unless it is pulled.
    """
    return finish(marking(desk, idents, status, day=day))


def marking(desk: Desk, idents: Iterable[int], status: LetterStatus, *, day: date | None = None) -> Job[Marked]:
    """The same step by step: many letters are written in portions, and are one act to undo all the same."""
    from uadesk.store.queries.letters import letter_rows
    from uadesk.store.queries.printing import letters_to_move

    moved: list[int] = []
    skipped: list[Skipped] = []
    composer = Composer(group(desk), desk.today)

    def move(session: "Session", portion: Sequence[int]) -> None:
        for letter in letters_to_move(session, portion):
            try:
                leaves_draft = letter.frozen is None and status is not LetterStatus.WITHDRAWN
                piece = composer.piece(letter) if leaves_draft else None
                letter.move_to(status, desk.now, day or desk.today)
                if piece is not None:
                    freeze(letter, piece)
                moved.append(letter.id)
            except UADeskError as error:
                skipped.append(Skipped(letter.code, error))

    with desk.store.act(N_("Mark letters")) as act:
        yield from in_portions(act, list(idents), move)
    with desk.store.reading() as session:
        return Marked(tuple(letter_rows(session, moved)), tuple(skipped))


def take_back(desk: Desk, idents: Iterable[int]) -> Marked:
    """Take the last step of these letters back ("it was not in the box after all"): an act of its own, later too.

    The step stays in the history. A letter that becomes a draft again can be changed again.
    """
    return finish(taking_back(desk, idents))


def taking_back(desk: Desk, idents: Iterable[int]) -> Job[Marked]:
    """The same step by step, as one act to undo."""
    from uadesk.store.queries.letters import letter_rows
    from uadesk.store.queries.printing import letters_to_move

    moved: list[int] = []
    skipped: list[Skipped] = []

    def move(session: "Session", portion: Sequence[int]) -> None:
        stepped = []
        for letter in letters_to_move(session, portion):
            before = letter.step_back(desk.now)
            if before is None:
                skipped.append(Skipped(letter.code, NoStepToTakeBackError(letter.code)))
                continue
            if before is LetterStatus.DRAFT:
                letter.thaw()
                letter.forget_decision()
            stepped.append(letter)
        rejoin(session, [letter for letter in stepped if letter.status is LetterStatus.DRAFT], desk.today)
        Blocks(session).settle(stepped)
        moved.extend(letter.id for letter in stepped)

    with desk.store.act(N_("Take a step back")) as act:
        yield from in_portions(act, list(idents), move)
    with desk.store.reading() as session:
        return Marked(tuple(letter_rows(session, moved)), tuple(skipped))
