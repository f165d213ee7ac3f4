"""Print runs: what was sent to paper, in which order, on what."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.ext.orderinglist import ordering_list
from sqlalchemy.orm import Mapped, mapped_column, relationship

from uadesk.store.base import Base, Numbered


class PrintRunRecord(Numbered, Base):
    """One run to paper; `what` is "letters" or "envelopes".

    `sent` is the moment at which its pages went to the printer or into a file, `confirmed` the one at which somebody
    said how they came out.
    """

    __tablename__ = "print_run"

    what: Mapped[str]
    stationery: Mapped[str] = mapped_column(default="")
    made: Mapped[datetime]
    sent: Mapped[datetime | None]
    confirmed: Mapped[datetime | None]
    pieces: Mapped[list["PrintRunPieceRecord"]] = relationship(
        order_by="PrintRunPieceRecord.place",
        collection_class=ordering_list("place"),
        cascade="all, delete-orphan",
        passive_deletes=True,
    )

    def answer(self, at: datetime) -> None:
        """Somebody said how it came out: what stands on its paper is kept with the letters now."""
        self.confirmed = at
        for piece in self.pieces:
            piece.piece = None


class PrintRunPieceRecord(Base):
    """One piece of a run, by its place from 0; `piece` is what stands on the paper, kept until somebody answers.

    `block` is to whom it goes, as printed; `bulletin_id` and `addressee_id` are the numbers of the bulletin and the
    addressee that it was made for.
    """

    __tablename__ = "print_run_piece"

    run_id: Mapped[int] = mapped_column(ForeignKey("print_run.id", ondelete="CASCADE"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    letter_id: Mapped[int] = mapped_column(ForeignKey("letter.id", ondelete="CASCADE"), index=True)
    piece: Mapped[dict[str, Any] | None]
    block: Mapped[tuple[str, ...]] = mapped_column(default=())
    bulletin_id: Mapped[int | None]
    addressee_id: Mapped[int | None]
