"""The group and the people who write."""

from datetime import date
from typing import TYPE_CHECKING, Self

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, object_session, relationship
from typing_extensions import override

from uadesk.domain.people import Group, MemberKind, Paper, Person, ReturnAddress
from uadesk.store.base import COUNTED_ON, Base, Findable, Numbered, Versioned, by_value

if TYPE_CHECKING:
    from uadesk.store.letters import LetterRecord

THE_GROUP = 1
"""The number of the one row of the group."""


class GroupRecord(Versioned, Base):
    """The group whose desk this is: one row."""

    __tablename__ = "group"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(default="")
    number: Mapped[str] = mapped_column(default="")
    address_lines: Mapped[tuple[str, ...]] = mapped_column(default=())
    country: Mapped[str] = mapped_column(default="")
    coordinator: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    paper: Mapped[Paper | None] = mapped_column(by_value(Paper))
    envelope: Mapped[str | None]
    is_sample: Mapped[bool] = mapped_column(default=False)

    @property
    def group(self) -> Group:
        return Group(
            name=self.name,
            number=self.number,
            address_lines=self.address_lines,
            country=self.country,
            coordinator=self.coordinator,
            email=self.email,
            paper=self.paper,
            envelope=self.envelope,
        )

    def take(self, group: Group) -> None:
        """Keep these details."""
        self.name, self.number = group.name, group.number
        self.address_lines, self.country = group.address_lines, group.country
        self.coordinator, self.email = group.coordinator, group.email
        self.paper, self.envelope = group.paper, group.envelope


class MemberRecord(Findable, Versioned, Numbered, Base):
    """A member or guest of the group."""

    __tablename__ = "member"

    name: Mapped[str]
    address_lines: Mapped[tuple[str, ...]] = mapped_column(default=())
    country: Mapped[str | None]
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    about: Mapped[str] = mapped_column(default="")
    kind: Mapped[MemberKind] = mapped_column(by_value(MemberKind), default=MemberKind.MEMBER)
    return_address: Mapped[ReturnAddress] = mapped_column(by_value(ReturnAddress), default=ReturnAddress.OWN)
    left_on: Mapped[date | None]
    letters: Mapped[list["LetterRecord"]] = relationship(back_populates="member", passive_deletes=True)

    __table_args__ = (Index(None, "folded"), COUNTED_ON)

    @classmethod
    def of(cls, person: Person) -> Self:
        """A new row for this person."""
        record = cls()
        record.take(person)
        return record

    @property
    def person(self) -> Person:
        return Person(
            name=self.name,
            address_lines=self.address_lines,
            country=self.country,
            email=self.email,
            phone=self.phone,
            about=self.about,
            kind=self.kind,
            return_address=self.return_address,
        )

    def take(self, person: Person) -> None:
        """Keep these details."""
        self.name, self.address_lines, self.country = person.name, person.address_lines, person.country
        self.email, self.phone, self.about = person.email, person.phone, person.about
        self.kind, self.return_address = person.kind, person.return_address

    @property
    @override
    def words(self) -> str:
        return " ".join((self.name, *(self.address_lines or ()), self.email or ""))

    @property
    def has_printed_letters(self) -> bool:
        """Whether any letter of this person was printed, posted or sent, also one withdrawn after printing."""
        return any(letter.was_printed for letter in self.letters)

    def drop_drafts(self) -> None:
        """Take away the letters that never reached paper."""
        session = object_session(self)
        assert session is not None
        for letter in [each for each in self.letters if not each.was_printed]:
            session.delete(letter)


class DistinctPeopleRecord(Base):
    """Two who look alike and are not the same, as a person said; the smaller number first."""

    __tablename__ = "distinct_people"

    first_id: Mapped[int] = mapped_column(
        ForeignKey("member.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    second_id: Mapped[int] = mapped_column(
        ForeignKey("member.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, index=True
    )

    @classmethod
    def of(cls, one: int, two: int) -> Self:
        """A new row for these two, in whatever order they are given."""
        return cls(first_id=min(one, two), second_id=max(one, two))
