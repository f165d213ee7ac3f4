"""The sign-in sheet of an evening: first names, room to sign, and how many letters each wrote. Points throughout."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from uadesk.base.language import _
from uadesk.domain.paper import SHEETS
from uadesk.domain.people import Paper
from uadesk.press.flow import Row, Section, one_page
from uadesk.press.fonts import Face
from uadesk.press.pressed import require_characters
from uadesk.press.setting import BLACK, GREY, MM, Line, Mark, Page, Rule, wrap
from uadesk.press.table_rows import BOTTOM, MARGIN, TOP, line, plain

ROW = 11 * MM
"""High enough to sign in."""

GUESTS = 4
"""Empty rows there are at least."""

NAME_SIZE = 13.0
_COLUMNS = (0.38, 0.82)
"""Where the signature and the number of letters begin, as parts of the measure."""


@dataclass(frozen=True, slots=True)
class SignInSheet:
    """An evening in words, and the first names of those who are expected."""

    title: str
    place: str
    group: str
    names: tuple[str, ...]


def sign_in_pages(sheet: SignInSheet, paper: Paper) -> tuple[Page, ...]:
    """As many pages as the names need, the last filled up with empty rows. Raises LackingCharacterError."""
    require_characters((sheet.title, sheet.place, sheet.group, *sheet.names))
    measure = SHEETS[paper].width * MM - 2 * MARGIN
    opening = [*_opening(sheet, measure), _head(measure)]
    used = sum(row.height + row.above for row in opening)
    fits = int((SHEETS[paper].height * MM - TOP - BOTTOM - used) / ROW)
    count = max(1, -(-(len(sheet.names) + GUESTS) // fits))
    names = (*sheet.names, *[""] * (count * fits - len(sheet.names)))
    portions = (names[start : start + fits] for start in range(0, len(names), fits))
    return tuple(
        one_page([Section([*opening, *(_entry(name, measure) for name in portion)])], TOP) for portion in portions
    )


def _opening(sheet: SignInSheet, measure: float) -> Iterator[Row]:
    if sheet.group:
        yield from (
            plain(part, 11.0, face=Face.SANS, shade=GREY) for part in wrap(sheet.group, Face.SANS, 11.0, measure)
        )
    yield from (plain(part, 20.0) for part in wrap(sheet.title, Face.SERIF, 20.0, measure))
    if sheet.place:
        yield from (plain(part, 13.0, face=Face.ITALIC) for part in wrap(sheet.place, Face.ITALIC, 13.0, measure))


def _head(measure: float) -> Row:
    words = (_("First name"), _("Signature"), _("Letters"))
    tall = 9 * MM
    marks: list[Mark] = [
        Line(x, tall - 4.0, word, Face.SANS, 10.5, GREY) for x, word in zip(_edges(measure), words, strict=True)
    ]
    marks.append(Rule(MARGIN, tall, MARGIN + measure, tall, 1.0))
    return Row(tuple(marks), tall, above=4.0, keep=True)


def _entry(name: str, measure: float) -> Row:
    """One line of the table; a name too long for its column is set smaller."""
    marks: list[Mark] = [Rule(MARGIN, ROW, MARGIN + measure, ROW, 0.4, 0.5)]
    marks += [Rule(x - 6.0, 0.0, x - 6.0, ROW, 0.4, 0.5) for x in _edges(measure)[1:]]
    for size in (NAME_SIZE, 10.0, 8.0):
        parts = wrap(name, Face.SERIF, size, measure * _COLUMNS[0] - 8.0)
        if len(parts) == 1:
            marks.append(line(parts[0], size, ROW, shade=BLACK))
            break
    else:
        marks += _stacked(parts[:2])
    return Row(tuple(marks), ROW)


def _stacked(parts: Sequence[str]) -> list[Line]:
    return [line(part, 8.0, ROW - 10.0 + 20.0 * place) for place, part in enumerate(parts)]


def _edges(measure: float) -> tuple[float, float, float]:
    """Where the three columns begin, from the left edge of the paper."""
    return MARGIN, MARGIN + measure * _COLUMNS[0], MARGIN + measure * _COLUMNS[1]
