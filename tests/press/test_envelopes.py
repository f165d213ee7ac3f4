"""Envelopes, judged by what stands where, in millimetres."""

import io
from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.press.paper import Sheet, open_sheets
from tests.press.pieces import EMBASSY, SECRETARY, SENDER, piece
from uadesk.base.jobs import finish
from uadesk.domain.letters import PieceKind
from uadesk.domain.people import Sender
from uadesk.domain.pieces import Piece
from uadesk.press.envelopes import AddressTooLongError, envelopes_pdf
from uadesk.press.pressed import Pressed
from uadesk.reference.stationery import load_envelopes

ALL = sorted(load_envelopes())
LONG = (
    "His Excellency Dr Abd al-Rahman ibn Muhammad Example, Honourable Minister for Home Affairs and Local Government",
    "Ministry of Home Affairs",
    "Building No. 8, Room 408, Secretariat Road, Government Quarter North, Entrance by the Garden Gate of the Old Mint",
    "Quarter of the Coppersmiths",
    "Dhaka 1000",
    "BANGLADESH",
)


def press(pieces: Sequence[Piece], ident: str = "us-10") -> tuple[Pressed, list[Sheet]]:
    out = io.BytesIO()
    pressed = finish(envelopes_pdf(pieces, load_envelopes()[ident], out))
    return pressed, open_sheets(out.getvalue()) if out.getvalue() else []


@pytest.mark.parametrize(("ident", "size"), [("us-10", (241.3, 104.775)), ("iso-dl", (220, 110))])
def test_a_page_is_as_large_as_the_envelope(ident: str, size: tuple[float, float]) -> None:
    _pressed, [sheet] = press([piece()], ident)
    assert (sheet.width, sheet.height) == pytest.approx(size, abs=0.02)


@pytest.mark.parametrize("ident", ALL)
@pytest.mark.parametrize("lines", [SECRETARY, EMBASSY, LONG], ids=["secretary", "embassy", "long"])
def test_the_destination_stands_where_the_post_reads_it(ident: str, lines: tuple[str, ...]) -> None:
    _pressed, [sheet] = press([piece(recipient=lines)], ident)
    middle = sheet.find(lines[0].split()[0] + " " + lines[0].split()[1]).left
    words = [word for word in sheet.words if word.left >= middle - 0.5]
    assert min(word.top for word in words) > sheet.height - 69.85
    assert max(word.bottom for word in words) < sheet.height - 15.875
    assert max(word.right for word in words) < sheet.width - 12.7


@pytest.mark.parametrize("ident", ALL)
def test_every_line_starts_at_one_margin_and_the_country_is_the_last(ident: str) -> None:
    _pressed, [sheet] = press([piece()], ident)
    places = [sheet.find(line) for line in SECRETARY]
    assert max(place.left for place in places) - min(place.left for place in places) < 0.6
    assert [place.bottom for place in places] == sorted(place.bottom for place in places)
    lowest = max((word for word in sheet.words if word.left > 60), key=lambda each: each.bottom)
    assert lowest.text == "USA"


def test_the_return_address_stands_small_in_the_top_left_corner() -> None:
    _pressed, [sheet] = press([piece()])
    name, country, own = sheet.find("Łukasz"), sheet.find("CANADA"), sheet.find("Secretary")
    assert name.left == pytest.approx(10, abs=0.6)
    assert 9 < name.top < 14
    assert country.bottom < 30
    assert name.bottom - name.top < own.bottom - own.top


def test_a_letter_within_the_country_names_no_country() -> None:
    _pressed, [sheet] = press([piece(recipient=EMBASSY)])
    assert "CANADA" not in sheet.text
    assert sheet.text.count("USA") == 0


def test_a_writer_who_wants_no_return_address_has_none() -> None:
    _pressed, [sheet] = press([piece(sender=Sender("Jo Example", (), "CA"))])
    assert "Jo" not in sheet.text
    assert "CANADA" not in sheet.text


@pytest.mark.parametrize("ident", ALL)
def test_the_code_stands_where_the_post_does_not_read(ident: str) -> None:
    _pressed, [sheet] = press([piece("Q9")], ident)
    code = sheet.find("Q9")
    assert code.left < 12.7
    assert code.top > sheet.height - 15.875
    assert code.right < sheet.width - 120.65


@pytest.mark.parametrize("ident", ALL)
def test_a_long_address_is_set_smaller_and_broken_and_loses_nothing(ident: str) -> None:
    _pressed, [sheet] = press([piece(recipient=LONG)], ident)
    printed = " ".join(sheet.text.split())
    for line in LONG:
        assert line in printed
    assert sheet.find("Ministry").bottom - sheet.find("Ministry").top > 10 * 0.7 * 25.4 / 72 * 0.95


def test_a_word_wider_than_the_envelope_is_broken() -> None:
    _pressed, [sheet] = press([piece(recipient=("Ombuds" + "w" * 120, "1 Street", "KENYA"))])
    assert ("Ombuds" + "w" * 120) in "".join(word.text for word in sheet.words)


def test_an_address_with_too_many_lines_is_refused_and_the_others_go_on() -> None:
    endless = tuple(f"Line {n}" for n in range(30))
    pressed, sheets = press([piece("A2"), piece("B2", recipient=endless), piece("C2")])
    assert pressed.codes == ("A2", "C2")
    assert len(sheets) == 2
    [refused] = pressed.refused
    assert refused.code == "B2"
    assert isinstance(refused.error, AddressTooLongError)
    assert (refused.error.lines, refused.error.envelope) == (endless, "us-10")


def test_envelopes_come_in_the_order_of_their_pieces_handwritten_ones_too() -> None:
    pieces = [
        piece("C2"),
        piece("A2", None, recipient=EMBASSY, kind=PieceKind.COPY),
        piece("B2", sender=replace(SENDER, name="Ada Example")),
    ]
    pressed, sheets = press(pieces)
    assert pressed.codes == ("C2", "A2", "B2")
    assert [code for sheet, code in zip(sheets, pressed.codes, strict=True) if code in sheet.text] == ["C2", "A2", "B2"]
    assert "Ada Example" in sheets[2].text
    assert "Łukasz" not in sheets[2].text


def test_invisible_signs_of_an_address_are_left_out() -> None:
    _pressed, [sheet] = press([piece(recipient=("Ada\tExample", "1\u00a0Oak\u200b Road\u202e", "KENYA"))])
    assert sheet.lines[-4:-1] == ["Ada Example", "1 Oak Road", "KENYA"]
