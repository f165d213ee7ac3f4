"""The urgent actions, and what people decided about them."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, object_session, relationship
from typing_extensions import override

from uadesk.domain.cases import Decision, Notice, Standing, first_languages, is_translation, standing
from uadesk.domain.numbers import UANumber, handle_of
from uadesk.store.base import COUNTED_ON, Base, Findable, Numbered, Versioned

if TYPE_CHECKING:
    from uadesk.store.bulletins import BulletinRecord


class CaseRecord(Findable, Versioned, Numbered, Base):
    """One urgent action. How it stands is worked out from its bulletins and decisions by `settle`."""

    __tablename__ = "case"

    year: Mapped[int | None]
    sequence: Mapped[int | None]
    extra: Mapped[bool | None]
    title: Mapped[str] = mapped_column(default="")
    country: Mapped[str] = mapped_column(default="")
    country_code: Mapped[str | None]
    act_until: Mapped[date | None] = mapped_column(index=True)
    closed_on: Mapped[date | None] = mapped_column(index=True)
    closed_reason: Mapped[str | None]
    current_bulletin_id: Mapped[int | None] = mapped_column(
        ForeignKey("bulletin.id", ondelete="SET NULL", use_alter=True)
    )
    bulletins: Mapped[list["BulletinRecord"]] = relationship(
        back_populates="case",
        foreign_keys="BulletinRecord.case_id",
        order_by="BulletinRecord.id",
        cascade="all, delete-orphan",
        passive_deletes=True,
    )
    decisions: Mapped[list["DecisionRecord"]] = relationship(
        order_by="DecisionRecord.id", cascade="all, delete-orphan", passive_deletes=True
    )
    current: Mapped["BulletinRecord | None"] = relationship(
        foreign_keys=current_bulletin_id,
        primaryjoin="CaseRecord.current_bulletin_id == BulletinRecord.id",
        viewonly=True,
    )

    __table_args__ = (UniqueConstraint("year", "sequence", "extra"), Index(None, "country"), COUNTED_ON)

    @property
    def number(self) -> UANumber | None:
        if self.year is None or self.sequence is None:
            return None
        return UANumber(self.year, self.sequence, bool(self.extra))

    @number.setter
    def number(self, number: UANumber | None) -> None:
        if number is None:
            self.year = self.sequence = self.extra = None
        else:
            self.year, self.sequence, self.extra = number.year, number.sequence, number.extra

    @property
    def name(self) -> str:
        """The number as printed, or the handle where there is none."""
        return str(self.number or handle_of(self.id))

    @property
    def standing(self) -> Standing:
        """How the case stands by what is stored."""
        return Standing(self.act_until, self.closed_on, self.closed_reason, self.current_bulletin_id)

    @property
    def addressed(self) -> "BulletinRecord | None":
        """The bulletin whose addressees hold: the current one, or one before it where that brought none."""
        return self._bulletin(self.holding.addressed)

    @property
    def demanding(self) -> "BulletinRecord | None":
        """The bulletin whose demands hold."""
        return self._bulletin(self.holding.demanding)

    def _bulletin(self, ident: int | None) -> "BulletinRecord | None":
        return next((bulletin for bulletin in self.bulletins if bulletin.id == ident), None)

    @property
    def notices(self) -> list[Notice]:
        """What each of its bulletins means for it."""
        return [bulletin.notice for bulletin in self.bulletins]

    @property
    def holding(self) -> Standing:
        """How the case stands by its bulletins and decisions, with whose addressees and demands hold."""
        return self.holding_with()

    def holding_with(self, *notices: Notice) -> Standing:
        """How it would stand with these bulletins too."""
        return standing([*self.notices, *notices], [decision.decision for decision in self.decisions])

    def is_translated(self, bulletin: "BulletinRecord") -> bool:
        """Whether one of its bulletins is another one in another language."""
        return is_translation(bulletin.notice, first_languages(self.notices))

    def settle(self) -> None:
        """Work out anew how the case stands, after a bulletin or a decision came, changed or went."""
        session = object_session(self)
        if session is not None:
            session.flush()  # bulletins get their numbers
        now = self.holding
        self.act_until, self.closed_on, self.closed_reason = now.act_until, now.closed_on, now.closed_reason
        self.current_bulletin_id = now.current
        if session is not None:
            session.flush()
            session.expire(self, ["current"])

    @property
    @override
    def words(self) -> str:
        return " ".join((str(self.number or ""), self.title or "", self.country or ""))


class DecisionRecord(Numbered, Base):
    """A person closed or reopened a case by hand."""

    __tablename__ = "decision"

    case_id: Mapped[int] = mapped_column(ForeignKey("case.id", ondelete="CASCADE"), index=True)
    closes: Mapped[bool]
    day: Mapped[date]
    made: Mapped[datetime]
    reason: Mapped[str] = mapped_column(default="")

    @property
    def decision(self) -> Decision:
        return Decision(self.closes, self.day, self.made, self.reason)
