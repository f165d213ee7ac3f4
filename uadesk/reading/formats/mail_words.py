"""The words of a mail's own parts, web or plain, as paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from uadesk.domain.texts import Check, Span
from uadesk.reading.errors import NotABulletinError
from uadesk.reading.formats.decoding import LONGEST, MOST_LINES, Decoded, decode_as, decode_text
from uadesk.reading.formats.flow import Paragraph, Piece
from uadesk.reading.formats.mail_lines import unflowed, unwrapped
from uadesk.reading.formats.mail_parts import Mail, Part
from uadesk.reading.formats.plain import inlined
from uadesk.reading.formats.web_pages import decode_page, encoding_doubts, paragraphs_of

_ELEMENT = re.compile(
    r"<(?:!doctype|html|body|head|div|p|br|table|span|font|meta|center|a)\b[^<>]{0,2000}>", re.IGNORECASE
)
_ANY_ELEMENT = re.compile(r"</?[a-z][a-z0-9]{0,10}(?:\s[^<>]{0,2000})?/?>", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")
_LINK = re.compile(r"https?://\S+|\[image:[^\]]{0,200}\]|\S+@\S+", re.IGNORECASE)
_COVERED = 0.6
"""The share of the plain form's words that the web form has to have."""


@dataclass(slots=True)
class Words:
    """The paragraphs of a mail's own parts, one after another, and what is doubtful about them."""

    name: str
    paragraphs: list[Paragraph] = field(default_factory=list)
    doubts: list[Check] = field(default_factory=list)

    def add(self, part: Part) -> None:
        try:
            paragraphs, doubts = words_of(self.name, part)
        except NotABulletinError as refusal:
            if refusal.reason == "too_large":
                raise
            return
        self.paragraphs += paragraphs
        self.doubts += doubts


def words_of(name: str, part: Part) -> tuple[list[Paragraph], tuple[Check, ...]]:
    """A part's paragraphs, by what it is and not only by what it says it is. Raises NotABulletinError."""
    decoded = _decoded(name, part)
    doubts = encoding_doubts(decoded)
    if _is_web(part, decoded.text):
        paragraphs, hidden = paragraphs_of(name, decoded.text, is_saved=False)
        return paragraphs, (*doubts, *hidden)
    if len(decoded.text) > LONGEST or decoded.text.count("\n") > MOST_LINES:
        raise NotABulletinError(name, "too_large")
    said = decoded.text
    text = unflowed(said, joins_blanks=part.joins_blanks) if part.is_flowed else unwrapped(said)
    return list(plain_paragraphs(text)), doubts


def _is_web(part: Part, text: str) -> bool:
    if part.kind in ("text/html", "application/xhtml+xml"):
        return _ANY_ELEMENT.search(text) is not None
    first = _ELEMENT.search(text[:2000])
    return first is not None and not text[: first.start()].strip()


def _decoded(name: str, part: Part) -> Decoded:
    if not part.content.strip():
        raise NotABulletinError(name, "empty")
    if part.kind == "text/html":
        return decode_page(name, part.content, part.charset)
    decoded = decode_as(part.content, part.charset) if part.charset else None
    decoded = decoded or decode_text(part.content)
    if decoded is None:
        raise NotABulletinError(name, "binary")
    return decoded


def plain_paragraphs(raw: str) -> Iterator[Paragraph]:
    """Each line of plain text or markdown as a paragraph; bold is kept."""
    content, bold = inlined(raw)
    start, is_apart = 0, True
    for line in content.split("\n"):
        if line.strip():
            yield Paragraph(list(_pieces(line, start, bold)), is_apart=is_apart)
        is_apart = not line.strip()
        start += len(line) + 1


def _pieces(line: str, start: int, bold: Sequence[Span]) -> Iterator[Piece]:
    done = 0
    for first, last in bold:
        first, last = max(first - start, done), min(last - start, len(line))  # noqa: PLW2901  within the line
        if first < last:
            yield from (Piece(each) for each in (line[done:first],) if each)
            yield Piece(line[first:last], is_bold=True)
            done = last
    yield from (Piece(each) for each in (line[done:],) if each)


def is_richer(name: str, form: Sequence[Part | Mail], than: Sequence[Part | Mail]) -> bool:
    """Whether a later form of the same words is to be read: it has words, and most of those of the other."""
    others = _all_words(name, than)
    words = _all_words(name, form)
    if not words:
        return not than
    return not others or len(words & others) >= _COVERED * len(others)


def _all_words(name: str, parts: Sequence[Part | Mail]) -> set[str]:
    words = Words(name)
    for part in parts:
        if isinstance(part, Part) and not part.name:
            words.add(part)
    said = " ".join("".join(piece.text for piece in each.pieces) for each in words.paragraphs)
    return {word.casefold() for word in _WORD.findall(_LINK.sub(" ", said))}
