"""Page numbers as they stand at the head or foot of a page."""

import re

_OF = r"(?:of|/|de|sur|von|aus)"
_MARK = re.compile(
    rf"(?:(?:page|p\.|página|pág\.|seite|pagina)\s*\d{{1,3}}(?:\s*{_OF}\s*\d{{1,3}})?"
    rf"|\d{{1,3}}\s*{_OF}\s*\d{{1,3}}|[-–—|]?\s*\d{{1,3}}\s*[-–—|]?"
    # what is left of such a line where Word itself would count
    rf"|(?:page|página|seite|pagina)\s*{_OF}?|[-–—/|]+|{_OF})",
    re.IGNORECASE,
)


def is_page_mark(line: str) -> bool:
    """Whether a line holds nothing but a page number.

    >>> is_page_mark("Page 2 of 3"), is_page_mark("2/3"), is_page_mark("– 4 –"), is_page_mark("2025")
    (True, True, True, False)
    """
    return _MARK.fullmatch(line.strip()) is not None
