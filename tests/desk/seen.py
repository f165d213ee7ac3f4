"""The desk as it is at one moment, each thing read once, and what its drafts have to look like."""

from dataclasses import replace
from datetime import date
from functools import cache

from sqlalchemy import select

from tests.desk.marked import Look, as_posted, sender_lines
from uadesk.desk.cases import case_view
from uadesk.desk.changes import held_letters
from uadesk.desk.desk import Desk
from uadesk.desk.members import list_members
from uadesk.desk.writing import letter_view
from uadesk.domain.bulletins import Stage
from uadesk.domain.letters import Channel, LetterStatus
from uadesk.store.letters import LetterRecord


class Seen:
    """What the desk says now."""

    def __init__(self, desk: Desk) -> None:
        self.letter = cache(lambda ident: letter_view(desk, ident))
        self.case = cache(lambda ident: case_view(desk, ident))
        self.held = {each.row.ident for each in held_letters(desk)}
        self.people = {row.ident: row.person for row in list_members(desk, include_left=True)}
        with desk.store.reading() as session:
            found = session.execute(select(LetterRecord.id, LetterRecord.original_id)).all()
        self.originals = {ident: original for ident, original in found if original is not None}

    def original(self, ident: int) -> int | None:
        """The letter of which this is a copy."""
        return self.originals.get(ident)

    def copies(self, ident: int) -> list[int]:
        """The copies of this letter."""
        return sorted(copy for copy, original in self.originals.items() if original == ident)

    def standing(self, case: int) -> int:
        """The bulletin on which people write: the last one that asks for letters."""
        asking = [each for each in self.case(case).bulletins if each.stage is not Stage.OUTCOME]
        return max(asking, key=lambda each: each.issued or date.min).ident

    def is_current(self, ident: int) -> bool:
        """Whether a letter goes to whom, and asks what, its case does now; an address of its own aside."""
        view = self.letter(ident)
        case = self.case(view.row.case_id)
        named = [each.addressee.lines for each in (*case.targets, *case.copies)]
        asked = view.edit.own_text or view.shared
        is_asked = len(asked.demands) == len(case.demands) and all(
            said.casefold().endswith(demand.casefold())  # a single one follows its lead in the same sentence
            for said, demand in zip(asked.demands, case.demands, strict=True)
        )
        return is_asked and (view.edit.recipient is not None or view.recipient in named)

    def named(self, case: int) -> set[tuple[str, ...]]:
        """The blocks of all whom a case names now, as the post wants them."""
        view = self.case(case)
        addressees = [each.addressee for each in (*view.targets, *view.copies)]
        return {as_posted(each.lines, each.country_code) for each in addressees}

    def look(self, ident: int) -> Look:
        """What a draft has to look like by what it holds itself."""
        view = self.letter(ident)
        member = self.people[view.row.member_id or 0]
        shared = view.edit.own_text or view.shared
        return Look(
            name=member.name,
            sender=sender_lines(member, view.return_address),
            recipient=as_posted(view.recipient, view.country_code),
            salutation=view.salutation,
            text=(shared.subject, *shared.demands, view.own_words),
            cc=self._copied(ident),
        )

    def _copied(self, ident: int) -> tuple[str, ...]:
        """Who gets a copy of this letter."""
        views = [self.letter(copy) for copy in self.copies(ident)]
        return tuple(view.recipient[0] for view in views if view.row.status is not LetterStatus.WITHDRAWN)

    def has_pages(self, ident: int) -> bool:
        """Whether a letter is printed: one by hand has an envelope only."""
        return self.letter(ident).row.channel is not Channel.HANDWRITTEN


def copy_of(letter: Look, copy: Look) -> Look:
    """A copy's own look, with what its letter says."""
    return replace(copy, salutation=letter.salutation, text=letter.text, cited=letter.recipient, cc=())
