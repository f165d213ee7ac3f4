"""Web pages saved with all their parts (mht, mhtml): the page itself, in its own encoding."""

from collections.abc import Sequence
from dataclasses import replace

from uadesk.reading.errors import NotABulletinError
from uadesk.reading.formats import mails
from uadesk.reading.formats.flow import text_of
from uadesk.reading.formats.mail_parts import Choice, Item, Part, items_of, mails_in
from uadesk.reading.formats.texts import ReadText
from uadesk.reading.formats.web_pages import decode_page, encoding_doubts, paragraphs_of


def read(name: str, content: bytes) -> ReadText:
    """The text of an archived page. Raises NotABulletinError for one that is empty, too large or damaged."""
    (message, *_others) = mails_in(name, content)
    page = _page(items_of(message))
    if page is None:
        read = mails.read(name, content)
        return read._replace(text=replace(read.text, source="mht"))
    decoded = decode_page(name, page.content, page.charset)
    paragraphs, doubts = paragraphs_of(name, decoded.text, is_saved=True)
    text = text_of(paragraphs, "mht")
    if not text.content.strip():
        raise NotABulletinError(name, "empty")
    return ReadText(text, (*encoding_doubts(decoded), *doubts))


def _page(items: Sequence[Item]) -> Part | None:
    """The first web page among the parts, which is the one that was saved; others are its frames."""
    for item in items:
        if isinstance(item, Choice):
            page = next(filter(None, map(_page, item.forms)), None)
        else:
            page = item if isinstance(item, Part) and item.kind in ("text/html", "application/xhtml+xml") else None
        if page is not None and page.content.strip():
            return page
    return None
