"""The rates that came with the program, a group's own, and files that somebody spoiled."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from uadesk.base.folders import data
from uadesk.domain.paper import Envelope
from uadesk.domain.postage import HOME, WORLD, PostageTable, Rate, RateClass, Weights, rate_for
from uadesk.reference.postage import (
    WrongPostageError,
    all_rates,
    as_toml,
    load_postage,
    own_postage,
    read_postage,
)
from uadesk.reference.stationery import load_envelopes

DAY = date(2025, 8, 1)
C5 = Envelope("iso-c5", "C5", 229, 162, "", verified=True)
GOOD = """country = "CA"
currency = "CAD"
[form.standard]
length = 245
width = 156
source = "a page"
[[rate]]
zone = "home"
service = "letter"
upto = 30
price = "1.24"
form = "standard"
held_from = 2025-01-13
held_until = 2025-12-31
source = "a page"
verified = true
"""


def shipped() -> list[PostageTable]:
    tables = [load_postage(path.stem.upper()) for path in sorted(data("postage").glob("*.toml"))]
    return [table for table in tables if table is not None]


def test_every_shipped_rate_has_a_source_and_a_size_and_home_and_world_are_known() -> None:
    assert {table.country: table.currency for table in shipped()} == {
        "CA": "CAD",
        "DE": "EUR",
        "GB": "GBP",
        "US": "USD",
    }
    for table in shipped():
        assert {HOME, WORLD} <= {rate.of.zone for rate in table.held_on(DAY)}
        assert all(rate.source and rate.form is not None and not rate.is_own for rate in table.rates)
        assert all(rate.verified is False for rate in table.rates if rate.source == "none found")


@pytest.mark.parametrize(
    ("country", "zone", "grams", "day", "price"),
    [
        ("CA", HOME, 10, date(2025, 1, 12), "0.99"),
        ("CA", HOME, 10, DAY, "1.24"),
        ("CA", "US", 31, DAY, "2.61"),
        ("CA", WORLD, 10, DAY, "3.65"),
        ("US", HOME, 29, DAY, "1.07"),
        ("US", WORLD, 10, DAY, "1.70"),
        ("GB", WORLD, 10, DAY, "3.20"),
        ("DE", HOME, 21, DAY, "1.10"),
    ],
)
def test_a_letter_s_price_is_that_of_its_day(country: str, zone: str, grams: float, day: date, price: str) -> None:
    table = load_postage(country)
    assert table is not None
    found = rate_for(table.held_on(day), zone, grams, load_envelopes()["iso-dl"])
    assert found is not None
    assert found.price == Decimal(price)


@pytest.mark.parametrize(
    ("country", "envelope"),
    [("DE", load_envelopes()["us-10"]), ("GB", load_envelopes()["us-10"]), ("CA", C5), ("US", C5)],
)
def test_envelopes_over_the_cheap_class_s_size_are_known(country: str, envelope: Envelope) -> None:
    table = load_postage(country)
    assert table is not None
    held = table.held_on(DAY)
    usual = rate_for(held, HOME, 10, None)
    assert usual is not None
    assert rate_for(held, HOME, 10, envelope) != usual
    assert rate_for(held, HOME, 10, load_envelopes()["iso-dl"]) == usual


def test_a_country_without_a_file_has_no_rates(tmp_path: Path) -> None:
    assert load_postage("FR") is None
    assert all_rates("FR", tmp_path).rates == ()


def test_a_group_s_own_rates_come_back_from_their_file_and_win(tmp_path: Path) -> None:
    of = RateClass(HOME, "stamp from a booklet or coil", 30)
    entered = Rate(of, Decimal("1.30"), DAY, source='the "post" 🖋 é\\ \t\x7f', verified=True, is_own=True)
    own = PostageTable("CA", "CAD", rates=(entered,), weights=Weights(paper=90, more=2.5))
    (tmp_path / "ca.toml").write_text(as_toml(own), encoding="utf-8")
    assert own_postage("CA", tmp_path) == own
    found = rate_for(all_rates("CA", tmp_path).held_on(DAY), HOME, 10, C5)
    assert found is None, "an own price keeps the size of its class"
    cheapest = rate_for(all_rates("CA", tmp_path).held_on(DAY), HOME, 10, load_envelopes()["us-10"])
    assert cheapest is not None
    assert (cheapest.price, cheapest.is_own) == (Decimal("1.30"), True)


def test_a_size_and_a_last_day_that_a_person_wrote_into_the_file_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "ca.toml"
    path.write_text(GOOD, encoding="utf-8")
    own = own_postage("CA", tmp_path)
    assert own is not None
    [rate] = own.rates
    assert rate.form is not None
    assert (rate.form.length, rate.held_until) == (245, date(2025, 12, 31))
    path.write_text(as_toml(own), encoding="utf-8")
    assert own_postage("CA", tmp_path) == own


@pytest.mark.parametrize(
    ("spoil", "row", "field"),
    [
        (('zone = "home"', 'zone = "Europe"'), 1, "zone"),
        (('service = "letter"', 'service = " "'), 1, "service"),
        (("upto = 30", 'upto = "30"'), 1, "upto"),
        (("upto = 30", "upto = 0"), 1, "upto"),
        (('price = "1.24"', "price = 1.24"), 1, "price"),
        (('price = "1.24"', 'price = "-1"'), 1, "price"),
        (('form = "standard"', 'form = "small"'), 1, "form"),
        (("held_from = 2025-01-13", 'held_from = "January"'), 1, "held_from"),
        (("held_until = 2025-12-31", "held_until = 2024-12-31"), 1, "held_until"),
        (('currency = "CAD"\n', ""), 0, "currency"),
        (("width = 156", "width = 256"), 0, "width"),
        (('country = "CA"', 'country = "CA"\nweights = {paper = 4000}'), 0, "paper"),
    ],
)
def test_a_wrong_entry_is_named_by_file_row_and_field(
    tmp_path: Path, spoil: tuple[str, str], row: int, field: str
) -> None:
    path = tmp_path / "ca.toml"
    assert spoil[0] in GOOD
    path.write_text(GOOD.replace(*spoil))
    with pytest.raises(WrongPostageError) as caught:
        read_postage(path)
    assert (caught.value.path, caught.value.row, caught.value.field) == (path, row, field)


@pytest.mark.parametrize("content", [b"[[rate", b"\xff\xfe"])
def test_a_file_that_is_no_toml_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "ca.toml"
    path.write_bytes(content)
    with pytest.raises(WrongPostageError) as caught:
        all_rates("CA", tmp_path)
    assert (caught.value.path, caught.value.field) == (path, "")
