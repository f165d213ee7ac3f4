"""Stamps: how many of which kind the letters need, and what a span of days cost."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from uadesk.base.errors import UADeskError
from uadesk.base.jobs import Job, Progress
from uadesk.desk.composing import Composer, addressee_of, edit_of
from uadesk.desk.desk import Desk
from uadesk.desk.groups import group
from uadesk.desk.printing import UnknownStationeryError
from uadesk.desk.rates import postage_table
from uadesk.domain.letters import WAITING
from uadesk.domain.paper import SHEETS, Envelope, Sheet
from uadesk.domain.people import Paper
from uadesk.domain.pieces import Piece
from uadesk.domain.postage import HOME, WORLD, Oversize, PostageTable, Rate, letter_weight, oversize, rate_for, zone_of
from uadesk.reference.countries import load_countries
from uadesk.reference.stationery import load_envelopes

if TYPE_CHECKING:
    from uadesk.store.letters import LetterRecord

AT_ONCE = 200
"""Letters read in one go."""


@dataclass(frozen=True, slots=True)
class StampRow:
    """So many letters into one zone that need the same stamp; `grams` is the heaviest. No rate: none is known."""

    zone: str
    rate: Rate | None
    count: int
    grams: int

    @property
    def together(self) -> Decimal | None:
        return None if self.rate is None else self.rate.price * self.count


@dataclass(frozen=True, slots=True)
class StampList:
    """The stamps for some letters as the rates are on one day, in the group's envelope.

    `unplaced` are letters (codes) of which nobody knows the country; `newer` are prices that came with the program
    later than the group's own, which counts all the same.
    """

    day: date
    country: str
    currency: str
    envelope: Envelope
    rows: tuple[StampRow, ...]
    unplaced: tuple[str, ...] = ()
    oversizes: tuple[Oversize, ...] = ()
    newer: tuple[Rate, ...] = ()

    @property
    def count(self) -> int:
        """How many letters have a known stamp."""
        return sum(row.count for row in self.rows if row.rate is not None)

    @property
    def total(self) -> Decimal:
        """What the known stamps cost together."""
        return sum((row.together for row in self.rows if row.together is not None), Decimal(0))


@dataclass(frozen=True, slots=True)
class Postage:
    """What posted letters cost, in the currency of the group's country; `unrated` is of how many nobody knows."""

    currency: str
    total: Decimal
    pieces: int
    unrated: int


@dataclass(frozen=True, slots=True)
class _Stamped:
    """What the post asks about a letter; no country where nobody knows it."""

    ident: int
    code: str
    country: str | None
    sheets: int


class _Post:
    """The post as the group meets it: its rates, its paper and its envelope."""

    def __init__(self, desk: Desk) -> None:
        known, envelopes = group(desk), load_envelopes()
        if known.usual_envelope not in envelopes:
            raise UnknownStationeryError(known.usual_envelope, tuple(envelopes))
        self.table: PostageTable = postage_table(desk)
        self.paper: Paper = known.usual_paper
        self.envelope: Envelope = envelopes[known.usual_envelope]
        self._envelopes: Sequence[Envelope] = tuple(envelopes.values())

    def weight(self, sheets: int) -> float:
        """What a letter of so many sheets weighs, g."""
        return letter_weight(sheets, self.sheet, self.envelope, self.table.weights)

    @property
    def sheet(self) -> Sheet:
        return SHEETS[self.paper]

    def zone(self, country: str) -> str:
        return zone_of(self.table.country, country, self.table.rates)

    def rate(self, held: Sequence[Rate], zone: str, sheets: int) -> Rate | None:
        """What a letter of so many sheets costs, by the rates of one day."""
        return rate_for(held, zone, self.weight(sheets), self.envelope)

    def oversize(self, held: Sequence[Rate], zone: str, sheets: int) -> Oversize | None:
        """What the envelope costs more than a smaller one."""
        return oversize(held, zone, self.weight(sheets), self.envelope, self._envelopes, self.sheet)


def stamp_list(desk: Desk, idents: Iterable[int], *, day: date | None = None) -> Job[StampList]:
    """The stamps for those of the letters that will go into the box, by the rates of a day, else of today.

    Raises NoHomeCountryError, UnknownStationeryError, WrongPostageError.
    """
    post, day = _Post(desk), day or desk.today
    letters = yield from _stamped(desk, list(idents), post.paper, waiting=True)
    held = post.table.held_on(day)
    counts = Counter((post.zone(letter.country), letter.sheets) for letter in letters if letter.country is not None)
    rows = _rows(post, held, counts)
    oversizes = {zone: post.oversize(held, zone, sheets) for zone, sheets in sorted(counts, reverse=True)}
    newer = [post.table.newer_than(row.rate, day) for row in rows if row.rate is not None]
    return StampList(
        day=day,
        country=post.table.country,
        currency=post.table.currency,
        envelope=post.envelope,
        rows=rows,
        unplaced=tuple(letter.code for letter in letters if letter.country is None),
        oversizes=tuple(each for each in oversizes.values() if each is not None),
        newer=tuple(each for each in newer if each is not None),
    )


def postage_of(
    desk: Desk, first: date | None = None, last: date | None = None, evening: date | None = None
) -> Job[Postage]:
    """What the letters cost that were posted between these days, both included, each by the rate of its day.

    With an `evening` those that were written at it. They count as in the group's present paper and envelope. Raises
    what `stamp_list` does.
    """
    from uadesk.store.queries.postage import posted_letters

    post = _Post(desk)
    with desk.store.reading() as session:
        days = posted_letters(session, first, last, evening)
    letters = yield from _stamped(desk, list(days), post.paper, waiting=False)
    held = {day: post.table.held_on(day) for day in set(days.values())}
    rates = [
        post.rate(held[days[letter.ident]], post.zone(letter.country), letter.sheets)
        for letter in letters
        if letter.country is not None
    ]
    prices = [rate.price for rate in rates if rate is not None]
    return Postage(post.table.currency, sum(prices, Decimal(0)), len(letters), len(letters) - len(prices))


def _rows(post: _Post, held: Sequence[Rate], counts: Counter[tuple[str, int]]) -> tuple[StampRow, ...]:
    """A row for each stamp: home first, the rest of the world last, light letters before heavy ones."""
    rows: dict[tuple[str, Rate | None], StampRow] = {}
    for (zone, sheets), count in sorted(counts.items(), key=lambda each: each[0][1]):
        rate = post.rate(held, zone, sheets)
        before = rows[zone, rate].count if (zone, rate) in rows else 0
        rows[zone, rate] = StampRow(zone, rate, before + count, round(post.weight(sheets)))
    return tuple(sorted(rows.values(), key=lambda row: (row.zone != HOME, row.zone == WORLD, row.zone, row.grams)))


def _stamped(desk: Desk, idents: Sequence[int], paper: Paper, *, waiting: bool) -> Job[list[_Stamped]]:
    """What the post asks about each letter that has an envelope; its pages are laid out to be counted."""
    done: list[_Stamped] = []
    for first in range(0, len(idents), AT_ONCE):
        yield Progress(first, len(idents))
        for ident, code, country, piece in _pieces(desk, idents[first : first + AT_ONCE], waiting=waiting):
            yield Progress(len(done), len(idents), code)
            done.append(_Stamped(ident, code, country, _sheets(piece, paper)))
    yield Progress(len(idents), len(idents))
    return done


def _pieces(desk: Desk, idents: Sequence[int], *, waiting: bool) -> list[tuple[int, str, str | None, Piece | None]]:
    """Id, code, country and piece of the letters that have an envelope; no piece for one that cannot be composed."""
    from uadesk.store.queries.printing import letters_to_compose

    known = group(desk)
    composer = Composer(known, desk.today)

    def found() -> Iterator[tuple[int, str, str | None, Piece | None]]:
        for letter in letters_to_compose(session, sorted(idents)):
            pulled = letter.status not in WAITING or letter.case.closed_on is not None
            if letter.channel.needs_envelope and not (waiting and pulled):
                yield letter.id, letter.code, _country(letter, known.country), _piece(letter, composer)

    with desk.store.reading() as session:
        return list(found())


def _country(letter: "LetterRecord", home: str) -> str | None:
    """Where a letter goes; once printed, what its last line says: a block without a country stays at home."""
    if letter.frozen is not None:
        lines = letter.frozen["recipient"]
        return (load_countries().code_of(lines[-1]) if lines else None) or home
    return addressee_of(letter, edit_of(letter)).country_code


def _piece(letter: "LetterRecord", composer: Composer) -> Piece | None:
    try:
        return composer.piece(letter)
    except UADeskError:
        return None  # printing says why; it will need a stamp all the same


def _sheets(piece: Piece | None, paper: Paper) -> int:
    """How many sheets a letter takes: one where it is written by hand, or cannot be laid out yet."""
    from uadesk.press.letters import letter_pages, page_fill

    if piece is None or piece.text is None:
        return 1
    try:
        return 1 if page_fill(piece, paper) <= 1 else len(letter_pages(piece, paper))
    except UADeskError:
        return 1
