"""The case sheet for the table: one page that says what happened, what to ask, whom to write to and until when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from uadesk.base.language import _
from uadesk.domain.paper import SHEETS
from uadesk.domain.people import Paper
from uadesk.press.flow import Row, Section, one_page
from uadesk.press.fonts import Face, settled, width
from uadesk.press.pressed import require_characters
from uadesk.press.setting import MM, Line, Mark, Page, Rule, wrap
from uadesk.press.table_rows import (
    BOTTOM,
    MARGIN,
    TOP,
    Block,
    SheetTooFullError,
    Size,
    blocks,
    first_above,
    heading,
    height,
    line,
    paragraph,
    plain,
    point,
    shortened,
)

SIZES = (
    Size(12.0, 16.0, 5.0, 12.0),
    Size(11.5, 15.2, 4.5, 11.0),
    Size(11.0, 14.4, 4.0, 10.0),
    Size(10.5, 13.6, 3.5, 9.0),
    Size(10.0, 12.8, 3.0, 7.0),
    Size(10.5, 13.6, 3.5, 8.0, abreast=3),
    Size(10.0, 12.8, 3.0, 7.0, abreast=3),
    Size(10.0, 12.4, 2.0, 5.0, abreast=3),
)
"""From comfortable to tight; the first that brings a case on its page is taken. Never under 10 points."""

DATE = 24.0
"""Size of the last day to write, to be read across a table."""

TITLE = 19.0
LEAST = 2
"""Lines of "what happened" below which tips are left out first."""


@dataclass(frozen=True, slots=True)
class CaseSheet:
    """A case in the words of its sheet.

    `happened` is a list of sentences, so that it may end after any of them; `until` is the last day to write in
    words and `left` how long that is, either empty where there is none.
    """

    name: str
    country: str
    headline: str
    happened: tuple[str, ...]
    lead: str
    demands: tuple[str, ...]
    targets: tuple[Block, ...]
    copies: tuple[Block, ...] = ()
    solidarity: tuple[Block, ...] = ()
    tips: tuple[str, ...] = ()
    until: str = ""
    left: str = ""


def case_page(sheet: CaseSheet, paper: Paper) -> Page:
    """The one page of a case: its text gets smaller, then "what happened" shorter, then the tips fewer.

    Raises SheetTooFullError, LackingCharacterError.
    """
    require_characters(_texts(sheet))
    return one_page([Section(_fitted(sheet, paper))], TOP)


def _fitted(sheet: CaseSheet, paper: Paper) -> list[Row]:
    room = SHEETS[paper].height * MM - TOP - BOTTOM
    measure = SHEETS[paper].width * MM - 2 * MARGIN
    for size in SIZES:
        rows = _rows(sheet, " ".join(sheet.happened), size, measure)
        if height(rows) <= room:
            return rows
    tight = SIZES[-1]
    for count in range(len(sheet.tips), -1, -1):
        fewer = replace(sheet, tips=sheet.tips[:count])
        left = room - height(_rows(fewer, "…", tight, measure)) + tight.leading
        lines = int(left / tight.leading)
        if lines >= LEAST or (count == 0 and lines > 0):
            return _rows(fewer, shortened(sheet.happened, tight, measure, lines), tight, measure)
    rows = _rows(replace(sheet, tips=()), "", tight, measure)
    if height(rows) > room:
        raise SheetTooFullError(sheet.name)
    return rows


def _rows(sheet: CaseSheet, happened: str, size: Size, measure: float) -> list[Row]:
    return [
        *_opening(sheet, measure),
        *_under(_("What happened"), paragraph(happened, size, measure), size, measure),
        *_under(_("What we ask"), _asked(sheet, size, measure), size, measure),
        *_under(_("Write to"), blocks(sheet.targets, size, measure), size, measure),
        *_under(_("Copy to"), blocks(sheet.copies, size, measure), size, measure),
        *_under(_("Solidarity with"), blocks(sheet.solidarity, size, measure), size, measure),
        *_under(_("A good letter"), _tips(sheet, size, measure), size, measure),
    ]


def _opening(sheet: CaseSheet, measure: float) -> Iterator[Row]:
    """Number and country, the headline, and the last day to write between two rules."""
    name = "  ·  ".join(part for part in (sheet.name, sheet.country) if part)
    for part in wrap(name, Face.SANS, 13.0, measure):
        yield plain(part, 13.0, face=Face.SANS)
    for place, part in enumerate(wrap(sheet.headline, Face.SERIF, TITLE, measure)):
        yield plain(part, TITLE, above=0.0 if place else 3.0)
    yield _deadline(sheet, measure)


def _deadline(sheet: CaseSheet, measure: float) -> Row:
    tall = 40.0
    right = MARGIN + measure
    marks: list[Mark] = [Rule(MARGIN, 0.0, right, 0.0, 1.2), Rule(MARGIN, tall, right, tall, 1.2)]
    until = _("Write by {day}").format(day=sheet.until) if sheet.until else sheet.left
    marks.append(line(until, DATE, tall))
    if sheet.until and sheet.left:
        left = settled(sheet.left)
        start = round(right - width(left, Face.SANS, 13.0), 2)
        marks.append(Line(start, line(until, DATE, tall).y, left, Face.SANS, 13.0))
    return Row(tuple(marks), tall, above=7.0, keep=True)


def _under(word: str, rows: Sequence[Row], size: Size, measure: float) -> list[Row]:
    """Rows under their heading; nothing at all where there are none."""
    return [heading(word, size, measure), *rows] if rows else []


def _asked(sheet: CaseSheet, size: Size, measure: float) -> list[Row]:
    rows = paragraph(sheet.lead, size, measure)
    for demand in sheet.demands:
        rows += point(demand, size, measure, above=size.gap * 0.6 if rows else 0.0)
    return rows


def _tips(sheet: CaseSheet, size: Size, measure: float) -> list[Row]:
    rows: list[Row] = []
    for tip in sheet.tips:
        rows += first_above(point(tip, size, measure), size.gap * 0.3 if rows else 0.0)
    return rows


def _texts(sheet: CaseSheet) -> Iterator[str]:
    yield from (sheet.name, sheet.country, sheet.headline, sheet.lead, sheet.until, sheet.left)
    for several in (sheet.happened, sheet.demands, sheet.tips):
        yield from several
    for block in (*sheet.targets, *sheet.copies, *sheet.solidarity):
        yield from (*block.lines, block.salutation, *block.contacts)
