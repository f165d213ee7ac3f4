"""The parts of a mail: its words, and the files and mails attached to it."""

import binascii
import re
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message

from uadesk.reading.errors import NotABulletinError

MOST_PARTS = 200
DEEPEST = 5
"""Mails within mails, and parts within parts four times as many."""
_MOST_COMPARED = 5_000_000
"""Each line is compared with the mark of each part that it stands in."""
_LONGEST_HEADER = 5000
_BOUNDARY = re.compile(rb"\bboundary\s*=", re.IGNORECASE)
_ENVELOPE = re.compile(rb"^From [^\r\n]{1,200}\r?\n")
_NEXT_MAIL = re.compile(rb"\r?\n\r?\n(?=From \S{1,200} [^\r\n]{10,60}\d{4}[^\r\n]{0,40}\r?\n[A-Za-z-]{2,60}:)")
_UNREAD = ("image", "audio", "video", "font", "model")
_UNREAD_KINDS = frozenset(
    (
        "text/calendar", "text/vcard", "text/x-vcard", "text/directory", "text/css", "text/rfc822-headers",
        "application/pgp-signature", "application/pgp-encrypted", "application/pkcs7-signature", "application/ics",
        "application/x-pkcs7-signature", "application/ms-tnef", "message/delivery-status", "text/x-amp-html",
    )
)  # fmt: skip
_DEFAULT_NAME = "attachment"


@dataclass(frozen=True, slots=True)
class Part:
    """A part that may be read: its kind (`text/html`), its name where it is a file, its bytes decoded from transfer."""

    kind: str
    content: bytes
    charset: str | None = None
    name: str = ""
    is_flowed: bool = False
    joins_blanks: bool = False
    """Whether a flowed line's last blank goes where it is joined (DelSp of RFC 3676)."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The same words in several forms, of which one is to be read."""

    forms: tuple[tuple["Item", ...], ...]


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail inside of another."""

    message: Message
    name: str


Item = Part | Choice | Mail


def mails_in(name: str, content: bytes) -> tuple[Message, ...]:
    """The mails of a file: one, or all those of a mailbox. Raises NotABulletinError for one nested without end."""
    marks = len(_BOUNDARY.findall(content))
    if marks > MOST_PARTS or marks * content.count(b"\n") > _MOST_COMPARED:
        raise NotABulletinError(name, "too_large")
    pieces = _NEXT_MAIL.split(content, maxsplit=MOST_PARTS) if content.startswith(b"From ") else [content]
    return tuple(_parsed(name, _ENVELOPE.sub(b"", piece.lstrip(b"\xef\xbb\xbf\r\n"))) for piece in pieces)


def _parsed(name: str, content: bytes) -> Message:
    # The older policy, since the newer one's parser of headers raises on damaged ones and takes time by the square of
    # their length.
    try:
        return message_from_bytes(content)
    except (RecursionError, MessageError, ValueError, LookupError) as error:
        raise NotABulletinError(name, "too_large") from error


def items_of(message: Message, depth: int = 0) -> tuple[Item, ...]:
    """What a mail holds that may be read, in order."""
    if depth > 4 * DEEPEST:
        return ()
    kind = message.get_content_type()
    if kind == "message/rfc822" and message.is_multipart():
        inner = _payload(message)[0]
        return (Mail(inner, file_name(message) or header(inner, "subject") or _DEFAULT_NAME),)
    if not message.is_multipart():
        part = _part_of(message, kind)
        return (part,) if part is not None else ()
    children = _payload(message)[:MOST_PARTS]
    if kind == "multipart/alternative":
        forms = [items_of(child, depth + 1) for child in children]
        return (Choice(tuple(form for form in forms if form)),)
    if kind == "multipart/related":
        return _related(message, children, depth)
    return tuple(item for child in children for item in items_of(child, depth + 1))


def _related(message: Message, children: list[Message], depth: int) -> tuple[Item, ...]:
    """The page that the other parts belong to, and files that merely travel with it."""
    start = _parameter(message, "start").strip("<> ")
    root = next((child for child in children if start and header(child, "content-id").strip("<> ") == start), None)
    if root is None:
        pages = (child for child in children if child.get_content_type() in ("text/html", "multipart/alternative"))
        root = next(pages, children[0] if children else None)
    if root is None:
        return ()
    others = (child for child in children if child is not root and _is_file(child))
    return (*items_of(root, depth + 1), *(item for child in others for item in items_of(child, depth + 1)))


def _is_file(message: Message) -> bool:
    return not message.is_multipart() and message.get_content_disposition() == "attachment"


def _payload(message: Message) -> list[Message]:
    payload = message.get_payload()
    return [each for each in payload if isinstance(each, Message)] if isinstance(payload, list) else []


def _part_of(message: Message, kind: str) -> Part | None:
    if kind.partition("/")[0] in _UNREAD or kind in _UNREAD_KINDS:
        return None
    content = _bytes_of(message)
    name = file_name(message)
    is_file = message.get_content_disposition() == "attachment" or not kind.startswith("text/") or bool(name)
    charset = _parameter(message, "charset") or None
    is_flowed = _parameter(message, "format").lower() == "flowed"
    deletes = _parameter(message, "delsp").lower() == "yes"
    return Part(kind, content, charset, (name or _DEFAULT_NAME) if is_file else "", is_flowed, deletes)


def _bytes_of(message: Message) -> bytes:
    try:
        payload = message.get_payload(decode=True)
    except (ValueError, LookupError, binascii.Error, AssertionError):
        payload = None
    return payload if isinstance(payload, bytes) else b""


def _parameter(message: Message, name: str) -> str:
    """A parameter of the content type; empty where it is absent or cannot be understood."""
    if len(str(message.get("content-type", ""))) > _LONGEST_HEADER:
        return ""
    try:
        value = message.get_param(name, "")
    except (ValueError, LookupError, IndexError, TypeError):
        return ""
    return str(value[2] if isinstance(value, tuple) else value or "").strip()


def file_name(message: Message) -> str:
    """The name of an attached file, without folders."""
    if any(len(str(message.get(each, ""))) > _LONGEST_HEADER for each in ("content-type", "content-disposition")):
        return ""
    try:
        name = message.get_filename("") or ""
    except (ValueError, LookupError, IndexError, TypeError):
        return ""
    return re.split(r"[/\\]", _decoded(str(name)))[-1].strip()[:200]


def header(message: Message, name: str) -> str:
    """A header in words, on one line; empty where it is absent."""
    return " ".join(_decoded(str(message.get(name, "") or "")).split())


def _decoded(raw: str) -> str:
    raw = raw[:2000]
    try:
        return str(make_header(decode_header(re.sub(r"\s*[\r\n]+\s*", " ", raw))))
    except (ValueError, LookupError, MessageError, TypeError):
        return raw.encode("utf-8", errors="replace").decode("utf-8")
