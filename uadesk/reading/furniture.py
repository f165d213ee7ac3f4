"""What of a page or of a template stands among the lines of an address: heads, feet, numbers, notes to the office."""

import re
from collections.abc import Sequence

from uadesk.reading.headers import is_header_line
from uadesk.reading.lines import Line
from uadesk.reading.references import INDEX, is_banner
from uadesk.reference.bulletin_words import BulletinWords

_PAGE_NUMBER = re.compile(
    r"(?:page|seite|página)\s+\d{1,2}\s*(?:of|/|von|de|sur)\s*\d{1,2}\b.*"
    r"|(?:page\s+)?\d{1,2}(?:\s*(?:of|/)\s*\d{1,2})?|[-–]\s*\d{1,2}\s*[-–]",
    re.IGNORECASE,
)
_PAGE_HEAD = re.compile(rf"(?:page\s+\d{{1,2}}\s+)?{INDEX.pattern}(?:\s+page\s+\d{{1,2}})?", re.IGNORECASE)
_LEFTOVER = re.compile(r"(?:\[[^\[\]]+\]\s*)+")
"""What a template says to who fills it in: `[Insert page break if needed]`."""
_LEFTOVER_BEHIND = re.compile(r"(?<=\S)\s+\[[^\[\]]{4,}\]\s*$")
_REMARK = re.compile(r"\((?:[a-z][^()]{20,}|(?:\S+\s+){3,}[^()]*|(?:Betreff|Subject|Objet|Asunto)\s*:[^()]*)\)")
"""A remark to the reader among the lines of an address: `(no postage is needed for letters to Parliament)`."""


def is_furniture(text: str, words: BulletinWords) -> bool:
    """Whether a line is no one's address: a page's number or head, the banner, a remark to the reader."""
    return is_banner(re.sub(r"\s+\d{1,2}$", "", text), words) or any(
        each.fullmatch(text) is not None for each in (_PAGE_NUMBER, _PAGE_HEAD, _REMARK)
    )


def without_leftover(text: str) -> str:
    """A line without a note to who fills in the template: `Minister of Justice [NAME TO BE CONFIRMED]`."""
    return _LEFTOVER_BEHIND.sub("", text)


def without_page_heads(lines: Sequence[Line], words: BulletinWords) -> Sequence[Line]:
    """The lines without a page's foot and head in their midst, and without the blank lines around these."""
    kept: list[Line] = []
    skips_blank = False
    for line in lines:
        if line.is_blank:
            if not skips_blank:
                kept.append(line)
            continue
        if kept and _is_head(line, words):
            while kept and kept[-1].is_blank:
                kept.pop()
            skips_blank = True
            continue
        skips_blank = False
        kept.append(line)
    return kept


def _is_head(line: Line, words: BulletinWords) -> bool:
    is_head = any(each.fullmatch(line.text) for each in (_PAGE_NUMBER, _PAGE_HEAD, _LEFTOVER))
    return is_head or is_banner(line.text, words) or is_header_line(line, words)
