"""Mails: the bulletin that a mail holds, passes on or brings as a file, without what stands around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from email.message import Message

from uadesk.domain.texts import Check, Level, Origin, Text
from uadesk.reading.errors import NotABulletinError
from uadesk.reading.formats.choosing import Reading, choose
from uadesk.reading.formats.decoding import LONGEST
from uadesk.reading.formats.detecting import Format, format_of
from uadesk.reading.formats.flow import Paragraph, Piece, Shape, joined, text_of
from uadesk.reading.formats.mail_parts import DEEPEST, Choice, Item, Mail, Part, header, items_of, mails_in
from uadesk.reading.formats.mail_words import Words, is_richer
from uadesk.reading.formats.quoting import passed_on
from uadesk.reading.formats.signs import numbers_in, speaks_of_time
from uadesk.reading.formats.texts import ReadText, read_text

MOST_FILES = 10
"""Files of one mail that are read."""
_DOCUMENTS = (
    "unsupported_doc",
    "unsupported_rtf",
    "unsupported_odt",
    "unsupported_pdf",
    "unsupported_docx",
    "scanned_pdf",
)
_PREFIX = re.compile(
    r"(?:\s*(?:(?:fwd?|re|tr|wg|rv|aw|enc|i|r[ée]f|antw)\s*(?:\[\d+\])?\s*:|\[[^\[\]]{1,40}\]))+", re.IGNORECASE
)
_LONG_NOTE = 800
_SHOWN = 80


def read(name: str, content: bytes) -> ReadText:
    """The text of a mail or mailbox. Raises NotABulletinError for one that is empty, too large or too deep."""
    reader = _Reader(name)
    readings = [reading for message in mails_in(name, content) for reading in reader.read(message)]
    text = joined([reading.text for reading in readings], "eml")
    if not text.content.strip():
        raise NotABulletinError(name, "empty")
    if len(text.content) > LONGEST:
        raise NotABulletinError(name, "too_large")
    doubts = [*(doubt for reading in readings for doubt in reading.doubts), *reader.doubts]
    return ReadText(text, tuple(each for place, each in enumerate(doubts) if each not in doubts[:place]))


@dataclass(slots=True)
class _Reader:
    """Reads mails within mails; `depth` is how many stand around the one in hand."""

    name: str
    depth: int = 0
    doubts: list[Check] = field(default_factory=list)
    files_read: int = 0

    def read(self, message: Message) -> Sequence[Reading]:
        """What is to be read of a mail, in order; nothing where it holds no words."""
        body = Words(self.name)
        files: list[Reading] = []
        unread: list[str] = []
        for item in self._chosen(items_of(message)):
            if isinstance(item, Mail):
                files += self._inner(item)
            elif item.name:
                files += self._file(item, unread)
            else:
                body.add(item)
        reading = self._body(body)
        chosen = choose(reading, files)
        self._tell(reading, files, chosen, unread)
        return self._with_subject(message, chosen)

    def _chosen(self, items: Sequence[Item]) -> list[Part | Mail]:
        """The parts, one form of each choice."""
        parts: list[Part | Mail] = []
        for item in items:
            if not isinstance(item, Choice):
                parts.append(item)
                continue
            best: list[Part | Mail] = []
            for form in map(self._chosen, item.forms):
                if is_richer(self.name, form, best):
                    best = form
            parts += best
        return parts

    def _body(self, words: Words) -> Reading:
        passed = passed_on(words.paragraphs)
        if passed.note and (len(passed.note) > _LONG_NOTE or speaks_of_time(passed.note)):
            self.doubts.append(_note_left_out(passed.note))
        return Reading(text_of(passed.lines, "eml"), tuple(words.doubts))

    def _inner(self, mail: Mail) -> list[Reading]:
        if self.depth >= DEEPEST:
            return []
        self.depth += 1
        readings = self.read(mail.message)
        self.depth -= 1
        return [replace(each, text=_in_part(each.text, mail.name), name=mail.name, is_mail=True) for each in readings]

    def _file(self, part: Part, unread: list[str]) -> list[Reading]:
        if self.files_read >= MOST_FILES:
            return []
        self.files_read += 1
        try:
            if format_of(part.name, part.content) is Format.MAIL:
                (message, *_others) = mails_in(part.name, part.content)
                return self._inner(Mail(message, part.name))
            read = read_text(part.name, part.content)
        except NotABulletinError as refusal:
            if refusal.reason in _DOCUMENTS:
                unread.append(part.name)
            return []
        return [Reading(_in_part(read.text, part.name), read.doubts, part.name)]

    def _tell(self, body: Reading, files: list[Reading], chosen: Sequence[Reading], unread: list[str]) -> None:
        """Say what was left out that a person may want."""
        note = body.text.content
        if body not in chosen and (len(note) > _LONG_NOTE or speaks_of_time(note)):
            self.doubts.append(_note_left_out(note))
        for reading in files:
            if reading not in chosen and reading.is_bulletin and not any(map(reading.is_copy_of, chosen)):
                self.doubts.append(_doubt("attachment_left_out", name=reading.name))
        if not any(reading.is_bulletin for reading in chosen):
            self.doubts += [_doubt("attachment_not_read", name=name) for name in unread]

    def _with_subject(self, message: Message, chosen: Sequence[Reading]) -> Sequence[Reading]:
        """The subject as a heading, where it has the number that the text lacks."""
        subject = _PREFIX.sub("", header(message, "subject"), count=1).strip()
        numbers = numbers_in(subject)
        if not chosen or not numbers or any(numbers & numbers_in(each.text.content) for each in chosen):
            return chosen
        if any(numbers_in(each.text.content) for each in chosen):
            return chosen
        heading = text_of([Paragraph([Piece(subject)], Shape.HEADING, part="subject")], "eml")
        return [Reading(joined([heading, chosen[0].text], "eml"), chosen[0].doubts, chosen[0].name), *chosen[1:]]


def _in_part(text: Text, name: str) -> Text:
    """A file's text, its stretches placed in the file of that name."""
    origins = text.origins or (Origin(0, len(text.content)),)
    return replace(text, origins=tuple(replace(each, part=name) for each in origins))


def _note_left_out(note: str) -> Check:
    shown = " ".join(note.split())
    return _doubt("note_left_out", printed=shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN].rstrip()}…")


def _doubt(code: str, **data: str) -> Check:
    return Check("text", Level.UNCERTAIN, code, data)
