"""A bulletin comes in: read, looked at by a person, and stored with its case."""

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from uadesk.base.errors import UADeskError
from uadesk.base.language import N_
from uadesk.desk.desk import Desk
from uadesk.desk.following import follow
from uadesk.desk.holding import to_pull
from uadesk.desk.source_files import SourceFile, source_file
from uadesk.domain.bulletins import BulletinDraft
from uadesk.domain.counts import CaseDone
from uadesk.domain.rows import LetterRow
from uadesk.domain.texts import Text
from uadesk.letters.shared import SharedText, propose

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from uadesk.reading.reader import BulletinReader
    from uadesk.store.acts import Act
    from uadesk.store.bulletins import BulletinRecord
    from uadesk.store.cases import CaseRecord


class NothingToStoreError(UADeskError):
    """A case cannot be stored that has neither a number nor a title nor anybody to write to."""


class NothingToPasteError(UADeskError):
    """There was no text where a bulletin was to be pasted from."""


class NumberTakenError(UADeskError):
    """A bulletin was given the number of another case."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class OtherCaseError(UADeskError):
    """A bulletin with the number of one case was to be put to another."""

    def __init__(self, number: str, case: str) -> None:
        super().__init__(number, case)
        self.number = number
        self.case = case


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
    only_history: bool = False
    """Whether one more bulletin left addresses, demands, date and state as they were."""
    is_translation: bool = False


def read_file(path: Path, reader: "BulletinReader") -> ReadFile:
    """Read a bulletin file; nothing is stored.

    Raises FileUnreadableError, NotABulletinError, ReaderDiedError.
    """
    file = source_file(path)
    return ReadFile(file, reader.read(file.name, file.content))


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


def import_draft(
    desk: Desk,
    draft: BulletinDraft,
    file: SourceFile | None = None,
    case_id: int | None = None,
    *,
    act: "Act | None" = None,
) -> Imported:
    """Store a bulletin with its case: a new case, one more bulletin, another copy of one, or nothing new.

    Its number says which case it is about, or a person did (`case_id`): a number that only one of the two has is then
    the case's. With `act` it is part of that one. Raises NothingToStoreError, NumberTakenError, OtherCaseError.
    """
    from uadesk.store.queries.bulletins import case_of, same_bulletin

    if not (draft.number or draft.title or draft.targets or case_id is not None):
        raise NothingToStoreError
    with act.writing() if act is not None else desk.store.writing(N_("Import a bulletin")) as session:
        case = case_of(session, draft) if case_id is None else _chosen(session, case_id, draft)
        draft = draft if case is None else replace(draft, number=case.number)
        known, before = same_bulletin(session, draft), case and case.holding
        if known is None:
            record, outcome = _add(session, desk, draft, case)
        else:
            record, outcome = known, ImportOutcome.UNCHANGED
        followed = follow(session, record.case, desk.today) if known is None else ()
        if file is not None and _keep_file(record, file, desk) and known is not None:
            outcome = ImportOutcome.COPY_KEPT
        case = record.case
        imported = Imported(case.id, case.name, outcome, case.closed_on is not None, (), record.id, followed)
        if before and outcome is ImportOutcome.ADDED:
            imported = replace(imported, only_history=case.holding == before, is_translation=case.is_translated(record))
    if not imported.closed or imported.outcome is ImportOutcome.UNCHANGED:
        return imported
    return replace(imported, to_pull=to_pull(desk, imported.case_id), done=_done(desk, imported.case_id))


def _chosen(session: "Session", case_id: int, draft: BulletinDraft) -> "CaseRecord":
    """The case that a person chose; it takes the bulletin's number where it has none."""
    from uadesk.store.cases import CaseRecord
    from uadesk.store.queries.bulletins import case_of

    case = session.get_one(CaseRecord, case_id)
    if draft.number is None or draft.number == case.number:
        return case
    if case.number is not None:
        raise OtherCaseError(str(draft.number), case.name)
    if case_of(session, draft) is not None:
        raise NumberTakenError(str(draft.number))
    case.number = draft.number
    return case


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
    from uadesk.store.queries.bulletins import case_of

    with desk.store.writing(N_("Correct a bulletin")) as session:
        record = session.get_one(BulletinRecord, bulletin_id)
        expect_version("bulletin", bulletin_id, record.version, version)
        if draft.number != record.case.number:
            if case_of(session, draft) is not None:
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


def _add(
    session: "Session", desk: Desk, draft: BulletinDraft, case: "CaseRecord | None"
) -> "tuple[BulletinRecord, ImportOutcome]":
    from uadesk.store.bulletins import BulletinRecord
    from uadesk.store.cases import CaseRecord

    record = BulletinRecord.of(draft, desk.now)
    outcome = ImportOutcome.ADDED
    if case is None:
        case, outcome = CaseRecord(), ImportOutcome.NEW_CASE
        case.number = draft.number
        session.add(case)
    case.bulletins.append(record)
    session.flush()
    _describe(case)
    return record, outcome


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
