"""One letter to work on: what its fields show, and what a writer types."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from uadesk.base.errors import UADeskError
from uadesk.base.language import N_
from uadesk.desk.blocks import Blocks, with_copies
from uadesk.desk.composing import Composer, LetterEdit, addressee_of, edit_of, writer_of
from uadesk.desk.desk import Desk
from uadesk.desk.following import readdress
from uadesk.desk.freezing import thawed
from uadesk.desk.groups import group
from uadesk.desk.letters import found_letter
from uadesk.domain.letters import LetterStatus, PieceKind
from uadesk.domain.people import ReturnAddress, Sender, sender_of
from uadesk.domain.pieces import Piece
from uadesk.domain.rows import LetterRow
from uadesk.letters.shared import SharedText, printed_text

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from uadesk.store.letters import LetterRecord


class LetterFixedError(UADeskError):
    """A letter that was printed is what it is: its words and address no longer change."""

    def __init__(self, code: str, status: LetterStatus) -> None:
        super().__init__(code, status)
        self.code = code
        self.status = status


@dataclass(frozen=True, slots=True)
class LetterView:
    """One letter to work on. `edit` is what was changed on it; the other fields show how it stands with that.

    Once it is on paper they show what was printed.
    """

    row: LetterRow
    edit: LetterEdit
    recipient: tuple[str, ...]
    country_code: str | None
    salutation: str
    own_words: str
    return_address: ReturnAddress
    sender: Sender
    about: str
    shared: SharedText
    """What all letters on the case say."""
    editable: bool
    is_held: bool
    """Whether it is on an older bulletin than its case, or its paper has an address that was corrected."""
    version: int
    typed_since: str = ""
    """What was typed and is kept with a letter on paper, but came too late for it: as plain text."""

    @property
    def shown(self) -> LetterEdit:
        """What the fields show for it, whether its own or the case's."""
        return LetterEdit(
            own_words=self.own_words,
            recipient=self.recipient,
            country_code=self.country_code,
            salutation=self.salutation,
            return_address=self.return_address,
            own_text=self.edit.own_text,
        )


def letter_view(desk: Desk, ident: int) -> LetterView:
    """One letter as it stands. Raises LetterGoneError."""
    from uadesk.store.queries.letters import letter_rows

    known = group(desk)
    with desk.store.reading() as session:
        letter = found_letter(session, ident)
        [row] = letter_rows(session, [ident])
        composer = Composer(known, desk.today)
        shown, sender, about = _shown(letter), Sender(row.member), ""
        if letter.member is not None:
            writer = writer_of(letter, edit_of(letter))
            sender, about = sender_of(writer, known), writer.about
        shared = composer.shared(letter.bulletin)
        printed, typed_since = thawed(letter), ""
        if printed is not None:
            shown, sender = replace(shown, recipient=printed.recipient), printed.sender
            typed_since = _typed_since(session, letter, printed, composer)
            if printed.text is not None:
                shown = replace(
                    shown, own_words="\n\n".join(printed.text.own_words), salutation=printed.text.salutation
                )
                shared = printed_text(printed.text)
        return LetterView(
            row=row,
            edit=edit_of(letter),
            recipient=shown.recipient or (),
            country_code=shown.country_code,
            salutation=shown.salutation or "",
            own_words=shown.own_words,
            return_address=shown.return_address or ReturnAddress.OWN,
            sender=sender,
            about=about,
            shared=shared,
            editable=letter.status is LetterStatus.DRAFT,
            is_held=letter.is_held,
            version=letter.version,
            typed_since=typed_since,
        )


def _typed_since(session: "Session", letter: "LetterRecord", printed: Piece, composer: Composer) -> str:
    """What a writer typed that is not on this paper, as plain text; a copy carries its original's words."""
    edit, block = edit_of(letter), Blocks(session).printed(letter, addressee_of(letter, edit_of(letter)))
    late = LetterEdit(recipient=edit.recipient if letter.has_own_block and block != printed.recipient else None)
    text = None if printed.text is None or letter.kind is PieceKind.COPY else composer.text(letter, edit)
    if text is None or printed.text is None:
        return late.as_text
    says_other = printed_text(text) != printed_text(printed.text)
    return replace(
        late,
        own_words=edit.own_words if text.own_words != printed.text.own_words else "",
        salutation=edit.salutation if text.salutation != printed.text.salutation else None,
        own_text=edit.own_text if says_other else None,
    ).as_text


def _shown(letter: "LetterRecord") -> LetterEdit:
    """What the fields of a letter hold, whether its own or the case's."""
    edit = edit_of(letter)
    addressee = addressee_of(letter, edit)
    usual = letter.member.return_address if letter.member else ReturnAddress.OWN
    return replace(
        edit,
        recipient=addressee.lines,
        country_code=addressee.country_code,
        salutation=addressee.salutation or "",
        return_address=edit.return_address or usual,
    )


def save_letter(desk: Desk, ident: int, edit: LetterEdit, version: int, seen: LetterEdit | None = None) -> int:
    """Keep what a writer typed and give the letter's new version; values as the case has them stay the case's.

    `seen` is what the writer was shown: what still equals it was not typed, and is left as it stands by now.
    Raises StaleSaveError when the letter was saved elsewhere meanwhile, LetterFixedError once it is printed,
    LetterGoneError.
    """
    with desk.store.writing(N_("Write a letter"), merge=f"letter:{ident}") as session:
        letter = _editable(session, ident, version)
        _take(session, letter, edit if seen is None else edit.typed_over(seen, _shown(letter)))
        session.flush()
        return letter.version


def _editable(session: "Session", ident: int, version: int) -> "LetterRecord":
    """The draft, if it is still as it was seen."""
    from uadesk.store.base import expect_version

    letter = found_letter(session, ident)
    expect_version("letter", ident, letter.version, version)
    if letter.status is not LetterStatus.DRAFT:
        raise LetterFixedError(letter.code, letter.status)
    return letter


def _take(session: "Session", letter: "LetterRecord", edit: LetterEdit) -> None:
    """Keep what was typed; one that stands on paper with another address is held."""
    typed, before = _typed(letter, edit), (letter.recipient, letter.country_code)
    letter.own_words, letter.return_address = typed.own_words, typed.return_address
    letter.own_text = None if typed.own_text is None else typed.own_text.packed()
    letter.address(typed.recipient, typed.country_code, typed.salutation)
    if before != (letter.recipient, letter.country_code):
        Blocks(session).settle(with_copies([letter]))


def _typed(letter: "LetterRecord", edit: LetterEdit) -> LetterEdit:
    """Only what differs from the case's addressee and the person's own choice."""
    printed = addressee_of(letter, LetterEdit())
    usual = letter.member.return_address if letter.member else None
    return replace(
        edit,
        recipient=None if edit.recipient == printed.lines else edit.recipient,
        country_code=None if edit.country_code == printed.country_code else edit.country_code,
        salutation=None if edit.salutation == (printed.salutation or "") else edit.salutation,
        return_address=None if edit.return_address == usual else edit.return_address,
    )


def correct_addressee(desk: Desk, ident: int, edit: LetterEdit, version: int) -> int:
    """Take this letter's address and salutation for the whole case: every draft on it that has none of its own.

    What was printed before is held. Gives the letter's new version. Raises StaleSaveError, LetterFixedError,
    LetterGoneError, and NoLongerAddressedError where the case names nobody in this addressee's place any more.
    """
    with desk.store.writing(N_("Correct an address")) as session:
        letter = _editable(session, ident, version)
        own = _typed(letter, edit)
        readdress(session, letter, own, desk.today)
        _take(session, letter, replace(own, recipient=None, country_code=None, salutation=None))
        session.flush()
        return letter.version
