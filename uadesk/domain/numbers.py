"""The number of an urgent action, by which a case is known."""

import re
from dataclasses import dataclass

from uadesk.base.overriding import override

_NUMBER = re.compile(
    r"^\s*(?P<extra>EXTRA\s+)?(?P<sequence>\d{1,4})\s*[/.]\s*(?P<year>(?:19|20)?\d{2})\s*$", re.IGNORECASE
)
_HANDLE = re.compile(r"^\s*~(\d+)\s*$")


@dataclass(frozen=True, slots=True, order=True)
class UANumber:
    """Sequence and two-digit year; `EXTRA 19/92` is another case than `19/92`."""

    year: int
    sequence: int
    extra: bool = False

    @override
    def __str__(self) -> str:
        return f"{'EXTRA ' if self.extra else ''}{self.sequence}/{self.year:02d}"


def parse_number(text: str) -> UANumber | None:
    """The number in `34/25`, `57.22`, `165/2012` or `EXTRA 19/92`; None where the text is none."""
    match = _NUMBER.match(text)
    if match is None:
        return None
    return UANumber(int(match["year"]) % 100, int(match["sequence"]), match["extra"] is not None)


def parse_handle(text: str) -> int | None:
    """The 3 in `~3`, the handle by which every case can be named; None where the text is none."""
    match = _HANDLE.match(text)
    return int(match[1]) if match else None


def handle_of(ident: int) -> str:
    """The handle of a case, `~3`."""
    return f"~{ident}"
