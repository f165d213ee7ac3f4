"""Web pages: the text as its reader sees it, without what belongs to the site."""

import re
from collections.abc import Sequence
from itertools import pairwise

from selectolax.lexbor import LexborHTMLParser

from uadesk.domain.texts import Check, Level
from uadesk.reading.errors import NotABulletinError
from uadesk.reading.formats.building import Builder
from uadesk.reading.formats.chrome import leave_out_chrome
from uadesk.reading.formats.decoding import LONGEST, MOST_LINES, Decoded, decode_as, decode_text
from uadesk.reading.formats.flow import Paragraph, text_of
from uadesk.reading.formats.markup import Walker
from uadesk.reading.formats.styles import UNKNOWN, Look, Sheet
from uadesk.reading.formats.texts import ReadText
from uadesk.reading.formats.wrapping import are_wrapped_lines, with_gaps, with_likely_gaps, with_whole_points

_CHARSET = re.compile(rb"<meta\b[^>]{0,300}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,100}\bencoding=[\"']([\w.:-]{2,40})", re.IGNORECASE)
_LOOKED_AT = 8192
"""Bytes of a page's beginning that name its encoding."""
_TAG = re.compile(
    r"<(/?)(?:(a|b|big|code|em|font|i|nobr|small|strong|s|strike|tt|u|span)|(div|section|article|blockquote|table|ul|ol"
    r"|dl|form|center|[a-z][a-z0-9]*:[a-z]+))\b",
    re.IGNORECASE,
)
DEEPEST = 1000
"""Elements within each other: a parser takes time and room by the square of them."""
MOST_TAGS = 40_000
_MOST_REOPENED = 2_000_000
_FEWEST_EMPTY = 3
_MANY = 12
"""Paragraphs from which on they may be the lines of a whole text."""
_PROSE = 150
"""Signs from which on a paragraph is no line of an address or heading."""
LONGEST_SHOWN = 80


def read(name: str, content: bytes) -> ReadText:
    """The text of a web page. Raises NotABulletinError for one that is empty, too large or nested without end."""
    decoded = decode_page(name, content)
    paragraphs, doubts = paragraphs_of(name, decoded.text, is_saved=True)
    text = text_of(paragraphs, "html")
    if not text.content.strip():
        raise NotABulletinError(name, "empty")
    return ReadText(text, (*encoding_doubts(decoded), *doubts))


def decode_page(name: str, content: bytes, charset: str | None = None) -> Decoded:
    """A page's signs by its byte order mark, the mail's word, its own word, else by what they look like."""
    own = _CHARSET.search(content[:_LOOKED_AT]) or _XML_ENCODING.search(content[:200])
    for said in (charset, own[1].decode("ascii") if own else None):
        decoded = decode_as(content, said) if said else None
        if decoded is not None:
            return decoded
    decoded = decode_text(content)
    if decoded is None:
        raise NotABulletinError(name, "binary")
    return decoded


def encoding_doubts(decoded: Decoded) -> tuple[Check, ...]:
    if not decoded.guessed:
        return ()
    return (Check("text", Level.UNCERTAIN, "encoding_guessed", {"encoding": decoded.encoding}),)


def paragraphs_of(
    name: str, markup: str, *, is_saved: bool, part: str = "body"
) -> tuple[list[Paragraph], tuple[Check, ...]]:
    """What a page shows, and a doubt where it holds more; the site's own parts are left out of a saved page."""
    if _is_endless(markup):
        raise NotABulletinError(name, "too_large")
    tree = LexborHTMLParser(markup)
    sheet = _sheet_of(tree)
    body = tree.body or tree.root
    if body is None:
        return [], ()
    if is_saved:
        leave_out_chrome(body)
    texts = [node.text(strip=True).replace("\xa0", "").strip("> ") for node in body.css("p")]
    is_wrapped = len(texts) >= _MANY and are_wrapped_lines(texts)
    walker = Walker(sheet, Builder(part), is_wrapped or _has_tight_paragraphs(texts))
    paragraphs = walker.walk_page(body, Look(background="ffffff" if sheet.knows_backgrounds else UNKNOWN))
    if is_wrapped and all(texts):
        paragraphs = with_likely_gaps(paragraphs)
    paragraphs = with_whole_points(with_gaps(paragraphs))
    length = sum(len(piece.text) for each in paragraphs for piece in each.pieces)
    if length > LONGEST or len(paragraphs) > MOST_LINES:
        raise NotABulletinError(name, "too_large")
    return paragraphs, _hidden_doubts(walker.unseen.texts)


def _hidden_doubts(texts: Sequence[str]) -> tuple[Check, ...]:
    if not texts:
        return ()
    shown = max(texts, key=len)
    shown = shown if len(shown) <= LONGEST_SHOWN else f"{shown[:LONGEST_SHOWN].rstrip()}…"
    return (Check("text", Level.UNCERTAIN, "hidden_text", {"printed": shown}),)


def _is_endless(markup: str) -> bool:
    """Whether elements stand in each other so deep, or stay open so often, that no parser should see them."""
    if markup.count("<") > MOST_TAGS:
        return True
    deepest_words = deepest_boxes = words = boxes = 0
    for closing, word, box in _TAG.findall(markup):
        step = -1 if closing else 1
        if word:
            words = max(words + step, 0)
            deepest_words = max(deepest_words, words)
        elif box:
            boxes = max(boxes + step, 0)
            deepest_boxes = max(deepest_boxes, boxes)
    return max(deepest_boxes, deepest_words) > DEEPEST or deepest_words * markup.count("<") > _MOST_REOPENED


def _sheet_of(tree: LexborHTMLParser) -> Sheet:
    sheet = Sheet(knows_backgrounds=tree.css_first("link[rel=stylesheet]") is None)
    for style in tree.css("style"):
        media = (style.attributes.get("media") or "all").lower()
        if "all" in media or media.strip() == "screen":
            sheet.add(style.text())
    return sheet


def _has_tight_paragraphs(texts: Sequence[str]) -> bool:
    """Whether empty paragraphs are the page's gaps, as where each line was made a paragraph.

    Then they stand often, and never do two long paragraphs follow each other without one.
    """
    lengths = [len(text) for text in texts]
    filled, empty = sum(map(bool, lengths)), lengths.count(0)
    if empty < _FEWEST_EMPTY or empty * 5 < filled:
        return False
    return not any(above > _PROSE and below > _PROSE for above, below in pairwise(lengths))
