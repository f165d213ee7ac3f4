"""Bulletins as stored: what each said, whom it named, its files, and the text of its letters."""

import hashlib
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import ForeignKey, Index
from sqlalchemy.ext.orderinglist import ordering_list
from sqlalchemy.orm import Mapped, mapped_column, relationship
from typing_extensions import override

from uadesk.domain.addresses import Addressee, Issuer, Role
from uadesk.domain.bulletins import BulletinDraft, Stage, asks_for_letters, ends_writing
from uadesk.domain.cases import Notice
from uadesk.domain.folding import fold, signs_of
from uadesk.domain.texts import Check, Level, Text
from uadesk.store.base import COUNTED_ON, Base, Findable, Numbered, Versioned, by_value
from uadesk.store.cases import CaseRecord

if TYPE_CHECKING:
    from uadesk.store.letters import LetterRecord

_PLAIN = (
    "language", "stage", "stage_ordinal", "index", "issued", "further_action", "title", "country", "country_code",
    "act_until", "demand_lead", "summary", "background", "model_letter", "previous",
)  # fmt: skip
"""The fields that a draft and a row have alike."""


class BulletinRecord(Versioned, Numbered, Base):
    """One bulletin on a case, whole: `draft` gives back what was stored."""

    __tablename__ = "bulletin"

    case_id: Mapped[int] = mapped_column(ForeignKey("case.id", ondelete="CASCADE"), index=True)
    stage: Mapped[Stage | None] = mapped_column(by_value(Stage))
    stage_ordinal: Mapped[int | None]
    index: Mapped[str | None] = mapped_column(index=True)
    issued: Mapped[date | None]
    imported: Mapped[datetime]
    language: Mapped[str | None]
    further_action: Mapped[bool | None]
    title: Mapped[str | None]
    country: Mapped[str | None]
    country_code: Mapped[str | None]
    act_until: Mapped[date | None]
    demand_lead: Mapped[str | None]
    summary: Mapped[str | None]
    background: Mapped[str | None]
    model_letter: Mapped[str | None]
    issuer: Mapped[dict[str, Any] | None]
    previous: Mapped[tuple[str, ...]] = mapped_column(default=())
    text: Mapped[str] = mapped_column(default="")
    text_hash: Mapped[str] = mapped_column(default="", index=True)
    bold: Mapped[list[Any]] = mapped_column(default=list)
    source: Mapped[str] = mapped_column(default="txt")
    checks: Mapped[list[Any]] = mapped_column(default=list)
    spans: Mapped[dict[str, Any]] = mapped_column(default=dict)

    case: Mapped[CaseRecord] = relationship(back_populates="bulletins", foreign_keys=case_id)
    demands: Mapped[list["DemandRecord"]] = relationship(
        order_by="DemandRecord.place",
        collection_class=ordering_list("place"),
        cascade="all, delete-orphan",
        passive_deletes=True,
    )
    blocks: Mapped[list["AddresseeRecord"]] = relationship(
        order_by="AddresseeRecord.place, AddresseeRecord.id", cascade="all, delete-orphan", passive_deletes=True
    )
    files: Mapped[list["FileRecord"]] = relationship(
        order_by="FileRecord.id", cascade="all, delete-orphan", passive_deletes=True
    )
    shared: Mapped["SharedTextRecord | None"] = relationship(cascade="all, delete-orphan", passive_deletes=True)

    __table_args__ = (Index(None, "issued"), COUNTED_ON)

    @classmethod
    def of(cls, draft: BulletinDraft, imported: datetime) -> Self:
        """A new row for this bulletin; its case is still to be set."""
        record = cls(imported=imported)
        record.take(draft)
        return record

    def take(self, draft: BulletinDraft) -> None:
        """Keep what this draft says in place of what was stored.

        An addressee keeps its row, so that letters still know theirs: the one with the same block, else with the
        same name, else the only one left. One that is named no more stays for the letters to it.
        """
        for field in _PLAIN:
            setattr(self, field, getattr(draft, field))
        issuer = draft.issuer
        self.issuer = None if issuer is None else {each: getattr(issuer, each) for each in Issuer.__slots__}
        self.text, self.source = draft.text.content, draft.text.source
        self.text_hash = text_hash(draft.text.content)
        self.bold = [list(span) for span in draft.text.bold]
        self.checks = [[each.field, each.level.value, each.code, dict(each.data)] for each in draft.checks]
        self.spans = {path: list(span) for path, span in draft.spans.items()}
        self._take_demands(draft)
        for role, addressees in (
            (Role.TARGET, draft.targets),
            (Role.COPY, draft.copies),
            (Role.SOLIDARITY, draft.solidarity),
        ):
            self._take_addressees(role, addressees)

    def _take_demands(self, draft: BulletinDraft) -> None:
        del self.demands[len(draft.demands) :]
        for demand, text in zip(self.demands, draft.demands, strict=False):
            demand.text = text
        for text in draft.demands[len(self.demands) :]:
            self.demands.append(DemandRecord(text=text))

    def _take_addressees(self, role: Role, addressees: tuple[Addressee, ...]) -> None:
        known = sorted((record for record in self.blocks if record.role is role), key=lambda each: each.gone)
        kept = _matched(known, addressees)
        for place, addressee in enumerate(addressees):
            record = kept.get(place)
            if record is None:
                record = AddresseeRecord(role=role)
                self.blocks.append(record)
            record.take(addressee)
            record.place, record.gone = place, False
        for record in known:
            if record in kept.values():
                continue
            if record.letters:
                record.gone = True
            else:
                self.blocks.remove(record)

    @property
    def addressees(self) -> list["AddresseeRecord"]:
        """Whom the bulletin names, in its order; those that only letters still know left out."""
        return sorted((each for each in self.blocks if not each.gone), key=lambda each: each.place)

    def draft(self) -> BulletinDraft:
        """What the bulletin says."""
        people = {role: tuple(each.addressee for each in self.addressees if each.role is role) for role in Role}
        return BulletinDraft(
            text=Text(self.text, tuple((first, last) for first, last in self.bold), self.source),
            number=self.case.number,
            demands=tuple(demand.text for demand in self.demands),
            targets=people[Role.TARGET],
            copies=people[Role.COPY],
            solidarity=people[Role.SOLIDARITY],
            issuer=issuer_of(self.issuer),
            checks=tuple(Check(path, Level(level), code, data) for path, level, code, data in self.checks),
            spans={path: (first, last) for path, (first, last) in self.spans.items()},
            **{field: getattr(self, field) for field in _PLAIN},
        )

    @property
    def notice(self) -> Notice:
        """What the bulletin means for the standing of its case."""
        has_targets = any(each.role is Role.TARGET for each in self.addressees)
        has_demands = bool(self.demands or self.model_letter)
        return Notice(
            issued=self.issued,
            imported=self.imported,
            asks_for_letters=asks_for_letters(
                self.stage, further_action=self.further_action, has_targets=has_targets, has_demands=has_demands
            ),
            ends_writing=ends_writing(self.stage, further_action=self.further_action),
            act_until=self.act_until,
            ident=self.id,
            has_targets=has_targets,
            has_demands=has_demands,
            index=self.index,
            language=self.language,
        )


class DemandRecord(Numbered, Base):
    """One point to urge."""

    __tablename__ = "demand"

    bulletin_id: Mapped[int] = mapped_column(ForeignKey("bulletin.id", ondelete="CASCADE"), index=True)
    place: Mapped[int] = mapped_column(default=0)
    text: Mapped[str]


class AddresseeRecord(Findable, Numbered, Base):
    """One block of a bulletin: `lines` is what letters and envelopes print.

    `gone` tells that the bulletin was corrected and names it no more: it is there for the letters to it.
    """

    __tablename__ = "addressee"

    bulletin_id: Mapped[int] = mapped_column(ForeignKey("bulletin.id", ondelete="CASCADE"), index=True)
    role: Mapped[Role] = mapped_column(by_value(Role))
    place: Mapped[int] = mapped_column(default=0)
    lines: Mapped[tuple[str, ...]]
    name: Mapped[str] = mapped_column(default="")
    title: Mapped[str | None]
    address_lines: Mapped[tuple[str, ...]] = mapped_column(default=())
    country_code: Mapped[str | None]
    email: Mapped[tuple[str, ...]] = mapped_column(default=())
    phone: Mapped[tuple[str, ...]] = mapped_column(default=())
    fax: Mapped[tuple[str, ...]] = mapped_column(default=())
    salutation: Mapped[str | None]
    gone: Mapped[bool] = mapped_column(default=False)

    letters: Mapped[list["LetterRecord"]] = relationship(viewonly=True)

    @property
    def addressee(self) -> Addressee:
        return Addressee(
            lines=self.lines,
            role=self.role,
            name=self.name,
            title=self.title,
            address_lines=self.address_lines,
            country_code=self.country_code,
            email=self.email,
            phone=self.phone,
            fax=self.fax,
            salutation=self.salutation,
        )

    def take(self, addressee: Addressee) -> None:
        """Keep these values; role and place stay."""
        self.lines, self.name, self.title = addressee.lines, addressee.name, addressee.title
        self.address_lines, self.country_code = addressee.address_lines, addressee.country_code
        self.email, self.phone, self.fax = addressee.email, addressee.phone, addressee.fax
        self.salutation = addressee.salutation

    @property
    @override
    def words(self) -> str:
        return " ".join((*self.lines, *(self.email or ())))


class FileRecord(Numbered, Base):
    """A file in which a bulletin came, byte for byte."""

    __tablename__ = "file"

    bulletin_id: Mapped[int] = mapped_column(ForeignKey("bulletin.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    sha256: Mapped[str] = mapped_column(index=True)
    content: Mapped[bytes] = mapped_column(deferred=True)
    imported: Mapped[datetime]


class SharedTextRecord(Versioned, Base):
    """What all letters on a bulletin say, as the coordinator edited it.

    `case_text` is None while nobody has looked at the paragraph on the case.
    """

    __tablename__ = "shared_text"

    bulletin_id: Mapped[int] = mapped_column(ForeignKey("bulletin.id", ondelete="CASCADE"), primary_key=True)
    subject: Mapped[str] = mapped_column(default="")
    case_text: Mapped[str | None]
    lead: Mapped[str] = mapped_column(default="")
    demands: Mapped[tuple[str, ...]] = mapped_column(default=())
    body: Mapped[tuple[str, ...]] = mapped_column(default=())


def _matched(known: Sequence[AddresseeRecord], addressees: Sequence[Addressee]) -> dict[int, AddresseeRecord]:
    """Which row is which addressee's, by the place of the addressee: by equal block, by name, by being left alone."""
    kept: dict[int, AddresseeRecord] = {}
    rows, places = list(known), list(range(len(addressees)))

    def keep(place: int, record: AddresseeRecord) -> None:
        kept[place] = record
        rows.remove(record)
        places.remove(place)

    marks: tuple[Callable[[Addressee | AddresseeRecord], object], ...] = (
        lambda each: each.lines,
        lambda each: fold(each.name),
    )
    for mark in marks:
        for place in list(places):
            wanted = mark(addressees[place])
            record = next((record for record in rows if wanted and mark(record) == wanted), None)
            if record is not None:
                keep(place, record)
    rows = [record for record in rows if not record.gone]
    if len(rows) == len(places) == 1:
        keep(places[0], rows[0])
    return kept


def text_hash(content: str) -> str:
    """By what two texts are the same in whatever format they came (folding.signs_of); SHA-256, hexadecimal."""
    return hashlib.sha256(signs_of(content).encode()).hexdigest()


def issuer_of(stored: dict[str, Any] | None) -> Issuer | None:
    """The office as it is kept with its bulletin."""
    if stored is None:
        return None
    lines = {each: tuple(value) for each, value in stored.items() if each != "name"}
    return Issuer(stored["name"], **lines)
