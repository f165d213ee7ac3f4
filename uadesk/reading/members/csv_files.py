"""A csv file's text to rows, whatever parts its columns."""

import csv
import io
import re
from collections.abc import Iterator

from uadesk.reading.members.errors import MissingColumnsError
from uadesk.reading.members.lists import MemberList
from uadesk.reading.members.people import plain
from uadesk.reading.members.tables import HEADER_ROWS, Row, known_columns, members_in
from uadesk.reference.countries import Countries

_LONGEST_CELL = 20_000_000
"""As long as a whole file, signs: a cell that is too long is refused with its row, not with the list."""
_DELIMITERS = ",;\t|"
_SEPARATOR_LINE = re.compile(r"sep=.?", re.IGNORECASE)


def read_csv(name: str, text: str, countries: Countries) -> MemberList:
    """The people in a csv file's text. Raises MissingColumnsError without a column of names."""
    delimiter = _delimiter(text)
    found = members_in(_rows(text, delimiter), countries)
    if found is None:
        raise MissingColumnsError(name, tuple(next(_rows(text, delimiter), (0, []))[1]))
    return found


def _delimiter(text: str) -> str:
    """What parts the columns: as Excel's `sep=` line says, else what makes most known columns of the first rows."""
    given = re.match(r"sep=(.)\n", text, re.IGNORECASE)
    if given is not None:
        return given[1]
    head = "\n".join(text[:20_000].splitlines()[:HEADER_ROWS])
    return max(_DELIMITERS, key=lambda sign: max((known_columns(row) for _number, row in _rows(head, sign)), default=0))


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    """The rows with their numbers, from 1; empty ones and Excel's `sep=` line are passed over."""
    csv.field_size_limit(_LONGEST_CELL)
    is_separated = _SEPARATOR_LINE.fullmatch(text.partition("\n")[0].strip()) is not None
    for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), 1):
        cells = [plain(cell) for cell in row]
        if any(cells) and not (number == 1 and is_separated):
            yield number, cells
