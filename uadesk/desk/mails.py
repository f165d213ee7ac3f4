"""Mails that a person opens in a mail program and sends there: UADesk sends none."""

from collections.abc import Sequence
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8

from uadesk.base.errors import UADeskError
from uadesk.domain.addresses import is_mailbox


class NotAMailboxError(UADeskError):
    """What was typed as an email address is none."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


def draft_mail(to: Sequence[str], subject: str, body: str, *, name: str = "", sender: str = "") -> EmailMessage:
    """A mail not yet sent, which mail programs that know X-Unsent open as a draft.

    `sender` is left out where it is no mailbox. Nothing in the values can begin a header of its own. Raises
    NotAMailboxError for an address of `to`.
    """
    for box in to:
        if not is_mailbox(box):
            raise NotAMailboxError(box)
    boxes = (*to, sender)
    mail = EmailMessage(policy=SMTP if all(map(str.isascii, boxes)) else SMTPUTF8)
    mail["X-Unsent"] = "1"
    if is_mailbox(sender):
        mail["From"] = _address(sender, one_line(name))
    if to:
        mail["To"] = tuple(map(_address, to))
    mail["Subject"] = one_line(subject)
    mail.set_content(body)
    return mail


def one_line(text: str) -> str:
    """Text without line breaks."""
    return " ".join(text.split())


def _address(box: str, name: str = "") -> Address:
    user, _at, domain = box.partition("@")
    return Address(name, user, domain)
