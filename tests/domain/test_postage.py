"""What a letter weighs, where it goes, and what that costs."""

from datetime import date
from decimal import Decimal

import pytest

from uadesk.domain.paper import SHEETS, Envelope
from uadesk.domain.people import Paper
from uadesk.domain.postage import (
    HOME,
    WORLD,
    Form,
    PostageTable,
    Rate,
    RateClass,
    Weights,
    letter_weight,
    oversize,
    parse_price,
    rate_for,
    takes_folded,
    zone_of,
)

DAY = date(2025, 6, 1)
SMALL, LARGE = Form("small", 235, 125), Form("large", 353, 250)
LIGHT, HEAVY = RateClass(HOME, "letter", 20), RateClass(HOME, "large letter", 500)
TEN = Envelope("us-10", "#10", 241.3, 104.775, "", verified=True)
DL = Envelope("iso-dl", "DL", 220, 110, "", verified=True)
C6 = Envelope("iso-c6", "C6", 162, 114, "", verified=True)


def rate(of: RateClass, price: str, since: date | None = None, **values: object) -> Rate:
    return Rate(of, Decimal(price), since, **values)  # type: ignore[arg-type]  # the caller names fields of a rate


CHEAP, DEAR = rate(LIGHT, "0.95", form=SMALL), rate(HEAVY, "1.80", form=LARGE)


@pytest.mark.parametrize(("country", "zone"), [("CA", HOME), ("US", "US MX"), ("MX", "US MX"), ("FR", WORLD)])
def test_a_country_is_at_home_in_a_named_zone_or_in_the_rest_of_the_world(country: str, zone: str) -> None:
    assert zone_of("CA", country, [CHEAP, rate(RateClass("US MX", "letter", 30), "1.75")]) == zone


def test_each_sheet_and_what_goes_with_it_adds_to_the_weight() -> None:
    a4 = SHEETS[Paper.A4]
    one, two = (letter_weight(sheets, a4, DL) for sheets in (1, 2))
    assert two - one == pytest.approx(4.99, abs=0.01)  # an A4 sheet of 80 g/m²
    assert letter_weight(1, a4, DL, Weights(more=5)) == pytest.approx(one + 5)
    assert letter_weight(1, a4, DL, Weights(paper=100)) > one


def test_the_smallest_class_that_carries_the_letter_is_taken() -> None:
    assert rate_for([DEAR, CHEAP], HOME, 19.9, DL) == CHEAP
    assert rate_for([DEAR, CHEAP], HOME, 20.1, DL) == DEAR
    assert rate_for([DEAR, CHEAP], HOME, 501, DL) is None
    assert rate_for([rate(LIGHT, "1.10"), CHEAP, rate(HEAVY, "0.50")], HOME, 10, DL) == CHEAP
    assert rate_for([DEAR, CHEAP], WORLD, 10, DL) is None


def test_an_envelope_too_large_for_the_cheap_class_costs_more() -> None:
    a4 = SHEETS[Paper.A4]
    found = oversize([CHEAP, DEAR], HOME, 10, TEN, (TEN, C6, DL), a4)
    assert found is not None
    assert (found.usual, found.now, found.better) == (CHEAP, DEAR, (DL,))
    assert oversize([CHEAP, DEAR], HOME, 10, DL, (TEN, DL), a4) is None
    assert oversize([], HOME, 10, TEN, (DL,), a4) is None
    alone = oversize([CHEAP], HOME, 10, TEN, (DL,), a4)
    assert alone is not None
    assert alone.now is None


def test_a_sheet_folded_in_three_needs_an_envelope_as_long_as_it_is_wide() -> None:
    assert takes_folded(DL, SHEETS[Paper.LETTER])
    assert takes_folded(TEN, SHEETS[Paper.A4])
    assert not takes_folded(C6, SHEETS[Paper.A4])


def test_the_rate_of_the_day_holds() -> None:
    old = rate(LIGHT, "0.85", held_until=date(2024, 12, 31))
    new = rate(LIGHT, "0.95", date(2025, 1, 1))
    later = rate(LIGHT, "1.05", date(2026, 1, 1))
    table = PostageTable("DE", "EUR", rates=(later, old, new))
    days = (date(2024, 12, 31), date(2025, 1, 1), date(2026, 1, 1))
    assert [table.held_on(day) for day in days] == [(old,), (new,), (later,)]


def test_a_price_of_the_group_s_own_wins_from_its_day_on_and_keeps_the_size() -> None:
    shipped = PostageTable("DE", "EUR", rates=(rate(LIGHT, "0.95", date(2025, 1, 1), form=SMALL), DEAR))
    own = PostageTable("DE", "EUR", rates=(rate(LIGHT, "1.00", DAY, is_own=True),), weights=Weights(paper=90))
    both = shipped.with_own(own)
    held = {each.of: each for each in both.held_on(DAY)}
    assert (held[LIGHT].price, held[LIGHT].form, held[HEAVY]) == (Decimal("1.00"), SMALL, DEAR)
    before = {each.of: each.price for each in both.held_on(date(2025, 5, 31))}
    assert before[LIGHT] == Decimal("0.95")
    assert both.weights.paper == 90


def test_a_price_of_the_group_s_own_is_the_only_one_for_its_zone_and_weight() -> None:
    single = rate(RateClass(HOME, "single stamp", 20), "1.10")
    own = PostageTable("DE", "EUR", rates=(rate(LIGHT, "1.20", DAY, is_own=True),))
    table = PostageTable("DE", "EUR", rates=(single, CHEAP, DEAR)).with_own(own)
    assert [each.price for each in table.held_on(DAY)] == [Decimal("1.20"), Decimal("1.80")]
    assert CHEAP in table.held_on(date(2025, 5, 31))


def test_two_currencies_are_never_summed() -> None:
    shipped = PostageTable("HR", "HRK", rates=(DEAR,))
    own = PostageTable("HR", "EUR", rates=(CHEAP,))
    assert shipped.with_own(own).currency == "EUR"
    assert [each.of for each in shipped.with_own(own).rates] == [LIGHT]
    assert shipped.with_own(PostageTable("HR", "EUR")).currency == "HRK"


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("1.75", "1.75"),
        (" 1,75 €", "1.75"),
        ("$3", "3"),
        ("CA$ 3.65", "3.65"),
        ("", None),
        ("0", None),
        ("-1", None),
        ("1.2.3", None),
        ("1,000.00", None),
        ("two", None),
        ("1200 Ft", "1200"),
        ("Rp 35000", "35000"),
        ("0,150", "0.15"),
        ("1.200", None),
        ("99999999", None),
    ],
)
def test_a_price_is_read_as_people_type_it(text: str, price: str | None) -> None:
    assert parse_price(text) == (None if price is None else Decimal(price))
