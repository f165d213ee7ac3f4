"""The last line of an address, as the post wants it."""

import pytest

from tests.press.pieces import EMBASSY, SECRETARY, SENDER
from uadesk.domain.addresses import Addressee
from uadesk.domain.people import Sender
from uadesk.press.destination import UnknownCountryError, destination, return_block


def to(*lines: str, code: str | None, home: str = "CA", language: str = "en") -> tuple[str, ...]:
    return destination(Addressee(lines, country_code=code), home, language)


def test_abroad_the_country_of_the_bulletin_stays_as_it_is_named_there() -> None:
    assert to(*SECRETARY, code="US") == SECRETARY


@pytest.mark.parametrize(
    ("printed", "code", "last"),
    [
        ("Belarus", "BY", "BELARUS"),
        ("U.S.A.", "US", "U.S.A."),
        ("Kenya.", "KE", "KENYA"),
        ("Côte d’Ivoire", "CI", "CÔTE D’IVOIRE"),
        ("Estados Unidos", "US", "UNITED STATES"),
    ],
)
def test_abroad_the_last_line_is_the_country_in_capitals(printed: str, code: str, last: str) -> None:
    assert to("Mr A. Example", "1 Main Street", printed, code=code) == ("Mr A. Example", "1 Main Street", last)


def test_a_country_that_the_bulletin_leaves_out_is_added() -> None:
    assert to("Mr A. Example", "Nairobi 00200", code="KE") == ("Mr A. Example", "Nairobi 00200", "KENYA")
    assert to("Mr A. Example", "Nairobi", code="DE", language="fr")[-1] == "ALLEMAGNE"


def test_a_country_behind_the_town_gets_its_own_line() -> None:
    assert to("Mr A. Example", "00200 Nairobi, Kenya", code="KE") == ("Mr A. Example", "00200 Nairobi", "KENYA")


def test_at_home_there_is_no_country_line_and_nothing_else_changes() -> None:
    assert to(*EMBASSY, code="CA") == EMBASSY
    assert to(*EMBASSY, "Canada", code="CA") == EMBASSY
    assert to(*SECRETARY, code="US", home="US") == SECRETARY[:-1]


def test_a_country_in_the_name_of_an_office_is_left_alone() -> None:
    lines = ("Embassy of the United States of America", "490 Sussex Drive", "Ottawa, ON K1N 1G8")
    assert to(*lines, code="CA", home="US") == (*lines, "CANADA")


def test_an_address_whose_country_nobody_knows_is_refused() -> None:
    with pytest.raises(UnknownCountryError) as caught:
        to("Mr A. Example", "Somewhere", code=None)
    assert caught.value.lines == ("Mr A. Example", "Somewhere")


def test_the_writers_country_is_added_only_where_the_letter_goes_abroad() -> None:
    assert return_block(SENDER, SECRETARY, "en") == (*SENDER.block, "CANADA")
    assert return_block(SENDER, EMBASSY, "en") == SENDER.block
    assert return_block(Sender("Jo", ("Guelph", "Canada"), "CA"), SECRETARY, "en") == ("Jo", "Guelph", "CANADA")
    assert return_block(Sender("Jo", (), "CA"), SECRETARY, "en") == ()
