"""A batch of pieces as it goes to paper: whether each may go, and whether it is still what would be printed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from uadesk.base.errors import UADeskError
from uadesk.desk.composing import Composer, addressee_of, edit_of, is_same
from uadesk.desk.desk import Skipped
from uadesk.desk.going import expect_may_go
from uadesk.domain.letters import WAITING
from uadesk.domain.pieces import Piece, RunKind
from uadesk.domain.rows import CaseRow
from uadesk.letters.checks import refusals

if TYPE_CHECKING:
    from uadesk.store.letters import LetterRecord


class NothingToPrintError(UADeskError):
    """No letter is waiting for this."""

    def __init__(self, what: str, refused: tuple[Skipped, ...] = ()) -> None:
        super().__init__(what, refused)
        self.what = what
        self.refused = refused


class PaperGivenUpError(UADeskError):
    """A letter was brought up to date after this page of it went to the printer: the page is waste paper."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class BatchChangedError(UADeskError):
    """What stands on these pieces is another thing by now, or may not go: they are to be made anew."""

    def __init__(self, codes: tuple[str, ...]) -> None:
        super().__init__(codes)
        self.codes = codes


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A batch as it goes to paper: the PDF, the codes in their order, and what could not be printed and why.

    `late` names the cases whose last day to write is gone: one asks the office first. `silent` names those whose
    letters say nothing on the case, since nobody has looked at its paragraph.
    """

    run_id: int
    what: RunKind
    pdf: bytes
    pages: int
    codes: tuple[str, ...]
    pieces: tuple[Piece, ...]
    refused: tuple[Skipped, ...]
    late: tuple[CaseRow, ...]
    silent: tuple[str, ...] = ()


def checked(letter: "LetterRecord", composer: Composer, *, envelope: bool) -> Piece:
    """The piece, if it may be printed. Raises what forbids it."""
    expect_may_go(letter, envelope=envelope)
    piece = composer.piece(letter)
    postal = letter.frozen is not None or addressee_of(letter, edit_of(letter)).has_postal_lines
    for refusal in refusals(piece, has_postal_lines=postal):
        raise refusal
    return piece


def changed_since(letters: Iterable["LetterRecord"], job: PrintJob, composer: Composer) -> tuple[str, ...]:
    """The codes of this batch's pieces that would be others by now, or may not go any more, in their order."""
    found = {letter.code: letter for letter in letters}
    made = {piece.code: piece for piece in job.pieces}
    return tuple(code for code in job.codes if not _stands(found.get(code), made[code], job.what, composer))


def _stands(letter: "LetterRecord | None", made: Piece, what: RunKind, composer: Composer) -> bool:
    """Whether a piece is still what would be printed of its letter."""
    if letter is None or letter.status not in WAITING:
        return False
    try:
        now = checked(letter, composer, envelope=what is RunKind.ENVELOPES)
    except UADeskError:
        return False
    if what is RunKind.ENVELOPES:
        return (now.recipient, now.sender) == (made.recipient, made.sender)
    return is_same(now, made)


def is_up_to_date(letter: "LetterRecord", made: Piece, composer: Composer) -> bool:
    """Whether a piece says what its letter does by now; not where nobody is left to write it."""
    try:
        return is_same(composer.piece(letter), made)
    except UADeskError:
        return False
