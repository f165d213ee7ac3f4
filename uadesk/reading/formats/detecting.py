"""Which format a file is in, told by its content and never by its name alone."""

import re
from enum import StrEnum

from uadesk.reading.errors import NotABulletinError
from uadesk.reading.formats.decoding import decode_text


class Format(StrEnum):
    """A format that has a reader."""

    PLAIN = "txt"
    """Plain text and markdown, which are read alike."""
    WEB_PAGE = "html"
    WORD = "docx"
    PDF = "pdf"
    MAIL = "eml"
    ARCHIVED_PAGE = "mht"
    """A web page saved with all its parts, as a mail that nobody sent."""


_UNSUPPORTED = ((b"\xd0\xcf\x11\xe0", "unsupported_doc"), (b"{\\rtf", "unsupported_rtf"))
_LOCKED = "EncryptedPackage".encode("utf-16-le")
"""What a Word file with a password holds: an older kind of file around it."""
_ZIP_KINDS = ((b"xl/", "unsupported_xlsx"), (b"opendocument", "unsupported_odt"))
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|style|link|base"
    r"|div|p|table|h[1-6]|span|center|font|article|main|section|ul|ol|blockquote|pre)(?=[\s/>])",
    re.IGNORECASE | re.DOTALL,
)
_WHOLE_PAGE = re.compile(r"<(?:!doctype|html|head|body)\b", re.IGNORECASE)
_MARKDOWN = (".md", ".markdown")
"""Markdown may begin with an element too."""
_MAIL_HEADER = re.compile(r"(?:From .*\r?\n)?(?:[!-9;-~]{1,100}:.*\r?\n(?:[ \t].*\r?\n)*){2,}")
_MAIL_SIGN = re.compile(
    r"^(?:MIME-Version|Received|Message-ID|Content-Type|Return-Path|Delivered-To|X-Mailer|DKIM-Signature):"
    r"|^Date: *(?:\w{3}, *)?\d{1,2} \w{3} \d{4} \d\d:\d\d(?::\d\d)? *[+-]\d{4}",
    re.IGNORECASE | re.MULTILINE,
)
_ARCHIVED = re.compile(r"^(?:Snapshot-Content-Location:|From:\s*\"?<?Saved by)", re.IGNORECASE | re.MULTILINE)
_RELATED = re.compile(r"^Content-Type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_SENT = re.compile(r"^(?:To|Received|Message-ID|Return-Path):", re.IGNORECASE | re.MULTILINE)
LOOKED_AT = 20_000
"""Bytes of a file's beginning that show its format."""


def format_of(name: str, content: bytes) -> Format:
    """The format of a file's bytes. Raises NotABulletinError for one that has no reader."""
    if content.startswith(b"%PDF") or b"%PDF-" in content[:1024]:
        return Format.PDF
    for signature, reason in _UNSUPPORTED:
        if content.startswith(signature):
            raise NotABulletinError(name, "locked" if _LOCKED in content else reason)
    if content.startswith(b"PK\x03\x04"):
        if b"word/" in content:
            return Format.WORD
        raise NotABulletinError(name, next((why for sign, why in _ZIP_KINDS if sign in content), "unsupported_zip"))
    head = decode_text(content[:LOOKED_AT])
    if head is None:
        return Format.PLAIN  # what is no text at all is refused there, with its reason
    text = head.text.lstrip("\ufeff\r\n")
    if _HTML.match(text) and not (name.lower().endswith(_MARKDOWN) and not _WHOLE_PAGE.search(text[:2000])):
        return Format.WEB_PAGE
    header = _MAIL_HEADER.match(text)
    if header and _MAIL_SIGN.search(header[0]):
        return _mail_format(header[0])
    return Format.PLAIN


def _mail_format(header: str) -> Format:
    """A mail, or a page saved in the form of one, which nobody sent."""
    is_page = _ARCHIVED.search(header) or (_RELATED.search(header) and not _SENT.search(header))
    return Format.ARCHIVED_PAGE if is_page else Format.MAIL
