"""Which stored bulletin, and which case, a bulletin that came is about."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, load_only

from uadesk.domain.addresses import Addressee, Role
from uadesk.domain.bulletins import BulletinDraft
from uadesk.domain.folding import signs_of
from uadesk.domain.same_case import KnownCase
from uadesk.domain.same_text import is_same_part
from uadesk.store.bulletins import AddresseeRecord, BulletinRecord, text_hash
from uadesk.store.cases import CaseRecord
from uadesk.store.queries.cases import case_id_of


def same_bulletin(session: Session, draft: BulletinDraft) -> BulletinRecord | None:
    """The stored bulletin that this one is, whatever file it came in.

    The same number, index, stage, ordinal, date and language make the same bulletin; a language that nobody knows is
    no other. What is missing never matches: where number, index, stage or date is missing, the folded text decides,
    among the bulletins of the same number, or among all where there is none; of several in one text, what tells them
    apart.
    """
    found = _of_number(draft).order_by(BulletinRecord.id)
    if None not in (draft.number, draft.index, draft.stage, draft.issued):
        known = found.where(
            BulletinRecord.index == draft.index,
            BulletinRecord.stage == draft.stage,
            BulletinRecord.stage_ordinal.is_not_distinct_from(draft.stage_ordinal),
            BulletinRecord.issued == draft.issued,
        )
        if draft.language is not None:
            spoken = BulletinRecord.language
            known = known.where((spoken == draft.language) | spoken.is_(None))
        return session.scalar(known.limit(1))
    if not signs_of(draft.text.content):
        return None
    known = found.where(BulletinRecord.text_hash == text_hash(draft.text.content))
    return next((record for record in session.scalars(known) if is_same_part(record.draft(), draft)), None)


def case_of(session: Session, draft: BulletinDraft) -> CaseRecord | None:
    """The case of a bulletin's number, None where it has none or it is new."""
    ident = case_id_of(session, draft.number) if draft.number is not None else None
    return None if ident is None else session.get(CaseRecord, ident)


def kept_of(session: Session, idents: Collection[int]) -> set[int]:
    """Those of these bulletins that there are."""
    return set(session.scalars(select(BulletinRecord.id).where(BulletinRecord.id.in_(idents))))


def known_cases(session: Session, *, numbered: bool) -> list[KnownCase]:
    """All cases (those without a number, unless `numbered`) by what a bulletin about them can be known."""
    cases = select(CaseRecord).options(
        load_only(CaseRecord.year, CaseRecord.sequence, CaseRecord.extra, CaseRecord.title, CaseRecord.country_code)
    )
    if not numbered:
        cases = cases.where(CaseRecord.sequence.is_(None))
    said = _said(session)
    people = _people(session)
    known = []
    for case in session.scalars(cases.order_by(CaseRecord.id)):
        titles, indexes, previous = said.get(case.id, ((), (), ()))
        named = tuple(people.get(case.id, ()))
        known.append(KnownCase(case.id, case.name, case.title, titles, case.country_code, indexes, previous, named))
    return known


def newest_blocks(session: Session) -> list[tuple[str, Addressee]]:
    """Every block of an address with the name of its case, those of the newest bulletins first."""
    rows = session.execute(
        select(CaseRecord, AddresseeRecord)
        .join(BulletinRecord, BulletinRecord.case_id == CaseRecord.id)
        .join(AddresseeRecord, AddresseeRecord.bulletin_id == BulletinRecord.id)
        .where(AddresseeRecord.gone.is_(False))
        .order_by(BulletinRecord.issued.desc().nulls_last(), BulletinRecord.id.desc(), AddresseeRecord.place)
    )
    return [(case.name, record.addressee) for case, record in rows]


def _of_number(draft: BulletinDraft) -> Select[BulletinRecord]:
    found = select(BulletinRecord).join(CaseRecord, BulletinRecord.case_id == CaseRecord.id)
    number = draft.number
    if number is None:
        return found
    return found.where(
        CaseRecord.year == number.year, CaseRecord.sequence == number.sequence, CaseRecord.extra == number.extra
    )


def _said(session: Session) -> dict[int, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
    """For each case the titles, indexes and earlier references of its bulletins."""
    rows = session.execute(
        select(BulletinRecord.case_id, BulletinRecord.title, BulletinRecord.index, BulletinRecord.previous)
    )
    found: dict[int, list[tuple[str | None, str | None, Sequence[str]]]] = defaultdict(list)
    for case_id, title, index, previous in rows:
        found[case_id].append((title, index, previous))
    return {
        case_id: (
            _told(title for title, _index, _previous in each),
            _told(index for _title, index, _previous in each),
            tuple(reference for _title, _index, previous in each for reference in previous),
        )
        for case_id, each in found.items()
    }


def _told(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(value for value in values if value)


def _people(session: Session) -> dict[int, list[str]]:
    """For each case the names of those to whom its bulletins ask to write."""
    rows = session.execute(
        select(BulletinRecord.case_id, AddresseeRecord.name)
        .join(AddresseeRecord, AddresseeRecord.bulletin_id == BulletinRecord.id)
        .where(AddresseeRecord.role == Role.TARGET)
    )
    found: dict[int, list[str]] = defaultdict(list)
    for case_id, name in rows:
        found[case_id].append(name)
    return found
