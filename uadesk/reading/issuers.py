"""The office that sent a bulletin, from the lines above its number."""

import re

from uadesk.domain.addresses import Issuer
from uadesk.domain.texts import Found, Span
from uadesk.reading.contacts import EMAIL, Contacts, Segment, segments, take_bare, take_segment
from uadesk.reading.findings import Findings
from uadesk.reading.lines import LONGEST_LABEL, Page
from uadesk.reading.references import is_banner
from uadesk.reference.bulletin_words import BulletinWords

MOST_LINES = 8
"""An office's header has no more lines than this; above them stands something else."""
_GAP = re.compile(r"\s*(?:\s\||[|•·;]|\s[–—-]\s|,(?=\s*\d)|[ ]{3,})\s*")
_STREET_NUMBER = re.compile(
    r"\s+(?=(?:\d[\w-]*\s+[A-ZÀ-Ý]|P\.?\s?O\.?\s+Box|Suite\s+\d|Unit\s+\d|C\.P\.))", re.IGNORECASE
)


def read_issuer(page: Page, last: int, findings: Findings, words: BulletinWords) -> Issuer | None:
    """The issuer in the lines before line `last`; None where nothing there looks like an office."""
    lines = [line for line in page.lines[:last] if not line.is_blank and not is_banner(line.text, words)]
    lines = [line for line in lines if len(line.text) <= 2 * LONGEST_LABEL][-MOST_LINES:]
    begin = next((place for place, line in enumerate(lines) if _is_office(line.text) and not line.is_capitals), 0)
    contacts, pieces = Contacts(), list[Found]()
    for line in lines[begin:]:
        pieces += _pieces(page, line.start, line.end, contacts, words)
    if not pieces or (contacts.is_empty and not any(_is_office(piece.value) for piece in pieces)):
        return None
    name, address = _name_and_address(page, pieces, words, findings)
    return Issuer(
        name=findings.take("issuer.name", name) or "",
        address_lines=findings.take_all("issuer.address_lines", address),
        phone=findings.take_all("issuer.phone", contacts.phone),
        fax=findings.take_all("issuer.fax", contacts.fax),
        email=findings.take_all("issuer.email", contacts.email),
    )


def _is_office(text: str) -> bool:
    return re.search(r"\b(?:amnesty|urgent action (?:office|network|team)|office)\b", text, re.IGNORECASE) is not None


def _pieces(page: Page, start: int, end: int, contacts: Contacts, words: BulletinWords) -> list[Found]:
    """The parts of a header line that are no contacts; those go to `contacts`."""
    labelled = segments(page, start, end, words)
    if not labelled and take_bare(page, start, end, contacts):
        return []
    stop = labelled[0].start if labelled else end
    for segment in labelled:
        _take_with_email(page, segment, contacts)
    for mail in EMAIL.finditer(page.text.content, start, stop):
        contacts.email.append(page.found(*mail.span(), "email"))
        stop = min(stop, mail.start())
    return [found for found in (page.found(*span) for span in _apart(page, start, stop)) if found.value.strip(" ,;|")]


def _take_with_email(page: Page, segment: Segment, contacts: Contacts) -> None:
    """Take a labelled value; an email without a label of its own may stand behind a fax number."""
    first, last = segment.value
    mail = EMAIL.search(page.text.content, first, last) if "email" not in segment.kinds else None
    if mail is not None:
        contacts.email.append(page.found(*mail.span(), "email"))
        segment = segment._replace(value=(first, mail.start()))
    take_segment(page, segment, contacts)


def _apart(page: Page, start: int, end: int) -> list[Span]:
    content = page.text.content
    spans: list[Span] = []
    first = start
    for gap in _GAP.finditer(content, start, end):
        spans.append((first, gap.start()))
        first = gap.end()
    spans.append((first, end))
    trimmed = []
    for begin, stop in spans:
        text = content[begin:stop].rstrip(" ,;|–-")
        trimmed.append((begin, begin + len(text)))
    return trimmed


def _name_and_address(
    page: Page, pieces: list[Found], words: BulletinWords, findings: Findings
) -> tuple[Found, list[Found]]:
    """The first piece is the name, up to a street's number; a street and its town are two lines."""
    content = page.text.content
    first = pieces[0]
    bold = next((span for span in page.text.bold if span[0] == first.start and span[1] < first.end), None)
    number = _STREET_NUMBER.search(content, first.start, first.end)
    if bold is not None:
        name, rest = page.found(*bold, "office"), [page.found(bold[1], first.end)]
    elif number is not None:
        name, rest = page.found(first.start, number.start(), "office"), [page.found(number.end(), first.end)]
    else:
        name, rest = first, []
    address: list[Found] = []
    for piece in [*rest, *pieces[1:]]:
        address += _street_and_town(page, piece, words)
    if len(pieces) == 1 and len(address) == 1:
        findings.uncertain("issuer.address_lines", "issuer_one_line")
    return name, address


def _street_and_town(page: Page, piece: Found, words: BulletinWords) -> list[Found]:
    """`3-1992 Yonge Street Toronto ON M4S 1Z7` is two lines: the town begins behind the street's own word."""
    text = page.text.content[piece.start : piece.end]
    streets = [match for match in words.address["streets"].finditer(text) if text[match.end() :].strip(" ,.")]
    province = re.search(r"(?<!\w)(?:" + words.address["provinces"].pattern + r")(?!\w)", text)
    if not streets or not text[:1].isalnum() or province is None or province.start() < streets[-1].end():
        return [piece] if piece.value else []
    tail = re.compile(
        r"\.?(?:\s+(?:[NSEW]|[NS][EW]|North|South|East|West)\b\.?)?(?:,?\s*(?:Suite|Unit|Floor|#)\s*\w+"
        r"|,?\s*\d+(?:st|nd|rd|th) Floor)?\s*,?\s+",
        re.IGNORECASE,
    )
    gap = tail.match(text, streets[-1].end())
    if gap is None:
        return [piece]
    street = page.found(piece.start, piece.start + gap.end(), "street")
    trimmed = text[: gap.end()].rstrip(" ,")
    street = page.found(piece.start, piece.start + len(trimmed), "street")
    return [street, page.found(piece.start + gap.end(), piece.end, "town")]
