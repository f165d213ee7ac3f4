"""The letters: who wrote what, one letter to work on, and the steps each takes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from uadesk.base.errors import UADeskError
from uadesk.base.jobs import Job, finish
from uadesk.base.language import N_
from uadesk.desk.composing import Composer, LetterEdit, addressee_of, edit_of, writer_of
from uadesk.desk.desk import Desk, Skipped
from uadesk.desk.freezing import freeze, thawed
from uadesk.desk.groups import group
from uadesk.desk.holding import readdress, rejoin
from uadesk.desk.portions import in_portions
from uadesk.domain.letters import Channel, LetterStatus, PieceKind
from uadesk.domain.people import ReturnAddress, Sender, sender_of
from uadesk.domain.pieces import Piece
from uadesk.domain.rows import LetterFilter, LetterRow, NumberedPages, Order
from uadesk.letters.compose import paragraphs
from uadesk.letters.shared import SharedText, printed_text

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from uadesk.store.letters import LetterRecord

__all__ = [
    "LetterEdit",
    "LetterFixedError",
    "LetterView",
    "Marked",
    "correct_addressee",
    "letter_view",
    "list_letters",
    "mark",
    "narrowed",
    "save_letter",
    "take_back",
    "waiting_among",
]

_DRAFTS = LetterFilter(statuses=frozenset({LetterStatus.DRAFT}), case_closed=False, held=False)
_WAITS_FOR = {
    LetterStatus.PRINTED: replace(_DRAFTS, channels=frozenset({Channel.POST})),
    LetterStatus.SENT: replace(_DRAFTS, channels=frozenset({Channel.EMAIL, Channel.FAX})),
    LetterStatus.POSTED: LetterFilter(to_box=True),
}
"""Which letters wait for this step."""


class LetterFixedError(UADeskError):
    """A letter that was printed is what it is: its words and address no longer change."""

    def __init__(self, code: str, status: LetterStatus) -> None:
        super().__init__(code, status)
        self.code = code
        self.status = status


class LetterGoneError(UADeskError):
    """There is no such letter any more: drafting it was undone, or its writer was taken off the list."""

    def __init__(self, ident: int) -> None:
        super().__init__(ident)
        self.ident = ident


class NoStepToTakeBackError(UADeskError):
    """A draft has taken no step that could be taken back."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class UnknownCodeError(UADeskError):
    """No letter has this code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


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


@dataclass(frozen=True, slots=True)
class Marked:
    """The letters that took a step, and those that could not.

    `behind` are the codes of those whose writer typed on after their page was made: the words are kept with the
    letter, and are not on this paper.
    """

    done: tuple[LetterRow, ...]
    skipped: tuple[Skipped, ...]
    behind: tuple[str, ...] = ()


def list_letters(
    desk: Desk, wanted: LetterFilter = LetterFilter(), order: Order = Order("changed", descending=True)
) -> NumberedPages[LetterRow]:
    """Who wrote what."""
    from uadesk.store.queries.letters import letter_ids

    with desk.store.reading() as session:
        found = letter_ids(session, wanted, order)
    return _pages(desk, found)


def narrowed(desk: Desk, letters: NumberedPages[LetterRow], text: str) -> NumberedPages[LetterRow]:
    """Those of these letters in which each typed word begins a word, in their order.

    It is what a list does with each key: the letters need not be put into their order anew.
    """
    from uadesk.store.queries.letters import ids_with_words

    with desk.store.reading() as session:
        found = ids_with_words(session, text)
    return letters if found is None else _pages(desk, [ident for ident in letters.idents if ident in found])


def _pages(desk: Desk, idents: Sequence[int]) -> NumberedPages[LetterRow]:
    from uadesk.store.queries.letters import letter_rows
    from uadesk.store.queries.paging import IdPages

    def fetch(some: Sequence[int]) -> list[LetterRow]:
        with desk.store.reading() as session:
            return letter_rows(session, some)

    return IdPages(idents, fetch)


def waiting_among(desk: Desk, idents: Iterable[int]) -> dict[LetterStatus, list[int]]:
    """Which of these letters wait to be printed, to be sent and to be posted, in the order of their making.

    Those on closed cases are to be pulled, held ones wait for somebody to decide: neither waits for a step.
    """
    from uadesk.store.queries.letters import letter_ids

    given = set(idents)
    waiting: dict[LetterStatus, list[int]] = {}
    with desk.store.reading() as session:
        for step, wanted in _WAITS_FOR.items():
            waiting[step] = [ident for ident in letter_ids(session, wanted) if ident in given]
    return waiting


def unknown_codes(codes: Iterable[str], found: Iterable[LetterRow]) -> tuple[Skipped, ...]:
    """The codes that no letter has."""
    known = {row.code for row in found}
    return tuple(Skipped(code, UnknownCodeError(code)) for code in sorted(set(codes) - known))


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


def found_letter(session: "Session", ident: int) -> "LetterRecord":
    """The letter with this number. Raises LetterGoneError."""
    from uadesk.store.letters import LetterRecord

    letter = session.get(LetterRecord, ident)
    if letter is None:
        raise LetterGoneError(ident)
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


def mark(desk: Desk, idents: Iterable[int], status: LetterStatus, *, day: date | None = None) -> Marked:
    """Move those letters that can take this step, and name the rest. `day` is when it happened, else today.

    A letter that leaves the state of a draft is frozen as it stands, unless it is pulled.
    """
    return finish(marking(desk, idents, status, day=day))


def marking(desk: Desk, idents: Iterable[int], status: LetterStatus, *, day: date | None = None) -> Job[Marked]:
    """The same step by step: many letters are written in portions, and are one act to undo all the same."""
    from uadesk.store.queries.letters import letter_rows
    from uadesk.store.queries.printing import letters_to_compose

    moved: list[int] = []
    skipped: list[Skipped] = []
    composer = Composer(group(desk), desk.today)

    def move(session: "Session", portion: Sequence[int]) -> None:
        for letter in letters_to_compose(session, portion):
            try:
                leaves_draft = letter.frozen is None and status is not LetterStatus.WITHDRAWN
                piece = composer.piece(letter) if leaves_draft else None
                letter.move_to(status, desk.now, day or desk.today)
                if piece is not None:
                    freeze(letter, piece)
                moved.append(letter.id)
            except UADeskError as error:
                skipped.append(Skipped(letter.code, error))

    yield from in_portions(desk, N_("Mark letters"), f"mark:{desk.now.isoformat()}", list(idents), move)
    with desk.store.reading() as session:
        return Marked(tuple(letter_rows(session, moved)), tuple(skipped))


def take_back(desk: Desk, idents: Iterable[int]) -> Marked:
    """Take the last step of these letters back ("it was not in the box after all"): an act of its own, later too.

    The step stays in the history. A letter that becomes a draft again can be changed again.
    """
    from uadesk.store.letters import LetterRecord
    from uadesk.store.queries.letters import letter_rows

    moved: list[int] = []
    skipped: list[Skipped] = []
    with desk.store.writing(N_("Take a step back")) as session:
        for ident in idents:
            letter = session.get_one(LetterRecord, ident)
            before = letter.step_back(desk.now)
            if before is None:
                skipped.append(Skipped(letter.code, NoStepToTakeBackError(letter.code)))
                continue
            if before is LetterStatus.DRAFT:
                letter.thaw()
                rejoin(session, letter)
            moved.append(ident)
        session.flush()
        rows = tuple(letter_rows(session, moved))
    return Marked(rows, tuple(skipped))
