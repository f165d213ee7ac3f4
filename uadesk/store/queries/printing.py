"""Letters with all that their paper needs, read in a fixed number of queries."""

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import and_, delete, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload
from sqlalchemy.orm.interfaces import LoaderOption

from uadesk.domain.letters import WAITING, LetterStatus
from uadesk.domain.pieces import RunKind
from uadesk.domain.rows import SentRun
from uadesk.store.bulletins import BulletinRecord
from uadesk.store.cases import CaseRecord
from uadesk.store.letters import LetterRecord
from uadesk.store.queries.finding import portions
from uadesk.store.runs import PrintRunPieceRecord, PrintRunRecord


def letters_to_compose(session: Session, idents: Sequence[int]) -> list[LetterRecord]:
    """These letters in the given order, with case, bulletin, people, copies and originals."""
    return _letters(session, idents, _whole())


def letters_to_move(session: Session, idents: Sequence[int]) -> list[LetterRecord]:
    """The same, with the steps they took."""
    return _letters(session, idents, (*_whole(), selectinload(LetterRecord.steps)))


def _letters(session: Session, idents: Sequence[int], needed: Sequence[LoaderOption]) -> list[LetterRecord]:
    places = {ident: place for place, ident in enumerate(idents)}
    found = [
        letter
        for portion in portions(idents)
        for letter in session.scalars(select(LetterRecord).where(LetterRecord.id.in_(portion)).options(*needed))
    ]
    return sorted(found, key=lambda letter: places[letter.id])


def letters_with_codes(session: Session, codes: Iterable[str]) -> list[LetterRecord]:
    """The letters that have these match codes, with all that `letters_to_move` reads, in the order of their making."""
    found: list[int] = []
    for portion in portions(sorted(codes)):
        found += session.scalars(select(LetterRecord.id).where(LetterRecord.code.in_(portion)))
    return letters_to_move(session, sorted(found))


def letters_of_run(session: Session, run_id: int) -> list[LetterRecord]:
    """The letters of a run, in the order of their pieces."""
    pieces = select(PrintRunPieceRecord.letter_id).where(PrintRunPieceRecord.run_id == run_id)
    return letters_to_compose(session, session.scalars(pieces.order_by(PrintRunPieceRecord.place)).all())


def made_for(session: Session, run_id: int, idents: Sequence[int]) -> dict[int, PrintRunPieceRecord]:
    """The pieces of a run that are of these letters (ids), by letter."""
    of_run = select(PrintRunPieceRecord).where(PrintRunPieceRecord.run_id == run_id)
    found = (of_run.where(PrintRunPieceRecord.letter_id.in_(portion)) for portion in portions(idents))
    return {piece.letter_id: piece for each in found for piece in session.scalars(each)}


def existing(session: Session, idents: Sequence[int]) -> set[int]:
    """Those of these letters that are there still."""
    found = (select(LetterRecord.id).where(LetterRecord.id.in_(portion)) for portion in portions(idents))
    return {ident for each in found for ident in session.scalars(each)}


def on_paper(session: Session, idents: Sequence[int], run_id: int | None = None) -> dict[int, set[tuple[str, ...]]]:
    """Those of these letters that stand on paper already, also as drafts: each with the blocks on it, as printed.

    Their pages or envelopes went to the printer and nobody said yet how they came out, or their envelopes are printed.
    The paper of the run `run_id` counts, whatever became of it.
    """
    is_asked = and_(PrintRunRecord.sent.is_not(None), PrintRunRecord.confirmed.is_(None))
    has_envelope = and_(PrintRunRecord.what == RunKind.ENVELOPES, PrintRunRecord.confirmed.is_not(None))
    printed = (
        select(PrintRunPieceRecord.letter_id, PrintRunPieceRecord.block)
        .join(PrintRunRecord, PrintRunPieceRecord.run_id == PrintRunRecord.id)
        .where(or_(is_asked, has_envelope, PrintRunRecord.id == run_id))
    )
    blocks: dict[int, set[tuple[str, ...]]] = {}
    for portion in portions(idents):
        for ident, block in session.execute(printed.where(PrintRunPieceRecord.letter_id.in_(portion))):
            blocks.setdefault(ident, set()).add(block)
    return blocks


def waiting_on(session: Session, case_id: int) -> list[LetterRecord]:
    """The letters on a case that can still be pulled, in the order of their making."""
    waiting = select(LetterRecord).where(LetterRecord.case_id == case_id, LetterRecord.status.in_(WAITING))
    return list(session.scalars(waiting.order_by(LetterRecord.id)))


def forget_paper(session: Session, idents: Sequence[int]) -> None:
    """What was printed of these letters so far is waste paper: it says nothing of them any more."""
    for portion in portions(idents):
        session.execute(delete(PrintRunPieceRecord).where(PrintRunPieceRecord.letter_id.in_(portion)))


def spoiled(session: Session, run_id: int, good: Collection[str]) -> None:
    """Of a run only the pieces with these codes came out: the others are on no paper."""
    missing = select(LetterRecord.id).where(LetterRecord.code.not_in(good))
    session.execute(
        delete(PrintRunPieceRecord).where(
            PrintRunPieceRecord.run_id == run_id, PrintRunPieceRecord.letter_id.in_(missing)
        )
    )


def unanswered_runs(session: Session) -> list[SentRun]:
    """The runs that went to paper, hold a draft still, and of which nobody said how they came out; oldest first."""
    found = session.execute(
        select(PrintRunRecord.id, PrintRunRecord.sent, LetterRecord.id)
        .join(PrintRunPieceRecord, PrintRunPieceRecord.run_id == PrintRunRecord.id)
        .join(LetterRecord, PrintRunPieceRecord.letter_id == LetterRecord.id)
        .where(
            PrintRunRecord.sent.is_not(None),
            PrintRunRecord.confirmed.is_(None),
            PrintRunPieceRecord.piece.is_not(None),
            LetterRecord.status == LetterStatus.DRAFT,
        )
        .order_by(PrintRunRecord.id, PrintRunPieceRecord.place)
    )
    runs: dict[int, SentRun] = {}
    for ident, sent, letter in found:
        assert sent is not None, "the query asks for it"
        before = runs[ident].letters if ident in runs else ()
        runs[ident] = SentRun(ident, sent, (*before, letter))
    return list(runs.values())


def _whole() -> tuple[LoaderOption, ...]:
    bulletin = selectinload(LetterRecord.bulletin)
    return (
        joinedload(LetterRecord.member),
        joinedload(LetterRecord.addressee),
        joinedload(LetterRecord.sender),
        joinedload(LetterRecord.original).joinedload(LetterRecord.addressee),
        selectinload(LetterRecord.copies).joinedload(LetterRecord.addressee),
        selectinload(LetterRecord.case).selectinload(CaseRecord.bulletins).selectinload(BulletinRecord.demands),
        bulletin.selectinload(BulletinRecord.shared),
        bulletin.selectinload(BulletinRecord.demands),
        bulletin.selectinload(BulletinRecord.blocks),
    )
