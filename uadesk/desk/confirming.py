"""What a person says of a stack that came out: its letters are marked printed, as they stand on paper."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from uadesk.base.errors import UADeskError
from uadesk.base.jobs import Job, finish
from uadesk.base.language import N_
from uadesk.desk.batches import PaperGivenUpError, PrintJob, is_up_to_date
from uadesk.desk.blocks import Blocks, with_copies
from uadesk.desk.composing import Composer
from uadesk.desk.desk import Desk, Skipped
from uadesk.desk.following import rejoin
from uadesk.desk.freezing import freeze
from uadesk.desk.groups import group
from uadesk.desk.letters import LetterGoneError
from uadesk.desk.portions import in_portions
from uadesk.desk.steps import Marked
from uadesk.domain.letters import LetterStatus
from uadesk.domain.pieces import Piece, RunKind
from uadesk.store.errors import WrongStepError

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from uadesk.store.letters import LetterRecord
    from uadesk.store.runs import PrintRunPieceRecord

NO_LONGER_DRAFTS = frozenset({LetterStatus.PRINTED, LetterStatus.SIGNED})


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

    good = [piece for piece in job.pieces if piece.code in (job.codes if codes is None else codes)]
    marks = _Marks(job, Composer(group(desk), desk.today), desk.now, desk.today)
    came_out = {piece.code for piece in good}
    with desk.store.act(N_("Print letters")) as act:
        yield from in_portions(act, good, marks.take)
        with act.writing() as session:
            session.get_one(PrintRunRecord, job.run_id).answer(desk.now)
            bad = letters_with_codes(session, [code for code in job.codes if code not in came_out])
            if job.what is RunKind.ENVELOPES:
                spoiled(session, job.run_id, came_out)
            rejoin(session, [letter for letter in bad if letter.status is LetterStatus.DRAFT], desk.today)
    with desk.store.reading() as session:
        return Marked(tuple(letter_rows(session, marks.moved)), tuple(marks.skipped), tuple(marks.behind))


@dataclass(slots=True)
class _Marks:
    """What came out of a batch is marked, a portion at a time."""

    job: PrintJob
    composer: Composer
    now: datetime
    today: date
    moved: list[int] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    behind: list[str] = field(default_factory=list)

    def take(self, session: "Session", portion: Sequence[Piece]) -> None:
        """Mark these pieces' letters; held are those whose case, or writer, has another address by now."""
        from uadesk.store.queries.printing import letters_with_codes, made_for

        letters = {letter.code: letter for letter in letters_with_codes(session, [piece.code for piece in portion])}
        papers = made_for(session, self.job.run_id, [letter.id for letter in letters.values()])
        marked = []
        for piece in sorted(portion, key=lambda piece: letters[piece.code].id if piece.code in letters else 0):
            try:
                letter = letters.get(piece.code)
                if letter is None:
                    raise LetterGoneError(0)
                if letter.id not in papers:
                    raise PaperGivenUpError(piece.code)
                self._mark(letter, piece, papers[letter.id])
                marked.append(letter)
            except UADeskError as error:
                self.skipped.append(Skipped(piece.code, error))
        session.flush()
        Blocks(session).settle(with_copies(marked), self.job.run_id)
        self.moved += [letter.id for letter in marked]

    def _mark(self, letter: "LetterRecord", piece: Piece, paper: "PrintRunPieceRecord") -> None:
        """Raises WrongStepError."""
        if letter.status is LetterStatus.WITHDRAWN:
            raise WrongStepError(letter.code, letter.status, LetterStatus.PRINTED, letter.channel)
        if self.job.what is RunKind.ENVELOPES or letter.status in NO_LONGER_DRAFTS:
            return
        if not is_up_to_date(letter, piece, self.composer):
            self.behind.append(piece.code)
        letter.move_to(LetterStatus.PRINTED, self.now, self.today)
        letter.put_back_on(paper.bulletin_id, paper.addressee_id)
        freeze(letter, piece)
