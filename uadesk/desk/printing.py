"""A batch of letters or envelopes goes to paper; only what a person confirms is marked printed."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from uadesk.base.errors import UADeskError
from uadesk.base.jobs import Job, finish
from uadesk.base.language import N_
from uadesk.desk.composing import Composer, addressee_of, edit_of
from uadesk.desk.desk import Desk, Skipped
from uadesk.desk.freezing import freeze
from uadesk.desk.going import expect_may_go
from uadesk.desk.groups import group
from uadesk.desk.letters import LetterGoneError, expect_there
from uadesk.desk.portions import in_portions
from uadesk.desk.steps import Marked
from uadesk.desk.writing import is_behind
from uadesk.domain.cases import CaseState
from uadesk.domain.letters import WAITING, Channel, LetterStatus
from uadesk.domain.people import Paper
from uadesk.domain.pictures import Picture
from uadesk.domain.pieces import Piece, RunKind
from uadesk.domain.rows import CaseRow
from uadesk.letters.checks import refusals
from uadesk.press.preview import render
from uadesk.reference.stationery import load_envelopes
from uadesk.store.errors import WrongStepError

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from uadesk.store.letters import LetterRecord

__all__ = [
    "NothingToPrintError",
    "Picture",
    "PrintJob",
    "UnknownStationeryError",
    "confirm_printed",
    "confirming",
    "page_picture",
    "print_envelopes",
    "print_letters",
]

NO_LONGER_DRAFTS = frozenset({LetterStatus.PRINTED, LetterStatus.SIGNED})


class NothingToPrintError(UADeskError):
    """No letter is waiting for this."""

    def __init__(self, what: str, refused: tuple[Skipped, ...] = ()) -> None:
        super().__init__(what, refused)
        self.what = what
        self.refused = refused


class UnknownStationeryError(UADeskError):
    """The stationery data knows no such envelope."""

    def __init__(self, given: str, known: tuple[str, ...]) -> None:
        super().__init__(given, known)
        self.given = given
        self.known = known


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


def print_letters(
    desk: Desk,
    idents: Iterable[int],
    *,
    paper: Paper | None = None,
    again: bool = False,
    fold_marks: bool = False,
) -> Job[PrintJob]:
    """Make the PDF of those letters that are drafts by post, in the order in which they were drafted.

    `again` takes printed and signed ones too, as they were printed. Nothing is marked printed before
    `confirm_printed`. Raises NothingToPrintError when no piece is left.
    """
    from uadesk.press.letters import letters_pdf

    statuses = {LetterStatus.DRAFT} | (NO_LONGER_DRAFTS if again else set())
    batch = _gather(desk, idents, statuses, {Channel.POST}, RunKind.LETTERS)
    sheet = paper or group(desk).usual_paper
    out = BytesIO()
    pressed = yield from letters_pdf(batch.pieces, sheet, out, fold_marks=fold_marks)
    refused = tuple(Skipped(each.code, each.error) for each in pressed.refused)
    return _job(desk, batch, RunKind.LETTERS, sheet.value, out.getvalue(), pressed.pages, pressed.codes, refused)


def print_envelopes(desk: Desk, idents: Iterable[int], *, stationery: str | None = None) -> Job[PrintJob]:
    """Make the PDF of the envelopes, one for each piece by post or by hand that has not gone, in the letters' order.

    Raises NothingToPrintError, UnknownStationeryError.
    """
    from uadesk.press.envelopes import envelopes_pdf

    known = load_envelopes()
    ident = stationery or group(desk).usual_envelope
    if ident not in known:
        raise UnknownStationeryError(ident, tuple(known))
    batch = _gather(desk, idents, WAITING, {Channel.POST, Channel.HANDWRITTEN}, RunKind.ENVELOPES)
    out = BytesIO()
    pressed = yield from envelopes_pdf(batch.pieces, known[ident], out)
    refused = tuple(Skipped(each.code, each.error) for each in pressed.refused)
    return _job(desk, batch, RunKind.ENVELOPES, ident, out.getvalue(), pressed.pages, pressed.codes, refused)


def confirm_printed(desk: Desk, job: PrintJob, codes: Collection[str] | None = None) -> Marked:
    """The stack came out: mark its letters printed, all or only those with these codes, as they stand on paper.

    An envelope that came out is no letter that did: a run of envelopes is confirmed and moves nothing.
    """
    return finish(confirming(desk, job, codes))


def confirming(desk: Desk, job: PrintJob, codes: Collection[str] | None = None) -> Job[Marked]:
    """The same step by step, as one act to undo."""
    from uadesk.store.queries.letters import letter_rows
    from uadesk.store.queries.printing import letters_with_codes, spoiled
    from uadesk.store.runs import PrintRunRecord

    good = {piece.code: piece for piece in job.pieces if piece.code in (job.codes if codes is None else codes)}
    moved: list[int] = []
    skipped: list[Skipped] = []
    behind: list[str] = []

    def move(session: "Session", portion: Sequence[str]) -> None:
        letters = letters_with_codes(session, portion)
        gone = set(portion) - {letter.code for letter in letters}
        skipped.extend(Skipped(code, LetterGoneError(0)) for code in portion if code in gone)
        for letter in letters:
            try:
                if letter.status is LetterStatus.WITHDRAWN:
                    raise WrongStepError(letter.code, letter.status, LetterStatus.PRINTED, letter.channel)
                if job.what is RunKind.LETTERS and letter.status is LetterStatus.DRAFT:
                    letter.move_to(LetterStatus.PRINTED, desk.now, desk.today)
                    freeze(letter, good[letter.code])
                    behind.extend([letter.code] if is_behind(letter, good[letter.code]) else [])
                moved.append(letter.id)
            except UADeskError as error:
                skipped.append(Skipped(letter.code, error))

    with desk.store.act(N_("Print letters")) as act:
        yield from in_portions(act, [code for code in job.codes if code in good], move)
        with act.writing() as session:
            session.get_one(PrintRunRecord, job.run_id).answer(desk.now)
            if job.what is RunKind.ENVELOPES:
                spoiled(session, job.run_id, good)
    with desk.store.reading() as session:
        return Marked(tuple(letter_rows(session, moved)), tuple(skipped), tuple(behind))


def page_picture(pdf: bytes, page: int, width: int) -> Picture:
    """One page (from 0) of our own PDF as a picture of this width in pixels."""
    return render(pdf, page, width)


@dataclass(frozen=True, slots=True)
class _Batch:
    """The pieces that can go to paper, those that cannot and why, and the cases whose date is gone."""

    idents: dict[str, int]
    pieces: tuple[Piece, ...]
    refused: tuple[Skipped, ...]
    late: tuple[CaseRow, ...]
    silent: tuple[str, ...]


def _gather(
    desk: Desk,
    idents: Iterable[int],
    statuses: Collection[LetterStatus],
    channels: Collection[Channel],
    what: RunKind,
) -> _Batch:
    from uadesk.store.queries.cases import case_rows
    from uadesk.store.queries.printing import letters_to_compose

    composer = Composer(group(desk), desk.today)
    pieces: list[Piece] = []
    refused: list[Skipped] = []
    found: dict[str, int] = {}
    cases: set[int] = set()
    silent: dict[str, None] = {}
    with desk.store.reading() as session:
        for letter in letters_to_compose(session, sorted(set(idents))):
            if letter.status not in statuses or letter.channel not in channels:
                continue
            try:
                pieces.append(_checked(letter, composer, envelope=what is RunKind.ENVELOPES))
            except UADeskError as error:
                refused.append(Skipped(letter.code, error))
                continue
            found[letter.code] = letter.id
            cases.add(letter.case_id)
            text = pieces[-1].text
            if text is not None and text.is_silent:
                silent[letter.case.name] = None
        late = [row for row in case_rows(session, sorted(cases), desk.today) if row.state is CaseState.PAST]
    if not pieces:
        raise NothingToPrintError(what, tuple(refused))
    return _Batch(found, tuple(pieces), tuple(refused), tuple(late), tuple(silent))


def _checked(letter: "LetterRecord", composer: Composer, *, envelope: bool) -> Piece:
    """The piece, if it may be printed. Raises what forbids it."""
    expect_may_go(letter, envelope=envelope)
    piece = composer.piece(letter)
    postal = letter.frozen is not None or addressee_of(letter, edit_of(letter)).has_postal_lines
    for refusal in refusals(piece, has_postal_lines=postal):
        raise refusal
    return piece


def _job(
    desk: Desk,
    batch: _Batch,
    what: RunKind,
    stationery: str,
    pdf: bytes,
    pages: int,
    codes: Sequence[str],
    refused: tuple[Skipped, ...],
) -> PrintJob:
    """Keep the run in the record, and give the batch. Raises BatchGoneError, NothingToPrintError."""
    from uadesk.store.runs import PrintRunPieceRecord, PrintRunRecord

    refused = batch.refused + refused
    if not codes:
        raise NothingToPrintError(what, refused)
    with desk.store.writing("") as session:
        expect_there(session, [batch.idents[code] for code in codes])
        run = PrintRunRecord(what=what, stationery=stationery, made=desk.now)
        run.pieces.extend(
            PrintRunPieceRecord(place=place, letter_id=batch.idents[code]) for place, code in enumerate(codes)
        )
        session.add(run)
        session.flush()
        run_id = run.id
    return PrintJob(run_id, what, pdf, pages, tuple(codes), batch.pieces, refused, batch.late, batch.silent)
