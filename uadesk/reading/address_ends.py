"""What ends the addresses of a bulletin, or leads on to more of them: sentences, headings, buttons of the page."""

from uadesk.reading.labels import Kind
from uadesk.reading.lines import Line, Page, sentences
from uadesk.reading.offices import looks_like_beginning
from uadesk.reference.bulletin_words import BulletinWords

PROSE_WORDS = 11
"""A line of so many words that ends like a sentence is no line of an address."""
MOST_BEGGED = 3
"""Words of a request to the reader that could be the name of a body, at most."""
MOST_BUTTON = 6
"""Words of a button or a heading of the page around a bulletin."""
MOST_HEADING = 12
"""Words of a heading above a paragraph of running text."""
PROSE = 180
"""Signs of a paragraph of running text on one line."""
LONG_WORD = 5
"""Letters of a word in small letters that is none of a name or an office: those are shorter (of, the, para)."""


def is_contact(line: Line, words: BulletinWords) -> bool:
    has_label = any(
        words.address[kind].match(line.text) is not None and ":" in line.text
        for kind in ("phone", "fax", "email", "left_out")
    )
    has_form = "://" in line.text and words.address["web_form"].search(line.text) is not None
    return has_label or has_form or words.labels["salutation"].match(line.text) is not None


def ends_addresses(page: Page, place: int, kind: Kind, words: BulletinWords) -> tuple[Kind, int, str] | None:
    """A sentence among addresses ends them, unless it says something of a salutation or a contact."""
    line = page.lines[place]
    if is_contact(line, words):
        return None
    if line.text.startswith("(") and line.text.endswith(".)"):
        return kind, line.end, ""  # a remark to the reader
    if _is_of_page(line, words) or _is_heading_of_prose(page, place, words):
        return Kind.NOTE, line.start, ""
    if _asks_copies_of_nobody(line, words):
        return Kind.COPY, line.end, line.text
    if not _is_sentence(line.said) and not (line.text.endswith(".") and words.asking["asks_reader"].match(line.text)):
        return None
    if words.address["organisations"].match(line.text) and any(sign.isdigit() for sign in line.text):
        return None
    is_one = len(sentences(line.text, 0, len(line.text))) == 1
    if "@" in line.text or (is_one and line.said.count(",") >= 3) or words.asking["generic_copies"].search(line.text):
        return None
    if line.text.endswith(":"):
        return kind, line.end, ""  # "You may write to one or both of the following:" leads on to them
    return Kind.NOTE, line.start, ""


def _is_of_page(line: Line, words: BulletinWords) -> bool:
    """Whether a line asks the reader for something, thanks them, or is a button of the page."""
    if words.asking["begs"].match(line.text) and len(line.text.split()) > MOST_BEGGED and "@" not in line.text:
        return True
    if words.asking["thanks"].match(line.text) and line.text.endswith((".", "!")):
        return True
    return words.asking["page_ends"].match(line.text) is not None and len(line.text.split()) <= MOST_BUTTON


def _asks_copies_of_nobody(line: Line, words: BulletinWords) -> bool:
    """`Also send copies to diplomatic representatives accredited to your country.`; one may be named below."""
    if not line.text.endswith(".") or words.asking["generic_copies"].search(line.text) is None:
        return False
    return words.labels["copy"].fullmatch(f"{line.text[:-1]}:") is not None


def _is_heading_of_prose(page: Page, place: int, words: BulletinWords) -> bool:
    """Whether a line is the heading of running text: some words of it are no name's, body's or place's."""
    line = page.lines[place]
    said = line.text.split()
    if not MOST_BEGGED < len(said) <= MOST_HEADING or any(sign.isdigit() or sign in ",:@" for sign in line.text):
        return False
    below = page.next_filled(place + 1)
    if below is None:
        return False
    if looks_like_beginning(line.text, words) or words.address["organisations"].search(line.text):
        return False
    is_prose = len(page.lines[below].text) >= PROSE and page.lines[below].text.endswith((".", "”", '"'))
    return is_prose and any(word.isalpha() and word.islower() and len(word) >= LONG_WORD for word in said)


def _is_sentence(text: str) -> bool:
    """Long, or mostly in small letters, and ended like a sentence."""
    if not text.rstrip('"”’)').endswith((".", "!", "?", ":")):
        return False
    words = text.split()
    return len(words) >= PROSE_WORDS or (len(words) > 4 and sum(word[0].islower() for word in words) > len(words) / 2)
