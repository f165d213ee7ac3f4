"""A bulletin comes in: read, looked at by a person, and stored with its case."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from uadesk.base.errors import UADeskError
from uadesk.base.language import N_
from uadesk.desk.desk import Desk
from uadesk.desk.following import follow
from uadesk.desk.holding import to_pull
from uadesk.domain.bulletins import BulletinDraft
from uadesk.domain.counts import CaseDone
from uadesk.domain.rows import LetterRow
from uadesk.domain.texts import Text
from uadesk.letters.shared import SharedText, propose

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from uadesk.store.bulletins import BulletinRecord
    from uadesk.store.cases import CaseRecord

LARGEST_FILE = 50 << 20
"""A bulletin of more bytes than this is not even opened."""


class FileUnreadableError(UADeskError):
    """A file could not be opened: it is gone, a folder, not ours to read, or far too large."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name, reason)
        self.name = name
        self.reason = reason


class NothingToStoreError(UADeskError):
    """A case cannot be stored that has neither a number nor a title nor anybody to write to."""


class NothingToPasteError(UADeskError):
    """There was no text where a bulletin was to be pasted from."""


class NumberTakenError(UADeskError):
    """A bulletin was given the number of another case."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The original file of a bulletin, kept with it."""

    name: str
    content: bytes

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What one file holds: usually one bulletin, sometimes several."""

    file: SourceFile
    drafts: tuple[BulletinDraft, ...]


@dataclass(frozen=True, slots=True)
class StoredDraft:
    """A bulletin as stored; `version` tells a later save whether it was changed meanwhile."""

    draft: BulletinDraft
    version: int


class ImportOutcome(StrEnum):
    """What storing a bulletin changed."""

    NEW_CASE = "new_case"
    ADDED = "added"
    COPY_KEPT = "copy_kept"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Imported:
    """A stored bulletin: its case, whether that is closed now, and the letters that must be pulled."""

    case_id: int
    name: str
    outcome: ImportOutcome
    closed: bool
    to_pull: tuple[LetterRow, ...]
    bulletin_id: int
    followed: tuple[str, ...] = ()
    """The codes of the drafts that follow the case to this bulletin."""
    done: CaseDone | None = None
    """What the group did for a case that this bulletin closed."""


def source_file(path: Path) -> SourceFile:
    """The file's bytes. Raises FileUnreadableError."""
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise FileUnreadableError(str(path), "too_large")
        return SourceFile(path.name, path.read_bytes())
    except OSError as error:
        raise FileUnreadableError(str(path), error.strerror or str(error)) from error


def read_file(desk: Desk, path: Path) -> ReadFile:
    """Read a bulletin file; nothing is stored.

    Raises FileUnreadableError, NotABulletinError, ReaderDiedError.
    """
    file = source_file(path)
    return ReadFile(file, desk.reader.read(file.name, file.content))


def read_pasted(desk: Desk, text: str) -> ReadFile:
    """Read a bulletin that was pasted as text; nothing is stored."""
    file = SourceFile("pasted.txt", text.encode())
    return ReadFile(file, desk.reader.read(file.name, file.content))


def empty_draft() -> BulletinDraft:
    """The form for a case that is entered by hand."""
    return BulletinDraft(text=Text(""))


def stored_draft(desk: Desk, bulletin_id: int) -> StoredDraft:
    """A stored bulletin as it stands, to look at or correct."""
    from uadesk.store.bulletins import BulletinRecord

    with desk.store.reading() as session:
        record = session.get_one(BulletinRecord, bulletin_id)
        return StoredDraft(record.draft(), record.version)


def import_draft(desk: Desk, draft: BulletinDraft, file: SourceFile | None = None) -> Imported:
    """Store a bulletin with its case: a new case, one more bulletin, another copy of one, or nothing new.

    Raises NothingToStoreError.
    """
    if not (draft.number or draft.title or draft.targets):
        raise NothingToStoreError
    with desk.store.writing(N_("Import a bulletin")) as session:
        known = _same_bulletin(session, draft)
        followed: tuple[str, ...] = ()
        if known is None:
            record, outcome = _add(session, desk, draft)
            followed = follow(session, record.case, desk.today)
        else:
            record, outcome = known, ImportOutcome.UNCHANGED
        if file is not None and _keep_file(record, file, desk) and known is not None:
            outcome = ImportOutcome.COPY_KEPT
        case, bulletin_id = record.case, record.id
        case_id, closed = case.id, case.closed_on is not None
        name = case.name
    if not closed or outcome is ImportOutcome.UNCHANGED:
        return Imported(case_id, name, outcome, closed, (), bulletin_id, followed)
    return Imported(case_id, name, outcome, closed, to_pull(desk, case_id), bulletin_id, followed, _done(desk, case_id))


def _done(desk: Desk, case_id: int) -> CaseDone:
    from uadesk.store.queries.done import case_done

    with desk.store.reading() as session:
        return case_done(session, case_id)


def correct(desk: Desk, bulletin_id: int, draft: BulletinDraft, version: int) -> None:
    """Replace what was read of a stored bulletin by what a person made of it; a new number renames its case.

    What the coordinator left as it was proposed in the text of the letters follows the correction; a letter on whose
    paper another address stands is held. Raises
    StaleSaveError when the bulletin was changed meanwhile, NumberTakenError.
    """
    from uadesk.store.base import expect_version
    from uadesk.store.bulletins import BulletinRecord

    with desk.store.writing(N_("Correct a bulletin")) as session:
        record = session.get_one(BulletinRecord, bulletin_id)
        expect_version("bulletin", bulletin_id, record.version, version)
        if draft.number != record.case.number:
            if _case_of(session, draft) is not None:
                raise NumberTakenError(str(draft.number))
            record.case.number = draft.number
        before = propose(record.draft()).shared
        record.take(draft)
        session.flush()
        _follow(record, before, propose(draft).shared)
        _describe(record.case)
        follow(session, record.case, desk.today)


def _follow(record: "BulletinRecord", before: SharedText, after: SharedText) -> None:
    """Let the stored text of the letters follow a correction wherever it is still what was proposed."""
    stored = record.shared
    if stored is None:
        return
    for part in ("subject", "lead", "demands", "body"):
        if getattr(stored, part) == getattr(before, part):
            setattr(stored, part, getattr(after, part))


def _same_bulletin(session: "Session", draft: BulletinDraft) -> "BulletinRecord | None":
    """The stored bulletin that this one is, whatever file it came in.

    The same number, index, stage, ordinal, date and language make the same bulletin. What is missing never matches:
    where number, index, stage or date is missing, the folded text decides, among the bulletins of the same number.
    """
    from sqlalchemy import select

    from uadesk.store.bulletins import BulletinRecord, text_hash
    from uadesk.store.cases import CaseRecord

    found = select(BulletinRecord).join(CaseRecord, BulletinRecord.case_id == CaseRecord.id)
    number = draft.number
    if number is None:
        found = found.where(CaseRecord.sequence.is_(None))
    else:
        found = found.where(
            CaseRecord.year == number.year, CaseRecord.sequence == number.sequence, CaseRecord.extra == number.extra
        )
    if None not in (number, draft.index, draft.stage, draft.issued):
        known = found.where(
            BulletinRecord.index == draft.index,
            BulletinRecord.stage == draft.stage,
            BulletinRecord.stage_ordinal.is_not_distinct_from(draft.stage_ordinal),
            BulletinRecord.issued == draft.issued,
            BulletinRecord.language.is_not_distinct_from(draft.language),
        )
    elif draft.text.content.strip():
        known = found.where(BulletinRecord.text_hash == text_hash(draft.text.content))
    else:
        return None
    return session.scalar(known)


def _add(session: "Session", desk: Desk, draft: BulletinDraft) -> "tuple[BulletinRecord, ImportOutcome]":
    from uadesk.store.bulletins import BulletinRecord
    from uadesk.store.cases import CaseRecord

    record = BulletinRecord.of(draft, desk.now)
    case = _case_of(session, draft)
    outcome = ImportOutcome.ADDED
    if case is None:
        case, outcome = CaseRecord(), ImportOutcome.NEW_CASE
        case.number = draft.number
        session.add(case)
    case.bulletins.append(record)
    session.flush()
    _describe(case)
    return record, outcome


def _case_of(session: "Session", draft: BulletinDraft) -> "CaseRecord | None":
    from uadesk.store.cases import CaseRecord
    from uadesk.store.queries.cases import case_id_of

    if draft.number is None:
        return None
    ident = case_id_of(session, draft.number)
    return None if ident is None else session.get(CaseRecord, ident)


def _describe(case: "CaseRecord") -> None:
    """Settle how the case stands, and name it as the bulletin does on which people write, else as the newest does."""
    case.settle()
    newest = sorted(
        case.bulletins, key=lambda record: (record.issued or record.imported.date(), record.id), reverse=True
    )
    named = ([case.current] if case.current else []) + newest
    case.title = next((record.title for record in named if record.title), "")
    case.country = next((record.country for record in named if record.country), "")
    case.country_code = next((record.country_code for record in named if record.country_code), None)


def _keep_file(record: "BulletinRecord", file: SourceFile, desk: Desk) -> bool:
    """Keep the original file with its bulletin; False where the same bytes are there already."""
    from uadesk.store.bulletins import FileRecord

    if any(kept.sha256 == file.digest for kept in record.files):
        return False
    record.files.append(
        FileRecord(name=file.name, sha256=file.digest, content=file.content, imported=desk.now),
    )
    return True
