"""A bulletin as a mail: as plain text, with a web page beside it, forwarded, quoted, or attached as a PDF."""

import re
from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP
from textwrap import wrap

from tests.accuracy.making.blocks import Block, plain_text
from tests.accuracy.making.paged import pdf
from tests.accuracy.making.web_pages import fragment

_NOTE = """Hello everyone,

this came from the office today. Shall we take it on at our next evening?

Best wishes,
Kim Muster
"""
_FORWARDED = """
---------- Forwarded message ---------
From: The office <office@example.org>
Date: Tue, 2 Sep 2025 at 10:12
Subject: For your group
To: Kim Muster <kim@example.org>


"""
_QUOTED = """I can take this one to our next evening.

On Tue, 2 Sep 2025 at 10:12 The office <office@example.org> wrote:

"""
_WIDTH = 76
"""Signs at which many mail programs break lines."""


def plain(blocks: Sequence[Block]) -> bytes:
    """One part, quoted-printable."""
    mail = _mail()
    mail.set_content(plain_text(blocks), cte="quoted-printable")
    return mail.as_bytes()


def with_web_page(blocks: Sequence[Block]) -> bytes:
    """The same as text and as a web page, both in base64."""
    mail = _mail()
    mail.set_content(plain_text(blocks), cte="base64")
    mail.add_alternative(fragment(blocks), subtype="html", cte="base64")
    mail.set_boundary("=-uadesk-alternative")
    return mail.as_bytes()


def forwarded(blocks: Sequence[Block]) -> bytes:
    """A cover note, and below it the mail that is passed on."""
    mail = _mail("Fwd: For your group")
    mail.set_content(_NOTE + _FORWARDED + plain_text(blocks), cte="8bit")
    return mail.as_bytes()


def quoted(blocks: Sequence[Block]) -> bytes:
    """An answer with the bulletin below it, its lines broken and each of them marked."""
    mail = _mail("Re: For your group")
    lines = (part for line in plain_text(blocks).split("\n") for part in _broken(line))
    mail.set_content(_QUOTED + "".join(f"> {line}".rstrip() + "\n" for line in lines), cte="quoted-printable")
    return mail.as_bytes()


def _broken(line: str) -> list[str]:
    """A line as several; one whose parts stand side by side stays."""
    if re.search(r"\S {3,}\S", line):
        return [line]
    return wrap(line, _WIDTH, break_long_words=False, break_on_hyphens=False) or [""]


def with_pdf(blocks: Sequence[Block]) -> bytes:
    """A cover note, and the bulletin attached as a PDF."""
    mail = _mail("For our next evening")
    mail.set_content(_NOTE, cte="quoted-printable")
    mail.add_attachment(pdf(blocks), maintype="application", subtype="pdf", filename="bulletin.pdf")
    mail.set_boundary("=-uadesk-mixed")
    return mail.as_bytes()


def _mail(subject: str = "For your group") -> EmailMessage:
    mail = EmailMessage(policy=SMTP)
    mail["From"] = "Kim Muster <kim@example.org>"
    mail["To"] = "Letter writers <group@example.org>"
    mail["Subject"] = subject
    mail["Date"] = "Wed, 03 Sep 2025 18:30:00 +0000"
    mail["Message-ID"] = "<1@example.org>"
    mail["MIME-Version"] = "1.0"
    return mail
