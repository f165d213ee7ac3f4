"""Who can be reached, and how."""

import pytest

from uadesk.domain.addresses import Addressee, is_mailbox
from uadesk.domain.letters import Channel


@pytest.mark.parametrize(
    "text",
    [
        "",
        "web form",
        "minister",
        "a@example.org, b@example.org",
        "a@example.org\r\nBcc: all@example.org",
        "Ana <a@example.org>",
        "a@b@example.org",
        "a@.",
        "a@example",
        "a@example..org",
        "a@example.org\x00",
    ],
)
def test_what_is_no_single_email_address(text: str) -> None:
    assert not is_mailbox(text)


def test_what_is_printed_in_the_place_of_a_contact_reaches_nobody() -> None:
    addressee = Addressee(("Ana Peña",), email=("[email hidden]", " ana@example.org "), fax=("(a)", "+1 506 555-0100"))
    assert addressee.mailboxes == ("ana@example.org",)
    assert addressee.fax_numbers == ("+1 506 555-0100",)
    assert all(map(addressee.is_reached, Channel))
    hidden = Addressee(("Ana Peña",), email=("[email hidden]",), fax=("(a)",))
    assert [channel for channel in Channel if hidden.is_reached(channel)] == [Channel.POST, Channel.HANDWRITTEN]


def test_without_a_name_the_first_line_is_shown() -> None:
    assert Addressee(("The Minister", "Palace"), name="Ana").shown_name == "Ana"
    assert Addressee(("The Minister", "Palace")).shown_name == "The Minister"
    assert Addressee(()).shown_name == ""
