"""What changed for a letter since it was begun, or put on paper."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from uadesk.base.language import N_
from uadesk.desk.addressees import named_addressee, named_with
from uadesk.desk.blocks import Blocks, is_quoted
from uadesk.desk.cases import text_of
from uadesk.desk.composing import changed, edit_of
from uadesk.desk.desk import Desk
from uadesk.desk.holding import held_rows
from uadesk.domain.addresses import Addressee, successor
from uadesk.domain.bulletins import Stage
from uadesk.domain.letters import WAITING
from uadesk.domain.rows import LetterRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from uadesk.store.bulletins import BulletinRecord
    from uadesk.store.letters import LetterRecord


@dataclass(frozen=True, slots=True)
class Changes:
    """What a later bulletin, or a correction, changed for one letter.

    The lines of `before` and `now` are as printed; `now` is None where nobody is named in the addressee's place.
    """

    stage: Stage | None
    issued: date | None
    is_correction: bool
    """Whether no later bulletin came: the addressee's block was corrected on the same one."""
    is_elsewhere: bool
    """Whether the letter would go to another address, or to nobody."""
    before: Addressee
    now: Addressee | None
    dropped: tuple[str, ...]
    added: tuple[str, ...]

    @property
    def is_other(self) -> bool:
        """Whether anything that stands in the letter, or on its envelope, is another thing now."""
        return self.is_elsewhere or self.is_greeted_otherwise or bool(self.dropped or self.added)

    @property
    def is_greeted_otherwise(self) -> bool:
        """Whether the salutation is another."""
        return self.now is not None and self.now.salutation != self.before.salutation


@dataclass(frozen=True, slots=True)
class HeldLetter:
    """A letter that waits for a decision, and what changed since it was begun."""

    row: LetterRow
    changes: Changes


def held_letters(desk: Desk) -> tuple[HeldLetter, ...]:
    """The same letters, each with what changed for it."""
    rows = held_rows(desk)
    found = changes_of(desk, [row.ident for row in rows])
    return tuple(HeldLetter(row, found[row.ident]) for row in rows)


def changes_of(desk: Desk, idents: Iterable[int]) -> dict[int, Changes]:
    """What changed for these letters since they were begun; those for which nothing came are left out."""
    from uadesk.store.queries.printing import letters_to_compose

    with desk.store.reading() as session:
        compared = _Comparison(session)
        changes = {letter.id: compared.changes(letter) for letter in letters_to_compose(session, list(idents))}
    return {ident: each for ident, each in changes.items() if each is not None}


def changes_seen(desk: Desk, idents: Iterable[int]) -> None:
    """Somebody saw what changed for these drafts: it need not be shown any more."""
    from uadesk.store.letters import LetterRecord

    with desk.store.writing(N_("See what changed")) as session:
        for ident in idents:
            session.get_one(LetterRecord, ident).begun_on = None


class _Comparison:
    """Compares what letters stand on with what holds now; what many letters share is worked out once."""

    def __init__(self, session: "Session") -> None:
        self._session = session
        self._blocks = Blocks(session)
        self._demands: dict[int, tuple[str, ...]] = {}
        self._before: dict[tuple[int | None, int], Addressee] = {}

    def changes(self, letter: "LetterRecord") -> Changes | None:
        """What changed between what a letter stands on and what holds now; never None for one that is held."""
        now, begun = letter.case.current, self._begun(letter)
        is_correction = now is None or begun.id == now.id
        if is_correction and not (letter.is_held and letter.status in WAITING):
            return None
        of = letter if letter.original is None or not is_quoted(letter) else letter.original
        before, named = self._named_before(of, begun), self._named_now(of)
        old, new = self._demands_of(begun), self._demands_of(begun if now is None else now)
        then = letter.replaced or self._blocks.printed(of, before)
        return Changes(
            stage=None if now is None else now.stage,
            issued=None if now is None else now.issued,
            is_correction=is_correction,
            is_elsewhere=named is None or letter.replaced is not None or named.lines != then,
            before=replace(before, lines=then),
            now=named,
            dropped=_only_in(old, new),
            added=_only_in(new, old),
        )

    def _begun(self, letter: "LetterRecord") -> "BulletinRecord":
        """The bulletin that a letter stands on: the one on its paper, or on which a draft that followed was begun."""
        from uadesk.store.bulletins import BulletinRecord

        follows = letter.frozen is None and letter.bulletin_id == letter.case.current_bulletin_id
        begun = self._session.get(BulletinRecord, letter.begun_on) if follows and letter.begun_on else None
        return begun or letter.bulletin

    def _demands_of(self, bulletin: "BulletinRecord") -> tuple[str, ...]:
        if bulletin.id not in self._demands:
            self._demands[bulletin.id] = text_of(bulletin).shared.demands
        return self._demands[bulletin.id]

    def _named_now(self, letter: "LetterRecord") -> Addressee | None:
        """To whom the letter would go, printed anew: its own address stays where it was typed over what holds now."""
        now = self._blocks.now(letter)
        if now is None:
            return None
        to = changed(now, edit_of(letter)) if letter.has_own_block and letter.where_then == now.where else now
        return replace(to, lines=self._blocks.printed(letter, to))

    def _named_before(self, letter: "LetterRecord", begun: "BulletinRecord") -> Addressee:
        """To whom the letter was begun: the addressee of that bulletin who is this one."""
        key = (letter.addressee_id, begun.id)
        if key not in self._before:
            now = named_addressee(letter)
            named = [each.addressee for each in begun.addressees]
            then = [now] if letter.addressee is None else named_with(letter.addressee)
            place = successor(now, then, named)
            self._before[key] = now if place is None else named[place]
        return self._before[key]


def _only_in(some: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    return tuple(each for each in some if each not in others)
