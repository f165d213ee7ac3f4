"""What was put down for letters beside what their cases say now: those whose address was replaced are held."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from uadesk.desk.addressees import addressee_now, named_addressee
from uadesk.desk.composing import changed, edit_of
from uadesk.domain.addresses import Addressee
from uadesk.domain.holding import Block, PutDown, SaidNow, replaced
from uadesk.domain.letters import WAITING, LetterStatus, PieceKind
from uadesk.press.destination import destination

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from uadesk.store.letters import LetterRecord


class Blocks:
    """The addresses of letters on cases that stay as they are meanwhile; what many share is worked out once."""

    def __init__(self, session: "Session") -> None:
        from uadesk.store.people import THE_GROUP, GroupRecord

        self._session = session
        group = session.get(GroupRecord, THE_GROUP)
        self._home = group.country if group else ""
        self._found: dict[tuple[int, int | None], Addressee | None] = {}

    def settle(self, letters: Iterable["LetterRecord"], run_id: int | None = None) -> None:
        """Hold those of these letters for which another address was put down than holds now, and no other.

        Where no bulletin says whom to write to, they stay as they are. The paper of the run `run_id` counts, whatever
        became of it.
        """
        from uadesk.store.queries.printing import on_paper

        waiting = [letter for letter in letters if letter.status in WAITING and letter.case.current is not None]
        papers = on_paper(self._session, [letter.id for letter in waiting], run_id)
        for letter in waiting:
            found = replaced(_put_down(letter, papers.get(letter.id, set())), self._said_now(letter))
            if letter.replaced != found:
                letter.replaced = found

    def now(self, letter: "LetterRecord") -> Addressee | None:
        """Whom the case names now in the place of this letter's addressee."""
        key = (letter.case_id, letter.addressee_id)
        if key not in self._found:
            record = addressee_now(letter)
            self._found[key] = None if record is None else record.addressee
        return self._found[key]

    def printed(self, letter: "LetterRecord", addressee: Addressee) -> Block:
        """The block of this addressee as this letter prints it; the mere lines where nobody knows the country."""
        if addressee.country_code is None:
            return addressee.lines
        return destination(addressee, self._home, letter.language)

    def _said_now(self, letter: "LetterRecord") -> SaidNow:
        now = self.now(letter)
        return SaidNow(
            where=() if now is None else now.where,
            printed=self._printed_now(letter),
            quoted=() if letter.original is None else self._stands_on(letter.original),
        )

    def _printed_now(self, letter: "LetterRecord") -> Block:
        return self.printed(letter, changed(self.now(letter) or named_addressee(letter), edit_of(letter)))

    def _stands_on(self, letter: "LetterRecord") -> Block:
        """The block on a letter: as printed once it was."""
        return _frozen_block(letter) or self._printed_now(letter)


def with_copies(letters: Sequence["LetterRecord"]) -> "list[LetterRecord]":
    """These letters and the copies of each, which say to whom their letter goes."""
    return list(dict.fromkeys([*letters, *(copy for letter in letters for copy in letter.copies)]))


def is_quoted(letter: "LetterRecord") -> bool:
    """Whether what holds no more is the block that a printed copy repeats of its letter."""
    return letter.replaced in _quoted(letter) and letter.replaced != _frozen_block(letter)


def _put_down(letter: "LetterRecord", papers: set[Block]) -> PutDown:
    frozen = _frozen_block(letter)
    papers = papers | ({frozen} if frozen else set())
    follows_now = letter.status is not LetterStatus.DRAFT or papers or letter.addressee is None
    return PutDown(
        papers=tuple(sorted(papers)),
        quotes=_quoted(letter),
        then=letter.where_then if letter.where_then or follows_now else named_addressee(letter).where,
        kept=letter.kept_where,
    )


def _frozen_block(letter: "LetterRecord") -> Block:
    return tuple((letter.frozen or {}).get("recipient", ()))


def _quoted(letter: "LetterRecord") -> tuple[Block, ...]:
    """The block that a printed copy has of its letter, under the line that says so."""
    text = (letter.frozen or {}).get("text")
    is_copy = letter.kind is PieceKind.COPY and letter.original is not None
    return (tuple(text["copy_of"][1:]),) if is_copy and text and text["copy_of"] else ()
