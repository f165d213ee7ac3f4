"""One round of drafting: what is made, what is passed over."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from uadesk.base.errors import UADeskError
from uadesk.desk.desk import Desk, Skipped
from uadesk.domain.letters import Channel, LetterStatus, PieceKind

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from uadesk.store.bulletins import AddresseeRecord, BulletinRecord
    from uadesk.store.evenings import EveningRecord
    from uadesk.store.letters import LetterRecord
    from uadesk.store.people import MemberRecord


class AlreadyWrittenError(UADeskError):
    """This person has a letter to this addressee on this bulletin already."""

    def __init__(self, member: str, addressee: str, code: str) -> None:
        super().__init__(member, addressee, code)
        self.member = member
        self.addressee = addressee
        self.code = code


class DraftMaker:
    """One round of drafting: what is made, what is passed over. Nothing is written before `store`."""

    def __init__(
        self,
        session: "Session",
        desk: Desk,
        bulletin: "BulletinRecord",
        channel: Channel,
        evening: "EveningRecord | None",
        writers: Sequence[int],
    ) -> None:
        from uadesk.store.sqlite import next_number

        self._made: list[LetterRecord] = []
        self._passed: list[tuple[MemberRecord, AddresseeRecord, LetterRecord]] = []
        # numbered before they are stored: a copy names its original, and rows with a number go in together
        self._first_id = next_number(session.connection(), "letter")
        self._first_step = next_number(session.connection(), "step")
        self._session = session
        self._desk = desk
        self._bulletin = bulletin
        self._channel = channel
        self._evening = evening
        self._written = self._letters_so_far(writers)

    def draft(
        self,
        member: "MemberRecord",
        addressee: "AddresseeRecord",
        kind: PieceKind,
        original: "LetterRecord | None" = None,
    ) -> "LetterRecord":
        """The draft; where there is one already, that one, and a word that it was passed over."""
        key = (member.id, addressee.id, original.id if original else None)
        known = self._written.get(key)
        if known is not None:
            self._passed.append((member, addressee, known))
            return known
        letter = self._new(member.id, addressee, kind, original)
        self._written[key] = letter
        self._made.append(letter)
        return letter

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """Who was passed over, by the code of the letter that is there; after `store`."""
        return tuple(
            Skipped(member.name, AlreadyWrittenError(member.name, addressee.name, letter.code))
            for member, addressee, letter in self._passed
        )

    def store(self) -> list[int]:
        """Keep all drafts at once, each with a code of its own; their numbers in the order of their making."""
        from uadesk.store.letters import next_codes

        for letter, code in zip(self._made, next_codes(self._session, len(self._made)), strict=True):
            letter.code = code
        alike = sorted(self._made, key=lambda letter: letter.original_id is not None)  # rows alike go in together
        self._session.add_all(alike)
        self._session.flush()
        return [letter.id for letter in self._made]

    def _new(
        self, member_id: int, addressee: "AddresseeRecord", kind: PieceKind, original: "LetterRecord | None"
    ) -> "LetterRecord":
        from uadesk.store.letters import LetterRecord, StepRecord

        now = self._desk.now
        by_hand = original is not None and original.channel is Channel.HANDWRITTEN  # nobody can print a copy of that
        letter = LetterRecord(
            id=self._first_id + len(self._made),
            member_id=member_id,
            case_id=self._bulletin.case_id,
            bulletin_id=self._bulletin.id,
            addressee_id=addressee.id,
            evening_id=self._evening.id if self._evening else None,
            original_id=original.id if original else None,
            kind=kind,
            channel=Channel.HANDWRITTEN if by_hand else self._channel,
            status=LetterStatus.DRAFT,
            language=self._bulletin.language or "en",
            own_words="",
            where_then=addressee.addressee.where if by_hand or self._channel is Channel.HANDWRITTEN else None,
            created=now,
            changed=now,
        )
        step = self._first_step + len(self._made)
        letter.steps.append(StepRecord(id=step, status=LetterStatus.DRAFT, at=now, day=self._desk.today))
        return letter

    def _letters_so_far(self, writers: Sequence[int]) -> "dict[tuple[int, int, int | None], LetterRecord]":
        from sqlalchemy import select

        from uadesk.store.letters import LetterRecord

        found = self._session.scalars(
            select(LetterRecord).where(
                LetterRecord.bulletin_id == self._bulletin.id,
                LetterRecord.status != LetterStatus.WITHDRAWN,
                LetterRecord.member_id.in_(writers),
                LetterRecord.addressee_id.is_not(None),
            )
        ).all()
        return {
            (letter.member_id, letter.addressee_id, letter.original_id): letter
            for letter in found
            if letter.member_id is not None and letter.addressee_id is not None
        }
