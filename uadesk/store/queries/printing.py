"""Letters with all that their paper needs, read in a fixed number of queries."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload
from sqlalchemy.orm.interfaces import LoaderOption

from uadesk.store.bulletins import BulletinRecord
from uadesk.store.cases import CaseRecord
from uadesk.store.letters import LetterRecord
from uadesk.store.queries.finding import portions


def letters_to_compose(session: Session, idents: Sequence[int]) -> list[LetterRecord]:
    """These letters in the given order, with case, bulletin, people, copies and originals."""
    return [
        letter
        for portion in portions(idents)
        for letter in sorted(
            session.scalars(select(LetterRecord).where(LetterRecord.id.in_(portion)).options(*_whole())),
            key=lambda each: portion.index(each.id),
        )
    ]


def letters_with_codes(session: Session, codes: Iterable[str]) -> list[LetterRecord]:
    """The letters that have these match codes, in the order in which they were made."""
    found: list[LetterRecord] = []
    for portion in portions(sorted(codes)):
        needed = (
            selectinload(LetterRecord.steps),
            joinedload(LetterRecord.sender),
            joinedload(LetterRecord.addressee),
        )
        found += session.scalars(select(LetterRecord).where(LetterRecord.code.in_(portion)).options(*needed))
    return sorted(found, key=lambda letter: letter.id)


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
