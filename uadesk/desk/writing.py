"""One letter to work on: what its fields show, and what a writer types."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from uadesk.base.errors import UADeskError
from uadesk.base.language import N_
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
from uadesk.letters.compose import paragraphs
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
    """Own words that are kept with a letter on paper, and came too late for it."""

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
            if printed.text is not None:
                shown = replace(
                    shown, own_words="\n\n".join(printed.text.own_words), salutation=printed.text.salutation
                )
                shared = printed_text(printed.text)
                typed_since = letter.own_words if is_behind(letter, printed) else ""
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


def is_behind(letter: "LetterRecord", piece: Piece) -> bool:
    """Whether a writer's own words are others than those on this page; a copy carries its original's."""
    if piece.text is None or letter.kind is PieceKind.COPY:
        return False
    return paragraphs(letter.own_words) != piece.text.own_words


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
        _take(letter, edit if seen is None else edit.typed_over(seen, _shown(letter)))
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


def _take(letter: "LetterRecord", edit: LetterEdit) -> None:
    """Keep only what differs from the case's addressee and the person's own choice."""
    printed = addressee_of(letter, LetterEdit())
    letter.own_words = edit.own_words
    letter.address(
        None if edit.recipient == printed.lines else edit.recipient,
        None if edit.country_code == printed.country_code else edit.country_code,
        None if edit.salutation == (printed.salutation or "") else edit.salutation,
    )
    usual = letter.member.return_address if letter.member else None
    letter.return_address = None if edit.return_address == usual else edit.return_address
    letter.own_text = None if edit.own_text is None else edit.own_text.packed()


def correct_addressee(desk: Desk, ident: int, edit: LetterEdit, version: int) -> int:
    """Take this letter's address and salutation for the whole case: every draft on it that has none of its own.

    What was printed before is held. Gives the letter's new version. Raises StaleSaveError, LetterFixedError,
    LetterGoneError, and NoLongerAddressedError where the case names nobody in this addressee's place any more.
    """
    with desk.store.writing(N_("Correct an address")) as session:
        letter = _editable(session, ident, version)
        readdress(session, letter, addressee_of(letter, edit))
        _take(letter, edit)
        session.flush()
        return letter.version
