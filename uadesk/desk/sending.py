"""Letters by email and fax, made ready for a person who sends them.

UADesk sends nothing: a mail is handed to the mail program as a link or as a file, a fax is a page to lay in.
"""

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import quote

from uadesk.base.jobs import finish
from uadesk.base.language import N_
from uadesk.desk.batches import is_up_to_date
from uadesk.desk.composing import Composer, edit_of, writer_of
from uadesk.desk.desk import Desk
from uadesk.desk.freezing import freeze
from uadesk.desk.going import expect_may_go
from uadesk.desk.groups import group
from uadesk.desk.letters import found_letter
from uadesk.desk.mails import draft_mail, one_line
from uadesk.desk.reaching import NotReachedError
from uadesk.domain.addresses import Addressee, is_mailbox
from uadesk.domain.cases import CaseState
from uadesk.domain.letters import Channel, LetterStatus
from uadesk.domain.people import Group, ReturnAddress
from uadesk.domain.pieces import Piece
from uadesk.domain.rows import CaseRow
from uadesk.letters.checks import refusals
from uadesk.letters.plain import plain_text
from uadesk.press.destination import return_block

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from uadesk.store.letters import LetterRecord

LONGEST_LINK = 1900
"""Signs that a mailto link may have: Windows hands programs no more than about 2,000."""


@dataclass(frozen=True, slots=True)
class OutgoingEmail:
    """A letter as a mail: who gets it, what it says, a link and a draft file that carry it to a mail program.

    `text_in_link` is False where the text is too long for the `mailto` link, which then has address and subject
    only. `late` is the case whose last day to write is gone: one asks the office first. `piece` is what it was made of.
    """

    piece: Piece
    to: tuple[str, ...]
    subject: str
    body: str
    mailto: str
    text_in_link: bool
    eml: bytes
    late: CaseRow | None


@dataclass(frozen=True, slots=True)
class OutgoingFax:
    """A letter as a fax: the numbers to dial, as printed, and its page as a PDF; `piece` and `late` as of a mail."""

    piece: Piece
    numbers: tuple[str, ...]
    pdf: bytes
    late: CaseRow | None


@dataclass(frozen=True, slots=True)
class _Outgoing:
    """A letter that may go, to whom, and who answers for it."""

    piece: Piece
    addressee: Addressee
    reply_to: str
    late: CaseRow | None


def email_of(desk: Desk, ident: int) -> OutgoingEmail:
    """A letter by email, ready to send; one that was sent shows what it said.

    Refused like a letter on paper. Raises LetterGoneError, CaseClosedError, NoLongerAddressedError,
    OriginalWithdrawnError, UnfilledFieldError, SenderGoneError, WrongStepError for one that was withdrawn, and
    NotReachedError where the addressee has no email address any more.
    """
    letter = _outgoing(desk, ident, Channel.EMAIL)
    piece, to = letter.piece, letter.addressee.mailboxes
    assert piece.text is not None
    sender = return_block(piece.sender, piece.recipient, piece.language)
    body = plain_text(piece.text, piece.sender.name, sender)
    whole = mailto_link(to, piece.text.subject, body)
    text_in_link = len(whole) <= LONGEST_LINK
    return OutgoingEmail(
        piece=piece,
        to=to,
        subject=piece.text.subject,
        body=body,
        mailto=whole if text_in_link else mailto_link(to, piece.text.subject),
        text_in_link=text_in_link,
        eml=draft_mail(to, piece.text.subject, body, name=piece.sender.name, sender=letter.reply_to).as_bytes(),
        late=letter.late,
    )


def fax_of(desk: Desk, ident: int) -> OutgoingFax:
    """A letter by fax, ready to send; one that was sent shows its page as it went.

    Raises what `email_of` does, and LackingCharacterError.
    """
    from uadesk.press.letters import letters_pdf

    letter = _outgoing(desk, ident, Channel.FAX)
    out = BytesIO()
    pressed = finish(letters_pdf([letter.piece], group(desk).usual_paper, out))
    for refused in pressed.refused:
        raise refused.error
    return OutgoingFax(letter.piece, letter.addressee.fax_numbers, out.getvalue(), letter.late)


def fax_pdf(desk: Desk, ident: int) -> bytes:
    """The page of a letter by fax. Raises what `fax_of` does."""
    return fax_of(desk, ident).pdf


def confirm_sent(desk: Desk, ident: int, went: OutgoingEmail | OutgoingFax) -> bool:
    """It was sent: mark the letter so as it was shown; False where it was changed since, which did not go along.

    Raises LetterGoneError, WrongStepError.
    """
    composer = Composer(group(desk), desk.today)
    with desk.store.writing(N_("Mark letters")) as session:
        letter = found_letter(session, ident)
        is_whole = is_up_to_date(letter, went.piece, composer)
        letter.move_to(LetterStatus.SENT, desk.now, desk.today)
        freeze(letter, went.piece)
    return is_whole


def mailto_link(to: tuple[str, ...], subject: str, body: str = "") -> str:
    """A link that opens a mail to be written (RFC 6068): all that is no letter or digit is percent-encoded.

    Nothing in the values can begin a header of its own. A line break of the body is %0D%0A, as the standard has it.
    """
    boxes = ",".join(quote(each, safe="@") for each in to)
    fields = [("subject", one_line(subject)), ("body", "\r\n".join(body.splitlines()))]
    return f"mailto:{boxes}?" + "&".join(f"{name}={quote(value, safe='')}" for name, value in fields if value)


def _outgoing(desk: Desk, ident: int, channel: Channel) -> _Outgoing:
    """The letter, if it may go this way or has gone. Raises what forbids it."""
    known = group(desk)
    with desk.store.reading() as session:
        letter = found_letter(session, ident)
        if letter.status in (LetterStatus.DRAFT, LetterStatus.WITHDRAWN):
            _expect_sendable(letter)
        piece = Composer(known, desk.today).piece(letter)
        addressee = letter.addressee.addressee if letter.addressee else Addressee(())
        if letter.status is LetterStatus.DRAFT:
            for refusal in refusals(piece):
                raise refusal
            if not addressee.is_reached(channel):
                raise NotReachedError(addressee.shown_name, channel)
            if letter.recipient is not None and addressee.name not in letter.recipient:
                raise NotReachedError(letter.recipient[0], channel)  # the address known is another one's
        return _Outgoing(piece, addressee, _reply_to(letter, known), _late(session, desk, letter))


def _expect_sendable(letter: "LetterRecord") -> None:
    """Raises what keeps a letter from going that has not gone."""
    from uadesk.store.errors import WrongStepError

    if letter.status is LetterStatus.WITHDRAWN:
        raise WrongStepError(letter.code, letter.status, LetterStatus.SENT, letter.channel)
    expect_may_go(letter)


def _reply_to(letter: "LetterRecord", known: Group) -> str:
    """The email address to answer to; empty where none is known.

    The writer's own where the letter shows the own address, else the group's: who writes without it keeps both back.
    """
    own = ""
    if letter.member is not None and writer_of(letter, edit_of(letter)).return_address is ReturnAddress.OWN:
        own = letter.member.email
    return next(filter(is_mailbox, map(str.strip, (own, known.email))), "")


def _late(session: "Session", desk: Desk, letter: "LetterRecord") -> CaseRow | None:
    from uadesk.store.queries.cases import case_rows

    if letter.status is not LetterStatus.DRAFT:
        return None
    [row] = case_rows(session, [letter.case_id], desk.today)
    return row if row.state is CaseState.PAST else None
