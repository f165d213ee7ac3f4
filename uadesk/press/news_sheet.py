"""The news sheet: one page in large type, to read aloud when the outcome of a case came."""

from collections.abc import Iterator
from dataclasses import dataclass

from uadesk.base.language import _
from uadesk.domain.paper import SHEETS
from uadesk.domain.people import Paper
from uadesk.press.flow import Row, Section, one_page
from uadesk.press.fonts import Face
from uadesk.press.pressed import require_characters
from uadesk.press.setting import GREY, MM, Page, wrap
from uadesk.press.table_rows import (
    BOTTOM,
    MARGIN,
    TOP,
    SheetTooFullError,
    Size,
    heading,
    height,
    paragraph,
    plain,
    shortened,
)

SIZE = Size(14.0, 20.0, 8.0, 20.0)
"""Large enough to read standing, at arm's length."""

TITLE = 24.0


@dataclass(frozen=True, slots=True)
class NewsSheet:
    """The news of a case; `says` is a list of sentences, so that it may end after any of them."""

    name: str
    country: str
    headline: str
    says: tuple[str, ...]
    done: tuple[str, ...]
    """What the group did, a paragraph each."""
    thanks: str


def news_page(sheet: NewsSheet, paper: Paper) -> Page:
    """The page; what the outcome says is cut where it is too long. Raises SheetTooFullError, LackingCharacterError."""
    require_characters((sheet.name, sheet.country, sheet.headline, *sheet.says, *sheet.done, sheet.thanks))
    room = SHEETS[paper].height * MM - TOP - BOTTOM
    measure = SHEETS[paper].width * MM - 2 * MARGIN
    lines = int((room - height(list(_rows(sheet, "", measure)))) / SIZE.leading)
    if lines < 1:
        raise SheetTooFullError(sheet.name)
    return one_page([Section(list(_rows(sheet, shortened(sheet.says, SIZE, measure, lines), measure)))], TOP)


def _rows(sheet: NewsSheet, says: str, measure: float) -> Iterator[Row]:
    name = "  ·  ".join(part for part in (sheet.name, sheet.country) if part)
    yield from (plain(part, 14.0, face=Face.SANS, shade=GREY) for part in wrap(name, Face.SANS, 14.0, measure))
    for place, part in enumerate(wrap(sheet.headline, Face.SERIF, TITLE, measure)):
        yield plain(part, TITLE, above=0.0 if place else 8.0)
    yield heading(_("The news"), SIZE, measure)
    yield from paragraph(says, SIZE, measure)
    yield heading(_("What we did"), SIZE, measure)
    for place, done in enumerate((*sheet.done, sheet.thanks)):
        yield from paragraph(done, SIZE, measure, above=SIZE.gap if place else 0.0)
