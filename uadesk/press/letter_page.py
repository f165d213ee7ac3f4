"""How a letter is laid out: sections of rows, set as large as one sheet allows, else flowing on to the next.

Points throughout. A section that many letters share is laid out once; rows are the places where a page may end.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from uadesk.domain.paper import SHEETS
from uadesk.domain.people import Paper
from uadesk.domain.pieces import LetterText
from uadesk.press.flow import Row, Section, flow, one_page
from uadesk.press.fonts import Face, settled
from uadesk.press.setting import GREY, MM, Line, Page, Part, Placed, Rule, wrap, wrap_address

LEFT, TOP, BOTTOM = 30 * MM, 20 * MM, 21 * MM
MEASURE = 152 * MM
"""About seventy signs of the largest size."""

BLOCK = 100 * MM
"""The widest line of an address before it is broken."""

CORNER = (11 * MM, 9 * MM)
"""Where the code stands: from the left and from the bottom edge."""

CODE_SIZE = 7.5
BULLET = "•"


@dataclass(frozen=True, slots=True)
class Style:
    """How large a letter is set: size and leading, and the room between paragraphs, before a new matter, to sign."""

    size: float
    leading: float
    gap: float
    break_: float
    sign: float

    @property
    def small(self) -> float:
        return self.size - 1.5


STYLES = (
    Style(11.5, 16.0, 9.0, 20.0, 46.0),
    Style(11.5, 15.4, 7.5, 16.0, 42.0),
    Style(11.0, 14.8, 7.0, 14.0, 40.0),
    Style(10.5, 14.0, 6.0, 12.0, 38.0),
    Style(10.0, 13.2, 5.5, 10.0, 36.0),
    Style(10.0, 12.6, 4.0, 7.0, 32.0),
)
"""From comfortable to tight; the first that brings a letter on one sheet is taken."""

FLOWING = STYLES[2]
"""For a letter that no style brings on one sheet."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What one letter says, apart into what changes from letter to letter and what many share."""

    sender: tuple[str, ...]
    date: str
    recipient: tuple[str, ...]
    text: LetterText
    name: str
    code: str


def lay_out(matter: Matter, paper: Paper, *, fold_marks: bool = False) -> tuple[Page, ...]:
    """The pages of a letter: one wherever the smallest style allows it."""
    room = _room(paper)
    for style in STYLES:
        sections = _sections(matter, style)
        if _height(sections) <= room:
            pages: list[Page] = [one_page(sections, TOP)]
            break
    else:
        pages = flow(_sections(matter, FLOWING), TOP, room)
    return tuple(
        (*page, *_furniture(matter.code, paper, place, len(pages), fold_marks=fold_marks))
        for place, page in enumerate(pages, 1)
    )


def tightest(matter: Matter, paper: Paper) -> float:
    """The part of one sheet's room that a letter takes in the smallest style."""
    return _height(_sections(matter, STYLES[-1])) / _room(paper)


def _room(paper: Paper) -> float:
    return SHEETS[paper].height * MM - TOP - BOTTOM


def _height(sections: Sequence[Section]) -> float:
    """What sections come to on one page: there is no room above the first."""
    return sum(section.above + section.height for section in sections) - sections[0].above


def _sections(matter: Matter, style: Style) -> tuple[Section, ...]:
    text = matter.text
    cited = text.copy_of
    return tuple(
        section
        for section in (
            _address(matter.sender, style, small=True),
            _head(matter.date, matter.recipient, cited, text.subject, text.salutation, style),
            _paragraphs(text.own_words, style),
            _argument(text.case, text.lead, text.demands, (*text.body, text.reply), style),
            _close(text.close, matter.name, style),
            _copies(text.cc, style),
        )
        if section.rows
    )


@lru_cache(maxsize=512)
def _address(lines: tuple[str, ...], style: Style, *, small: bool) -> Section:
    size = style.small if small else style.size
    leading = size * 1.34
    rows = [
        Row((_line(part, size, leading, x=LEFT + indent),), leading, keep=True)
        for line in lines
        for indent, part in _hanging(line, size)
    ]
    return Section(rows)


def _hanging(line: str, size: float) -> list[tuple[float, str]]:
    """A line of an address; what is too wide goes on below, drawn in."""
    parts = wrap_address(line, Face.SERIF, size, BLOCK)
    return [(0.0 if place == 0 else size, part) for place, part in enumerate(parts)]


@lru_cache(maxsize=512)
def _head(
    date: str, recipient: tuple[str, ...], cited: tuple[str, ...], subject: str, salutation: str, style: Style
) -> Section:
    rows = [Row((_line(date, style.size, style.leading),), style.leading, style.break_, keep=True)]
    rows += _first_above(_address(recipient, style, small=False).rows, style.break_)
    rows += _citation(cited, style)
    rows += _kept(subject, Face.ITALIC, style, style.break_)
    rows += _kept(salutation, Face.SERIF, style, style.gap + (0 if subject else style.break_))
    return Section(rows)


def _citation(cited: tuple[str, ...], style: Style) -> list[Row]:
    """On a copy: the line that says so, and below it whom the letter itself went to."""
    if not cited:
        return []
    size, leading = style.small, style.small * 1.3
    rows = [Row((_line(cited[0], size, leading, face=Face.ITALIC),), leading, style.break_, keep=True)]
    for line in cited[1:]:
        parts = wrap(line, Face.SERIF, size, MEASURE - 6 * MM)
        rows += [Row((_line(part, size, leading, x=LEFT + 6 * MM),), leading, keep=True) for part in parts]
    return rows


def _kept(text: str, face: Face, style: Style, above: float) -> list[Row]:
    lines = wrap(text, face, style.size, MEASURE)
    rows = [Row((_line(line, style.size, style.leading, face=face),), style.leading, keep=True) for line in lines]
    return _first_above(rows, above)


@lru_cache(maxsize=2048)
def _paragraphs(paragraphs: tuple[str, ...], style: Style) -> Section:
    return Section([row for text in paragraphs for row in _paragraph(text, style)])


def _paragraph(text: str, style: Style) -> list[Row]:
    return _set(wrap(text, Face.SERIF, style.size, MEASURE), style, style.gap)


@lru_cache(maxsize=512)
def _argument(case: str, lead: str, demands: tuple[str, ...], after: tuple[str, ...], style: Style) -> Section:
    rows = _paragraph(case, style)
    if lead:
        rows += [replace(row, keep=True) for row in _paragraph(lead, style)]
    for demand in demands:  # without a lead they are sentences that stand by themselves
        rows += _demand(demand, style, style.gap * 0.75) if lead else _paragraph(demand, style)
    for text in after:
        rows += _paragraph(text, style)
    return Section(rows)


def _demand(text: str, style: Style, above: float) -> list[Row]:
    indent = style.size * 1.5
    rows = _set(wrap(text, Face.SERIF, style.size, MEASURE - indent), style, above, x=LEFT + indent)
    if rows:
        bullet = _line(BULLET, style.size, style.leading, x=LEFT + style.size * 0.35)
        rows[0] = replace(rows[0], marks=(bullet, *rows[0].marks))
    return rows


@lru_cache(maxsize=2048)
def _close(close: str, name: str, style: Style) -> Section:
    """The close, room to sign, the name: never parted, and never alone on a page."""
    rows = [Row((_line(close, style.size, style.leading),), style.leading, style.gap + style.leading * 0.4, keep=True)]
    names = wrap(name, Face.SERIF, style.size, MEASURE)
    rows += _first_above([Row((_line(part, style.size, style.leading),), style.leading) for part in names], style.sign)
    return Section(rows, pulls=True)


@lru_cache(maxsize=512)
def _copies(entries: tuple[str, ...], style: Style) -> Section:
    size, leading, indent = style.small, style.small * 1.3, style.small * 2.0
    rows: list[Row] = []
    for place, entry in enumerate(entries):
        for number, part in enumerate(wrap(entry, Face.SERIF, size, MEASURE - indent)):
            marks = [_line(part, size, leading, x=LEFT + indent)]
            if place == number == 0:
                marks.insert(0, _line("cc", size, leading, face=Face.ITALIC))
            rows.append(Row(tuple(marks), leading))
    return Section(_first_above(rows, style.break_), pulls=True)


def _set(lines: Sequence[str], style: Style, above: float, x: float = LEFT) -> list[Row]:
    """The rows of a paragraph; its first two and its last two stay together."""
    last = len(lines) - 1
    rows = [
        Row((_line(line, style.size, style.leading, x=x),), style.leading, keep=place == 0 < last or place == last - 1)
        for place, line in enumerate(lines)
    ]
    return _first_above(rows, above)


def _first_above(rows: Iterable[Row], above: float) -> list[Row]:
    changed = list(rows)
    if changed:
        changed[0] = replace(changed[0], above=above)
    return changed


def _line(text: str, size: float, leading: float, *, x: float = LEFT, face: Face = Face.SERIF) -> Line:
    """A line whose baseline leaves a little more room above than below."""
    return Line(round(x, 2), round(leading / 2 + size * 0.34, 2), settled(text), face, size)


def _furniture(code: str, paper: Paper, place: int, pages: int, *, fold_marks: bool) -> tuple[Placed, ...]:
    """What stands at the edges: the code, the number of the page where there are several, marks to fold at."""
    sheet = SHEETS[paper]
    foot = sheet.height * MM - CORNER[1]
    shown = f"{code}  {place}/{pages}" if pages > 1 else code
    own = Placed(Part((Line(CORNER[0], foot, shown, Face.SANS, CODE_SIZE, GREY),)), 0.0)
    if not fold_marks:
        return (own,)
    marks = tuple(Rule(4 * MM, fold * MM, 8 * MM, fold * MM, 0.3, GREY) for fold in sheet.folds)
    return own, Placed(Part(marks), 0.0)
