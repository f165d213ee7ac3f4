"""Invented people, cases and letters for the tests."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from uadesk.domain.addresses import Addressee, Issuer, Role
from uadesk.domain.bulletins import BulletinDraft, Stage
from uadesk.domain.letters import Channel, LetterStatus, PieceKind
from uadesk.domain.numbers import UANumber
from uadesk.domain.people import Person
from uadesk.domain.texts import Check, Level, Text
from uadesk.store import sqlite
from uadesk.store.bulletins import BulletinRecord
from uadesk.store.cases import CaseRecord
from uadesk.store.letters import LetterRecord, StepRecord, next_codes
from uadesk.store.people import MemberRecord
from uadesk.store.store import Store

NOON = datetime(2025, 6, 1, 12, tzinfo=UTC)

MINISTER = Addressee(
    lines=("Minister Adela Moravec", "Ministry of Justice", "4 Harbour Street", "Port Salda", "Estmark"),
    name="Minister Adela Moravec",
    title="Ministry of Justice",
    address_lines=("4 Harbour Street", "Port Salda", "Estmark"),
    country_code="EE",
    email=("office@justice.example",),
    salutation="Dear Minister,",
)
EMBASSY = Addressee(
    lines=("Embassy of Estmark", "12 Elm Avenue", "Ottawa, Ontario", "K1A 0A1"),
    role=Role.COPY,
    name="Embassy of Estmark",
    address_lines=("12 Elm Avenue", "Ottawa, Ontario", "K1A 0A1"),
    fax=("613 555 0100",),
)


def draft(**changes: Any) -> BulletinDraft:
    """A whole first bulletin on 12/25, with these fields changed."""
    values: dict[str, Any] = {
        "text": Text("UA 12/25\nLibrarian held without charge", ((0, 8),), "md"),
        "language": "en",
        "number": UANumber(25, 12),
        "stage": Stage.FIRST,
        "index": "EUR 99/0001/2025",
        "country": "Estmark",
        "country_code": "EE",
        "title": "Librarian held without charge",
        "issued": date(2025, 5, 1),
        "act_until": date(2025, 7, 1),
        "further_action": True,
        "demand_lead": "urging the authorities to",
        "demands": ("release her at once;", "let her see a lawyer."),
        "targets": (MINISTER,),
        "copies": (EMBASSY,),
        "issuer": Issuer("Letter Office", ("1 Quay",), email=("post@office.example",)),
        "summary": "A librarian was arrested on 3 April.",
        "previous": ("EUR 99/0000/2025",),
        "checks": (Check("targets[0].fax", Level.MISSING, "no_fax", {"name": "Moravec"}),),
        "spans": {"title": (9, 38)},
    }
    return BulletinDraft(**values | changes)


def outcome(**changes: Any) -> BulletinDraft:
    """The bulletin that ends the case of `draft`."""
    values: dict[str, Any] = {
        "text": Text("She is free."),
        "stage": Stage.OUTCOME,
        "index": "EUR 99/0009/2025",
        "issued": date(2025, 7, 22),
        "act_until": None,
        "further_action": False,
        "demands": (),
        "targets": (),
        "copies": (),
        "title": "Librarian released",
    }
    return draft(**values | changes)


def add_case(session: Session, *drafts: BulletinDraft) -> CaseRecord:
    """A case with these bulletins, imported in this order."""
    drafts = drafts or (draft(),)
    first = drafts[0]
    case = CaseRecord(title=first.title or "", country=first.country or "", country_code=first.country_code)
    case.number = first.number
    session.add(case)
    for each in drafts:
        case.bulletins.append(BulletinRecord.of(each, NOON))
    case.settle()
    return case


def add_member(session: Session, name: str = "Łukasz Wójcik", **values: Any) -> MemberRecord:
    member = MemberRecord.of(Person(name, **{"address_lines": ("7 Mill Lane", "Halifax")} | values))
    session.add(member)
    session.flush()
    return member


def add_letter(
    session: Session,
    case: CaseRecord,
    member: MemberRecord | None,
    steps: Iterable[tuple[LetterStatus, date]] = (),
    **values: Any,
) -> LetterRecord:
    """A letter to the case's first addressee that took these steps after its draft."""
    bulletin = case.current
    assert bulletin is not None
    letter = LetterRecord(
        **{
            "code": next_codes(session, 1)[0],
            "member_id": member.id if member else None,
            "case_id": case.id,
            "bulletin_id": bulletin.id,
            "addressee_id": bulletin.addressees[0].id,
            "kind": PieceKind.APPEAL,
            "channel": Channel.POST,
            "status": LetterStatus.DRAFT,
            "created": NOON,
            "changed": NOON,
        }
        | values
    )
    letter.steps.append(StepRecord(status=LetterStatus.DRAFT, at=NOON, day=NOON.date()))
    for status, day in steps:
        letter.move_to(status, NOON, day)
    session.add(letter)
    session.flush()
    return letter


def snapshot(store: Store) -> dict[str, list[dict[str, Any]]]:
    """All rows of all tables that an undo restores, versions aside."""
    with store.reading() as session:
        tables = sqlite.journaled_tables(session.connection())
        return {
            table: sorted(
                ({name: value for name, value in row.items() if name != "version"} for row in _rows(session, table)),
                key=repr,
            )
            for table in tables
        }


def _rows(session: Session, table: str) -> list[dict[str, Any]]:
    return [dict(row) for row in session.execute(text(f"SELECT * FROM {sqlite.quoted(table)}")).mappings()]
