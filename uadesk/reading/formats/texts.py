"""A file's bytes to the one text that all rules look at, whatever format it came in."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import NamedTuple

from uadesk.domain.texts import Check, Level, Text
from uadesk.reading.errors import NotABulletinError
from uadesk.reading.formats.decoding import LARGEST, decode
from uadesk.reading.formats.detecting import Format, format_of
from uadesk.reading.formats.plain import clean


class ReadText(NamedTuple):
    """The text of a file, and what is doubtful about how it was read; each doubt's field is `text`."""

    text: Text
    doubts: tuple[Check, ...] = ()


Reader = Callable[[str, bytes], ReadText]
"""Takes a file's name and bytes. Raises NotABulletinError for what it cannot read."""

_MODULES: Mapping[Format, str] = {
    Format.WORD: "word_files",
    Format.PDF: "pdfs",
    Format.WEB_PAGE: "web_pages",
    Format.MAIL: "mails",
    Format.ARCHIVED_PAGE: "archived_pages",
}
"""Where each format's `read` stands; a module is imported with the first file of its format."""


def read_text(name: str, content: bytes) -> ReadText:
    """The text of a file. Raises NotABulletinError for what is no text, empty, too large, or has no reader."""
    if not content.strip():
        raise NotABulletinError(name, "empty")
    if len(content) > LARGEST:
        raise NotABulletinError(name, "too_large")
    kind = format_of(name, content)
    if kind is Format.PLAIN:
        return read_plain(name, content)
    if kind not in _MODULES:
        raise NotABulletinError(name, f"unsupported_{kind}")
    return _reader_of(kind)(name, content)


def _reader_of(kind: Format) -> Reader:
    reader: Reader = import_module(f"uadesk.reading.formats.{_MODULES[kind]}").read
    return reader


def read_plain(name: str, content: bytes) -> ReadText:
    """Plain text or markdown."""
    decoded = decode(name, content)
    text = clean(decoded.text)
    if not decoded.guessed:
        return ReadText(text)
    return ReadText(text, (Check("text", Level.UNCERTAIN, "encoding_guessed", {"encoding": decoded.encoding}),))
