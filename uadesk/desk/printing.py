"""A batch of letters or envelopes goes to paper; only what a person confirms is marked printed."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from uadesk.base.errors import UADeskError
from uadesk.base.jobs import Job
from uadesk.desk.batches import BatchChangedError, NothingToPrintError, PrintJob, checked
from uadesk.desk.composing import Composer
from uadesk.desk.confirming import NO_LONGER_DRAFTS, confirm_printed, confirming
from uadesk.desk.desk import Desk, Skipped
from uadesk.desk.groups import group
from uadesk.domain.cases import CaseState
from uadesk.domain.letters import WAITING, Channel, LetterStatus
from uadesk.domain.people import Paper
from uadesk.domain.pictures import Picture
from uadesk.domain.pieces import Piece, RunKind
from uadesk.domain.rows import CaseRow
from uadesk.press.preview import render
from uadesk.reference.stationery import load_envelopes

if TYPE_CHECKING:
    from uadesk.store.runs import PrintRunPieceRecord

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


class UnknownStationeryError(UADeskError):
    """The stationery data knows no such envelope."""

    def __init__(self, given: str, known: tuple[str, ...]) -> None:
        super().__init__(given, known)
        self.given = given
        self.known = known


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


def page_picture(pdf: bytes, page: int, width: int) -> Picture:
    """One page (from 0) of our own PDF as a picture of this width in pixels."""
    return render(pdf, page, width)


@dataclass(frozen=True, slots=True)
class _Batch:
    """The pieces that can go to paper, those that cannot and why, and the cases whose date is gone."""

    letters: dict[str, tuple[int, int, int | None]]
    """Of each piece, by its code: its letter, and the bulletin and the addressee that it was made for (numbers)."""
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
    found: dict[str, tuple[int, int, int | None]] = {}
    cases: set[int] = set()
    silent: dict[str, None] = {}
    with desk.store.reading() as session:
        for letter in letters_to_compose(session, sorted(set(idents))):
            if letter.status not in statuses or letter.channel not in channels:
                continue
            try:
                pieces.append(checked(letter, composer, envelope=what is RunKind.ENVELOPES))
            except UADeskError as error:
                refused.append(Skipped(letter.code, error))
                continue
            found[letter.code] = (letter.id, letter.bulletin_id, letter.addressee_id)
            cases.add(letter.case_id)
            text = pieces[-1].text
            if text is not None and text.is_silent:
                silent[letter.case.name] = None
        late = [row for row in case_rows(session, sorted(cases), desk.today) if row.state is CaseState.PAST]
    if not pieces:
        raise NothingToPrintError(what, tuple(refused))
    return _Batch(found, tuple(pieces), tuple(refused), tuple(late), tuple(silent))


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
    """Keep the run in the record, and give the batch. Raises BatchChangedError, NothingToPrintError."""
    from uadesk.store.queries.printing import existing
    from uadesk.store.runs import PrintRunRecord

    refused = batch.refused + refused
    if not codes:
        raise NothingToPrintError(what, refused)
    with desk.store.writing("") as session:
        there = existing(session, [batch.letters[code][0] for code in codes])
        gone = tuple(code for code in codes if batch.letters[code][0] not in there)
        if gone:
            raise BatchChangedError(gone)
        run = PrintRunRecord(what=what, stationery=stationery, made=desk.now)
        blocks = {piece.code: piece.recipient for piece in batch.pieces}
        run.pieces.extend(_run_piece(place, batch.letters[code], blocks[code]) for place, code in enumerate(codes))
        session.add(run)
        session.flush()
        run_id = run.id
    return PrintJob(run_id, what, pdf, pages, tuple(codes), batch.pieces, refused, batch.late, batch.silent)


def _run_piece(place: int, made_for: tuple[int, int, int | None], block: tuple[str, ...]) -> "PrintRunPieceRecord":
    from uadesk.store.runs import PrintRunPieceRecord

    letter_id, bulletin_id, addressee_id = made_for
    return PrintRunPieceRecord(
        place=place, letter_id=letter_id, bulletin_id=bulletin_id, addressee_id=addressee_id, block=block
    )
