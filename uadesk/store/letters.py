"""The letters, their steps and senders, and the counter of match codes."""

import json
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, ForeignKey, Index, exists, func, insert, or_, update
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, Session, mapped_column, object_session, relationship
from typing_extensions import override

from uadesk.domain.letters import Channel, LetterStatus, PieceKind, match_code, may_follow, step_before
from uadesk.domain.people import ReturnAddress, Sender
from uadesk.store.base import COUNTED_ON, Base, Findable, Numbered, Versioned, by_value
from uadesk.store.bulletins import AddresseeRecord, BulletinRecord
from uadesk.store.cases import CaseRecord
from uadesk.store.errors import WrongStepError
from uadesk.store.evenings import EveningRecord
from uadesk.store.people import MemberRecord

_UNPRINTED = frozenset({LetterStatus.DRAFT, LetterStatus.WITHDRAWN})


class LetterRecord(Findable, Versioned, Numbered, Base):
    """One letter by one person to one addressee on one bulletin.

    `recipient`, `country_code`, `salutation` and `return_address` are this letter's own; None means as the
    bulletin's addressee, and the member, have it. `own_text` departs from what all letters on the case say. `frozen`
    is the piece as it was printed; `addressee_name` is to whom, where that is not simply the bulletin's addressee: on
    paper, or in a block of the letter's own.

    `where_then` is where the case's addressee was when the letter took the address down for itself: in a block of its
    own, or to be written by hand. `replaced` is the block, of those put down for it or on its paper, that holds no
    more (`domain.holding`). `begun_on` is the number of the bulletin that a draft was begun on, until somebody has seen
    what changed since. `kept_for` is that of the later one for which a person decided that the letter goes as it is,
    and `kept_where` where the addressee was then.
    """

    __tablename__ = "letter"

    code: Mapped[str] = mapped_column(unique=True)
    member_id: Mapped[int | None] = mapped_column(ForeignKey("member.id", ondelete="SET NULL"), index=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id", ondelete="CASCADE"), index=True)
    bulletin_id: Mapped[int] = mapped_column(ForeignKey("bulletin.id", ondelete="CASCADE"), index=True)
    addressee_id: Mapped[int | None] = mapped_column(ForeignKey("addressee.id", ondelete="SET NULL"), index=True)
    evening_id: Mapped[int | None] = mapped_column(ForeignKey("evening.id", ondelete="SET NULL"), index=True)
    original_id: Mapped[int | None] = mapped_column(ForeignKey("letter.id", ondelete="SET NULL"), index=True)
    kind: Mapped[PieceKind] = mapped_column(by_value(PieceKind), default=PieceKind.APPEAL)
    channel: Mapped[Channel] = mapped_column(by_value(Channel), default=Channel.POST)
    status: Mapped[LetterStatus] = mapped_column(by_value(LetterStatus), default=LetterStatus.DRAFT)
    changed: Mapped[datetime]
    language: Mapped[str] = mapped_column(default="en")
    recipient: Mapped[tuple[str, ...] | None]
    country_code: Mapped[str | None]
    salutation: Mapped[str | None]
    own_words: Mapped[str] = mapped_column(default="")
    own_text: Mapped[dict[str, Any] | None]
    return_address: Mapped[ReturnAddress | None] = mapped_column(by_value(ReturnAddress))
    frozen: Mapped[dict[str, Any] | None]
    addressee_name: Mapped[str | None]
    begun_on: Mapped[int | None]
    kept_for: Mapped[int | None]
    kept_where: Mapped[tuple[str, ...] | None]
    where_then: Mapped[tuple[str, ...] | None]
    replaced: Mapped[tuple[str, ...] | None]
    created: Mapped[datetime]

    member: Mapped[MemberRecord | None] = relationship(back_populates="letters")
    case: Mapped[CaseRecord] = relationship()
    bulletin: Mapped[BulletinRecord] = relationship()
    addressee: Mapped[AddresseeRecord | None] = relationship()
    evening: Mapped[EveningRecord | None] = relationship()
    original: Mapped["LetterRecord | None"] = relationship(remote_side="LetterRecord.id", back_populates="copies")
    copies: Mapped[list["LetterRecord"]] = relationship(
        back_populates="original", order_by="LetterRecord.id", passive_deletes=True
    )
    steps: Mapped[list["StepRecord"]] = relationship(
        order_by="StepRecord.id", cascade="all, delete-orphan", passive_deletes=True
    )
    sender: Mapped["SenderRecord | None"] = relationship(cascade="all, delete-orphan", passive_deletes=True)

    __table_args__ = (Index(None, "changed"), Index(None, "status", "case_id"), COUNTED_ON)

    def move_to(self, status: LetterStatus, at: datetime, day: date) -> None:
        """Take a step that the domain's rule allows, and remember its moment and day. Raises WrongStepError."""
        if not may_follow(self.status, status, self.channel):
            raise WrongStepError(self.code, self.status, status, self.channel)
        self.status, self.changed = status, at
        self.steps.append(StepRecord(status=status, at=at, day=day))

    def step_back(self, at: datetime) -> LetterStatus | None:
        """Take the last step back, which stays in the history; gives the step before, None for a draft.

        The letter stands again where it stood, since the day on which it came there.
        """
        before = step_before(self.status, [step.status for step in self.steps])
        if before is not None:
            day = next(step.day for step in reversed(self.steps) if step.status is before)
            self.status, self.changed = before, at
            self.steps.append(StepRecord(status=before, at=at, day=day))
        return before

    @hybrid_property
    def is_held(self) -> bool:
        """Whether somebody decides before it goes: its case went on, or goes by another address than its paper has."""
        current = self.case.current_bulletin_id
        return self.replaced is not None or current not in (None, self.bulletin_id, self.kept_for)

    @is_held.inplace.expression
    @classmethod
    def _is_held(cls) -> ColumnElement[bool]:
        current = CaseRecord.current_bulletin_id
        is_behind = (current != cls.bulletin_id, current != func.coalesce(cls.kept_for, 0))
        goes_on = exists().where(CaseRecord.id == cls.case_id, *is_behind).correlate_except(CaseRecord)
        return or_(cls.replaced.is_not(None), goes_on)

    @property
    def was_printed(self) -> bool:
        """Whether the letter ever reached paper or left the house, also if it was withdrawn afterwards."""
        return self.status not in _UNPRINTED or any(step.status not in _UNPRINTED for step in self.steps)

    @property
    @override
    def words(self) -> str:
        printed = self.frozen or {}
        said = printed.get("text")
        own_words = [self.own_words or ""] if said is None else said["own_words"]
        text = json.dumps(self.own_text, ensure_ascii=False) if self.own_text else ""
        block = (*(self.recipient or ()), *printed.get("recipient", ()))
        return " ".join((self.code, self.addressee_name or "", *block, *own_words, text))

    def address(self, recipient: tuple[str, ...] | None, country_code: str | None, salutation: str | None) -> None:
        """Give the letter an address and a salutation of its own; None takes what the bulletin's addressee has."""
        is_other = (recipient, country_code) != (self.recipient, self.country_code)
        self.recipient, self.country_code, self.salutation = recipient, country_code, salutation
        self.addressee_name = self._own_name
        if is_other:
            self.kept_where = None
            self.take_down()

    @property
    def has_own_block(self) -> bool:
        """Whether a person gave it an address of its own, or a country."""
        return self.recipient is not None or self.country_code is not None

    def take_down(self) -> None:
        """Note where the case's addressee is, if the letter does not simply follow it."""
        is_apart = self.has_own_block or self.channel is Channel.HANDWRITTEN
        self.where_then = self.addressee.addressee.where if is_apart and self.addressee is not None else None

    def keep(self, where: tuple[str, ...]) -> None:
        """A person decided that it goes as it is, though its addressee is there by now."""
        self.kept_for, self.kept_where, self.replaced = self.case.current_bulletin_id, where, None

    def forget_decision(self) -> None:
        """Nothing is decided of it any more."""
        self.kept_for = self.kept_where = None

    @property
    def _own_name(self) -> str | None:
        """Whom the letter's own block names: the addressee, unless it does not hold that name any more."""
        if self.recipient is None:
            return None
        name = self.addressee.name if self.addressee else ""
        return name if name and any(name in line for line in self.recipient) else next(iter(self.recipient), "")

    def freeze(self, piece: dict[str, Any], sender: Sender) -> None:
        """Fix what was printed; the sender in a row of its own, so that it can be forgotten."""
        name = self._own_name or (self.addressee.name if self.addressee else "")
        self.addressee_name = name or next(iter(piece["recipient"]), "")
        self.frozen = piece
        self.sender = SenderRecord.of(sender)

    def put_back_on(self, bulletin_id: int | None, addressee_id: int | None) -> None:
        """The paper of this letter was made for that bulletin and addressee, wherever the letter went meanwhile."""
        session = object_session(self)
        assert session is not None
        if bulletin_id not in (None, self.bulletin_id):
            bulletin, addressee = session.get(BulletinRecord, bulletin_id), session.get(AddresseeRecord, addressee_id)
            if bulletin is not None and addressee is not None:
                self.bulletin, self.addressee = bulletin, addressee

    def thaw(self) -> None:
        """Let the letter follow its case again: it is a draft once more."""
        self.frozen = self.sender = None
        self.addressee_name = self._own_name


class StepRecord(Numbered, Base):
    """One step in a letter's life: when it was entered, and the day since which the letter stands there."""

    __tablename__ = "step"

    letter_id: Mapped[int] = mapped_column(ForeignKey("letter.id", ondelete="CASCADE"), index=True)
    status: Mapped[LetterStatus] = mapped_column(by_value(LetterStatus))
    at: Mapped[datetime]
    day: Mapped[date]

    __table_args__ = (Index(None, "day", "status"), COUNTED_ON)


class SenderRecord(Findable, Base):
    """The sender as printed on a letter: a copy, which later edits of the member do not reach."""

    __tablename__ = "sender"

    letter_id: Mapped[int] = mapped_column(ForeignKey("letter.id", ondelete="CASCADE"), primary_key=True)
    name: Mapped[str]
    address_lines: Mapped[tuple[str, ...]] = mapped_column(default=())
    country: Mapped[str] = mapped_column(default="")
    shows_name: Mapped[bool] = mapped_column(default=True)

    @classmethod
    def of(cls, sender: Sender) -> "SenderRecord":
        """A copy of this sender."""
        return cls(
            name=sender.name,
            address_lines=sender.address_lines,
            country=sender.country,
            shows_name=sender.shows_name,
        )

    @property
    def sender(self) -> Sender:
        return Sender(self.name, self.address_lines, self.country, self.shows_name)

    @property
    @override
    def words(self) -> str:
        return self.name


class CodeCounter(Base):
    """How many match codes were given out: one row, which no undo takes back."""

    __tablename__ = "code_counter"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    given: Mapped[int] = mapped_column(default=0)


def next_codes(session: Session, count: int) -> list[str]:
    """So many match codes that no letter of this desk ever had."""
    if not count:
        return []
    connection = session.connection()
    counted = update(CodeCounter).values(given=CodeCounter.given + count).returning(CodeCounter.given)
    given = connection.scalar(counted)
    if given is None:
        given = count
        connection.execute(insert(CodeCounter).values(id=1, given=given))
    return [match_code(number) for number in range(given - count, given)]
