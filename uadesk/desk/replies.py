"""Replies: what came back, its scan, and what the office is still to hear."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from uadesk.base.errors import UADeskError
from uadesk.base.language import N_
from uadesk.desk.desk import Desk
from uadesk.desk.letters import found_letter
from uadesk.desk.saving import save_file
from uadesk.desk.source_files import source_file
from uadesk.domain.letters import LetterStatus
from uadesk.domain.replies import LARGEST_SCAN, Reply, Scan, apart, harmless_name
from uadesk.domain.rows import ALL_REPLIES, Order, ReplyFilter, ReplyRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from uadesk.store.letters import LetterRecord
    from uadesk.store.replies import ReplyRecord


class ReplyGoneError(UADeskError):
    """There is no such reply any more: logging it was undone, or it was deleted."""

    def __init__(self, ident: int) -> None:
        super().__init__(ident)
        self.ident = ident


class NoScanError(UADeskError):
    """A reply has no scan that could be saved."""


class ScanTooLargeError(UADeskError):
    """A scan of more bytes than `largest` is not kept."""

    def __init__(self, name: str, largest: int) -> None:
        super().__init__(name, largest)
        self.name = name
        self.largest = largest


def list_replies(
    desk: Desk, wanted: ReplyFilter = ALL_REPLIES, order: Order = Order("received", descending=True)
) -> Sequence[ReplyRow]:
    """The replies that came, the last first; those still to report by the day on which they are due."""
    from uadesk.store.queries.replies import replies

    with desk.store.reading() as session:
        return replies(session, wanted, order)


def reply_row(desk: Desk, ident: int) -> ReplyRow:
    """One reply as it stands now. Raises ReplyGoneError."""
    with desk.store.reading() as session:
        case_id = _found(session, ident).case_id
    return next(row for row in list_replies(desk, ReplyFilter(case_id=case_id)) if row.ident == ident)


def still_to_report(desk: Desk) -> Sequence[ReplyRow]:
    """What the office has not heard of yet, what is due first on top."""
    return list_replies(desk, ReplyFilter(to_report=True), Order("report_by"))


def add_reply(desk: Desk, case_id: int, reply: Reply, *, letter_id: int | None = None, scan: Path | None = None) -> int:
    """Log a reply on a case; with a letter of it, that letter is answered by it.

    Raises WrongStepError where the letter has not gone yet, LetterGoneError, ScanTooLargeError, FileUnreadableError.
    """
    from uadesk.store.replies import ReplyRecord

    read = None if scan is None else read_scan(scan)
    now = desk.now
    with desk.store.writing(N_("Log a reply")) as session:
        letter = None if letter_id is None else found_letter(session, letter_id)
        if letter is not None and letter.status is not LetterStatus.REPLIED:
            letter.move_to(LetterStatus.REPLIED, now, reply.received)
        record = ReplyRecord(case_id=letter.case_id if letter else case_id, letter_id=letter_id, created=now)
        record.take(reply)
        _keep(record, read)
        session.add(record)
        session.flush()
        return record.id


def edit_reply(desk: Desk, ident: int, reply: Reply, version: int, scan: Path | None = None) -> None:
    """Change what was noted; another `scan` comes in the place of one that was there.

    Raises StaleSaveError, ReplyGoneError, ScanTooLargeError, FileUnreadableError.
    """
    from uadesk.store.base import expect_version

    read = None if scan is None else read_scan(scan)
    with desk.store.writing(N_("Change a reply")) as session:
        record = _found(session, ident)
        expect_version("reply", ident, record.version, version)
        record.take(reply)
        _keep(record, read)
        step = record.step
        if step is not None:
            step.day = reply.received


def delete_reply(desk: Desk, ident: int) -> None:
    """Take a reply away; a letter that it answered is a step back, or answered by another. Raises ReplyGoneError."""
    with desk.store.writing(N_("Delete a reply")) as session:
        record = _found(session, ident)
        letter, answered = record.letter, record.step is not None
        session.delete(record)
        session.flush()
        if letter is not None and answered:
            letter.step_back(desk.now)
            other = _first_answer(session, letter)
            if other is not None:
                letter.move_to(LetterStatus.REPLIED, other.created, other.received)


def save_scan(desk: Desk, ident: int, path: Path) -> None:
    """Write the scan of a reply, byte for byte. Raises NoScanError, ReplyGoneError, FileNotWrittenError."""
    with desk.store.reading() as session:
        record = _found(session, ident).scan
        if record is None:
            raise NoScanError
        content = record.content
    save_file(path, content)


def mark_reported(desk: Desk, idents: Iterable[int], day: date | None = None) -> int:
    """The office was told of these replies, today unless another day is given; how many that were."""
    with desk.store.writing(N_("Mark replies reported")) as session:
        waiting = [record for ident in idents if (record := _found(session, ident)).reported_on is None]
        for record in waiting:
            record.reported_on = day or desk.today
        return len(waiting)


def replies_in(desk: Desk, first: date | None = None, last: date | None = None, evening: date | None = None) -> int:
    """How many replies came between these days, both included; with an `evening` those to letters written at it."""
    from uadesk.store.queries.replies import replies_between

    with desk.store.reading() as session:
        return replies_between(session, first, last, evening)


def scans_of(
    desk: Desk, first: date | None = None, last: date | None = None, evening: date | None = None
) -> list[tuple[str, bytes]]:
    """The scans of these replies, as `replies_in` has them, each under a name of its own."""
    from uadesk.store.queries.replies import scans_between

    with desk.store.reading() as session:
        scans = scans_between(session, first, last, evening)
    names = apart([scan.name for scan in scans])
    return [(name, scan.content) for name, scan in zip(names, scans, strict=True)]


def scans_in(desk: Desk, first: date | None = None, last: date | None = None, evening: date | None = None) -> int:
    """How many of these replies, as `replies_in` has them, have a scan."""
    from uadesk.store.queries.replies import scan_count

    with desk.store.reading() as session:
        return scan_count(session, first, last, evening)


def read_scan(path: Path) -> Scan:
    """A file as it is kept. Raises ScanTooLargeError, FileUnreadableError."""
    with suppress(OSError):  # the next line says what is wrong with the file
        if path.stat().st_size > LARGEST_SCAN:
            raise ScanTooLargeError(path.name, LARGEST_SCAN)
    file = source_file(path)
    return Scan(harmless_name(file.name), file.content)


def _keep(record: "ReplyRecord", scan: Scan | None) -> None:
    from uadesk.store.replies import ReplyScanRecord

    if scan is None:
        return
    if record.scan is None:
        record.scan = ReplyScanRecord(name=scan.name, content=scan.content)
    else:
        record.scan.name, record.scan.content = scan.name, scan.content


def _first_answer(session: "Session", letter: "LetterRecord") -> "ReplyRecord | None":
    from sqlalchemy import select

    from uadesk.store.replies import ReplyRecord

    answers = select(ReplyRecord).where(ReplyRecord.letter_id == letter.id).order_by(ReplyRecord.id)
    return session.scalars(answers.limit(1)).first()


def _found(session: "Session", ident: int) -> "ReplyRecord":
    from uadesk.store.replies import ReplyRecord

    record = session.get(ReplyRecord, ident)
    if record is None:
        raise ReplyGoneError(ident)
    return record
