"""The letter evenings: who came, and which cases were on offer."""

from datetime import date

from sqlalchemy import Column, ForeignKey, Table
from sqlalchemy.orm import Mapped, mapped_column, relationship

from uadesk.store.base import Base, Numbered
from uadesk.store.cases import CaseRecord
from uadesk.store.people import MemberRecord

attendance = Table(
    "attendance",
    Base.metadata,
    Column("evening_id", ForeignKey("evening.id", ondelete="CASCADE"), primary_key=True),
    Column("member_id", ForeignKey("member.id", ondelete="CASCADE"), primary_key=True, index=True),
)
offer = Table(
    "offer",
    Base.metadata,
    Column("evening_id", ForeignKey("evening.id", ondelete="CASCADE"), primary_key=True),
    Column("case_id", ForeignKey("case.id", ondelete="CASCADE"), primary_key=True, index=True),
)


class EveningRecord(Numbered, Base):
    """One letter evening; there is one a day."""

    __tablename__ = "evening"

    day: Mapped[date] = mapped_column(unique=True)
    place: Mapped[str] = mapped_column(default="")
    members: Mapped[list[MemberRecord]] = relationship(
        secondary=attendance, order_by=MemberRecord.folded, passive_deletes=True
    )
    cases: Mapped[list[CaseRecord]] = relationship(secondary=offer, order_by=CaseRecord.id, passive_deletes=True)
