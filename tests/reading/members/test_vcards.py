"""Address books: all versions of vCard, their best address, and broken cards that lose no others."""

import pytest

from uadesk.domain.people import Person
from uadesk.reading.members.formats import read_members
from uadesk.reading.members.lists import ListPart, MemberList, RowProblem
from uadesk.reference.countries import load_countries


def read(*cards: str, encoding: str = "utf-8", end: str = "\r\n") -> MemberList:
    """The people of these cards, the lines between BEGIN and END of each."""
    text = "\n".join(f"BEGIN:VCARD\n{card}\nEND:VCARD" for card in cards)
    return read_members("people.vcf", text.replace("\n", end).encode(encoding), load_countries())


def one(*lines: str) -> Person:
    (person,) = read("\n".join(("VERSION:4.0", "FN:Ana Muster", *lines))).people
    return person


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_quoted_printable_of_version_2_1(end: str) -> None:
    members = read(
        "VERSION:2.1\n"
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=BC=\n"
        "rgen;Karl\n"
        "ADR;HOME;CHARSET=ISO-8859-1;encoding=quoted-printable:;;Stra=DFe 1=0D=0AHof 2;Berlin;;10117;Germany\n"
        "TEL;HOME;VOICE:+49 30 555 0101\n"
        "NOTE;QUOTED-PRINTABLE:Nurse=3B retired",
        end=end,
    )
    assert members.problems == ()
    assert members.people == (
        Person(
            "Jürgen Karl Müller",
            ("Straße 1", "Hof 2", "10117 Berlin"),
            "DE",
            phone="+49 30 555 0101",
            about="Nurse retired",
        ),
    )


def test_folded_lines_and_escapes_of_version_3() -> None:
    members = read(
        "VERSION:3.0\n"
        "N:Muster;Ana;;;\n"
        "FN:Ana\\, Dr Mus\n"
        " ter\n"
        "item1.ADR;TYPE=HOME:;Apt 4;1 Main\\, St;Ot\n"
        "\ttawa;ON;K1A 0A1;Canada\n"
        "EMAIL;TYPE=INTERNET:ana@example.org\n"
        "PHOTO;ENCODING=b:" + "QUJD" * 2000
    )
    assert members.people == (
        Person("Ana, Dr Muster", ("1 Main, St", "Apt 4", "Ottawa ON K1A 0A1"), "CA", email="ana@example.org"),
    )


def test_western_letters_of_an_old_phone() -> None:
    card = "VERSION:2.1\nN;CHARSET=ISO-8859-1:Peña;José"
    assert read(card, encoding="cp1252").people == (Person("José Peña"),)


@pytest.mark.parametrize(
    "lines",
    [
        ("ADR;TYPE=work:;;9 Work St;;;;", "ADR;TYPE=home:;;1 Home St;;;;"),
        ("ADR;TYPE=home:;;9 Work St;;;;", "ADR;TYPE=work,pref:;;1 Home St;;;;"),
        ("ADR;TYPE=home;PREF=2:;;9 Work St;;;;", "ADR;TYPE=work;PREF=1:;;1 Home St;;;;"),
        ("ADR;WORK:;;9 Work St;;;;", "ADR:;;1 Home St;;;;"),
        ("ADR;HOME:;;;;;;", "ADR;WORK:;;1 Home St;;;;"),
    ],
)
def test_the_preferred_address_wins_then_the_one_at_home(lines: tuple[str, str]) -> None:
    assert one(*lines).address_lines == one(*reversed(lines)).address_lines == ("1 Home St",)


def test_each_country_has_its_order_of_lines() -> None:
    assert one("ADR:;;1 Main St;London;;W1A 1AA;United Kingdom").address_lines == ("1 Main St", "London", "W1A 1AA")
    assert one("ADR:12;Unit 2;;Ottawa;ON;K1A 0A1;Canada").address_lines == ("Unit 2", "PO Box 12", "Ottawa ON K1A 0A1")


@pytest.mark.parametrize(
    "line",
    ["LABEL;TYPE=home:1 Main St\\nOttawa", 'ADR;LABEL="1 Main St\\nOttawa":;;;;;;', "ADR;LABEL=1 Main St^nOttawa:"],
)
def test_a_label_serves_where_no_address_has_parts(line: str) -> None:
    assert one(line).address_lines == ("1 Main St", "Ottawa")
    assert one(line, "ADR:;;2 Elm St;Gatineau;;;").address_lines == ("2 Elm St", "Gatineau")


def test_a_fax_is_no_phone_and_an_address_of_the_web_is_a_number() -> None:
    assert one("TEL;TYPE=fax,home:555 0100", "TEL;VALUE=uri;TYPE=voice:tel:+1-613-555-0101").phone == "+1-613-555-0101"


@pytest.mark.parametrize(
    "broken",
    [
        "VERSION:3.0\nN;CHARSET=no-such;ENCODING=QUOTED-PRINTABLE:M=FC",
        "VERSION:3.0\nN;ENCODING=QUOTED-PRINTABLE:M=FC",
        "VERSION:3.0\nFN;TYPE=x",
        "VERSION:3.0\nFN:cut short\nBEGIN:VCARD\nFN:Cy",
    ],
)
def test_a_broken_card_is_named_and_loses_no_other(broken: str) -> None:
    members = read("FN:Ana", broken, "FN:Bo")
    assert [person.name for person in members.people if person.name != "Cy"] == ["Ana", "Bo"]
    assert members.problems == (RowProblem(2, "broken", part=ListPart.CARD),)


def test_cards_of_nobody_are_named() -> None:
    members = read("EMAIL:a@example.org", "FN:Friends\nKIND:group", "FN:Ana\nADR:;;;;;;Atlantis\nEMAIL:ana")
    assert [person.name for person in members.people] == ["Ana"]
    assert members.problems == (
        RowProblem(1, "no_name", part=ListPart.CARD),
        RowProblem(2, "no_person", {"name": "Friends"}, ListPart.CARD),
        RowProblem(3, "country_unknown", {"country": "Atlantis"}, ListPart.CARD),
        RowProblem(3, "not_an_email", {"email": "ana"}, ListPart.CARD),
    )
