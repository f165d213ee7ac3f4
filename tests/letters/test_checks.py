"""What keeps a letter from being printed."""

from dataclasses import replace

import pytest

from tests.press.pieces import EMBASSY, SECRETARY, TEXT, piece
from uadesk.base.errors import UADeskError
from uadesk.domain.letters import Channel
from uadesk.domain.people import Sender
from uadesk.letters.checks import NoPostalAddressError, UnfilledFieldError, refusals


def parts(errors: tuple[UADeskError, ...]) -> list[tuple[str, str]]:
    return [(error.part, error.blank) for error in errors if isinstance(error, UnfilledFieldError)]


@pytest.mark.parametrize(
    "whole",
    [
        piece(),
        piece(recipient=EMBASSY),
        piece(text=None),
        piece(text=replace(TEXT, case="He said [sic] he was 17 (born 2008) ... and left.")),
    ],
)
def test_a_whole_letter_may_be_printed(whole: object) -> None:
    assert refusals(whole) == ()  # type: ignore[arg-type]  # pieces, by parametrize


@pytest.mark.parametrize(
    "blank", ["[NAME]", "[your name]", "[insert date]", "____", "{{ name }}", "......", "[JOB TITLE]"]
)
@pytest.mark.parametrize("part", ["salutation", "case", "lead", "subject"])
def test_a_blank_that_nobody_filled_in_is_named(part: str, blank: str) -> None:
    text = replace(TEXT, **{part: f"Dear {blank},"})  # type: ignore[arg-type]  # each part is one text
    found = parts(refusals(piece(text=text)))
    assert found
    assert {name for name, _blank in found} == {part}


def test_blanks_are_found_in_lists_and_in_addresses() -> None:
    assert parts(refusals(piece(text=replace(TEXT, demands=("free [NAME]",))))) == [("demands", "[NAME]")]
    assert parts(refusals(piece(text=replace(TEXT, own_words=("I am ____",))))) == [("own_words", "____")]
    assert parts(refusals(piece(sender=Sender("Jo", ("[Address]",))))) == [("sender", "[Address]")]


def test_parts_that_a_letter_needs_are_missed() -> None:
    assert parts(refusals(piece(text=replace(TEXT, salutation="")))) == [("salutation", "")]
    assert parts(refusals(piece(sender=Sender(" ")))) == [("sender", "")]
    empty = replace(TEXT, case="", lead="", demands=())
    assert parts(refusals(piece(text=empty))) == [("body", "")]


@pytest.mark.parametrize("lines", [(), ("Mr A. Example",), ("Mr A. Example", "KENYA"), ("Mr A. Example", " ")])
def test_an_address_that_leads_nowhere_is_refused(lines: tuple[str, ...]) -> None:
    [error] = refusals(piece(recipient=lines))
    assert isinstance(error, NoPostalAddressError)
    assert error.lines == tuple(line for line in lines if line.strip())


def test_what_is_known_of_the_addressee_counts() -> None:
    [error] = refusals(piece(recipient=SECRETARY[:2]), has_postal_lines=False)
    assert isinstance(error, NoPostalAddressError)


@pytest.mark.parametrize("channel", [Channel.EMAIL, Channel.FAX])
def test_what_goes_by_email_or_fax_needs_no_postal_address(channel: Channel) -> None:
    wired = replace(piece(recipient=("Mr A. Example",)), channel=channel)
    assert refusals(wired, has_postal_lines=False) == ()
    blank = replace(wired, text=replace(TEXT, salutation="Dear [NAME],"))
    assert parts(refusals(blank)) == [("salutation", "[NAME]")]
