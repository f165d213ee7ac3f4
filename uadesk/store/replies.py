"""The replies that came, and their scans."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship
from typing_extensions import override

from uadesk.domain.letters import LetterStatus
from uadesk.domain.replies import Reply, Scan
from uadesk.store.base import Base, Findable, Numbered, Versioned
from uadesk.store.cases import CaseRecord
from uadesk.store.letters import LetterRecord, StepRecord


class ReplyRecord(Findable, Versioned, Numbered, Base):
    """One reply on a case, and to which letter of it where that is known."""

    __tablename__ = "reply"

    case_id: Mapped[int] = mapped_column(ForeignKey("case.id", ondelete="CASCADE"), index=True)
    letter_id: Mapped[int | None] = mapped_column(ForeignKey("letter.id", ondelete="SET NULL"), index=True)
    received: Mapped[date] = mapped_column(index=True)
    sender: Mapped[str]
    says: Mapped[str] = mapped_column(default="")
    report_by: Mapped[date | None] = mapped_column(index=True)
    reported_on: Mapped[date | None]
    created: Mapped[datetime]

    case: Mapped[CaseRecord] = relationship()
    letter: Mapped[LetterRecord | None] = relationship()
    scan: Mapped["ReplyScanRecord | None"] = relationship(cascade="all, delete-orphan", passive_deletes=True)

    @property
    def step(self) -> StepRecord | None:
        """The step by which its letter was answered, where that was this reply: they were entered at one moment."""
        if self.letter is None or self.letter.status is not LetterStatus.REPLIED:
            return None
        last = self.letter.steps[-1]
        return last if last.at == self.created else None

    @property
    def reply(self) -> Reply:
        return Reply(self.received, self.sender, self.says, self.report_by, self.reported_on)

    def take(self, reply: Reply) -> None:
        """Keep these details."""
        self.received, self.sender, self.says = reply.received, reply.sender, reply.says
        self.report_by, self.reported_on = reply.report_by, reply.reported_on

    @property
    @override
    def words(self) -> str:
        return f"{self.sender} {self.says or ''}"


class ReplyScanRecord(Base):
    """The scan of a reply; in a row of its own, so that the journal does not copy it with each change of a word."""

    __tablename__ = "reply_scan"

    reply_id: Mapped[int] = mapped_column(ForeignKey("reply.id", ondelete="CASCADE"), primary_key=True)
    name: Mapped[str]
    content: Mapped[bytes] = mapped_column(deferred=True)

    @property
    def scan(self) -> Scan:
        return Scan(self.name, self.content)
