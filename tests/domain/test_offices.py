"""One office at two addresses, told from two offices and from one address printed in two ways."""

from dataclasses import replace

import pytest

from uadesk.domain.addresses import Addressee
from uadesk.domain.offices import differing, same_office, same_place

ANA = Addressee(
    ("Ana Peña", "Minister", "1 Road", "Lomé", "Togo"),
    name="Ana Peña",
    title="Minister",
    address_lines=("1 Road", "Lomé", "Togo"),
    country_code="TG",
)
MOVED = replace(ANA, address_lines=("2 Road", "Lomé", "Togo"))


@pytest.mark.parametrize(
    ("changes", "is_same"),
    [
        ({}, True),
        ({"name": "ANA PENA"}, True),
        ({"title": None}, True),
        ({"country_code": None}, True),
        ({"title": "Judge"}, False),
        ({"country_code": "CA"}, False),
        ({"name": "Ana"}, False),
    ],
)
def test_an_office_is_known_by_all_that_both_say(changes: dict[str, str | None], is_same: bool) -> None:
    assert same_office(ANA, replace(ANA, **changes)) is is_same  # type: ignore[arg-type]  # fields of an addressee


@pytest.mark.parametrize(
    ("lines", "is_same"),
    [
        (("1 Road, Lome", "Togo"), True),
        (("1 Road", "Lomé"), True),
        (("1 ROAD.", "LOMÉ", "TOGO"), True),
        (("2 Road", "Lomé", "Togo"), False),
        (("1 Road",), False),
    ],
)
def test_a_place_is_known_however_it_is_printed(lines: tuple[str, ...], is_same: bool) -> None:
    assert same_place(ANA, replace(ANA, address_lines=lines)) is is_same
    assert same_place(replace(ANA, address_lines=lines), ANA) is is_same


def test_the_newest_that_gives_an_address_counts() -> None:
    silent = replace(ANA, address_lines=())
    assert differing(MOVED, [("3/25", silent), ("2/25", ANA), ("1/25", MOVED)]) == ("2/25", ANA)
    assert differing(MOVED, [("2/25", MOVED), ("1/25", ANA)]) is None
    assert differing(silent, [("1/25", ANA)]) is None
