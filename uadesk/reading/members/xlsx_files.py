"""An Excel workbook's first sheet with names to rows; each cell as a person would type it."""

import io
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from uadesk.reading.archives import ArchiveError, names_in
from uadesk.reading.members.errors import MissingColumnsError, NotAMemberListError
from uadesk.reading.members.lists import MemberList
from uadesk.reading.members.people import plain
from uadesk.reading.members.tables import Row, members_in
from uadesk.reference.countries import Countries

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

MOST_SHEETS = 100
MOST_CELLS = 2_000_000
"""Of one sheet, from the first row and column to the last that hold anything."""

_WORKBOOK = "xl/workbook.xml"
_OTHERS = (
    ("word/", "unsupported_docx"),
    ("ppt/", "unsupported_pptx"),
    ("xl/", "unsupported_xlsb"),
    ("content.xml", "unsupported_ods"),
    ("Index/", "unsupported_numbers"),
)


def read_workbook(name: str, content: bytes, countries: Countries) -> MemberList:
    """The people in a workbook: of its first sheet that has a column of names.

    Raises NotAMemberListError, or MissingColumnsError where no sheet has one.
    """
    _expect_workbook(name, content)
    try:
        return _read(name, content, countries)
    except (NotAMemberListError, MissingColumnsError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # calamine's panics are no Exception
        raise NotAMemberListError(name, "damaged") from error


def _expect_workbook(name: str, content: bytes) -> None:
    try:
        names = names_in(content)
    except ArchiveError as error:
        raise NotAMemberListError(name, error.reason) from error
    if _WORKBOOK not in names:
        kinds = (reason for start, reason in _OTHERS if any(each.startswith(start) for each in names))
        raise NotAMemberListError(name, next(kinds, "unsupported_zip"))


def _read(name: str, content: bytes, countries: Countries) -> MemberList:
    from python_calamine import CalamineWorkbook

    headers: tuple[str, ...] = ()
    with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
        for sheet in _sheets(workbook):
            last_row, last_column = sheet.end or (0, 0)
            if (last_row + 1) * (last_column + 1) > MOST_CELLS:
                raise NotAMemberListError(name, "too_large")
            found = members_in(_rows(sheet), countries)
            if found is not None:
                return found
            headers = headers or tuple(cell for cell in next(_rows(sheet), (0, []))[1] if cell)
    raise MissingColumnsError(name, headers)


def _sheets(workbook: "CalamineWorkbook") -> "Iterator[CalamineSheet]":
    """The sheets that a person sees, in their order."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    for sheet in workbook.sheets_metadata[:MOST_SHEETS]:
        if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible:
            yield workbook.get_sheet_by_name(sheet.name)


def _rows(sheet: "CalamineSheet") -> Iterator[Row]:
    """The rows with their numbers as Excel shows them; empty ones are passed over, empty cells at the end cut off."""
    for number, row in enumerate(sheet.iter_rows(), 1):
        cells = [_text(cell) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            yield number, cells


def _text(cell: object) -> str:
    """A cell as text: whole numbers (postal codes, phones) without decimals, days as 2025-06-01."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    if isinstance(cell, date | time):
        return cell.isoformat()
    return plain(str(cell))
