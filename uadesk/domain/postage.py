"""Postage: into which zone a letter goes, what it weighs, and which dated rate that costs.

Grams and millimetres; money as Decimal in the currency of the table.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from uadesk.domain.paper import Envelope, Sheet

HOME, WORLD = "home", "world"
"""The zones that every post knows; any other is named by the codes of its countries ("US", "AT CH")."""

ENVELOPE_PARTS = 2.3
"""Paper in an envelope, in its fronts: front and back, and about 15 % each for flaps and seams. A #10 of 90 g/m²
comes to 5.2 g; with three sheets of 75 g/m² it stays well below an ounce, as the American post's users know it
(https://www.ask.com/science/many-sheets-paper-can-one-stamp-send-9ad027a44e43fb76)."""

SLACK = 2.0
"""Room that a folded sheet needs in its envelope, mm."""

MOST_MONEY = Decimal(10_000_000)
"""No stamp for a letter costs as much, in any currency."""


@dataclass(frozen=True, slots=True)
class Form:
    """How large a letter of a class may be, mm, the long edge first."""

    name: str
    length: float
    width: float
    source: str = ""

    def holds(self, envelope: Envelope) -> bool:
        return envelope.width <= self.length and envelope.height <= self.width


@dataclass(frozen=True, slots=True)
class RateClass:
    """What a price is for: a zone, a service of the post by its own name, and the most a letter may weigh, g."""

    zone: str
    service: str
    upto: float


@dataclass(frozen=True, slots=True)
class Rate:
    """One price, and the days on which it holds; a first day that nobody knows is None, a last one that is open too.

    `is_own` where the group entered it. Without a form, nothing is known of how large the letter may be.
    """

    of: RateClass
    price: Decimal
    held_from: date | None = None
    held_until: date | None = None
    form: Form | None = None
    source: str = ""
    verified: bool = False
    is_own: bool = False

    def holds_on(self, day: date) -> bool:
        return (self.held_from or date.min) <= day <= (self.held_until or date.max)

    def carries(self, weight: float, envelope: Envelope | None) -> bool:
        """Whether a letter this heavy, in this envelope, goes for the price; None asks for the weight alone."""
        fits = self.form is None or envelope is None or self.form.holds(envelope)
        return fits and weight <= self.of.upto


@dataclass(frozen=True, slots=True)
class Weights:
    """What paper weighs: letter and envelope in g/m², and what else goes into each letter, g.

    80 g/m² is the usual office paper; 90 the lightest that envelopes are made of in the United States government's
    standards (http://www.gpo.gov/customers/text/vol11/110.htm).
    """

    paper: float = 80.0
    envelope: float = 90.0
    more: float = 0.0


@dataclass(frozen=True, slots=True)
class PostageTable:
    """The rates of one country's post, of all days that are known, and what the group's paper weighs."""

    country: str
    currency: str
    operator: str = ""
    rates: tuple[Rate, ...] = ()
    weights: Weights = Weights()

    def with_own(self, own: "PostageTable") -> "PostageTable":
        """This table with the group's rates before it: they win from their first day on, and its weights hold.

        An own price for a class that the post names keeps the size that goes with it. Where the group's prices are
        in another currency, only they count: no sum mixes two.
        """
        forms = {rate.of: rate.form for rate in self.rates}
        rates = tuple(replace(rate, form=rate.form or forms.get(rate.of)) for rate in own.rates)
        if not rates or own.currency == self.currency:
            return replace(self, rates=(*rates, *self.rates), weights=own.weights)
        return replace(self, currency=own.currency, rates=rates, weights=own.weights)

    def held_on(self, day: date) -> tuple[Rate, ...]:
        """The one rate of each class that holds on this day, the latest.

        Where the group entered a price of its own, it is the only one for its zone and weight.
        """
        found: dict[RateClass, Rate] = {}
        for rate in sorted(self.rates, key=lambda each: (each.is_own, each.held_from or date.min)):
            if rate.holds_on(day):
                found[rate.of] = rate
        settled = {(of.zone, of.upto) for of, rate in found.items() if rate.is_own}
        kept = [rate for of, rate in found.items() if rate.is_own or (of.zone, of.upto) not in settled]
        return tuple(sorted(kept, key=lambda each: (each.of.upto, each.price)))

    def newer_than(self, own: Rate, day: date) -> Rate | None:
        """The cheapest price that came with the program later than one of the group's own, for the same letters."""
        newer = [
            rate
            for rate in self.rates
            if own.is_own and not rate.is_own and rate.holds_on(day)
            if (rate.of.zone, rate.of.upto) == (own.of.zone, own.of.upto)
            if (rate.held_from or date.min) > (own.held_from or date.min)
        ]
        return min(newer, key=lambda each: each.price, default=None)


def zone_of(home: str, destination: str, rates: Iterable[Rate]) -> str:
    """The zone of a country (ISO 3166 alpha-2): home, one that the rates name, else the rest of the world.

    >>> zone_of("CA", "US", [Rate(RateClass("US MX", "letter", 30), Decimal("1.75"))])
    'US MX'
    """
    if destination == home:
        return HOME
    return next((rate.of.zone for rate in rates if destination in rate.of.zone.split()), WORLD)


def letter_weight(sheets: int, sheet: Sheet, envelope: Envelope, weights: Weights = Weights()) -> float:
    """What a letter weighs in its envelope, g.

    >>> from uadesk.domain.paper import SHEETS, Paper
    >>> round(letter_weight(1, SHEETS[Paper.A4], Envelope("iso-dl", "DL", 220, 110, "", True)), 1)
    10.0
    """
    paper = sheets * sheet.width * sheet.height * weights.paper
    cover = ENVELOPE_PARTS * envelope.width * envelope.height * weights.envelope
    return (paper + cover) / 1e6 + weights.more


def rate_for(held: Iterable[Rate], zone: str, weight: float, envelope: Envelope | None) -> Rate | None:
    """The rate of the smallest class that carries a letter, the cheapest of it; None where none is known."""
    fitting = [rate for rate in held if rate.of.zone == zone and rate.carries(weight, envelope)]
    return min(fitting, key=lambda each: (each.of.upto, each.price), default=None)


@dataclass(frozen=True, slots=True)
class Oversize:
    """An envelope is too large for the cheap class: which that is, and the envelopes that would go for less."""

    zone: str
    envelope: Envelope
    usual: Rate
    now: Rate | None
    """What the letter costs as it is; None where no rate is known."""
    better: tuple[Envelope, ...] = ()


def oversize(
    held: Sequence[Rate], zone: str, weight: float, envelope: Envelope, others: Iterable[Envelope], sheet: Sheet
) -> Oversize | None:
    """What an envelope costs more than a smaller one that holds the sheet folded in three; None where nothing.

    `held` are the rates of one day.
    """
    usual, now = rate_for(held, zone, weight, None), rate_for(held, zone, weight, envelope)
    if usual is None or usual == now:
        return None
    better = [other for other in others if takes_folded(other, sheet) and usual.carries(weight, other)]
    return Oversize(zone, envelope, usual, now, tuple(sorted(better, key=lambda each: each.width * each.height)))


def takes_folded(envelope: Envelope, sheet: Sheet) -> bool:
    """Whether a sheet folded in three goes into the envelope."""
    return envelope.width >= sheet.width + SLACK and envelope.height >= sheet.height / 3 + SLACK


def parse_price(text: str) -> Decimal | None:
    """A price as people type it, with dot or comma and perhaps a currency's sign; None for what is none.

    Three digits behind the sign are a part of the unit only below one ("0.150"): "1.200" may be a thousand and more.

    >>> parse_price("$ 1,75"), parse_price("1200 Ft"), parse_price("1.200")
    (Decimal('1.75'), Decimal('1200'), None)
    """
    amount = r"\d{1,7}(?:[.,]\d{1,2})?|0[.,]\d{3}"
    found = re.fullmatch(rf"[^\d.,\-]{{0,5}}({amount})[^\d.,\-]{{0,5}}", text.strip(), re.ASCII)
    price = Decimal(found[1].replace(",", ".")) if found else None
    return price if price is not None and 0 < price < MOST_MONEY else None
