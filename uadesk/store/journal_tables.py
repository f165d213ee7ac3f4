"""The journal behind undo: named entries, and the rows that each changed, before and after."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from uadesk.store.base import Base, Numbered


class JournalEntryRecord(Numbered, Base):
    """One act that can be taken back, or, once undone, done again."""

    __tablename__ = "journal_entry"

    act: Mapped[str]
    merge: Mapped[str] = mapped_column(default="")
    undone: Mapped[bool] = mapped_column(default=False)


class JournalRowRecord(Numbered, Base):
    """One changed row: JSON before and after; None before an insert and after a delete."""

    __tablename__ = "journal_row"

    entry_id: Mapped[int] = mapped_column(ForeignKey("journal_entry.id", ondelete="CASCADE"), index=True)
    table_name: Mapped[str]
    before: Mapped[str | None]
    after: Mapped[str | None]


class JournalStateRecord(Base):
    """The entry that is being written now: one row, set only inside a write transaction."""

    __tablename__ = "journal_state"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    entry_id: Mapped[int | None]
