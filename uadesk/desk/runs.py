"""What went to paper and was not answered for: it is asked about until somebody says how it came out."""

from uadesk.desk.batches import BatchChangedError, PrintJob, changed_since
from uadesk.desk.composing import Composer
from uadesk.desk.desk import Desk
from uadesk.desk.freezing import packed, unpacked
from uadesk.desk.groups import group
from uadesk.domain.letters import LetterStatus
from uadesk.domain.pieces import RunKind
from uadesk.domain.rows import SentRun


def note_sent(desk: Desk, job: PrintJob) -> None:
    """The pages of this batch go to the printer, or into a file.

    What stands on those of drafts is kept until somebody says how they came out; no draft changes its address unseen
    meanwhile. Nobody is asked about envelopes again: printing them twice does no harm. Raises BatchChangedError where
    anything on them is another thing since they were made: they must not go then.
    """
    from uadesk.store.queries.printing import letters_of_run
    from uadesk.store.runs import PrintRunRecord

    composer, pieces = Composer(group(desk), desk.today), {piece.code: piece for piece in job.pieces}
    with desk.store.reading() as session:
        letters = letters_of_run(session, job.run_id)
        changed = changed_since(letters, job, composer)
        drafts = {letter.id: letter.code for letter in letters if letter.status is LetterStatus.DRAFT}
    if changed:
        raise BatchChangedError(changed)
    with desk.store.writing("") as session:
        run = session.get_one(PrintRunRecord, job.run_id)
        run.sent = desk.now
        asked = drafts if job.what is RunKind.LETTERS else {}
        for kept in run.pieces:
            kept.piece = packed(pieces[asked[kept.letter_id]]) if kept.letter_id in asked else None


def note_not_sent(desk: Desk, job: PrintJob) -> None:
    """No page went to the printer after all: there is nothing to ask about."""
    from uadesk.store.runs import PrintRunRecord

    with desk.store.writing("") as session:
        run = session.get_one(PrintRunRecord, job.run_id)
        run.sent = None
        for kept in run.pieces:
            kept.piece = None


def unanswered_runs(desk: Desk) -> tuple[SentRun, ...]:
    """The runs of which nobody said how they came out, oldest first; none whose letters are all printed by now."""
    from uadesk.store.queries.printing import unanswered_runs as found

    with desk.store.reading() as session:
        return tuple(found(session))


def sent_job(desk: Desk, run_id: int) -> PrintJob:
    """The batch as it went to paper, without its pages, to be answered for; its letters that are drafts still."""
    from uadesk.store.letters import LetterRecord
    from uadesk.store.runs import PrintRunRecord

    with desk.store.reading() as session:
        run = session.get_one(PrintRunRecord, run_id)
        waiting = [
            kept.piece
            for kept in run.pieces
            if kept.piece is not None and session.get_one(LetterRecord, kept.letter_id).status is LetterStatus.DRAFT
        ]
        pieces = tuple(unpacked(each) for each in waiting)
        return PrintJob(run.id, RunKind(run.what), b"", 0, tuple(piece.code for piece in pieces), pieces, (), ())
