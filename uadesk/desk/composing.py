"""From a stored letter to the piece that goes to paper."""

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import TYPE_CHECKING

from uadesk.base.errors import UADeskError
from uadesk.desk.cases import letters_text
from uadesk.desk.freezing import thawed
from uadesk.domain.addresses import Addressee
from uadesk.domain.letters import Channel, LetterStatus, PieceKind
from uadesk.domain.people import Group, Person, ReturnAddress, sender_of
from uadesk.domain.pieces import LetterText, Piece
from uadesk.letters.compose import compose, copy_of
from uadesk.letters.shared import SharedText
from uadesk.press.destination import destination

if TYPE_CHECKING:
    from uadesk.store.bulletins import BulletinRecord
    from uadesk.store.letters import LetterRecord


class SenderGoneError(UADeskError):
    """The person who was to write this letter is no longer on the list."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class LetterEdit:
    """What a writer may change on a draft; None leaves it as the case, or the person, has it."""

    own_words: str = ""
    recipient: tuple[str, ...] | None = None
    country_code: str | None = None
    salutation: str | None = None
    return_address: ReturnAddress | None = None
    own_text: SharedText | None = None
    """Where this letter departs from what all letters on its case say."""

    def typed_over(self, seen: "LetterEdit", now: "LetterEdit") -> "LetterEdit":
        """How a letter stands `now` with only what was typed since it was `seen`: block and country are one thing."""
        values = {each.name: getattr(self, each.name) for each in fields(self)}
        is_same = {name: value == getattr(seen, name) for name, value in values.items()}
        is_same["recipient"] = is_same["country_code"] = is_same["recipient"] and is_same["country_code"]
        return LetterEdit(**{name: getattr(now, name) if is_same[name] else value for name, value in values.items()})

    @property
    def as_text(self) -> str:
        """What was changed, as plain text to show beside another version or to take elsewhere."""
        text = self.own_text
        parts = ["\n".join(self.recipient or ()), self.salutation or "", self.own_words]
        if text is not None:
            parts += [text.subject, text.case, "\n".join((text.lead, *text.demands)), "\n\n".join(text.body)]
        return "\n\n".join(part for part in map(str.strip, parts) if part)


def edit_of(letter: "LetterRecord") -> LetterEdit:
    """What was changed on this letter so far."""
    return LetterEdit(
        own_words=letter.own_words,
        recipient=letter.recipient,
        country_code=letter.country_code,
        salutation=letter.salutation,
        return_address=letter.return_address,
        own_text=None if letter.own_text is None else SharedText.unpacked(letter.own_text),
    )


def is_same(one: Piece, other: Piece) -> bool:
    """Whether two pieces say the same, whatever the day."""
    return replace(one, written=other.written) == other


class Composer:
    """Makes the pieces of one batch; what all letters of a bulletin share is worked out once."""

    def __init__(self, group: Group, today: date) -> None:
        self._group = group
        self._today = today
        self._texts: dict[int, SharedText] = {}

    def piece(self, letter: "LetterRecord", edit: LetterEdit | None = None) -> Piece:
        """The piece as it goes to paper today; once printed, as it was printed.

        `edit` shows it as it would be with these changes. Raises SenderGoneError, UnknownCountryError.
        """
        printed = thawed(letter)
        if printed is not None:
            return printed
        edit = edit or edit_of(letter)
        return Piece(
            code=letter.code,
            kind=letter.kind,
            channel=letter.channel,
            sender=sender_of(writer_of(letter, edit), self._group),
            recipient=self._block(letter, edit),
            written=self._today,
            language=letter.language,
            text=self.text(letter, edit),
        )

    def _block(self, letter: "LetterRecord", edit: LetterEdit) -> tuple[str, ...]:
        addressee = addressee_of(letter, edit)
        if addressee.country_code is None and not letter.channel.needs_envelope:
            return addressee.lines  # no post has to find the country
        return destination(addressee, self._group.country, letter.language)

    def text(self, letter: "LetterRecord", edit: LetterEdit) -> LetterText | None:
        """What the letter says, as if it had never been printed; None for one by hand."""
        if letter.channel is Channel.HANDWRITTEN:
            return None
        if letter.kind is PieceKind.COPY and letter.original is not None:
            original = self.piece(letter.original)  # as it was printed, once it was
            return None if original.text is None else copy_of(original.text, original.recipient, original.language)
        return compose(
            edit.own_text or self.shared(letter.bulletin),
            number=str(letter.case.number or ""),
            salutation=addressee_of(letter, edit).salutation or "",
            own_words=edit.own_words,
            cc=_copied_to(letter),
            language=letter.language,
        )

    def shared(self, bulletin: "BulletinRecord") -> SharedText:
        """The text for all letters on a bulletin, without the paragraph on the case where nobody has looked at it."""
        if bulletin.id not in self._texts:
            self._texts[bulletin.id] = letters_text(bulletin)
        return self._texts[bulletin.id]


def addressee_of(letter: "LetterRecord", edit: LetterEdit) -> Addressee:
    """To whom the letter goes: as the case says, or as this letter alone has it."""
    return changed(letter.addressee.addressee if letter.addressee else Addressee(()), edit)


def changed(addressee: Addressee, edit: LetterEdit) -> Addressee:
    """An addressee with what was typed in the place of its block, country and salutation."""
    if edit.recipient is not None:
        addressee = with_lines(addressee, edit.recipient)
    return replace(
        addressee,
        country_code=edit.country_code or addressee.country_code,
        salutation=edit.salutation if edit.salutation is not None else addressee.salutation,
    )


def with_lines(addressee: Addressee, lines: tuple[str, ...]) -> Addressee:
    """The addressee with another block; name and office stay what they are where the block still has them."""
    name = addressee.name if addressee.name in lines else next(iter(lines), "")
    title = addressee.title if addressee.title in lines else None
    postal = tuple(line for line in lines if line not in (name, title))
    return replace(addressee, lines=lines, name=name, title=title, address_lines=postal)


def writer_of(letter: "LetterRecord", edit: LetterEdit) -> Person:
    """Who writes, with the return address chosen for this letter. Raises SenderGoneError."""
    if letter.member is None:
        raise SenderGoneError(letter.code)
    person = letter.member.person
    return replace(person, return_address=edit.return_address or person.return_address)


def _copied_to(letter: "LetterRecord") -> tuple[str, ...]:
    """Who gets a copy of this letter: a name and the embassy or office, one entry each."""
    copied = [_goes_to(copy) for copy in letter.copies if copy.status is not LetterStatus.WITHDRAWN]
    return tuple(", ".join(dict.fromkeys((*each.lines[:1], *_office(each)))) for each in copied if each.lines)


def _goes_to(copy: "LetterRecord") -> Addressee:
    """To whom a copy goes: as it was printed, once it was."""
    addressee = addressee_of(copy, edit_of(copy))
    return addressee if copy.frozen is None else with_lines(addressee, tuple(copy.frozen["recipient"]))


def _office(addressee: Addressee) -> tuple[str, ...]:
    """Where somebody is to be found, by name: the embassy or ministry, else the office held, never a street."""
    places = [line for line in addressee.address_lines[:1] if not any(sign.isdigit() for sign in line)]
    return tuple(places) or ((addressee.title,) if addressee.title else ())
